"""The words of a query against one index: what to match, how strictly, and what may have been meant."""

from dataclasses import dataclass
from typing import Protocol

from search.documents import LANGUAGES
from search.plan import Lexicon, QueryPlan, Word, content_words, replace, word_of

from .hits import Stems
from .weights import FAR_MORE_USED, stems_of


class CountingLexicon(Lexicon, Protocol):
    def frequency(self, word: Word) -> int:
        """Listings that hold the word, in the language that has most."""
        ...


@dataclass(frozen=True, slots=True)
class Understood:
    plan: QueryPlan
    needed: int
    did_you_mean: str | None

    @property
    def stems(self) -> Stems:
        return {lang: stems_of(self.plan, lang) for lang in LANGUAGES}


def commoner(q: str, lexicon: CountingLexicon) -> str | None:
    """The query with a word that hardly any listing has replaced by a like one that very many have."""
    fixes: list[tuple[int, int, str]] = []
    for folded, start, end in content_words(q):
        used = lexicon.frequency(word_of(folded))
        better = [found for found in lexicon.corrections(folded) if found.frequency >= FAR_MORE_USED * max(used, 1)]
        if better:
            fixes.append((start, end, better[0].word))
    return replace(q, fixes) if fixes else None
