"""Hits and suggestions from what an index keeps of a listing, whichever the engine."""

from collections.abc import Iterable, Sequence
from typing import Any, Protocol

from search.documents import LANGUAGES
from search.highlight import marked
from search.results import Hit, Suggestion

from .weights import MOST_SUGGESTED

Texts = list[str]
"""Title, summary, body; "" where there is none."""
Stems = dict[str, frozenset[str]]
"""What a quotation is to mark, by language."""


class Kept(Protocol):
    """What is kept of one listing."""

    @property
    def facts(self) -> dict[str, Any]: ...
    def written(self, lang: str) -> Texts: ...


def told(kept: Kept, lang: str) -> Texts:
    """The texts in a language, in Spanish where that language has none."""
    own = kept.written(lang)
    if lang == LANGUAGES[0] or all(own):
        return own
    return [text or spanish for text, spanish in zip(own, kept.written(LANGUAGES[0]), strict=True)]


def make_hits(
    found: Iterable[tuple[float, Kept]], distances: Iterable[float | None], stems: Stems | None, lang: str
) -> tuple[Hit, ...]:
    """`found` with its scores; `stems` are those to mark, or None when the search had no words."""
    return tuple(
        make_hit(kept, score, distance, stems, lang) for (score, kept), distance in zip(found, distances, strict=True)
    )


def make_hit(kept: Kept, score: float, distance: float | None, stems: Stems | None, lang: str) -> Hit:
    title, summary, body = told(kept, lang)
    return Hit(
        **kept.facts,
        title=title,
        summary=summary,
        distance_km=None if distance is None else round(distance, 3),
        score=round(score, 4),
        highlight=highlight(kept, (summary, body, title), stems, lang) if stems else None,
    )


def highlight(kept: Kept, texts: tuple[str, ...], stems: Stems, lang: str) -> str | None:
    """Why it was found: the summary, else the body, else the title; in the other language when only that matched."""
    found = marked(texts, lang, stems[lang])
    if found:
        return found
    other = "en" if lang == "es" else "es"
    title, summary, _body = kept.written(other)
    return marked((summary, title), other, stems[other])


def names_in_order(found: Iterable[tuple[float, Kept]], lang: str) -> list[Suggestion]:
    """Suggestions, the best first and of equals the shortest, each name of a kind once."""
    rated: list[tuple[float, int, Suggestion]] = []
    for score, kept in found:
        text, facts = told(kept, lang)[0], kept.facts
        rated.append((-round(score, 3), len(text), Suggestion(text, *suggested(facts))))
    rated.sort(key=lambda item: (item[0], item[1], item[2].text))
    return list({(item.text, item.kind): item for _, _, item in reversed(rated)}.values())[::-1][:MOST_SUGGESTED]


def suggested(facts: dict[str, Any]) -> Sequence[Any]:
    return facts["kind"], facts["url"], facts["id"], facts["card"]


def from_hits(hits: Iterable[Hit]) -> list[Suggestion]:
    """Listings that were searched for, as suggestions."""
    return [Suggestion(hit.title, hit.kind, hit.url, hit.id, hit.card) for hit in hits]
