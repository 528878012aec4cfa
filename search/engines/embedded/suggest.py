"""Names that begin as someone types."""

from collections.abc import Sequence

from tantivy import Occur, Query

from search.analysis import compose, words
from search.documents import LANGUAGES
from search.results import Suggestion

from .hits import Kept
from .schema import EDGE, start_of
from .store import Snapshot
from .translate import OTHER_LANGUAGE, every, some, term

MOST, LOOKED_AT = 8, 40
FROM_THE_START = 3.0
KIND_WORTH = {"territory": 1.0, "circuit": 0.8, "product": 0.7, "network": 0.5, "producer": 0.4}
"""Between names that begin alike, the wider thing first."""


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
        + [(Occur.Should, worth(term("kind", kind), value)) for kind, value in KIND_WORTH.items()]
    )
    found: list[tuple[float, int, Suggestion]] = []
    for score, address in snapshot.searcher.search(query, LOOKED_AT, count=False).hits:
        kept = Kept(snapshot, address)
        text, facts = kept.told(lang)[0], kept.facts
        suggestion = Suggestion(text, facts["kind"], facts["url"], facts["id"], facts["card"])
        found.append((-round(score, 3), len(text), suggestion))
    found.sort(key=lambda item: (item[0], item[1], item[2].text))
    return list({(item.text, item.kind): item for _, _, item in reversed(found)}.values())[::-1][:MOST]


def beginning(folded: Sequence[str], language: str, lang: str) -> Query:
    """Titles of one language with these beginnings, those that start with all of it first."""
    own = 1.0 if language == lang else OTHER_LANGUAGE
    edges = every([term(f"edge_{language}", word[:EDGE]) for word in folded])
    start = term(f"start_{language}", start_of(folded))
    return Query.boolean_query([(Occur.Must, worth(edges, own)), (Occur.Should, worth(start, FROM_THE_START * own))])


def worth(query: Query, score: float) -> Query:
    return Query.const_score_query(query, score)
