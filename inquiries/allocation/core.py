"""Every way to serve the demand whose cost is within a gap of the lower bound, by dynamic programming.

Suppliers with one choice left are fixed; the rest, the core, are added one by one. A state is what they give together
and how many are used; of two ways to one state the one with less excess stays.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from . import bignum
from .bound import Bound, Window, window
from .states import Core, TooLarge

Ints = npt.NDArray[np.int64]
FEW_STATES = 60_000
MOST_STATES = 3_000_000
"""States times choices of one step."""
MOST_CELLS = 25_000_000
SAFE = 1 << 60
"""Above it the sums of this module would not fit a machine's whole number."""
NEVER = 4 * SAFE


@dataclass(frozen=True)
class Found:
    quantities: list[int]
    """By supplier, 0 for the unused."""
    excess: int
    """Cost·scale above the bound's value."""


def cheapest_within(bound: Bound, gap: int) -> Found | None:
    """The least excess ≤ gap with which the demand can be served, or None when there is none.

    Raises TooLarge and TooFine.
    """
    quantities = list(bound.favourites)
    items = []
    for n, departure in enumerate(bound.departures):
        if departure <= gap:
            items.append(window(bound, n, gap))
            quantities[n] = 0
    target, seats = bound.served - sum(quantities), bound.limit - sum(1 for quantity in quantities if quantity)
    if target < 0 or seats < 0 or bound.charge * (seats - len(items)) > gap:
        return None
    items.sort(key=lambda item: (item.last, item.n))
    core = Core(items, target, None if bound.limit >= len(bound.options) else seats, bound.charge, gap)
    solved = _by_states(core) if gap < SAFE else bignum.by_dictionary(core)
    if solved is None:
        return None
    for item, quantity in zip(core.items, solved, strict=True):
        quantities[item.n] = quantity
    return Found(quantities, bound.excess(quantities))


def _by_states(core: Core) -> list[int] | None:
    """By whichever way is likely to be quicker, then by whichever is possible at all."""
    try:
        return _sparse(core, FEW_STATES)
    except TooLarge:
        if sum(high - low + 1 for low, high in _spans(core)) * (_rows(core) + 1) > MOST_CELLS:
            return _sparse(core, MOST_STATES)
        return _dense(core)


# --- states kept one by one: few choices each, however large the quantities


def _sparse(core: Core, most: int) -> list[int] | None:
    if not core.items:
        return [] if core.target == 0 and core.charge * (core.seats or 0) <= core.gap else None
    order = sorted(range(len(core.items)), key=lambda i: (core.items[i].count, i))
    *firsts, widest = order
    rest = np.cumsum([core.items[i].last for i in reversed(order)])[::-1]
    sums, used, excess = (np.zeros(1, np.int64) for _ in range(3))
    steps: list[tuple[Ints, Ints]] = []
    for place, i in enumerate(firsts):
        sums, used, excess, parents, given = _extend(
            core, core.items[i], sums, used, excess, int(rest[place + 1]), most
        )
        if not len(sums):
            return None
        steps.append((parents, given))
    return _complete(core, order, widest, sums, used, excess, steps)


def _extend(
    core: Core, item: Window, sums: Ints, used: Ints, excess: Ints, rest: int, most: int
) -> tuple[Ints, Ints, Ints, Ints, Ints]:
    """All states with the item added, the best of each kept, those that cannot reach the target or the gap dropped."""
    given = item.first + item.step * np.arange(item.count, dtype=np.int64)
    costs = item.at_first + item.rise * np.arange(item.count, dtype=np.int64)
    if item.nothing is not None:
        given, costs = np.append(0, given), np.append(item.nothing, costs)
    if len(sums) * len(given) > most:
        raise TooLarge
    shape = (len(sums), len(given))
    new_sums = (sums[:, None] + given).ravel()
    new_used = (used[:, None] + (given > 0)).ravel()
    new_excess = (excess[:, None] + costs).ravel()
    kept = (new_sums <= core.target) & (new_sums >= core.target - rest) & (new_excess <= core.gap)
    if core.seats is None:
        new_used[:] = 0
    else:
        kept &= new_used <= core.seats
    places = np.flatnonzero(kept)
    ranked = places[np.lexsort((new_excess[places], new_used[places], new_sums[places]))]
    fresh = np.ones(len(ranked), bool)
    fresh[1:] = (np.diff(new_sums[ranked]) != 0) | (np.diff(new_used[ranked]) != 0)
    ranked = ranked[fresh]
    parents, choice = np.unravel_index(ranked, shape)
    return new_sums[ranked], new_used[ranked], new_excess[ranked], parents, given[choice]


