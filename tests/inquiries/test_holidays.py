"""Chile's holidays: by the law that moves them, and those that follow Easter."""

from datetime import date

import pytest

from inquiries.holidays import easter_sunday, is_working_day, of_year, solstice


@pytest.mark.parametrize(
    "day",
    ["1954-04-18", "1981-04-19", "2008-03-23", "2019-04-21", "2024-03-31", "2026-04-05", "2038-04-25", "2049-04-18"],
)
def test_easter_falls_where_the_almanacs_say(day):
    sunday = date.fromisoformat(day)

    assert easter_sunday(sunday.year) == sunday


def test_easter_is_always_a_sunday_of_march_or_april():
    for year in range(1900, 2200):
        day = easter_sunday(year)
        assert day.weekday() == 6
        assert date(year, 3, 22) <= day <= date(year, 4, 25)


@pytest.mark.parametrize(
    "day",
    [
        "2026-04-03", "2026-04-04",  # Good Friday and Holy Saturday
        "2024-06-20", "2025-06-20", "2026-06-21", "2021-06-21",  # the solstice
        "2027-06-28", "2023-06-26",  # 29 June on a Tuesday and a Thursday
        "2028-10-09", "2029-10-15",  # 12 October on a Thursday and a Friday
        "2023-10-27", "2029-11-02",  # 31 October on a Tuesday and a Wednesday
        "2018-09-17", "2019-09-20", "2021-09-17", "2022-09-16",  # bridges of September
        "2023-01-02", "2017-01-02",
        "2026-12-08", "2026-12-25",
    ],
)  # fmt: skip
def test_these_days_are_holidays(day):
    assert not is_working_day(date.fromisoformat(day))
    assert date.fromisoformat(day) in of_year(int(day[:4]))


@pytest.mark.parametrize("day", ["2023-10-31", "2027-06-29", "2026-06-22", "2026-09-17", "2024-01-02", "2026-12-09"])
def test_these_are_working_days(day):
    assert is_working_day(date.fromisoformat(day))


def test_the_solstice_repeats_every_four_years():
    assert [solstice(year).day for year in range(2022, 2030)] == [21, 21, 20, 20, 21, 21, 20, 20]
