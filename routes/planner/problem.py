"""What is asked of the planner and what it answers, with the JSON of the answer."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

Reason = str
CLOSED = "closed"
TOO_FAR = "too_far"
NO_TIME = "no_time"

Travel = tuple[tuple[int, ...], ...]


@dataclass(frozen=True)
class Day:
    """Leaves place `origin` at `start` or later and is at place `target` by `end`."""

    start: int
    end: int
    origin: int
    target: int


@dataclass(frozen=True)
class Place:
    """A visit takes `visit` and starts inside one of `spans` (both ends count); None: at any time; (): never."""

    id: str
    score: int = 0
    """In units of 1/`Problem.score_unit`."""
    visit: int = 0
    spans: tuple[tuple[int, int], ...] | None = None


@dataclass(frozen=True)
class Problem:
    """All times on one axis, in one whole unit. `travel[i][i]` is 0."""

    days: tuple[Day, ...]
    places: tuple[Place, ...]
    travel: Travel
    time_limit_s: float = 2.0
    score_unit: int = 1

    @cached_property
    def visitable(self) -> tuple[int, ...]:
        """The places that are more than a day's end: a stop there is allowed, and left out it is a dropped one."""
        ends = {day.origin for day in self.days} | {day.target for day in self.days}
        return tuple(n for n, place in enumerate(self.places) if place.score or n not in ends)


@dataclass(frozen=True)
class Stop:
    place: int
    arrive: int
    start: int
    leave: int


@dataclass(frozen=True)
class DayPlan:
    stops: tuple[Stop, ...]
    travel: int
    """From the day's origin to its target, which may be apart even when there are no stops."""


@dataclass(frozen=True)
class Plan:
    """`dropped` maps places that are not visited to the reason, in the problem's order."""

    score: int
    days: tuple[DayPlan, ...]
    dropped: dict[int, Reason]
    proved: bool = False
    """No plan has more score, nor the same with less travel."""

    @property
    def travel(self) -> int:
        return sum(day.travel for day in self.days)

    def document(self, problem: Problem) -> dict[str, Any]:
        """The answer as the command prints it."""
        whole, rest = divmod(self.score, problem.score_unit)
        return {
            "score": self.score / problem.score_unit if rest else whole,
            "days": [
                {"stops": [_stop(problem, stop) for stop in day.stops], "travel": day.travel} for day in self.days
            ],
            "dropped": [{"id": problem.places[n].id, "reason": reason} for n, reason in self.dropped.items()],
            "travel": self.travel,
            "proved": self.proved,
        }


def _stop(problem: Problem, stop: Stop) -> dict[str, Any]:
    return {"id": problem.places[stop.place].id, "arrive": stop.arrive, "start": stop.start, "leave": stop.leave}
