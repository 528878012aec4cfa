"""The ground: Chile's regions and comunas as data and outlines, without the database. Coordinates are WGS84 degrees."""

from .locate import comuna_at
from .outlines import inner_borders, neighbours, outline, shores, union
from .register import Comuna, Region, comuna, comunas, find_comuna, region, regions

__all__ = [
    "Comuna",
    "Region",
    "comuna",
    "comuna_at",
    "comunas",
    "find_comuna",
    "inner_borders",
    "neighbours",
    "outline",
    "region",
    "regions",
    "shores",
    "union",
]
