"""A query plan and a search's filters in the cluster's own query language."""

from collections.abc import Iterator, Sequence

from elasticsearch_dsl import Q
from elasticsearch_dsl.query import Query

from search.documents import LANGUAGES
from search.engines.entry import EXACT, terms_of
from search.engines.weights import (
    KIND_WORTH,
    OTHER_LANGUAGE,
    TEXT_PHRASE,
    TIE,
    TITLE_BEGINS,
    TITLE_PHRASE,
    WEIGHTS,
    WHOLE_KEYWORD,
    WHOLE_TITLE,
)
from search.plan import AllOf, AnyOf, Node, QueryPlan, Word
from search.query import SearchQuery

LISTINGS = Q("exists", field="kind")
"""What is not the memory of a deletion."""


def term(field: str, value: object, boost: float = 1.0) -> Query:
    return Q("term", **{field: {"value": value, "boost": boost}})


def some(queries: Sequence[Query]) -> Query:
    return queries[0] if len(queries) == 1 else Q("bool", should=list(queries), minimum_should_match=1)


def every(queries: Sequence[Query]) -> Query:
    return queries[0] if len(queries) == 1 else Q("bool", must=list(queries))


def at_least(needed: int, queries: Sequence[Query]) -> Query:
    """Listings that match so many of these."""
    if needed >= len(queries):
        return every(queries)
    return Q("bool", should=list(queries), minimum_should_match=needed)


def worth(query: Query, score: float) -> Query:
    return Q("constant_score", filter=query, boost=score)


def matching(plan: QueryPlan, needed: int) -> Query:
    """Which listings the words find, without a thought for their order."""
    return at_least(needed, [match(slot) for slot in plan.slots])


def match(node: Node) -> Query:
    match node:
        case Word():
            return Q("terms", all=terms_of(node))
        case AllOf(parts):
            return every([match(part) for part in parts])
        case AnyOf(choices):
            return some([match(choice) for choice, _ in choices])


def ranked(plan: QueryPlan, needed: int, lang: str, factor: float) -> Query:
    """The same listings, scored: title before names before text, words that stand together, the whole title first.

    `factor` is what a word's own weight is multiplied by.
    """
    core = at_least(needed, [score(slot, lang, factor) for slot in plan.slots])
    return Q("bool", must=[core], should=list(bonuses(plan, factor)))


def score(node: Node, lang: str, boost: float) -> Query:
    match node:
        case Word():
            return score_word(node, lang, boost)
        case AllOf(parts):
            return every([score(part, lang, boost) for part in parts])
        case AnyOf(choices):
            queries = [score(choice, lang, boost * value) for choice, value in choices]
            return Q("dis_max", queries=queries, tie_breaker=TIE)


def score_word(word: Word, lang: str, boost: float) -> Query:
    found: list[Query] = []
    for language, stem in zip(LANGUAGES, (word.es, word.en), strict=True):
        if stem:
            own = boost if language == lang else boost * OTHER_LANGUAGE
            found += [term(f"{name}_{language}", stem, weight * own) for name, weight in WEIGHTS]
    return Q("dis_max", queries=found, tie_breaker=TIE)


def bonuses(plan: QueryPlan, factor: float) -> Iterator[Query]:
    yield from (worth(term("kind", kind), value) for kind, value in KIND_WORTH.items())
    for lang, stems in plan.phrase.items():
        if not stems:
            continue
        whole, begins, named = (f"{lang}{mark}" for mark in EXACT)
        yield worth(term("exact", whole + " ".join(stems)), WHOLE_TITLE)
        yield worth(term("exact", begins + stems[0]), TITLE_BEGINS)
        yield worth(term("exact", named + " ".join(stems)), WHOLE_KEYWORD)
        if len(stems) > 1:
            for field, slop, weight in ((f"title_{lang}", 1, TITLE_PHRASE), (f"text_{lang}", 2, TEXT_PHRASE)):
                phrase = {"query": " ".join(stems), "slop": slop, "boost": weight * factor}
                yield Q("match_phrase", **{field: phrase})


def choices(query: SearchQuery) -> dict[str, Query]:
    """A filter for each facet that has a choice; of several values any will do."""
    return {name: Q("terms", **{name: list(values)}) for name, values in query.chosen().items()}


def price_between(least: int | None, most: int | None) -> list[Query]:
    limits = {name: value for name, value in (("gte", least), ("lte", most)) if value is not None}
    return [Q("range", price=limits)] if limits else []
