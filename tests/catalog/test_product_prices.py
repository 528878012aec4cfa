from decimal import Decimal

import pytest
from django.utils import translation

from catalog.models import Format, PriceTier, Product
from catalog.shop.prices import formats_of, price_table, spans
from tests.builders import a_product

pytestmark = pytest.mark.django_db


def a_format(product: Product, name: str, tiers: dict[int, int], size: str = "1", **fields: object) -> Format:
    made = Format.objects.create(product=product, name_es=name, size=size, **fields)
    for fewest, price in tiers.items():
        PriceTier.objects.create(format=made, min_quantity=fewest, unit_price=price)
    return made


def test_formats_that_share_their_steps_stand_beside_each_other() -> None:
    cheese = a_product()
    a_format(cheese, "Rueda", {1: 5900, 6: 5400, 24: 4900}, order=1)
    a_format(cheese, "Cuña", {1: 3900}, order=2)

    table = price_table(cheese)

    assert table.columns == ("1 a 5", "6 a 23", "24 o más")
    assert [price for _span, price in table.rows[0].prices] == [5900, 5400, 4900]
    assert [price for _span, price in table.rows[1].prices] == [3900, 3900, 3900]
    assert (table.lowest, table.highest) == (3900, 5900)


def test_formats_with_steps_of_their_own_tell_them_each() -> None:
    cheese = a_product()
    a_format(cheese, "Pieza", {1: 7500, 8: 6800, 24: 6100}, order=1)
    a_format(cheese, "Horma", {1: 44900, 2: 42900, 4: 40500}, order=2)

    table = price_table(cheese)

    assert table.columns == ()
    assert table.rows[0].prices == (("1 a 7", 7500), ("8 a 23", 6800), ("24 o más", 6100))
    assert table.rows[1].prices == (("1", 44900), ("2 a 3", 42900), ("4 o más", 40500))


def test_below_the_smallest_number_sold_there_is_no_price() -> None:
    wine = a_product()
    a_format(wine, "Botella", {1: 7800}, order=1)
    a_format(wine, "Caja", {6: 42000}, order=2)

    assert price_table(wine).rows[1].prices == (("1 a 5", None), ("6 o más", 42000))


def test_prices_are_compared_by_the_kilo_where_formats_hold_something_else() -> None:
    cheese = a_product(base_unit="kg")
    a_format(cheese, "Pieza de 400 g", {1: 7500}, size="0.4", order=1)
    a_format(cheese, "Pieza de 1 kg", {1: 16900}, size="1", order=2)

    assert [row.by_measure for row in price_table(cheese).rows] == [18750, None]


def test_furniture_is_not_compared_by_measure() -> None:
    chair = a_product(unit="unit", base_unit="unit")
    a_format(chair, "Par", {1: 90000}, size="2")

    assert price_table(chair).rows[0].by_measure is None


def test_a_format_without_price_stays_out() -> None:
    cheese = a_product()
    a_format(cheese, "Rueda", {})

    assert price_table(cheese).rows == ()
    assert price_table(cheese).lowest is None


def test_a_single_price_needs_no_span() -> None:
    assert spans([1]) == ["Cada uno"]


def test_formats_of_a_draft_are_those_of_the_draft() -> None:
    cheese = a_product()
    a_format(cheese, "Rueda", {1: 5900})
    cheese.formats = [Format(name_es="Rueda nueva", size=Decimal("0.5"))]

    assert [entry.name for entry in formats_of(cheese)] == ["Rueda nueva"]


def test_names_come_in_the_readers_language() -> None:
    cheese = a_product()
    a_format(cheese, "Pieza", {1: 7500}, name_en="Piece")

    with translation.override("en"):
        assert price_table(cheese).rows[0].name == "Piece"
