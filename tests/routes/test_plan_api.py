import json
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from foundation.months import mask
from routes.models import Closure, Place, Plan
from routes.plans.api import PlanOut
from tests.builders import a_circuit, a_place, a_producer, a_product
from tests.routes.planned import a_coast, a_stop, asking, in_days, post

pytestmark = pytest.mark.django_db


def stops(answer: Any) -> list[str]:
    return [stop["place"] for day in answer.json()["days"] for stop in day["stops"]]


def reasons(answer: Any) -> dict[str, str]:
    return {row["place"]: row["reason"] for row in answer.json()["dropped"]}


def test_a_plan_is_answered_as_the_contract_says_and_kept(client: Client) -> None:
    a_coast()

    answer = post(client, asking(territory="san-antonio", circuit=None, interests=["mar"], pace="normal", party=2))
    found = answer.json()

    assert answer.status_code == 200
    assert sorted(stops(answer)) == ["mirador", "museo", "playa"]
    assert found["estimate"] is True
    assert found["url"] == f"/rutas/planes/{found['token']}/"
    assert found["days"][0]["date"] == in_days()
    assert found["days"][0]["stops"][0]["url"].startswith("/rutas/litoral/#parada-")
    assert client.get(f"/api/v1/plans/{found['token']}").json() == found
    PlanOut.model_validate(found, strict=True)


def test_times_carry_the_offset_chile_has_that_day(client: Client) -> None:
    a_coast("museo")
    summer = date(timezone.localdate().year + 1, 1, 15).isoformat()
    winter = date(timezone.localdate().year + 1, 7, 15).isoformat()

    days = post(client, asking(days=[{"date": summer}, {"date": winter}], circuit="litoral")).json()["days"]
    told = {day["date"]: day["stops"] for day in days}

    assert [stop["start"][-6:] for stop in told[summer]] in (["-03:00"], [])
    assert [stop["start"][-6:] for stop in told[winter]] in (["-04:00"], [])
    assert sum(len(found) for found in told.values()) == 1


def test_a_circuit_alone_says_where_to_go_and_where_from(client: Client) -> None:
    a_coast("museo", "playa")
    a_circuit("Otra", stops=[a_stop("lejana", lat=-30.6, lon=-71.0)])

    answer = post(client, {"days": [{"date": in_days()}], "circuit": "litoral"})

    assert sorted(stops(answer)) == ["museo", "playa"]
    assert answer.json()["request"]["base"]["name"] == "Museo"


def test_without_territory_or_circuit_what_lies_around_is_planned(client: Client) -> None:
    a_coast("museo")
    a_circuit("Otra", stops=[a_stop("lejana", lat=-30.6, lon=-71.0)])

    answer = post(client, asking())

    assert stops(answer) == ["museo"]
    assert reasons(answer) == {}


def test_what_no_page_leads_to_is_not_planned(client: Client) -> None:
    a_coast("museo")
    a_stop("suelta")
    a_circuit("Borrador", stops=[a_stop("oculta")], live=False)
    a_stop("de-la-casa", producer=a_producer(slug="la-casa"))

    assert sorted(stops(post(client, asking()))) == ["de-la-casa", "museo"]


def test_each_dropped_place_says_why(client: Client) -> None:
    a_coast("museo", "huerto", "termas", "lejos", "playa", "cerrado")
    day = date.fromisoformat(in_days())
    Place.objects.filter(slug="huerto").update(months=mask([day.month % 12 + 1]))
    Place.objects.filter(slug="termas").update(opening_hours={"mon": []})
    Place.objects.filter(slug="lejos").update(lat=-36.9)
    Closure.objects.create(place=Place.objects.get(slug="cerrado"), first_day=day, last_day=day, reason_es="Obras.")

    answer = post(client, asking(circuit="litoral", never=["playa"]))
    told = {row["place"]: row["text"] for row in answer.json()["dropped"]}

    assert stops(answer) == ["museo"]
    assert reasons(answer) == {
        "huerto": "season", "termas": "closed", "lejos": "too_far", "playa": "never", "cerrado": "closed",
    }  # fmt: skip
    assert told["cerrado"] == "Está cerrado esos días: Obras."
    assert told["lejos"].startswith("Queda a unas 9 h")
    assert told["termas"] == "Cierra los días de su viaje."


def test_what_was_asked_for_and_cannot_be_says_that_it_was_asked(client: Client) -> None:
    a_coast("museo")
    Place.objects.update(opening_hours={"mon": []})

    row = post(client, asking(must=["museo"])).json()["dropped"][0]

    assert (row["reason"], row["text"]) == ("closed", "Usted la pidió sí o sí. Cierra los días de su viaje.")


def test_the_reasons_are_told_in_the_language_asked_for(client: Client) -> None:
    a_coast("museo")
    token = post(client, asking(never=["museo"])).json()["token"]

    spanish = client.get(f"/api/v1/plans/{token}").json()["dropped"][0]["text"]
    english = client.get(f"/api/v1/plans/{token}?lang=en").json()

    assert spanish == "Usted pidió no pasar por aquí."
    assert english["url"] == f"/en/rutas/planes/{token}/"


def test_a_product_of_the_producer_answers_an_interest(client: Client) -> None:
    maker = a_producer(slug="la-casa")
    a_product("Miel de ulmo", producer=maker)
    a_stop("casa", producer=maker)
    a_coast("museo")

    answer = post(client, asking(days=[{"date": in_days(), "start": "09:00", "end": "10:40"}], interests=["mieles"]))

    assert stops(answer) == ["casa"]
    assert reasons(answer) == {"museo": "no_time"}


