"""Texts of a row of `values()` by language, and what a card keeps."""

from collections.abc import Iterable, Mapping
from itertools import groupby
from operator import itemgetter
from typing import Any

from search.documents import LANGUAGES

Row = Mapping[str, Any]
PLACE = ("territory__slug", "territory__name", "territory__palette", "territory__latitude")
SMALL, LARGE = "400", "800"


def both(row: Row, name: str) -> dict[str, str]:
    """`title_es` and `title_en` as {"es": …, "en": …}, without the empty ones."""
    return {lang: row[f"{name}_{lang}"] for lang in LANGUAGES if row[f"{name}_{lang}"]}


def joined(row: Row, *names: str) -> dict[str, str]:
    """Several texts of a row as one in each language."""
    texts = {lang: "\n\n".join(row[f"{name}_{lang}"] for name in names if row[f"{name}_{lang}"]) for lang in LANGUAGES}
    return {lang: text for lang, text in texts.items() if text}


def listed(spanish: Iterable[str | None], english: Iterable[str | None] = ()) -> dict[str, str]:
    """Names with commas between them, each once; the English ones in English only."""
    lists = {"es": spanish, "en": english}
    return {lang: ", ".join(dict.fromkeys(name for name in names if name)) for lang, names in lists.items()}


def grouped(rows: Iterable[tuple[Any, ...]]) -> dict[Any, list[tuple[Any, ...]]]:
    """Rows by their first column, the other columns in the order they came."""
    ordered = sorted(rows, key=itemgetter(0))
    return {key: [row[1:] for row in group] for key, group in groupby(ordered, key=itemgetter(0))}


def pictured(picture: Row) -> dict[str, Any] | None:
    """What a list needs of a record's picture, None while it is not drawn."""
    files = picture.get("files") or {}
    if SMALL not in files:
        return None
    return {
        "files": {size: files[size] for size in (SMALL, LARGE) if size in files},
        "width": picture.get("width", 800),
        "height": picture.get("height", 600),
    }


def card(row: Row, *, prefix: str = "territory__", **facts: Any) -> dict[str, Any]:
    """What a list shows besides a hit's own texts; facts that are empty are left out."""
    kept = {
        "inks": row[f"{prefix}palette"] or row[f"{prefix}slug"],
        "latitude": row[f"{prefix}latitude"],
        "picture": pictured(row["picture"]),
        **facts,
    }
    return {name: value for name, value in kept.items() if value not in (None, "", {}, 0)}
