"""What a listing looks like to a search engine: plain data, no models."""

from dataclasses import dataclass, field
from typing import Any

LANGUAGES = ("es", "en")
Key = tuple[str, int]
"""A listing's kind and primary key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchDocument:
    """One listing as it stands published.

    The texts map a language to a string; Spanish is required, English falls back to it when shown.
    `version` grows with every save: an engine ignores a document older than the one it holds.
    """

    kind: str
    id: int
    version: int
    slug: str
    url: str
    title: dict[str, str]
    summary: dict[str, str] = field(default_factory=dict)
    body: dict[str, str] = field(default_factory=dict)
    keywords: dict[str, str] = field(default_factory=dict)
    """Words to be found by that are not shown: names of category, seals, comunas, stops."""
    maker: str = ""
    territory: str | None = None
    territory_name: str = ""
    categories: tuple[str, ...] = ()
    """Slugs, every ancestor included."""
    seals: tuple[str, ...] = ()
    months: int = 0
    """When it is in season: a 12-bit mask, bit 0 is January; 0 has no season and no month finds it."""
    lat: float | None = None
    lon: float | None = None
    price: int | None = None
    """In the smallest unit of `currency`."""
    currency: str = "CLP"
    created: float = 0.0
    """Seconds since the epoch, for "newest first"."""
    card: dict[str, Any] = field(default_factory=dict)
    """All that a list page shows of it, ready for JSON, so that a list asks the database nothing per card."""

    @property
    def key(self) -> Key:
        return self.kind, self.id


def in_language(texts: dict[str, str], lang: str) -> str:
    """The text in `lang`, or in Spanish when there is none."""
    return texts.get(lang) or texts.get("es") or ""
