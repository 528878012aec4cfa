"""A query plan and a search's filters in the index's own query language."""

from collections.abc import Iterable, Sequence

import tantivy
from tantivy import FieldType, Occur, Query

from search.documents import LANGUAGES
from search.engines.entry import EXACT, as_term, terms_of
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

from .schema import SCHEMA

NOTHING = 0.0


def term(field: str, value: object) -> Query:
    return Query.term_query(SCHEMA, field, value)


def some(queries: Sequence[Query]) -> Query:
    return queries[0] if len(queries) == 1 else Query.boolean_query([(Occur.Should, query) for query in queries])


def every(queries: Sequence[Query]) -> Query:
    return queries[0] if len(queries) == 1 else Query.boolean_query([(Occur.Must, query) for query in queries])


def at_least(needed: int, queries: Sequence[Query]) -> Query:
    """Listings that match so many of these."""
    if needed >= len(queries):
        return every(queries)
    return Query.boolean_query([(Occur.Should, query) for query in queries], minimum_number_should_match=needed)


def matching(plan: QueryPlan, needed: int) -> Query:
    """Which listings the words find, without a thought for their order."""
    return at_least(needed, [match(slot) for slot in plan.slots])


def match(node: Node) -> Query:
    match node:
        case Word():
            return some([term("all", found) for found in terms_of(node)])
        case AllOf(parts):
            return every([match(part) for part in parts])
        case AnyOf(choices):
            return some([match(choice) for choice, _ in choices])


def ranked(plan: QueryPlan, needed: int, lang: str, searcher: tantivy.Searcher) -> Query:
    """The same listings, scored: title before names before text, words that stand together, the whole title first."""
    core = at_least(needed, [score(slot, lang, searcher) for slot in plan.slots])
    return Query.boolean_query([(Occur.Must, core), *((Occur.Should, bonus) for bonus in bonuses(plan))])


def score(node: Node, lang: str, searcher: tantivy.Searcher) -> Query:
    match node:
        case Word():
            return score_word(node, lang, searcher)
        case AllOf(parts):
            return every([score(part, lang, searcher) for part in parts])
        case AnyOf(choices):
            return Query.disjunction_max_query(
                [Query.boost_query(score(choice, lang, searcher), worth) for choice, worth in choices], TIE
            )


def score_word(word: Word, lang: str, searcher: tantivy.Searcher) -> Query:
    found: list[Query] = []
    for language, stem in zip(LANGUAGES, (word.es, word.en), strict=True):
        if not stem or not searcher.doc_freq("all", as_term(stem, language)):
            continue
        own = 1.0 if language == lang else OTHER_LANGUAGE
        found += [Query.boost_query(term(f"{name}_{language}", stem), weight * own) for name, weight in WEIGHTS]
    return Query.disjunction_max_query(found, TIE) if found else Query.empty_query()


def bonuses(plan: QueryPlan) -> Iterable[Query]:
    yield from (Query.const_score_query(term("kind", kind), worth) for kind, worth in KIND_WORTH.items())
    for lang, stems in plan.phrase.items():
        if not stems:
            continue
        whole, begins, named = (f"{lang}{mark}" for mark in EXACT)
        yield Query.const_score_query(term("exact", whole + " ".join(stems)), WHOLE_TITLE)
        yield Query.const_score_query(term("exact", begins + stems[0]), TITLE_BEGINS)
        yield Query.const_score_query(term("exact", named + " ".join(stems)), WHOLE_KEYWORD)
        if len(stems) > 1:
            for field, slop, weight in ((f"title_{lang}", 1, TITLE_PHRASE), (f"text_{lang}", 2, TEXT_PHRASE)):
                phrase = Query.phrase_query(SCHEMA, field, list(stems), slop)
                yield Query.boost_query(phrase, weight)


def choices(query: SearchQuery) -> dict[str, Query]:
    """A filter for each facet that has a choice; of several values any will do."""
    return {
        name: some([term(name, int(value) if name == "month" else value) for value in values])
        for name, values in query.chosen().items()
    }


def price_between(least: int | None, most: int | None) -> Query | None:
    if least is None and most is None:
        return None
    return Query.range_query(SCHEMA, "price", FieldType.Integer, least, most)


def silent(query: Query) -> tuple[Occur, Query]:
    """A condition that adds nothing to the score."""
    return Occur.Must, Query.const_score_query(query, NOTHING)
