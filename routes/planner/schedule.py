"""Times of a day's stops in a given order: each visit starts as early as it can, the day begins no sooner than needed.

Starting early is never worse for what follows, so an order that does not fit this way does not fit at all.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from .problem import Day, DayPlan, Problem, Stop

NEVER = 1 << 40
"""Later than any day, and small enough to be added to without overflow."""


class Hours:
    """Opening spans of every place, sorted, overlaps merged; built once for a problem."""

    def __init__(self, problem: Problem) -> None:
        self.spans = [merged(place.spans) for place in problem.places]
        self._opens = [[opens for opens, _ in spans] for spans in self.spans]
        self._closes = [[closes for _, closes in spans] for spans in self.spans]

    def first_start(self, place: int, arrive: int) -> int:
        """When a visit to `place` may start for who arrives at `arrive`; NEVER when it opens no more."""
        n = bisect_left(self._closes[place], arrive)
        return max(arrive, self.spans[place][n][0]) if n < len(self._closes[place]) else NEVER

    def last_start(self, place: int, latest: int) -> int:
        """The last moment up to `latest` at which a visit to `place` may start; negative when there is none."""
        n = bisect_right(self._opens[place], latest)
        return min(latest, self.spans[place][n - 1][1]) if n else -1


def merged(spans: Sequence[tuple[int, int]] | None) -> list[tuple[int, int]]:
    if spans is None:
        return [(0, NEVER - 1)]
    joined: list[tuple[int, int]] = []
    for opens, closes in sorted(spans):
        if joined and opens <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(joined[-1][1], closes))
        else:
            joined.append((opens, closes))
    return joined


def fits(problem: Problem, hours: Hours, day: Day, order: Sequence[int]) -> bool:
    """Whether the day can hold these stops in this order. A day without stops always can."""
    clock, here = day.start, day.origin
    for place in order:
        start = hours.first_start(place, clock + problem.travel[here][place])
        clock, here = start + problem.places[place].visit, place
    return not order or clock + problem.travel[here][day.target] <= day.end


def travel_of(problem: Problem, day: Day, order: Sequence[int]) -> int:
    path = [day.origin, *order, day.target]
    return sum(problem.travel[a][b] for a, b in zip(path, path[1:], strict=False))


def day_plan(problem: Problem, hours: Hours, day: Day, order: Sequence[int]) -> DayPlan:
    """The day with its times. The order must fit.

    Who sets out later than the day's start arrives just as the first visit can start.
    """
    stops: list[Stop] = []
    clock, here = day.start, day.origin
    for place in order:
        arrive = clock + problem.travel[here][place]
        start = hours.first_start(place, arrive)
        clock, here = start + problem.places[place].visit, place
        stops.append(Stop(place, start if not stops else arrive, start, clock))
    return DayPlan(tuple(stops), travel_of(problem, day, order))
