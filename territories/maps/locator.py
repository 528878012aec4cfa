"""The small map that answers «Dónde» on a product, a producer or a lot."""

from collections.abc import Sequence
from functools import lru_cache

from django.utils.html import format_html
from django.utils.safestring import SafeString

from territories.ground import comuna_at

from . import marks, pen
from .base import extent, known, plate
from .frame import Bounds, around

WIDTH, HEIGHT = 184, 204


def locator(codes: Sequence[str], lat: float, lon: float, label: str, *, described: str) -> SafeString:
    """184 × 204: the territory with one point, named `label` beside it; `described` is for screen readers.

    The frame grows to hold a point outside the territory.
    """
    return _draw(tuple(sorted(set(codes))), round(lat, 3), round(lon, 3), label, described)


@lru_cache(maxsize=4096)
def _draw(codes: tuple[str, ...], lat: float, lon: float, label: str, described: str) -> SafeString:
    here = comuna_at(lat, lon)
    own = known(codes) or known([here] if here else [])
    ground = plate(own, window=_window(own, lat, lon), width=WIDTH, heights=(HEIGHT, HEIGHT), pad=14, edged=False)
    x, y = (round(v) for v in ground.xy(lat, lon))
    sheet = ground.sheet()
    sheet.take_dot(x, y, 9)
    seat = sheet.words(x, y, label, size=14, clear=11)
    named = marks.draw_names(ground, sheet, size=10.5, leave=frozenset({label}))
    dot = format_html('<circle class="sp fa" stroke-width="2" cx="{}" cy="{}" r="8.5"/>', x, y)
    eye = format_html('<circle class="fp" cx="{}" cy="{}" r="3"/>', x, y)
    bold = marks.halo(pen.text(*seat[:2], label, size=14, anchor=seat[2]), bold=True) if seat else pen.NOTHING
    return pen.svg(pen.join([ground.body, named, dot, eye, bold]), width=WIDTH, height=HEIGHT, label=described)


def _window(codes: tuple[str, ...], lat: float, lon: float) -> Bounds | None:
    west, south, east, north = extent(codes)
    if west <= lon <= east and south <= lat <= north:
        return None
    return around([(west, south, east, north), (round(lon, 1), round(lat, 1), round(lon, 1), round(lat, 1))])
