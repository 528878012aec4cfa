from datetime import date, datetime, timedelta
from fractions import Fraction

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from inquiries.deadlines import after, part_of_the_way, respond_by, valid_until, working_time
from inquiries.wording import time_left


@pytest.mark.parametrize(
    ("start", "due"),
    [
        ("2026-11-23 09:00", "2026-11-25 18:00"),
        ("2026-11-26 23:59", "2026-11-30 18:00"),
        ("2026-11-27 10:00", "2026-12-01 18:00"),
        ("2026-11-28 10:00", "2026-12-01 18:00"),
        ("2026-11-29 10:00", "2026-12-01 18:00"),
    ],
    ids=["monday", "thursday night", "friday", "saturday", "sunday"],
)
def test_an_answer_is_due_at_six_on_the_second_working_day(start, due):
    at = timezone.make_aware(datetime.fromisoformat(start))

    assert timezone.localtime(respond_by(at)).strftime("%Y-%m-%d %H:%M") == due


def test_the_hour_is_chiles_also_when_the_clock_has_changed():
    before_winter = timezone.make_aware(
        datetime.fromisoformat("2027-04-02 12:00")
    )  # clocks go back on the night of the 3rd

    assert timezone.localtime(respond_by(before_winter)).hour == 18


def at(text):
    return timezone.make_aware(datetime.fromisoformat(text))


def local(moment):
    return timezone.localtime(moment).strftime("%Y-%m-%d %H:%M")


@pytest.mark.parametrize(
    ("start", "due"),
    [
        ("2026-12-07 10:00", "2026-12-10 18:00"),  # the 8th is a holiday
        ("2026-04-01 10:00", "2026-04-06 18:00"),  # Easter
        ("2026-09-16 20:00", "2026-09-21 18:00"),  # 18 and 19 September
        ("2027-12-30 10:00", "2028-01-03 18:00"),
    ],
)
def test_public_holidays_do_not_count(start, due):
    assert local(respond_by(at(start))) == due


@pytest.mark.parametrize(
    ("start", "end", "hours"),
    [
        ("2026-11-23 10:00", "2026-11-23 12:30", 2.5),
        ("2026-11-23 07:00", "2026-11-23 20:00", 9),
        ("2026-11-27 17:00", "2026-11-30 10:00", 2),
        ("2026-11-28 10:00", "2026-11-29 20:00", 0),
        ("2026-12-07 17:00", "2026-12-09 10:00", 2),
        ("2026-11-24 10:00", "2026-11-23 10:00", 0),
    ],
)
def test_only_business_hours_pass(start, end, hours):
    assert working_time(at(start), at(end)) == timedelta(hours=hours)


@pytest.mark.parametrize(
    ("start", "hours", "end"),
    [
        ("2026-11-23 10:00", 2, "2026-11-23 12:00"),
        ("2026-11-23 17:00", 2, "2026-11-24 10:00"),
        ("2026-11-27 17:30", 1, "2026-11-30 09:30"),
        ("2026-11-28 12:00", 9, "2026-11-30 18:00"),
        ("2026-11-23 20:00", 0, "2026-11-24 09:00"),
    ],
)
def test_a_span_of_business_hours_ends_within_them(start, hours, end):
    assert local(after(at(start), timedelta(hours=hours))) == end


@given(st.integers(0, 2 * 365 * 24 * 60), st.integers(1, 90 * 60))
def test_what_was_added_is_what_passes(later, minutes):
    begin = at("2026-01-01 00:00") + timedelta(minutes=later)

    assert working_time(begin, after(begin, timedelta(minutes=minutes))) == timedelta(minutes=minutes)


def test_half_the_way_is_half_the_business_hours():
    start = at("2026-11-23 10:00")  # 8 + 9 + 9 hours to the deadline

    assert local(part_of_the_way(start, respond_by(start), Fraction(1, 2))) == "2026-11-24 14:00"


@pytest.mark.parametrize(
    ("needed_by", "until"),
    [(None, "2026-12-07 18:00"), (date(2026, 11, 27), "2026-11-27 18:00"), (date(2026, 11, 23), "2026-11-24 18:00")],
    ids=["ten days", "not beyond its day", "never less than a day"],
)
def test_a_quote_is_valid_for_as_long_as_it_makes_sense(needed_by, until):
    assert local(valid_until(at("2026-11-23 10:00"), needed_by)) == until


@pytest.mark.parametrize(
    ("now", "left"),
    [
        ("2026-11-22 20:00", "Quedan 10 días hábiles."),  # Sunday
        ("2026-11-23 00:10", "Quedan 10 días hábiles."),  # the first of them has not begun
        ("2026-11-23 08:59", "Quedan 10 días hábiles."),
        ("2026-11-23 09:01", "Quedan 9 días hábiles."),
        ("2026-11-23 19:00", "Quedan 9 días hábiles."),
        ("2026-12-03 12:00", "Queda 1 día hábil."),
        ("2026-12-04 12:00", "Quedan 6 horas."),
        ("2026-12-04 17:30", "Queda menos de una hora."),
        ("2026-12-04 18:00", "Ya venció."),
    ],
)
def test_a_working_day_that_has_not_begun_is_left_whole(now, left):
    assert time_left(at("2026-12-04 18:00"), at(now)) == left
