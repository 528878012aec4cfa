"""A first plan at once: the place that gives most for its detour is put where it costs least, until none fits."""

from collections.abc import Sequence

from .problem import Day, Problem
from .schedule import Hours, fits

Orders = list[list[int]]


def insert_all(problem: Problem, hours: Hours, orders: Orders, places: Sequence[int]) -> Orders:
    """`orders` with whatever places of a score still fit, the most score for the time they take first."""
    filled = [list(order) for order in orders]
    left = [n for n in places if problem.places[n].score]
    while left:
        options = [found for n in left if (found := _cheapest(problem, hours, filled, n))]
        if not options:
            break
        _, place, day, at = max(options, key=lambda option: (option[0], -option[1]))
        filled[day].insert(at, place)
        left = [n for n in left if n != place and any(n == option[1] for option in options)]
    return filled


def _cheapest(problem: Problem, hours: Hours, orders: Orders, place: int) -> tuple[float, int, int, int] | None:
    """Score for time, the place, and the day and position of its least detour; None when it fits nowhere."""
    best: tuple[int, int, int] | None = None
    for d, (day, order) in enumerate(zip(problem.days, orders, strict=True)):
        for at in range(len(order) + 1):
            cost = detour(problem, day, order, place, at)
            if best is not None and cost >= best[0]:
                continue
            if fits(problem, hours, day, [*order[:at], place, *order[at:]]):
                best = (cost, d, at)
    if best is None:
        return None
    worth = problem.places[place].score / max(1, best[0] + problem.places[place].visit)
    return worth, place, best[1], best[2]


def detour(problem: Problem, day: Day, order: Sequence[int], place: int, at: int) -> int:
    """The travel that stopping at `place` before the stop `at` adds."""
    before = order[at - 1] if at else day.origin
    after = order[at] if at < len(order) else day.target
    return problem.travel[before][place] + problem.travel[place][after] - problem.travel[before][after]
