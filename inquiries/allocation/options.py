"""Each supplier as what it may give: nothing, or lo, lo + step, … hi, at a cost in whole numbers."""

import math
from dataclasses import dataclass

from .problem import Problem


@dataclass(frozen=True, slots=True)
class Option:
    id: str
    lo: int
    hi: int
    step: int
    price: int
    """Per unit, with the fairness penalty in it, times the problem's common denominator."""
    fixed: int

    def cost(self, quantity: int) -> int:
        return self.price * quantity + self.fixed if quantity else 0

    def allows(self, quantity: int) -> bool:
        return quantity == 0 or (self.lo <= quantity <= self.hi and (quantity - self.lo) % self.step == 0)


def denominator(problem: Problem) -> int:
    """What all costs with their penalties are multiplied by to be whole."""
    return math.lcm(*((problem.fairness * s.recent_share).denominator for s in problem.suppliers))


def usable(problem: Problem, unit: int) -> list[Option]:
    """The suppliers that can give anything, with costs in 1/unit, cheapest first when full.

    The order, and so the answer, does not depend on the order they are listed in.
    """
    options = []
    for supplier in problem.suppliers:
        step = supplier.multiple
        lo = max(1, -(-supplier.minimum // step)) * step
        hi = min(supplier.capacity, problem.quantity) // step * step
        if lo <= hi:
            weight = round((1 + problem.fairness * supplier.recent_share) * unit)
            options.append(
                Option(supplier.id, lo, hi, step, supplier.unit_price * weight, supplier.fixed_cost * weight)
            )
    return sorted(options, key=lambda o: ((o.price * o.hi + o.fixed) / o.hi, o.id))
