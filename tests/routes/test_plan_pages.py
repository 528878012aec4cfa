import re
from typing import Any

import pytest
from django.test import Client

from foundation.models import OutboxMessage
from routes.models import Circuit, CircuitOperator, Place, Plan
from tests.builders import a_place, a_producer
from tests.routes.planned import a_coast, asking, in_days, post

pytestmark = pytest.mark.django_db


def form(**fields: Any) -> dict[str, Any]:
    """What the page posts for one day on the circuit."""
    day = {"days-0-date": in_days(), "days-0-start": "09:00", "days-0-end": "19:00"}
    whole = {"days-TOTAL_FORMS": 1, "days-INITIAL_FORMS": 0, "where": "circuit:litoral", "base": ""}
    return whole | day | {"pace": "normal", "party": 2, "action": "plan", "once": "una-vez"} | fields


def text_of(answer: Any) -> str:
    return re.sub(r"\s+", " ", answer.content.decode())


def a_plan(client: Client, **fields: Any) -> str:
    return str(post(client, asking(circuit="litoral", **fields)).json()["url"])


def test_the_form_makes_a_plan_and_leads_to_it(client: Client) -> None:
    a_coast("museo", "playa")

    answer = client.post("/rutas/planificar/", form(interests=["mar"], **{"place-museo": "must"}))
    plan = Plan.objects.get()

    assert (answer.status_code, answer["Location"]) == (302, f"/rutas/planes/{plan.token}/")
    assert plan.request["must"] == ["museo"]
    assert plan.request["interests"] == ["mar"]
    assert (plan.party, plan.locale) == (2, "es")


def test_sent_twice_it_is_one_plan(client: Client) -> None:
    a_coast("museo")

    places = {client.post("/rutas/planificar/", form())["Location"] for _ in range(2)}

    assert len(places) == Plan.objects.count() == 1


def test_sent_again_with_other_contents_it_is_another_plan(client: Client) -> None:
    a_coast("museo")

    for party in (2, 5):
        client.post("/rutas/planificar/", form(party=party))

    assert sorted(Plan.objects.values_list("party", flat=True)) == [2, 5]


def test_everything_that_is_wrong_is_told_at_once(client: Client) -> None:
    a_coast("museo")
    wrong = {"party": "0", "where": "circuit:nada", "days-0-date": in_days(-1), "days-0-end": "08:00"}

    html = text_of(client.post("/rutas/planificar/", form(**wrong)))

    for said in ("Cuántos van: ", "No lo conocemos.", "Elija un día desde hoy", "El día debe durar al menos una hora."):
        assert said in html
    assert not Plan.objects.exists()


def test_a_form_without_its_count_of_days_says_so_in_plain_words(client: Client) -> None:
    a_coast("museo")

    answer = client.post("/rutas/planificar/", form(**{"days-TOTAL_FORMS": ""}))

    assert answer.status_code == 422
    assert "El formulario llegó incompleto." in text_of(answer)
    assert "ManagementForm" not in text_of(answer)
    assert "Se planifican de 1 a" not in text_of(answer)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"days-0-date": ""}, "Fecha: "),
        ({"days-0-date": in_days(-1)}, "Elija un día desde hoy"),
        ({"days-0-start": "25:00"}, "Escriba la hora así: 09:30."),
        ({"days-0-end": "09:30"}, "El día debe durar al menos una hora."),
        ({"party": "100"}, "Cuántos van: "),
        ({"where": "", "base": ""}, "Diga desde dónde parte."),
        ({"where": "circuit:nada"}, "No lo conocemos."),
        ({"interests": ["otra-cosa"]}, "Qué le gusta: "),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_is_kept(client: Client, changed: dict[str, Any], said: str) -> None:
    a_coast("museo")

    answer = client.post("/rutas/planificar/", form(**({"party": "7", "place-museo": "never"} | changed)))
    html = text_of(answer)

    assert answer.status_code == 422
    assert said in html
    if "party" not in changed:
        assert 'value="7"' in html
    assert '<option value="never" selected>' in html
    assert not Plan.objects.exists()


def test_a_day_is_added_and_taken_away_without_losing_the_rest(client: Client) -> None:
    a_coast("museo")

    more = text_of(client.post("/rutas/planificar/", form(action="add", party="9", interests=["mar"])))
    fewer = text_of(
        client.post(
            "/rutas/planificar/",
            form(action="remove-0", **{"days-TOTAL_FORMS": 2, "days-1-date": in_days(9), "days-1-start": "10:00"}),
        )
    )

    assert "Día 2" in more
    assert 'value="9"' in more
    assert re.search(r'value="mar"[^>]*checked', more)
    assert "Día 2" not in fewer
    assert f'value="{in_days(9)}"' in fewer


def test_a_day_added_and_left_blank_is_none(client: Client) -> None:
    a_coast("museo")
    blank = {"days-1-date": "", "days-1-start": "09:00", "days-1-end": "19:00"}
    last = {"days-2-date": in_days(-3), "days-2-start": "09:00", "days-2-end": "19:00"}

    wrong = text_of(client.post("/rutas/planificar/", form(**{"days-TOTAL_FORMS": 3} | blank | last)))
    client.post("/rutas/planificar/", form(**{"days-TOTAL_FORMS": 2} | blank))

    assert 'href="#id_days-2-date"' in wrong
    assert len(Plan.objects.get().request["days"]) == 1


def test_five_days_are_the_most(client: Client) -> None:
    a_coast("museo")

    html = text_of(client.post("/rutas/planificar/", form(action="add", **{"days-TOTAL_FORMS": 5})))

    assert "Día 5" in html
    assert "Agregar otro día" not in html


