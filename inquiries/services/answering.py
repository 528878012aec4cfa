"""A producer answers an offer, or lets it lapse."""

from contextlib import suppress
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from foundation import audit, locking, outbox, units
from foundation.actors import SYSTEM, Actor
from foundation.models import User
from inquiries import letters
from inquiries.candidates import size_in
from inquiries.enums import OPEN, TAKEN, DeclineReason, EventKind, InquiryStatus, OfferStatus
from inquiries.models import Inquiry, Offer

A_BATCH = 500
LARGEST_PRICE = 1_000_000_000


class OfferClosed(Exception):
    """The offer was answered, or lapsed, before this answer arrived."""


class WrongAnswer(ValueError):
    """A proposal with a price or a day that cannot be; the text is the name of the argument."""


class WrongQuantity(WrongAnswer):
    """The quantity taken is not a whole number from one to what was asked; a party of visitors is taken whole."""


def accept_offer(actor: Actor | User, offer: Offer, *, quantity: Decimal | None = None, note: str = "") -> Offer:
    """Take the offer, whole or in part; the rest of it is routed on by the worker.

    `quantity` is in whole units of the supply, `None` for all of it. Raises OfferClosed, WrongQuantity.
    """
    with transaction.atomic():
        offer = _open(offer)
        offer.quantity = _taken(offer, quantity)
        offer.note = note
        _close(actor, offer, OfferStatus.ACCEPTED, EventKind.ACCEPTED)
        letters.to_producer_accepted(offer)
    return offer


def counter_offer(
    actor: Actor | User,
    offer: Offer,
    *,
    price: int | None = None,
    quantity: Decimal | None = None,
    ready_on: date | None = None,
    note: str = "",
) -> Offer:
    """Propose another price (net, a unit of sale), fewer units, or a day before the buyer's; None keeps what was asked.

    It enters the quote, marked. Where nothing but the quantity differs it is an acceptance in part; a price above what
    the buyer said they would pay is a refusal for its price, and the part is routed on.
    Raises OfferClosed, WrongQuantity, WrongAnswer.
    """
    if price in (None, offer.unit_price) and ready_on is None:
        return accept_offer(actor, offer, quantity=quantity, note=note)
    with transaction.atomic():
        offer = _open(offer)
        offer.quantity = _taken(offer, quantity)
        offer.note = note
        needed_by, today = offer.line.inquiry.needed_by, timezone.localdate()
        if ready_on is not None and (ready_on < today or (needed_by and ready_on > needed_by)):
            raise WrongAnswer("ready_on")
        if price is not None and not 1 <= price <= LARGEST_PRICE:
            raise WrongAnswer("price")
        offer.ready_on = ready_on
        if price is not None:
            offer.asked_price, offer.unit_price = offer.unit_price, price
        if _is_too_dear(offer):
            offer.decline_reason = DeclineReason.PRICE.value
            _close(actor, offer, OfferStatus.DECLINED, EventKind.DECLINED)
        else:
            _close(actor, offer, OfferStatus.COUNTERED, EventKind.COUNTERED)
    return offer


def _is_too_dear(offer: Offer) -> bool:
    """Above the most the buyer said they would pay for one of the line's units."""
    most = offer.line.max_unit_price
    size = size_in(offer.line, offer.supply)
    return most is not None and size is not None and offer.unit_price > most * size


def _taken(offer: Offer, quantity: Decimal | None) -> Decimal:
    taken = offer.asked if quantity is None else quantity
    if not 0 < taken <= offer.asked or taken != int(taken) or (offer.operator_id and taken != offer.asked):
        raise WrongQuantity(units.show(offer.asked, offer.unit))
    return taken


def decline_offer(
    actor: Actor | User, offer: Offer, *, reason: str = DeclineReason.OTHER.value, note: str = ""
) -> Offer:
    """Decline an open offer; its capacity is free again and the worker asks others. Raises OfferClosed."""
    with transaction.atomic():
        offer = _open(offer)
        offer.decline_reason = DeclineReason(reason).value
        offer.note = note
        _close(actor, offer, OfferStatus.DECLINED, EventKind.DECLINED)
    return offer


def expire_overdue(at: datetime) -> int:
    """Close every offer whose time has passed; answers how many. Each in its own transaction."""
    closed = 0
    while overdue := list(Offer.objects.overdue(at).select_related("line").order_by("respond_by", "pk")[:A_BATCH]):
        before = closed
        for offer in overdue:
            with transaction.atomic(), suppress(OfferClosed):
                _close(SYSTEM, _open(offer), OfferStatus.EXPIRED, EventKind.EXPIRED)
                closed += 1
        if closed == before:
            break
    return closed


def _open(offer: Offer) -> Offer:
    """The offer as it now stands, locked. The inquiry is locked first: two last answers at once must see each other."""
    locking.lock(Inquiry, offer.line.inquiry_id)
    offer = locking.lock(Offer, offer.pk)
    if offer.status not in OPEN:
        raise OfferClosed(offer.get_status_display())
    return offer


def _close(actor: Actor | User, offer: Offer, status: OfferStatus, event: EventKind) -> None:
    """Write the answer down and have the worker see to what it leaves open (`inquiries.handlers`)."""
    if not offer.can_become(status):
        raise OfferClosed(offer.get_status_display())
    offer.status = status
    offer.answered_at = timezone.now()
    offer.chase_at = None
    offer.version += 1
    offer.save()
    facts = {"producer": offer.producer_id, "quantity": units.plain(offer.quantity), "unit": offer.unit}
    if offer.supply:
        facts["product"] = offer.supply.product_id
    offer.line.inquiry.events.create(event=event, data=facts | {"reason": offer.decline_reason})
    said = {"quantity": offer.quantity, "reason": offer.decline_reason}
    if offer.asked_price is not None:
        said |= {"price": offer.unit_price, "asked_price": offer.asked_price}
    audit.record(actor, f"offer.{status.value}", offer, **said)
    outbox.publish(f"offer.{status.value}", offer, key=f"{offer.pk}:{offer.version}")


def settle(inquiry: Inquiry) -> bool:
    """Bring the inquiry's status to what its offers say, once what they left open was routed on.

    The inquiry must be locked. True when every answer is there.
    """
    statuses = set(Offer.objects.filter(line__inquiry=inquiry).values_list("status", flat=True))
    if statuses & OPEN:
        status = InquiryStatus.ROUTED
    elif statuses & TAKEN:
        status = InquiryStatus.ANSWERED
    else:
        status = InquiryStatus.UNMATCHED
    if status != inquiry.status:
        inquiry.status = status
        inquiry.version += 1
        inquiry.save(update_fields=["status", "version"])
    return status != InquiryStatus.ROUTED
