"""What this room hangs into an order's page."""

from typing import Any

from inquiries.enums import OrderStatus
from inquiries.models import Order
from inquiries.sections import Section, order_page
from payments import books
from payments.enums import RefundState


def how_it_is_paid(order: Order) -> dict[str, Any] | None:
    """The way to the payment, or what came in and went back."""
    if order.status == OrderStatus.PLACED:
        return {"order": order, "to_pay": True}
    received = books.received(order)
    if not received:
        return None
    waiting = order.refunds.exclude(state=RefundState.DONE).exists()
    return {"order": order, "to_pay": False, "received": received, "back": books.refunded(order), "waiting": waiting}


order_page.register(Section("payment", 10, "payments/_order_payment.html", how_it_is_paid))
