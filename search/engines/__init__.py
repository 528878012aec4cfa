"""The engine this installation searches with."""

from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from .base import EngineDown, SearchEngine

__all__ = ["EngineDown", "SearchEngine", "embedded_engine", "get_engine"]


def get_engine() -> SearchEngine:
    """The engine SEARCH_URL names; the embedded one when it is empty."""
    if settings.SEARCH_URL:
        raise ImproperlyConfigured("SEARCH_URL names a search server, and this installation has no client for one.")
    return embedded_engine()


def embedded_engine() -> SearchEngine:
    """The engine that needs no server, under TERRUNO_VAR; it also answers when a configured server is down."""
    return open_embedded(Path(settings.TERRUNO_VAR) / "search")


@lru_cache(maxsize=8)
def open_embedded(root: Path) -> SearchEngine:
    from .embedded.engine import EmbeddedEngine  # the library is loaded by who searches

    return EmbeddedEngine(root)
