"""`POST /api/v1/inquiries` and `GET /api/v1/inquiries/<token>` from outside."""

import copy
import json
from datetime import date, timedelta

import pytest
from django.utils import timezone

from foundation import audit, worker
from foundation.actors import SYSTEM
from foundation.models import AuditEntry, OutboxMessage, OutgoingMail
from inquiries.models import Inquiry, InquiryLine, Offer, Unmet
from inquiries.services import accept_offer, decline_offer
from tests.builders import a_category, a_circuit, a_grant, a_network, a_producer, a_product, a_seal, a_territory

pytestmark = pytest.mark.django_db
URL = "/api/v1/inquiries"
NEEDED = timezone.localdate() + timedelta(days=60)


@pytest.fixture
def cheese():
    return a_product(slug="queso", supplies=[300, 200])


def body(**changes):
    return {
        "kind": "product",
        "contact": {"name": "Marta Rojas", "email": "marta@lacaperuza.cl", "phone": None,
                    "organisation": "La Caperuza", "country": "CL"},
        "message": "Para la carta de verano.", "consent": True, "locale": "es",
        "lines": [{"product": "queso", "category": None, "circuit": None, "territory": None,
                   "quantity": "400", "unit": "kg", "seals": [], "max_unit_price": None}],
        "needed_by": NEEDED.isoformat(),
        "destination": {"country": "CL", "region": "Región Metropolitana", "lat": None, "lon": None},
    } | changes  # fmt: skip


def post(client, data, url=URL, **headers):
    return client.post(url, data if isinstance(data, str | bytes) else json.dumps(data),
                       content_type="application/json", headers=headers)  # fmt: skip


def rows():
    models = (Inquiry, InquiryLine, Offer, Unmet, AuditEntry, OutboxMessage, OutgoingMail)
    return {model.__name__: model.objects.count() for model in models}


def test_the_answer_has_the_shape_of_the_contract(client, cheese):
    answer = post(client, body())

    assert answer.status_code == 201
    document = answer.json()
    assert document["status"] == "routed"
    assert document["tracking_url"] == f"/consultas/{document['token']}/"
    [line] = document["lines"]
    assert {key: line[key] for key in ("line", "requested", "allocated", "unit")} == {
        "line": 1, "requested": "400", "allocated": "400", "unit": "kg",
    }  # fmt: skip
    assert line["unmet"] == {"quantity": "0", "gaps": []}
    allocation = line["allocations"][0]
    assert set(allocation) >= {"network", "producer", "quantity", "status", "respond_by", "reasons"}
    assert (allocation["status"], allocation["network"]) == ("offered", None)
    assert {reason["rule"] for reason in allocation["reasons"]} == {
        "product", "territory", "season", "capacity", "lead_time", "fairness",
    }  # fmt: skip
    assert all(reason["text"] for reason in allocation["reasons"])
    assert sum(int(part["quantity"]) for part in line["allocations"]) == 400


def test_everything_is_kept_when_it_answers(client, cheese):
    document = post(client, body()).json()

    inquiry = Inquiry.objects.get(token=document["token"])
    assert str(inquiry.pk) == document["id"]
    assert Offer.objects.filter(line__inquiry=inquiry).count() == 2
    assert audit.entries(inquiry, "inquiry.submitted").count() == 1
    assert set(OutgoingMail.objects.values_list("to", flat=True)) == {
        "marta@lacaperuza.cl", *(supply.producer.email for supply in cheese.supplies.select_related("producer")),
    }  # fmt: skip
    assert inquiry.consent_version
    assert (inquiry.needed_by, inquiry.destination_region) == (NEEDED, "Región Metropolitana")


def test_what_nobody_can_make_is_unmatched_and_never_an_error(client, cheese):
    data = body(lines=[{"product": "queso", "quantity": "900", "unit": "kg", "max_unit_price": 1}])

    document = post(client, data).json()

    assert document["status"] == "unmatched"
    assert document["lines"][0]["unmet"]["quantity"] == "900"
    assert document["lines"][0]["unmet"]["gaps"][0]["kind"] == "competitiveness"
    assert document["lines"][0]["unmet"]["gaps"][0]["text"]


