"""A listing as every engine indexes it: its words analysed, its names cut, and what is kept to show.

Engines differ in how they store this, never in what it says, and so they find alike. `FORMAT` is part of the name of an
index; raise it with any change here, in analysis or in the order of kinds, and an old index is left alone until
`reindex`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from search.analysis import WORD, analyze, compose, fold
from search.documents import LANGUAGES, Key, SearchDocument
from search.geo import cells_of
from search.kinds import KINDS
from search.plan import Word

FORMAT = 2
ANYWHERE = "located"
EDGE, START = 10, 20
"""Letters of a word, and of a whole title, that suggestions match by."""
BODY_KEPT = 2000
"""Letters of the body that are kept to quote from."""
EXACT = ":^#"
"""What marks a whole title, the beginning of one and a whole keyword in the field of exact terms."""
STORED = tuple("kind id version slug url territory territory_name price currency card".split())
KIND_WORDS = {
    "product": ("producto", "product"),
    "circuit": ("ruta circuito tour", "route circuit tour"),
    "producer": ("productor", "producer"),
    "network": ("red de productores", "network"),
    "territory": ("territorio", "territory"),
    "opportunity": ("oportunidad", "opportunity"),
    "story": ("historia", "story"),
}
Terms = list[str]


@dataclass(frozen=True, slots=True)
class Entry:
    """Terms by field; where the dictionary is, by language."""

    title: dict[str, Terms]
    names: dict[str, Terms]
    text: dict[str, Terms]
    """Everything in its order; the summary stands twice: a word of it weighs more than a word of the body."""
    edges: dict[str, Terms]
    """How each word of the title begins, letter by letter."""
    starts: dict[str, Terms]
    """How the title as a whole begins, letter by letter."""
    exact: Terms
    everything: Terms
    """Every stem of both languages once, the English ones marked."""
    surface: Terms
    """The words as people write them, for spelling."""


def entry_of(document: SearchDocument) -> Entry:
    """All that is matched of a listing."""
    title: dict[str, Terms] = {}
    names, text, edges, starts = dict(title), dict(title), dict(title), dict(title)
    exact: dict[str, None] = {}
    everything: dict[str, None] = {}
    for number, lang in enumerate(LANGUAGES):
        title[lang], summary, body = (
            analyze(texts.get(lang, ""), lang) for texts in (document.title, document.summary, document.body)
        )
        names[lang] = analyze(names_of(document, number, lang), lang)
        text[lang] = [*title[lang], *summary, *names[lang], *body, *summary]
        exact.update(dict.fromkeys(exact_terms(document, lang, title[lang])))
        everything.update((as_term(stem, lang), None) for stem in (*title[lang], *names[lang], *summary, *body))
        edges[lang], starts[lang] = beginnings(document.title.get(lang, ""))
    return Entry(title, names, text, edges, starts, list(exact), list(everything), list(surface(document)))


def uid_of(key: Key) -> int:
    """Kind and primary key as one number, and back by `key_of`."""
    return KINDS.index(key[0]) << 48 | key[1]


def key_of(uid: int) -> Key:
    return KINDS[uid >> 48], uid & ((1 << 48) - 1)


def as_term(stem: str, lang: str) -> str:
    """A stem in the field of both languages: an English one is marked, so that it never meets a Spanish one."""
    return stem if lang == "es" else f"~{stem}"


def terms_of(word: Word) -> list[str]:
    """The terms of that field a word matches by."""
    pairs = ((word.es, "es"), (word.en, "en"))
    return [as_term(stem, lang) for stem, lang in pairs if stem]


def months_of(document: SearchDocument) -> list[int]:
    """The months a listing is in season, 1 to 12."""
    return [month + 1 for month in range(12) if document.months >> month & 1]


def cells(document: SearchDocument) -> list[str]:
    """The cells of the ground a listing is in, and a mark that it is anywhere; none without a place."""
    if document.lat is None or document.lon is None:
        return []
    return [ANYWHERE, *cells_of(document.lat, document.lon)]


def names_of(document: SearchDocument, number: int, lang: str) -> str:
    """What a listing is called by beside its title: who, where, what sort of thing.

    Names of people and places, and slugs, are read as Spanish only: so is every query, whatever its language.
    """
    kind, keywords = KIND_WORDS[document.kind][number], document.keywords.get(lang, "")
    if lang != "es":
        return f"{keywords} {kind}"
    slugs = " ".join((*document.categories, *document.seals)).replace("-", " ")
    return " ".join((document.maker, document.territory_name, keywords, slugs, kind))


def exact_terms(document: SearchDocument, lang: str, title: list[str]) -> list[str]:
    """Terms for a whole title, how one begins, and each whole name among the keywords."""
    names = (analyze(name, lang) for name in re.split("[,;]", document.keywords.get(lang, "")))
    whole, begins, named = (f"{lang}{mark}" for mark in EXACT)
    return [
        whole + " ".join(title),
        begins + "".join(title[:1]),
        *dict.fromkeys(named + " ".join(name) for name in names if name),
    ]


def beginnings(title: str) -> tuple[Terms, Terms]:
    folded = [fold(word) for word in WORD.findall(compose(title))]
    edges = dict.fromkeys(word[:size] for word in folded for size in range(1, min(len(word), EDGE) + 1))
    whole = start_of(folded)
    return list(edges), [whole[:size] for size in range(1, len(whole) + 1)]


def start_of(folded: Sequence[str]) -> str:
    """How a title begins, as one term."""
    return "_".join(folded)[:START]


def surface(document: SearchDocument) -> dict[str, None]:
    texts = [document.maker, document.territory_name]
    for by_language in (document.title, document.summary, document.keywords, document.body):
        texts += by_language.values()
    found = WORD.findall(compose(" ".join(texts)).lower())
    return dict.fromkeys(word for word in found if 3 <= len(word) <= 30 and not word.isdigit())


def stored(document: SearchDocument) -> dict[str, Any]:
    """What a hit is made of besides its texts."""
    return {name: getattr(document, name) for name in STORED}


def told(document: SearchDocument, lang: str) -> list[str]:
    """Title, summary and as much of the body as is kept, in one language; "" where there is none."""
    title, summary, body = (texts.get(lang, "") for texts in (document.title, document.summary, document.body))
    return [title, summary, body[:BODY_KEPT]]
