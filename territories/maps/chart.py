"""Results of a search on a map: numbered, each a link to its own result."""

from collections.abc import Sequence
from functools import lru_cache

from django.utils.html import format_html
from django.utils.safestring import SafeString

from . import pen
from .country import span_of, strip
from .frame import Frame
from .labels import breadth
from .marks import wrap
from .points import MapPoint
from .territory import territory_map

WIDTH = 440
_HEIGHT = 600
_DISCS_X = 204
_WIDEST, _LEAST = 46.0, 27.0  # units between two discs


def results_chart(points: Sequence[MapPoint], *, label: str, codes: Sequence[str] = ()) -> SafeString:
    """The results north to south down the right of the country, a line from each to its place.

    Numbers are the order given, or each point's own `number`. With `codes` the map is of those comunas instead: for a
    search narrowed to one territory.
    """
    if codes:
        return territory_map(codes, points=points, label=label, with_names=True)
    return _draw(tuple(points), label)


@lru_cache(maxsize=128)
def _draw(points: tuple[MapPoint, ...], label: str) -> SafeString:
    pitch = min(_WIDEST, max(_LEAST, (_HEIGHT - 40) / max(len(points), 1)))
    height = max(_HEIGHT, round(len(points) * pitch + 40))
    base = strip(span_of([p.lat for p in points]), width=WIDTH, height=_HEIGHT, east_at=168)
    order = sorted(range(len(points)), key=lambda i: (-points[i].lat, points[i].lon, i))
    levels = spread([base.frame.xy(points[i].lat, points[i].lon)[1] for i in order], pitch, height)
    drawn = {
        i: _entry(points[i], points[i].number or i + 1, y, pitch, base.frame)
        for i, y in zip(order, levels, strict=True)
    }
    leaders = [drawn[i][0] for i in order]
    links = [drawn[i][1] for i in range(len(points))]
    linked = any(p.href for p in points)
    return pen.svg(pen.join([base.body, *leaders, *links]), width=WIDTH, height=height, label=label, linked=linked)


def spread(wanted: list[float], pitch: float, height: float) -> list[float]:
    """Heights as near as can be to those wanted (rising), at least `pitch` apart, within the drawing.

    Those that would crowd share their mean: the pool-adjacent-violators rule, on heights less the room before them.
    """
    pools: list[tuple[float, int]] = []  # mean, count
    for i, y in enumerate(wanted):
        mean, count = y - i * pitch, 1
        while pools and pools[-1][0] > mean:
            before, many = pools.pop()
            mean, count = (before * many + mean * count) / (many + count), many + count
        pools.append((mean, count))
    free = [mean for mean, count in pools for _ in range(count)]
    top, low = pitch / 2 + 4, height - pitch / 2 - 4 - (len(wanted) - 1) * pitch
    return [min(max(y, top), max(low, top)) + i * pitch for i, y in enumerate(free)]


def _entry(point: MapPoint, number: int, level: float, pitch: float, frame: Frame) -> tuple[SafeString, SafeString]:
    """The leader to a point, and the disc with its words."""
    x, y = (round(v) for v in frame.xy(point.lat, point.lon))
    x = max(x, 7)  # the oceanic islands, at the edge
    radius, level_y = round(min(21.0, pitch / 2 - 1)), round(level)
    size = 17 if pitch > 36 else 14
    inks = format_html(' data-territory="{}"', point.slug) if point.slug else ""
    leader = format_html(
        '<g{}><path class="sa" stroke-width="1.6" d="M{} {}L{} {}"/><circle class="sp fa" cx="{}" cy="{}" r="6"/></g>',
        inks, x, y, _DISCS_X, level_y, x, y,
    )  # fmt: skip
    disc = format_html(
        '<circle class="fa" cx="{}" cy="{}" r="{}"/>'
        '<text class="fp" x="{}" y="{}" text-anchor="middle" font-size="{}" font-weight="800">{}</text>',
        _DISCS_X, level_y, radius, _DISCS_X, level_y + round(size * 0.36), size, number,
    )  # fmt: skip
    room = WIDTH - _DISCS_X - radius - 12
    words = pen.text(_DISCS_X + radius + 8, level_y + size * 0.34, _shortened(point.label, size, room), size=size)
    title = format_html("<title>{}</title>", point.label) if breadth(point.label, size) > room else ""
    return leader, wrap(point, format_html('{}{} <g class="hand">{}</g>', title, disc, words))


def _shortened(words: str, size: float, room: float) -> str:
    """The words, cut at a letter with an ellipsis when they are wider than the room."""
    if breadth(words, size) <= room:
        return words
    while words and breadth(words + "…", size) > room:
        words = words[:-1]
    return words.rstrip(" ,.;") + "…"
