"""Asking: the engine's answer, or the stand-in's, without what is no longer published."""

import logging
import time
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from .documents import Key
from .engines import EngineDown, SearchEngine, embedded_engine, get_engine
from .fruitless import tell_fruitless
from .query import SearchQuery
from .results import Hit, SearchResults, Suggestion
from .sources import source_of
from .thesaurus import memory as synonyms

logger = logging.getLogger(__name__)
Found = TypeVar("Found", Hit, Suggestion)


class SearchDown(Exception):
    """No engine can answer at the moment."""


def find(query: SearchQuery, lang: str) -> SearchResults:
    """Results anyone may see. At most one query a kind of listing found. Raises SearchDown.

    A listing withdrawn a moment ago, which the index still holds, is left out of the page and of its total.
    """
    began = time.perf_counter()
    results = answered(query, lang)
    shown = published(results.hits)
    total = max(results.total - len(results.hits) + len(shown), len(shown))
    took_ms = round((time.perf_counter() - began) * 1000, 2)
    results = replace(results, hits=tuple(shown), total=total, took_ms=took_ms)
    tell_fruitless(query, results)
    return results


def answered(query: SearchQuery, lang: str) -> SearchResults:
    synonyms.follow()
    engine = get_engine()
    try:
        results = engine.search(query, lang)
        if not results.total:
            make_sure(engine)
        return results
    except EngineDown as error:
        fallback = stand_in(engine, error)
    try:
        return replace(fallback.search(query, lang), degraded=True)
    except EngineDown as error:
        raise SearchDown from error


def suggest(q: str, lang: str) -> list[Suggestion]:
    """At most 8 published listings whose names begin so. Raises SearchDown."""
    synonyms.follow()
    engine = get_engine()
    try:
        found = engine.suggest(q, lang)
        if q and not found:
            make_sure(engine)
    except EngineDown as error:
        try:
            found = stand_in(engine, error).suggest(q, lang)
        except EngineDown as second:
            raise SearchDown from second
    return published(found)


def make_sure(engine: SearchEngine) -> None:
    """That it found nothing since there is nothing: a cluster that lost its index knows of none. Raises EngineDown."""
    fallback = embedded_engine()
    if engine is not fallback and not engine.count() and fallback.count():
        raise EngineDown("it holds no listings, and the embedded engine does")


def stand_in(engine: SearchEngine, error: EngineDown) -> SearchEngine:
    """The engine that answers for one that is down. Raises SearchDown when it is that one."""
    logger.warning("The search engine %s is down: %s", engine.name, error)
    fallback = embedded_engine()
    if fallback is engine:
        raise SearchDown from error
    return fallback


def published(found: Sequence[Found]) -> list[Found]:
    """Those that are published at this moment."""
    keys = published_keys(item.key for item in found)
    return [item for item in found if item.key in keys]


def published_keys(keys: Iterable[Key]) -> set[Key]:
    by_kind: dict[str, list[int]] = {}
    for kind, pk in keys:
        by_kind.setdefault(kind, []).append(pk)
    sources = [(source, ids) for kind, ids in by_kind.items() if (source := source_of(kind))]
    return {(source.kind, pk) for source, ids in sources for pk in source.published(ids)}


def address(item: Hit | Suggestion, lang: str) -> str:
    """Where the listing's page is, for readers of a language: English pages stand under /en/."""
    own: str = item.card.get(f"url_{lang}", "")
    return own or (item.url if lang == "es" else f"/{lang}{item.url}")
