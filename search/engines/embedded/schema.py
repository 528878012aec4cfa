"""The fields of the embedded index and how a listing fills them.

All analysis happens before: the index only splits at spaces. `FORMAT` is part of a generation's directory name; raise
it with any change here, in analysis or in the order of kinds, and an old index is left alone until `reindex`.
"""

import json
import re
from collections.abc import Sequence
from typing import Any

import tantivy

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
UNIT = "\x1f"
"""Between title, summary and body as they are kept, a field for each language: lists read one of them only."""
KIND_WORDS = {
    "product": ("producto", "product"),
    "circuit": ("ruta circuito tour", "route circuit tour"),
    "producer": ("productor", "producer"),
    "network": ("red de productores", "network"),
    "territory": ("territorio", "territory"),
    "opportunity": ("oportunidad", "opportunity"),
    "story": ("historia", "story"),
}


def build_schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    for name in ("uid", "version", "months"):
        builder.add_unsigned_field(name, indexed=name == "uid", fast=True)
    builder.add_unsigned_field("month", indexed=True)
    for name in ("price", "created"):
        builder.add_integer_field(name, indexed=name == "price", fast=True)
    for name in ("lat", "lon"):
        builder.add_float_field(name, fast=True)
    for name in ("kind", "territory", "category_set", "seal_set"):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True)
    for name in ("category", "seal", "cell", "exact"):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for lang in LANGUAGES:
        builder.add_text_field(f"title_{lang}", tokenizer_name="whitespace", index_option="position")
        builder.add_text_field(f"names_{lang}", tokenizer_name="whitespace", index_option="freq")
        builder.add_text_field(f"text_{lang}", tokenizer_name="whitespace", index_option="position")
        builder.add_text_field(f"edge_{lang}", tokenizer_name="whitespace", index_option="basic")
        builder.add_text_field(f"start_{lang}", tokenizer_name="whitespace", index_option="basic")
    for name in ("all", "surface"):
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="basic")
    builder.add_bytes_field("stored", stored=True)
    for lang in LANGUAGES:
        builder.add_bytes_field(f"told_{lang}", stored=True)
    return builder.build()


SCHEMA = build_schema()


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


def to_index(document: SearchDocument) -> tantivy.Document:
    """The listing as the index takes it."""
    row = tantivy.Document()
    add_facts(row, document)
    everything: dict[str, None] = {}
    for number, lang in enumerate(LANGUAGES):
        title, summary, body = (
            analyze(texts.get(lang, ""), lang) for texts in (document.title, document.summary, document.body)
        )
        names = analyze(names_of(document, number, lang), lang)
        row.add_text(f"title_{lang}", " ".join(title))
        row.add_text(f"names_{lang}", " ".join(names))
        # The summary stands twice: a word of it weighs more than a word of the body.
        row.add_text(f"text_{lang}", " ".join((*title, *summary, *names, *body, *summary)))
        for exact in exact_terms(document, lang, title):
            row.add_text("exact", exact)
        everything.update(dict.fromkeys(as_term(stem, lang) for stem in (*title, *names, *summary, *body)))
        add_beginnings(row, lang, document.title.get(lang, ""))
    row.add_text("all", " ".join(everything))
    row.add_text("surface", " ".join(surface(document)))
    row.add_bytes("stored", json.dumps(stored(document), ensure_ascii=False, separators=(",", ":")).encode())
    for lang in LANGUAGES:
        row.add_bytes(f"told_{lang}", UNIT.join(told(document, lang)).encode())
    return row


def add_facts(row: tantivy.Document, document: SearchDocument) -> None:
    row.add_unsigned("uid", uid_of(document.key))
    row.add_unsigned("version", document.version)
    row.add_unsigned("months", document.months)
    for month in range(12):
        if document.months >> month & 1:
            row.add_unsigned("month", month + 1)
    row.add_integer("created", int(document.created))
    if document.price is not None:
        row.add_integer("price", document.price)
    row.add_text("kind", document.kind)
    if document.territory:
        row.add_text("territory", document.territory)
    for name, values in (("category", document.categories), ("seal", document.seals)):
        for value in dict.fromkeys(values):
            row.add_text(name, value)
        if values:
            row.add_text(f"{name}_set", " ".join(sorted(set(values))))
    if document.lat is not None and document.lon is not None:
        row.add_float("lat", document.lat)
        row.add_float("lon", document.lon)
        for cell in (ANYWHERE, *cells_of(document.lat, document.lon)):
            row.add_text("cell", cell)


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


def add_beginnings(row: tantivy.Document, lang: str, title: str) -> None:
    folded = [fold(word) for word in WORD.findall(compose(title))]
    edges = dict.fromkeys(word[:size] for word in folded for size in range(1, min(len(word), EDGE) + 1))
    row.add_text(f"edge_{lang}", " ".join(edges))
    whole = start_of(folded)
    row.add_text(f"start_{lang}", " ".join(whole[:size] for size in range(1, len(whole) + 1)))


def start_of(folded: Sequence[str]) -> str:
    """How a title begins, as one term."""
    return "_".join(folded)[:START]


def surface(document: SearchDocument) -> dict[str, None]:
    """The words of a listing as people write them, for spelling."""
    texts = [document.maker, document.territory_name]
    for by_language in (document.title, document.summary, document.keywords, document.body):
        texts += by_language.values()
    found = WORD.findall(compose(" ".join(texts)).lower())
    return dict.fromkeys(word for word in found if 3 <= len(word) <= 30 and not word.isdigit())


def stored(document: SearchDocument) -> dict[str, Any]:
    """What a hit is made of besides its texts."""
    return {name: getattr(document, name) for name in STORED}


def told(document: SearchDocument, lang: str) -> list[str]:
    """Title, summary and as much of the body as is kept, in one language."""
    texts = (document.title, document.summary, document.body)
    found = [by_language.get(lang, "").replace(UNIT, " ") for by_language in texts]
    return [*found[:2], found[2][:BODY_KEPT]]
