"""Counting on the cluster: each facet under the choices made of the others, in the search's own request.

The choices themselves are a post filter: they narrow the page and the total, after everything was counted.
"""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from elasticsearch_dsl import A, Search
from elasticsearch_dsl.query import Query

from search.engines.counts import Counts, facet
from search.results import FACETS

MOST_VALUES = 5000


def ask_counts(search: Search, choices: Mapping[str, Query]) -> None:
    """Add the aggregations, and the choices as a post filter."""
    for name in FACETS:
        values = A("terms", field=name, size=MOST_VALUES)
        others = [query for other, query in choices.items() if other != name]
        if others:
            search.aggs.bucket(name, A("filter", bool={"filter": others})).bucket("values", values)
        else:
            search.aggs.bucket(name, values)


def read_counts(answer: Mapping[str, Any], chosen: Mapping[str, tuple[str, ...]]) -> Counts:
    facets = {}
    for name in FACETS:
        found = answer["aggregations"][name]
        counter = Counter({bucket["key"]: bucket["doc_count"] for bucket in found.get("values", found)["buckets"]})
        facets[name] = facet(name, counter, chosen.get(name, ()))
    return Counts(answer["hits"]["total"]["value"], facets)
