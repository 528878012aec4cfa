"""The printed plate of a territory: everything on its map but the points. Drawn once a process, then kept."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import shapely
from django.utils.safestring import SafeString, mark_safe

from ..ground import comuna, comunas, inner_borders, outline
from . import insets, pen, terrain
from .frame import Bounds, Frame, around, fit

WIDTH = 400


@dataclass(frozen=True, slots=True)
class Plate:
    frame: Frame
    body: SafeString
    codes: tuple[str, ...]
    islands: tuple[str, ...]  # drawn in boxes

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
    heights: tuple[int, int] = (300, 520),
    pad: int = 30,
) -> Plate:
    """The plate of these comunas, framed by `window` or by their own extent.

    `codes` should be sorted and `window` rounded, so that one map is kept once.
    """
    own = known(codes)
    frame = fit(window or extent(own), width=width, heights=heights, pad=pad)
    west = frame.bounds()[0]
    islands = insets.offshore(own) if west > insets.OFFSHORE_WEST else ()
    boxes = [insets.draw_inset(code, place, frame.height) for place, code in enumerate(islands)]
    return Plate(frame=frame, body=mark_safe(_ground(own, frame) + "".join(boxes)), codes=own, islands=islands)


def _ground(own: tuple[str, ...], frame: Frame) -> str:
    others = tuple(code for code in terrain.codes_within(frame) if code not in own)
    coast = round(1.2 + 1.4 * frame.width / WIDTH, 1)
    return "".join(
        [
            pen.path(pen.dashes(terrain.water(frame, pitch=14)), "sb", stroke_width=1.2),
            pen.path(pen.trace(terrain.land(others, frame)), "fa", fill_opacity=0.06),
            pen.path(_borders(others, frame), "sa", stroke_width=0.8, stroke_opacity=0.35),
            pen.path(pen.trace(terrain.land(own, frame)), "ft sa", stroke_width=1.4),
            pen.path(_borders(own, frame), "sa", stroke_width=1.6, stroke_dasharray="0 4"),
            pen.path(pen.trace(terrain.shoreline((*own, *others), frame)), "sa", stroke_width=coast),
            pen.path(pen.peaks(terrain.cordillera(frame, pitch=19, inset=16)), "fa", fill_opacity=0.85),
        ]
    )


def _borders(codes: tuple[str, ...], frame: Frame) -> str:
    lines = shapely.multilinestrings([shapely.linestrings(line) for line in inner_borders(codes)])
    return pen.trace(shapely.line_merge(terrain.clip(lines, frame)), finest=1.2)


def names(codes: tuple[str, ...]) -> list[tuple[str, float, float]]:
    """Name, latitude and longitude of each comuna, the larger first."""
    rows = [comuna(code) for code in codes]
    return [(c.name, c.lat, c.lon) for c in sorted(rows, key=lambda c: (-_breadth(c.bbox), c.code))]


def _breadth(bbox: Bounds | None) -> float:
    return (bbox[2] - bbox[0]) * (bbox[3] - bbox[1]) if bbox else 0.0