def test_quantities_are_in_the_lines_unit(client):
    a_product(slug="uva", unit="box", unit_size="8.2", supplies=[100])

    document = post(client, body(lines=[{"product": "uva", "quantity": "0.1", "unit": "t"}])).json()

    [line] = document["lines"]
    assert (line["requested"], line["allocated"], line["unit"]) == ("0.1", "0.098", "t")
    assert line["allocations"][0]["quantity"] == "0.098"
    assert line["unmet"]["quantity"] == "0.001"


def test_several_lines_of_every_sort(client, cheese):
    a_circuit(slug="ruta", operators=[12])
    a_category("mieles", "Mieles")
    a_territory("Chiloé", slug="chiloe")
    maker = a_producer()
    network = a_network(members=[maker])
    sealed = a_product(slug="sellado", supplies=[{"capacity": 50, "producer": maker}])
    a_grant(maker, sealed, a_seal())
    lines = [
        {"product": "queso", "quantity": "10", "unit": "kg"},
        {"circuit": "ruta", "quantity": "4", "unit": "person"},
        {"category": "mieles", "quantity": "5.5", "unit": "kg"},
        {"territory": "chiloe", "quantity": "2", "unit": "box"},
        {"category": "mieles", "territory": "chiloe", "quantity": 3, "unit": "kg"},
        {"product": "sellado", "quantity": "40", "unit": "kg", "seals": ["do-limari"]},
    ]

    document = post(client, body(lines=lines)).json()

    assert [line["allocated"] for line in document["lines"]] == ["10", "4", "0", "0", "0", "40"]
    assert document["lines"][5]["allocations"][0]["network"] == network.slug
    assert "seal" in {reason["rule"] for reason in document["lines"][5]["allocations"][0]["reasons"]}


def test_the_same_key_and_body_are_one_inquiry(client, cheese):
    first = post(client, body(), **{"Idempotency-Key": "pedido-1"})
    again = post(client, json.dumps(body(), indent=4, sort_keys=True), **{"Idempotency-Key": "pedido-1"})

    assert (first.status_code, again.status_code) == (201, 200)
    assert again.json()["id"] == first.json()["id"]
    assert Inquiry.objects.count() == 1


def test_the_same_key_with_another_body_is_a_conflict_that_writes_nothing(client, cheese):
    post(client, body(), **{"Idempotency-Key": "pedido-1"})
    before = rows()

    answer = post(client, body(message="Otra cosa"), **{"Idempotency-Key": "pedido-1"})

    assert answer.status_code == 409
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert rows() == before


def test_a_repeat_is_answered_even_when_it_could_not_be_asked_any_more(client, cheese):
    first = post(client, body(), **{"Idempotency-Key": "pedido-1"})
    type(cheese).objects.update(live=False)

    again = post(client, body(), **{"Idempotency-Key": "pedido-1"})

    assert (again.status_code, again.json()["id"]) == (200, first.json()["id"])


def test_a_request_that_was_refused_leaves_its_key_free(client, cheese):
    assert post(client, body(consent=False), **{"Idempotency-Key": "k"}).status_code == 422
    assert post(client, body(), **{"Idempotency-Key": "k"}).status_code == 201


def test_without_a_key_each_is_an_inquiry_of_its_own(client, cheese):
    assert post(client, body()).json()["id"] != post(client, body()).json()["id"]


def test_a_key_is_at_most_255_characters(client, cheese):
    answer = post(client, body(), **{"Idempotency-Key": "x" * 256})

    assert answer.status_code == 400
    assert answer.json()["errors"][0]["field"] == "Idempotency-Key"
    assert post(client, body(), **{"Idempotency-Key": "x" * 255}).status_code == 201


def test_following_it_shows_how_it_now_stands(client, cheese):
    token = post(client, body()).json()["token"]
    first, second = Offer.objects.order_by("pk")
    accept_offer(SYSTEM, first)
    decline_offer(SYSTEM, second)
    worker.run_until_idle()

    document = client.get(f"{URL}/{token}").json()

    assert document["status"] == "answered"
    assert [quote["status"] for quote in document["quotes"]] == ["sent"]
    assert [event["event"] for event in document["events"]] == [
        "received", "routed", "accepted", "declined", "unmet", "answered", "quoted",
    ]  # fmt: skip
    [line] = document["lines"]
    assert {part["status"] for part in line["allocations"]} == {"accepted", "declined"}
    assert line["allocated"] == str(int(first.quantity))
    assert int(line["allocated"]) + int(line["unmet"]["quantity"]) == 400


