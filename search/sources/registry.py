"""The kinds that are indexed, and reading their rows in batches."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Any

from django.db.models import QuerySet

from search.documents import SearchDocument

BATCH = 1000

Rows = Callable[[], QuerySet[Any]]
Build = Callable[[QuerySet[Any]], Iterable[SearchDocument]]


@dataclass(frozen=True)
class Source:
    kind: str
    rows: Rows
    build: Build

    steady: bool = False
    """Whether `rows` gives the same query whenever it is called, so that it need not be built for every answer."""

    def published(self, ids: Collection[int]) -> set[int]:
        """Those of the ids whose rows are published now; one query."""
        found = self.ids if self.steady else self.all_ids()
        return set(found.filter(pk__in=ids))

    @cached_property
    def ids(self) -> QuerySet[Any]:
        return self.all_ids()

    def all_ids(self) -> QuerySet[Any]:
        return self.rows().order_by().values_list("pk", flat=True)

    def versions(self) -> Iterator[tuple[int, int]]:
        """The id and version of everything published."""
        return self.rows().order_by("pk").values_list("pk", "version").iterator(chunk_size=5000)

    def documents(self, ids: Iterable[int]) -> Iterator[SearchDocument]:
        """Documents of those of the ids that are published."""
        source = iter(ids)
        while batch := list(islice(source, BATCH)):
            yield from self.build(self.rows().filter(pk__in=batch))

    def all_documents(self) -> Iterator[SearchDocument]:
        """Documents of everything published, in batches by primary key, so that no read lasts long."""
        last = 0
        while True:
            ids = list(self.rows().filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:BATCH])
            if not ids:
                return
            yield from self.documents(ids)
            last = ids[-1]


_sources: dict[str, Source] = {}


def register(kind: str, *, rows: Rows, build: Build, steady: bool = False) -> None:
    """Have a kind of listing found; to be called in AppConfig.ready. A second source takes the place of the first."""
    _sources[kind] = Source(kind, rows, build, steady)


def registered() -> list[Source]:
    return list(_sources.values())


def source_of(kind: str) -> Source | None:
    return _sources.get(kind)
