"""Near a point, by the cluster's own measure; along a line, by whole cells, and what is at the edge measured here."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any

import numpy as np
from elasticsearch_dsl import Q
from elasticsearch_dsl.query import Query

from search.geo import Array, Point, cover, distance_to_line

from .translate import some

MOST_TERMS = 60_000
"""A cluster takes some more in one list."""
Scan = Callable[[Query, list[str]], Iterable[tuple[Any, ...]]]
"""Values of fields of every listing that matches."""


def within(line: Sequence[Point], km: float, scan: Scan) -> Query:
    """The listings within `km` of a line (of one point or more)."""
    if len(line) == 1:
        return Q("geo_distance", distance=f"{km}km", place={"lat": line[0][0], "lon": line[0][1]})
    inside, edge = cover(partial(distance_to_line, line=line), km)
    parts = any_of("cell", inside)
    if edge:
        parts += any_of("uid", [uid for uid, away in measured(some(any_of("cell", edge)), line, scan) if away <= km])
    return some(parts) if parts else Q("match_none")


def any_of(field: str, values: Sequence[Any]) -> list[Query]:
    return [Q("terms", **{field: values[at : at + MOST_TERMS]}) for at in range(0, len(values), MOST_TERMS)]


def measured(query: Query, line: Sequence[Point], scan: Scan) -> list[tuple[int, float]]:
    """The uid of every listing that matches and its distance from the line, NaN without a place, nearest first."""
    found = list(scan(query, ["uid", "lat", "lon"]))
    uids = np.array([uid for uid, _lat, _lon in found], dtype=np.uint64)
    away = distances([(lat, lon) for _uid, lat, lon in found], line)
    return [(int(uids[at]), float(away[at])) for at in np.lexsort((uids, away))]


def distances(places: Sequence[tuple[float | None, float | None]], line: Sequence[Point]) -> Array:
    """Kilometres of each place, NaN for none."""
    lat, lon = (np.array([place[axis] for place in places], dtype=np.float64) for axis in (0, 1))
    return distance_to_line(lat, lon, line) if places else np.empty(0)


def nearest_first(line: Sequence[Point]) -> dict[str, Any]:
    """The order by distance from a point; listings without a place come last."""
    place = {"lat": line[0][0], "lon": line[0][1]}
    return {"_geo_distance": {"place": place, "order": "asc", "unit": "km", "distance_type": "arc"}}
