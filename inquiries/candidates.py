"""Who could serve a line: the supplies and hosts worth asking, and for each the rule that keeps it out, if any."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from django.utils import timezone

from foundation import months, units
from inquiries.enums import Rule
from inquiries.models import InquiryLine
from inquiries.sources import Source

FINEST = 10**9
"""A ratio of two units has no larger denominator than this: a dozen is exactly 12, not 11.999…"""


@dataclass
class Candidate:
    """One source as a way to serve one line."""

    source: Source
    size: Fraction | None
    """How much of the line's unit is in one unit of sale: 41/5 kg in a box; None when they measure other things."""
    recent_share: Fraction = Fraction(0)
    """The part of what the line's candidates were asked for lately that went to this producer."""
    failed: Rule | None = None


def delivery_day(line: InquiryLine) -> date:
    """The day asked for, or a fortnight from now when the buyer named none."""
    return line.inquiry.needed_by or timezone.localdate() + timedelta(days=14)


def period(line: InquiryLine) -> date:
    """First day of the period whose capacity the line uses: the month for goods, the day itself for a visit."""
    day = delivery_day(line)
    return day if line.circuit_id else day.replace(day=1)


def judge(line: InquiryLine, sources: Sequence[Source], quantity: Decimal) -> list[Candidate]:
    """The sources as candidates for `quantity` of the line; those that a rule keeps out are marked with it."""
    total = sum((source.recent for source in sources), Decimal(0))
    found = []
    for source in sources:
        share = Fraction(round(source.recent / total, 4)) if total else Fraction(0)
        candidate = Candidate(source, size_in(line, source), share)
        candidate.failed = _first_broken_rule(candidate, line, quantity)
        found.append(candidate)
    return found


def size_in(line: InquiryLine, source: Source) -> Fraction | None:
    if source.supply is None:
        return Fraction(1) if line.unit == units.Unit.PERSON else None
    product = source.supply.product
    if product.in_units(Decimal(1), line.unit) is None:
        return None
    return Fraction(product.out_of_units(Decimal(1), line.unit)).limit_denominator(FINEST) or None


def _first_broken_rule(candidate: Candidate, line: InquiryLine, quantity: Decimal) -> Rule | None:
    """Checked in the order of `Rule`; each check may rely on those before it."""
    source, size = candidate.source, candidate.size
    if size is None:
        return Rule.PRODUCT
    if line.territory_id and not line.category_id and source.producer.territory_id != line.territory_id:
        return Rule.TERRITORY
    checks = {
        Rule.SEAL: set(line.seals) <= source.seals,
        Rule.SEASON: _in_season(source, delivery_day(line).month),
        Rule.LEAD_TIME: timezone.localdate() + timedelta(days=source.lead_time_days) <= delivery_day(line),
        Rule.PRICE: line.max_unit_price is None or source.unit_price / size <= line.max_unit_price,
        Rule.MINIMUM: source.minimum * size <= Fraction(quantity)
        and source.least_order * size <= Fraction(line.quantity),
        Rule.CAPACITY: source.free >= max(1, source.minimum, source.multiple),
    }
    return next((rule for rule, holds in checks.items() if not holds), None)


def _in_season(source: Source, month: int) -> bool:
    if source.supply:
        return months.has(source.supply.product.sale_months, month) and source.capacity > 0
    return source.operator is not None and months.has(source.operator.months, month)
