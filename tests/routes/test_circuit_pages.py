import json
import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from foundation.months import mask
from routes.models import Circuit, Closure, Place, Stop
from tests.builders import a_circuit, a_place, a_producer, a_product

pytestmark = pytest.mark.django_db
WEEK = {day: [["10:00", "18:00"]] for day in ("tue", "wed", "thu", "fri", "sat", "sun")} | {"mon": []}


@pytest.fixture
def coast() -> Circuit:
    circuit = a_circuit(
        "Litoral de los Poetas",
        slug="litoral",
        title_en="Coast of the Poets",
        days=2,
        day_titles_es=["Isla Negra", "Cartagena"],
        months=mask([9, 10, 11]),
        themes_es="poesía, costa",
        operators=[
            {
                "capacity": 16,
                "minimum": 2,
                "unit_price": 20168,
                "producer": a_producer("Cocina de algas"),
                "what_es": "Desayuno",
            }
        ],
    )
    places = [
        a_place("Casa Museo", lat=-33.443, lon=-71.684, opening_hours=WEEK, hours_confirmed=True, visit_minutes=90),
        a_place("Quebrada", lat=-33.4425, lon=-71.668, opening_hours=WEEK),
        a_place("Cartagena", lat=-33.55, lon=-71.607, season_note_es="Los fines de semana se llena."),
    ]
    for order, (place, day) in enumerate(zip(places, [1, 1, 2], strict=True)):
        Stop.objects.create(circuit=circuit, place=place, day=day, order=order, note_es=f"Nota de {place}.")
    return circuit


def page(client: Client, prefix: str = "") -> str:
    return client.get(f"{prefix}/rutas/litoral/").content.decode()


def test_stops_are_told_day_by_day_in_order(client: Client, coast: Circuit) -> None:
    html = page(client)

    marks = ["Día 1: Isla Negra", "1. Casa Museo", "2. Quebrada", "Día 2: Cartagena", "3. Cartagena"]
    places = [html.index(mark) for mark in marks]
    assert places == sorted(places)
    assert "Nota de Quebrada." in html
    assert "1 h 30 min" in html


def test_hours_are_told_when_confirmed_and_otherwise_said_to_be_open(client: Client, coast: Circuit) -> None:
    html = page(client)

    assert "Martes a domingo, 10:00 a 18:00; cerrado lunes." in html
    assert html.count("Horario por confirmar.") == 2
    assert "Los fines de semana se llena." in html


def test_a_closure_of_the_coming_weeks_is_told_with_its_reason(client: Client, coast: Circuit) -> None:
    today = timezone.localdate()
    place = Place.objects.get(name_es="Casa Museo")
    Closure.objects.create(place=place, first_day=today, last_day=today + timedelta(days=2), reason_es="Obras")
    Closure.objects.create(place=place, first_day=today + timedelta(days=100), last_day=today + timedelta(days=100))

    html = page(client)

    assert re.search(r"Cerrado del \d+ [^.]*: Obras\.", html)
    assert html.count("Cerrado ") == 1


def test_distances_are_said_to_be_estimates(client: Client, coast: Circuit) -> None:
    html = page(client)

    assert "estimación" in html
    assert re.search(r"A la siguiente: unos 2 km, \d+ min", html)


def test_hosts_are_named_with_the_price_visitors_pay(client: Client, coast: Circuit) -> None:
    html = page(client)

    assert "Cocina de algas" in html
    assert "$24.000" in html
    assert "2 a 16" in html
    assert 'href="/consultas/nueva/?circuit=litoral"' in html


def test_hosts_on_pause_are_not_named(client: Client, coast: Circuit) -> None:
    coast.operators.update(paused=True)

    assert "Cocina de algas" not in page(client)


def test_a_stop_at_a_producers_leads_to_it(client: Client, coast: Circuit) -> None:
    maker = a_producer("Quesería", slug="queseria")
    Place.objects.filter(name_es="Quebrada").update(producer=maker)

    assert 'href="/productores/queseria/"' in page(client)
    maker.live = False
    maker.save()
    assert 'href="/productores/queseria/"' not in page(client)


def test_published_products_of_the_way_are_shown(client: Client, coast: Circuit) -> None:
    coast.products.set([a_product("Cochayuyo"), a_product("Producto oculto", live=False)])
    coast.save()

    html = page(client)

    assert "Cochayuyo" in html
    assert "Producto oculto" not in html


def test_a_circuit_without_stops_still_has_a_page(client: Client) -> None:
    a_circuit("Vacía", slug="litoral")

    assert client.get("/rutas/litoral/").status_code == 200


def test_a_draft_circuit_is_absent(client: Client, coast: Circuit) -> None:
    Circuit.objects.update(live=False)

    assert client.get("/rutas/litoral/").status_code == 404


def test_machines_read_a_trip_with_its_stops(client: Client, coast: Circuit) -> None:
    text = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page(client))[0]

    trip = json.loads(text)

    assert trip["@type"] == "TouristTrip"
    assert [step["item"]["name"] for step in trip["itinerary"]["itemListElement"]] == [
        "Casa Museo",
        "Quebrada",
        "Cartagena",
    ]
    assert trip["offers"][0]["price"] == 24000
    assert trip["touristType"] == ["poesía", "costa"]


def test_in_english_the_title_is_english(client: Client, coast: Circuit) -> None:
    assert "<h1>Coast of the Poets</h1>" in page(client, "/en")


def test_the_page_costs_six_queries_however_long_the_way(
    client: Client, coast: Circuit, django_assert_num_queries: Any
) -> None:
    for number in range(12):
        Stop.objects.create(circuit=coast, place=a_place(producer=a_producer()), day=2, order=number + 5)
        coast.products.add(a_product(f"Producto {number}"))
    coast.save()

    with django_assert_num_queries(6):
        page(client)
