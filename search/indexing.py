"""Bringing the index up to what the database says of some listings, in whatever order that is heard of."""

from collections.abc import Collection, Mapping

from foundation import crash

from .engines import SearchEngine, on_each
from .sources import Source, source_of


def refresh(kind: str, ids: Collection[int], *, at: Mapping[int, int] | None = None) -> None:
    """Index what is published of these, forget the rest. Raises EngineDown when one engine is, after the others.

    `at` is the version each was changed or deleted in, as far as that is known: what is held in a newer one stays.
    A kind that nobody registered is left alone.
    """
    source = source_of(kind)
    if source is None or not ids:
        return
    on_each(lambda engine: bring_up(engine, source, ids, at or {}))


def bring_up(engine: SearchEngine, source: Source, ids: Collection[int], at: Mapping[int, int]) -> None:
    held = {pk: version for (_kind, pk), version in engine.held([(source.kind, pk) for pk in ids]).items()}
    published = dict(source.rows().filter(pk__in=ids).values_list("pk", "version"))
    stale = [pk for pk, version in published.items() if held.get(pk) != version]
    crash.point("index.read")
    if stale:
        engine.upsert(source.documents(stale))
        crash.point("index.written")
    gone = [pk for pk in ids if pk not in published and (pk in held or pk in at)]
    if gone:
        keys = [(source.kind, pk) for pk in gone]
        engine.delete(keys, versions={(source.kind, pk): max(at.get(pk, 0), held.get(pk, 0)) for pk in gone})
        crash.point("index.deleted")
