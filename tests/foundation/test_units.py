from decimal import Decimal

import pytest
from django.utils import translation

from foundation import units
from foundation.units import Unit


@pytest.mark.parametrize(
    ("text", "quantity"),
    [("500", "500"), ("1.5", "1.5"), ("1,5", "1.5"), (" 12 ", "12"), ("0", "0"), ("0.001", "0.001"), ("1.500", "1.5")],
)
def test_a_decimal_string_is_a_quantity(text, quantity):
    assert units.parse_quantity(text) == Decimal(quantity)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-1",
        "+1",
        "1e3",
        "NaN",
        "Infinity",
        "1.0001",
        "1_000",
        "٣",
        "１",
        "12345678901",
        "0x1",
        "1.",
        ".5",
        "1 000",
        "1\n2",
    ],
)
def test_anything_else_is_not(text):
    with pytest.raises(units.BadQuantity):
        units.parse_quantity(text)


def test_people_part_thousands_with_points():
    assert units.parse_typed("1.500") == 1500
    assert units.parse_typed("1.234.567,5") == Decimal("1234567.5")
    assert units.parse_typed("1.5") == Decimal("1.5")


def test_the_api_form_has_no_exponent_and_no_needless_zeros():
    assert [units.plain(Decimal(text)) for text in ("500", "1.500", "1E+3", "0.000", "100")] == [
        "500",
        "1.5",
        "1000",
        "0",
        "100",
    ]


@pytest.mark.parametrize(
    ("quantity", "unit", "spanish", "english"),
    [
        (Decimal(500), Unit.KG, "500 kg", "500 kg"),
        (Decimal("1500.5"), Unit.KG, "1.500,5 kg", "1,500.5 kg"),
        (3, Unit.PERSON, "3 personas", None),
        (Decimal("1.000"), Unit.UNIT, "1 unidad", None),
        (3000, Unit.HA, "3.000 ha", "3,000 ha"),
    ],
)
def test_quantities_read_as_people_write_them(quantity, unit, spanish, english):
    with translation.override("es"):
        assert units.show(quantity, unit) == spanish
    if english:
        with translation.override("en"):
            assert units.show(quantity, unit) == english


def test_every_unit_can_be_shown():
    for unit in Unit:
        assert units.show(2, unit).startswith("2 ")


def test_units_of_one_measure_convert():
    assert units.convert(Decimal("1.5"), "t", "kg") == 1500
    assert units.convert(Decimal(750), "ml", "l") == Decimal("0.75")
    assert units.convert(Decimal(2), "dozen", "unit") == 24
    assert units.convert(Decimal(1), "kg", "l") is None
    assert units.convert(Decimal(1), "person", "ha") is None
