from datetime import date

import pytest

from foundation.months import ALL_YEAR, mask
from routes.hours import DAYS
from routes.opening import Shut, minutes_of, spans_on, starts, time_text

SATURDAY, MONDAY = date(2027, 1, 16), date(2027, 1, 18)
TWICE = {day: [["10:00", "13:00"], ["15:00", "18:30"]] for day in DAYS} | {"mon": []}


def test_a_day_may_have_two_spans() -> None:
    assert spans_on(TWICE, ALL_YEAR, (), SATURDAY) == ((600, 780), (900, 1110))


def test_a_weekly_closed_day_has_none() -> None:
    assert spans_on(TWICE, ALL_YEAR, (), MONDAY) == ()


def test_out_of_its_months_a_place_is_shut() -> None:
    assert spans_on(TWICE, mask([7, 8]), (), SATURDAY) == ()


@pytest.mark.parametrize(("first", "last", "open_"), [(14, 15, True), (15, 16, False), (16, 20, False), (17, 20, True)])
def test_both_days_of_a_closure_count(first: int, last: int, open_: bool) -> None:
    closure = Shut(date(2027, 1, first), date(2027, 1, last))

    assert bool(spans_on(TWICE, ALL_YEAR, [closure], SATURDAY)) is open_


def test_a_place_nobody_gave_hours_for_is_visited_by_daylight() -> None:
    assert spans_on({}, ALL_YEAR, (), SATURDAY) == ((540, 1080),)


def test_what_is_open_past_midnight_closes_with_the_day() -> None:
    assert spans_on({"sat": [["19:00", "01:00"]]}, ALL_YEAR, (), SATURDAY) == ((1140, 1440),)


def test_a_visit_is_over_before_the_doors_close() -> None:
    assert starts([(600, 780), (900, 930)], 60) == ((600, 720),)


@pytest.mark.parametrize("text", ["00:00", "09:30", "23:59", "24:00"])
def test_times_are_read_and_written(text: str) -> None:
    assert time_text(minutes_of(text)) == text


@pytest.mark.parametrize("text", ["", "9:30", "24:01", "12:60", "noon", "09:30:00"])
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        minutes_of(text)
