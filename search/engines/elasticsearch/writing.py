"""Writing to the cluster: in bulk, each row under its own version, into every generation there is."""

import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from search.documents import Key, SearchDocument
from search.engines.base import EngineDown
from search.engines.entry import key_of, uid_of

from .cluster import Cluster, Missing
from .indices import Generation, Indices
from .rows import id_of, to_row, tombstone

BATCH, PAGE = 500, 10_000
REMEMBERED_SECONDS = 24 * 3600
SWEEP_SECONDS = 3600
ATTEMPTS = 3
CONFLICT, GONE = 409, 404
PASSING = 0
"""When a listing was deleted whose memory need not outlive the rebuild under way."""
LISTINGS = {"exists": {"field": "kind"}}
Operation = tuple[dict[str, Any], dict[str, Any] | None]
"""An action of a bulk request and its row."""


class Writer:
    def __init__(self, cluster: Cluster, indices: Indices) -> None:
        self.cluster, self.indices = cluster, indices
        self.swept_at = 0.0

    def upsert(self, documents: Iterable[SearchDocument]) -> int:
        """Index in batches, each seen at once; how many were not older than what is held."""
        source = iter(documents)
        taken = 0
        while batch := list(islice(source, BATCH)):
            newest = newest_of(batch)
            rows = [(document.key, document.version, to_row(document)) for document in newest]
            # Only now, with the rows read, is it looked up where to write: a rebuild that begins later reads them too.
            taken += self.everywhere(lambda place, rows=rows: [index(place, *row) for row in rows])  # type: ignore[misc]
        return taken

    def delete(self, keys: Collection[Key], versions: Mapping[Key, int]) -> None:
        if not keys:
            return
        held = self.held([key for key in keys if key not in versions])
        now = int(time.time())

        def operations(place: Generation) -> list[Operation]:
            found = [index(place, key, versions[key], tombstone(key, now)) for key in keys if key in versions]
            if place.live:
                return found + [forget(place, key) for key in held]
            return found + [index(place, key, version, tombstone(key, PASSING)) for key, version in held.items()]

        self.everywhere(operations)
        if time.monotonic() - self.swept_at > SWEEP_SECONDS:
            self.swept_at = time.monotonic()
            self.sweep(self.indices.live())

    def rebuild(self, documents: Iterable[SearchDocument]) -> int:
        """Fill a new generation, beside whatever others write to it meanwhile, and have it answer."""
        seen: set[int] = set()
        source = iter(documents)
        with self.indices.building() as place:
            while batch := list(islice(source, BATCH)):
                newest = newest_of(batch)
                seen.update(uid_of(document.key) for document in newest)
                # Strictly newer: what others wrote or deleted at this version since is at least as true.
                self.bulk([index(place, item.key, item.version, to_row(item), "external") for item in newest])
            self.keep_tombstones(place)
            self.sweep(place)
        return len(seen)

    def everywhere(self, operations: Callable[[Generation], list[Operation]]) -> int:
        """Write to every generation; again when one has come or gone meanwhile. How many rows the live one took."""
        for _ in range(ATTEMPTS):
            places = self.indices.generations()
            live = next((place for place in places if place.live), None)
            if live is None:
                self.indices.begin()
                continue
            ordered = [live, *(place for place in places if not place.live)]
            batches = [operations(place) for place in ordered]
            try:
                done = self.bulk([operation for batch in batches for operation in batch], refresh=True)
            except Missing:
                continue
            return sum(done[: len(batches[0])])
        raise EngineDown("The index is replaced faster than it can be written to.")

    def bulk(self, operations: Sequence[Operation], *, refresh: bool = False) -> list[bool]:
        """Whether each was taken; one older than what is held is not. Raises Missing when a generation is gone."""
        if not operations:
            return []
        lines = [line for operation in operations for line in operation if line is not None]
        with self.cluster.reaching():
            answer = self.cluster.patient.bulk(operations=lines, require_alias=True, refresh=refresh)
        results = [next(iter(item.values())) for item in answer["items"]]
        if answer["errors"]:
            complain(results)
        return [result["status"] < CONFLICT and result["status"] != GONE for result in results]

    def held(self, keys: Collection[Key]) -> dict[Key, int]:
        """The versions held of some listings, deleted ones left out."""
        found: dict[Key, int] = {}
        source = iter(keys)
        while batch := list(islice(source, BATCH)):
            with self.cluster.reaching():
                answer = self.cluster.client.mget(
                    index=self.indices.alias, ids=[id_of(key) for key in batch], source_includes="gone_at"
                )
            for key, row in zip(batch, answer["docs"], strict=True):
                if row.get("found") and "gone_at" not in row["_source"]:
                    found[key] = row["_version"]
        return found

    def versions(self) -> Iterator[tuple[Key, int]]:
        for uid, version in self.scan(self.indices.alias, LISTINGS, ["uid", "version"]):
            yield key_of(uid), version

    def scan(self, index_name: str, query: dict[str, Any], fields: list[str]) -> Iterator[tuple[Any, ...]]:
        """Values of all rows that match, in the order of their uids; None where a row has none."""
        after: list[Any] | None = None
        while True:
            with self.cluster.reaching():
                hits = self.cluster.patient.search(
                    index=index_name,
                    query=query,
                    sort=[{"uid": "asc"}],
                    size=PAGE,
                    source=False,
                    docvalue_fields=[{"field": name} for name in fields],
                    search_after=after,
                    track_total_hits=False,
                    allow_partial_search_results=False,
                )["hits"]["hits"]
            for hit in hits:
                values = hit.get("fields", {})
                yield tuple(values[name][0] if name in values else None for name in fields)
            if len(hits) < PAGE:
                return
            after = hits[-1]["sort"]

    def keep_tombstones(self, place: Generation) -> None:
        """Remember in a new generation what was lately deleted from the old one."""
        try:
            live = self.indices.live()
        except Missing:
            return
        deleted = {"exists": {"field": "gone_at"}}
        source = self.scan(live.name, deleted, ["uid", "gone_at"])
        while batch := list(islice(source, BATCH)):
            keys = [key_of(uid) for uid, _at in batch]
            versions = self.versions_of(live, keys)
            self.bulk(
                [
                    index(place, key, versions[key], tombstone(key, at))
                    for key, (_uid, at) in zip(keys, batch, strict=True)
                    if key in versions
                ]
            )

    def versions_of(self, place: Generation, keys: Sequence[Key]) -> dict[Key, int]:
        with self.cluster.reaching():
            answer = self.cluster.client.mget(index=place.name, ids=[id_of(key) for key in keys], source=False)
        return {key: row["_version"] for key, row in zip(keys, answer["docs"], strict=True) if row.get("found")}

    def sweep(self, place: Generation) -> None:
        """Forget deletions of more than a day ago; a listing written again since then stays."""
        before = int(time.time()) - REMEMBERED_SECONDS
        with self.cluster.reaching():
            self.cluster.patient.indices.refresh(index=place.name)
            hits = self.cluster.patient.search(
                index=place.name,
                query={"range": {"gone_at": {"lt": before}}},
                size=PAGE,
                source=False,
                seq_no_primary_term=True,
            )["hits"]["hits"]
        self.bulk([unchanged(place, hit) for hit in hits])