def test_the_form_begins_with_the_circuit_one_comes_from(client: Client) -> None:
    a_coast("museo")

    html = text_of(client.get("/rutas/planificar/?circuit=litoral"))

    assert '<option value="circuit:litoral" selected>Litoral</option>' in html
    assert 'name="place-museo"' in html


def test_the_form_begins_with_the_plan_to_be_changed(client: Client) -> None:
    a_coast("museo", "playa")
    url = a_plan(client, never=["playa"], party=6, pace="slow", interests=["vino"])

    html = text_of(client.get(f"/rutas/planificar/?plan={url.split('/')[3]}"))

    assert 'value="6"' in html
    assert re.search(r'value="slow"[^>]*checked', html)
    assert re.search(r'value="vino"[^>]*checked', html)
    assert re.search(r'name="place-playa">.*?<option value="never" selected>', html)
    assert f'value="{in_days()}"' in html


def test_the_plan_tells_each_stop_with_its_hour(client: Client) -> None:
    a_coast("museo", "playa")

    html = text_of(client.get(a_plan(client)))

    assert re.search(r"\d\d:\d\d–\d\d:\d\d</time> <strong>1\. ", html)
    assert "Pausa para almorzar" in html
    assert "<svg" in html
    assert 'href="/rutas/litoral/#parada-1"' in html
    assert 'href="/api/v1/plans/' in html
    assert '<meta name="robots" content="noindex">' in html


def test_a_plan_with_nothing_to_visit_says_so(client: Client) -> None:
    a_coast("museo")
    Place.objects.update(opening_hours={"mon": []})

    html = text_of(client.get(a_plan(client)))

    assert "No encontramos nada que visitar en esos días." in html
    assert "Nada que visitar este día" in html
    assert "Cierra los días de su viaje." in html


def test_a_stop_is_taken_out_and_a_dropped_one_brought_back(client: Client) -> None:
    a_coast("museo", "playa")
    url = a_plan(client)

    without = client.post(url, {"never": "museo"})
    back = client.post(without["Location"], {"must": "museo"})

    plans = [plan.request for plan in Plan.objects.order_by("pk")]
    assert [(plan["must"], plan["never"]) for plan in plans] == [([], []), ([], ["museo"]), (["museo"], [])]
    assert back.status_code == 302


def test_an_invented_place_changes_nothing(client: Client) -> None:
    a_coast("museo")

    assert client.post(a_plan(client), {"must": "atlantida"}).status_code == 422
    assert Plan.objects.count() == 1


def test_hosts_who_receive_that_month_can_be_asked_for_the_whole_party(client: Client) -> None:
    a_coast("museo", operators=[{"capacity": 12, "minimum": 2}, 16])
    url = a_plan(client, party=8)

    html = text_of(client.get(url))
    CircuitOperator.objects.update(months=0)

    assert 'href="/consultas/nueva/?circuit=litoral&amp;quantity=8"' in html
    assert "2 anfitriones reciben grupos de 1 a 16." in html
    assert "Pregunte a los anfitriones" not in text_of(client.get(url))


def test_a_party_no_host_takes_may_ask_all_the_same(client: Client) -> None:
    a_coast("museo", operators=[4])

    assert "Su grupo no calza" in text_of(client.get(a_plan(client, party=8)))


def test_names_are_told_as_text_whatever_they_hold(client: Client) -> None:
    a_coast("museo", "playa")
    Place.objects.update(name_es="<script>alert(1)</script>")

    html = client.get(a_plan(client, never=["playa"])).content.decode()

    assert "<script>alert" not in html
    assert "&lt;script&gt;alert" in html


def test_without_its_token_a_plan_does_not_exist(client: Client) -> None:
    a_coast("museo")
    url = a_plan(client)

    other = "y" if url[-2] == "x" else "x"
    assert client.get(f"{url[:-2]}{other}/").status_code == 404
    assert client.get(url)["Cache-Control"] == "private, no-store"


def test_in_english_the_plan_speaks_english_of_places_that_have_it(client: Client) -> None:
    a_coast("museo")
    Place.objects.update(name_en="The house museum")

    assert "The house museum" in text_of(client.get(f"/en{a_plan(client)}"))


def test_the_page_of_a_plan_costs_two_queries(client: Client, django_assert_num_queries: Any) -> None:
    a_coast(*(f"lugar-{n}" for n in range(8)), operators=[8])
    url = a_plan(client)
    client.get(url)

    with django_assert_num_queries(2):
        client.get(url)


def test_the_form_costs_five_queries(client: Client, django_assert_num_queries: Any) -> None:
    """The circuit, its stops, their names, the territories and their comunas."""
    a_coast(*(f"lugar-{n}" for n in range(8)))

    with django_assert_num_queries(5):
        client.get("/rutas/planificar/?circuit=litoral")


def test_planning_tells_nobody(client: Client) -> None:
    a_coast("museo")
    before = OutboxMessage.objects.count()

    a_plan(client)

    assert OutboxMessage.objects.count() == before


def test_the_circuit_leads_to_the_planner_and_to_its_files(client: Client) -> None:
    a_coast("museo")

    html = text_of(client.get("/rutas/litoral/"))

    assert 'href="/rutas/planificar/?circuit=litoral"' in html
    for kind in ("gpx", "kml", "geojson", "ics", "pdf"):
        assert f'href="/api/v1/circuits/litoral.{kind}"' in html


def test_a_circuit_without_stops_has_no_files(client: Client) -> None:
    a_coast()
    Circuit.objects.get().stops.all().delete()

    assert "/api/v1/circuits/litoral.gpx" not in text_of(client.get("/rutas/litoral/"))


def test_the_comunas_of_the_territories_can_be_a_base(client: Client) -> None:
    a_coast("museo")
    a_place(producer=a_producer())

    assert '<optgroup label="San Antonio">' in text_of(client.get("/rutas/planificar/"))
