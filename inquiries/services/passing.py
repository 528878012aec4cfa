"""A coordinator gives a part of an inquiry to another member of the network."""

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from catalog.models import Supply
from foundation import audit, locking
from foundation.actors import Actor
from foundation.models import User
from inquiries import candidates, letters, quote_letters, routing, sources
from inquiries.candidates import delivery_day, period
from inquiries.chasing import first_chase
from inquiries.deadlines import respond_by
from inquiries.enums import EventKind, OfferStatus, QuoteStatus, Rule
from inquiries.models import Inquiry, Offer
from routes.models import CircuitOperator

from .answering import OfferClosed, settle
from .quoting import withdraw_quote
from .releasing import release
from .routing import in_line_unit


class CannotTake(Exception):
    """The other producer cannot take the part; `rule` is the one that keeps them out."""

    def __init__(self, rule: Rule) -> None:
        super().__init__(rule.label)
        self.rule = rule


def pass_on(actor: Actor | User, offer: Offer, to: Supply | CircuitOperator) -> Offer:
    """Ask `to` for what was asked of the offer's producer, who is let go of it; answers the new offer.

    A quote that holds the part is withdrawn; the next one follows when the new answer is there.
    Raises OfferClosed when the part is no longer to be given away, CannotTake.
    """
    with transaction.atomic():
        inquiry = locking.lock(Inquiry, offer.line.inquiry_id)
        offer = locking.lock(Offer, offer.pk)
        line = offer.line
        line.inquiry = inquiry
        quote = inquiry.quotes.standing().first()
        if not offer.can_become(OfferStatus.RELEASED) or (quote and quote.status == QuoteStatus.ACCEPTED):
            raise OfferClosed(offer.get_status_display())
        source = _source(offer, to)
        had_promised = offer.status != OfferStatus.OFFERED
        if quote is not None:
            withdraw_quote(actor, quote)
        release(actor, [offer])
        fresh = _ask(offer, source)
        facts = {"from": offer.producer_id, "to": fresh.producer_id}
        inquiry.events.create(event=EventKind.PASSED_ON, data=facts)
        audit.record(actor, "offer.passed_on", offer, new=fresh.pk, **facts)
        letters.to_producers_asked([fresh])
        if had_promised:
            quote_letters.to_producer_passed_on(offer)
        latest = Offer.objects.open().filter(line__inquiry=inquiry).aggregate(at=Max("respond_by"))
        inquiry.respond_by = latest["at"]
        inquiry.save(update_fields=["respond_by"])
        settle(inquiry)
    return fresh


def _source(offer: Offer, to: Supply | CircuitOperator) -> sources.Source:
    """What the other has left, once every rule of the line has been checked against it."""
    line, named = offer.line, {"supply" if isinstance(to, Supply) else "operator": to.pk}
    source = sources.load_one(line, delivery_day(line), **named)
    if source is None:
        raise CannotTake(Rule.PRODUCT)
    judged = candidates.judge(line, [source], routing.as_decimal(in_line_unit(line, offer)))[0]
    if judged.failed is not None:
        raise CannotTake(judged.failed)
    if source.producer.pk == offer.producer_id or source.unit != offer.unit:
        raise CannotTake(Rule.PRODUCT)
    if offer.quantity < source.minimum or int(offer.quantity) % source.multiple:
        raise CannotTake(Rule.MINIMUM)
    if offer.quantity > source.free:
        raise CannotTake(Rule.CAPACITY)
    return source


def _ask(offer: Offer, source: sources.Source) -> Offer:
    now = timezone.now()
    due = respond_by(now)
    candidate = candidates.judge(offer.line, [source], offer.line.quantity)[0]
    return Offer.objects.create(
        line=offer.line, producer=source.producer, network_id=source.network_id, supply=source.supply,
        operator=source.operator, asked=offer.quantity, quantity=offer.quantity, month=period(offer.line),
        unit_price=source.unit_price, reasons=routing.reasons_of(offer.line, candidate), respond_by=due,
        chase_at=first_chase(now, due),
    )  # fmt: skip
