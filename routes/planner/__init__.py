"""Planning a trip: which places to visit on which day and when, for the most score, then the least travel.

`plan(Problem)` answers a `Plan`, `verify(Problem, Plan)` the rules that it breaks. Nothing here knows of Django or of
the database.
"""

from foundation.reading import BadProblem

from .problem import NO_TIME, Day, DayPlan, Place, Plan, Problem, Stop, Travel
from .reading import read
from .solve import Effort, plan
from .verify import verify

__all__ = [
    "NO_TIME",
    "BadProblem",
    "Day",
    "DayPlan",
    "Effort",
    "Place",
    "Plan",
    "Problem",
    "Stop",
    "Travel",
    "plan",
    "read",
    "verify",
]
