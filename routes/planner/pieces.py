"""Betters a plan piece by piece: some stretches of it, and places left out nearby, are planned anew and exactly.

A stretch between two stops is a day of its own, which begins where the stop before is left and must end in time for
the stop after and all that follow.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from .exact import best_orders
from .greedy import Orders, detour
from .problem import Day, Problem
from .schedule import Hours, fits
from .tours import Budget, TooLarge

LONGEST_STRETCH = 6
MOST_PLACES = 13
"""In a piece: what the exact method does in a few thousandths of a second."""
MOST_LABELS = 30_000


@dataclass(frozen=True)
class Stretch:
    """Stops `first` to before `after` of a day's order, and the day they make."""

    day: int
    first: int
    after: int
    within: Day


def better_piece(
    problem: Problem, hours: Hours, orders: Orders, places: Sequence[int], rng: Random, until: float
) -> Orders:
    """The plan with one piece, chosen by chance, at its best; the same plan when it was."""
    stretches = [_stretch(problem, hours, orders, d, rng) for d in _days(len(orders), rng)]
    inside = [n for part in stretches for n in orders[part.day][part.first : part.after]]
    visited = {n for order in orders for n in order}
    outside = [n for n in places if n not in visited]
    room = MOST_PLACES - len(inside)
    pool = [*inside, *_nearby(problem, orders, stretches, outside, room, rng)]
    try:
        found = best_orders(problem, hours, [part.within for part in stretches], pool, Budget(MOST_LABELS, until))
    except TooLarge:
        return orders
    bettered = list(orders)
    for part, order in zip(stretches, found, strict=True):
        before = bettered[part.day]
        bettered[part.day] = [*before[: part.first], *order, *before[part.after :]]
        if not fits(problem, hours, problem.days[part.day], bettered[part.day]):
            return orders  # a stretch left empty where the straight way is longer than the way round
    return bettered


def _days(count: int, rng: Random) -> list[int]:
    return sorted(rng.sample(range(count), 2 if count > 1 and rng.random() < 0.6 else 1))


def _stretch(problem: Problem, hours: Hours, orders: Orders, d: int, rng: Random) -> Stretch:
    day, order = problem.days[d], orders[d]
    length = min(len(order), rng.randint(2, LONGEST_STRETCH))
    first = rng.randint(0, len(order) - length)
    return Stretch(d, first, first + length, part_of(problem, hours, day, order, first, first + length))


def part_of(problem: Problem, hours: Hours, day: Day, order: Sequence[int], first: int, after: int) -> Day:
    """The day that stops `first` to before `after` make, with all other stops of the order kept as they are."""
    clock, here = day.start, day.origin
    for place in order[:first]:
        clock = hours.first_start(place, clock + problem.travel[here][place]) + problem.places[place].visit
        here = place
    latest, there = day.end, day.target
    for place in reversed(order[after:]):
        latest -= problem.travel[place][there] + problem.places[place].visit
        latest, there = hours.last_start(place, latest), place
    return Day(clock, latest, here, there)


def _nearby(
    problem: Problem, orders: Orders, stretches: list[Stretch], outside: Sequence[int], room: int, rng: Random
) -> list[int]:
    """Places left out that are worth their detour, with some chance in the choice."""

    def worth(place: int) -> float:
        visit = problem.places[place].visit
        cost = min(
            detour(problem, part.within, orders[part.day][part.first : part.after], place, at)
            for part in stretches
            for at in range(part.after - part.first + 1)
        )
        return (problem.places[place].score + 0.1) / max(1, cost + visit) * rng.uniform(0.3, 1.0)

    return sorted(outside, key=worth, reverse=True)[: max(0, room)]
