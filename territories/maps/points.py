"""What a caller puts on a map. All are hashable, so that a drawn map can be kept."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["place", "producer", "product"]


@dataclass(frozen=True, slots=True)
class MapPoint:
    """A point to show. A place is a small dot with its name; the other kinds are numbered in the order given.

    `number` replaces the number counted; `slug` is the territory whose inks the point wears ("" for those around it).
    """

    lat: float
    lon: float
    label: str
    href: str = ""
    kind: Kind = "product"
    number: int = 0
    slug: str = ""


@dataclass(frozen=True, slots=True)
class StripRow:
    """A territory's row beside the country: `lat`, `lon` is where its line starts."""

    slug: str
    name: str
    lat: float
    lon: float