def newest_of(documents: Iterable[SearchDocument]) -> list[SearchDocument]:
    """Each listing once, in its newest version."""
    newest: dict[Key, SearchDocument] = {}
    for document in documents:
        if document.key not in newest or newest[document.key].version <= document.version:
            newest[document.key] = document
    return list(newest.values())


def index(
    place: Generation, key: Key, version: int, row: dict[str, Any], version_type: str = "external_gte"
) -> Operation:
    about = {"_index": place.door, "_id": id_of(key), "version": version, "version_type": version_type}
    return {"index": about}, row


def forget(place: Generation, key: Key) -> Operation:
    return {"delete": {"_index": place.door, "_id": id_of(key)}}, None


def unchanged(place: Generation, hit: Mapping[str, Any]) -> Operation:
    """Delete a row if it is still as it was found."""
    seen = {"if_seq_no": hit["_seq_no"], "if_primary_term": hit["_primary_term"]}
    return {"delete": {"_index": place.door, "_id": hit["_id"], **seen}}, None


def complain(results: Sequence[Mapping[str, Any]]) -> None:
    """Raise what stands in the way of the whole batch: not a conflict of versions, nor deleting what is not there."""
    for result in results:
        error = result.get("error")
        if error is None or result["status"] == CONFLICT:
            continue
        if result["status"] == GONE:
            raise Missing(str(error))
        raise EngineDown(f"{result['status']} {error}")
