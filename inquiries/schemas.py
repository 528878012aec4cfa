"""Bodies of the inquiries API as they come and go. The rules that need the database are in `inquiries.cleaning`.

What comes in is pydantic's own model: ninja's Schema reads attributes of anything, so that a list passes for an object.
"""

from datetime import date
from typing import Annotated, Any, Literal

from ninja import Schema
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StrictBool, StrictInt

from inquiries.cleaning import MOST_LINES

EXAMPLE: dict[str, Any] = {
    "kind": "product",
    "contact": {"name": "Marta Rojas", "email": "marta@example.com", "organisation": "La Caperuza", "country": "CL"},
    "message": "Para la carta de verano.",
    "consent": True,
    "locale": "es",
    "lines": [{"product": "queso-de-cabra-del-limari", "quantity": "500", "unit": "kg"}],
    "needed_by": "2027-03-01",
    "destination": {"country": "CL", "region": "Región Metropolitana"},
}


def _as_text(value: Any) -> Any:
    """Quantities are texts; a JSON number is taken as it is written."""
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else value


Slug = Annotated[str, Field(max_length=120)]


class ContactIn(BaseModel):
    name: str = Field(min_length=1, max_length=120)
    email: str = Field(min_length=3, max_length=254)
    phone: str | None = Field(None, max_length=30)
    organisation: str | None = Field(None, max_length=120)
    country: str = Field("CL", min_length=2, max_length=2, description="ISO 3166-1 alpha-2")


class LineIn(BaseModel):
    """Name a product, a circuit, or a category; a territory narrows it, or stands alone."""

    product: Slug | None = None
    category: Slug | None = None
    circuit: Slug | None = None
    territory: Slug | None = None
    quantity: Annotated[str, BeforeValidator(_as_text)] = Field(max_length=40, description="Decimal text, as in 1.5")
    unit: str = Field(max_length=8, description="kg, l, unit, box, person …")
    seals: list[Slug] = Field(default_factory=list, max_length=10, description="Slugs of seals the goods must carry")
    max_unit_price: StrictInt | None = Field(None, description="Net, in whole pesos, for one of the line's units")


class DestinationIn(BaseModel):
    country: str = Field("CL", min_length=2, max_length=2)
    region: str | None = Field(None, max_length=120)
    lat: float | None = None
    lon: float | None = None


class InquiryIn(BaseModel):
    model_config = ConfigDict(json_schema_extra={"example": EXAMPLE})

    kind: Literal["product", "tourism", "opportunity"] = "product"
    contact: ContactIn
    message: str | None = Field("", max_length=4000)
    consent: StrictBool = Field(description="True: the buyer agrees that those who serve the inquiry see the contact")
    locale: Literal["es", "en"] = Field("es", description="Language of the letters to the buyer")
    lines: list[LineIn] = Field(min_length=1, max_length=MOST_LINES)
    needed_by: date | None = None
    destination: DestinationIn | None = None


class ReasonOut(Schema):
    rule: str
    text: str


class AllocationOut(Schema):
    network: str | None
    producer: str
    product: str | None
    quantity: str
    status: str
    respond_by: str
    reasons: list[ReasonOut]


class GapOut(Schema):
    kind: str
    text: str


class UnmetOut(Schema):
    quantity: str
    gaps: list[GapOut]


class LineOut(Schema):
    line: int
    product: str | None
    category: str | None
    circuit: str | None
    territory: str | None
    requested: str
    allocated: str
    unit: str
    allocations: list[AllocationOut]
    unmet: UnmetOut


class InquiryOut(Schema):
    id: str
    token: str
    number: str
    kind: str
    status: str
    status_text: str
    tracking_url: str
    created_at: str
    needed_by: str | None
    respond_by: str
    lines: list[LineOut]


class EventOut(Schema):
    event: str
    at: str
    title: str
    text: str


class QuoteLineOut(Schema):
    title: str
    producer: str
    quantity: str
    unit: str
    unit_price: int = Field(description="Net, in whole pesos")
    net: int
    vat: int
    countered: bool = Field(description="The producer proposed another price or day than was asked")
    proposal: str | None


class ShareOut(Schema):
    """What of the quote is one producer's; the shares add up to it."""

    producer: str
    net: int
    freight: int
    vat: int
    total: int


class QuoteOrderOut(Schema):
    number: str
    status: str
    url: str


class QuoteOut(Schema):
    number: str
    status: str
    status_text: str
    currency: str
    net: int
    freight: int
    freight_status: str = Field(description="none, fixed, or to_agree: then it is not in the total")
    vat: int
    vat_percent: int
    total: int
    valid_until: str
    lines: list[QuoteLineOut]
    shares: list[ShareOut]
    url: str
    pdf_url: str
    order: QuoteOrderOut | None


class TrackedOut(InquiryOut):
    events: list[EventOut]
    quotes: list[QuoteOut]


class FieldErrorOut(Schema):
    field: str
    message: str


class ProblemOut(Schema):
    type: str
    title: str
    status: int
    detail: str
    errors: list[FieldErrorOut]
