"""What follows from answers, quotes and orders, done by the worker."""

from django.db.models import Max
from django.utils import timezone

from foundation import audit, locking, outbox
from foundation.actors import SYSTEM
from foundation.worker import every
from inquiries import letters, order_letters
from inquiries.enums import EventKind, QuoteStatus
from inquiries.models import Inquiry, Offer, Order, OrderPart
from inquiries.services.answering import expire_overdue, settle
from inquiries.services.chasing import chase_due
from inquiries.services.orders import lapse_orders
from inquiries.services.quoting import expire_quotes, send_quote
from inquiries.services.routing import remaining, route_line

DECIDED = (QuoteStatus.ACCEPTED, QuoteStatus.DECLINED, QuoteStatus.EXPIRED)
"""After these nobody is asked any more for the inquiry."""


@outbox.handles("offer.accepted", "offer.countered", "offer.declined", "offer.expired")
def send_remainder_on(event: outbox.Event) -> None:
    """Ask others for what the answers so far left open; when nobody is left to answer, send the buyer one quote."""
    line = Offer.objects.select_related("line").get(pk=event.object_id).line
    inquiry = locking.lock(Inquiry, line.inquiry_id)
    if inquiry.quotes.filter(status__in=DECIDED).exists():
        return
    if route_what_is_left(inquiry):
        letters.to_team_unmet(inquiry, key=event.object_id)
        outbox.publish("inquiry.unmet", inquiry, key=f"{inquiry.pk}:{event.object_id}")
    conclude(inquiry)


def conclude(inquiry: Inquiry) -> None:
    """Once every answer is there: a quote for what was taken, or word that nobody takes it.

    The inquiry must be locked.
    """
    if not settle(inquiry):
        return
    first = not inquiry.events.filter(event=EventKind.ANSWERED).exists()
    if first:
        inquiry.events.create(event=EventKind.ANSWERED)
    if send_quote(SYSTEM, inquiry) is None and first and not inquiry.quotes.exists():
        letters.to_buyer_answered(inquiry)


def route_what_is_left(inquiry: Inquiry) -> bool:
    """Every line is looked at, since other answers may wait for this worker too. True when more found nobody.

    The inquiry must be locked.
    """
    asked, grown = 0, False
    for line in inquiry.lines.select_related("product", "circuit", "category", "territory", "unmet"):
        line.inquiry = inquiry
        before = line.unmet.quantity
        if remaining(line) > before:
            asked += len(route_line(SYSTEM, line))
            line.unmet.refresh_from_db()
            grown |= line.unmet.quantity > before
    if asked:
        latest = Offer.objects.open().filter(line__inquiry=inquiry).aggregate(at=Max("respond_by"))
        inquiry.respond_by = latest["at"]
        inquiry.save(update_fields=["respond_by"])
    return grown


@outbox.handles("order.placed")
def tell_placed(event: outbox.Event) -> None:
    order_letters.to_buyer_placed(Order.objects.get(pk=event.object_id))


@outbox.handles("order.paid")
def tell_paid(event: outbox.Event) -> None:
    order = Order.objects.get(pk=event.object_id)
    order_letters.to_buyer_paid(order)
    order_letters.to_producers_paid(order)


@outbox.handles("order.cancelled")
def tell_cancelled(event: outbox.Event) -> None:
    order = Order.objects.get(pk=event.object_id)
    entry = audit.entries(order, "order.cancelled").last()
    order_letters.to_buyer_cancelled(order, entry.facts.get("reason", "") if entry else "")
    order_letters.to_producers_cancelled(order)


@outbox.handles("order.received")
def tell_received(event: outbox.Event) -> None:
    order_letters.to_buyer_received(Order.objects.get(pk=event.object_id))


@outbox.handles("order_part.dispatched")
def tell_dispatched(event: outbox.Event) -> None:
    order_letters.to_buyer_dispatched(_part(event))


@outbox.handles("order_part.received")
def tell_arrived(event: outbox.Event) -> None:
    order_letters.to_producer_received(_part(event))


def _part(event: outbox.Event) -> OrderPart:
    return OrderPart.objects.select_related("order", "producer").get(pk=event.object_id)


@every(60)
def expire_offers() -> None:
    expire_overdue(timezone.now())


@every(60)
def chase_offers() -> None:
    chase_due(timezone.now())


@every(60)
def close_quotes() -> None:
    expire_quotes(timezone.now())


@every(60)
def lapse_unpaid_orders() -> None:
    lapse_orders(timezone.now())
