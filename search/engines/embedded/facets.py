"""Counting: the exact total, and each facet as if nothing were chosen of it.

One pass over the listings counts every facet without a choice, and the total; each facet with one needs a pass of its
own, under the other choices only. What a listing has several of (categories, seals, months) is indexed once more as one
value, the whole set: a pass then reads one number a listing, and the few distinct sets are taken apart here.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import tantivy
from tantivy import Query

from search.engines.counts import Counts, facet
from search.results import FACETS

from .translate import every

MOST_SETS = 50_000


def months_in(mask: Any) -> Iterable[str]:
    return (str(month + 1) for month in range(12) if int(mask) >> month & 1)


def one(value: Any) -> Iterable[str]:
    return (str(value),)


def each(value: Any) -> Iterable[str]:
    return str(value).split()


COLUMNS: dict[str, tuple[str, Callable[[Any], Iterable[str]]]] = {
    "kind": ("kind", one),
    "territory": ("territory", one),
    "category": ("category_set", each),
    "seal": ("seal_set", each),
    "month": ("months", months_in),
}


def count(
    searcher: tantivy.Searcher,
    always: list[Query],
    choices: Mapping[str, Query],
    chosen: Mapping[str, tuple[str, ...]],
) -> Counts:
    """`always` and `choices` are the conditions, the latter by facet; `chosen` the values behind them."""
    kinds, *_ = sums = tally(searcher, [*always, *choices.values()], ("kind", *(n for n in FACETS if n not in choices)))
    found = dict(zip([name for name in FACETS if name not in choices], sums[1:], strict=True))
    for name in choices:
        others = [query for other, query in choices.items() if other != name]
        (found[name],) = tally(searcher, [*always, *others], (name,))
    return Counts(kinds.total(), {name: facet(name, found[name], chosen.get(name, ())) for name in FACETS})


def tally(searcher: tantivy.Searcher, conditions: list[Query], facets: tuple[str, ...]) -> list[Counter[str]]:
    """How many listings under the conditions have each value of each facet."""
    query = every(conditions) if conditions else Query.all_query()
    wanted = {
        name: {"terms": {"field": COLUMNS[name][0], "size": MOST_SETS, "segment_size": MOST_SETS}} for name in facets
    }
    answer = searcher.aggregate(query, wanted)
    return [spread(answer[name]["buckets"], COLUMNS[name][1]) for name in facets]


def spread(buckets: Iterable[Mapping[str, Any]], values_of: Callable[[Any], Iterable[str]]) -> Counter[str]:
    counter: Counter[str] = Counter()
    for bucket in buckets:
        for value in values_of(bucket["key"]):
            counter[value] += bucket["doc_count"]
    return counter
