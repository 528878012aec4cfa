"""Outlines of comunas from TopoJSON: each border is one arc, so neighbours and shores follow from who shares it.

Everything is read on first use and kept for the life of the process (about 45,000 vertices).
"""

import json
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Any

import numpy as np
import shapely
from shapely.geometry import MultiPolygon, Polygon

from .register import DATA

Line = np.ndarray[Any, np.dtype[np.float64]]  # n × 2: longitude, latitude

# Where the land frontier starts (the sea of Arica) and ends (the Strait of Magellan); Tierra del Fuego's meridian.
_CONCORDIA = (-70.38, -18.35)
_DUNGENESS = (-68.43, -52.39)
_FUEGO = ((-68.595, -52.64), (-68.595, -54.89))
_FAR_EAST, _FAR_NORTH = -60.0, -15.0


@cache
def _document() -> tuple[list[Line], dict[str, list[list[list[int]]]]]:
    raw = json.loads((DATA / "outlines.json").read_text(encoding="utf-8"))
    scale = np.array(raw["transform"]["scale"])
    arcs = [np.cumsum(np.array(arc), axis=0) * scale for arc in raw["arcs"]]
    return arcs, {g["id"]: g["arcs"] for g in raw["objects"]["comunas"]["geometries"]}


def _line(number: int) -> Line:
    arcs = _document()[0]
    return arcs[number] if number >= 0 else arcs[~number][::-1]


def _ring(numbers: list[int]) -> Line:
    pieces = [_line(n) for n in numbers]
    return np.concatenate([pieces[0], *(piece[1:] for piece in pieces[1:])])


def codes() -> tuple[str, ...]:
    """Codes that have an outline, sorted: all but Antártica."""
    return tuple(sorted(_document()[1]))


@lru_cache(maxsize=400)
def outline(code: str) -> MultiPolygon:
    """The comuna's ground, largest part first. Raises KeyError if there is no outline (12202, or not a comuna)."""
    shapes = _document()[1][code]
    return MultiPolygon([Polygon(_ring(rings[0]), [_ring(hole) for hole in rings[1:]]) for rings in shapes])


@cache
def _owners() -> dict[int, tuple[str, ...]]:
    """Arc → the one or two comunas it bounds."""
    owners: dict[int, list[str]] = {}
    for code, shapes in _document()[1].items():
        for number in (n for rings in shapes for ring in rings for n in ring):
            owners.setdefault(max(number, ~number), []).append(code)
    return {arc: tuple(sorted(set(both))) for arc, both in owners.items()}


@cache
def _neighbours() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {code: set() for code in codes()}
    for both in _owners().values():
        for code in both:
            found[code].update(set(both) - {code})
    return {code: frozenset(others) for code, others in found.items()}


def neighbours(code: str) -> frozenset[str]:
    """Comunas that share a land border with this one. Raises KeyError as `outline` does."""
    return _neighbours()[code]


def inner_borders(of: Iterable[str]) -> list[Line]:
    """Borders between two of these comunas."""
    inside = set(of)
    return [_line(arc) for arc, both in _owners().items() if len(both) == 2 and inside.issuperset(both)]


def shores(of: Iterable[str]) -> list[Line]:
    """Edges of these comunas on open water; a land frontier with another country is left out."""
    inside = set(of)
    frontier = _frontier_steps()
    lines: list[Line] = []
    for arc, both in _owners().items():
        if len(both) == 1 and both[0] in inside:
            line = _line(arc)
            dry = np.array([step in frontier for step in _steps(line)])
            lines += [run for run in _runs(line, ~dry) if len(run) > 1]
    return lines


@lru_cache(maxsize=64)
def union(of: tuple[str, ...]) -> MultiPolygon:
    """The ground of these comunas as one, without the borders between them."""
    whole = shapely.coverage_union_all([outline(code) for code in of])
    return MultiPolygon(shapely.get_parts(whole).tolist())


@cache
def country() -> MultiPolygon:
    """All of Chile, largest part (the mainland) first."""
    return MultiPolygon(sorted(union(codes()).geoms, key=lambda part: -part.area))


@cache
def beyond() -> MultiPolygon:
    """Ground of the neighbouring countries next to Chile: what lies past the land frontier, up to 60° W."""
    (north, south), far = _FUEGO, _FAR_EAST
    mainland = Polygon([*_frontier(), (far, _DUNGENESS[1]), (far, _FAR_NORTH), (_CONCORDIA[0], _FAR_NORTH)])
    return MultiPolygon([mainland, Polygon([north, (far, north[1]), (far, south[1]), south])])


def _frontier() -> Line:
    """The mainland's edge from the Concordia line over the Andes to Dungeness."""
    ring = np.array(shapely.normalize(country().geoms[0]).exterior.coords)[:-1]
    if not shapely.LinearRing(ring).is_ccw:
        ring = ring[::-1]
    start, end = (int(np.argmin(((ring - np.array(p)) ** 2).sum(axis=1))) for p in (_DUNGENESS, _CONCORDIA))
    turned = np.roll(ring, -start, axis=0)
    return turned[: (end - start) % len(ring) + 1][::-1]


@cache
def _frontier_steps() -> frozenset[tuple[float, ...]]:
    steps = set(_steps(_frontier()))
    (lon, north), (_, south) = _FUEGO
    for arc, both in _owners().items():
        if len(both) == 1:
            line = _line(arc)
            middle = (line[1:] + line[:-1]) / 2
            near = (abs(middle[:, 0] - lon) < 0.03) & (middle[:, 1] < north) & (middle[:, 1] > south)
            steps.update(step for step, is_near in zip(_steps(line), near, strict=True) if is_near)
    return frozenset(steps)


def _steps(line: Line) -> list[tuple[float, ...]]:
    """Each stretch between two vertices as a key that does not depend on direction."""
    grid = np.round(line, 5).tolist()
    return [(*min(a, b), *max(a, b)) for a, b in zip(grid[:-1], grid[1:], strict=True)]


def _runs(line: Line, wanted: np.ndarray[Any, np.dtype[np.bool_]]) -> list[Line]:
    """Stretches of the line whose steps are wanted, each as long as it can be."""
    cuts = np.flatnonzero(np.diff(wanted.astype(int))) + 1
    edges = [0, *cuts.tolist(), len(wanted)]
    return [line[a : b + 1] for a, b in zip(edges[:-1], edges[1:], strict=True) if wanted[a]]
