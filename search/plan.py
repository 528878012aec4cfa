"""From what someone typed to what has to be matched, before any engine's own query language.

A plan is a row of slots, one for each idea in the query; a slot is a small tree of stems. How many slots must match
(`QueryPlan.needed`) is lowered by the engine while nothing at all is found, so that one odd word kills no query.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from .analysis import CHATTER, STOP, analyze, compose, stem_en, stem_es, words
from .synonyms import Thesaurus, active

MOST_WORDS = 12
SYNONYM, COMPLETION = 0.5, 0.5
"""What a match by another word, or by the beginning of a word, is worth beside the word itself."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word by its stem in each language; either matches. Without a stem, not in that language."""

    es: str
    en: str


@dataclass(frozen=True, slots=True)
class AllOf:
    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """The best of several ways to match, each with its worth, 1 at most."""

    choices: tuple[tuple["Node", float], ...]


Node = Word | AllOf | AnyOf


@dataclass(frozen=True, slots=True)
class Suggested:
    """A word of the index that may be what was meant, as it is written there, and its worth."""

    word: str
    worth: float
    frequency: int = 0


class Lexicon(Protocol):
    """What an engine must know about its words for a plan to be made."""

    def knows(self, word: Word) -> bool: ...
    def corrections(self, word: str) -> Sequence[Suggested]: ...
    def completions(self, word: str) -> Sequence[Suggested]: ...


@dataclass(frozen=True, slots=True)
class QueryPlan:
    slots: tuple[Node, ...]
    phrase: dict[str, tuple[str, ...]]
    """The stems in their order, by language, for what stands together or is the whole title."""
    corrected: str | None = None
    """The query with its misspelt words put right, when there were any."""


def word_of(folded: str) -> Word:
    return Word(stem_es(folded), stem_en(folded))


def content_words(text: str) -> list[tuple[str, int, int]]:
    """The words of a query that say what is sought, folded, with their places; all of them if none does."""
    found = list(words(text))
    telling = [item for item in found if item[0] not in STOP["es"] and item[0] not in STOP["en"]]
    sought = [item for item in telling if item[0] not in CHATTER]
    return (sought or telling or found)[:MOST_WORDS]


def make_plan(text: str, lexicon: Lexicon, thesaurus: Thesaurus | None = None) -> QueryPlan | None:
    """The plan for a query, or None when none of its words leads anywhere."""
    thesaurus = thesaurus or active()
    text = compose(text)
    found = content_words(text)
    spoken = [folded for folded, _, _ in found]
    reading: list[tuple[str, Node]] = []
    fixes: list[tuple[int, int, str]] = []
    for at, (folded, start, end) in enumerate(found):
        word = word_of(folded)
        if lexicon.knows(word) or has_synonyms(spoken, at, lexicon, thesaurus):
            reading.append((folded, word))
            continue
        corrections, completions = lexicon.corrections(folded), lexicon.completions(folded)
        if corrections and not completions:
            fixes.append((start, end, corrections[0].word))
            folded = next(words(corrections[0].word))[0]
        node = any_of([(written(guess.word), guess.worth) for guess in (*corrections, *completions)])
        if node:
            reading.append((folded, node))
    slots = tuple(join(reading, lexicon, thesaurus))
    if not slots:
        return None
    corrected = replace(text, fixes) if fixes else None
    phrase = {lang: tuple(analyze(corrected or text, lang)) for lang in ("es", "en")}
    return QueryPlan(slots, phrase, corrected)


def words_to_know(text: str, thesaurus: Thesaurus) -> set[Word]:
    """The words a plan for this query will ask a lexicon about if none is misspelt: its own and their synonyms."""
    spoken = [folded for folded, _, _ in content_words(compose(text))]
    found = {word_of(folded) for folded in spoken}
    for length in range(1, thesaurus.longest + 1):
        for start in range(len(spoken) - length + 1):
            run = spoken[start : start + length]
            found.update(word for node in other_phrases(run, thesaurus) for word in leaves(node))
    return found


def has_synonyms(folded: Sequence[str], at: int, lexicon: Lexicon, thesaurus: Thesaurus) -> bool:
    """Whether the word, alone or with its neighbours, means something the index has other words for."""
    runs = (
        folded[start : start + length]
        for length in range(1, thesaurus.longest + 1)
        for start in range(max(0, at - length + 1), at + 1)
        if start + length <= len(folded)
    )
    return any(alternatives(run, lexicon, thesaurus) for run in runs)


def join(reading: list[tuple[str, Node]], lexicon: Lexicon, thesaurus: Thesaurus) -> list[Node]:
    """Slots: the longest runs of words that have synonyms together are one idea, every other word is its own."""
    slots: list[Node] = []
    at = 0
    while at < len(reading):
        for length in range(min(thesaurus.longest, len(reading) - at), 0, -1):
            run = reading[at : at + length]
            others = alternatives([folded for folded, _ in run], lexicon, thesaurus)
            if length > 1 and not others:
                continue
            own = (
                run[0][1]
                if length == 1
                else AllOf(tuple(slot for pair in run for slot in join([pair], lexicon, thesaurus)))
            )
            said = set(leaves(own))
            # `queso caprino` adds nothing to `queso de cabra` once each word brings its own synonyms.
            fresh = [other for other in others if not said.issuperset(leaves(other))]
            choice = any_of([(own, 1.0), *((other, SYNONYM) for other in fresh)])
            if choice:
                slots.append(choice)
            at += length
            break
    return slots


def alternatives(folded: Sequence[str], lexicon: Lexicon, thesaurus: Thesaurus) -> list[Node]:
    """Other phrases for a run of words, those the index could match."""
    return [node for node in other_phrases(folded, thesaurus) if all(lexicon.knows(word) for word in leaves(node))]


def other_phrases(folded: Sequence[str], thesaurus: Thesaurus) -> Iterator[Node]:
    phrases = {
        **dict.fromkeys(thesaurus.synonyms("es", tuple(stem_es(word) for word in folded))),
        **dict.fromkeys(thesaurus.synonyms("en", tuple(stem_en(word) for word in folded))),
    }
    return (in_one_language(phrase, lang) for lang, phrase in phrases)


def in_one_language(phrase: str, lang: str) -> Node:
    """A phrase of the table of synonyms."""
    stems = analyze(phrase, lang)
    return together([Word(stem, "") if lang == "es" else Word("", stem) for stem in stems])


def written(word: str) -> Node:
    """A word as the index has it, of whichever language."""
    return together([word_of(folded) for folded, _, _ in words(word)])


def together(parts: Sequence[Node]) -> Node:
    return parts[0] if len(parts) == 1 else AllOf(tuple(parts))


def any_of(choices: Sequence[tuple[Node | None, float]]) -> Node | None:
    """One node for the choices that exist; the first worth of a repeated one counts."""
    kept: dict[Node, float] = {}
    for node, worth in choices:
        if node is not None:
            kept.setdefault(node, worth)
    if len(kept) == 1 and 1.0 in kept.values():
        return next(iter(kept))
    return AnyOf(tuple(kept.items())) if kept else None


def leaves(node: Node) -> list[Word]:
    """Every word in a node."""
    match node:
        case Word():
            return [node]
        case AllOf(parts):
            return [word for part in parts for word in leaves(part)]
        case AnyOf(choices):
            return [word for choice, _ in choices for word in leaves(choice)]


def replace(text: str, fixes: list[tuple[int, int, str]]) -> str:
    """The text with some stretches of it replaced."""
    for start, end, word in reversed(fixes):
        text = text[:start] + word + text[end:]
    return text
