"""The printed plate of a territory: everything on its map but the points. Drawn once a process, then kept."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import shapely
from django.utils.safestring import SafeString

from territories.ground import comuna, comunas, inner_borders, outline

from . import insets, pen, terrain
from .frame import Bounds, Frame, around, fit
from .labels import Sheet

WIDTH = 380


@dataclass(frozen=True, slots=True)
class Plate:
    frame: Frame
    body: SafeString
    codes: tuple[str, ...]
    islands: tuple[str, ...]  # drawn in boxes

    def sheet(self) -> Sheet:
        """A fresh sheet over the plate, with the islands' boxes taken."""
        fresh = Sheet(self.frame.width, self.frame.height)
        for place in range(len(self.islands)):
            fresh.take(insets.box(place, self.frame.height))
        return fresh

    def xy(self, lat: float, lon: float) -> tuple[float, float]:
        """Where a point falls on the plate; one on an oceanic island, in that island's box if there is one."""
        if lon < insets.OFFSHORE_WEST:
            for place, code in enumerate(self.islands):
                frame = insets.inset_frame(code, place, self.frame.height)
                x, y = frame.xy(lat, lon)
                if frame.width - insets.SIDE <= x <= frame.width and y <= self.frame.height:
                    return x, y
        return self.frame.xy(lat, lon)


def known(codes: Iterable[str]) -> tuple[str, ...]:
    """The codes that have an outline, sorted and once each."""
    there = {c.code for c in comunas() if c.bbox}
    return tuple(sorted(there.intersection(codes)))


def extent(codes: tuple[str, ...]) -> Bounds:
    """Bounds of these comunas' main ground in degrees: a comuna's far islets do not count, nor oceanic islands
    unless there is nothing else. All of Chile from Arica to Cape Horn when there is no comuna with an outline.
    """
    boxes = [_main_ground(code) for code in codes]
    near = [box for box in boxes if box[0] > insets.OFFSHORE_WEST]
    return around(near or boxes or [(-75.7, -56.0, -66.4, -17.5)])


@lru_cache(maxsize=400)
def _main_ground(code: str) -> Bounds:
    parts = list(outline(code).geoms)
    return around([part.bounds for part in parts if part.area >= parts[0].area / 12])


@lru_cache(maxsize=256)
def plate(
    codes: tuple[str, ...],
    *,
    window: Bounds | None = None,
    width: int = WIDTH,
    heights: tuple[int, int] = (290, 500),
    pad: int = 32,
    edged: bool = True,
) -> Plate:
    """The plate of these comunas, framed by `window` or by their own extent.

    `codes` should be sorted and `window` rounded, so that one map is kept once.
    """
    own = known(codes)
    frame = fit(window or extent(own), width=width, heights=heights, pad=pad)
    west = frame.bounds()[0]
    islands = insets.offshore(own) if west > insets.OFFSHORE_WEST else ()
    boxes = [insets.draw_inset(code, place, frame.height) for place, code in enumerate(islands)]
    edge = _neatline(frame) if edged else ""
    return Plate(frame=frame, body=pen.join([_ground(own, frame), *boxes, edge]), codes=own, islands=islands)


def _ground(own: tuple[str, ...], frame: Frame) -> SafeString:
    others = tuple(code for code in terrain.codes_within(frame) if code not in own)
    ours, theirs = terrain.land(own, frame, most=230), terrain.land(others, frame, most=170)
    coast = round(1.2 + 1.4 * frame.width / WIDTH, 1)
    shore = [terrain.shore(ours, theirs, frame), terrain.shore(theirs, ours, frame)]
    return pen.join(
        [
            pen.path(pen.dashes(terrain.water(frame, pitch=14)), "sb", stroke_width=1.2),
            pen.path(pen.trace(theirs), "fa", fill_opacity=0.04),
            pen.path(_borders(others, frame), "sa", stroke_width=0.8, stroke_opacity=0.35),
            pen.path(pen.trace(ours), "fa sa", fill_opacity=0.15, stroke_width=1.4),
            pen.path(_borders(own, frame), "sa", stroke_width=1.6, stroke_dasharray="0 4"),
            pen.path("".join(pen.trace(edge) for edge in shore), "sa", stroke_width=coast),
            pen.path(pen.peaks(terrain.cordillera(frame, pitch=19, inset=16)), "fa", fill_opacity=0.85),
        ]
    )


def _neatline(frame: Frame) -> SafeString:
    """The double line around an engraved map, on a rim of paper."""
    wide, tall = frame.width, frame.height
    return pen.join(
        [
            pen.path(f"M3 3H{wide - 3}V{tall - 3}H3z", "sp", stroke_width=6, stroke_linejoin="miter"),
            pen.path(f"M1 1H{wide - 1}V{tall - 1}H1z", "sa", stroke_width=2, stroke_linejoin="miter"),
            pen.path(f"M5 5H{wide - 5}V{tall - 5}H5z", "sa", stroke_width=0.8, stroke_linejoin="miter"),
        ]
    )


def _borders(codes: tuple[str, ...], frame: Frame) -> str:
    lines = shapely.line_merge(terrain.clip(shapely.MultiLineString(inner_borders(codes)), frame))
    for finest in (1.0, 1.6, 2.4, 3.5):
        simple = shapely.simplify(lines, finest)
        if shapely.get_num_coordinates(simple) <= 150:
            break
    return pen.trace(simple)


def names(codes: tuple[str, ...]) -> list[tuple[str, float, float]]:
    """Name, latitude and longitude of each comuna, the larger first."""
    rows = [comuna(code) for code in codes]
    return [(c.name, c.lat, c.lon) for c in sorted(rows, key=lambda c: (-_breadth(c.bbox), c.code))]


def _breadth(bbox: Bounds | None) -> float:
    return (bbox[2] - bbox[0]) * (bbox[3] - bbox[1]) if bbox else 0.0
