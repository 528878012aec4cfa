"""Charts drawn by the server as SVG with classes only, so that they take the inks of where they stand.

Each comes with its table: the drawing is for a glance, the table says every number. Hatching means *not yet*.

    chart = bars([Bar("Limarí", 42, inks="limari")], title="Consultas", unit="", lang="es")
    chart.svg, chart.header, chart.rows
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext, override

from . import money, units

Number = int | Decimal
WIDTH = 360
"""Units of a drawing, so that on a phone one is about a pixel."""
ROW = 38
TALL = 210
LINE_INKS = ("sa", "sb")
DASHES = ("", "6 5", "2 5")


@dataclass(frozen=True, slots=True)
class Bar:
    """`inks` is a palette to draw it in; `unfinished` says that its period still runs."""

    label: str
    value: Number
    inks: str = ""
    href: str = ""
    unfinished: bool = False


@dataclass(frozen=True, slots=True)
class Series:
    """A line: one value for each place along the axis."""

    label: str
    values: tuple[Number, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    title: str
    svg: SafeString
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def show(value: Number, unit: str) -> str:
    """The number in full: `unit` is `clp` for pesos, a unit of foundation.units, or nothing for a count."""
    if unit == "clp":
        return money.clp(int(value))
    return units.show(value, unit) if unit else units.grouped(value)


def short(value: Number, unit: str) -> str:
    """For a mark in a drawing, which has no room for more: «1,2 M», «34 mil», «$9.999»."""
    scales: tuple[tuple[int, str], ...] = ((1_000_000, "M"), (1_000, gettext("mil")))
    for size, word in scales:
        amount = Decimal(value)
        if abs(amount) >= 10_000 and abs(amount) >= size:
            part = amount / size
            rounded = round(part, 1 if part < 10 else 0)
            return f"{units.grouped(rounded)} {word}"
    return show(value, "clp" if unit == "clp" else "")


def bars(rows: Sequence[Bar], *, title: str, unit: str = "", lang: str = "es", head: str = "") -> Chart:
    """A bar for each row, from top to bottom in the order given; `head` names what the rows are."""
    with override(lang):
        most = max((abs(Decimal(row.value)) for row in rows), default=Decimal(0))
        drawn = _joined(_bar(at, row, most, unit) for at, row in enumerate(rows))
        said = _said([(row.label, row.value) for row in rows], unit)
        svg = _svg(title, said, drawn, max(1, len(rows)) * ROW + 4, linked=any(row.href for row in rows))
        table = tuple((row.label, show(row.value, unit)) for row in rows)
        return Chart(title, svg, (head or gettext("Dónde"), title), table)


def columns(points: Sequence[Bar], *, title: str, unit: str = "", lang: str = "es", head: str = "") -> Chart:
    """A column for each point in time, oldest first; what still runs is hatched."""
    with override(lang):
        most = max((Decimal(point.value) for point in points), default=Decimal(0))
        step = (WIDTH - 8) / max(1, len(points))
        parts = [_column(4 + at * step, step, point, most, unit) for at, point in enumerate(points)]
        base = format_html('<path class="sa" stroke-width="2" d="M2 {}H{}"/>', TALL - 26, WIDTH - 2)
        said = _said([(point.label, point.value) for point in points], unit)
        table = tuple((_named(point), show(point.value, unit)) for point in points)
        svg = _svg(title, said, _joined([*parts, base]), TALL)
        return Chart(title, svg, (head or gettext("Cuándo"), title), table)


def lines(
    series: Sequence[Series],
    along: Sequence[str],
    *,
    title: str,
    unit: str = "",
    lang: str = "es",
    running: bool = False,
) -> Chart:
    """A line for each series over the same places of an axis; `running`: the last place is not over yet."""
    with override(lang):
        most = max((Decimal(value) for one in series for value in one.values), default=Decimal(0))
        parts = [_line(at, one, most, unit, running) for at, one in enumerate(series)]
        parts += [_tick(at, word, len(along)) for at, word in enumerate(along)]
        base = format_html('<path class="sa" stroke-width="2" d="M2 {}H{}"/>', TALL - 26, WIDTH - 2)
        said = " ".join(f"{one.label}: {_said(zip(along, one.values, strict=True), unit)}" for one in series)
        rows = tuple((word, *(show(one.values[at], unit) for one in series)) for at, word in enumerate(along))
        header = (gettext("Cuándo"), *(one.label for one in series))
        return Chart(title, _svg(title, said, _joined([*parts, base]), TALL), header, rows)


def _joined(parts: Iterable[SafeString]) -> SafeString:
    return format_html_join("", "{}", ((part,) for part in parts))


def _said(values: Iterable[tuple[str, Number]], unit: str) -> str:
    """What a reader hears: every mark in words."""
    return "; ".join(f"{label}: {show(value, unit)}" for label, value in values) + "."


def _named(point: Bar) -> str:
    running = gettext("en curso")
    return f"{point.label} ({running})" if point.unfinished else point.label


def _svg(title: str, said: str, body: SafeString, height: int, linked: bool = False) -> SafeString:
    """Titled and described for readers; one with links inside stays a group, since an image would hide them."""
    mark = hashlib.sha256(f"{title}\x00{said}".encode()).hexdigest()[:8]
    return format_html(
        '<svg class="plot" viewBox="0 0 {} {}" role="{}" aria-labelledby="t{} d{}">'
        '<title id="t{}">{}</title><desc id="d{}">{}</desc>{}</svg>',
        WIDTH, height, "group" if linked else "img", mark, mark, mark, title, mark, said, body,
    )  # fmt: skip


def _bar(at: int, row: Bar, most: Number, unit: str) -> SafeString:
    y = at * ROW
    long = float(row.value) / float(most) * (WIDTH - 4) if most else 0.0
    label = format_html('<text class="hand" x="2" y="{}" font-size="14">{}</text>', y + 15, row.label)
    if row.href:
        label = format_html('<a href="{}">{}</a>', row.href, label)
    return format_html(
        '<g{}>{}<text x="{}" y="{}" text-anchor="end" font-size="13" font-weight="700">{}</text>'
        '<path class="sa" stroke-width="1" d="M2 {}H{}"/><path class="fa" d="M2 {}h{}v10h-{}z"/></g>',
        format_html(' data-territory="{}"', row.inks) if row.inks else "",
        label, WIDTH - 2, y + 15, show(row.value, unit), y + 32, WIDTH - 2, y + 22, f"{long:.1f}", f"{long:.1f}",
    )  # fmt: skip


def _column(x: float, step: float, point: Bar, most: Number, unit: str) -> SafeString:
    room, floor = TALL - 26 - 22, TALL - 26
    tall = float(point.value) / float(most) * room if most else 0.0
    left, wide, top = x + step * 0.14, step * 0.72, floor - tall
    box = f"M{left:.1f} {floor}V{top:.1f}h{wide:.1f}V{floor}z"
    shape = format_html('<path class="{}" d="{}"/>', "ft sa" if point.unfinished else "fa", box)
    if point.unfinished:
        shape += format_html('<path class="sa" stroke-width="1" d="{}"/>', _hatch(left, top, wide, tall))
    middle = x + step / 2
    return format_html(
        '{}<text x="{}" y="{}" text-anchor="middle" font-size="12" font-weight="700">{}</text>'
        '<text x="{}" y="{}" text-anchor="middle" font-size="11">{}</text>',
        shape, f"{middle:.1f}", f"{top - 6:.1f}", short(point.value, unit), f"{middle:.1f}", TALL - 8, point.label,
    )  # fmt: skip


def _hatch(left: float, top: float, wide: float, tall: float) -> str:
    """Slanted lines within a box, four units apart."""
    paths, offset = [], 5.0
    while offset < wide + tall:
        x1, y1 = left + max(0.0, offset - tall), top + min(offset, tall)
        x2, y2 = left + min(offset, wide), top + max(0.0, offset - wide)
        paths.append(f"M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}")
        offset += 5
    return "".join(paths)


def _at(place: int, count: int) -> float:
    return 16 + place * (WIDTH - 32) / max(1, count - 1)


def _tick(place: int, word: str, count: int) -> SafeString:
    return format_html(
        '<text x="{}" y="{}" text-anchor="middle" font-size="11">{}</text>', f"{_at(place, count):.1f}", TALL - 8, word
    )


def _line(at: int, series: Series, most: Number, unit: str, running: bool) -> SafeString:
    room, floor = TALL - 26 - 34, TALL - 26
    points = [
        (_at(place, len(series.values)), floor - (float(value) / float(most) * room if most else 0.0))
        for place, value in enumerate(series.values)
    ]
    ink = LINE_INKS[at % len(LINE_INKS)]
    done = points[:-1] if running and len(points) > 1 else points
    path = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in done)
    dash = format_html(' stroke-dasharray="{}"', DASHES[at // 2 % 3]) if at > 1 else ""
    drawn = format_html('<path class="{}" stroke-width="2.5"{} d="{}"/>', ink, dash, path)
    if running and len(points) > 1:
        last = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points[-2:])
        drawn += format_html('<path class="{}" stroke-width="2" stroke-dasharray="3 5" d="{}"/>', ink, last)
    fill = "fa" if ink == "sa" else "fb"
    drawn += format_html_join(
        "", '<circle class="{}" cx="{}" cy="{}" r="3.5"/>', ((fill, f"{x:.1f}", f"{y:.1f}") for x, y in points)
    )
    key = format_html(
        '<path class="{}" stroke-width="3"{} d="M{} 10h18"/><text x="{}" y="14" font-size="12">{}</text>',
        ink, dash, 4 + at * 120, 27 + at * 120, series.label,
    )  # fmt: skip
    return drawn + key
