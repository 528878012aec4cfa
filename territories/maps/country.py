"""The country as a strip: coast, cordillera and sea from one latitude to another. Drawn once a process."""

from dataclasses import dataclass
from functools import lru_cache

import shapely
from django.utils.safestring import SafeString

from territories.ground.outlines import country

from . import pen, terrain
from .frame import Frame

# The strips there are: from Atacama to Chiloé, where the programme began, and all of Chile. South, north.
HEART = (-43.8, -27.2)
WHOLE = (-56.1, -17.3)
_SQUEEZE = {HEART: 0.64, WHOLE: 0.78}  # units east for one north: the heart a fifth narrower than true, to leave room


@dataclass(frozen=True, slots=True)
class Strip:
    frame: Frame
    body: SafeString


def span_of(lats: list[float]) -> tuple[float, float]:
    """The narrowest strip that holds these latitudes."""
    return HEART if all(HEART[0] < lat < HEART[1] for lat in lats) else WHOLE


@lru_cache(maxsize=64)
def strip(span: tuple[float, float], *, width: int, height: int, east_at: int) -> Strip:
    """The country between two latitudes in `height` units, its easternmost ground at `east_at`."""
    south, north = span
    scale = height / (north - south)
    across = scale * _SQUEEZE[span]
    _, _, east, _ = shapely.clip_by_rect(country(), -76.0, south, -60.0, north).bounds
    frame = Frame(west=east - east_at / across, north=north, scale=scale, across=across, width=width, height=height)
    coast = terrain.plain(terrain.clip(country(), frame, 12), most=260)
    half = max(3, round(height / 110))
    body = pen.join(
        [
            pen.path(pen.dashes(_sea(frame)), "sb", stroke_width=1),
            pen.path(pen.trace(coast), "ft sa"),
            pen.path(pen.peaks(_andes(frame, half), half=half, tall=round(half * 1.8)), "fa"),
        ]
    )
    return Strip(frame, body)


def _sea(frame: Frame) -> list[tuple[int, int, int]]:
    """Ragged lines off the outer coast only; the inner seas stay open."""
    outer: dict[int, tuple[int, int, int]] = {}
    for start, end, y in terrain.water(frame, pitch=11):
        outer.setdefault(y, (start, end, y))
    lengths = (14, 26, 42, 14, 20, 46, 14, 26, 47, 14, 26, 42, 16)
    rows = enumerate(outer.values())
    return [(max(0, end - lengths[i % len(lengths)]), end, y) for i, (_, end, y) in rows if end > 6]


def _andes(frame: Frame, half: int) -> list[tuple[int, int]]:
    return terrain.cordillera(frame, pitch=max(14, half * 4), inset=half * 4.5)
