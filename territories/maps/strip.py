"""The country beside a list of territories, a line from each to its row."""

from collections.abc import Sequence
from functools import lru_cache

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from .country import span_of, strip
from .points import StripRow

WIDTH = 160
ROW_HEIGHT = 54.4  # units: a row of 3.4rem where the drawing's 544 units stand 34rem tall


def country_strip(rows: Sequence[StripRow], *, row_height: float = ROW_HEIGHT) -> SafeString:
    """The strip for `.strip`: rows north to south, each `row_height` units. Hidden from readers: the list says it all.

    The list beside it must have rows of the same height; the drawing is `len(rows) * row_height` tall.
    """
    return _draw(tuple(rows), row_height)


@lru_cache(maxsize=32)
def _draw(rows: tuple[StripRow, ...], row_height: float) -> SafeString:
    height = round(max(len(rows), 1) * row_height)
    base = strip(span_of([row.lat for row in rows]), width=WIDTH, height=max(height, 200), east_at=130)
    lines = format_html_join(
        "",
        '<g data-territory="{}"><path class="sa" stroke-width="2" d="M{} {}L132 {}H160"/>'
        '<circle class="sp fa" cx="{}" cy="{}" r="6"/></g>',
        (_line(row, i, row_height, base.frame.xy(row.lat, row.lon)) for i, row in enumerate(rows)),
    )
    return format_html(
        '<svg viewBox="0 0 {} {}" preserveAspectRatio="xMaxYMid slice" aria-hidden="true">{}{}</svg>',
        WIDTH, height, base.body, lines,
    )  # fmt: skip


def _line(row: StripRow, i: int, row_height: float, at: tuple[float, float]) -> tuple[str, int, int, int, int, int]:
    x, y = round(at[0]), round(at[1])
    return row.slug, x, y, round((i + 0.5) * row_height), x, y