def test_a_token_nobody_has_is_a_404_problem(client):
    answer = client.get(f"{URL}/nadie")

    assert (answer.status_code, answer.headers["Content-Type"]) == (404, "application/problem+json")


def test_nobody_keeps_a_copy_on_the_way(client, cheese):
    answer = post(client, body())

    assert answer.headers["Cache-Control"] == "private, no-store"
    assert answer.headers["Location"] == f"{URL}/{answer.json()['token']}"


def test_it_answers_in_the_language_asked_for(client, cheese):
    spanish = post(client, body(lines=[{"product": "queso", "quantity": "900", "unit": "kg"}])).json()
    texts = [reason["text"] for reason in spanish["lines"][0]["allocations"][0]["reasons"]]
    assert any("temporada" in text for text in texts)

    assert client.get(f"{URL}/{spanish['token']}?lang=en").json()["tracking_url"].startswith("/en/consultas/")
    assert post(client, body(), url=f"{URL}?lang=en").json()["tracking_url"].startswith("/en/consultas/")


WRONG = {
    "no lines": ({"lines": []}, "lines"),
    "lines missing": ({"lines": ...}, "lines"),
    "51 lines": ({"lines": [{"product": "queso", "quantity": "1", "unit": "kg"}] * 51}, "lines"),
    "lines of another type": ({"lines": "queso"}, "lines"),
    "empty line": ({"lines": [{"quantity": "1", "unit": "kg"}]}, "lines[0].product"),
    "product and circuit": ({"product": "queso", "circuit": "ruta"}, "lines[0].circuit"),
    "product and category": ({"product": "queso", "category": "quesos-de-cabra"}, "lines[0].category"),
    "unknown product": ({"product": "nada"}, "lines[0].product"),
    "unpublished product": ({"product": "borrador"}, "lines[0].product"),
    "unknown category": ({"product": None, "category": "nada"}, "lines[0].category"),
    "unknown circuit": ({"product": None, "circuit": "nada", "unit": "person"}, "lines[0].circuit"),
    "unknown territory": ({"territory": "nada"}, "lines[0].territory"),
    "unknown seal": ({"seals": ["nada"]}, "lines[0].seals[0]"),
    "eleven seals": ({"seals": ["do-limari"] * 11}, "lines[0].seals"),
    "seals of another type": ({"seals": "do-limari"}, "lines[0].seals"),
    "slug too long": ({"product": "q" * 121}, "lines[0].product"),
    "slug a number": ({"product": 7}, "lines[0].product"),
    "zero": ({"quantity": "0"}, "lines[0].quantity"),
    "negative": ({"quantity": "-5"}, "lines[0].quantity"),
    "absurd": ({"quantity": "10000001"}, "lines[0].quantity"),
    "beyond any column": ({"quantity": "9" * 30}, "lines[0].quantity"),
    "exponent": ({"quantity": "1e3"}, "lines[0].quantity"),
    "infinite": ({"quantity": "Infinity"}, "lines[0].quantity"),
    "too fine": ({"quantity": "0.0001"}, "lines[0].quantity"),
    "words": ({"quantity": "mucho"}, "lines[0].quantity"),
    "quantity missing": ({"quantity": ...}, "lines[0].quantity"),
    "quantity null": ({"quantity": None}, "lines[0].quantity"),
    "quantity true": ({"quantity": True}, "lines[0].quantity"),
    "unit missing": ({"unit": ...}, "lines[0].unit"),
    "unknown unit": ({"unit": "arroba"}, "lines[0].unit"),
    "unit of another measure": ({"unit": "l"}, "lines[0].unit"),
    "half a box": ({"product": "uva", "unit": "box", "quantity": "1.5"}, "lines[0].quantity"),
    "circuit in kilos": ({"product": None, "circuit": "ruta", "unit": "kg"}, "lines[0].unit"),
    "half a person": ({"product": None, "circuit": "ruta", "unit": "person", "quantity": "1.5"}, "lines[0].quantity"),
    "price zero": ({"max_unit_price": 0}, "lines[0].max_unit_price"),
    "price negative": ({"max_unit_price": -1}, "lines[0].max_unit_price"),
    "price with decimals": ({"max_unit_price": 99.5}, "lines[0].max_unit_price"),
    "price beyond any column": ({"max_unit_price": 10**30}, "lines[0].max_unit_price"),
    "no consent": ({"consent": False}, "consent"),
    "consent missing": ({"consent": ...}, "consent"),
    "consent in words": ({"consent": "true"}, "consent"),
    "unknown kind": ({"kind": "x"}, "kind"),
    "unknown locale": ({"locale": "fr"}, "locale"),
    "yesterday": ({"needed_by": (timezone.localdate() - timedelta(days=1)).isoformat()}, "needed_by"),
    "three years ahead": ({"needed_by": (timezone.localdate() + timedelta(days=1100)).isoformat()}, "needed_by"),
    "no such day": ({"needed_by": "2027-02-30"}, "needed_by"),
    "day in words": ({"needed_by": "mañana"}, "needed_by"),
    "contact missing": ({"contact": ...}, "contact"),
    "contact null": ({"contact": None}, "contact"),
    "name missing": ({"name": ...}, "contact.name"),
    "name empty": ({"name": ""}, "contact.name"),
    "name of spaces": ({"name": "   "}, "contact.name"),
    "name too long": ({"name": "x" * 121}, "contact.name"),
    "name with a line break": ({"name": "Marta\r\nBcc: todos@ejemplo.cl"}, "contact.name"),
    "name with a line separator": ({"name": "Marta\u2028Rojas"}, "contact.name"),
    "name written backwards": ({"name": "Marta \u202egpj.exe"}, "contact.name"),
    "name with a bell": ({"name": "Marta\x07"}, "contact.name"),
    "e-mail missing": ({"email": ...}, "contact.email"),
    "e-mail without at": ({"email": "marta"}, "contact.email"),
    "two e-mails": ({"email": "a@ejemplo.cl,b@ejemplo.cl"}, "contact.email"),
    "e-mail with a name": ({"email": "Marta <a@ejemplo.cl>"}, "contact.email"),
    "e-mail with a header": ({"email": "a@ejemplo.cl\nBcc: b@ejemplo.cl"}, "contact.email"),
    "e-mail too long": ({"email": "a" * 250 + "@ejemplo.cl"}, "contact.email"),
    "telephone in words": ({"phone": "llámeme"}, "contact.phone"),
    "telephone too long": ({"phone": "1" * 31}, "contact.phone"),
    "organisation too long": ({"organisation": "x" * 121}, "contact.organisation"),
    "no such country": ({"country": "XX"}, "contact.country"),
    "country in words": ({"country": "Chile"}, "contact.country"),
    "message too long": ({"message": "x" * 4001}, "message"),
    "message with an escape": ({"message": "hola\x1b[2J"}, "message"),
    "destination: no such country": ({"destination": {"country": "ZZ"}}, "destination.country"),
    "destination: latitude": ({"destination": {"lat": 91, "lon": 0}}, "destination.lat"),
    "destination: longitude": ({"destination": {"lat": 0, "lon": -181}}, "destination.lon"),
    "destination: region too long": ({"destination": {"region": "x" * 121}}, "destination.region"),
    "destination: region with a break": ({"destination": {"region": "a\nb"}}, "destination.region"),
}


