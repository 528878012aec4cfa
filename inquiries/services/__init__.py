from .answering import (
    OfferClosed,
    WrongAnswer,
    WrongQuantity,
    accept_offer,
    counter_offer,
    decline_offer,
    expire_overdue,
)
from .asking import LineRequest, Request, submit_inquiry
from .orders import OrderClosed, cancel_order, lapse_orders, move_part, pay, place_order, receive_all
from .passing import CannotTake, pass_on
from .quoting import Buyer, QuoteClosed, accept_quote, decline_quote, expire_quotes, send_quote, withdraw_quote
from .routing import route_inquiry, route_line

__all__ = [
    "Buyer",
    "CannotTake",
    "LineRequest",
    "OfferClosed",
    "OrderClosed",
    "QuoteClosed",
    "Request",
    "WrongAnswer",
    "WrongQuantity",
    "accept_offer",
    "accept_quote",
    "cancel_order",
    "counter_offer",
    "decline_offer",
    "decline_quote",
    "expire_overdue",
    "expire_quotes",
    "lapse_orders",
    "move_part",
    "pass_on",
    "pay",
    "place_order",
    "receive_all",
    "route_inquiry",
    "route_line",
    "send_quote",
    "submit_inquiry",
    "withdraw_quote",
]
