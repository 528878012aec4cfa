"""Hits from what the index keeps of a listing."""

import json
from collections.abc import Iterable
from typing import Any

import tantivy

from search.documents import in_language
from search.highlight import marked
from search.results import Hit

from .store import Snapshot


def stored_of(snapshot: Snapshot, address: tantivy.DocAddress) -> dict[str, Any]:
    kept: dict[str, Any] = json.loads(bytes(snapshot.searcher.doc(address)["stored"][0]))
    return kept


def make_hits(
    snapshot: Snapshot,
    scored: Iterable[tuple[float, tantivy.DocAddress]],
    distances: Iterable[float | None],
    stems: dict[str, frozenset[str]] | None,
    lang: str,
) -> tuple[Hit, ...]:
    """`stems` are those to mark, by language, or None when the search had no words."""
    return tuple(
        make_hit(stored_of(snapshot, address), score, distance, stems, lang)
        for (score, address), distance in zip(scored, distances, strict=True)
    )


def make_hit(
    kept: dict[str, Any], score: float, distance: float | None, stems: dict[str, frozenset[str]] | None, lang: str
) -> Hit:
    title, summary, body = (in_language(kept[name], lang) for name in ("title", "summary", "body"))
    return Hit(
        kind=kept["kind"],
        id=kept["id"],
        version=kept["version"],
        slug=kept["slug"],
        url=kept["url"],
        title=title,
        summary=summary,
        territory=kept["territory"],
        territory_name=kept["territory_name"],
        price=kept["price"],
        currency=kept["currency"],
        distance_km=None if distance is None else round(distance, 3),
        score=round(score, 4),
        highlight=highlight(kept, (summary, body, title), stems, lang) if stems else None,
        card=kept["card"],
    )


def highlight(kept: dict[str, Any], texts: tuple[str, ...], stems: dict[str, frozenset[str]], lang: str) -> str | None:
    """Why it was found: the summary, else the body, else the title; in the other language when only that matched."""
    found = marked(texts, lang, stems[lang])
    other = "en" if lang == "es" else "es"
    return found or marked((kept[name].get(other, "") for name in ("summary", "title")), other, stems[other])
