"""The fields of the embedded index and how a listing fills them.

All analysis happens before (`search.engines.entry`): the index only splits at spaces.
"""

import json

import tantivy

from search.documents import LANGUAGES, SearchDocument
from search.engines.entry import Entry, cells, entry_of, months_of, stored, told, uid_of

UNIT = "\x1f"
"""Between title, summary and body as they are kept, a field for each language: lists read one of them only."""


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


def to_index(document: SearchDocument) -> tantivy.Document:
    """The listing as the index takes it."""
    row = tantivy.Document()
    add_facts(row, document)
    add_terms(row, entry_of(document))
    row.add_bytes("stored", json.dumps(stored(document), ensure_ascii=False, separators=(",", ":")).encode())
    for lang in LANGUAGES:
        texts = (text.replace(UNIT, " ") for text in told(document, lang))
        row.add_bytes(f"told_{lang}", UNIT.join(texts).encode())
    return row


def add_facts(row: tantivy.Document, document: SearchDocument) -> None:
    row.add_unsigned("uid", uid_of(document.key))
    row.add_unsigned("version", document.version)
    row.add_unsigned("months", document.months)
    for month in months_of(document):
        row.add_unsigned("month", month)
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
    for cell in cells(document):
        row.add_text("cell", cell)


def add_terms(row: tantivy.Document, entry: Entry) -> None:
    for lang in LANGUAGES:
        row.add_text(f"title_{lang}", " ".join(entry.title[lang]))
        row.add_text(f"names_{lang}", " ".join(entry.names[lang]))
        row.add_text(f"text_{lang}", " ".join(entry.text[lang]))
        row.add_text(f"edge_{lang}", " ".join(entry.edges[lang]))
        row.add_text(f"start_{lang}", " ".join(entry.starts[lang]))
    for exact in entry.exact:
        row.add_text("exact", exact)
    row.add_text("all", " ".join(entry.everything))
    row.add_text("surface", " ".join(entry.surface))
