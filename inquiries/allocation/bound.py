"""A lower bound on the cost that holds in whole numbers, and what each departure from it costs.

Lagrange: give every unit served a reward λ and charge every supplier used μ ≥ 0. For any such numbers

    cost ≥ λ·served - μ·limit + Σ min over what the supplier may give of (price·q + fixed - λ·q + μ)

so rounding λ and μ loses tightness, never truth. They are taken from the linear relaxation, where a supplier costs
price + (fixed + μ)/hi a unit and the cheapest are filled first; μ is found by bisection.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from .options import Option


@dataclass(frozen=True)
class Bound:
    """The bound itself is `value`; what lies above it is called excess."""

    options: list[Option]
    served: int
    limit: int
    scale: int
    """All costs below are times this, so that λ and μ may be fractions."""
    reward: int
    charge: int
    best: list[int]
    """Each supplier's least reduced cost, ≤ 0."""
    value: int

    def reduced(self, n: int, quantity: int) -> int:
        if not quantity:
            return 0
        return self.scale * self.options[n].cost(quantity) - self.reward * quantity + self.charge

    @cached_property
    def favourites(self) -> list[int]:
        return [self._favourite(n) for n in range(len(self.options))]

    @cached_property
    def departures(self) -> list[int]:
        return [self._departure(n) for n in range(len(self.options))]

    def excess(self, quantities: list[int]) -> int:
        """How far above the bound a valid split is."""
        reduced = sum(self.reduced(n, quantity) - self.best[n] for n, quantity in enumerate(quantities) if quantity)
        unused = sum(self.best[n] for n, quantity in enumerate(quantities) if not quantity)
        empty = self.limit - sum(1 for quantity in quantities if quantity)
        return reduced - unused + self.charge * empty

    def _favourite(self, n: int) -> int:
        """The quantity at which supplier n is at its best."""
        option = self.options[n]
        return min((0, option.hi, option.lo), key=lambda quantity: self.reduced(n, quantity))

    def _departure(self, n: int) -> int:
        """The least it costs that supplier n is not at its favourite quantity."""
        option, favourite = self.options[n], self.favourites[n]
        others = {0, option.lo, option.hi, favourite - option.step, favourite + option.step} - {favourite}
        return min(self.reduced(n, q) for q in others if q >= 0 and option.allows(q)) - self.best[n]


def lower_bound(options: list[Option], served: int, limit: int, unit: int = 1) -> Bound:
    """The bound for serving just `served`; costs are in 1/`unit` of money.

    λ and μ are rounded to 1/(scale·unit): fine enough that the rounding of all units served together stays below a
    quarter of the money's unit, and no finer, so that the sums of `core` fit a machine's number.
    """
    scale = 1 << max(0, (served + limit).bit_length() + 2 - (unit.bit_length() - 1))
    reward, charge = _multipliers(options, served, limit)
    lam, mu = round(reward * scale), round(charge * scale)
    bound = Bound(options, served, limit, scale, lam, mu, [], 0)
    for n, option in enumerate(options):
        bound.best.append(min(0, bound.reduced(n, option.lo), bound.reduced(n, option.hi)))
    value = lam * served - mu * limit + sum(bound.best)
    return Bound(options, served, limit, scale, lam, mu, bound.best, value)


def _multipliers(options: list[Option], served: int, limit: int) -> tuple[float, float]:
    price = np.array([float(option.price) for option in options])
    fixed = np.array([float(option.fixed) for option in options])
    hi = np.array([float(option.hi) for option in options])

    def fill(charge: float) -> tuple[float, float]:
        """The marginal unit's cost and how many suppliers (with a fraction of the last) the relaxation uses."""
        unit = price + (fixed + charge) / hi
        order = np.argsort(unit, kind="stable")
        filled = np.cumsum(hi[order])
        last = min(int(np.searchsorted(filled, served)), len(options) - 1)
        part = (served - (filled[last] - hi[order[last]])) / hi[order[last]]
        return float(unit[order[last]]), last + float(part)

    reward, used = fill(0.0)
    if used <= limit:
        return reward, 0.0
    low, high = 0.0, float(np.max(price * hi + fixed)) * len(options) + 1.0
    for _ in range(100):
        middle = (low + high) / 2
        low, high = (middle, high) if fill(middle)[1] > limit else (low, middle)
    return fill(high)[0], high


@dataclass(frozen=True, slots=True)
class Window:
    """What supplier n may still give within a gap: perhaps nothing, and first, first + step, … (count of them)."""

    n: int
    nothing: int | None
    """The excess over its best of giving nothing; None when that is out of the question."""
    first: int
    count: int
    step: int
    at_first: int
    rise: int
    """The excess at `first`, and by how much it changes each step."""

    @property
    def last(self) -> int:
        """The most it may give."""
        return self.first + (self.count - 1) * self.step if self.count else 0


def window(bound: Bound, n: int, gap: int) -> Window:
    """Supplier n's choices whose excess alone is ≤ gap; its favourite is always among them."""
    nothing = -bound.best[n] if -bound.best[n] <= gap else None
    step = bound.options[n].step
    first, last = _within(bound, n, gap)
    count = max(0, (last - first) // step + 1)
    rise = (bound.scale * bound.options[n].price - bound.reward) * step
    at_first = bound.reduced(n, first) - bound.best[n] if count else 0
    return Window(n, nothing, first, count, step, at_first, rise)


def _within(bound: Bound, n: int, gap: int) -> tuple[int, int]:
    """The span of quantities, on the supplier's grid, whose excess is ≤ gap; empty when first > last."""
    option = bound.options[n]
    slope = bound.scale * option.price - bound.reward
    room = gap + bound.best[n] - bound.scale * option.fixed - bound.charge
    """slope·q ≤ room is what must hold."""
    first, last = option.lo, option.hi
    if slope > 0:
        last = min(last, first + (room // slope - first) // option.step * option.step)
    elif slope < 0:
        least = -(room // -slope)
        first = max(first, last - (last - least) // option.step * option.step)
    elif room < 0:
        last = first - option.step
    return first, last