def _complete(
    core: Core, order: list[int], widest: int, sums: Ints, used: Ints, excess: Ints, steps: list[tuple[Ints, Ints]]
) -> list[int] | None:
    """Let the item with the most choices give just what is missing, and read the best way back."""
    item = core.items[widest]
    missing = core.target - sums
    fits = (missing >= item.first) & (missing <= item.last) & ((missing - item.first) % item.step == 0)
    if not item.count:
        fits[:] = False
    none = missing == 0 if item.nothing is not None else np.zeros(len(missing), bool)
    total = excess + np.where(none, item.nothing or 0, item.at_first + (missing - item.first) // item.step * item.rise)
    if core.seats is not None:
        taken = used + ~none
        fits &= taken <= core.seats
        total = total + core.charge * (core.seats - taken)
    good = np.flatnonzero((fits | none) & (total <= core.gap))
    if not len(good):
        return None
    state = int(good[np.argmin(total[good])])
    quantities = [0] * len(core.items)
    quantities[widest] = int(missing[state])
    for i, (parents, given) in zip(reversed(order[:-1]), reversed(steps), strict=True):
        quantities[i] = int(given[state])
        state = int(parents[state])
    return quantities


# --- all sums in a table: many choices each, quantities not too large


def _rows(core: Core) -> int:
    return 0 if core.seats is None else min(core.seats, len(core.items))


def _spans(core: Core) -> list[tuple[int, int]]:
    """The least and greatest sum that matters before each item, and after the last."""
    most = [0, *np.cumsum([item.last for item in core.items]).tolist()]
    return [(max(0, core.target - (most[-1] - reached)), min(core.target, reached)) for reached in most]


def _dense(core: Core) -> list[int] | None:
    spans = _spans(core)
    if spans[0][0] > 0:
        return None
    table = np.full((_rows(core) + 1, 1), NEVER, np.int64)
    table[0, 0] = 0
    tables = [table]
    for item, (low, high), (next_low, next_high) in zip(core.items, spans, spans[1:], strict=False):
        wide = np.full((table.shape[0], max(high, next_high) - low + 1), NEVER, np.int64)
        wide[:, : high - low + 1] = table
        table = _added(wide, item, core)[:, next_low - low : next_high - low + 1]
        tables.append(table)
    ends = table[:, -1]
    finished = ends if core.seats is None else ends + core.charge * (core.seats - np.arange(len(ends)))
    used = int(np.argmin(finished))
    return _read_back(core, tables, spans, used) if finished[used] <= core.gap else None


def _added(before: Ints, item: Window, core: Core) -> Ints:
    width = before.shape[1]
    after = before + item.nothing if item.nothing is not None else np.full_like(before, NEVER)
    if item.count and item.first < width:
        reached = _slide(before, item)[:, : width - item.first] + item.at_first
        if core.seats is None:
            after[:, item.first :] = np.minimum(after[:, item.first :], reached)
        else:
            after[1:, item.first :] = np.minimum(after[1:, item.first :], reached[:-1])
    after[after > core.gap] = NEVER
    return after


def _slide(table: Ints, item: Window) -> Ints:
    """At each sum the least over 0, 1, … count - 1 steps back, each step costing `rise`, by doubling."""
    have = 1
    while have < item.count and have * item.step < table.shape[1]:
        take = min(have, item.count - have)
        back = take * item.step
        if back >= table.shape[1]:
            break
        moved = table.copy()
        np.minimum(table[:, back:], table[:, :-back] + item.rise * take, out=moved[:, back:])
        table = moved
        have += take
    return table


def _read_back(core: Core, tables: list[Ints], spans: list[tuple[int, int]], used: int) -> list[int]:
    left, quantities = core.target, []
    for place in range(len(core.items) - 1, -1, -1):
        item, before, (low, high) = core.items[place], tables[place], spans[place]
        value = tables[place + 1][used, left - spans[place + 1][0]]
        quantity = 0
        if not low <= left <= high or item.nothing is None or before[used, left - low] + item.nothing != value:
            row = used if core.seats is None else used - 1
            given = item.first + item.step * np.arange(item.count)
            costs = item.at_first + item.rise * np.arange(item.count)
            inside = (left - given >= low) & (left - given <= high)
            given, costs = given[inside], costs[inside]
            quantity = int(given[np.flatnonzero(before[row, left - given - low] + costs == value)[0]])
            used = row
        quantities.append(quantity)
        left -= quantity
    return quantities[::-1]
