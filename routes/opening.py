"""When a place can be visited on a day: its weekly hours, its season, its dated closures. Minutes after midnight."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from foundation import months

from .hours import DAYS

DAY = 24 * 60
USUAL = ((9 * 60, 18 * 60),)
"""Of a place nobody gave hours for: by daylight. Such hours are never called confirmed."""
TIME = re.compile(r"([01]\d|2[0-3]):([0-5]\d)|24:00")

Span = tuple[int, int]
Hours = Mapping[str, Sequence[Sequence[str]]]


@dataclass(frozen=True, slots=True)
class Shut:
    """A dated closure; both days count."""

    first_day: date
    last_day: date
    reason_es: str = ""
    reason_en: str = ""

    def covers(self, day: date) -> bool:
        return self.first_day <= day <= self.last_day


def minutes_of(text: str) -> int:
    """ "09:30" → 570, "24:00" → 1440. Raises ValueError."""
    if not TIME.fullmatch(text):
        raise ValueError(text)
    return int(text[:2]) * 60 + int(text[3:])


def time_text(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def weekly_spans(hours: Hours, day: date) -> tuple[Span, ...]:
    """The spans of that weekday; one that ends after midnight ends at it, for the day is over then."""
    if not hours:
        return USUAL
    found = []
    for opens, closes in hours.get(DAYS[day.weekday()]) or ():
        start, end = minutes_of(opens), minutes_of(closes)
        found.append((start, end if end > start else DAY))
    return tuple(found)


def spans_on(hours: Hours, season: int, closures: Iterable[Shut], day: date) -> tuple[Span, ...]:
    """When the place is open on `day`; nothing out of its months (a mask) and while it is shut."""
    if not months.has(season, day.month) or any(shut.covers(day) for shut in closures):
        return ()
    return weekly_spans(hours, day)


def starts(spans: Iterable[Span], visit: int) -> tuple[Span, ...]:
    """When a visit of so many minutes may start so that it is over before the doors close."""
    return tuple((opens, closes - visit) for opens, closes in spans if closes - opens >= visit)
