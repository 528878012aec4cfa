"""The oceanic islands, too far out for any map of the mainland: each in a small box of its own."""

from functools import lru_cache

import shapely

from ..ground import comuna, outline
from . import pen
from .frame import Frame, fit

OFFSHORE_WEST = -76.5  # degrees: farther west lie only the oceanic islands
SIDE = 54
# Comuna → bounds of the island to draw: Rapa Nui; Robinson Crusoe.
_ISLANDS = {"05201": (-109.46, -27.21, -109.22, -27.05), "05104": (-78.99, -33.72, -78.76, -33.58)}


@lru_cache(maxsize=32)
def inset_frame(code: str, place: int, height: int) -> Frame:
    """The frame of an island's box in the coordinates of the drawing it stands in, `place` boxes from the left."""
    left, top = 6 + place * (SIDE + 6), height - SIDE - 6
    own = fit(_ISLANDS[code], width=SIDE, heights=(SIDE, SIDE), pad=6)
    return Frame(own.west - left / own.across, own.north + top / own.scale, own.scale, own.across, left + SIDE, height)


def offshore(codes: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(code for code in codes if code in _ISLANDS)


def draw_inset(code: str, place: int, height: int) -> str:
    left, top = 6 + place * (SIDE + 6), height - SIDE - 6
    island = shapely.clip_by_rect(outline(code), *_ISLANDS[code])
    frame = inset_frame(code, place, height)
    name = comuna(code).name
    return "".join(
        [
            pen.path(f"M{left} {top}h{SIDE}v{SIDE}h-{SIDE}z", "fp sb", stroke_width=1.2),
            pen.path(pen.trace(frame.project(island), smallest=2), "ft sa", stroke_width=1.6),
            pen.text(left, top - 5, name, size=10.5, classes="fb"),
        ]
    )

