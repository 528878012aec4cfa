"""A buyer asks."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from catalog.models import Category, Product
from foundation import audit, crash, outbox
from foundation.actors import Actor
from inquiries import letters
from inquiries.deadlines import respond_by
from inquiries.enums import EventKind, InquiryKind, InquiryStatus
from inquiries.models import Inquiry, InquiryLine, Offer
from inquiries.models.inquiries import CONSENT_VERSION, new_token
from routes.models import Circuit
from territories.models import Territory

from .routing import route_line


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
        buyer = Actor.link("buyer", inquiry.pk)
        inquiry.events.create(event=EventKind.RECEIVED)
        for line in _keep_lines(inquiry, request.lines):
            route_line(buyer, line)
        _settle(inquiry)
        audit.record(buyer, "inquiry.submitted", inquiry, status=inquiry.status, lines=len(request.lines))
        outbox.publish("inquiry.submitted", inquiry, key=str(inquiry.pk))
        letters.to_buyer_received(inquiry)
        if inquiry.lines.filter(unmet__quantity__gt=0).exists():
            letters.to_team_unmet(inquiry)
            outbox.publish("inquiry.unmet", inquiry, key=f"{inquiry.pk}:1")
        crash.point("inquiry.before_commit")
    return inquiry


def _keep(request: Request) -> Inquiry:
    now = timezone.now()
    token = new_token()
    # The number people read out on the telephone; unique because the token it comes from is.
    number = f"TR-{timezone.localtime(now):%y%m}-{token[:6].upper()}"
    return Inquiry.objects.create(
        token=token, number=number, kind=request.kind, channel=request.channel, name=request.name,
        email=request.email, phone=request.phone, organisation=request.organisation, country=request.country,
        message=request.message, consent_version=CONSENT_VERSION, consent_at=now, locale=request.locale,
        needed_by=request.needed_by, destination_country=request.destination_country,
        destination_region=request.destination_region, destination_lat=request.destination_lat,
        destination_lon=request.destination_lon, territory=_territory(request.lines), respond_by=respond_by(now),
    )  # fmt: skip


def _territory(lines: list[LineRequest]) -> Territory | None:
    for line in lines:
        of = line.territory or (line.product or line.circuit or line).territory
        if of:
            return of
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


def _settle(inquiry: Inquiry) -> None:
    asked = Offer.objects.filter(line__inquiry=inquiry).count()
    inquiry.status = InquiryStatus.ROUTED if asked else InquiryStatus.UNMATCHED
    inquiry.save(update_fields=["status"])
    if asked:
        inquiry.events.create(event=EventKind.ROUTED, data={"producers": asked})
