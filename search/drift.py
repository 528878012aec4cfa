"""Does the index hold what the database says? By id and version, and mended where it does not."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from .engines import SearchEngine, on_each
from .indexing import bring_up
from .sources import Source, registered

BATCH = 1000


@dataclass(slots=True)
class Drift:
    """What differs of one kind in one engine."""

    engine: str
    kind: str
    missing: list[int] = field(default_factory=list)
    """Published, and not held."""
    stale: list[int] = field(default_factory=list)
    """Held in an older version."""
    ahead: list[int] = field(default_factory=list)
    """Held in a version the database has not reached: it was restored from a backup."""
    extra: dict[int, int] = field(default_factory=dict)
    """Held, and not published; with the version held."""

    @property
    def count(self) -> int:
        return len(self.missing) + len(self.stale) + len(self.ahead) + len(self.extra)


def find_drift(engine: SearchEngine) -> list[Drift]:
    """Compare, a Drift for each kind. The index is read first, so that it is never ahead of an honest database."""
    held: dict[str, dict[int, int]] = {source.kind: {} for source in registered()}
    for (kind, pk), version in engine.versions():
        held.setdefault(kind, {})[pk] = version
    sources = {source.kind: source for source in registered()}
    return [compare(engine.name, kind, versions, sources.get(kind)) for kind, versions in held.items()]


def compare(engine: str, kind: str, held: dict[int, int], source: Source | None) -> Drift:
    drift = Drift(engine, kind)
    for pk, version in source.versions() if source else ():
        known = held.pop(pk, None)
        if known is None:
            drift.missing.append(pk)
        elif known < version:
            drift.stale.append(pk)
        elif known > version:
            drift.ahead.append(pk)
    drift.extra = held
    return drift


def reconcile() -> list[Drift]:
    """Compare every engine with the database and mend what differs; what was found.

    Raises EngineDown when one engine is, after the others.
    """
    found: list[Drift] = []

    def compare_and_mend(engine: SearchEngine) -> None:
        for drift in find_drift(engine):
            mend(engine, drift)
            found.append(drift)

    on_each(compare_and_mend)
    return found


def mend(engine: SearchEngine, drift: Drift) -> None:
    if drift.ahead:
        engine.delete([(drift.kind, pk) for pk in drift.ahead])
    source = next((source for source in registered() if source.kind == drift.kind), None)
    if source is None:
        engine.delete([(drift.kind, pk) for pk in drift.extra])
        return
    for ids in batches([*drift.missing, *drift.stale, *drift.ahead, *drift.extra]):
        bring_up(engine, source, ids, {pk: drift.extra[pk] for pk in ids if pk in drift.extra})


def batches(ids: list[int]) -> Iterator[list[int]]:
    source = iter(ids)
    while batch := list(islice(source, BATCH)):
        yield batch
