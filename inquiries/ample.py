"""How many of the thousands that sell something of a kind are worth reading whole.

The cheapest are looked at until those that could take part make `AMPLE` times the demand; by their rows alone, without
locks: whoever decides reads them again, locked.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils import timezone

from foundation import months
from foundation.units import convert
from inquiries.models import InquiryLine, Offer

FEWEST = 40
AMPLE = 3
OF_A_PROMISE = (
    "pk", "monthly_capacity", "minimum", "multiple", "unit_price", "lead_time_days", "product__unit",
    "product__base_unit", "product__unit_size", "product__sale_months", "product__lead_time_days", "product__minimum",
)  # fmt: skip


def as_many_as_should_do(rows: Sequence[dict[str, Any]], line: InquiryLine, day: date) -> list[int]:
    """The first `FEWEST`, and on until those that could take part make ample; where nobody could, no more than that."""
    days_left = (day - timezone.localdate()).days
    made, count, wanted = Decimal(0), 0, AMPLE * line.quantity
    taken = Offer.objects.committed("supply", [row["pk"] for row in rows], day.replace(day=1)) if rows else {}
    for place, row in enumerate(rows, 1):
        if place > FEWEST and made >= wanted:
            break
        promised = _could_make(row, line, day.month, days_left, taken.get(row["pk"], 0))
        if promised or place <= FEWEST:
            count = place
        made += promised
    return [row["pk"] for row in rows[:count]]


def _could_make(row: dict[str, Any], line: InquiryLine, month: int, days_left: int, taken: int) -> Decimal:
    """In the line's unit, by the rules that need nothing more than the row."""
    same = row["product__unit"] == line.unit
    size = Decimal(1) if same else convert(row["product__unit_size"], row["product__base_unit"], line.unit)
    if not size or not months.has(row["product__sale_months"], month):
        return Decimal(0)
    most, least = line.max_unit_price, max(row["minimum"], row["multiple"]) * size
    too_dear = most is not None and row["unit_price"] > most * size
    too_late = max(row["lead_time_days"], row["product__lead_time_days"]) > days_left
    if too_dear or too_late or least > line.quantity or row["product__minimum"] * size > line.quantity:
        return Decimal(0)
    free = row["monthly_capacity"][month - 1] - taken
    return size * free if free >= max(row["minimum"], row["multiple"]) else Decimal(0)