def spoiled(changes):
    """The good body with these fields changed wherever they belong; `...` takes one out."""
    data = copy.deepcopy(body())
    for name, value in changes.items():
        where = next(part for part in (data["lines"][0], data["contact"], data) if name in part)
        if value is ...:
            del where[name]
        else:
            where[name] = value
    return data


@pytest.mark.parametrize(("changes", "field"), WRONG.values(), ids=WRONG)
def test_a_bad_field_is_named_and_nothing_is_written(client, cheese, changes, field):
    a_product(slug="borrador", live=False)
    a_product(slug="uva", unit="box", unit_size="8.2")
    a_circuit(slug="ruta")
    a_seal()
    before = rows()

    answer = post(client, spoiled(changes))

    assert answer.status_code == 422, answer.content
    assert answer.headers["Content-Type"] == "application/problem+json"
    problem = answer.json()
    assert problem["status"] == 422
    assert field in [error["field"] for error in problem["errors"]]
    assert all(error["message"] for error in problem["errors"])
    assert rows() == before


@pytest.mark.parametrize(
    ("raw", "status"),
    [
        (b"", 422),
        (b"{", 400),
        (b"[]", 422),
        (b"null", 422),
        (b'"queso"', 422),
        (b"\xff\xfe", 400),
        (b'{"message": "a\\u0000b"}', 400),
        (b'{"message": "\\ud800"}', 400),
        (b'{"lines": NaN}', 400),
        (b"[" * 100_000, 400),
        (json.dumps({"message": "x" * 1_100_000}).encode(), 413),
    ],
    ids=["empty", "half", "a list", "null", "a text", "not UTF-8", "NUL", "half a pair", "NaN", "deep", "1.1 MB"],
)
def test_a_body_that_is_no_request_is_a_problem(client, raw, status):
    answer = post(client, raw)

    assert (answer.status_code, answer.headers["Content-Type"]) == (status, "application/problem+json")
    assert answer.json()["status"] == status


