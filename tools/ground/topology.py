"""A coverage as TopoJSON: every border once, as an arc of whole steps from point to point."""

from collections import defaultdict
from itertools import pairwise

import numpy as np
import shapely

Point = tuple[int, int]
Ring = list[Point]


def rings_of(outline: shapely.Geometry, grid: int) -> list[list[Ring]]:
    """Polygons, largest first, each a list of open rings in grid steps: the shell, then holes."""
    polygons = sorted(shapely.get_parts(shapely.normalize(outline)), key=lambda p: -p.area)
    return [
        [
            [(int(x), int(y)) for x, y in np.round(shapely.get_coordinates(r) * grid)][:-1]
            for r in (p.exterior, *p.interiors)
        ]
        for p in polygons
    ]


def nodes_of(rings: list[Ring]) -> set[Point]:
    """Points where three or more borders meet."""
    around: dict[Point, set[Point]] = defaultdict(set)
    for ring in rings:
        for a, b in pairwise([*ring, ring[0]]):
            around[a].add(b)
            around[b].add(a)
    return {point for point, others in around.items() if len(others) > 2}


def cut(ring: Ring, nodes: set[Point]) -> list[Ring]:
    """The ring as lines from node to node; a ring without nodes as one closed line from its least point."""
    at = [i for i, point in enumerate(ring) if point in nodes]
    start = at[0] if at else ring.index(min(ring))
    turned = ring[start:] + ring[:start] + [ring[start]]
    ends = [0, *(i for i in range(1, len(turned) - 1) if turned[i] in nodes), len(turned) - 1]
    return [turned[a : b + 1] for a, b in pairwise(ends)]


class Arcs:
    """Lines kept once; asking for a line answers its number, or the number's complement when it runs backwards."""

    def __init__(self) -> None:
        self.lines: list[Ring] = []
        self.numbers: dict[tuple[Point, ...], int] = {}

    def number(self, line: Ring) -> int:
        forward, backward = tuple(line), tuple(reversed(line))
        if forward in self.numbers:
            return self.numbers[forward]
        if backward in self.numbers:
            return ~self.numbers[backward]
        self.numbers[forward] = len(self.lines)
        self.lines.append(line)
        return self.numbers[forward]

    def steps(self) -> list[list[list[int]]]:
        return [[list(line[0]), *([b[0] - a[0], b[1] - a[1]] for a, b in pairwise(line))] for line in self.lines]


def topology(codes: list[str], outlines: list[shapely.Geometry], grid: int) -> dict[str, object]:
    """A TopoJSON document with one object, `comunas`, whose geometries have the comuna's code as id."""
    shapes = [rings_of(outline, grid) for outline in outlines]
    nodes = nodes_of([ring for shape in shapes for polygon in shape for ring in polygon])
    arcs = Arcs()
    geometries = [
        {
            "type": "MultiPolygon",
            "id": code,
            "arcs": [[[arcs.number(line) for line in cut(ring, nodes)] for ring in polygon] for polygon in shape],
        }
        for code, shape in zip(codes, shapes, strict=True)
    ]
    return {
        "type": "Topology",
        "transform": {"scale": [1 / grid, 1 / grid], "translate": [0, 0]},
        "objects": {"comunas": {"type": "GeometryCollection", "geometries": geometries}},
        "arcs": arcs.steps(),
    }
