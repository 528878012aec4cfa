"""How long a plan of a trip takes: alone from the wish to the answer that is kept, and over the API out of the rows."""

import time
from datetime import date, timedelta
from itertools import cycle, islice
from random import Random

from django.utils import timezone

from foundation.months import ALL_YEAR
from routes.hours import DAYS
from routes.plans.candidates import Candidate
from routes.plans.planning import answer
from routes.plans.wish import DayWish, Wish

from .figures import Figure, latency
from .server import NotServing, Server
from .subjects import Subjects

PLACES = 60
BASE = (-33.59, -71.61)
SATURDAY = date(2027, 1, 16)
FIRST_ANSWER_MS = 2500


def plan(*, quick: bool) -> list[Figure]:
    """The first answer loads the solver too, as the first visitor after a start would have it."""
    times = []
    for seed in range(2 if quick else 20):
        wish, places = _trip(Random(seed))
        started = time.perf_counter()
        answer(wish, places)
        times.append(time.perf_counter() - started)
    first = Figure("plan", "2 days, 60 places, first answer", round(times[0] * 1000, 1), "ms", FIRST_ANSWER_MS)
    return [first, *latency("plan", "2 days, 60 places", times[1:], FIRST_ANSWER_MS)]


def planned(server: Server, subjects: Subjects, *, quick: bool) -> list[Figure]:
    """Two days around a base each, asked of the API: the places are read from the database, the plan is kept.

    As many as one network may ask for at once; the first warms up.
    """
    saturday = timezone.localdate() + timedelta(days=(5 - timezone.localdate().weekday()) % 7 + 7)
    days = [{"date": str(saturday + timedelta(days=n)), "start": "09:00", "end": "19:00"} for n in range(2)]
    times = []
    for territory in islice(cycle(subjects.territories or [""]), 3 if quick else 25):
        asked = {"days": days, "territory": territory or None, "interests": ["queso", "vino"], "party": 2}
        answer = server.ask("/api/v1/plans", body=asked)
        if answer.status != 200:
            raise NotServing(f"a plan in {territory}: {answer.status} {answer.body[:300]!r}")
        times.append(answer.seconds)
    return latency("plans", "POST /api/v1/plans, 2 days", times[1:], FIRST_ANSWER_MS)


def _trip(rng: Random) -> tuple[Wish, list[Candidate]]:
    """Two days of ten hours among places within some 40 km, a third with a break at noon, some with a table."""
    days = tuple(DayWish(SATURDAY + timedelta(days=n), 9 * 60, 19 * 60) for n in range(2))
    return Wish(days=days, base=BASE), [_place(rng, n) for n in range(PLACES)]


def _place(rng: Random, n: int) -> Candidate:
    spans = rng.choice(([["10:00", "18:00"]], [["09:00", "13:00"], ["15:00", "18:00"]], [["00:00", "24:00"]]))
    row = {
        "slug": f"lugar-{n}", "name_es": f"Lugar {n}", "name_en": "", "sort_es": "", "sort_en": "",
        "lat": BASE[0] + rng.uniform(-0.35, 0.35), "lon": BASE[1] + rng.uniform(-0.3, 0.4),
        "visit_minutes": rng.choice((30, 45, 60, 90)), "opening_hours": dict.fromkeys(DAYS, spans),
        "hours_confirmed": True, "months": ALL_YEAR, "food": rng.random() < 0.1, "comuna__name": "",
        "producer_id": None, "producer__slug": None, "producer__live": None,
    }  # fmt: skip
    return Candidate(pk=n, row=row)
