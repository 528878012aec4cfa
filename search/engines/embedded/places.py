"""Near a point or along a line, exactly: whole cells by their names, the listings at the edge measured one by one."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import numpy as np
import tantivy
from tantivy import Occur, Query

from search.engines.entry import ANYWHERE
from search.geo import Array, Point, cover, distance_to_line

from .schema import SCHEMA
from .store import Snapshot
from .translate import every, some, term

FIRST_KM, WIDER, WIDEST_KM = 4.0, 3.0, 20_100.0
MEASURED_AT_ONCE = 2000
"""So many listings are sooner measured than narrowed down."""
Distance = Callable[[Array, Array], Array]


def within(snapshot: Snapshot, line: Sequence[Point], km: float) -> Query:
    """The listings within `km` of a line (of one point or more)."""
    distance = partial(distance_to_line, line=line)
    return snapshot.recall(("within", tuple(line), km), lambda: ring(snapshot.searcher, distance, km))


def ring(searcher: tantivy.Searcher, distance: Distance, km: float) -> Query:
    inside, edge = cover(distance, km)
    parts: list[Query] = []
    if inside:
        parts.append(Query.term_set_query(SCHEMA, "cell", inside))
    if edge:
        addresses = addresses_of(searcher, Query.term_set_query(SCHEMA, "cell", edge))
        near = distances(searcher, addresses, distance) <= km
        uids = [uid for uid, is_near in zip(searcher.fast_field_values("uid", addresses), near, strict=True) if is_near]
        if uids:
            parts.append(Query.term_set_query(SCHEMA, "uid", uids))
    return some(parts) if parts else Query.empty_query()


def addresses_of(searcher: tantivy.Searcher, query: Query) -> list[tantivy.DocAddress]:
    return [address for _, address in searcher.search(query, max(searcher.num_docs, 1), count=False).hits]


def distances(searcher: tantivy.Searcher, addresses: list[tantivy.DocAddress], distance: Distance) -> Array:
    """Kilometres of each listing; NaN for one without a place."""
    lat, lon = (np.array(searcher.fast_field_values(name, addresses), dtype=np.float64) for name in ("lat", "lon"))
    return distance(lat, lon) if addresses else np.empty(0)


def nearest_first(
    snapshot: Snapshot, conditions: list[Query], line: Sequence[Point], most_km: float | None, last: int, total: int
) -> list[tantivy.DocAddress]:
    """The first `last` listings by distance, those without a place at the end; `total` meet all the conditions.

    `conditions` are those besides the distance, which is at most `most_km`. Widens a ring until enough are in it, so
    that only those are measured and sorted.
    """
    searcher, distance = snapshot.searcher, partial(distance_to_line, line=line)
    widest = WIDEST_KM if most_km is None else most_km
    km = min(FIRST_KM, widest) if total > MEASURED_AT_ONCE else widest
    while km < widest and how_many(searcher, [*conditions, within(snapshot, line, km)]) < last:
        km = min(km * WIDER, widest)
    located = within(snapshot, line, km) if km < WIDEST_KM else term("cell", ANYWHERE)
    addresses = addresses_of(searcher, every([*conditions, located]))
    away = distances(searcher, addresses, distance)
    uids = np.array(searcher.fast_field_values("uid", addresses), dtype=np.uint64)
    ordered = [addresses[place] for place in np.lexsort((uids, away))]
    if len(ordered) < last and most_km is None:
        nowhere = Query.boolean_query(
            [*((Occur.Must, condition) for condition in conditions or [Query.all_query()])]
            + [(Occur.MustNot, term("cell", ANYWHERE))]
        )
        ordered += [address for _, address in searcher.search(nowhere, last, count=False).hits]
    return ordered[:last]


def how_many(searcher: tantivy.Searcher, conditions: list[Query]) -> int:
    """The exact number of listings that meet all the conditions."""
    answer: Any = searcher.search(every(conditions), 1)  # its `count` is missing from the library's types
    counted: int = answer.count
    return counted
