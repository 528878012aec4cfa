"""Choices, facets, order and pages, checked against counting by hand."""

import math
import random
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search.geo import distance_to_line
from search.kinds import KINDS
from search.query import SearchQuery
from search.results import FACETS
from tests._engines import EVERY
from tests.search.listings import listing

ENGINES = EVERY

TERRITORIES = ("limari", "chiloe", "huasco")
CATEGORIES = (("lacteos", "quesos"), ("lacteos", "leches"), ("vinos",), ())
SEALS = (("manos",), ("sipam", "manos"), ())
NOUNS = ("Queso", "Vino", "Ajo", "Miel")
FIELDS = {"kind": "kinds", "territory": "territories", "category": "categories", "seal": "seals"}


def corpus():
    chance = random.Random(3)
    return [
        listing(
            number,
            " ".join(chance.sample(NOUNS, 2)),
            kind=chance.choice(KINDS),
            territory=chance.choice((*TERRITORIES, None)),
            categories=chance.choice(CATEGORIES),
            seals=chance.choice(SEALS),
            months=chance.choice((0, 0b111, 0b100000000001, 4095)),
            price=chance.choice((None, 1000, 2500, 9000)),
            lat=place[0],
            lon=place[1],
            created=chance.randrange(50),
        )
        for number in range(1, 301)
        for place in [chance.choice(((None, None), (-30 - chance.random() * 12, -71 - chance.random())))]
    ]


@pytest.fixture(scope="module")
def filled(open_engine):
    engine = open_engine()
    engine.rebuild(corpus())
    return engine


def subsets(values):
    return st.lists(st.sampled_from(values), max_size=2, unique=True).map(tuple)


QUERIES = st.builds(
    SearchQuery,
    q=st.sampled_from(("", "queso", "vinos", "queso miel", "ajo xyzzyq", "kueso")),
    kinds=subsets(KINDS),
    territories=subsets(TERRITORIES),
    categories=subsets(("lacteos", "quesos", "vinos")),
    seals=subsets(("manos", "sipam")),
    month=st.none() | st.integers(1, 12),
    price_max=st.sampled_from((None, 1000, 5000)),
    sort=st.sampled_from(("relevance", "price", "-price", "newest")),
)
EXAMPLES = {"embedded": 60, "opensearch": 12, "elasticsearch": 12}


def always(engine_name, **given_by):
    """Run the function that follows with many values, fewer where each search goes over the wire."""
    thorough = settings(max_examples=EXAMPLES[engine_name], deadline=None, suppress_health_check=list(HealthCheck))
    return lambda holds: thorough(given(**given_by)(holds))()


def test_a_facets_count_is_the_total_when_it_is_chosen(filled, engine_name):
    @always(engine_name, query=QUERIES, name=st.sampled_from(FACETS))
    def holds(query, name):
        for value in filled.search(query, "es").facets[name].values:
            choice = {"month": int(value.value)} if name == "month" else {FIELDS[name]: (value.value,)}
            changed = SearchQuery(**{**as_dict(query), **choice})
            assert filled.search(changed, "es").total == value.count


