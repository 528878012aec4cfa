from decimal import Decimal

from inquiries.models import InquiryLine, Offer


def in_line_unit(line: InquiryLine, offer: Offer) -> Decimal:
    """The offer's quantity in the line's unit."""
    return offer.supply.product.out_of_units(offer.quantity, line.unit) if offer.supply else offer.quantity