def test_a_kept_plan_stays_what_it_was_when_places_change(client: Client) -> None:
    circuit = a_coast("museo")
    found = post(client, asking()).json()
    circuit.stops.all().delete()
    Place.objects.all().delete()

    assert client.get(f"/api/v1/plans/{found['token']}").json() == found


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"days": []}, "days"),
        ({"days": [{"date": "2027-01-1"}]}, "days[0].date"),
        ({"days": [{"date": in_days(-2)}]}, "days[0].date"),
        ({"days": [{"date": in_days(900)}]}, "days[0].date"),
        ({"days": [{"date": in_days()}, {"date": in_days()}]}, "days[1].date"),
        ({"days": [{"date": in_days(), "start": "9"}]}, "days[0].start"),
        ({"days": [{"date": in_days(), "start": "12:00", "end": "12:30"}]}, "days[0].end"),
        ({"days": [{"date": in_days(n)} for n in range(6)]}, "days"),
        ({"base": {"lat": 40, "lon": -71.6}}, "base.lat"),
        ({"base": {"lat": -33, "lon": 2}}, "base.lon"),
        ({"base": {"lat": "norte", "lon": -71}}, "base.lat"),
        ({"base": None}, "base"),
        ({"territory": "atlantida"}, "territory"),
        ({"circuit": "atlantida"}, "circuit"),
        ({"interests": ["x" * 41]}, "interests[0]"),
        ({"pace": "running"}, "pace"),
        ({"party": 0}, "party"),
        ({"party": 41}, "party"),
        ({"must": ["atlantida"]}, "must[0]"),
        ({"never": ["museo", "atlantida"]}, "never[1]"),
        ({"must": ["museo"], "never": ["museo"]}, "must[0]"),
    ],
)
def test_bad_input_names_its_field(client: Client, changed: dict[str, Any], field: str) -> None:
    a_coast("museo")

    answer = post(client, asking(**changed))

    assert answer.status_code == 422
    assert answer["Content-Type"].startswith("application/problem+json")
    assert field in [error["field"] for error in answer.json()["errors"]]
    assert not Plan.objects.exists()


def test_the_same_key_and_body_are_the_same_plan(client: Client) -> None:
    a_coast("museo")
    headers = {"Idempotency-Key": "mi-viaje"}

    tokens = {post(client, asking(), **headers).json()["token"] for _ in range(2)}
    other = post(client, asking(party=3), **headers)

    assert len(tokens) == Plan.objects.count() == 1
    assert other.status_code == 409


def test_whoever_asks_without_end_is_told_to_wait(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    from routes.plans import keeping

    monkeypatch.setattr(keeping, "BURST", 2)
    a_coast("museo")

    answers = [post(client, asking()) for _ in range(3)]

    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert int(answers[-1]["Retry-After"]) > 0


def test_sixty_places_at_most_are_weighed(client: Client) -> None:
    a_circuit("Larga", slug="larga", stops=[a_stop(f"lugar-{n}", n % 20, visit_minutes=600) for n in range(70)])

    answer = post(client, asking(circuit="larga"))

    assert len(stops(answer)) + len(reasons(answer)) == 60


def test_an_unknown_plan_is_absent(client: Client) -> None:
    assert client.get("/api/v1/plans/no-existe").status_code == 404


def test_a_plan_costs_the_same_queries_however_many_places(client: Client, django_assert_num_queries: Any) -> None:
    """What it names (2), its turn (2), comunas, places, stops, closures, and the plan within two savepoints (5)."""
    a_coast(*(f"lugar-{n}" for n in range(12)))
    body = asking(territory="san-antonio", must=["lugar-3"])
    post(client, body)

    with django_assert_num_queries(13):
        post(client, body)


def test_old_plans_are_forgotten_a_year_after_their_last_day(client: Client) -> None:
    from routes.handlers import forget_old_plans

    a_coast("museo")
    kept, old = (post(client, asking()).json()["token"] for _ in range(2))
    Plan.objects.filter(token=old).update(last_day=timezone.localdate() - timedelta(days=366))

    assert forget_old_plans() == 1
    assert list(Plan.objects.values_list("token", flat=True)) == [kept]


def test_a_place_with_a_producer_that_was_withdrawn_leads_to_its_circuit(client: Client) -> None:
    a_coast("museo")
    Place.objects.update(producer=a_producer(live=False))

    assert post(client, asking()).json()["days"][0]["stops"][0]["url"] == "/rutas/litoral/#parada-1"


def test_a_circuit_without_stops_begins_in_the_middle_of_its_territory(client: Client) -> None:
    a_circuit("Vacía", slug="vacia")
    a_place()

    answer = post(client, {"days": [{"date": in_days()}], "circuit": "vacia", "base": None})

    assert answer.json()["request"]["base"] == {"lat": -30.6, "lon": -71.2, "name": "Limarí"}
    assert stops(answer) == []


@pytest.mark.parametrize(("given", "field"), [([], "body"), (asking(circuit="x") | {"days": [None]}, "days[0]")])
def test_what_should_be_an_object_and_is_none_is_told_so(client: Client, given: Any, field: str) -> None:
    answer = client.post("/api/v1/plans", json.dumps(given), content_type="application/json")

    assert answer.status_code == 422
    assert answer.json()["errors"] == [{"field": field, "message": "Debe ser un objeto."}]
