"""Deadlines in the business hours of Chile's mainland: Monday to Friday from 9 to 18, public holidays left out."""

from datetime import date, datetime, time, timedelta
from fractions import Fraction

from django.utils import timezone

from inquiries.holidays import is_working_day

WORKING_DAYS = 2
"""A producer has to answer."""
VALID_DAYS = 10
"""Working days a quote is valid, unless what it is for comes sooner."""
PAY_DAYS = 3
"""Working days an order waits for its payment."""
OPENING, CLOSING = time(9), time(18)
A_DAY = timedelta(hours=CLOSING.hour - OPENING.hour)


def respond_by(start: datetime, days: int = WORKING_DAYS) -> datetime:
    """18:00 of the `days`-th working day after `start`, in Santiago's time."""
    day = timezone.localtime(start).date()
    while days:
        day += timedelta(days=1)
        days -= is_working_day(day)
    return closing_of(day)


def closing_of(day: date) -> datetime:
    return _at(day, CLOSING)


def valid_until(start: datetime, needed_by: date | None) -> datetime:
    """Until when a quote can be accepted: not beyond the day it is for, and never less than a working day."""
    until = respond_by(start, VALID_DAYS)
    if needed_by is not None:
        until = min(until, closing_of(needed_by))
    return max(until, respond_by(start, 1))


def working_time(start: datetime, end: datetime) -> timedelta:
    """Business hours between two moments; zero when the end is not later."""
    total, day, last = timedelta(), timezone.localtime(start).date(), timezone.localtime(end).date()
    while day <= last:
        if is_working_day(day):
            total += max(timedelta(), min(end, _at(day, CLOSING)) - max(start, _at(day, OPENING)))
        day += timedelta(days=1)
    return total


def whole_working_days(start: datetime, end: datetime) -> int:
    """Working days left between two moments: that of `start` counts while it has not begun."""
    return working_time(start, end) // A_DAY


def after(start: datetime, span: timedelta) -> datetime:
    """The moment when `span` of business hours has passed since `start`; always within business hours."""
    day = timezone.localtime(start).date()
    while True:
        if is_working_day(day):
            begin = max(start, _at(day, OPENING))
            left = _at(day, CLOSING) - begin
            if left > timedelta() and span <= left:
                return begin + span
            span -= max(timedelta(), left)
        day += timedelta(days=1)


def part_of_the_way(start: datetime, end: datetime, part: Fraction) -> datetime:
    """When that part of the business hours between the two has passed."""
    whole = working_time(start, end)
    return after(start, whole * part.numerator / part.denominator)


def _at(day: date, hour: time) -> datetime:
    return timezone.make_aware(datetime.combine(day, hour))
