"""The best plan of a few places, proved: all sets of every day, put together day by day without overlap."""

from collections.abc import Sequence

import numpy as np

from .problem import Day, Problem
from .schedule import Hours
from .tours import MOST_PLACES, Budget, Ground, Ints, TooLarge, Tours, tours

NOTHING = -(1 << 62)
LARGEST_VALUE = 1 << 61
MOST_IN_TABLE = 18
"""Places, when there is more than one day: a table holds a number for every set of them."""
MOST_PAIRS = 40_000_000


def best_orders(
    problem: Problem, hours: Hours, days: Sequence[Day], places: Sequence[int], budget: Budget
) -> list[list[int]]:
    """Every day's stops in order, chosen among `places`: the most score, then the least travel. Raises TooLarge."""
    weight = travel_weight(problem, days)
    if weight * (sum(problem.places[n].score for n in places) + 1) > LARGEST_VALUE:
        raise TooLarge
    if len(places) > (MOST_IN_TABLE if len(days) > 1 else MOST_PLACES):
        raise TooLarge
    ground = Ground(problem, hours, places)
    known: dict[Day, Tours] = {}
    for day in days:
        if day not in known:
            known[day] = tours(problem, ground, day, budget)
    choices = [known[day] for day in days]
    values = [_values(problem, choice, weight) for choice in choices]
    if len(days) == 1:
        return [choices[0].order(int(np.argmax(values[0])))]
    chosen = _split(choices, values, len(places), budget)
    return [choice.order(n) for choice, n in zip(choices, chosen, strict=True)]


def travel_weight(problem: Problem, days: Sequence[Day]) -> int:
    """More than all days can travel, so that one unit of score outweighs any travel."""
    return 1 + sum(max(day.end - day.start, problem.travel[day.origin][day.target]) for day in days)


def _values(problem: Problem, choice: Tours, weight: int) -> Ints:
    score = np.zeros(len(choice.sets), np.int64)
    for bit, place in enumerate(choice.places):
        score += ((choice.sets >> bit) & 1) * problem.places[place].score
    return score * weight - choice.travel


def _split(choices: list[Tours], values: list[Ints], count: int, budget: Budget) -> list[int]:
    """One set for each day, no two with a place in common, of the greatest value together."""
    tables = [np.full(1 << count, NOTHING, np.int64)]
    tables[0][choices[0].sets] = values[0]
    for choice, value in zip(choices[1:-1], values[1:-1], strict=True):
        tables.append(_joined(tables[-1], choice, value, budget))
    within = np.full(1 << count, NOTHING, np.int64)
    within[choices[-1].sets] = values[-1]
    for bit in range(count):
        pairs = within.reshape(-1, 2, 1 << bit)
        np.maximum(pairs[:, 1], pairs[:, 0], out=pairs[:, 1])
    total = tables[-1] + within[::-1]  # a set's complement is its mirror in the table
    taken = int(np.argmax(total))
    rest = (1 << count) - 1 - taken
    last = int(np.flatnonzero(((choices[-1].sets & ~rest) == 0) & (values[-1] == within[rest]))[0])
    return [*_traced(choices[:-1], values[:-1], tables, taken), last]


def _joined(table: Ints, choice: Tours, value: Ints, budget: Budget) -> Ints:
    """The best value of every set after one day more."""
    reached = np.flatnonzero(table > NOTHING)
    if len(reached) * len(choice.sets) > MOST_PAIRS:
        raise TooLarge
    joined = np.full_like(table, NOTHING)
    for taken in reached.tolist():
        free = np.flatnonzero(choice.sets & taken == 0)
        sets = choice.sets[free] | taken
        joined[sets] = np.maximum(joined[sets], table[taken] + value[free])
        budget.check(0)
    return joined


def _traced(choices: list[Tours], values: list[Ints], tables: list[Ints], taken: int) -> list[int]:
    chosen: list[int] = []
    for depth in range(len(choices) - 1, 0, -1):
        inside = np.flatnonzero((choices[depth].sets & ~taken) == 0)
        before = tables[depth - 1][taken & ~choices[depth].sets[inside]]
        n = int(inside[np.flatnonzero(before + values[depth][inside] == tables[depth][taken])[0]])
        chosen.append(n)
        taken &= ~int(choices[depth].sets[n])
    chosen.append(int(np.searchsorted(choices[0].sets, taken)))
    return chosen[::-1]
