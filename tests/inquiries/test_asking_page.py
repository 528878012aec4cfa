"""The buyer's form: works without script, keeps what was typed, and makes one inquiry however often it is sent."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from inquiries.models import Inquiry
from tests.builders import a_category, a_circuit, a_product, a_territory

pytestmark = pytest.mark.django_db
URL = "/consultas/nueva/"


@pytest.fixture
def cheese():
    return a_product("Queso de cabra de guarda", slug="queso-de-cabra-de-guarda", supplies=[300, 200])


def typed(client, query="", **changes):
    """The fields of a fresh form, filled in by somebody."""
    page = client.get(URL + query).content.decode()
    once = re.search(r'name="once" value="(\w+)"', page)[1]
    started = re.search(r'name="started" value="([^"]+)"', page)[1]
    return {
        "lines-TOTAL_FORMS": "1", "lines-INITIAL_FORMS": "0", "lines-0-item": "", "lines-0-asked": "",
        "lines-0-what": "Queso de cabra de guarda", "lines-0-quantity": "400", "lines-0-unit": "",
        "needed_by": "", "region": "Coquimbo", "name": "Marta Rojas", "organisation": "La Caperuza",
        "email": "marta@lacaperuza.cl", "phone": "", "message": "", "consent": "on", "website": "",
        "once": once, "started": started, "action": "send",
    } | changes  # fmt: skip


def value_of(page, name):
    found = re.search(rf'<(?:input|textarea)[^>]*name="{name}"[^>]*>', page.content.decode())[0]
    value = re.search(r'value="([^"]*)"', found)
    return value[1] if value else ""


def test_a_product_named_in_words_is_asked_for_in_its_own_unit(client, cheese):
    answer = client.post(URL, typed(client))

    inquiry = Inquiry.objects.get()
    assert (answer.status_code, answer.url) == (302, f"/consultas/{inquiry.token}/")
    line = inquiry.lines.get()
    assert (line.product, line.unit, int(line.quantity)) == (cheese, "kg", 400)
    assert (inquiry.destination_region, inquiry.locale) == ("Coquimbo", "es")


def test_the_page_of_a_product_fills_in_the_first_line(client, cheese):
    page = client.get(f"{URL}?product={cheese.slug}&quantity=12")

    assert value_of(page, "lines-0-what") == "Queso de cabra de guarda · Limarí"
    assert value_of(page, "lines-0-item") == f"product:{cheese.slug}"
    assert value_of(page, "lines-0-quantity") == "12"


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("?circuit=ruta", "Ruta de los quesos · Limarí"),
        ("?category=quesos-de-cabra", "Quesos de cabra · cualquier territorio"),
        ("?category=quesos-de-cabra&territory=limari", "Quesos de cabra · Limarí"),
        ("?territory=limari", "Cualquier producto de Limarí"),
        ("?q=pan+de+campo", "pan de campo"),
        ("?product=no-existe", ""),
        ("?product=%3Cscript%3E", ""),
    ],
)
def test_other_pages_fill_it_in_too(client, query, words):
    a_circuit(slug="ruta")
    a_category()
    a_territory()

    assert value_of(client.get(URL + query), "lines-0-what") == words


def test_what_was_filled_in_is_asked_for(client):
    a_circuit(slug="ruta", operators=[10])
    data = typed(client, **{"lines-0-item": "circuit:ruta", "lines-0-asked": "Ruta de los quesos · Limarí",
                            "lines-0-what": "Ruta de los quesos · Limarí", "lines-0-quantity": "6"})  # fmt: skip

    client.post(URL, data)

    inquiry = Inquiry.objects.get()
    assert (inquiry.kind, inquiry.lines.get().unit) == ("tourism", "person")


def test_a_changed_text_is_looked_up_again(client, cheese):
    a_product("Miel de ulmo", slug="miel-de-ulmo", supplies=[50])
    found = {"lines-0-item": f"product:{cheese.slug}", "lines-0-asked": "Queso de cabra de guarda · Limarí"}
    data = typed(client, **found, **{"lines-0-what": "Miel de ulmo", "lines-0-quantity": "5"})

    client.post(URL, data)

    assert Inquiry.objects.get().lines.get().product.slug == "miel-de-ulmo"


def test_words_that_fit_several_things_are_asked_back(client, cheese):
    a_product("Queso fresco de cabra", slug="queso-fresco-de-cabra", supplies=[50])
    a_category("quesos-de-cabra")
    data = typed(client, **{"lines-0-what": "queso CABRA"})

    page = client.post(URL, data)

    body = page.content.decode()
    assert page.status_code == 422
    for item in ("product:queso-de-cabra-de-guarda", "product:queso-fresco-de-cabra", "category:quesos-de-cabra"):
        assert f'type="radio" name="lines-0-item" value="{item}"' in body

    chosen = data | {"lines-0-item": "product:queso-fresco-de-cabra", "lines-0-asked": value_of(page, "lines-0-asked")}
    client.post(URL, chosen)

    assert Inquiry.objects.get().lines.get().product.slug == "queso-fresco-de-cabra"


def test_a_thing_found_for_other_words_is_forgotten_with_them(client, cheese):
    data = typed(
        client, **{"lines-0-item": f"product:{cheese.slug}", "lines-0-asked": "queso", "lines-0-what": "avión"}
    )

    page = client.post(URL, data)

    assert (value_of(page, "lines-0-item"), value_of(page, "lines-0-asked")) == ("", "avión")


def test_words_that_fit_nothing_are_told(client, cheese):
    page = client.post(URL, typed(client, **{"lines-0-what": "helicóptero"}))

    assert page.status_code == 422
    assert "No encontramos «helicóptero»" in page.content.decode()


def test_errors_keep_what_was_typed_and_point_to_their_fields(client, cheese):
    data = typed(client, email="marta", name="", message="Con <b>cariño</b>", phone="x", needed_by="2020-01-01")
    del data["consent"]

    page = client.post(URL, data)

    body = page.content.decode()
    assert page.status_code == 422
    assert 'role="alert"' in body
    for field in ("id_email", "id_name", "id_consent", "id_phone", "id_needed_by"):
        assert f'href="#{field}"' in body
        assert f'id="{field}"' in body
    assert value_of(page, "email") == "marta"
    assert value_of(page, "needed_by") == "2020-01-01"
    assert "Con &lt;b&gt;cariño&lt;/b&gt;" in body
    assert Inquiry.objects.count() == 0


def test_a_wrong_quantity_is_told_at_its_line(client, cheese):
    page = client.post(URL, typed(client, **{"lines-0-quantity": "0"}))

    assert page.status_code == 422
    assert 'href="#id_lines-0-quantity"' in page.content.decode()
    assert value_of(page, "lines-0-quantity") == "0"


def test_consent_is_never_ticked_beforehand(client):
    box = re.search(r'<input[^>]*name="consent"[^>]*>', client.get(URL).content.decode())[0]

    assert "checked" not in box


def test_another_line_is_added_without_script_and_without_complaint(client, cheese):
    page = client.post(URL, typed(client, action="add", email="mar", message="Para el verano"))

    body = page.content.decode()
    assert page.status_code == 200
    assert 'name="lines-1-what"' in body
    assert (value_of(page, "lines-0-what"), value_of(page, "email")) == ("Queso de cabra de guarda", "mar")
    assert "Para el verano" in body
    assert "errorlist" not in body


def test_a_line_is_taken_away(client, cheese):
    data = typed(
        client, action="remove-0", **{"lines-TOTAL_FORMS": "2", "lines-1-what": "Miel", "lines-1-quantity": "3"}
    )

    page = client.post(URL, data)

    assert value_of(page, "lines-0-what") == "Miel"
    assert 'name="lines-1-what"' not in page.content.decode()


def test_two_lines_are_two_lines_and_an_empty_one_is_none(client, cheese):
    a_product("Miel de ulmo", slug="miel-de-ulmo", supplies=[50])
    data = typed(client, **{
        "lines-TOTAL_FORMS": "3", "lines-1-what": "miel de ulmo", "lines-1-quantity": "1,5",
        "lines-2-what": "", "lines-2-quantity": "",
    })  # fmt: skip

    client.post(URL, data)

    assert [str(line.quantity.normalize()) for line in Inquiry.objects.get().lines.order_by("number")] == [
        "4E+2",
        "1.5",
    ]


@pytest.mark.parametrize("total", ["", "x", "-1", "100000", "0"])
def test_forged_counts_of_lines_do_no_harm(client, cheese, total):
    for action in ("send", "add", "remove-x", "remove--5"):
        answer = client.post(URL, typed(client, action=action, **{"lines-TOTAL_FORMS": total}))
        assert answer.status_code in {200, 302, 422}


def test_sent_twice_it_is_one_inquiry(client, cheese):
    data = typed(client)

    first, second = client.post(URL, data), client.post(URL, data)

    assert first.url == second.url
    assert Inquiry.objects.count() == 1


def test_sent_back_from_the_history_with_other_words_it_is_asked_again(client, cheese):
    data = typed(client)
    client.post(URL, data)

    page = client.post(URL, data | {"lines-0-quantity": "100"})

    assert page.status_code == 409
    assert "ya se envió" in page.content.decode()
    assert value_of(page, "once") != data["once"]
    client.post(URL, data | {"lines-0-quantity": "100", "once": value_of(page, "once")})
    assert Inquiry.objects.count() == 2


def test_a_robot_that_fills_in_everything_is_refused(client, cheese):
    assert client.post(URL, typed(client, website="https://spam.example")).status_code == 422
    assert Inquiry.objects.count() == 0


def test_many_in_haste_are_told_to_wait_and_keep_their_words(client, cheese):
    answers = [client.post(URL, typed(client, email=f"m{n}@ejemplo.cl")) for n in range(16)]

    assert [answer.status_code for answer in answers] == [302] * 15 + [429]
    assert int(answers[-1].headers["Retry-After"]) >= 1
    assert value_of(answers[-1], "email") == "m15@ejemplo.cl"


def test_people_who_take_their_time_are_not_held_up_by_the_haste_of_others(client, cheese, time_machine):
    data = typed(client)
    for n in range(16):
        client.post(URL, typed(client, email=f"m{n}@ejemplo.cl"))
    time_machine.move_to(timezone.now() + timedelta(seconds=30))

    assert client.post(URL, data).status_code == 302


def test_one_address_cannot_be_flooded_from_many_networks(client, cheese):
    codes = {client.post(URL, typed(client), REMOTE_ADDR=f"10.{n}.0.1").status_code for n in range(25)}

    assert codes == {302, 429}
    assert Inquiry.objects.count() == 20


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", "Marta\r\nBcc: x@ejemplo.cl"), ("name", "x" * 121), ("email", "a@ejemplo.cl,b@ejemplo.cl"),
        ("organisation", "x\u2028y"), ("message", "x" * 4001), ("message", "a\x07b"), ("needed_by", "2030-02-30"),
        ("needed_by", "2040-01-01"), ("region", "Narnia"), ("phone", "1" * 40), ("once", ""), ("lines-0-unit", "l"),
        ("lines-0-unit", "x"), ("lines-0-quantity", "99999999"), ("lines-0-what", ""), ("lines-0-item", "product:x"),
    ],
)  # fmt: skip
def test_what_the_api_refuses_the_form_refuses_too(client, cheese, field, value):
    data = typed(client, **{field: value})
    if field == "lines-0-item":
        data["lines-0-what"] = "helicóptero"

    assert client.post(URL, data).status_code == 422
    assert Inquiry.objects.count() == 0


def test_choices_follow_what_is_typed_accents_or_not(client, cheese):
    a_product("Miel de ulmo", slug="miel-de-ulmo")

    found = client.get("/consultas/opciones/?q=QUÉSOS de cab").json()["options"]

    assert [option["item"] for option in found] == ["product:queso-de-cabra-de-guarda", "category:quesos-de-cabra"]
    assert found[0]["units"][0][0] == "kg"
    assert client.get("/consultas/opciones/?q=").json() == {"options": []}


def test_drafts_are_not_among_the_choices(client):
    a_product("Queso secreto", slug="queso-secreto", live=False)

    assert client.get("/consultas/opciones/?q=secreto").json() == {"options": []}


def test_in_english_the_form_and_the_inquiry_are_english(client, cheese):
    data = typed(client)

    answer = client.post(f"/en{URL}", data)

    assert answer.url.startswith("/en/consultas/")
    assert Inquiry.objects.get().locale == "en"


def test_nobody_on_the_way_keeps_the_page(client):
    assert "no-store" in client.get(URL).headers["Cache-Control"]


def test_another_site_cannot_send_it():
    from django.test import Client

    assert Client(enforce_csrf_checks=True).post(URL, {}).status_code == 403
