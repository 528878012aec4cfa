"""Which comuna a point lies in."""

from functools import cache

import numpy as np
import shapely

from .outlines import beyond, codes, outline

KM_PER_DEGREE = 111.32
SHORE_KM = 5.0  # piers, islets too small for the outlines, and points typed a little off
FRONTIER_KM = 1.0  # how far the simplified frontier may lie from the true one
_ANTARTICA, _SECTOR_WEST, _SECTOR_EAST, _SECTOR_NORTH = "12202", -90.0, -53.0, -60.0


@cache
def _tree() -> shapely.STRtree:
    return shapely.STRtree([outline(code) for code in codes()])


def comuna_at(lat: float, lon: float) -> str | None:
    """Code of the comuna at that point; of the nearest within 5 km off a shore; None outside Chile.

    The outlines are good to about half a kilometre, so a point that near a border may answer its neighbour.
    """
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        return None
    if lat <= _SECTOR_NORTH:
        return _ANTARTICA if _SECTOR_WEST <= lon <= _SECTOR_EAST else None
    hits = _tree().query(shapely.Point(lon, lat), predicate="intersects")
    if len(hits):
        return codes()[int(min(hits))]
    return _nearest(lat, lon)


def _nearest(lat: float, lon: float) -> str | None:
    point = shapely.Point(lon, lat)
    reach = FRONTIER_KM if beyond().contains(point) else SHORE_KM
    stretch = np.array([np.cos(np.radians(lat)), 1.0]) * KM_PER_DEGREE
    up, across = reach / stretch[1], reach / stretch[0]
    near = sorted(int(i) for i in _tree().query(shapely.box(lon - across, lat - up, lon + across, lat + up)))
    here = shapely.transform(point, lambda xy: xy * stretch)
    away = [(shapely.transform(outline(codes()[i]), lambda xy: xy * stretch).distance(here), codes()[i]) for i in near]
    best = min(away, default=None)
    return best[1] if best and best[0] <= reach else None
