"""What the cluster's index knows of words, as a plan asks it: in few requests, each for many words."""

import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from elasticsearch_dsl import A, Q, Search

from search.engines.entry import terms_of
from search.plan import Suggested, Word, word_of
from search.spelling import Speller

REFRESH_SECONDS = 60.0
PAGE = 10_000
Ask = Callable[[Search], dict[str, Any]]
"""Runs a search against the index that answers."""
Stamp = tuple[str, int]
"""A generation's name and how much was written to it."""


class Spelling:
    """A speller that follows the index: read anew when a rebuild replaced it, and once a minute when it was written to.

    Only misspelling waits for that: a word written as it is indexed is known at once.
    """

    def __init__(self) -> None:
        self.speller = Speller()
        self.learned: Stamp | None = None
        self.at = 0.0
        self.lock = threading.Lock()

    def following(self, stamp: Stamp, vocabulary: Callable[[], Iterable[tuple[str, int]]]) -> Speller:
        if self.is_due(stamp):
            with self.lock:
                if self.is_due(stamp):
                    self.speller.learn(vocabulary())
                    self.learned, self.at = stamp, time.monotonic()
        return self.speller

    def is_due(self, stamp: Stamp) -> bool:
        if self.learned is None or self.learned[0] != stamp[0]:
            return True
        return self.learned != stamp and time.monotonic() - self.at > REFRESH_SECONDS


class ClusterLexicon:
    """The words of the index for one query."""

    def __init__(self, ask: Ask, stamp: Callable[[], Stamp], spelling: Spelling, words: Iterable[Word]) -> None:
        """`words` are those that will be asked about; more may be."""
        self.ask, self.stamp, self.spelling = ask, stamp, spelling
        self.counted: dict[tuple[str, str], int] = {}
        self.count([("all", term) for word in words for term in terms_of(word)])

    def count(self, terms: Iterable[tuple[str, str]]) -> None:
        """In how many listings each term of each field is, for those not counted yet."""
        asked = [pair for pair in dict.fromkeys(terms) if pair not in self.counted]
        if not asked:
            return
        filters = {f"{field}:{term}": Q("term", **{field: term}) for field, term in asked}
        search = Search().extra(size=0, track_total_hits=False)
        search.aggs.bucket("words", A("filters", filters=filters))
        buckets = self.ask(search)["aggregations"]["words"]["buckets"]
        self.counted.update({pair: buckets[":".join(pair)]["doc_count"] for pair in asked})

    def frequency(self, word: Word) -> int:
        """Listings that hold the word, in the language that has most."""
        pairs = [("all", term) for term in terms_of(word)]
        self.count(pairs)
        return max(self.counted[pair] for pair in pairs)

    def knows(self, word: Word) -> bool:
        return self.frequency(word) > 0

    def corrections(self, word: str) -> Sequence[Suggested]:
        return self.still_written(self.speller.corrections(word))

    def completions(self, word: str) -> Sequence[Suggested]:
        return self.still_written(self.speller.completions(word))

    @property
    def speller(self) -> Speller:
        return self.spelling.following(self.stamp(), lambda: vocabulary(self.ask))

    def still_written(self, found: Sequence[Suggested]) -> list[Suggested]:
        """The speller keeps words whose last listing is gone; they lead nowhere."""
        pairs = [("surface", item.word) for item in found]
        self.count([*pairs, *(("all", term) for item in found for term in terms_of(word_of(item.word)))])
        return [item for item, pair in zip(found, pairs, strict=True) if self.counted[pair]]


def vocabulary(ask: Ask) -> Iterator[tuple[str, int]]:
    """Every word of the index as it is written, with the number of listings it is in."""
    after: dict[str, Any] = {}
    while True:
        search = Search().extra(size=0, track_total_hits=False)
        words = A("composite", sources=[{"word": {"terms": {"field": "surface"}}}], size=PAGE, **after)
        search.aggs.bucket("words", words)
        found = ask(search)["aggregations"]["words"]
        for bucket in found["buckets"]:
            yield bucket["key"]["word"], bucket["doc_count"]
        if len(found["buckets"]) < PAGE:
            return
        after = {"after": found["after_key"]}