def test_pages_are_disjoint_and_complete(filled, engine_name):
    @always(engine_name, query=QUERIES, size=st.integers(3, 40))
    def holds(query, size):
        total = filled.search(query, "es").total
        seen = []
        for page in range(1, -(-total // size) + 2):
            on_page = SearchQuery(**{**as_dict(query), "page": page, "page_size": size})
            seen += [hit.key for hit in filled.search(on_page, "es").hits]
        assert len(seen) == len(set(seen)) == total


def test_the_filters_let_through_what_they_say(filled, engine_name):
    @always(engine_name, query=QUERIES.filter(lambda query: not query.q))
    def holds(query):
        expected = {document.key for document in corpus() if passes(document, query)}
        found = filled.search(SearchQuery(**{**as_dict(query), "page_size": 300}), "es")
        assert {hit.key for hit in found.hits} == expected
        assert found.total == len(expected)


def passes(document, query):
    return (
        (not query.kinds or document.kind in query.kinds)
        and (not query.territories or document.territory in query.territories)
        and (not query.categories or bool({*query.categories} & {*document.categories}))
        and (not query.seals or bool({*query.seals} & {*document.seals}))
        and (query.month is None or bool(document.months >> query.month - 1 & 1))
        and (query.price_max is None or (document.price is not None and document.price <= query.price_max))
    )


def as_dict(query):
    return {name: getattr(query, name) for name in query.__dataclass_fields__}


def far(point, document):
    (lat1, lon1), (lat2, lon2) = ((math.radians(a), math.radians(b)) for a, b in (point, (document.lat, document.lon)))
    half = math.sin((lat1 - lat2) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon1 - lon2) / 2) ** 2
    return 2 * 6371.0088 * math.asin(math.sqrt(half))


def test_near_finds_exactly_what_is_near_nearest_first(filled, engine_name):
    kilometres = st.sampled_from((0.5, 5.0, 40.0, 300.0, 2000.0))

    @always(engine_name, lat=st.floats(-43, -29), lon=st.floats(-73, -70), km=kilometres, size=st.integers(1, 30))
    def holds(lat, lon, km, size):
        expected = sorted(d for document in corpus() if document.lat and (d := far((lat, lon), document)) <= km)
        found, page = [], 1
        while len(found) < len(expected):
            query = SearchQuery(near=(lat, lon), within_km=km, sort="distance", page=page, page_size=size)
            answer = filled.search(query, "es")
            assert answer.total == len(expected)
            assert answer.hits
            found += [hit.distance_km for hit in answer.hits]
            page += 1
        assert found == pytest.approx(expected, abs=0.002)


def test_along_a_line_finds_exactly_what_is_near_it_nearest_first(filled, engine_name):
    kilometres = st.sampled_from((0.5, 8.0, 25.0, 90.0))
    places = st.tuples(st.floats(-42, -30), st.floats(-72, -71))

    @always(engine_name, line=st.lists(places, min_size=2, max_size=4).map(tuple), km=kilometres)
    def holds(line, km):
        located = [document for document in corpus() if document.lat]
        away = distance_to_line(*(np.array([getattr(d, axis) for d in located]) for axis in ("lat", "lon")), line)
        expected = sorted(float(each) for each in away if each <= km)
        query = SearchQuery(along="ruta", line=line, within_km=km, sort="distance", page_size=100)
        answer = filled.search(query, "es")
        assert answer.total == len(expected)
        assert [hit.distance_km for hit in answer.hits] == pytest.approx(expected[:100], abs=0.002)


def test_by_distance_what_has_no_place_comes_last_and_nothing_twice(filled):
    hits = [
        hit
        for page in range(1, 5)
        for hit in filled.search(SearchQuery(near=(-33.0, -71.0), sort="distance", page=page, page_size=100), "es").hits
    ]
    away = [hit.distance_km for hit in hits]
    assert len({hit.key for hit in hits}) == 300
    assert away == sorted(away, key=lambda km: (km is None, km))
    assert None in away


def test_along_a_line_counts_its_legs_not_only_its_stops(indexed):
    engine = indexed(
        listing(1, "En el camino", lat=-33.5, lon=-71.0),
        listing(2, "En una parada", lat=-33.0, lon=-71.0),
        listing(3, "Lejos", lat=-33.5, lon=-72.0),
    )
    query = SearchQuery(along="ruta", line=((-33.0, -71.0), (-34.0, -71.0)), within_km=3, sort="distance")
    assert {hit.title for hit in engine.search(query, "es").hits} == {"En el camino", "En una parada"}


@pytest.mark.parametrize(("sort", "back"), [("price", False), ("-price", True)])
def test_by_price_what_has_none_comes_last(filled, sort, back):
    hits = [
        hit for page in (1, 2, 3) for hit in filled.search(SearchQuery(sort=sort, page=page, page_size=100), "es").hits
    ]
    prices = [hit.price for hit in hits]
    known = [price for price in prices if price is not None]
    assert known == sorted(known, reverse=back)
    assert prices[: len(known)] == known
    assert len(known) < len(prices)


def test_newest_first(filled):
    created = {document.key: document.created for document in corpus()}
    order = [created[hit.key] for hit in filled.search(SearchQuery(sort="newest", page_size=100), "es").hits]
    assert all(one >= other for one, other in pairwise(order))


def test_a_chosen_value_is_listed_even_when_nothing_is_left_of_it(filled):
    facet = filled.search(SearchQuery(q="queso", territories=("nowhere",)), "es").facets["territory"]
    assert [(item.count, item.chosen) for item in facet.values if item.value == "nowhere"] == [(0, True)]


def test_months_are_in_the_order_of_the_year(filled):
    values = [int(item.value) for item in filled.search(SearchQuery(), "es").facets["month"].values]
    assert values == list(range(1, 13))
