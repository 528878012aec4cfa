"""Deadlines in working days of Chile's mainland: weekends do not count; an answer is due at 18:00."""

from datetime import datetime, time, timedelta

from django.utils import timezone

WORKING_DAYS = 2
CLOSING = time(18)


def respond_by(start: datetime, days: int = WORKING_DAYS) -> datetime:
    """18:00 of the `days`-th working day after `start`, in Santiago's time."""
    day = timezone.localtime(start).date()
    while days:
        day += timedelta(days=1)
        days -= day.weekday() < 5
    return timezone.make_aware(datetime.combine(day, CLOSING))
