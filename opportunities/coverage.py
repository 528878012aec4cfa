"""How far the jobs board has come: municipalities with something on it, against what the programme set out to reach."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from opportunities.models import Posting

INSTALLED_2004 = 200
"""Municipalities where the system (SIEE) was installed by 2004, as the programme's slides say."""
GOAL = 250
"""And those it was to reach."""
MUNICIPALITIES = 345
"""Of so many, then."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """`active` counts comunas with a posting on the board on `day`; `ever` those that ever had one."""

    day: date
    active: int
    ever: int
    postings: int

    installed: int = INSTALLED_2004
    goal: int = GOAL
    of: int = MUNICIPALITIES


def coverage(day: date | None = None) -> Coverage:
    """Counted from the rows; two queries."""
    day = day or timezone.localdate()
    current = list(Posting.objects.current(day).values_list("comuna", flat=True))
    ever = Posting.objects.filter(starts_on__lte=day).order_by().values("comuna").distinct().count()
    return Coverage(day, len(set(current)), ever, len(current))
