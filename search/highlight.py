"""The stretch of a text that shows why it was found, as safe HTML."""

from collections.abc import Iterable
from html import escape

from .analysis import WORD, compose, stem_of

WIDTH = 180


def marked(texts: Iterable[str], lang: str, stems: frozenset[str]) -> str | None:
    """The best stretch of the first text that holds any of the stems, each such word in `<mark>`; else None."""
    for text in texts:
        text = compose(text)
        spots = [found.span() for found in WORD.finditer(text) if stem_of(found[0], lang) in stems]
        if spots:
            return excerpt(text, spots)
    return None


def excerpt(text: str, spots: list[tuple[int, int]]) -> str:
    """About WIDTH characters with as many spots as fit, cut between words, everything escaped."""
    opening = max(range(len(spots)), key=lambda at: (sum(end <= spots[at][0] + WIDTH for _, end in spots[at:]), -at))
    start = 0 if spots[opening][1] <= WIDTH else max(0, spots[opening][0] - WIDTH // 3)
    if start:
        start = text.find(" ", start, spots[opening][0]) + 1 or spots[opening][0]
    end = start + WIDTH
    if end < len(text):
        end = max(text.rfind(" ", start, end), spots[opening][1])
    pieces, at = ["… " if start else ""], start
    for begin, finish in spots:
        if begin >= start and finish <= end:
            pieces += [escape(text[at:begin]), "<mark>", escape(text[begin:finish]), "</mark>"]
            at = finish
    pieces += [escape(text[at:end]), " …" if end < len(text) else ""]
    return "".join(pieces)
