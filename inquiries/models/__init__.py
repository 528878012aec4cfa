from .inquiries import Inquiry, InquiryEvent, InquiryLine
from .offers import Offer, Unmet
from .orders import Order, OrderLine, OrderPart

__all__ = ["Inquiry", "InquiryEvent", "InquiryLine", "Offer", "Order", "OrderLine", "OrderPart", "Unmet"]
