"""A first plan at once: the place that gives most for its time is put where it costs least, until none fits."""

import math
import time
from collections.abc import Sequence

from .problem import Day, Problem
from .schedule import Hours, fits

Orders = list[list[int]]
Slot = tuple[int, int]
"""The travel that a stop adds, and its position in the day."""


def insert_all(
    problem: Problem, hours: Hours, orders: Orders, places: Sequence[int], until: float = math.inf
) -> Orders:
    """`orders` with whatever places of a score still fit, the most score for the time they take first.

    Stops short at `until` of `time.monotonic`.
    """
    filled = [list(order) for order in orders]
    visited = {n for order in orders for n in order}
    slots: dict[int, dict[int, Slot]] = {n: {} for n in places if problem.places[n].score and n not in visited}
    stale = range(len(filled))
    while True:
        for place, known in slots.items():
            for d in stale:
                slot = cheapest_slot(problem, hours, problem.days[d], filled[d], place)
                known.pop(d, None)
                if slot:
                    known[d] = slot
        best = max(
            ((_worth(problem, place, slot), -place, d) for place, known in slots.items() for d, slot in known.items()),
            default=None,
        )
        if best is None or time.monotonic() > until:
            return filled
        _, place, d = best[0], -best[1], best[2]
        filled[d].insert(slots.pop(place)[d][1], place)
        stale = range(d, d + 1)


def _worth(problem: Problem, place: int, slot: Slot) -> float:
    return problem.places[place].score / max(1, slot[0] + problem.places[place].visit)


def cheapest_slot(problem: Problem, hours: Hours, day: Day, order: Sequence[int], place: int) -> Slot | None:
    """Where in the day a stop at `place` adds the least travel; None when it fits nowhere."""
    best: Slot | None = None
    for at in range(len(order) + 1):
        cost = detour(problem, day, order, place, at)
        if (best is None or cost < best[0]) and fits(problem, hours, day, [*order[:at], place, *order[at:]]):
            best = (cost, at)
    return best


def detour(problem: Problem, day: Day, order: Sequence[int], place: int, at: int) -> int:
    """The travel that stopping at `place` before the stop `at` adds."""
    before = order[at - 1] if at else day.origin
    after = order[at] if at < len(order) else day.target
    return problem.travel[before][place] + problem.travel[place][after] - problem.travel[before][after]
