"""Trips without a database: candidates and wishes made in a line."""

from datetime import date, timedelta
from typing import Any

from foundation.months import ALL_YEAR
from routes.hours import DAYS
from routes.opening import minutes_of
from routes.plans.candidates import Candidate
from routes.plans.wish import DayWish, Wish

SATURDAY = date(2027, 1, 16)
BASE = (-33.59, -71.61)
ALWAYS = [["00:00", "24:00"]]
KM_NORTH = 1 / 111.19


def a_candidate(slug: str, km: float = 5, *, spans: Any = ALWAYS, **more: Any) -> Candidate:
    """A place so many kilometres north of the base in a straight line, open alike on every day."""
    closures = more.pop("closures", ())
    row = {
        "slug": slug, "name_es": slug.title(), "name_en": "", "sort_es": "", "sort_en": "",
        "lat": BASE[0] + km * KM_NORTH, "lon": BASE[1], "visit_minutes": 60, "hours_confirmed": True,
        "opening_hours": dict.fromkeys(DAYS, spans), "months": ALL_YEAR, "food": False, "comuna__name": "Cartagena",
        "producer_id": None, "producer__slug": None, "producer__live": None,
    }  # fmt: skip
    return Candidate(pk=hash(slug), row=row | more, closures=tuple(closures))


def a_wish(*hours: tuple[str, str], **more: Any) -> Wish:
    """Days from Saturday on, each from and to a time; one from nine to seven when none is given."""
    days = tuple(
        DayWish(SATURDAY + timedelta(days=n), minutes_of(start), minutes_of(end))
        for n, (start, end) in enumerate(hours or [("09:00", "19:00")])
    )
    return Wish(**({"days": days, "base": BASE, "base_name": "Cartagena"} | more))
