"""What the index knows of words, as a plan asks it."""

import time
from collections.abc import Sequence
from threading import Lock

from search.engines.entry import terms_of
from search.plan import Suggested, Word
from search.spelling import Speller

from .store import Snapshot, Stamp

REFRESH_SECONDS = 30.0


class Spelling:
    """A speller that follows the index: read when first needed, and again when the index moved, at most twice a minute.

    Only misspelling waits for that: a word written as it is indexed is known at once.
    """

    def __init__(self) -> None:
        self.speller = Speller()
        self.learned: Stamp | None = None
        self.at = 0.0
        self.lock = Lock()

    def following(self, snapshot: Snapshot) -> Speller:
        due = self.learned is None or self.learned[0] != snapshot.stamp[0]
        due = due or (self.learned != snapshot.stamp and time.monotonic() - self.at > REFRESH_SECONDS)
        if due:
            with self.lock:
                if self.learned != snapshot.stamp:
                    self.speller.learn(snapshot.searcher.terms_with_prefix("surface", ""))
                    self.learned, self.at = snapshot.stamp, time.monotonic()
        return self.speller


class SnapshotLexicon:
    def __init__(self, snapshot: Snapshot, spelling: Spelling) -> None:
        self.snapshot, self.spelling = snapshot, spelling

    def frequency(self, word: Word) -> int:
        """Listings that hold the word, in the language that has most."""
        searcher = self.snapshot.searcher
        return max(searcher.doc_freq("all", term) for term in terms_of(word))

    def knows(self, word: Word) -> bool:
        return self.frequency(word) > 0

    def corrections(self, word: str) -> Sequence[Suggested]:
        return [found for found in self.speller.corrections(word) if self.knows_written(found.word)]

    def completions(self, word: str) -> Sequence[Suggested]:
        return [found for found in self.speller.completions(word) if self.knows_written(found.word)]

    @property
    def speller(self) -> Speller:
        return self.spelling.following(self.snapshot)

    def knows_written(self, word: str) -> bool:
        """The speller keeps words whose last listing is gone; they lead nowhere."""
        return self.snapshot.searcher.doc_freq("surface", word) > 0
