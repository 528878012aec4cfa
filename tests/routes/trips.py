"""Random trips, and the plain way of finding their best plan: try everything."""

import random
from collections.abc import Iterator
from itertools import permutations

from routes.planner import Day, Place, Problem


def random_trip(seed: int) -> Problem:
    """A few places with several spans each, one to three days, ends that differ, ways round that are shorter."""
    rng = random.Random(seed)
    days = rng.choice([1, 1, 2, 2, 3])
    count = 2 + rng.randint(1, {1: 6, 2: 5, 3: 4}[days])
    places = tuple(_random_place(rng, n, end=n < 2) for n in range(count))
    return Problem(
        days=tuple(_random_day(rng) for _ in range(days)),
        places=places,
        travel=metric(rng, count, 60) if rng.random() < 0.7 else scattered(rng, count, 80),
    )


def _random_place(rng: random.Random, n: int, end: bool) -> Place:
    if end and rng.random() < 0.8:
        return Place(f"end{n}")
    spans = []
    for _ in range(rng.choice([0, 1, 1, 2, 3])):
        opens = rng.randint(0, 300)
        spans.append((opens, opens + rng.choice([0, 20, 60, 150])))
    score = rng.choice([0, 1, 1, 2, 5, rng.randint(1, 9)])
    return Place(f"p{n}", score, rng.randint(0, 60), tuple(spans) or rng.choice([None, None, None, ()]))


def _random_day(rng: random.Random) -> Day:
    start = rng.choice([0, 0, 60])
    return Day(start, start + rng.randint(60, 260), rng.randint(0, 1), rng.randint(0, 1))


def metric(rng: random.Random, count: int, side: int) -> tuple[tuple[int, ...], ...]:
    """Travel between points of a square, in blocks."""
    points = [(rng.randint(0, side), rng.randint(0, side)) for _ in range(count)]
    return tuple(tuple(abs(a[0] - b[0]) + abs(a[1] - b[1]) for b in points) for a in points)


def scattered(rng: random.Random, count: int, most: int) -> tuple[tuple[int, ...], ...]:
    """Travel without rhyme: there and back differ, and a way round may be shorter."""
    return tuple(tuple(0 if i == j else rng.randint(0, most) for j in range(count)) for i in range(count))


def large_trip(seed: int, count: int, days: int, length: int = 600, spans: int = 1, wide: int = 120) -> Problem:
    """Places around one base, open for a while of the day, more than the days can hold."""
    rng = random.Random(seed)
    places = [Place("base")]
    for n in range(1, count):
        opens = [rng.randint(0, length) for _ in range(spans)]
        hours = tuple((at, at + wide) for at in opens)
        places.append(Place(f"p{n}", rng.randint(1, 50), rng.randint(10, 60), hours))
    day = Day(0, length, 0, 0)
    return Problem(days=(day,) * days, places=tuple(places), travel=metric(rng, count, 70))


def plainly(problem: Problem) -> tuple[int, int]:
    """The greatest score, and the least travel for it, among all plans there are."""
    return max(_plans(problem, 0, problem.visitable))


def _plans(problem: Problem, d: int, left: tuple[int, ...]) -> Iterator[tuple[int, int]]:
    """Score, and travel below zero, of every way to spend day `d` and the days after it."""
    if d == len(problem.days):
        yield 0, 0
        return
    for count in range(len(left) + 1):
        for order in permutations(left, count):
            travel = plain_travel(problem, problem.days[d], order)
            if travel is None:
                continue
            rest = tuple(n for n in left if n not in order)
            later = max(_plans(problem, d + 1, rest))
            yield sum(problem.places[n].score for n in order) + later[0], later[1] - travel


def plain_travel(problem: Problem, day: Day, order: tuple[int, ...]) -> int | None:
    """The day's travel with these stops in this order; None when it does not fit."""
    clock, here, travel = day.start, day.origin, 0
    for n in order:
        clock, travel = clock + problem.travel[here][n], travel + problem.travel[here][n]
        spans = problem.places[n].spans
        if spans is not None:
            starts = [max(clock, opens) for opens, closes in spans if clock <= closes]
            if not starts:
                return None
            clock = min(starts)
        clock, here = clock + problem.places[n].visit, n
    home = problem.travel[here][day.target]
    return travel + home if not order or clock + home <= day.end else None
