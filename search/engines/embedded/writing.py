"""Writing to the embedded index: batches under one lock, and whole rebuilds beside the index in use."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from itertools import islice
from pathlib import Path
from typing import Any

import tantivy

from foundation import crash
from search.documents import Key, SearchDocument
from search.engines.base import EngineDown
from search.engines.entry import key_of, uid_of

from .schema import SCHEMA, to_index
from .store import Store

BATCH = 1000
BATCH_HEAP, REBUILD_HEAP = 15_000_000, 96_000_000
TUPLES = ("categories", "seals")


def upsert(store: Store, documents: Iterable[SearchDocument]) -> int:
    """Index documents in batches, each durable by itself."""
    source = iter(documents)
    taken = 0
    while batch := list(islice(source, BATCH)):
        with store.alone("write"):
            path = store.current() or begin(store)
            taken += put(path, batch, store.deleted())
            if store.rebuilding():
                store.note([{"put": asdict(document)} for document in batch])
    return taken


def delete(store: Store, keys: Iterable[Key], versions: Mapping[Key, int]) -> None:
    uids = [uid_of(key) for key in keys]
    with store.alone("write"):
        path = store.current()
        if versions:
            store.remember_deleted({uid_of(key): version for key, version in versions.items()})
        if path is None or not uids:
            return
        remove(path, uids, {uid_of(key): version for key, version in versions.items()})
        if store.rebuilding():
            limits = [[uid_of(key), version] for key, version in versions.items()]
            store.note([{"delete": uids, "versions": limits}])


def rebuild(store: Store, documents: Iterable[SearchDocument]) -> int:
    """Build a new generation while the old one answers and takes writes, repeat those writes, swap."""
    with store.alone("rebuild"):
        with store.alone("write"):
            store.tidy(store.current())
            store.journal.write_text("")
        path = store.new_generation()
        count = fill(path, documents)
        crash.point("index.filled")
        with store.alone("write"):
            repeat(path, store)
            replaced = store.current()
            store.switch_to(path)
            crash.point("index.switched")
            store.journal.unlink(missing_ok=True)
            store.tidy(path, replaced)
    return count


def begin(store: Store) -> Path:
    path = store.new_generation()
    store.switch_to(path)
    return path


def fill(path: Path, documents: Iterable[SearchDocument]) -> int:
    """Index documents into a new generation; of one listing given twice the newer version stays."""
    seen: dict[int, int] = {}
    with writer_to(path, REBUILD_HEAP) as writer:
        for document in documents:
            uid = uid_of(document.key)
            if uid in seen:
                if document.version < seen[uid]:
                    continue
                forget(writer, [uid])
            seen[uid] = document.version
            writer.add_document(to_index(document))
    return len(seen)


def repeat(path: Path, store: Store) -> None:
    """Do to a new generation what was done to the old one meanwhile."""
    waiting: list[SearchDocument] = []
    for entry in store.noted():
        if "put" in entry:
            waiting.append(restored(entry["put"]))
        else:
            put(path, waiting, store.deleted())
            waiting = []
            remove(path, entry["delete"], dict(entry["versions"]))
    put(path, waiting, store.deleted())


def put(path: Path, documents: Sequence[SearchDocument], gone: Mapping[int, int]) -> int:
    """Write the documents that are not older than what is held, or than their deletion."""
    newest: dict[int, SearchDocument] = {}
    for document in documents:
        uid = uid_of(document.key)
        if uid not in newest or newest[uid].version <= document.version:
            newest[uid] = document
    held = versions_of(path, list(newest))
    taken = [item for uid, item in newest.items() if item.version >= max(held.get(uid, 0), gone.get(uid, 0))]
    if taken:
        with writer_to(path, BATCH_HEAP) as writer:
            forget(writer, [uid_of(document.key) for document in taken])
            for document in taken:
                writer.add_document(to_index(document))
    return len(taken)


def remove(path: Path, uids: Sequence[int], limits: Mapping[int, int]) -> None:
    """Delete listings, save those held in a newer version than their limit."""
    newer = versions_of(path, list(limits))
    uids = [uid for uid in uids if uid not in limits or newer.get(uid, 0) <= limits[uid]]
    if not uids:
        return
    with writer_to(path, BATCH_HEAP) as writer:
        forget(writer, uids)


def forget(writer: tantivy.IndexWriter, uids: Sequence[int]) -> None:
    writer.delete_documents_by_query(tantivy.Query.term_set_query(SCHEMA, "uid", list(uids)))


def versions_of(path: Path, uids: Sequence[int]) -> dict[int, int]:
    """The versions held of some listings, by uid."""
    if not uids:
        return {}
    with failures():
        index = tantivy.Index.open(str(path))
        index.config_reader("manual")
        index.reload()
    return versions_in(index.searcher(), uids)


def versions_in(searcher: tantivy.Searcher, uids: Sequence[int]) -> dict[int, int]:
    if not uids:
        return {}
    query = tantivy.Query.term_set_query(SCHEMA, "uid", list(uids))
    return dict(pairs(searcher, query, len(uids) * 2))


def pairs(searcher: tantivy.Searcher, query: tantivy.Query, most: int) -> Iterator[tuple[int, int]]:
    """The uid and version of every listing a query matches."""
    addresses = [address for _, address in searcher.search(query, max(most, 1), count=False).hits]
    values: list[list[Any]] = [list(searcher.fast_field_values(name, addresses)) for name in ("uid", "version")]
    return zip(values[0], values[1], strict=True)


def all_versions(searcher: tantivy.Searcher) -> Iterator[tuple[Key, int]]:
    for uid, version in pairs(searcher, tantivy.Query.all_query(), searcher.num_docs):
        yield key_of(uid), version


@contextmanager
def writer_to(path: Path, heap: int) -> Iterator[tantivy.IndexWriter]:
    """A writer whose work is committed at the end of the block, and undone if the block fails."""
    with failures():
        writer = tantivy.Index.open(str(path)).writer(heap, 1)
    try:
        yield writer
        with failures():
            writer.commit()
    except BaseException:
        writer.rollback()
        raise
    finally:
        writer.wait_merging_threads()


@contextmanager
def failures() -> Iterator[None]:
    """What the library and the disk complain of, as the one error callers know."""
    try:
        yield
    except (OSError, ValueError) as error:
        raise EngineDown(str(error)) from error


def restored(entry: dict[str, Any]) -> SearchDocument:
    """A document as it was noted in the journal."""
    return SearchDocument(**{**entry, **{name: tuple(entry[name]) for name in TUPLES}})
