"""A line is sent to the producers who can serve it; what nobody can serve is written down."""

from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from foundation import audit, locking
from foundation.actors import Actor
from inquiries import candidates, letters, routing
from inquiries.deadlines import respond_by
from inquiries.enums import STANDING, EventKind
from inquiries.models import InquiryLine, Offer, Unmet


def remaining(line: InquiryLine) -> Decimal:
    """What no standing offer covers, in the line's unit."""
    from inquiries.document import in_line_unit

    standing = [offer for offer in line.offers.select_related("supply__product") if offer.status in STANDING]
    return line.quantity - sum((in_line_unit(line, offer) for offer in standing), Decimal(0))


def route_line(actor: Actor, line: InquiryLine) -> list[Offer]:
    """Offer what is left of the line to producers not asked before, and keep what still is with nobody as unmet."""
    with transaction.atomic():
        _lock_sources(line)
        asked_before = frozenset(line.offers.values_list("producer", flat=True))
        decision = routing.decide(line, remaining(line), asked_before)
        offers = [_offer(line, ask) for ask in decision.asks]
        for offer in offers:
            letters.to_producer_asked(offer)
        _keep_unmet(line, decision)
        audit.record(actor, "line.routed", line, offers=len(offers), unmet=decision.unmet)
    return offers


def _lock_sources(line: InquiryLine) -> None:
    """Capacity is promised under a lock of its rows, in the order of their keys, so that nobody promises it twice."""
    rows = candidates.sources(line)
    ids = list(rows.values_list("pk", flat=True))
    if ids:
        locking.lock(rows.model, *ids)


def _offer(line: InquiryLine, ask: routing.Ask) -> Offer:
    candidate = ask.candidate
    return Offer.objects.create(
        line=line, producer=candidate.producer, network_id=candidate.network_id, supply=candidate.supply,
        operator=candidate.operator, asked=ask.quantity, quantity=ask.quantity,
        month=candidates.delivery_day(line).replace(day=1), unit_price=candidate.unit_price, reasons=ask.reasons,
        respond_by=respond_by(timezone.now()),
    )  # fmt: skip


def _keep_unmet(line: InquiryLine, decision: routing.Decision) -> None:
    before = Unmet.objects.filter(line=line).values_list("quantity", flat=True).first() or Decimal(0)
    Unmet.objects.update_or_create(line=line, defaults={"quantity": decision.unmet, "gaps": decision.gaps})
    if decision.unmet > before:
        line.inquiry.events.create(event=EventKind.UNMET, data={"line": line.number, "quantity": str(decision.unmet)})
