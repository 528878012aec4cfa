"""From problem to plan: exact when that can be, else searched, bettered piece by piece, and always checked."""

import time
from dataclasses import dataclass
from random import Random

import numpy as np

from .exact import best_orders
from .greedy import Orders, insert_all
from .pieces import better_piece
from .problem import Day, Plan, Problem
from .reasons import fits_alone, reason_for
from .schedule import NEVER, Hours, day_plan, travel_of
from .tours import Budget, Ints, TooLarge, shortest_paths
from .verify import verify

SEED = 20050101
TURNS = 2
MOST_WAYS_ROUND = 200
"""Places among which ways round are looked for; with more, a place must fit a day by itself to be considered."""


@dataclass(frozen=True)
class Effort:
    """How much to try: counted, so that the same problem has the same answer, and cut short when `seconds` are over."""

    seconds: float
    labels: int
    """Of the exact method, for each different day."""
    rounds: int
    """Of PyVRP, in all."""
    pieces: int
    """Planned anew, in all."""

    @classmethod
    def of(cls, problem: Problem) -> "Effort":
        """What fits the problem's time limit on a machine of half the usual speed."""
        seconds = problem.time_limit_s
        return cls(
            seconds=seconds * 0.95,
            labels=int(50_000 + seconds * 100_000),
            rounds=int(seconds * 150_000 / (30 + len(problem.places))),
            pieces=int(seconds * 60),
        )


def plan(problem: Problem, effort: Effort | None = None) -> Plan:
    """The plan of the greatest score, then of the least travel, as far as the effort goes; it breaks no rule."""
    effort = effort or Effort.of(problem)
    began = time.monotonic()
    hours = Hours(problem)
    places = candidates(problem, hours)
    try:
        budget = Budget(effort.labels, began + effort.seconds * 0.4)
        return _checked(problem, hours, best_orders(problem, hours, problem.days, places, budget), proved=True)
    except TooLarge:
        orders = _searched(problem, hours, places, effort, began)
    return _checked(problem, hours, orders, proved=False)


def candidates(problem: Problem, hours: Hours) -> list[int]:
    """The places that some day may be able to hold, if only on a way round by others that is shorter."""
    if len(problem.places) > MOST_WAYS_ROUND:
        return [n for n in problem.visitable if fits_alone(problem, hours, n)]
    shortest = shortest_paths(np.array(problem.travel, np.int64))
    return [n for n in problem.visitable if any(_may_hold(problem, hours, shortest, day, n) for day in problem.days)]


def _may_hold(problem: Problem, hours: Hours, shortest: Ints, day: Day, place: int) -> bool:
    start = hours.first_start(place, day.start + int(shortest[day.origin, place]))
    return start < NEVER and start + problem.places[place].visit + int(shortest[place, day.target]) <= day.end


def worth(problem: Problem, orders: Orders) -> tuple[int, int]:
    """Greater is better: the score, then the travel's negative."""
    score = sum(problem.places[n].score for order in orders for n in order)
    return score, -sum(travel_of(problem, day, order) for day, order in zip(problem.days, orders, strict=True))


def _searched(problem: Problem, hours: Hours, places: list[int], effort: Effort, began: float) -> Orders:
    """In turns: PyVRP over the whole plan, first afresh and then from the best so far; then pieces of that."""
    from .search import Model  # only here: loading PyVRP takes longer than most plans

    rng = Random(SEED)
    until = began + effort.seconds
    best = insert_all(problem, hours, [[] for _ in problem.days], places, began + effort.seconds * 0.2)
    model = Model(problem, hours, places)
    for turn in range(TURNS):
        now = time.monotonic()
        enough = now + (until - now) * 0.8 / (TURNS - turn)
        found = model.search(turn, effort.rounds // TURNS, enough, start=best if turn else None)
        if found:
            found = insert_all(problem, hours, found, places, until)
            best = max(best, found, key=lambda orders: worth(problem, orders))
        for _ in range(effort.pieces // TURNS):
            if time.monotonic() > until:
                break
            best = better_piece(problem, hours, best, places, rng, until)
    return best


def _checked(problem: Problem, hours: Hours, orders: Orders, proved: bool) -> Plan:
    visited = {n for order in orders for n in order}
    planned = Plan(
        score=sum(problem.places[n].score for n in visited),
        days=tuple(day_plan(problem, hours, day, order) for day, order in zip(problem.days, orders, strict=True)),
        dropped={n: reason_for(problem, hours, n) for n in problem.visitable if n not in visited},
        proved=proved,
    )
    broken = verify(problem, planned)
    if broken:
        raise AssertionError(f"The plan breaks a rule of its problem: {broken[0]}")
    return planned
