"""The shapes the search API answers in, for its documentation; answers are written without them, for speed."""

from typing import Any, Literal

from ninja import Field, Schema

from .kinds import KINDS
from .query import DEEPEST, FARTHEST_KM, LARGEST_PAGE, LONGEST_QUERY, PAGE_SIZE, SORTS
from .results import FACETS


class TerritoryName(Schema):
    slug: str
    name: str


class Result(Schema):
    kind: str = Field(examples=["product"])
    id: int
    slug: str
    title: str
    summary: str
    url: str = Field(examples=["/productos/queso-cabra-maduro-limari/"])
    image: str | None
    territory: TerritoryName | None
    price: int | None = Field(description="In the smallest unit of the currency, VAT included.", examples=[12990])
    currency: str
    distance_km: float | None
    score: float
    highlight: str | None = Field(description="Safe HTML, what matched in `<mark>`.")


class Value(Schema):
    value: str
    label: str
    count: int = Field(description="What `total` becomes when this value is chosen.")
    chosen: bool


class Facets(Schema):
    kind: list[Value]
    territory: list[Value]
    category: list[Value]
    seal: list[Value]
    month: list[Value]


class SearchAnswer(Schema):
    query: str
    total: int
    page: int
    page_size: int
    took_ms: float
    engine: Literal["embedded", "elasticsearch", "opensearch"]
    degraded: bool = Field(description="The configured engine is down and the embedded one answered.")
    did_you_mean: str | None
    results: list[Result]
    facets: Facets


class SuggestionOut(Schema):
    text: str
    kind: str
    url: str


class Suggestions(Schema):
    suggestions: list[SuggestionOut]


def parameter(name: str, schema: dict[str, Any], description: str) -> dict[str, Any]:
    return {"name": name, "in": "query", "required": False, "schema": schema, "description": description}


def repeatable(name: str, items: dict[str, Any], description: str) -> dict[str, Any]:
    return parameter(name, {"type": "array", "items": items}, f"{description} Repeatable; any of them will do.")


TEXT, NUMBER = {"type": "string"}, {"type": "number"}
LANG = parameter("lang", {"type": "string", "enum": ["es", "en"], "default": "es"}, "Language of texts and labels.")
Q = parameter("q", {"type": "string", "maxLength": LONGEST_QUERY}, "Words; accents, case and typos are forgiven.")
SIZE = {"type": "integer", "minimum": 1, "maximum": LARGEST_PAGE, "default": PAGE_SIZE}
PARAMETERS = [
    Q,
    repeatable("kind", {"type": "string", "enum": list(KINDS)}, "Kind of listing."),
    repeatable("territory", TEXT, "Slug of a territory."),
    repeatable("category", TEXT, "Slug of a category; a shelf holds all that stands on it."),
    repeatable("seal", TEXT, "Slug of a seal in force."),
    parameter("month", {"type": "integer", "minimum": 1, "maximum": 12}, "In season in this month."),
    parameter("near", {"type": "string", "example": "-33.44,-71.68"}, "Latitude and longitude in degrees."),
    parameter("along", TEXT, "Slug of a circuit: near its line of stops."),
    parameter(
        "within_km", {"type": "number", "exclusiveMinimum": 0, "maximum": FARTHEST_KM}, "With `near` or `along` (25)."
    ),
    parameter("price_min", {"type": "integer", "minimum": 0}, "In whole pesos."),
    parameter("price_max", {"type": "integer", "minimum": 0}, "In whole pesos."),
    parameter("sort", {"type": "string", "enum": list(SORTS), "default": "relevance"}, "Without `q`, newest first."),
    parameter("page", {"type": "integer", "minimum": 1}, f"Up to the {DEEPEST:,}th result."),
    parameter("page_size", SIZE, "Results a page."),
    LANG,
]
assert set(FACETS) == set(Facets.model_fields)
