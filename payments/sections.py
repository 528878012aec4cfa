"""What this room hangs into an order's page, and under the prices of a product's."""

from typing import Any

from catalog.sections import product_actions
from catalog.shop.retail import Shelf
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


def put_in_basket(shelf: Shelf) -> dict[str, Any] | None:
    """The formats sold by the piece; a product that is not yet stored, or sells none so, has no such form."""
    if not shelf.formats or not shelf.product.pk:
        return None
    return {"formats": [entry for entry in shelf.formats if entry.available], "product": shelf.product}


product_actions.register(Section("basket", 10, "payments/_add_to_basket.html", put_in_basket))
order_page.register(Section("payment", 10, "payments/_order_payment.html", how_it_is_paid))
