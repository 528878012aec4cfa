"""Freight by weight and distance: the same for everybody, never less for more, honest where it is not known."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.models import Product
from inquiries import freight
from inquiries.freight import Load
from inquiries.models import Inquiry
from territories import ground

DAY = date(2026, 11, 22)
MONTE_PATRIA, SANTIAGO = (-30.7, -70.95), (-33.45, -70.65)


def pesos(kilos, km, *, chilled=False):
    return freight.rate(Load(kilos, chilled), km, DAY)


@pytest.mark.parametrize(
    ("kilos", "km", "expected"),
    [
        (10, 50, 4_900),
        (50, 50, 8_500),
        (51, 50, 8_560),
        (500, 450, 8_000 + 50 * 210 + 450 * 140),
        (600, 450, 8_000 + 50 * 210 + 450 * 140 + 100 * 95),
        (0, 1_500, 14_000),
    ],
)
def test_the_rates_are_those_of_the_table(kilos, km, expected):
    assert pesos(kilos, km) == expected


def test_what_is_kept_cold_costs_more():
    assert pesos(100, 450, chilled=True) == 35_700
    assert pesos(100, 450) == 25_500


@given(st.integers(0, 20_000), st.integers(0, 5_000), st.integers(0, 500), st.booleans())
def test_more_weight_or_more_road_never_costs_less(kilos, km, more, chilled):
    here = pesos(kilos, km, chilled=chilled)

    assert here % 10 == 0
    assert pesos(kilos + more, km, chilled=chilled) >= here
    assert pesos(kilos, km + more, chilled=chilled) >= here


def test_a_price_says_what_it_was_worked_out_from():
    found = freight.price(Load(420, chilled=True), MONTE_PATRIA, SANTIAGO, DAY)

    assert (found.kilos, found.km, found.known) == (420, 400, True)
    assert found.pesos == pesos(420, 400, chilled=True)


@pytest.mark.parametrize(("load", "end"), [(Load(None), SANTIAGO), (Load(10), None)])
def test_without_a_weight_or_a_place_it_is_to_be_agreed(load, end):
    found = freight.price(load, MONTE_PATRIA, end, DAY)

    assert (found.pesos, found.known) == (0, False)


@pytest.mark.parametrize(
    ("product", "quantity", "kilos"),
    [
        ({"unit": "kg", "base_unit": "kg"}, 12, 12),
        ({"unit": "box", "base_unit": "kg", "unit_size": Decimal("8.2")}, 10, 82),
        ({"unit": "unit", "base_unit": "g", "unit_size": 250}, 8, 2),
        ({"unit": "bottle", "base_unit": "l", "unit_size": Decimal("0.75")}, 12, Decimal("12.6")),
        ({"unit": "t", "base_unit": "kg", "unit_size": 1000}, 2, 2000),
        ({"unit": "unit", "base_unit": "unit"}, 3, None),
        ({"unit": "m3", "base_unit": "m3"}, 3, None),
    ],
)
def test_weights_come_from_the_packing(product, quantity, kilos):
    assert freight.kilos_of(Product(**product), Decimal(quantity)) == kilos


@pytest.mark.parametrize(
    ("named", "comuna"),
    [
        ("Región Metropolitana", "Santiago"),
        ("metropolitana", "Santiago"),
        ("Metropolitana de Santiago", "Santiago"),
        ("Región de Coquimbo", "La Serena"),
        ("Valdivia", "Valdivia"),
        ("Los Ríos", "Valdivia"),
        ("Puerto Varas", "Puerto Varas"),
        ("", None),
        ("Fuera de Chile", None),
        ("Isla de Pascua", None),
        ("casa", None),
    ],
)
def test_places_are_known_by_name(named, comuna):
    point = freight.place_named(named)

    known = ground.find_comuna(comuna) if comuna else None
    assert point == ((known.lat, known.lon) if known else None)


def test_a_point_is_better_than_a_name_and_abroad_is_nowhere():
    here = Inquiry(destination_region="Maule", destination_lat=-33.0, destination_lon=-71.0)
    assert freight.destination_of(here) == (-33.0, -71.0)
    assert freight.destination_of(Inquiry(destination_country="DE", destination_region="Maule")) is None


def test_it_reaches_the_region_and_what_lies_near():
    santiago = freight.place_named("Región Metropolitana")

    reached = {name: freight.reaches(santiago, ground.find_comuna(name)) for name in ("Melipilla", "Buin", "Talca")}
    assert reached == {"Melipilla": True, "Buin": True, "Talca": False}
