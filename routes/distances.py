"""How far apart stops are: straight lines lengthened by what roads add. Estimates, and pages say so."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import asin, cos, radians, sin, sqrt

from .models import Circuit, Stop

EARTH_KM = 6371.0
DETOUR = 1.3
"""Road kilometres for one in a straight line."""
KM_AN_HOUR = 50
"""Mean speed over rural roads, gravel and towns."""

Point = tuple[float, float]
"""Latitude and longitude, in degrees."""


@dataclass(frozen=True, slots=True)
class Leg:
    """From a stop to the next of the same day, by road; both figures rounded as estimates deserve."""

    kilometres: int
    minutes: int


def straight_km(a: Point, b: Point) -> float:
    """Great-circle distance (haversine formula on a sphere of 6,371 km)."""
    lat_a, lat_b = radians(a[0]), radians(b[0])
    half = sin((lat_b - lat_a) / 2) ** 2 + cos(lat_a) * cos(lat_b) * sin(radians(b[1] - a[1]) / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(half)))


def road_km(a: Point, b: Point) -> float:
    return straight_km(a, b) * DETOUR


def leg(a: Point, b: Point) -> Leg:
    """Kilometres whole, minutes to the next five above; 5 for stops next to each other."""
    kilometres = road_km(a, b)
    minutes = kilometres / KM_AN_HOUR * 60
    return Leg(round(kilometres), max(5, 5 * round(minutes / 5 + 0.4)))


def length_km(points: Sequence[Point]) -> int:
    """Road kilometres along the points, in their order."""
    return round(sum(road_km(a, b) for a, b in pairwise(points)))


def keep_kilometres(circuits: Iterable[Circuit]) -> int:
    """Write the length of each circuit where lists read it; answers how many changed. Two queries and one update.

    Nothing is told to the outbox: who loads in bulk rebuilds the index afterwards.
    """
    known = {circuit.pk: circuit for circuit in circuits}
    points: dict[int, list[Point]] = {pk: [] for pk in known}
    rows = Stop.objects.filter(circuit__in=known).order_by("circuit", "day", "order", "pk")
    for pk, lat, lon in rows.values_list("circuit", "place__lat", "place__lon"):
        points[pk].append((lat, lon))
    changed = []
    for pk, circuit in known.items():
        length = length_km(points[pk])
        if circuit.kilometres != length:
            circuit.kilometres = length
            changed.append(circuit)
    Circuit.objects.bulk_update(changed, ["kilometres"])
    return len(changed)
