"""What a list shows of a record: flat, so that a shelf is one query and a lean loop (`territories/_shelf.html`)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import get_language


@dataclass(frozen=True, slots=True)
class Card:
    """A listing of a shelf. `inks` is its place's palette; `latitude` in degrees; `price` in pesos, VAT included."""

    href: str
    title: str
    inks: str
    place: str
    latitude: float | None = None
    byline: str = ""
    summary: str = ""
    months: int = 0
    price: int | None = None
    price_of: str = ""
    note: str = ""
    picture: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Crumb:
    label: str
    href: str


def said(row: Mapping[str, Any], name: str) -> str:
    """`title` out of a row of `values()` that holds `title_es` and `title_en`, in the active language."""
    spanish: str = row[f"{name}_es"]
    if (get_language() or "es").startswith("es"):
        return spanish
    return row.get(f"{name}_en") or spanish


def inks(row: Mapping[str, Any], prefix: str = "territory__") -> str:
    """The palette a territory wears: its own, or the one called like it."""
    return row[f"{prefix}palette"] or row[f"{prefix}slug"]
