"""The search engine that needs no server: Tantivy, in this process, over files that all processes share."""

import time
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

import numpy as np
import tantivy
from tantivy import Occur, Order, Query

from search.analysis import fold
from search.documents import Key, SearchDocument
from search.engines.counts import Counts, none
from search.engines.entry import uid_of
from search.engines.hits import from_hits, make_hits
from search.engines.understanding import Understood, commoner
from search.engines.weights import FEW, MOST_SUGGESTED
from search.geo import distance_to_line
from search.plan import make_plan
from search.query import LONGEST_QUERY, SearchQuery
from search.results import Hit, SearchResults, Suggestion
from search.synonyms import Thesaurus, active

from . import writing
from .facets import count
from .hits import Held
from .lexicon import SnapshotLexicon, Spelling
from .places import distances, how_many, nearest_first, within
from .store import Snapshot, Store
from .suggest import by_name
from .translate import choices, every, matching, price_between, ranked, silent

ORDERS = {"price": ("price", Order.Asc), "-price": ("price", Order.Desc), "newest": ("created", Order.Desc)}
NORTH_TO_SOUTH = ("lat", Order.Desc)
"""The country is read from above: the order of everything nobody asked for by words."""


class EmbeddedEngine:
    name = "embedded"

    def __init__(self, root: Path) -> None:
        self.store = Store(root)
        self.spelling = Spelling()

    def search(self, query: SearchQuery, lang: str) -> SearchResults:
        began = time.perf_counter()
        snapshot = self.store.snapshot()
        understood = self.understand(snapshot, query.q) if snapshot and query.q else None
        if snapshot is None or (query.q and understood is None):
            return self.answer(query, began, none(query.chosen()))
        always, nearby = conditions(query, understood), near(snapshot, query)
        counts = self.counted(snapshot, query, [*always, *nearby])
        filters = [*always, *choices(query).values()]
        scored = (
            page_of(snapshot, query, lang, understood, filters, nearby, counts.total)
            if query.offset < counts.total
            else []
        )
        found = ((score, Held(snapshot, address)) for score, address in scored)
        stems = understood.stems if understood else None
        hits = make_hits(found, measured(snapshot, query, scored), stems, lang)
        meant = understood.did_you_mean if understood else None
        return self.answer(query, began, counts, hits, meant)

    def answer(
        self,
        query: SearchQuery,
        began: float,
        counts: Counts,
        hits: tuple[Hit, ...] = (),
        did_you_mean: str | None = None,
    ) -> SearchResults:
        return SearchResults(
            query=query.q,
            total=counts.total,
            page=query.page,
            page_size=query.page_size,
            took_ms=round((time.perf_counter() - began) * 1000, 2),
            engine=self.name,
            hits=hits,
            facets=counts.facets,
            did_you_mean=did_you_mean,
        )

    def understand(self, snapshot: Snapshot, q: str) -> Understood | None:
        """Plan a query and lower what it needs until something in the whole index matches.

        Filters have no say in it: a facet's counts would not be what choosing its values gives.
        """
        thesaurus = active()
        return snapshot.recall(("understood", q, thesaurus.stamp), lambda: self.read(snapshot, q, thesaurus))

    def read(self, snapshot: Snapshot, q: str, thesaurus: Thesaurus) -> Understood | None:
        lexicon = SnapshotLexicon(snapshot, self.spelling)
        plan = make_plan(q, lexicon, thesaurus)
        for needed in range(len(plan.slots) if plan else 0, 0, -1):
            assert plan
            total = how_many(snapshot.searcher, [matching(plan, needed)])
            if total:
                meant = plan.corrected or (commoner(q, lexicon) if total < FEW else None)
                return Understood(plan, needed, meant)
        return None

    def counted(self, snapshot: Snapshot, query: SearchQuery, always: list[Query]) -> Counts:
        chosen = tuple(query.chosen().items())
        key = (
            "counts",
            active().stamp,
            query.q,
            query.measured_from,
            query.within_km,
            query.price_min,
            query.price_max,
            chosen,
        )
        return snapshot.recall(key, lambda: count(snapshot.searcher, always, choices(query), query.chosen()))

    def suggest(self, q: str, lang: str) -> list[Suggestion]:
        snapshot = self.store.snapshot()
        if snapshot is None:
            return []
        found = by_name(snapshot, q[:LONGEST_QUERY], lang)
        if found or len(fold(q.strip())) < 3:
            return found
        return from_hits(self.search(SearchQuery(q=q[:LONGEST_QUERY], page_size=MOST_SUGGESTED), lang).hits)

    def upsert(self, documents: Iterable[SearchDocument]) -> int:
        return writing.upsert(self.store, documents)

    def delete(self, keys: Iterable[Key], versions: Mapping[Key, int] | None = None) -> None:
        writing.delete(self.store, keys, versions or {})

    def rebuild(self, documents: Iterable[SearchDocument]) -> int:
        return writing.rebuild(self.store, documents)

    def held(self, keys: Collection[Key]) -> dict[Key, int]:
        snapshot = self.store.snapshot()
        found = writing.versions_in(snapshot.searcher, [uid_of(key) for key in keys]) if snapshot else {}
        return {key: found[uid] for key in keys if (uid := uid_of(key)) in found}

    def versions(self) -> Iterable[tuple[Key, int]]:
        snapshot = self.store.snapshot()
        return writing.all_versions(snapshot.searcher) if snapshot else ()

    def count(self) -> int:
        snapshot = self.store.snapshot()
        return int(snapshot.searcher.num_docs) if snapshot else 0


