"""What stands on a plate: numbered discs, dots of places, names, each where nothing else is."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from . import pen
from .base import Plate, names
from .labels import Anchor, Sheet, apart
from .points import MapPoint

RADIUS = 13  # at least 24 CSS pixels across on a phone 390 wide, the least a target may be
MOST_DISCS = 26  # more points than these are plain dots
NAME_SIZE, LABEL_SIZE = 11.5, 13.5


@dataclass(frozen=True, slots=True)
class Disc:
    point: MapPoint
    number: int
    x: float
    y: float
    at: tuple[float, float]  # the disc's own place, moved off the point when it is crowded
    words: tuple[float, float, Anchor] | None


def place_discs(
    points: Sequence[MapPoint], plate: Plate, sheet: Sheet, *, labelled: bool, joined: bool = False
) -> list[Disc]:
    """Discs in the order given, none on another; their words where there is room, off the line if they are joined."""
    spots = [plate.xy(p.lat, p.lon) for p in points]
    seats = [sheet.marker(x, y, RADIUS) for x, y in spots]
    for line in lines_between(spots) if joined else ():
        sheet.take_dot(*line, 3)
    discs: list[Disc] = []
    for i, (point, (x, y), seat) in enumerate(zip(points, spots, seats, strict=True), start=1):
        words = sheet.words(*seat, point.label, size=LABEL_SIZE, clear=RADIUS + 4) if labelled else None
        discs.append(Disc(point, point.number or i, x, y, seat, words))
    return discs


def lines_between(spots: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Points every few units along the line that joins the spots."""
    along: list[tuple[float, float]] = []
    for a, b in pairwise(spots):
        steps = max(1, round(apart(a, b) / 8))
        along += [(a[0] + (b[0] - a[0]) * i / steps, a[1] + (b[1] - a[1]) * i / steps) for i in range(1, steps)]
    return along


def draw_leaders(discs: Sequence[Disc], ink: str = "a") -> SafeString:
    """A line and a dot for each disc that had to move away from its point."""
    moved = [disc for disc in discs if apart((disc.x, disc.y), disc.at) > 2]
    lines = "".join(f"M{disc.x:.0f} {disc.y:.0f}L{disc.at[0]:.0f} {disc.at[1]:.0f}" for disc in moved)
    dots = format_html_join(
        "", '<circle class="f{}" cx="{}" cy="{}" r="3"/>', ((ink, round(disc.x), round(disc.y)) for disc in moved)
    )
    return pen.join([pen.path(lines, f"s{ink}", stroke_width=1.4), dots])


def draw_disc(disc: Disc, ink: str = "a") -> SafeString:
    """The disc with its number and words, as a link when it leads somewhere. `ink` is a or b of the palette."""
    cx, cy = (round(v) for v in disc.at)
    body = format_html(
        '<circle class="sp f{}" stroke-width="2" cx="{}" cy="{}" r="{}"/>'
        '<text class="fp" stroke="none" x="{}" y="{}" text-anchor="middle" font-size="13" font-weight="800">{}</text>',
        ink, cx, cy, RADIUS, cx, cy + 5, disc.number,
    )  # fmt: skip
    if disc.words:
        body += halo(pen.text(*disc.words[:2], disc.point.label, size=LABEL_SIZE, anchor=disc.words[2]), "hand")
    else:
        body = format_html("<title>{}</title>{}", disc.point.label, body)
    return wrap(disc.point, body)


def wrap(point: MapPoint, body: SafeString) -> SafeString:
    """The drawing of a point as a link to it, in the inks of its territory."""
    inks = format_html(' data-territory="{}"', point.slug) if point.slug else ""
    if point.href:
        return format_html('<a href="{}"{}>{}</a>', point.href, inks, body)
    return format_html("<g{}>{}</g>", inks, body)


def draw_dots(points: Sequence[MapPoint], plate: Plate) -> SafeString:
    """Points too many for discs: dots that still lead to their pages."""
    dots: list[SafeString] = []
    for p in points:
        x, y = plate.xy(p.lat, p.lon)
        dots.append(
            wrap(
                p,
                format_html('<title>{}</title><circle class="fa" cx="{}" cy="{}" r="5"/>', p.label, round(x), round(y)),
            )
        )
    return pen.join(dots)


def draw_places(places: Sequence[MapPoint], plate: Plate, sheet: Sheet) -> SafeString:
    """Towns: a small dot with its name, if there is room for the name."""
    spots = [(p, *plate.xy(p.lat, p.lon)) for p in places]
    for _, x, y in spots:
        sheet.take_dot(x, y, 4)
    drawn: list[SafeString] = []
    for p, x, y in spots:
        drawn.append(format_html('<circle class="fb" cx="{}" cy="{}" r="3.5"/>', round(x), round(y)))
        seat = sheet.words(x, y, p.label, size=NAME_SIZE, clear=7)
        if seat:
            drawn.append(halo(pen.text(*seat[:2], p.label, size=NAME_SIZE, anchor=seat[2])))
    return pen.join(drawn)


def draw_names(
    plate: Plate, sheet: Sheet, *, size: float = NAME_SIZE, leave: frozenset[str] = frozenset()
) -> SafeString:
    """Names of the plate's comunas over their ground, but for those in `leave` and those with no room."""
    drawn: list[SafeString] = []
    for name, lat, lon in names(plate.codes):
        seat = None if name in leave else sheet.centred(*plate.xy(lat, lon), name, size=size)
        if seat:
            drawn.append(pen.text(*seat[:2], name, size=size, anchor=seat[2], classes="fb"))
    return halo(pen.join(drawn)) if drawn else pen.NOTHING


def halo(words: SafeString, classes: str = "", *, bold: bool = False) -> SafeString:
    """Words with a rim of paper, so that lines under them do not cross the letters."""
    extra = f" {classes}" if classes else ""
    weight = SafeString(' font-weight="800"') if bold else ""
    return format_html('<g class="sp{}" stroke-width="3.5" paint-order="stroke"{}>{}</g>', extra, weight, words)
