"""The engine this installation searches with."""

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from .base import EngineDown, SearchEngine

__all__ = ["EngineDown", "SearchEngine", "embedded_engine", "engine_named", "get_engine", "kept_engines", "on_each"]


def get_engine() -> SearchEngine:
    """The engine SEARCH_URL names; the embedded one when it is empty. Raises ImproperlyConfigured for a bad address."""
    return open_cluster(settings.SEARCH_URL) if settings.SEARCH_URL else embedded_engine()


def embedded_engine() -> SearchEngine:
    """The engine that needs no server, under TERRUNO_VAR; it also answers when a configured server is down."""
    return open_embedded(Path(settings.TERRUNO_VAR) / "search")


def kept_engines() -> list[SearchEngine]:
    """Every engine that has to follow the database: the one that stands in first, since it is always there."""
    engine, fallback = get_engine(), embedded_engine()
    return [engine] if engine is fallback else [fallback, engine]


def on_each(work: Callable[[SearchEngine], object]) -> None:
    """Do something to every kept engine, whichever are down; raises EngineDown at the end when any was."""
    down: list[EngineDown] = []
    for engine in kept_engines():
        try:
            work(engine)
        except EngineDown as error:
            down.append(error)
    if down:
        raise down[0]


def engine_named(name: str) -> SearchEngine:
    """One of the kept engines. Raises LookupError when there is none of this name."""
    found = {engine.name: engine for engine in kept_engines()}
    if name not in found:
        raise LookupError(f"No engine {name!r} here; there is: {', '.join(found)}.")
    return found[name]


@lru_cache(maxsize=8)
def open_embedded(root: Path) -> SearchEngine:
    from .embedded.engine import EmbeddedEngine  # the library is loaded by who searches

    return EmbeddedEngine(root)


@lru_cache(maxsize=8)
def open_cluster(url: str) -> SearchEngine:
    from .elasticsearch.address import read_address
    from .elasticsearch.engine import ElasticsearchEngine

    return ElasticsearchEngine(read_address(url))
