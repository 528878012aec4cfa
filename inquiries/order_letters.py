"""Letters about orders, whatever they come from: to the buyer at each step, to the producers when it is their turn."""

from typing import Any

from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from foundation import money, units
from inquiries import letters, naming, recipients, wording
from inquiries.enums import OrderStatus, PartStatus
from inquiries.models import Order, OrderPart
from inquiries.services.orders import UNPAID


def to_buyer_placed(order: Order) -> None:
    """What was ordered, what is to be paid until when, and where."""
    _to_buyer(order, "placed", _subject_placed)


def to_buyer_paid(order: Order) -> None:
    _to_buyer(order, "paid", lambda context: _("Recibimos el pago de su pedido %(number)s") % context)


def to_buyer_cancelled(order: Order, reason: str) -> None:
    extra = {"unpaid": reason == UNPAID, "was_paid": order.paid_at is not None}
    _to_buyer(order, "cancelled", lambda context: _("Su pedido %(number)s quedó anulado") % context, extra)


def to_buyer_received(order: Order) -> None:
    _to_buyer(order, "received", lambda context: _("Su pedido %(number)s está completo") % context)


def to_buyer_dispatched(part: OrderPart) -> None:
    """One producer's part is on its way."""
    extra = {"producer": part.producer.name, "tracking": part.tracking, "lines": _lines(part)}
    _to_buyer(
        part.order, "dispatched", lambda context: _("%(producer)s despachó su parte del pedido %(number)s") % context,
        extra, key=f"order-part-{part.pk}-dispatched",
    )  # fmt: skip


def to_producers_paid(order: Order) -> None:
    """To each producer: what to prepare, for whom, and where it goes."""
    _to_producers(order, "prepare", lambda c: _("Prepare el pedido %(number)s: ya está pagado") % c)


def to_producers_cancelled(order: Order) -> None:
    """Only to those who had been told to prepare something."""
    if order.paid_at is not None:
        _to_producers(order, "stop", lambda c: _("No prepare el pedido %(number)s: quedó anulado") % c)


def to_producer_received(part: OrderPart) -> None:
    _to_producer(
        part, "arrived", lambda context: _("Su parte del pedido %(number)s llegó bien") % context, _of_part(part)
    )


def _subject_placed(context: dict[str, Any]) -> str:
    return _("Su pedido %(number)s: falta pagar %(total)s") % context


def _to_buyer(order: Order, what: str, subject: Any, extra: dict[str, Any] | None = None, key: str = "") -> None:
    with translation.override(order.locale):
        context = {
            "name": order.name,
            "number": order.number,
            "total": money.clp(order.total),
            "until": wording.moment_in_words(order.pay_by) if order.pay_by else "",
            "link": letters.page_url(order.get_absolute_url()),
            "parts": [{"producer": part.producer.name, "lines": _lines(part)} for part in _parts(order)],
        } | (extra or {})
        words = subject(context)
    letters.write(key or f"order-{order.pk}-{what}", order.email, words, f"order_{what}", context, order.locale)


def _to_producers(order: Order, what: str, subject: Any) -> None:
    for part in _parts(order):
        part.order = order
        _to_producer(part, what, subject, _of_part(part))


def _to_producer(part: OrderPart, what: str, subject: Any, context: dict[str, Any]) -> None:
    with translation.override(letters.SPANISH):
        words = subject(context)
    for address in recipients.of_producer(part.producer, part.network_id):
        key = f"order-part-{part.pk}-{what}-{address}"[:200]
        letters.write(key, address, words, f"part_{what}", context, letters.SPANISH)


def _of_part(part: OrderPart) -> dict[str, Any]:
    order = part.order
    with translation.override(letters.SPANISH):
        return {
            "producer": part.producer.person or part.producer.name,
            "number": order.number,
            "lines": _lines(part),
            "buyer": order,
            "freight_to_agree": part.freight_to_agree,
            "destination": ", ".join(filter(None, [order.address, order.destination])),
            "link": letters.page_url(reverse("panel-order", args=[part.pk])),
        }


def _parts(order: Order) -> list[OrderPart]:
    """Those that are not called off on their own."""
    parts = order.parts.select_related("producer").prefetch_related("lines__product", "lines__circuit")
    return [part for part in parts if part.status != PartStatus.CANCELLED or order.status == OrderStatus.CANCELLED]


def _lines(part: OrderPart) -> list[str]:
    return [f"{amount_of(line)}, {line.shown_title}" for line in part.lines.all()]


def amount_of(line: Any) -> str:
    """Of an order's line: in its unit of sale, or in pieces of a retail format."""
    if line.format_id is not None or line.product is None or line.product.unit != line.unit:
        return units.show(line.quantity, line.unit)
    return naming.counted(line.quantity, line.unit, line.product.unit_name)
