"""An inquiry with all that is shown of it, read in few queries: for the JSON, the tracking page and the CMS."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from inquiries import naming, routing, wording
from inquiries.enums import STANDING
from inquiries.models import Inquiry, InquiryEvent, InquiryLine, Offer, Unmet
from inquiries.services.routing import in_line_unit
from producers.models import Producer, Seal


@dataclass
class Part:
    """One offer, in the line's unit, with the reasons in words."""

    offer: Offer
    quantity: Decimal
    reasons: list[tuple[str, str]]
    """Rule and sentence."""

    @property
    def stands(self) -> bool:
        return self.offer.status in STANDING


@dataclass
class Row:
    """One line: who makes which part, and what is left with nobody."""

    line: InquiryLine
    parts: list[Part] = field(default_factory=list)
    unmet: Decimal = Decimal(0)
    gaps: list[tuple[str, str]] = field(default_factory=list)
    """Kind and sentence."""

    @property
    def standing(self) -> list[Part]:
        return [part for part in self.parts if part.stands]

    @property
    def allocated(self) -> Decimal:
        return sum((part.quantity for part in self.standing), Decimal(0))


@dataclass
class Sheet:
    inquiry: Inquiry
    rows: list[Row]
    events: list[InquiryEvent]
    producers: dict[int, Producer]

    @property
    def unmet(self) -> list[Row]:
        return [row for row in self.rows if row.unmet]


def read(inquiry: Inquiry) -> Sheet:
    """Five queries, one more when a line asks for seals; texts are in the active language."""
    subjects = ("product", "category", "circuit", "territory", "unmet")
    lines = list(InquiryLine.objects.filter(inquiry=inquiry).select_related(*subjects).order_by("number"))
    offers = _offers(inquiry)
    events = list(inquiry.events.order_by("at", "pk"))
    producers = {offer.producer_id: offer.producer for offer in offers}
    seals = _seal_names(lines)
    rows = [_row(line, [offer for offer in offers if offer.line_id == line.pk], seals) for line in lines]
    return Sheet(inquiry, rows, events, producers)


def _offers(inquiry: Inquiry) -> list[Offer]:
    related = ("producer__territory", "producer__comuna", "network", "supply__product", "operator")
    return list(
        Offer.objects.filter(line__inquiry=inquiry).select_related(*related).order_by("line_id", "-quantity", "pk")
    )


def _row(line: InquiryLine, offers: Sequence[Offer], seals: dict[str, str]) -> Row:
    row = Row(line, [_part(line, offer, seals) for offer in offers])
    unmet: Unmet | None = getattr(line, "unmet", None)
    if unmet is not None:
        row.unmet = unmet.quantity
        row.gaps = [(gap["kind"], wording.gap(gap, line.subject)) for gap in unmet.gaps]
    return row


def _part(line: InquiryLine, offer: Offer, seals: dict[str, str]) -> Part:
    offer.line = line
    names = {
        "producer": offer.producer.name,
        "subject": naming.subject(offer),
        "territory": offer.producer.territory.name,
        "seals": wording.join([seals.get(slug, slug) for slug in line.seals]),
    }
    reasons = [(entry["rule"], wording.reason(entry, names)) for entry in offer.reasons]
    return Part(offer, routing.as_decimal(in_line_unit(line, offer)), reasons)


def _seal_names(lines: Sequence[InquiryLine]) -> dict[str, str]:
    slugs = {slug for line in lines for slug in line.seals}
    return {seal.slug: seal.name for seal in Seal.objects.filter(slug__in=slugs)} if slugs else {}
