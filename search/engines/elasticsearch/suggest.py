"""Names that begin as someone types, on the cluster."""

from collections.abc import Sequence

from elasticsearch_dsl import Q, Search
from elasticsearch_dsl.query import Query

from search.documents import LANGUAGES
from search.engines.entry import EDGE, start_of
from search.engines.weights import FROM_THE_START, LOOKED_AT, NAME_WORTH, OTHER_LANGUAGE

from .rows import SHOWN
from .translate import every, some, term, worth


def named(folded: Sequence[str], lang: str) -> Search:
    """Listings that have a word beginning with each of these in their names, the likeliest first."""
    beginnings = [beginning(folded, language, lang) for language in LANGUAGES]
    kinds = [worth(term("kind", kind), value) for kind, value in NAME_WORTH.items()]
    search: Search = Search().query(Q("bool", must=[some(beginnings)], should=kinds))
    return search.sort("_score", "uid").source(SHOWN).extra(size=LOOKED_AT, track_total_hits=False)


def beginning(folded: Sequence[str], language: str, lang: str) -> Query:
    """Titles of one language with these beginnings, those that start with all of it first."""
    own = 1.0 if language == lang else OTHER_LANGUAGE
    edges = every([term(f"edge_{language}", word[:EDGE]) for word in folded])
    start = term(f"start_{language}", start_of(folded))
    return Q("bool", must=[worth(edges, own)], should=[worth(start, FROM_THE_START * own)])
