"""Where and when to eat: looked for along a plan without lunch, then held fast while the days are planned again.

The planner knows no breaks. A day with a lunch is two of its days, one that ends where one eats and one that begins
there: it then finds the best visits around the table, and proves it for few places as it always does.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from routes import planner
from routes.distances import Point
from routes.plans.problem import LUNCH_MINUTES, Setting, axis, wants_lunch

EARLIEST, LATEST = 13 * 60, 14 * 60 + 30
"""When a lunch may start."""
WORTH_A_DETOUR = 30
"""Minutes, waiting counted half, that a table is worth; else a break is kept on the way."""
ALREADY_THERE = 30
"""The same minutes a table is nearer for being on the way already."""


@dataclass(frozen=True, slots=True)
class Lunch:
    """`node` is the candidate one eats at, or 0 for a break kept at `point`; `start` is on the axis of all days."""

    day: int
    node: int
    point: Point
    start: int
    minutes: int

    @property
    def end(self) -> int:
        return self.start + self.minutes


@dataclass(frozen=True, slots=True)
class Gap:
    """Between two stops of a day: where one is, since when, and where one goes next (nodes)."""

    here: int
    since: int
    onward: int


def find(setting: Setting, plan: planner.Plan) -> list[Lunch]:
    """A lunch for each day that wants one and can hold one, no table twice."""
    found: list[Lunch] = []
    for number, day in enumerate(setting.wish.days):
        if wants_lunch(day):
            taken = {lunch.node for lunch in found}
            elsewhere = {s.place for d, other in enumerate(plan.days) if d != number for s in other.stops}
            lunch = at_a_table(setting, plan.days[number], number, taken | elsewhere)
            lunch = lunch or on_the_way(setting, plan.days[number], number)
            if lunch:
                found.append(lunch)
    return found


def at_a_table(setting: Setting, planned: planner.DayPlan, number: int, taken: set[int]) -> Lunch | None:
    """The place that serves food with the least detour and waiting, if it is worth it."""
    stops = {stop.place for stop in planned.stops}
    best: tuple[float, int, int] | None = None
    for node, candidate in enumerate(setting.candidates, start=1):
        if not candidate.food or node in taken or candidate.slug in setting.wish.never:
            continue
        for gap in gaps(setting, planned, number, without=node):
            start = _table_free(setting, node, number, gap)
            if start is None:
                continue
            cost = detour(setting, gap, node) + (start - gap.since - setting.legs[gap.here][node].minutes) / 2
            if node in stops:
                cost -= ALREADY_THERE
            if cost <= WORTH_A_DETOUR and (best is None or (cost, node) < best[:2]):
                best = (cost, node, start)
    if best is None:
        return None
    _, node, start = best
    return Lunch(number, node, setting.points[node], start, setting.visits[node - 1])


def _table_free(setting: Setting, node: int, number: int, gap: Gap) -> int | None:
    """When one can start to eat there, coming from the gap; None when not at the hour of lunch, or not home by end."""
    arrive = gap.since + setting.legs[gap.here][node].minutes
    for opens, closes in setting.spans[node - 1]:
        start = max(arrive, opens, axis(number, EARLIEST))
        if start <= closes and _fits(setting, number, node, start, setting.visits[node - 1]):
            return start
    return None


def on_the_way(setting: Setting, planned: planner.DayPlan, number: int) -> Lunch | None:
    """A break where one is at that hour: as soon after one o'clock as a visit is over, else before it."""
    earliest = axis(number, EARLIEST)
    minutes = LUNCH_MINUTES[setting.wish.pace]
    possible = (
        (max(0, earliest - gap.since), max(gap.since, earliest), gap.here)
        for gap in gaps(setting, planned, number)
        if _fits(setting, number, gap.here, max(gap.since, earliest), minutes)
    )
    best = min(possible, default=None)
    return Lunch(number, 0, setting.points[best[2]], best[1], minutes) if best else None


def _fits(setting: Setting, number: int, node: int, start: int, minutes: int) -> bool:
    """Whether a lunch there is at the hour of lunch, in reach of the base, and lets one be back in time."""
    day = setting.wish.days[number]
    there, home = setting.legs[0][node].minutes, setting.legs[node][0].minutes
    in_reach = axis(number, day.start) + there <= start <= axis(number, LATEST)
    return in_reach and start + minutes + home <= axis(number, day.end)


def gaps(setting: Setting, planned: planner.DayPlan, number: int, without: int = 0) -> Iterator[Gap]:
    """Before the first stop, between any two, after the last; the stop `without` is passed over."""
    stops = [stop for stop in planned.stops if stop.place != without]
    here, since = 0, axis(number, setting.wish.days[number].start)
    for stop in stops:
        yield Gap(here, since, stop.place)
        here, since = stop.place, stop.leave
    yield Gap(here, since, 0)


def detour(setting: Setting, gap: Gap, node: int) -> int:
    legs = setting.legs
    around = legs[gap.here][node].minutes + legs[node][gap.onward].minutes
    return around - legs[gap.here][gap.onward].minutes


def with_lunches(setting: Setting, lunches: list[Lunch], seconds: float) -> planner.Problem:
    """The problem of the half days; its last places are where one eats."""
    points = [*setting.points, *(lunch.point for lunch in lunches)]
    table = {lunch.day: (len(setting.points) + n, lunch) for n, lunch in enumerate(lunches)}
    days: list[planner.Day] = []
    for number, day in enumerate(setting.wish.days):
        start, end = axis(number, day.start), axis(number, day.end)
        if number in table:
            node, lunch = table[number]
            days += [planner.Day(start, lunch.start, 0, node), planner.Day(lunch.end, end, node, 0)]
        else:
            days.append(planner.Day(start, end, 0, 0))
    eaten_at = [lunch.node for lunch in lunches if lunch.node]
    ends = [planner.Place(f" {n}") for n, _lunch in enumerate(lunches)]
    places = (*setting.places(without=eaten_at), *ends)
    return planner.Problem(tuple(days), places, setting.travel(points), seconds)