def test_all_that_is_wrong_is_said_at_once(client, cheese):
    data = body(consent=False, message="x\x00".replace("\x00", "\x01"))
    data["contact"]["email"] = "marta"
    data["lines"].append({"product": "nada", "quantity": "1", "unit": "kg"})

    fields = [error["field"] for error in post(client, data).json()["errors"]]

    assert fields == ["consent", "contact.email", "message", "lines[1].product"]


def test_a_wrong_parameter_is_a_400_that_names_it(client, cheese):
    answer = post(client, body(), url=f"{URL}?lang=fr")

    assert answer.status_code == 400
    assert [error["field"] for error in answer.json()["errors"]] == ["lang"]


def test_other_methods_are_a_405_problem(client):
    answer = client.delete(URL)

    assert (answer.status_code, answer.headers["Content-Type"]) == (405, "application/problem+json")


def test_what_is_not_ours_to_say_is_passed_over(client, cheese):
    data = body(status="answered", token="mío", respond_by="2030-01-01", id="x")
    data["lines"][0]["offers"] = [{"producer": "x"}]

    document = post(client, data).json()

    assert (document["status"], document["token"] != "mío") == ("routed", True)


def test_a_network_that_asks_too_much_waits(client, cheese, settings):
    settings.TERRUNO_INQUIRY_BURST = 2
    codes = [post(client, body()).status_code for _ in range(3)]
    forged = post(client, body(), **{"X-Forwarded-For": "203.0.113.7"})

    assert codes == [201, 201, 429]
    assert forged.status_code == 429
    assert int(forged.headers["Retry-After"]) >= 1


@pytest.mark.parametrize("today", [date(2026, 12, 31), date(2027, 2, 28)])
def test_the_last_day_of_the_month_is_as_good_as_any(client, cheese, time_machine, today):
    time_machine.move_to(f"{today.isoformat()} 15:00:00+00:00")

    assert post(client, body(needed_by=today.isoformat())).status_code == 201


@pytest.mark.parametrize(
    ("given", "field"),
    [([], "body"), (None, "body"), ("x", "body"), (body(contact=[]), "contact"), (body(contact=None), "contact"),
     (body(lines=[None]), "lines[0]"), (body(destination=5), "destination")],
)  # fmt: skip
def test_what_should_be_an_object_and_is_none_is_told_so(client, given, field):
    answer = post(client, json.dumps(given))

    assert answer.status_code == 422
    assert answer.json()["errors"] == [{"field": field, "message": "Debe ser un objeto."}]


@pytest.mark.parametrize(
    ("field", "values"), [("locale", "'es', 'en'"), ("kind", "'product', 'tourism', 'opportunity'")]
)
def test_possible_values_are_listed_without_english(client, field, values):
    answer = post(client, body(**{field: "x"}))

    assert answer.json()["errors"] == [{"field": field, "message": f"Valores posibles: {values}."}]
