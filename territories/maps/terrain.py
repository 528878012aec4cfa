"""The ground under a map: land clipped to a frame, water engraved in level lines, the cordillera as a row of peaks."""

from collections.abc import Iterable
from functools import lru_cache

import shapely
from shapely.geometry import MultiPolygon, Polygon

from territories.ground import comunas, outline, union
from territories.ground.outlines import beyond, country

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


def land(codes: Iterable[str], frame: Frame, *, most: int) -> shapely.Geometry:
    """The ground of these comunas in the frame, plain enough to have at most about `most` vertices."""
    chosen = tuple(sorted(codes))
    return plain(clip(union(chosen), frame), most=most) if chosen else MultiPolygon()


def plain(ground: shapely.Geometry, *, most: int) -> shapely.Geometry:
    """Simplified by as little as it takes: first its lines, then its fjords closed and its small islands left out."""
    simple = ground
    for finest in (0.8, 1.2, 1.7, 2.4, 3.4, 5.0):
        ground = shapely.simplify(ground, finest / 2)
        if finest > 2:
            ground = ground.buffer(finest / 2, quad_segs=1).buffer(-finest / 2, quad_segs=1)
        parts = [p for p in shapely.get_parts(ground) if p.geom_type == "Polygon" and p.area >= 10 * finest**2]
        solid = [Polygon(p.exterior, [r for r in p.interiors if Polygon(r).area > 30]) for p in parts]
        simple = shapely.simplify(MultiPolygon(solid), finest)
        if shapely.get_num_coordinates(simple) <= most:
            break
    return simple


def shore(ground: shapely.Geometry, others: shapely.Geometry, frame: Frame) -> shapely.Geometry:
    """The edge of this ground on water: what does not run along the others' ground or a land frontier."""
    dry = shapely.union_all([others, clip(beyond(), frame, 40)]).buffer(3, quad_segs=1)
    wet = shapely.difference(shapely.boundary(ground), dry)
    runs = shapely.line_merge(wet) if wet.geom_type == "MultiLineString" else wet
    return shapely.MultiLineString([run for run in shapely.get_parts(runs) if run.length > 4])


def _spans(row: shapely.Geometry) -> list[tuple[float, float]]:
    pieces = [part for part in shapely.get_parts(row) if part.geom_type == "LineString" and part.length > 0]
    return sorted((part.bounds[0], part.bounds[2]) for part in pieces)


def water(frame: Frame, *, pitch: int, gap: float = 5.0) -> list[tuple[int, int, int]]:
    """Level lines of open water, (x, x, y): ragged off the western shore, whole between islands."""
    rough = plain(clip(country(), frame, 40), most=600)
    ground = shapely.union_all([rough, clip(beyond(), frame, 40)]).buffer(gap, quad_segs=2)
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
    mainland = shapely.simplify(clip(country().geoms[0], frame, 40), 0.5)
    feet: list[tuple[int, int]] = []
    for i, y in enumerate(range(pitch, frame.height - 2, pitch)):
        spans = _spans(shapely.intersection(mainland, shapely.LineString([(-40, y), (frame.width + 40, y)])))
        x = spans[-1][1] - inset - (0, 7, 3)[i % 3] if spans else -1
        if (
            spans
            and spans[-1][1] < frame.width + 12
            and 4 < x < frame.width - 14
            and _is_frontier(frame, spans[-1][1], y)
        ):
            feet.append((round(x), y))
    return feet


def _is_frontier(frame: Frame, x: float, y: float) -> bool:
    """Whether the ground just east of x is another country's, not water."""
    lon, lat = frame.west + (x + 2) / frame.across, frame.north - y / frame.scale
    return bool(beyond().contains(shapely.Point(lon, lat)))
