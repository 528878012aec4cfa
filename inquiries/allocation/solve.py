"""From problem to allocation: how much can be served, then how at the least cost, then the check."""

from collections.abc import Iterator
from contextlib import suppress
from fractions import Fraction

from . import mip
from .bound import Bound, lower_bound
from .core import cheapest_within
from .options import Option, denominator, usable
from .problem import Allocation, Problem
from .served import ceiling, fill_up, filled, most_served
from .states import TooFine, TooLarge

FIRST_CORE = 8
COARSER = (1 << 40, 1 << 30, 1 << 20)
"""Units to fall back to, one after the other, when shares have so many decimals that whole numbers overflow."""


def split(problem: Problem) -> Allocation:
    """The optimum: the most that can be served, at the least cost plus penalty. Same problem, same answer.

    Every problem gets a valid answer; `Allocation.proof` says how much is known of it.
    """
    exact = denominator(problem)
    for unit in (exact, *(coarse for coarse in COARSER if coarse < exact)):
        with suppress(TooFine):
            return _split(problem, unit, "exact" if unit == exact else "rounded")
    return _plainly(problem)


def _split(problem: Problem, unit: int, proof: str) -> Allocation:
    options = usable(problem, unit)
    limit = _limit(problem, options)
    served = most_served(options, problem.quantity, limit)
    if served is None:
        quantities = mip.most_served(options, problem.quantity, limit)
        if quantities is None:
            return _plainly(problem)
        served = sum(quantities)
        if served < ceiling(options, problem.quantity, limit):
            proof = "solver"
    if not served:
        return Allocation(served=0, unmet=problem.quantity, cost=0)
    quantities, proved = _cheapest(options, served, limit, unit)
    if quantities is None:
        return _plainly(problem)
    return _checked(problem, options, quantities, served, proof if proved else "solver")


def _limit(problem: Problem, options: list[Option]) -> int:
    return len(options) if problem.max_suppliers is None else min(problem.max_suppliers, len(options))


def _plainly(problem: Problem) -> Allocation:
    """Filled up from the cheapest on, or from the largest, whichever serves more: valid, with nothing proved."""
    options = usable(problem, 1)
    limit = _limit(problem, options)
    by_size = sorted(range(len(options)), key=lambda n: (-options[n].hi, n))
    fills = [fill_up(options, problem.quantity, limit, order) for order in (range(len(options)), by_size)]
    quantities = max(fills, key=sum)
    return _checked(problem, options, quantities, sum(quantities), "plain")


def _cheapest(options: list[Option], served: int, limit: int, unit: int) -> tuple[list[int] | None, bool]:
    """Look ever further from the lower bound until a solution turns up: then no cheaper one can exist.

    Answers the quantities and whether they are proved; None when the solver has none either.
    """
    bound = lower_bound(options, served, limit, unit)
    known = filled(options, served, limit)
    enough = _below(bound, known) if known else None
    if known and enough is not None and enough < 0:
        return known, True
    try:
        for gap in _gaps(bound):
            if known and enough is not None and enough <= gap:
                better = cheapest_within(bound, enough)
                return (better.quantities if better else known), True
            if found := cheapest_within(bound, gap):
                return found.quantities, True
    except TooLarge:
        pass
    return _by_solver(bound)


def _below(bound: Bound, quantities: list[int]) -> int:
    """The gap in which anything cheaper must lie, since it would be cheaper by a whole unit; negative: nothing is."""
    return bound.excess(quantities) - bound.scale


def _gaps(bound: Bound) -> Iterator[int]:
    """Growing gaps: the first opens a few suppliers' choices, the last all of them."""
    everything = bound.charge * bound.limit + sum(
        max(bound.reduced(n, q) for q in (0, o.lo, o.hi)) - bound.best[n] for n, o in enumerate(bound.options)
    )
    gap = max(sorted(bound.departures)[: FIRST_CORE + 1][-1], bound.scale)
    while gap < everything:
        yield gap
        gap *= 2
    yield everything


def _by_solver(bound: Bound) -> tuple[list[int] | None, bool]:
    """The solver's answer, and whether it is proved: by the bound, or by an empty gap beneath it."""
    quantities = mip.cheapest(bound.options, bound.served, bound.limit)
    if quantities is None:
        return None, False
    gap = _below(bound, quantities)
    if gap < 0:
        return quantities, True
    try:
        better = cheapest_within(bound, gap)
    except (TooLarge, TooFine):
        return quantities, False
    return (better.quantities if better else quantities), True


def _checked(problem: Problem, options: list[Option], quantities: list[int], served: int, proof: str) -> Allocation:
    """The answer, once every rule has been verified in whole numbers."""
    given = {o.id: q for o, q in zip(options, quantities, strict=True) if q}
    used = [s for s in problem.suppliers if s.id in given]
    fits = all(
        s.minimum <= given[s.id] <= s.capacity and given[s.id] > 0 and given[s.id] % s.multiple == 0 for s in used
    )
    within = problem.max_suppliers is None or len(used) <= problem.max_suppliers
    if not fits or not within or sum(given.values()) != served or served > problem.quantity:
        raise AssertionError("The allocation breaks a rule of its problem.")
    return Allocation(
        served=served,
        unmet=problem.quantity - served,
        cost=sum(s.cost(given[s.id]) for s in used),
        penalty=sum((problem.fairness * s.recent_share * s.cost(given[s.id]) for s in used), Fraction(0)),
        quantities={s.id: given[s.id] for s in used},
        proof=proof,
    )
