from .inquiries import Inquiry, InquiryEvent, InquiryLine
from .offers import Offer, Unmet

__all__ = ["Inquiry", "InquiryEvent", "InquiryLine", "Offer", "Unmet"]
