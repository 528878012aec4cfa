"""Points on a comuna's ground, for rows that are made up and must stand somewhere."""

import math
from functools import lru_cache
from random import Random

import shapely

from territories.ground import outline, register

KM_PER_DEGREE = 111.32
TRIES = 40


def point_in(code: str, rng: Random, reach_km: float = 6.0) -> tuple[float, float]:
    """Latitude and longitude within `reach_km` of the comuna's own point and on its ground, to about ten metres."""
    comuna = register.comuna(code)
    ground = _ground(code)
    for _attempt in range(TRIES):
        away, bearing = reach_km * math.sqrt(rng.random()), rng.random() * 2 * math.pi
        lat = round(comuna.lat + away * math.cos(bearing) / KM_PER_DEGREE, 4)
        lon = round(comuna.lon + away * math.sin(bearing) / (KM_PER_DEGREE * math.cos(math.radians(comuna.lat))), 4)
        if ground is not None and ground.contains(shapely.Point(lon, lat)):
            return lat, lon
    return comuna.lat, comuna.lon  # a comuna of small islands


@lru_cache(maxsize=400)
def _ground(code: str) -> shapely.Geometry | None:
    try:
        ground = outline(code)
    except KeyError:
        return None
    shapely.prepare(ground)
    return ground
