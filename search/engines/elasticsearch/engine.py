"""The search engine on a cluster: Elasticsearch 8 or 9, OpenSearch 2 or 3."""

import time
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from elasticsearch_dsl import A, Q, Search
from elasticsearch_dsl.query import Query

from search.analysis import compose, fold, words
from search.documents import Key, SearchDocument
from search.engines.base import EngineDown
from search.engines.counts import Counts, none
from search.engines.entry import uid_of
from search.engines.hits import Texts, from_hits, make_hits, names_in_order
from search.engines.understanding import Understood, commoner
from search.engines.weights import FEW, MOST_SUGGESTED
from search.plan import QueryPlan, make_plan, words_to_know
from search.query import LONGEST_QUERY, SearchQuery
from search.results import Hit, SearchResults, Suggestion
from search.synonyms import active

from .address import Address
from .cluster import Cluster, Missing
from .facets import ask_counts, read_counts
from .indices import Indices
from .lexicon import ClusterLexicon, Spelling, Stamp
from .places import any_of, distances, measured, nearest_first, within
from .rows import SHOWN
from .suggest import named
from .translate import LISTINGS, choices, matching, price_between, ranked
from .writing import Writer

ORDERS: dict[str, list[Any]] = {
    "price": [{"price": "asc"}],
    "-price": [{"price": "desc"}],
    "newest": [{"created": "desc"}],
    "relevance": [{"lat": "desc"}],
}
"""Where nobody asked by words, from north to south: the country is read from above."""
WRITES = ("index_total", "delete_total")
TIE_BREAK: dict[str, Any] = {"uid": "asc"}


@dataclass(frozen=True, slots=True)
class Found:
    """A listing as the cluster gives it back."""

    source: dict[str, Any]

    @property
    def facts(self) -> dict[str, Any]:
        facts: dict[str, Any] = self.source["stored"]
        return facts

    def written(self, lang: str) -> Texts:
        texts: Texts = self.source[f"told_{lang}"]
        return texts


