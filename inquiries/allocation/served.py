"""How much can be served: the largest reachable sum not above the demand.

The reachable sums are the bits of one whole number; adding a supplier is a few shifts. Exact at any size that fits.
"""

import math
from collections.abc import Iterable

from .options import Option

MOST_WORK = 3_000_000_000
"""Bits moved at worst; above it (None is answered) the MIP solver decides."""


def ceiling(options: list[Option], quantity: int, limit: int) -> int:
    """A bound on what can be served: the demand on the grid of all steps, or what the largest `limit` can give."""
    if not options:
        return 0
    grid = math.gcd(*(option.step for option in options))
    return min(quantity // grid * grid, sum(sorted((option.hi for option in options), reverse=True)[:limit]))


def most_served(options: list[Option], quantity: int, limit: int) -> int | None:
    """The most that at most `limit` suppliers can give without exceeding `quantity`; None when too large to tell."""
    top = ceiling(options, quantity, limit)
    if top == 0:
        return 0
    if filled(options, top, limit):
        return top
    grid = math.gcd(*(option.step for option in options))
    bits = top // grid + 1
    layers_kept = 1 if limit >= len(options) else limit
    if bits * len(options) * layers_kept * 8 > MOST_WORK:
        return None
    return _reach(options, bits, limit, grid) * grid


def filled(options: list[Option], target: int, limit: int) -> list[int] | None:
    """Quantities that give `target`, plainly filled up from the cheapest or from the largest; None if neither does."""
    for order in (range(len(options)), sorted(range(len(options)), key=lambda n: (-options[n].hi, n))):
        quantities = fill_up(options, target, limit, order)
        if sum(quantities) == target:
            return quantities
    return None


def fill_up(options: list[Option], target: int, limit: int, order: Iterable[int]) -> list[int]:
    """One after the other, each as much as it can, never more than `target` together, at most `limit` of them."""
    left, used, quantities = target, 0, [0] * len(options)
    for n in order:
        option = options[n]
        if option.lo <= left and used < limit:
            quantities[n] = min(option.hi, left // option.step * option.step)
            left -= quantities[n]
            used += 1
    return quantities


def _reach(options: list[Option], bits: int, limit: int, grid: int) -> int:
    """The highest reachable sum below `bits`, in units of the grid."""
    mask = (1 << bits) - 1
    goal = 1 << (bits - 1)
    counted = limit < len(options)
    layers = [1] + [0] * (limit if counted else 0)
    """Bit s of layers[k]: the sum s is reached by k suppliers, or fewer; uncounted, everything is in layers[0]."""
    for option in sorted(options, key=lambda o: -o.hi):
        lo, step, count = option.lo // grid, option.step // grid, (option.hi - option.lo) // option.step + 1
        for k in range(len(layers) - 1, 0, -1) if counted else (0,):
            before = layers[k - 1 if counted else 0]
            layers[k] |= (_spread(before, step, count, bits) << lo) & mask
        if layers[-1] & goal or (counted and any(layer & goal for layer in layers)):
            return bits - 1
    return max(layer.bit_length() for layer in layers) - 1


def _spread(sums: int, step: int, count: int, bits: int) -> int:
    """Every sum with 0, 1, … count - 1 steps more, by doubling."""
    have = 1
    while sums and have < count and have * step < bits:
        take = min(have, count - have)
        sums |= sums << (take * step)
        have += take
    return sums
