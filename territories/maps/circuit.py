"""The map of a circuit: its stops in order, joined by a line."""

from collections.abc import Sequence
from functools import lru_cache
from math import ceil, floor

from django.utils.safestring import SafeString

from territories.ground import comuna_at

from . import marks, pen
from .base import plate
from .frame import Bounds
from .points import MapPoint

_STEP = 0.02  # degrees: windows are rounded outwards to this, so that a stop moved a little keeps the plate
_LEAST = 0.12  # degrees: no closer than this, whatever the stops


def circuit_map(codes: Sequence[str], *, stops: Sequence[MapPoint], label: str, with_names: bool = True) -> SafeString:
    """The stops numbered in order over the ground of `codes`, framed by the stops themselves.

    Stops may repeat. Without stops it is the map of the territory. The line is the order of visits, not the road.
    """
    return _draw(tuple(sorted(set(codes))), tuple(stops), label, with_names)


@lru_cache(maxsize=256)
def _draw(codes: tuple[str, ...], stops: tuple[MapPoint, ...], label: str, with_names: bool) -> SafeString:
    visited = {code for code in (comuna_at(stop.lat, stop.lon) for stop in stops) if code}
    ground = plate(codes or tuple(sorted(visited)), window=window(stops) if stops else None, pad=44)
    sheet = ground.sheet()
    discs = marks.place_discs(stops, ground, sheet, labelled=len(stops) <= 16, joined=True)
    named = marks.draw_names(ground, sheet) if with_names else pen.NOTHING
    line = "".join(f"{'L' if i else 'M'}{disc.x:.0f} {disc.y:.0f}" for i, disc in enumerate(discs))
    body = pen.join(
        [
            ground.body,
            pen.path(line, "sp", stroke_width=6),
            pen.path(line, "sb", stroke_width=3),
            named,
            marks.draw_leaders(discs, "b"),
            *(marks.draw_disc(disc, "b") for disc in discs),
        ]
    )
    linked = any(stop.href for stop in stops)
    return pen.svg(body, width=ground.frame.width, height=ground.frame.height, label=label, linked=linked)


def window(stops: Sequence[MapPoint]) -> Bounds:
    """Bounds of the stops, rounded outwards, never narrower than a small town."""
    lats, lons = [stop.lat for stop in stops], [stop.lon for stop in stops]
    wide = max(0.0, _LEAST - (max(lons) - min(lons))) / 2
    tall = max(0.0, _LEAST - (max(lats) - min(lats))) / 2
    return (
        round(floor((min(lons) - wide) / _STEP) * _STEP, 4),
        round(floor((min(lats) - tall) / _STEP) * _STEP, 4),
        round(ceil((max(lons) + wide) / _STEP) * _STEP, 4),
        round(ceil((max(lats) + tall) / _STEP) * _STEP, 4),
    )
