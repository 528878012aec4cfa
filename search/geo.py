"""Distances on the ground, and the ground cut into cells so that an index can find what is near.

Points are (latitude, longitude) in WGS84 degrees, distances kilometres along a sphere of 6,371.0088 km.
"""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

Point = tuple[float, float]
Array = NDArray[np.float64]
EARTH_KM = 6371.0088
DEGREE_KM = EARTH_KM * np.pi / 180
STEPS = (10.24, 2.56, 0.64, 0.16, 0.04, 0.01)
"""Side of a cell at each level, in degrees; each level cuts a cell into 16."""


def haversine(lat: Array, lon: Array, point: Point) -> Array:
    """Great-circle distance of many places from one."""
    phi, lam = np.radians(lat), np.radians(lon)
    phi0, lam0 = np.radians(point[0]), np.radians(point[1])
    half = np.sin((phi - phi0) / 2) ** 2 + np.cos(phi) * np.cos(phi0) * np.sin((lam - lam0) / 2) ** 2
    return np.asarray(2 * EARTH_KM * np.arcsin(np.sqrt(np.clip(half, 0, 1))))


def distance_to_line(lat: Array, lon: Array, line: Sequence[Point]) -> Array:
    """Distance of many places from a line of points, legs included; of one point, plain distance."""
    nearest = haversine(lat, lon, line[0])
    for start, end in zip(line, line[1:], strict=False):
        nearest = np.minimum(nearest, distance_to_leg(lat, lon, start, end))
    return nearest


def distance_to_leg(lat: Array, lon: Array, start: Point, end: Point) -> Array:
    """Distance from the nearest point of a leg, found on a flat map around each place; legs are tens of km long."""
    shrink = np.cos(np.radians(lat))
    x, y = (end[1] - start[1]) * shrink, end[0] - start[0]
    length = x * x + y * y
    along = ((lon - start[1]) * shrink * x + (lat - start[0]) * y) / np.where(length == 0, 1, length)
    along = np.clip(along, 0, 1)
    return between(lat, lon, start[0] + along * (end[0] - start[0]), start[1] + along * (end[1] - start[1]))


def between(lat: Array, lon: Array, to_lat: Array, to_lon: Array) -> Array:
    phi, to_phi = np.radians(lat), np.radians(to_lat)
    half = np.sin((to_phi - phi) / 2) ** 2
    half = half + np.cos(phi) * np.cos(to_phi) * np.sin(np.radians(to_lon - lon) / 2) ** 2
    return np.asarray(2 * EARTH_KM * np.arcsin(np.sqrt(np.clip(half, 0, 1))))


def cells_of(lat: float, lon: float) -> list[str]:
    """The cell a place is in, at every level, as the terms an index holds."""
    row, column = int((lat + 90) / STEPS[-1]), int((lon + 180) / STEPS[-1])
    last = len(STEPS) - 1
    return [f"{level}:{row >> 2 * (last - level)}:{column >> 2 * (last - level)}" for level in range(len(STEPS))]


def cover(distance: Callable[[Array, Array], Array], km: float) -> tuple[list[str], list[str]]:
    """The cells wholly within `km` by some distance, at the coarsest level each, and those the edge runs through.

    A place in one of the second must be measured; a place in no cell of either is farther away.
    """
    inside: list[str] = []
    first = STEPS[0]
    rows, columns = int(np.ceil(180 / first)), int(np.ceil(360 / first))
    row: Array = np.repeat(np.arange(rows, dtype=np.float64), columns)
    column: Array = np.tile(np.arange(columns, dtype=np.float64), rows)
    for level, step in enumerate(STEPS):
        lat, lon = (row + 0.5) * step - 90, (column + 0.5) * step - 180
        # From a cell's middle along its parallel, then its meridian: no place in it is farther than that.
        reach = (1 + np.abs(np.cos(np.radians(np.clip(lat, -90, 90))))) * step / 2 * DEGREE_KM * 1.02
        away = distance(np.clip(lat, -90, 90), lon)
        whole = away + reach <= km
        edge = ~whole & (away - reach <= km)
        inside += names(level, row[whole], column[whole])
        row, column = row[edge], column[edge]
        if step != STEPS[-1]:
            row = (row[:, None] * 4 + np.repeat(np.arange(4.0), 4)[None, :]).ravel()
            column = (column[:, None] * 4 + np.tile(np.arange(4.0), 4)[None, :]).ravel()
    return inside, names(len(STEPS) - 1, row, column)


def names(level: int, rows: Array, columns: Array) -> list[str]:
    pairs = zip(rows.astype(np.int64).tolist(), columns.astype(np.int64).tolist(), strict=True)
    return [f"{level}:{row}:{column}" for row, column in pairs]
