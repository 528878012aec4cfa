"""What is asked for and how much of it, in the active language."""

from decimal import Decimal

from django.utils.translation import gettext as _

from foundation import units
from inquiries.models import Inquiry, InquiryLine, Offer


def amount(offer: Offer, quantity: Decimal | None = None) -> str:
    """In what the producer sells: «180 kg», «12 × caja de 8,2 kg», «6 personas»; what was asked, or `quantity`."""
    shown = offer.asked if quantity is None else quantity
    return counted(shown, offer.unit, offer.supply.product.unit_name if offer.supply else "")


def unit_of_price(offer: Offer) -> str:
    """What the unit price is for: «kg», «caja de 8,2 kg», «persona»."""
    if offer.supply and offer.supply.product.unit_name:
        return offer.supply.product.unit_name
    return units.name(offer.unit, 1)


def counted(quantity: Decimal, unit: str, unit_name: str = "") -> str:
    """«180 kg», «12 × caja de 8,2 kg»: of a line that keeps its own words."""
    if unit_name and unit not in units.SYMBOLS:
        return f"{units.plain(quantity)} × {unit_name}"
    return units.show(quantity, unit)


def subject(offer: Offer) -> str:
    """The product or circuit the producer is asked for, also when the buyer asked for a whole category."""
    return offer.supply.product.title if offer.supply else offer.line.subject


def asked(line: InquiryLine) -> str:
    """«500 kg de Queso de cabra»."""
    return _("%(quantity)s de %(subject)s") % {
        "quantity": units.show(line.quantity, line.unit),
        "subject": line.subject,
    }


def buyer(inquiry: Inquiry) -> str:
    """The buyer as a producer sees them before accepting: never name, e-mail or telephone."""
    return inquiry.organisation or _("Una persona que compra por Terruño")


def destination(inquiry: Inquiry) -> str:
    """Where the goods go: the region, or another country's code."""
    parts = [inquiry.destination_region, "" if inquiry.destination_country == "CL" else inquiry.destination_country]
    return ", ".join(part for part in parts if part)
