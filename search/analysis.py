"""Words as every engine of ours sees them: folded, without the words that say nothing, and stemmed.

Both sides, index and query, go through here, so an engine needs no analyser of its own. The stemmers are light and
our own: those that engines bring leave short Spanish plurals alone (`ajos` would not meet `ajo`).
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

WORD = re.compile(r"[^\W_]+")
LONGEST_WORD = 40

STOP = {
    "es": frozenset(
        "a al ante bajo como con cual de del desde e el ella ellas ellos en entre es esa ese eso esta este esto ha han "
        "hasta hay la las le les lo los mas me mi mis muy ni no nos o para pero por que se ser si sin sobre son su sus "
        "tambien tu tus u un una unas uno unos y ya".split()
    ),
    "en": frozenset(
        "a an and are as at be by for from has have in into is it its of on or our that the their them there they this "
        "to was we were will with you your".split()
    ),
}
CHATTER = frozenset(
    "quiero quisiera busco buscar necesito comprar vender donde cerca algun alguna favor hola "
    "i want looking buy find where near some please".split()
)
"""What people say around what they look for; ignored in a query as long as something else is left."""


@lru_cache(maxsize=200_000)
def fold(word: str) -> str:
    """The word without case or accents: `Chiloé` → `chiloe`, `piñón` → `pinon`."""
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))[:LONGEST_WORD]


def words(text: str) -> Iterator[tuple[str, int, int]]:
    """Each word of a text, folded, with where it starts and ends in the text as it was given (composed, NFC)."""
    for found in WORD.finditer(text):
        yield fold(found[0]), found.start(), found.end()


def compose(text: str) -> str:
    """NFC: an accent and its letter are one character, so that a word is not cut in two at its accent."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


@lru_cache(maxsize=200_000)
def stem_es(word: str) -> str:
    """A folded word without plural and gender: `ajos` ajo, `mieles` miel, `nueces` and `nuez` nuec, `chilota` chilot.

    A final o or a stays on words of four letters: `sala` is not `sal`, nor `viña` `vino`.
    """
    if len(word) < 4 or word.isdigit():
        return word[:-1] + "c" if word.endswith("z") else word
    if word.endswith("s") and word[-2] in "aeo":
        word = word[:-1]
    if len(word) >= (4 if word.endswith("e") else 5) and word[-1] in "eoa":
        word = word[:-1]
    return word[:-1] + "c" if word.endswith("z") else word


@lru_cache(maxsize=200_000)
def stem_en(word: str) -> str:
    """The English plural taken off a folded word: `berries` berry, `potatoes` potato, `cheeses` cheese."""
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "zes", "ches", "shes", "oes")):
        return word[:-2]
    return word[:-1]


STEM = {"es": stem_es, "en": stem_en}


@lru_cache(maxsize=200_000)
def stem_of(written: str, lang: str) -> str:
    """The stem of a word as it stands in a text."""
    return STEM[lang](fold(written))


def analyze(text: str, lang: str) -> list[str]:
    """The stems of a text, in order, stop words left out."""
    stop, stem = STOP[lang], STEM[lang]
    return [stem(word) for word in map(fold, WORD.findall(compose(text))) if word not in stop]


SOUNDS = [
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("ph", "f"), ("qu?", "k"), ("ch", "x"), ("h", ""), ("ll", "y"), ("v", "b"), ("w", "gu"), ("g(?=[ei])", "j"),
        ("gu(?=[ei])", "g"), ("c(?=[ei])", "s"), ("c", "k"), ("z", "s"), (r"(.)\1", r"\1"),
    )
]  # fmt: skip


@lru_cache(maxsize=50_000)
def sound(word: str) -> str:
    """How a folded word sounds in Chile, where b is v, s is z and h is nothing: `gibia` and `jibia` are one."""
    for pattern, heard in SOUNDS:
        word = pattern.sub(heard, word)
    return word


def within(left: str, right: str, most: int) -> int | None:
    """Edits between two words (a swap of neighbours is one), or None when they are more than `most`."""
    if abs(len(left) - len(right)) > most:
        return None
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        before, last, row = row, before, [i]
        for j, b in enumerate(right, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and left[i - 2] == b:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return None
    return row[-1] if row[-1] <= most else None


def typos_forgiven(word: str) -> int:
    """How many edits a word of this length may be away from what was meant."""
    return 0 if len(word) < 4 or word.isdigit() else 1 if len(word) < 8 else 2
