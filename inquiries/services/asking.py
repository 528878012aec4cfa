"""A buyer asks."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from catalog.models import Category, Product
from foundation import audit, crash, outbox
from foundation.actors import Actor
from foundation.numbers import new_number
from inquiries import letters
from inquiries.deadlines import respond_by
from inquiries.enums import EventKind, InquiryKind, InquiryStatus
from inquiries.models import Inquiry, InquiryLine
from inquiries.models.inquiries import CONSENT_VERSION
from routes.models import Circuit
from territories.models import Territory

from .routing import route_inquiry


@dataclass(frozen=True)
class LineRequest:
    """What one line asks for: a product, a circuit, or a category and/or territory; checked by form or schema."""

    quantity: Decimal
    unit: str
    product: Product | None = None
    category: Category | None = None
    circuit: Circuit | None = None
    territory: Territory | None = None
    seals: list[str] = field(default_factory=list)
    max_unit_price: int | None = None


@dataclass(frozen=True)
class Request:
    """A whole inquiry as a form or the API cleaned it; the consent was given, else it is not made."""

    name: str
    email: str
    lines: list[LineRequest]
    kind: str = InquiryKind.PRODUCT
    phone: str = ""
    organisation: str = ""
    country: str = "CL"
    message: str = ""
    locale: str = "es"
    channel: str = ""
    needed_by: date | None = None
    destination_country: str = "CL"
    destination_region: str = ""
    destination_lat: float | None = None
    destination_lon: float | None = None


def submit_inquiry(request: Request) -> Inquiry:
    """Keep the inquiry, route every line, and write the letters, all in one transaction.

    An inquiry nobody can serve is kept as `unmatched` and goes to the territory's team; it is never an error.
    """
    with transaction.atomic():
        inquiry = _keep(request)
        crash.point("inquiry.kept")
        buyer = Actor.link("buyer", inquiry.pk)
        inquiry.events.create(event=EventKind.RECEIVED)
        lines = _keep_lines(inquiry, request.lines)
        offers = route_inquiry(buyer, inquiry, lines)
        if not offers:
            inquiry.status = InquiryStatus.UNMATCHED
            inquiry.save(update_fields=["status"])
        audit.record(buyer, "inquiry.submitted", inquiry, status=inquiry.status, lines=len(lines))
        outbox.publish("inquiry.submitted", inquiry, key=str(inquiry.pk))
        letters.to_buyer_received(inquiry, lines, offers)
        if inquiry.lines.filter(unmet__quantity__gt=0).exists():
            letters.to_team_unmet(inquiry, key="first")
            outbox.publish("inquiry.unmet", inquiry, key=f"{inquiry.pk}:first")
        crash.point("inquiry.before_commit")
    return inquiry


def _keep(request: Request) -> Inquiry:
    now = timezone.now()
    return Inquiry.objects.create(
        number=new_number("TR", Inquiry), kind=request.kind, channel=request.channel, name=request.name,
        email=request.email, phone=request.phone, organisation=request.organisation, country=request.country,
        message=request.message, consent_version=CONSENT_VERSION, consent_at=now, locale=request.locale,
        needed_by=request.needed_by, destination_country=request.destination_country,
        destination_region=request.destination_region, destination_lat=request.destination_lat,
        destination_lon=request.destination_lon, territory=_territory(request.lines), respond_by=respond_by(now),
    )  # fmt: skip


def _territory(lines: list[LineRequest]) -> Territory | None:
    """Of the first line that names or implies one: its team answers for the inquiry."""
    for line in lines:
        if line.territory:
            return line.territory
        if subject := line.product or line.circuit:
            return subject.territory
    return None


def _keep_lines(inquiry: Inquiry, requests: list[LineRequest]) -> list[InquiryLine]:
    lines = [
        InquiryLine(
            inquiry=inquiry, number=number, product=line.product, category=line.category, circuit=line.circuit,
            territory=line.territory, quantity=line.quantity, unit=line.unit, seals=line.seals,
            max_unit_price=line.max_unit_price,
        )
        for number, line in enumerate(requests, 1)
    ]  # fmt: skip
    return InquiryLine.objects.bulk_create(lines)
