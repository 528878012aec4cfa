"""What an inquiry line that found nobody adds to: one standing opportunity a subject, place and measure."""

from dataclasses import dataclass
from decimal import Decimal

from catalog.models import Category, Product
from foundation import units
from foundation.units import Unit
from inquiries.models import InquiryLine
from territories.models import Territory

MEASURES = (Unit.KG, Unit.L)
"""What is asked for by weight or volume adds up in these."""
THOUSANDTH = Decimal("0.001")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A line's part without a producer. `asked` and `missing` are in `unit`; lines with the same `key` add up."""

    key: str
    subject: str
    unit: str
    asked: Decimal
    missing: Decimal
    territory: Territory | None
    product: Product | None
    category: Category | None


def wanted(line: InquiryLine, missing: Decimal) -> Wanted:
    """`missing` is in the line's unit."""
    unit, factor = _measure(line)
    territory = line.territory or (line.product or line.circuit or line).territory
    category = line.product.category if line.product else line.category
    return Wanted(
        key=f"{_subject(line)}:{unit}",
        subject=line.subject,
        unit=unit,
        asked=(line.quantity * factor).quantize(THOUSANDTH),
        missing=(missing * factor).quantize(THOUSANDTH),
        territory=territory,
        product=line.product,
        category=category,
    )


def _subject(line: InquiryLine) -> str:
    if line.product_id:
        return f"product:{line.product_id}"
    if line.circuit_id:
        return f"circuit:{line.circuit_id}"
    return f"category:{line.category_id or '-'}:territory:{line.territory_id or '-'}"


def _measure(line: InquiryLine) -> tuple[str, Decimal]:
    """The unit that lines like this one add up in, and how much of it one unit of the line is."""
    one = Decimal(1)
    if line.product:
        sold = line.product.in_units(one, line.unit)
        return (line.product.unit, sold) if sold is not None else (line.unit, one)
    for measure in MEASURES:
        size = units.convert(one, line.unit, measure)
        if size is not None:
            return measure.value, size
    return line.unit, one
