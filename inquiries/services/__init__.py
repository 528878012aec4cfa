from .answering import OfferClosed, WrongQuantity, accept_offer, decline_offer, expire_overdue
from .asking import LineRequest, Request, submit_inquiry
from .routing import route_inquiry, route_line

__all__ = [
    "LineRequest",
    "OfferClosed",
    "Request",
    "WrongQuantity",
    "accept_offer",
    "decline_offer",
    "expire_overdue",
    "route_inquiry",
    "route_line",
    "submit_inquiry",
]
