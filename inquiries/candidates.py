"""Who could serve a line: the supplies and hosts worth asking, and for each the rule that keeps it out, if any."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from django.utils import timezone

from catalog.models import Supply
from foundation import units
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
    """The part of what the line's candidates were asked for lately that went to this producer, in hundredths."""
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
    order = Order(line, quantity)
    found = []
    for source in sources:
        share = Fraction(round(source.recent * 100 / total), 100) if total else Fraction(0)
        candidate = Candidate(source, order.size(source), share)
        candidate.failed = order.first_broken_rule(source, candidate.size)
        found.append(candidate)
    return found


def size_in(line: InquiryLine, supply: Supply | None) -> Fraction | None:
    """How much of the line's unit is in one unit of the supply, or of a host (`None`), who is asked for people."""
    if supply is None:
        return Fraction(1) if line.unit == units.Unit.PERSON else None
    product = supply.product
    if product.in_units(Decimal(1), line.unit) is None:
        return None
    return Fraction(product.out_of_units(Decimal(1), line.unit)).limit_denominator(FINEST) or None


class Order:
    """What a line asks for, worked out once for all the sources that are held against it."""

    def __init__(self, line: InquiryLine, quantity: Decimal) -> None:
        self.line = line
        self.day = delivery_day(line)
        self.days_left = (self.day - timezone.localdate()).days
        self.quantity = Fraction(quantity)
        self.whole = Fraction(line.quantity)
        self.seals = frozenset(line.seals)
        self.territory = line.territory_id if not line.category_id else None
        self.sizes: dict[tuple[object, ...], Fraction | None] = {}

    def size(self, source: Source) -> Fraction | None:
        """`size_in`, once for each packing."""
        product = source.supply.product if source.supply else None
        packing = (product.unit, product.base_unit, product.unit_size) if product else ()
        if packing not in self.sizes:
            self.sizes[packing] = size_in(self.line, source.supply)
        return self.sizes[packing]

    def first_broken_rule(self, source: Source, size: Fraction | None) -> Rule | None:
        """Checked in the order of `Rule`."""
        price = self.line.max_unit_price
        if size is None:
            return Rule.PRODUCT
        if self.territory and source.producer.territory_id != self.territory:
            return Rule.TERRITORY
        if not self.seals <= source.seals:
            return Rule.SEAL
        if not source.in_season(self.day.month):
            return Rule.SEASON
        if source.lead_time_days > self.days_left:
            return Rule.LEAD_TIME
        if price is not None and source.unit_price > price * size:
            return Rule.PRICE
        if source.minimum * size > self.quantity or source.least_order * size > self.whole:
            return Rule.MINIMUM
        if source.free < max(1, source.minimum, source.multiple):
            return Rule.CAPACITY
        return None
