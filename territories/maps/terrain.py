"""The ground under a map: land clipped to a frame, water engraved in level lines, the cordillera as a row of peaks."""

from collections.abc import Iterable
from functools import lru_cache

import numpy as np
import shapely

from ..ground import comunas, outline, shores, union
from ..ground.outlines import beyond, country
from .frame import Frame

MARGIN = 8.0  # units drawn past the frame, so that an outline's cut edge stays out of sight
_RAGGED = (54, 26, 40, 66, 32, 48, 22, 60, 36)  # lengths of the water lines, taken in turn


@lru_cache(maxsize=256)
def codes_within(frame: Frame) -> tuple[str, ...]:
    """Comunas whose ground shows in the frame, by code."""
    west, south, east, north = frame.bounds(MARGIN)
    window = shapely.box(west, south, east, north)
    near = [
        c.code
        for c in comunas()
        if c.bbox and c.bbox[0] < east and c.bbox[2] > west and c.bbox[1] < north and c.bbox[3] > south
    ]
    return tuple(sorted(code for code in near if outline(code).intersects(window)))


def clip(geometry: shapely.Geometry, frame: Frame, margin: float = MARGIN) -> shapely.Geometry:
    """What shows in the frame, in drawing units."""
    return frame.project(shapely.clip_by_rect(geometry, *frame.bounds(margin)))


def land(codes: Iterable[str], frame: Frame) -> shapely.Geometry:
    chosen = tuple(sorted(codes))
    return clip(union(chosen), frame) if chosen else shapely.MultiPolygon()


def shoreline(codes: Iterable[str], frame: Frame) -> shapely.Geometry:
    lines = shapely.multilinestrings([shapely.linestrings(line) for line in shores(codes)])
    return shapely.line_merge(clip(lines, frame))


def _spans(row: shapely.Geometry) -> list[tuple[float, float]]:
    pieces = [part for part in shapely.get_parts(row) if part.geom_type == "LineString" and part.length > 0]
    return sorted((part.bounds[0], part.bounds[2]) for part in pieces)


def water(frame: Frame, *, pitch: int, gap: float = 5.0) -> list[tuple[int, int, int]]:
    """Level lines of open water, (x, x, y): ragged off the western shore, whole between islands."""
    ground = shapely.union_all([clip(country(), frame, 40).buffer(gap), clip(beyond(), frame, 40).buffer(gap)])
    shapely.prepare(ground)
    lines: list[tuple[int, int, int]] = []
    for i, y in enumerate(range(pitch, frame.height, pitch)):
        row = shapely.difference(shapely.LineString([(-1, y), (frame.width + 1, y)]), ground)
        for start, end in _spans(row):
            first = max(start, end - _RAGGED[i % len(_RAGGED)] * frame.width / 400) if start <= 0 else start
            if end <= frame.width and end - first > 5:
                lines.append((round(max(first, 0)), round(end), y))
    return lines


def cordillera(frame: Frame, *, pitch: int, inset: float) -> list[tuple[int, int]]:
    """Left feet of the peaks, `inset` units west of where the country ends in the east, unless that is out of frame."""
    mainland = clip(shapely.MultiPolygon([country().geoms[0]]), frame, 40)
    feet: list[tuple[int, int]] = []
    for i, y in enumerate(range(pitch, frame.height - 2, pitch)):
        spans = _spans(shapely.intersection(mainland, shapely.LineString([(-40, y), (frame.width + 40, y)])))
        x = spans[-1][1] - inset - (0, 7, 3)[i % 3] if spans else -1
        if spans and spans[-1][1] < frame.width + 12 and 4 < x < frame.width - 14 and _is_frontier(frame, spans[-1][1], y):
            feet.append((round(x), y))
    return feet


def _is_frontier(frame: Frame, x: float, y: float) -> bool:
    """Whether the ground just east of x is another country's, not water."""
    lon, lat = frame.west + (x + 2) / frame.across, frame.north - y / frame.scale
    return bool(beyond().contains(shapely.Point(lon, lat)))


def middle(codes: Iterable[str]) -> tuple[float, float]:
    """Latitude and longitude of the middle of these comunas' ground."""
    lat_lon = np.array([(c.lat, c.lon) for c in comunas() if c.code in set(codes)])
    return float(lat_lon[:, 0].mean()), float(lat_lon[:, 1].mean())
