"""Who makes which part: a bar, and the key that repeats its inks beside the figures."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

INKS = ("fa", "fb", "", "ft sa")
STRIPES = "sp", "sp", "sp", "sa"


@dataclass(frozen=True)
class Share:
    """`part` is a percentage of the whole; `missing` is what nobody could take."""

    label: str
    part: Decimal
    missing: bool = False


def shares_bar(shares: Sequence[Share], title: str) -> SafeString:
    """The parts from left to right; what is missing is hatched. The label says every part in words."""
    marks, x = [], Decimal(0)
    for place, share in enumerate(shares):
        marks.append(_missing(x, share.part) if share.missing else _part(place, x, share.part))
        x += share.part
    words = ", ".join(f"{share.label} {round(share.part)} %" for share in shares)
    return format_html(
        '<svg class="shares" viewBox="0 0 100 10" preserveAspectRatio="none" role="img" aria-label="{}: {}">{}</svg>',
        title, words, mark_safe("".join(marks)),
    )  # fmt: skip


def _part(place: int, x: Decimal, wide: Decimal) -> str:
    bar = f'<rect class="{INKS[place % len(INKS)]}" x="{x:.2f}" width="{wide:.2f}" height="10"/>'
    if place < len(INKS):
        return bar
    lines = "".join(f"M{x:.2f} {y}h{wide:.2f}" for y in (2.5, 5, 7.5))
    return f'{bar}<path class="{STRIPES[place % len(INKS)]}" d="{lines}" vector-effect="non-scaling-stroke"/>'


def _missing(x: Decimal, wide: Decimal) -> str:
    left, right = float(x) + 0.6, float(x + wide) - 0.3
    if right <= left:
        return ""
    lines, at = [], left
    while at < right:
        top = min(at + 3.4, right)
        lines.append(f"M{at:.1f} 9.5L{top:.1f} {9.5 - 9 * (top - at) / 3.4:.1f}")
        at += 3.4
    frame = f"M{left:.1f} .5H{right:.1f}V9.5H{left:.1f}Z"
    return f'<path class="sb" d="{frame}{"".join(lines)}" vector-effect="non-scaling-stroke"/>'


def share_key(place: int, missing: bool = False) -> SafeString:
    """The small square that stands before a name in the table under the bar."""
    if missing:
        square: Iterable[str] = (
            '<path class="sb" stroke-width="1" d="M.5.5h8v8h-8zM.5 8.5l8-8M.5 4.5l4-4M4.5 8.5l4-4"/>',
        )
    else:
        lines = f'<path class="{STRIPES[place % len(INKS)]}" d="M0 3h9M0 6h9"/>' if place >= len(INKS) else ""
        square = (f'<path class="{INKS[place % len(INKS)]}" d="M0 0h9v9H0z"/>', lines)
    return mark_safe(f'<svg class="key" viewBox="0 0 9 9" aria-hidden="true">{"".join(square)}</svg>')