def conditions(query: SearchQuery, understood: Understood | None) -> list[Query]:
    """What holds whatever is chosen of the facets, save the place: words, prices."""
    always = [matching(understood.plan, understood.needed)] if understood else []
    prices = price_between(query.price_min, query.price_max)
    return always if prices is None else [*always, prices]


def near(snapshot: Snapshot, query: SearchQuery) -> list[Query]:
    """The condition to be so near to a place, if there is one."""
    if query.measured_from and query.within_km is not None:
        return [within(snapshot, query.measured_from, query.within_km)]
    return []


def page_of(
    snapshot: Snapshot,
    query: SearchQuery,
    lang: str,
    understood: Understood | None,
    filters: list[Query],
    nearby: list[Query],
    total: int,
) -> list[tuple[float, tantivy.DocAddress]]:
    """The page's listings in order, with a score when the order is by relevance; `total` meet all conditions."""
    searcher, first, size = snapshot.searcher, query.offset, query.page_size
    if query.sort == "distance":
        last = first + size
        nearest = nearest_first(snapshot, filters, query.measured_from, query.within_km, last, total)
        return [(0.0, found) for found in nearest[first:]]
    filters = [*filters, *nearby]
    if query.sort in ORDERS or understood is None:
        field, order = ORDERS.get(query.sort, NORTH_TO_SOUTH)
        what = every(filters) if filters else Query.all_query()
        hits = searcher.search(what, size, count=False, order_by_field=field, offset=first, order=order).hits
        return [(0.0, address) for _, address in hits]
    scored = ranked(understood.plan, understood.needed, lang, searcher)
    narrowed = Query.boolean_query([(Occur.Must, scored), *(silent(query) for query in filters[1:])])
    return list(searcher.search(narrowed, size, count=False, offset=first).hits)


def measured(
    snapshot: Snapshot, query: SearchQuery, scored: list[tuple[float, tantivy.DocAddress]]
) -> list[float | None]:
    """How far each listing of the page is, when the query says from where."""
    line = query.measured_from
    if not line or not scored:
        return [None] * len(scored)
    away = distances(
        snapshot.searcher, [address for _, address in scored], lambda lat, lon: distance_to_line(lat, lon, line)
    )
    return [None if np.isnan(km) else float(km) for km in away]
