"""What every search engine can do for us. Nothing here or behind it knows a model or touches the database."""

from collections.abc import Collection, Iterable, Mapping
from typing import Protocol

from search.documents import Key, SearchDocument
from search.query import SearchQuery
from search.results import SearchResults, Suggestion


class EngineDown(Exception):
    """The engine cannot answer, or cannot take a write; trying again later may help."""


class SearchEngine(Protocol):
    @property
    def name(self) -> str:
        """What answers call it: embedded, elasticsearch or opensearch."""
        ...

    def search(self, query: SearchQuery, lang: str) -> SearchResults:
        """The page of hits asked for, the exact total, and the facets. Raises EngineDown."""
        ...

    def suggest(self, q: str, lang: str) -> list[Suggestion]:
        """At most 8 listings whose names begin as `q` does, from its first letter on. Raises EngineDown."""
        ...

    def upsert(self, documents: Iterable[SearchDocument]) -> int:
        """Index documents, except those older than what is held; the number taken. Durable and seen once it returns."""
        ...

    def delete(self, keys: Iterable[Key], versions: Mapping[Key, int] | None = None) -> None:
        """Forget listings. With a version, a newer document that is held stays, and an older one that comes later
        stays out."""
        ...

    def rebuild(self, documents: Iterable[SearchDocument]) -> int:
        """Replace the whole index at one stroke, the number indexed; searches see the old one until then.

        What is upserted or deleted meanwhile is kept.
        """
        ...

    def held(self, keys: Collection[Key]) -> dict[Key, int]:
        """The versions held of some listings."""
        ...

    def versions(self) -> Iterable[tuple[Key, int]]:
        """Every listing held and its version, to compare with the database."""
        ...

    def count(self) -> int: ...
