"""A producer answers an offer, or lets it lapse."""

from contextlib import suppress
from datetime import datetime
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from foundation import audit, locking, outbox, units
from foundation.actors import SYSTEM, Actor
from foundation.models import User
from inquiries import letters
from inquiries.enums import OPEN, DeclineReason, EventKind, InquiryStatus, OfferStatus
from inquiries.models import Inquiry, Offer


class OfferClosed(Exception):
    """The offer was answered, or lapsed, before this answer arrived."""


class WrongQuantity(ValueError):
    """The quantity taken is not between one and what was asked, or not in the producer's steps."""


def accept_offer(actor: Actor | User, offer: Offer, *, quantity: Decimal | None = None, note: str = "") -> Offer:
    """Take the offer, whole or in part; the rest of it is routed on by the worker.

    `quantity` is in the unit of the supply, `None` for all of it. Raises OfferClosed, WrongQuantity.
    """
    with transaction.atomic():
        offer = _open(offer)
        taken = offer.asked if quantity is None else quantity
        if not 0 < taken <= offer.asked or (offer.operator_id and taken != offer.asked):
            raise WrongQuantity(units.show(offer.asked, offer.unit))
        offer.quantity = taken
        offer.note = note
        return _close(actor, offer, OfferStatus.ACCEPTED, EventKind.ACCEPTED)


def decline_offer(actor: Actor | User, offer: Offer, *, reason: str = DeclineReason.OTHER, note: str = "") -> Offer:
    """Decline an open offer; its capacity is free again and the worker asks others. Raises OfferClosed."""
    with transaction.atomic():
        offer = _open(offer)
        offer.decline_reason = reason
        offer.note = note
        return _close(actor, offer, OfferStatus.DECLINED, EventKind.DECLINED)


def expire_overdue(at: datetime) -> int:
    """Close every offer whose time has passed; answers how many."""
    ids = list(Offer.objects.overdue(at).values_list("pk", flat=True)[:500])
    closed = 0
    for offer in Offer.objects.select_related("line").filter(pk__in=ids):
        with transaction.atomic(), suppress(OfferClosed):
            _close(SYSTEM, _open(offer), OfferStatus.EXPIRED, EventKind.EXPIRED)
            closed += 1
    return closed


def _open(offer: Offer) -> Offer:
    """The offer as it now stands, locked. The inquiry is locked first: two last answers at once must see each other."""
    locking.lock(Inquiry, offer.line.inquiry_id)
    offer = locking.lock(Offer, offer.pk)
    if offer.status not in OPEN:
        raise OfferClosed(offer.get_status_display())
    return offer


def _close(actor: Actor | User, offer: Offer, status: OfferStatus, event: EventKind) -> Offer:
    offer.status = status
    offer.answered_at = timezone.now()
    offer.version += 1
    offer.save()
    inquiry = offer.line.inquiry
    facts = {"producer": offer.producer_id, "quantity": units.plain(offer.quantity), "unit": offer.unit}
    inquiry.events.create(event=event, data=facts)
    audit.record(actor, f"offer.{status.value}", offer, quantity=offer.quantity)
    outbox.publish(f"offer.{status.value}", offer, key=f"{offer.pk}:{offer.version}")
    settle(inquiry)
    return offer


def settle(inquiry: Inquiry) -> None:
    """Bring the inquiry's status to what its offers say; the buyer hears once that every answer is there."""
    statuses = list(Offer.objects.filter(line__inquiry=inquiry).values_list("status", flat=True))
    if any(status in OPEN for status in statuses):
        status = InquiryStatus.ROUTED
    elif OfferStatus.ACCEPTED in statuses:
        status = InquiryStatus.ANSWERED
    else:
        status = InquiryStatus.UNMATCHED
    if status == inquiry.status:
        return
    inquiry.status = status
    inquiry.version += 1
    inquiry.save(update_fields=["status", "version"])
