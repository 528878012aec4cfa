from datetime import date

import pytest
import time_machine
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from governance.periods import BadPeriod, Period

days = st.dates(date(1990, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("slug", "first", "last"),
    [
        ("2026-t3", date(2026, 7, 1), date(2026, 9, 30)),
        ("2026-t4", date(2026, 10, 1), date(2026, 12, 31)),
        ("2026-s1", date(2026, 1, 1), date(2026, 6, 30)),
        ("2026-s2", date(2026, 7, 1), date(2026, 12, 31)),
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2026-12", date(2026, 12, 1), date(2026, 12, 31)),
        ("2026-01-15--2026-03-20", date(2026, 1, 15), date(2026, 3, 20)),
    ],
)
def test_a_period_is_read_from_its_address_and_written_back(slug: str, first: date, last: date) -> None:
    period = Period.parse(slug)
    assert (period.first, period.last) == (first, last)
    assert period.slug == slug


@pytest.mark.parametrize(
    "slug",
    ["", "2026-t5", "2026-t0", "2026-13", "2026-00", "26-t1", "1989", "2101", "2026-02-30--2026-03-01",
     "2026-03-02--2026-03-01", "2026-t1 ", "２０２６", "2026-T1", "9999-t1"],
)  # fmt: skip
def test_other_words_are_no_period(slug: str) -> None:
    with pytest.raises(BadPeriod):
        Period.parse(slug)


@given(days, days)
def test_any_span_has_an_address_of_its_own(one: date, other: date) -> None:
    period = Period(min(one, other), max(one, other))
    assert Period.parse(period.slug) == period


@given(days.filter(lambda day: day.year > 1990))
def test_the_quarter_before_ends_the_day_before(day: date) -> None:
    quarter = Period.quarter_of(day)
    assert quarter.first <= day <= quarter.last
    assert (quarter.first - quarter.before().last).days == 1
    assert quarter.before().slug[5] == "t"


@pytest.mark.parametrize(
    ("slug", "before"),
    [("2026-t1", "2025-t4"), ("2026-s1", "2025-s2"), ("2026", "2025"), ("2026-01", "2025-12"),
     ("2026-01-11--2026-01-20", "2026-01-01--2026-01-10")],
)  # fmt: skip
def test_before_a_period_comes_one_of_its_kind(slug: str, before: str) -> None:
    assert Period.parse(slug).before().slug == before


def test_eight_quarters_end_with_the_one_of_the_last_day() -> None:
    slugs = [quarter.slug for quarter in Period.parse("2026-s1").quarters(8)]
    assert slugs == ["2024-t3", "2024-t4", "2025-t1", "2025-t2", "2025-t3", "2025-t4", "2026-t1", "2026-t2"]


def test_a_day_begins_at_midnight_in_chile() -> None:
    period = Period.parse("2026-t3")
    assert period.starts_at().isoformat() == "2026-07-01T00:00:00-04:00"
    assert period.ends_at().isoformat() == "2026-10-01T00:00:00-03:00"


def test_while_it_runs_what_stands_is_counted_today() -> None:
    with time_machine.travel("2026-08-15T12:00:00-04:00"):
        assert Period.parse("2026-t3").day == date(2026, 8, 15)
        assert Period.parse("2026-t3").running
        assert Period.parse("2026-t2").day == date(2026, 6, 30)
        assert not Period.parse("2026-t2").running


def test_a_period_is_said_in_the_readers_language() -> None:
    with translation.override("es"):
        assert Period.parse("2026-t3").label == "tercer trimestre de 2026"
        assert Period.parse("2026-s1").label == "primer semestre de 2026"
        assert Period.parse("2026-05").label == "mayo de 2026"
    with translation.override("en"):
        assert Period.parse("2026-t3").label == "third quarter of 2026"
        assert Period.parse("2026-05").label == "May 2026"
