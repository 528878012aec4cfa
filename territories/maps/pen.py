"""The pen: geometry in drawing units to short path data. Coordinates are whole units, relative after the first."""

from collections.abc import Iterable

import numpy as np
import shapely
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from .frame import Array

NOTHING = SafeString("")


def _relative(points: list[tuple[int, int]]) -> str:
    steps = [(b[0] - a[0], b[1] - a[1]) for a, b in zip(points[:-1], points[1:], strict=True)]
    numbers = [str(n) for step in steps for n in step]
    text = "".join(n if n.startswith("-") else f" {n}" for n in numbers).lstrip()
    return f"M{points[0][0]} {points[0][1]}l{text}"


def whole(line: Array) -> list[tuple[int, int]]:
    """Rounded points, without repeats one after the other."""
    points = [(int(x), int(y)) for x, y in np.rint(line)]
    return [p for i, p in enumerate(points) if i == 0 or p != points[i - 1]]


def trace(geometry: shapely.Geometry) -> str:
    """Path data of polygons and lines."""
    data: list[str] = []
    for part in shapely.get_parts(geometry):
        if part.geom_type == "Polygon":
            rings = [whole(shapely.get_coordinates(ring)) for ring in (part.exterior, *part.interiors)]
            data += [f"{_relative(ring[:-1])}z" for ring in rings if len(ring) > 3]
        elif part.geom_type == "LineString":
            points = whole(shapely.get_coordinates(part))
            data += [_relative(points)] if len(points) > 1 else []
    return "".join(data)


def dashes(spans: Iterable[tuple[int, int, int]]) -> str:
    """Path data of level strokes, each from x to x at y."""
    return "".join(f"M{start} {y}H{end}" for start, end, y in spans)


def peaks(feet: Iterable[tuple[int, int]], *, half: int = 5, tall: int = 9) -> str:
    """Path data of small mountains, each from its left foot."""
    return "".join(f"M{x} {y}l{half}-{tall} {half} {tall}z" for x, y in feet)


def path(data: str, classes: str, **attributes: str | float) -> SafeString:
    """A path element; nothing when there is nothing to draw. Underscores in attribute names become hyphens."""
    if not data:
        return NOTHING
    extra = format_html_join("", ' {}="{}"', ((name.replace("_", "-"), value) for name, value in attributes.items()))
    return format_html('<path class="{}"{} d="{}"/>', classes, extra, data)


def join(parts: Iterable[str]) -> SafeString:
    """The parts one after the other; whatever is not safe is escaped."""
    return format_html_join("", "{}", ((part,) for part in parts))


def text(x: float, y: float, words: str, *, size: float, anchor: str = "start", classes: str = "") -> SafeString:
    """A text element, its words escaped; without classes it takes the colour of the text around the drawing."""
    look = format_html('class="{}"', classes) if classes else SafeString('fill="currentColor"')
    place = "" if anchor == "start" else format_html(' text-anchor="{}"', anchor)
    return format_html(
        '<text {} x="{}" y="{}" font-size="{}"{}>{}</text>', look, round(x), round(y), size, place, words
    )


def svg(
    body: SafeString, *, width: int, height: int, label: str, linked: bool = False, origin: tuple[int, int] = (0, 0)
) -> SafeString:
    """The drawing as a whole. With links inside it is a group, since an image hides what it holds from a reader."""
    role = "group" if linked else "img"
    return format_html(
        '<svg viewBox="{} {} {} {}" role="{}" aria-label="{}">{}</svg>',
        *origin,
        width,
        height,
        role,
        label,
        body,
    )
