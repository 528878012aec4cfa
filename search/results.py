"""What a search answers, whatever the engine."""

from dataclasses import dataclass, field
from typing import Any

FACETS = ("kind", "territory", "category", "seal", "month")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    kind: str
    id: int
    version: int
    slug: str
    url: str
    title: str
    summary: str
    territory: str | None
    territory_name: str
    price: int | None
    currency: str
    distance_km: float | None
    """From the point or line of the query; None without one, and for a listing without a place."""
    score: float
    """Greater is nearer to the query; comparable within one answer only, 0 when not sorted by relevance."""
    highlight: str | None
    """Safe HTML: escaped text with `<mark>` around what matched; None without words in the query."""
    card: dict[str, Any] = field(default_factory=dict)

    @property
    def key(self) -> tuple[str, int]:
        return self.kind, self.id


@dataclass(frozen=True, slots=True)
class FacetValue:
    value: str
    count: int
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Facet:
    """The values of one property, most frequent first (months in the order of the year).

    A count is what `total` becomes when that value is chosen alone.
    """

    name: str
    values: tuple[FacetValue, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchResults:
    query: str
    total: int
    page: int
    page_size: int
    took_ms: float
    engine: str
    hits: tuple[Hit, ...] = ()
    facets: dict[str, Facet] = field(default_factory=dict)
    did_you_mean: str | None = None
    degraded: bool = False

    @property
    def pages(self) -> int:
        return -(-self.total // self.page_size)


@dataclass(frozen=True, slots=True)
class Suggestion:
    text: str
    kind: str
    url: str
    id: int = 0
    card: dict[str, Any] = field(default_factory=dict, hash=False)

    @property
    def key(self) -> tuple[str, int]:
        return self.kind, self.id
