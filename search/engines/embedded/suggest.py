"""Names that begin as someone types."""

from collections.abc import Sequence

from tantivy import Occur, Query

from search.analysis import compose, words
from search.documents import LANGUAGES
from search.engines.entry import EDGE, start_of
from search.engines.hits import names_in_order
from search.engines.weights import FROM_THE_START, LOOKED_AT, NAME_WORTH, OTHER_LANGUAGE
from search.results import Suggestion

from .hits import Held
from .store import Snapshot
from .translate import every, some, term


def by_name(snapshot: Snapshot, q: str, lang: str) -> list[Suggestion]:
    """Listings that have a word beginning with each word of `q` in their names, at most 8, each name once."""
    folded = tuple(word for word, _, _ in words(compose(q)))
    if not folded:
        return []
    # Everyone types the same first letters.
    return snapshot.recall(("names", folded, lang), lambda: found_by_name(snapshot, folded, lang))


def found_by_name(snapshot: Snapshot, folded: Sequence[str], lang: str) -> list[Suggestion]:
    query = Query.boolean_query(
        [(Occur.Must, some([beginning(folded, language, lang) for language in LANGUAGES]))]
        + [(Occur.Should, worth(term("kind", kind), value)) for kind, value in NAME_WORTH.items()]
    )
    found = snapshot.searcher.search(query, LOOKED_AT, count=False).hits
    return names_in_order([(score, Held(snapshot, address)) for score, address in found], lang)


def beginning(folded: Sequence[str], language: str, lang: str) -> Query:
    """Titles of one language with these beginnings, those that start with all of it first."""
    own = 1.0 if language == lang else OTHER_LANGUAGE
    edges = every([term(f"edge_{language}", word[:EDGE]) for word in folded])
    start = term(f"start_{language}", start_of(folded))
    return Query.boolean_query([(Occur.Must, worth(edges, own)), (Occur.Should, worth(start, FROM_THE_START * own))])


def worth(query: Query, score: float) -> Query:
    return Query.const_score_query(query, score)
