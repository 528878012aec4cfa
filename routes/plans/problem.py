"""The rows as a problem for `routes.planner`: one axis of minutes for all days, place 0 the base."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from routes import planner
from routes.distances import Leg, Point, leg
from routes.enums import Pace
from routes.opening import DAY, starts
from routes.plans.candidates import Candidate
from routes.plans.wish import DayWish, Wish

PACE_PERCENT = {Pace.SLOW: 130, Pace.NORMAL: 100, Pace.FAST: 75}
"""Of the usual minutes of a visit."""
LUNCH_MINUTES = {Pace.SLOW: 75, Pace.NORMAL: 60, Pace.FAST: 45}
STAYS = Leg(0, 0)


def visit_minutes(usual: int, pace: Pace) -> int:
    """At that pace, to the next five."""
    return -(-usual * PACE_PERCENT[pace] // 500) * 5


@dataclass(frozen=True)
class Setting:
    """What is asked and who can be visited; node 0 is the base, node n the candidate n - 1."""

    wish: Wish
    candidates: tuple[Candidate, ...]

    @cached_property
    def points(self) -> tuple[Point, ...]:
        return (self.wish.base, *(candidate.point for candidate in self.candidates))

    @cached_property
    def scores(self) -> tuple[int, ...]:
        """By candidate; one asked for outweighs all that are not, together."""
        usual = [candidate.score(self.wish) for candidate in self.candidates]
        more = 1 + sum(usual)
        return tuple(
            score + more if candidate.slug in self.wish.must else score
            for candidate, score in zip(self.candidates, usual, strict=True)
        )

    @cached_property
    def visits(self) -> tuple[int, ...]:
        """Minutes by candidate; who can eat there stays for a lunch at least."""
        pace = self.wish.pace
        found = (visit_minutes(candidate.row["visit_minutes"], pace) for candidate in self.candidates)
        return tuple(
            max(minutes, LUNCH_MINUTES[pace]) if candidate.food else minutes
            for candidate, minutes in zip(self.candidates, found, strict=True)
        )

    @cached_property
    def spans(self) -> tuple[tuple[tuple[int, int], ...], ...]:
        """By candidate, when a visit may start, on the axis of all days."""
        return tuple(
            tuple(
                (axis(number, opens), axis(number, closes))
                for number, day in enumerate(self.wish.days)
                for opens, closes in starts(candidate.spans(day), visit)
            )
            for candidate, visit in zip(self.candidates, self.visits, strict=True)
        )

    @cached_property
    def legs(self) -> tuple[tuple[Leg, ...], ...]:
        return tuple(tuple(between(a, b) for b in self.points) for a in self.points)

    @property
    def musts(self) -> frozenset[int]:
        """Nodes of the places asked for."""
        return frozenset(n for n, one in enumerate(self.candidates, start=1) if one.slug in self.wish.must)

    def whole_days(self, seconds: float) -> planner.Problem:
        """The days as they were asked, without a lunch."""
        days = tuple(
            planner.Day(axis(number, day.start), axis(number, day.end), 0, 0)
            for number, day in enumerate(self.wish.days)
        )
        return planner.Problem(days, self.places(), self.travel(self.points), seconds)

    def places(self, without: Sequence[int] = ()) -> tuple[planner.Place, ...]:
        """The base and the candidates; those `without` (nodes) cannot be visited."""
        base = planner.Place("")
        return (
            base,
            *(
                planner.Place(one.slug, score, visit, () if node in without else spans)
                for node, (one, score, visit, spans) in enumerate(
                    zip(self.candidates, self.scores, self.visits, self.spans, strict=True), start=1
                )
            ),
        )

    def travel(self, points: Sequence[Point]) -> planner.Travel:
        """Minutes between the points, of which the first are those of this setting."""
        known = len(self.points)
        return tuple(
            tuple((self.legs[i][j] if i < known and j < known else between(a, b)).minutes for j, b in enumerate(points))
            for i, a in enumerate(points)
        )


def axis(day_number: int, minutes: int) -> int:
    return day_number * DAY + minutes


def between(a: Point, b: Point) -> Leg:
    """By road; nothing between a place and itself."""
    return STAYS if a == b else leg(a, b)


def wants_lunch(day: DayWish) -> bool:
    """Whoever is out from before half past twelve until after three."""
    return day.start <= 12 * 60 + 30 and day.end >= 15 * 60
