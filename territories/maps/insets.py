"""The oceanic islands, too far out for any map of the mainland: each in a small box of its own."""

from functools import lru_cache

import shapely
from django.utils.safestring import SafeString

from territories.ground import outline

from . import pen
from .frame import Frame, fit

OFFSHORE_WEST = -76.5  # degrees: farther west lie only the oceanic islands
SIDE = 66
# Comuna → bounds of the island to draw (Rapa Nui; Robinson Crusoe), and the name under it.
_ISLANDS = {"05201": (-109.46, -27.21, -109.22, -27.05), "05104": (-78.99, -33.72, -78.76, -33.58)}
_NAMES = {"05201": "Rapa Nui", "05104": "J. Fernández"}


@lru_cache(maxsize=32)
def inset_frame(code: str, place: int, height: int) -> Frame:
    """The frame of an island's box in the coordinates of the drawing it stands in, `place` boxes from the left."""
    left, top = _corner(place, height)
    own = fit(_ISLANDS[code], width=SIDE, heights=(SIDE, SIDE), pad=8)
    return Frame(own.west - left / own.across, own.north + top / own.scale, own.scale, own.across, left + SIDE, height)


def _corner(place: int, height: int) -> tuple[int, int]:
    return 10 + place * (SIDE + 5), height - SIDE - 10


def box(place: int, height: int) -> tuple[float, float, float, float]:
    left, top = _corner(place, height)
    return left, top, left + SIDE, top + SIDE


def offshore(codes: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(code for code in codes if code in _ISLANDS)


def draw_inset(code: str, place: int, height: int) -> SafeString:
    left, top = _corner(place, height)
    island = shapely.clip_by_rect(outline(code), *_ISLANDS[code])
    frame = inset_frame(code, place, height)
    return pen.join(
        [
            pen.path(f"M{left} {top}h{SIDE}v{SIDE}h-{SIDE}z", "fp sb", stroke_width=1.2),
            pen.path(pen.trace(shapely.simplify(frame.project(island), 0.8)), "ft sa", stroke_width=1.6),
            pen.text(left + 4, top + SIDE - 5, _NAMES[code], size=9.5, classes="fb"),
        ]
    )
