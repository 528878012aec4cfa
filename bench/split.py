"""How long an exact split over many suppliers takes, without server or database."""

import time
from fractions import Fraction
from random import Random

from inquiries.allocation import Problem, Supplier, split

from .figures import Figure, latency

SUPPLIERS = 1000
MOST_MS = 300


def allocate(*, quick: bool) -> list[Figure]:
    times = []
    for seed in range(3 if quick else 25):
        problem = _problem(Random(seed))
        started = time.perf_counter()
        split(problem)
        times.append(time.perf_counter() - started)
    return latency("allocate", f"{SUPPLIERS} suppliers", times, MOST_MS)


def _problem(rng: Random) -> Problem:
    """Demands of a third of what there is; minimums, multiples, fixed costs and turns as they come."""
    suppliers = tuple(
        Supplier(
            id=f"p{n}",
            capacity=(capacity := rng.randrange(50, 500)),
            minimum=rng.randrange(capacity // 5),
            multiple=rng.choice((1, 5, 6, 10, 12)),
            unit_price=rng.randrange(5000, 12000),
            fixed_cost=rng.choice((0, 0, 5000, 20000)),
            recent_share=Fraction(rng.randrange(100), 100),
        )
        for n in range(SUPPLIERS)
    )
    return Problem(
        quantity=sum(supplier.capacity for supplier in suppliers) // 3,
        suppliers=suppliers,
        fairness=Fraction(rng.choice((0, 5, 10)), 10),
    )
