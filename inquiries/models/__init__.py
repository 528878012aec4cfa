from .inquiries import Inquiry, InquiryEvent, InquiryLine
from .offers import Offer, Unmet
from .orders import Order, OrderLine, OrderPart
from .quotes import Quote, QuoteLine, QuotePart

__all__ = [
    "Inquiry",
    "InquiryEvent",
    "InquiryLine",
    "Offer",
    "Order",
    "OrderLine",
    "OrderPart",
    "Quote",
    "QuoteLine",
    "QuotePart",
    "Unmet",
]
