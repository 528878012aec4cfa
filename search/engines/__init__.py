"""The engine this installation searches with."""

from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from .base import EngineDown, SearchEngine

__all__ = ["EngineDown", "SearchEngine", "embedded_engine", "engine_named", "get_engine", "kept_engines"]


def get_engine() -> SearchEngine:
    """The engine SEARCH_URL names; the embedded one when it is empty."""
    if settings.SEARCH_URL:
        raise ImproperlyConfigured("SEARCH_URL names a search server, and this installation has no client for one.")
    return embedded_engine()


def embedded_engine() -> SearchEngine:
    """The engine that needs no server, under TERRUNO_VAR; it also answers when a configured server is down."""
    return open_embedded(Path(settings.TERRUNO_VAR) / "search")


def kept_engines() -> list[SearchEngine]:
    """Every engine that has to follow the database: the configured one and the one that stands in for it."""
    engine, fallback = get_engine(), embedded_engine()
    return [engine] if engine is fallback else [engine, fallback]


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
