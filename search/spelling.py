"""Which words of the index may be meant by one that is not in it: by sound, by few edits, or by how it begins."""

from collections.abc import Iterable
from threading import Lock

import tantivy

from .analysis import fold, sound, stem_es, typos_forgiven, within
from .plan import COMPLETION, Suggested

CANDIDATES = 60
BY_SOUND, BY_EDITS = 0.8, {1: 0.8, 2: 0.6}
AS_A_WHOLE, BY_STEM = 0.25, 0.5
"""How far a word is that sounds the same, in edits: the whole of it, or no more than its stem."""


class Speller:
    """An index of words in memory. Adding is safe while others ask."""

    def __init__(self) -> None:
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("word", tokenizer_name="raw", index_option="basic")
        builder.add_text_field("sound", tokenizer_name="raw", index_option="basic")
        builder.add_unsigned_field("place", fast=True)
        self.schema = builder.build()
        self.index = tantivy.Index(self.schema)
        self.index.config_reader("manual")
        self.places: dict[str, int] = {}
        self.entries: list[tuple[str, str, int]] = []
        self.lock = Lock()

    def learn(self, vocabulary: Iterable[tuple[str, int]]) -> None:
        """Take in the words of an index, as written, with the number of listings each is in."""
        best: dict[str, tuple[str, int]] = {}
        for written, frequency in vocabulary:
            folded = fold(written)
            known = best.get(folded)
            best[folded] = (
                (written, frequency)
                if not known
                else (max(known, (written, frequency), key=by_use)[0], known[1] + frequency)
            )
        with self.lock:
            fresh = [item for item in best.items() if item[0] not in self.places]
            for folded, (written, frequency) in best.items():
                if folded in self.places:
                    self.entries[self.places[folded]] = (folded, written, frequency)
            if fresh:
                self.add(sorted(fresh, key=lambda item: -item[1][1]))

    def add(self, fresh: list[tuple[str, tuple[str, int]]]) -> None:
        writer = self.index.writer(15_000_000, 1)
        for folded, (written, frequency) in fresh:
            place = len(self.entries)
            self.entries.append((folded, written, frequency))
            self.places[folded] = place
            document = tantivy.Document()
            document.add_text("word", folded)
            for heard in sounds(folded):
                document.add_text("sound", heard)
            document.add_unsigned("place", place)
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()
        self.index.reload()

    def frequency(self, folded: str) -> int:
        place = self.places.get(folded)
        return self.entries[place][2] if place is not None else 0

    def corrections(self, folded: str, most: int = 3) -> list[Suggested]:
        """The words nearest to this one, all equally near, the most used first; none for a word of under 4 letters."""
        allowed = typos_forgiven(folded)
        if not allowed:
            return []
        heard = sounds(folded)
        near = tantivy.Query.fuzzy_term_query(self.schema, "word", folded, allowed, True)
        alike = tantivy.Query.term_set_query(self.schema, "sound", sorted(heard))
        ranked: list[tuple[float, int, Suggested]] = []
        for word, written, frequency in self.find(near) + self.find(alike):
            same = not heard.isdisjoint(sounds(word))
            edits = within(folded, word, allowed)
            if word == folded or (edits is None and not same):
                continue
            worth = BY_SOUND if same else BY_EDITS[edits or 1]
            distance = (AS_A_WHOLE if sound(word) == sound(folded) else BY_STEM) if same else float(edits or 1)
            ranked.append((distance, -frequency, Suggested(written, worth, frequency)))
        ranked.sort(key=lambda item: (item[0], item[1], item[2].word))
        best = dict.fromkeys(found for distance, _, found in ranked if distance == ranked[0][0])
        return list(best)[:most]

    def completions(self, folded: str, most: int = 8) -> list[Suggested]:
        """The words that begin like this one, the most used first; none for fewer than 3 letters."""
        if len(folded) < 3:
            return []
        found = [
            term for term, _ in self.index.searcher().terms_with_prefix("word", folded, limit=400) if term != folded
        ]
        entries = sorted((self.entries[self.places[term]] for term in found), key=lambda entry: -entry[2])
        return [Suggested(written, COMPLETION, frequency) for _, written, frequency in entries[:most]]

    def find(self, query: tantivy.Query) -> list[tuple[str, str, int]]:
        searcher = self.index.searcher()
        addresses = [address for _, address in searcher.search(query, CANDIDATES, count=False).hits]
        return [self.entries[int(place or 0)] for place in searcher.fast_field_values("place", addresses)]


def sounds(folded: str) -> set[str]:
    """How a word and its stem sound; both, since the stem of a misspelt word may be cut elsewhere (`keso`, `queso`)."""
    return {sound(folded), sound(stem_es(folded))}


def by_use(entry: tuple[str, int]) -> tuple[int, str]:
    return entry[1], entry[0]
