"""One quote for all that the producers take: sent, accepted, declined, withdrawn, or left to expire."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone, translation

from foundation import audit, crash, locking, outbox
from foundation.actors import SYSTEM, Actor
from foundation.models import User
from foundation.numbers import new_number
from inquiries import freight, naming, pooling, quote_letters
from inquiries.deadlines import PAY_DAYS, respond_by, valid_until
from inquiries.enums import EventKind, OfferStatus, OrderSource, QuoteStatus
from inquiries.models import Inquiry, Offer, Order, Quote, QuoteLine, QuotePart
from territories.models import Comuna

from .orders import LineDraft, OrderDraft, PartDraft, place_order
from .releasing import release

A_BATCH = 200
OF_AN_OFFER = ("line__circuit", "line__product", "producer__comuna", "supply__product", "operator")


class QuoteClosed(Exception):
    """The quote was answered, withdrawn or has expired."""


@dataclass(frozen=True)
class Buyer:
    """Who accepts a quote, and where it goes."""

    name: str
    tax_id: str = ""
    address: str = ""
    phone: str = ""
    comuna: Comuna | None = None
    note: str = ""


def send_quote(actor: Actor | User, inquiry: Inquiry) -> Quote | None:
    """Pool what the producers take into one quote and tell the buyer; None when there is nothing, or a quote stands.

    The inquiry must be locked. Publishes `quote.sent`.
    """
    if inquiry.quotes.standing().exists():
        return None
    offers = list(Offer.objects.taken().filter(line__inquiry=inquiry).select_related(*OF_AN_OFFER))
    if not offers:
        return None
    now = timezone.now()
    pool = pooling.pool(offers, freight.destination_of(inquiry), timezone.localdate())
    quote = Quote.objects.create(
        number=new_number("TC", Quote), inquiry=inquiry, status=QuoteStatus.DRAFT, net=pool.net, freight=pool.freight,
        vat=pool.vat, total=pool.total, vat_percent=pool.vat_percent, freight_status=pool.freight_status,
        valid_until=valid_until(now, inquiry.needed_by),
    )  # fmt: skip
    with translation.override(inquiry.locale):
        _keep_parts(quote, pool)
    _become(actor, quote, QuoteStatus.SENT, EventKind.QUOTED, total=quote.total, parts=len(pool.parts))
    quote_letters.to_buyer_sent(quote)
    crash.point("quote.before_commit")
    return quote


def accept_quote(actor: Actor | User, quote: Quote, buyer: Buyer) -> Order:
    """The buyer takes it as it is, counter-offers too: it becomes an order. Raises QuoteClosed.

    Publishes `quote.accepted` and `order.placed`.
    """
    with transaction.atomic():
        inquiry, quote = _locked(quote)
        if quote.valid_until < timezone.now():
            raise QuoteClosed(QuoteStatus.EXPIRED.label)
        _become(actor, quote, QuoteStatus.ACCEPTED, EventKind.ORDERED)
        _agree_to_counters(actor, quote)
        return place_order(actor, _draft(inquiry, quote, buyer))


def decline_quote(actor: Actor | User, quote: Quote, *, reason: str = "") -> Quote:
    """The buyer does not take it: what the producers held is free again, and they are told. Raises QuoteClosed."""
    with transaction.atomic():
        _inquiry, quote = _locked(quote)
        quote.reason = reason
        _become(actor, quote, QuoteStatus.DECLINED, EventKind.REFUSED)
        _release_all(actor, quote)
    return quote


def withdraw_quote(actor: Actor | User, quote: Quote, *, reason: str = "") -> Quote:
    """Take the quote back because it is going to change; the producers' answers stand and enter the next one.

    Raises QuoteClosed.
    """
    with transaction.atomic():
        _inquiry, quote = _locked(quote)
        quote.reason = reason
        _become(actor, quote, QuoteStatus.WITHDRAWN, EventKind.WITHDRAWN)
    return quote


def expire_quotes(at: datetime) -> int:
    """Close every quote whose time has passed; answers how many. Each in its own transaction."""
    closed = 0
    for quote in Quote.objects.overdue(at).order_by("valid_until", "pk")[:A_BATCH]:
        with transaction.atomic(), suppress(QuoteClosed):
            _inquiry, quote = _locked(quote)
            _become(SYSTEM, quote, QuoteStatus.EXPIRED, EventKind.LAPSED)
            _release_all(SYSTEM, quote)
            quote_letters.to_buyer_expired(quote)
            closed += 1
    return closed


def _locked(quote: Quote) -> tuple[Inquiry, Quote]:
    """Both as they now stand; the inquiry first, as whoever answers an offer locks it."""
    inquiry = locking.lock(Inquiry, quote.inquiry_id)
    quote = locking.lock(Quote, quote.pk)
    quote.inquiry = inquiry
    return inquiry, quote


def _become(actor: Actor | User, quote: Quote, status: QuoteStatus, event: EventKind, **facts: Any) -> None:
    if not quote.can_become(status):
        raise QuoteClosed(quote.get_status_display())
    quote.status = status
    quote.version += 1
    if status != QuoteStatus.SENT:
        quote.closed_at = timezone.now()
    quote.save()
    quote.inquiry.events.create(event=event, data={"quote": quote.number, "total": quote.total})
    audit.record(actor, f"quote.{status.value}", quote, **facts)
    outbox.publish(f"quote.{status.value}", quote, key=f"{quote.pk}:{quote.version}")


def _keep_parts(quote: Quote, pool: pooling.Pool) -> None:
    for part in pool.parts:
        row = QuotePart.objects.create(
            quote=quote, producer=part.producer, network_id=part.network_id, net=part.net,
            freight=part.freight.pesos, freight_vat=part.freight_vat, vat=part.vat, total=part.total,
            weight_kg=part.freight.kilos, distance_km=part.freight.km,
        )  # fmt: skip
        QuoteLine.objects.bulk_create(
            QuoteLine(
                part=row, offer=line.offer, title=naming.subject(line.offer), quantity=line.offer.quantity,
                product=line.offer.supply.product if line.offer.supply else None, circuit=line.offer.line.circuit,
                unit=line.offer.unit, unit_name=_unit_name(line.offer), unit_price=line.offer.unit_price,
                net=line.net, vat=line.vat, countered=line.offer.status == OfferStatus.COUNTERED,
            )
            for line in part.lines
        )  # fmt: skip


def _unit_name(offer: Offer) -> str:
    return offer.supply.product.unit_name if offer.supply else ""


def _agree_to_counters(actor: Actor | User, quote: Quote) -> None:
    for offer in Offer.objects.filter(quote_lines__part__quote=quote, status=OfferStatus.COUNTERED).order_by("pk"):
        offer = locking.lock(Offer, offer.pk)
        offer.status = OfferStatus.ACCEPTED
        offer.version += 1
        offer.save()
        audit.record(actor, "offer.accepted", offer, quantity=offer.quantity, price=offer.unit_price)


def _release_all(actor: Actor | User, quote: Quote) -> None:
    offers = Offer.objects.taken().filter(quote_lines__part__quote=quote)
    quote_letters.to_producers_released(release(actor, offers))


def _draft(inquiry: Inquiry, quote: Quote, buyer: Buyer) -> OrderDraft:
    parts = quote.parts.select_related("producer", "network").prefetch_related("lines__product", "lines__circuit")
    return OrderDraft(
        source=OrderSource.QUOTE, name=buyer.name, email=inquiry.email, phone=buyer.phone or inquiry.phone,
        organisation=inquiry.organisation, tax_id=buyer.tax_id, address=buyer.address, comuna=buyer.comuna,
        destination=buyer.comuna.name if buyer.comuna else naming.destination(inquiry), locale=inquiry.locale,
        note=buyer.note, inquiry=inquiry, quote=quote, pay_by=respond_by(timezone.now(), PAY_DAYS),
        parts=[_part_draft(part) for part in parts], facts={"quote": quote.number},
    )  # fmt: skip


def _part_draft(part: QuotePart) -> PartDraft:
    lines = [
        LineDraft(
            title=line.title, quantity=line.quantity, unit=line.unit, unit_price=line.unit_price, net=line.net,
            vat=line.vat, product=line.product, circuit=line.circuit, offer_id=line.offer_id,
        )
        for line in part.lines.all()
    ]  # fmt: skip
    travels = any(line.product for line in lines)
    return PartDraft(
        part.producer, lines, part.network, freight=part.freight, freight_vat=part.freight_vat,
        freight_to_agree=travels and part.distance_km is None,
    )  # fmt: skip
