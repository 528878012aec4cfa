"""The fields of our index on a cluster and how a listing fills them.

Words arrive analysed (`search.engines.entry`): the cluster only splits at spaces, so that it finds what the embedded
engine finds.
"""

from typing import Any

from elasticsearch_dsl import Document, Double, GeoPoint, Keyword, Long, Object, Text, analyzer

from search.documents import LANGUAGES, Key, SearchDocument
from search.engines.entry import cells, entry_of, months_of, stored, told, uid_of

SHOWN = ["stored", "told_es", "told_en", "lat", "lon"]
"""What of a row is read back; the rest is only matched."""
SPLIT = analyzer("whitespace")


def words(index_options: str) -> Text:
    return Text(analyzer=SPLIT, index_options=index_options)


def terms() -> Keyword:
    """Values to match by, neither counted nor sorted."""
    return Keyword(doc_values=False)


class Row(Document):
    """A listing, or (with `gone_at` alone) the memory of one that was deleted at a version."""

    uid = Long()
    version = Long()
    kind = Keyword()
    territory = Keyword()
    category = Keyword()
    seal = Keyword()
    month = Keyword()
    price = Long()
    created = Long()
    lat, lon = Double(), Double()
    place = GeoPoint()
    cell = terms()
    exact = terms()
    title_es, title_en = words("positions"), words("positions")
    names_es, names_en = words("freqs"), words("freqs")
    text_es, text_en = words("positions"), words("positions")
    edge_es, edge_en, start_es, start_en = terms(), terms(), terms(), terms()
    all = terms()
    surface = Keyword()
    gone_at = Long()
    stored = Object(enabled=False)
    told_es, told_en = Object(enabled=False), Object(enabled=False)

    class Meta:
        dynamic = "strict"


def mapping() -> dict[str, Any]:
    """The mapping, with only what is read back kept of a row as it was sent."""
    return {**Row._doc_type.mapping.to_dict(), "_source": {"includes": [*SHOWN, "gone_at"]}}


def id_of(key: Key) -> str:
    return f"{key[0]}-{key[1]}"


def to_row(document: SearchDocument) -> dict[str, Any]:
    """The listing as the index takes it."""
    entry = entry_of(document)
    row: dict[str, Any] = {
        "uid": uid_of(document.key),
        "version": document.version,
        "kind": document.kind,
        "territory": document.territory,
        "category": list(dict.fromkeys(document.categories)),
        "seal": list(dict.fromkeys(document.seals)),
        "month": [str(month) for month in months_of(document)],
        "price": document.price,
        "created": int(document.created),
        "cell": cells(document),
        "exact": entry.exact,
        "all": entry.everything,
        "surface": entry.surface,
        "stored": stored(document),
    }
    if document.lat is not None and document.lon is not None:
        row["lat"], row["lon"] = document.lat, document.lon
        row["place"] = {"lat": document.lat, "lon": document.lon}
    for lang in LANGUAGES:
        row[f"title_{lang}"] = " ".join(entry.title[lang])
        row[f"names_{lang}"] = " ".join(entry.names[lang])
        row[f"text_{lang}"] = " ".join(entry.text[lang])
        row[f"edge_{lang}"] = entry.edges[lang]
        row[f"start_{lang}"] = entry.starts[lang]
        row[f"told_{lang}"] = told(document, lang)
    return row


def tombstone(key: Key, at: int) -> dict[str, Any]:
    """What stands where a listing was deleted at `at`, in seconds since the epoch, so that no older one comes back."""
    return {"uid": uid_of(key), "gone_at": at}
