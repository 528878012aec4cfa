"""An organisation drawn as a tree of framed names, for wide screens; the list beside it says the same and more."""

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

WIDE, HIGH, GAP, DROP = 158, 78, 14, 40
"""A frame's size, the room between two and between two levels, in units of the drawing."""
LEAST = 1000
"""Units across, so that a small organisation is drawn no larger than a big one."""
LETTERS = 20
"""Of a name, on a line."""


@dataclass(frozen=True)
class Node:
    label: str
    name: str
    children: Sequence["Node"] = field(default=())

    @property
    def breadth(self) -> int:
        """Units its whole branch takes."""
        below = sum(child.breadth for child in self.children) + GAP * max(0, len(self.children) - 1)
        return max(WIDE, below)

    @property
    def depth(self) -> int:
        return 1 + max((child.depth for child in self.children), default=0)


def organisation(roots: Sequence[Node], title: str, described: str) -> SafeString:
    """Branches side by side, each parent over the middle of its parts. `described` is what a reader hears."""
    drawn = sum(root.breadth for root in roots) + GAP * max(0, len(roots) - 1)
    wide = max(drawn, LEAST)
    deep = max((root.depth for root in roots), default=1)
    parts: list[SafeString] = []
    x = 2 + (wide - drawn) / 2
    for root in roots:
        parts.extend(_branch(root, x, 2, full=True))
        x += root.breadth + GAP
    return format_html(
        '<svg class="tree" viewBox="0 0 {} {}" role="img" aria-labelledby="tree-t tree-d"><title id="tree-t">{}</title>'
        '<desc id="tree-d">{}</desc>{}</svg>',
        wide + 4, deep * HIGH + (deep - 1) * DROP + 4, title, described, _joined(parts),
    )  # fmt: skip


def _branch(node: Node, left: float, top: float, *, full: bool = False) -> Iterator[SafeString]:
    middle = left + node.breadth / 2
    yield _frame(node, middle - WIDE / 2, top, full=full)
    floor, x = top + HIGH, left + max(0.0, (node.breadth - _below(node)) / 2)
    for child in node.children:
        at = x + child.breadth / 2
        way = f"M{middle:.1f} {floor}v{DROP // 2}H{at:.1f}v{DROP // 2}"
        yield format_html('<path class="sa" stroke-width="2" d="{}"/>', way)
        yield from _branch(child, x, floor + DROP)
        x += child.breadth + GAP


def _below(node: Node) -> int:
    return sum(child.breadth for child in node.children) + GAP * max(0, len(node.children) - 1)


def _frame(node: Node, x: float, y: float, *, full: bool) -> SafeString:
    """A double frame with a kind and a name; the one at the head is printed full."""
    lines = textwrap.wrap(node.name, LETTERS)[:3]
    first = y + HIGH / 2 + 14 - 8 * (len(lines) - 1)
    ink, middle = " fp" if full else "", f"{x + WIDE / 2:.1f}"
    words = format_html_join(
        "",
        '<text class="hand{}" x="{}" y="{}" text-anchor="middle" font-size="15">{}</text>',
        ((ink, middle, f"{first + 16 * at:.1f}", line) for at, line in enumerate(lines)),
    )
    return format_html(
        '<path class="{}" stroke-width="2" d="M{} {}h{}v{}h-{}z"/>'
        '<path class="{}" stroke-width="1" d="M{} {}h{}v{}h-{}z"/>'
        '<text class="{}" x="{}" y="{}" text-anchor="middle" font-size="10">{}</text>{}',
        "fa" if full else "fp sa", f"{x:.1f}", y, WIDE, HIGH, WIDE,
        "sp" if full else "sa", f"{x + 4:.1f}", y + 4, WIDE - 8, HIGH - 8, WIDE - 8,
        "fp" if full else "fb", middle, y + 18, node.label.upper(), words,
    )  # fmt: skip


def _joined(parts: Sequence[SafeString]) -> SafeString:
    return format_html_join("", "{}", ((part,) for part in parts))
