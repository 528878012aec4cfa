from decimal import Decimal

from foundation import units
from inquiries.models import InquiryLine, Offer


def in_line_unit(line: InquiryLine, offer: Offer) -> Decimal:
    """The offer's quantity in the line's unit."""
    return units.convert(offer.quantity, offer.unit, line.unit) or Decimal(0)
