"""Every set of places that one day can hold, each with its least travel, by dynamic programming over sets.

A label is a set, the place it ends at, the time and the travel so far. Of labels with the same set and end, those that
are neither sooner nor shorter than another are dropped. All labels of one size make a layer, held as arrays.
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from .problem import Day, Problem
from .schedule import NEVER, Hours

Ints = npt.NDArray[np.int64]
MOST_PLACES = 62
"""Of a ground: a set is a whole number of as many bits."""


class TooLarge(Exception):
    """More labels, or more time, than allowed; nothing is known about the optimum."""


@dataclass(frozen=True)
class Budget:
    """What a search may use up. `labels` bounds one day's; `until` is of `time.monotonic`."""

    labels: int
    until: float

    def check(self, labels: int) -> None:
        if labels > self.labels or time.monotonic() > self.until:
            raise TooLarge


@dataclass(frozen=True)
class Layer:
    sets: Ints
    last: Ints
    clock: Ints
    travel: Ints
    parent: Ints
    """Row in the layer before."""

    def rows(self, chosen: npt.NDArray[np.intp]) -> "Layer":
        return Layer(self.sets[chosen], self.last[chosen], self.clock[chosen], self.travel[chosen], self.parent[chosen])


@dataclass(frozen=True)
class Tours:
    """Sets that fit, ascending, the empty one first; bit n stands for `places[n]`."""

    places: tuple[int, ...]
    sets: Ints
    travel: Ints
    ends: list[tuple[int, int]]
    """Layer and row of the last stop, by set; (-1, 0) for the empty set."""
    layers: list[Layer]

    def order(self, n: int) -> list[int]:
        """The places of set `n`, in the order that travels least."""
        depth, row = self.ends[n]
        order = []
        for layer in self.layers[depth::-1] if depth >= 0 else []:
            order.append(self.places[int(layer.last[row])])
            row = int(layer.parent[row])
        return order[::-1]


class Ground:
    """The places of one search: travel among them, and bounds on it, as arrays."""

    def __init__(self, problem: Problem, hours: Hours, places: Sequence[int]) -> None:
        chosen = np.array(places, np.int64)
        self.places = tuple(places)
        self.visit = np.array([problem.places[n].visit for n in places], np.int64)
        self.travel = np.array([[problem.travel[a][b] for b in places] for a in places], np.int64).reshape(
            len(chosen), len(chosen)
        )
        self.closes = [np.array([closes for _, closes in hours.spans[n]], np.int64) for n in places]
        self.opens = [np.array([opens for opens, _ in hours.spans[n]] + [NEVER], np.int64) for n in places]
        self.shortest = shortest_paths(self.travel)

    def starts(self, n: int, arrive: Ints) -> Ints:
        """When visits to place `n` may start; NEVER or later when they may not."""
        return np.maximum(arrive, self.opens[n][np.searchsorted(self.closes[n], arrive)])


def shortest_paths(travel: Ints) -> Ints:
    """Least travel between any two places, by way of any others; the same matrix when no way round is shorter."""
    shortest = travel.copy()
    for n in range(len(shortest)):
        np.minimum(shortest, shortest[:, n, None] + shortest[n], out=shortest)
    return shortest


def tours(problem: Problem, ground: Ground, day: Day, budget: Budget) -> Tours:
    """All sets of the ground's places that the day can hold. Raises TooLarge."""
    back = np.array([problem.travel[n][day.target] for n in ground.places], np.int64)
    nearest = (ground.shortest + back).min(axis=1) if len(back) else back  # a way home by others may be the shorter
    latest = day.end - nearest
    layers: list[Layer] = []
    layer = _first(problem, ground, day, latest)
    total = 0
    while len(layer.sets):
        layers.append(layer)
        total += len(layer.sets)
        layer = _next(ground, layer, latest, budget, total)
    return _finished(problem, ground, day, back, layers)


def _first(problem: Problem, ground: Ground, day: Day, latest: Ints) -> Layer:
    last = np.arange(len(ground.places), dtype=np.int64)
    travel = np.array([problem.travel[day.origin][n] for n in ground.places], np.int64)
    starts = [int(ground.starts(n, day.start + travel[n : n + 1])[0]) for n in range(len(last))]
    clock = np.array(starts, np.int64) + ground.visit
    layer = Layer(np.int64(1) << last, last, clock, travel, np.zeros_like(last))
    return layer.rows(np.flatnonzero(clock <= latest))


def _next(ground: Ground, layer: Layer, latest: Ints, budget: Budget, total: int) -> Layer:
    grown = []
    for n in range(len(ground.places)):
        rows = np.flatnonzero((layer.sets >> n) & 1 == 0)
        travel = ground.travel[layer.last[rows], n]
        clock = ground.starts(n, layer.clock[rows] + travel) + ground.visit[n]
        good = clock <= latest[n]
        rows = rows[good]
        total += len(rows)
        budget.check(total)
        sets = layer.sets[rows] | (np.int64(1) << n)
        grown.append(Layer(sets, np.full_like(sets, n), clock[good], layer.travel[rows] + travel[good], rows))
    joined = Layer(*(np.concatenate([getattr(part, name) for part in grown]) for name in Layer.__dataclass_fields__))
    return joined.rows(_undominated(joined))


def _undominated(layer: Layer) -> npt.NDArray[np.intp]:
    """Rows that no row of the same set and end beats in both time and travel."""
    if not len(layer.sets):
        return np.zeros(0, np.intp)
    ranked = np.lexsort((layer.travel, layer.clock, layer.last, layer.sets))
    sets, last, travel = layer.sets[ranked], layer.last[ranked], layer.travel[ranked]
    fresh = np.ones(len(sets), bool)
    fresh[1:] = (sets[1:] != sets[:-1]) | (last[1:] != last[:-1])
    group = np.cumsum(fresh)
    # Later groups sink below all earlier ones, so that one running minimum serves every group.
    sunk = travel - group * (int(travel.max()) + 1)
    kept = fresh.copy()
    kept[1:] |= sunk[1:] < np.minimum.accumulate(sunk)[:-1]
    return ranked[kept]


def _finished(problem: Problem, ground: Ground, day: Day, back: Ints, layers: list[Layer]) -> Tours:
    sets, travel = [np.zeros(1, np.int64)], [np.array([problem.travel[day.origin][day.target]], np.int64)]
    ends: list[tuple[int, int]] = [(-1, 0)]
    for depth, layer in enumerate(layers):
        home = back[layer.last]
        rows = np.flatnonzero(layer.clock + home <= day.end)
        whole = layer.travel[rows] + home[rows]
        ranked = np.lexsort((whole, layer.sets[rows]))
        rows, whole = rows[ranked], whole[ranked]
        first = np.ones(len(rows), bool)
        first[1:] = layer.sets[rows[1:]] != layer.sets[rows[:-1]]
        sets.append(layer.sets[rows[first]])
        travel.append(whole[first])
        ends += [(depth, row) for row in rows[first].tolist()]
    joined = np.concatenate(sets)
    ranked = np.argsort(joined, kind="stable")
    ordered = [ends[n] for n in ranked.tolist()]
    return Tours(ground.places, joined[ranked], np.concatenate(travel)[ranked], ordered, layers)