class ElasticsearchEngine:
    def __init__(self, address: Address) -> None:
        self.cluster = Cluster(address)
        self.indices = Indices(self.cluster)
        self.writer = Writer(self.cluster, self.indices)
        self.spelling = Spelling()

    @property
    def name(self) -> str:
        """elasticsearch or opensearch, as soon as the cluster has said it once."""
        try:
            return self.cluster.product.name
        except EngineDown:
            return "elasticsearch"

    def search(self, query: SearchQuery, lang: str) -> SearchResults:
        began = time.perf_counter()
        product = self.cluster.product
        try:
            counts, hits, meant = self.answer(query, lang, product.bm25_factor)
        except Missing:
            counts, hits, meant = none(query.chosen()), (), None
        return SearchResults(
            query=query.q,
            total=counts.total,
            page=query.page,
            page_size=query.page_size,
            took_ms=round((time.perf_counter() - began) * 1000, 2),
            engine=product.name,
            hits=hits,
            facets=counts.facets,
            did_you_mean=meant,
        )

    def answer(self, query: SearchQuery, lang: str, factor: float) -> tuple[Counts, tuple[Hit, ...], str | None]:
        if not query.q:
            return *self.page(query, lang, None, factor), None
        lexicon = self.lexicon(query.q)
        plan = make_plan(query.q, lexicon)
        if plan is None:
            return none(query.chosen()), (), None
        understood = Understood(plan, len(plan.slots), plan.corrected)
        counts, hits = self.page(query, lang, understood, factor)
        if counts.total >= FEW:
            return counts, hits, understood.did_you_mean
        lowered = self.lowered(query.q, plan, lexicon)
        if lowered is None:
            return none(query.chosen()), (), None
        if lowered.needed < len(plan.slots):
            counts, hits = self.page(query, lang, lowered, factor)
        return counts, hits, lowered.did_you_mean

    def lowered(self, q: str, plan: QueryPlan, lexicon: ClusterLexicon) -> Understood | None:
        """What the query needs at most, so that something in the whole index matches.

        Filters have no say in it: a facet's counts would not be what choosing its values gives.
        """
        levels = {str(needed): matching(plan, needed) for needed in range(len(plan.slots), 0, -1)}
        search = Search().extra(size=0, track_total_hits=False)
        search.aggs.bucket("levels", A("filters", filters=levels))
        found = self.ask(search)["aggregations"]["levels"]["buckets"]
        for level in levels:
            if total := found[level]["doc_count"]:
                meant = plan.corrected or (commoner(q, lexicon) if total < FEW else None)
                return Understood(plan, int(level), meant)
        return None

    def page(
        self, query: SearchQuery, lang: str, understood: Understood | None, factor: float
    ) -> tuple[Counts, tuple[Hit, ...]]:
        search = self.narrowed(query, lang, understood, factor)
        by_line = query.sort == "distance" and len(query.measured_from) > 1
        first, size = (0, 0) if by_line else (query.offset, query.page_size)
        search = in_order(search, query, understood).source(SHOWN).extra(track_total_hits=True)
        answer = self.ask(search.extra(**{"from": first, "size": size}))
        counts = read_counts(answer, query.chosen())
        rows = self.along(query, understood) if by_line else answer["hits"]["hits"]
        stems = understood.stems if understood else None
        found = [(row["_score"] or 0.0 if by_words(query, understood) else 0.0, Found(row["_source"])) for row in rows]
        return counts, make_hits(found, away(query, [kept.source for _, kept in found]), stems, lang)

    def narrowed(self, query: SearchQuery, lang: str, understood: Understood | None, factor: float) -> Search:
        """The search without its order: words, what always holds, and the choices after the counting."""
        always = self.conditions(query)
        words_of = [ranked(understood.plan, understood.needed, lang, factor)] if understood else []
        chosen = choices(query)
        search: Search = Search().query(Q("bool", must=words_of, filter=[LISTINGS, *always]))
        ask_counts(search, chosen)
        return search.post_filter(Q("bool", filter=list(chosen.values()))) if chosen else search

    def conditions(self, query: SearchQuery) -> list[Query]:
        """What holds whatever is chosen of the facets: prices and place."""
        always = price_between(query.price_min, query.price_max)
        if query.measured_from and query.within_km is not None:
            always.append(within(query.measured_from, query.within_km, self.scan))
        return always

    def along(self, query: SearchQuery, understood: Understood | None) -> list[dict[str, Any]]:
        """The page's rows by distance from a line, which the cluster cannot measure."""
        words_of = [matching(understood.plan, understood.needed)] if understood else []
        every = Q("bool", filter=[LISTINGS, *words_of, *self.conditions(query), *choices(query).values()])
        ordered = measured(every, query.measured_from, self.scan)
        wanted = [uid for uid, _away in ordered[query.offset : query.offset + query.page_size]]
        if not wanted:
            return []
        search: Search = Search().query(Q("bool", filter=any_of("uid", wanted)))
        rows = self.ask(search.source(SHOWN).extra(size=len(wanted)))["hits"]["hits"]
        by_uid = {uid_of((row["_source"]["stored"]["kind"], row["_source"]["stored"]["id"])): row for row in rows}
        return [by_uid[uid] for uid in wanted if uid in by_uid]

    def suggest(self, q: str, lang: str) -> list[Suggestion]:
        folded = tuple(word for word, _, _ in words(compose(q[:LONGEST_QUERY])))
        if not folded:
            return []
        try:
            rows = self.ask(named(folded, lang))["hits"]["hits"]
        except Missing:
            return []
        found = names_in_order([(row["_score"], Found(row["_source"])) for row in rows], lang)
        if found or len(fold(q.strip())) < 3:
            return found
        return from_hits(self.search(SearchQuery(q=q[:LONGEST_QUERY], page_size=MOST_SUGGESTED), lang).hits)

    def lexicon(self, q: str) -> ClusterLexicon:
        return ClusterLexicon(self.ask, self.stamp, self.spelling, words_to_know(q, active()))

    def stamp(self) -> Stamp:
        """Changes with every write and every rebuild."""
        with self.cluster.reaching():
            about = self.cluster.client.indices.stats(index=self.indices.alias, metric="indexing")["indices"]
        written = [(name, item["total"]["indexing"]) for name, item in about.items()]
        return next(((name, sum(int(done[what]) for what in WRITES)) for name, done in written), ("", 0))

    def ask(self, search: Search) -> dict[str, Any]:
        """Run a search against the generation that answers. Raises EngineDown, and Missing when there is none."""
        try:
            return self.ask_once(search)
        except Missing:
            # A rebuild may have replaced the generation between finding it and searching it.
            if not self.indices.exists():
                raise
            return self.ask_once(search)

    def ask_once(self, search: Search) -> dict[str, Any]:
        with self.cluster.reaching():
            answer = self.cluster.client.search(
                index=self.indices.alias, body=search.to_dict(), allow_partial_search_results=False
            )
        body: dict[str, Any] = answer.body
        return body

    def scan(self, query: Query, fields: list[str]) -> Iterable[tuple[Any, ...]]:
        return self.writer.scan(self.indices.alias, query.to_dict(), fields)

    def upsert(self, documents: Iterable[SearchDocument]) -> int:
        return self.writer.upsert(documents)

    def delete(self, keys: Iterable[Key], versions: Mapping[Key, int] | None = None) -> None:
        self.writer.delete(list(keys), versions or {})

    def rebuild(self, documents: Iterable[SearchDocument]) -> int:
        return self.writer.rebuild(documents)

    def held(self, keys: Collection[Key]) -> dict[Key, int]:
        return self.writer.held(keys)

    def versions(self) -> Iterable[tuple[Key, int]]:
        try:
            yield from self.writer.versions()
        except Missing:
            return

    def count(self) -> int:
        try:
            with self.cluster.reaching():
                found = self.cluster.client.count(index=self.indices.alias, query=LISTINGS.to_dict())
        except Missing:
            return 0
        return int(found["count"])


def by_words(query: SearchQuery, understood: Understood | None) -> bool:
    return understood is not None and query.sort == "relevance"


def in_order(search: Search, query: SearchQuery, understood: Understood | None) -> Search:
    if by_words(query, understood):
        return search.sort("_score", TIE_BREAK)
    if query.sort == "distance":
        return search.sort(nearest_first(query.measured_from), TIE_BREAK)
    return search.sort(*ORDERS[query.sort], TIE_BREAK)


def away(query: SearchQuery, sources: Sequence[Mapping[str, Any]]) -> list[float | None]:
    """How far each listing of the page is, when the query says from where."""
    line = query.measured_from
    if not line or not sources:
        return [None] * len(sources)
    found = distances([(source.get("lat"), source.get("lon")) for source in sources], line)
    return [None if np.isnan(km) else float(km) for km in found]
