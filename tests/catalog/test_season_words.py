import pytest

from catalog.shop.facts import lasting
from catalog.shop.season import headline, lines
from foundation.months import ALL_YEAR, mask

SUMMER = mask([11, 12, 1, 2, 3])


@pytest.mark.parametrize(
    ("months", "month", "words"),
    [
        (ALL_YEAR, 6, "Todo el año"),
        (SUMMER, 11, "Ahora, hasta marzo"),
        (SUMMER, 2, "Ahora, hasta marzo"),
        (SUMMER, 3, "Hasta fin de mes"),
        (SUMMER, 4, "Vuelve en noviembre"),
        (mask([3, 8]), 5, "Vuelve en agosto"),
        (mask([3, 8]), 9, "Vuelve en marzo"),
        (mask([6]), 6, "Hasta fin de mes"),
        (0, 6, ""),
    ],
)
def test_the_season_is_told_from_the_month(months: int, month: int, words: str) -> None:
    assert headline(months, month) == words


def test_when_it_is_made_is_told_only_where_it_differs() -> None:
    assert lines(SUMMER, SUMMER) == ["A la venta: de noviembre a marzo."]
    assert lines(mask([1, 2]), ALL_YEAR) == ["Se cosecha o elabora: enero y febrero."]
    assert lines(ALL_YEAR, ALL_YEAR) == []


@pytest.mark.parametrize(
    ("days", "words"),
    [(None, ""), (1, "1 día"), (7, "7 días"), (59, "59 días"), (60, "2 meses"), (365, "12 meses"), (1095, "3 años")],
)
def test_how_long_it_lasts_is_said_as_people_do(days: int | None, words: str) -> None:
    assert lasting(days) == words
