"""Hits from what the index keeps of a listing."""

import json
from collections.abc import Iterable
from typing import Any

import tantivy

from search.documents import LANGUAGES
from search.highlight import marked
from search.results import Hit

from .schema import UNIT
from .store import Snapshot

Texts = list[str]
"""Title, summary, body; "" where there is none."""


class Kept:
    """What is kept of one listing; each text is read when it is first needed."""

    def __init__(self, snapshot: Snapshot, address: tantivy.DocAddress) -> None:
        self.document = snapshot.searcher.doc(address)
        self.facts: dict[str, Any] = json.loads(bytes(self.document["stored"][0]).decode())

    def written(self, lang: str) -> Texts:
        return bytes(self.document[f"told_{lang}"][0]).decode().split(UNIT)

    def told(self, lang: str) -> Texts:
        """The texts in a language, in Spanish where that language has none."""
        own = self.written(lang)
        if lang == LANGUAGES[0] or all(own):
            return own
        return [text or spanish for text, spanish in zip(own, self.written(LANGUAGES[0]), strict=True)]


def make_hits(
    snapshot: Snapshot,
    scored: Iterable[tuple[float, tantivy.DocAddress]],
    distances: Iterable[float | None],
    stems: dict[str, frozenset[str]] | None,
    lang: str,
) -> tuple[Hit, ...]:
    """`stems` are those to mark, by language, or None when the search had no words."""
    return tuple(
        make_hit(Kept(snapshot, address), score, distance, stems, lang)
        for (score, address), distance in zip(scored, distances, strict=True)
    )


def make_hit(
    kept: Kept, score: float, distance: float | None, stems: dict[str, frozenset[str]] | None, lang: str
) -> Hit:
    title, summary, body = kept.told(lang)
    return Hit(
        **kept.facts,
        title=title,
        summary=summary,
        distance_km=None if distance is None else round(distance, 3),
        score=round(score, 4),
        highlight=highlight(kept, (summary, body, title), stems, lang) if stems else None,
    )


def highlight(kept: Kept, texts: tuple[str, ...], stems: dict[str, frozenset[str]], lang: str) -> str | None:
    """Why it was found: the summary, else the body, else the title; in the other language when only that matched."""
    found = marked(texts, lang, stems[lang])
    if found:
        return found
    other = "en" if lang == "es" else "es"
    title, summary, _body = kept.written(other)
    return marked((summary, title), other, stems[other])
