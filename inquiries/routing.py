"""From an inquiry line to asks: who is asked for how much and why, and what is left with nobody.

Only deciding, nothing is read or written; `inquiries.services.routing` does that.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import ROUND_DOWN, Decimal
from fractions import Fraction
from math import gcd, lcm
from typing import Any

from inquiries import allocation
from inquiries.candidates import Candidate, delivery_day, judge
from inquiries.enums import Rule
from inquiries.gaps import gaps_of
from inquiries.models import InquiryLine
from inquiries.sources import Source

FAIRNESS = Fraction(5, 100)
"""Weight of recent orders: someone who had all of them costs 5 % more in the comparison, not in the price."""

THOUSANDTH = Decimal("0.001")
FEW = 40
"""Suppliers that are looked at first: an optimum over two hundred can take a fifth of a second."""
PRICE_STEPS = 100
"""Parts of a peso that are compared when prices of different packings are brought to one measure."""


@dataclass(frozen=True)
class Ask:
    """A quantity to ask of a source, in whole units of what it sells, with the reasons."""

    source: Source
    quantity: int
    reasons: list[dict[str, Any]]


@dataclass(frozen=True)
class Decision:
    asks: list[Ask] = field(default_factory=list)
    unmet: Decimal = Decimal(0)
    """In the line's unit."""
    gaps: list[dict[str, Any]] = field(default_factory=list)


def decide(
    line: InquiryLine, sources: Sequence[Source], quantity: Decimal, refused: Mapping[int, str] | None = None
) -> Decision:
    """Split `quantity` (in the line's unit) over the producers that pass every rule.

    `refused` are the producers who were asked for this line before, with why they cannot do more: they are not asked
    again. What is asked of a source is marked on it as committed.
    """
    if quantity <= 0:
        return Decision()
    refused = refused or {}
    candidates = judge(line, [s for s in sources if s.producer.pk not in refused], quantity)
    fit = [c for c in candidates if c.failed is None]
    shares = split(line, fit, quantity) if fit else []
    reasons = [reasons_of(line, c) for c in fit]
    asks = [Ask(c.source, share, why) for c, share, why in zip(fit, shares, reasons, strict=True) if share]
    served = sum((_measure(c) * share for c, share in zip(fit, shares, strict=True)), Fraction(0))
    for ask in asks:
        ask.source.committed += ask.quantity
    unmet = as_decimal(Fraction(quantity) - served)
    return Decision(asks, unmet, gaps_of(line, candidates, refused, unmet) if unmet else [])


def split(line: InquiryLine, fit: Sequence[Candidate], quantity: Decimal) -> list[int]:
    """Units of sale to ask of each candidate; never more than `quantity` together.

    Candidates may sell in different units (a jar of 0.25 kg, a kilo), so the split counts in the largest measure
    that divides every step, and compares prices for that measure.
    """
    sizes = [_measure(c) for c in fit]
    whole = lcm(*(size.denominator for size in sizes))
    counts = [int(size * whole) for size in sizes]
    steps = [count * c.source.multiple for c, count in zip(fit, counts, strict=True)]
    measure = gcd(*steps, *(count * c.source.minimum for c, count in zip(fit, counts, strict=True)))
    suppliers = tuple(
        allocation.Supplier(
            id=str(index),
            capacity=c.source.free * count // measure,
            minimum=c.source.minimum * count // measure,
            multiple=c.source.multiple * count // measure,
            unit_price=c.source.unit_price * PRICE_STEPS * measure // count,
            recent_share=c.recent_share,
        )
        for index, (c, count) in enumerate(zip(fit, counts, strict=True))
    )
    wanted = int(Fraction(quantity) * whole) // measure
    # A party travels with one host; goods may come from as many as it takes.
    limit = 1 if line.circuit_id else None
    problem = allocation.Problem(quantity=wanted, suppliers=suppliers, fairness=FAIRNESS, max_suppliers=limit)
    quantities = solve(problem)
    if line.circuit_id and sum(quantities.values()) < wanted:
        return [0] * len(fit)
    return [quantities.get(str(index), 0) * measure // count for index, count in enumerate(counts)]


def solve(problem: allocation.Problem) -> Mapping[str, int]:
    """The optimum over the cheapest few when they can serve it all, which is nearly always; else over everybody."""
    by_price = sorted(problem.suppliers, key=lambda s: (_weighed(problem, s), s.id))
    few = allocation.split(replace(problem, suppliers=tuple(by_price[:FEW])))
    return (few if not few.unmet or len(by_price) <= FEW else allocation.split(problem)).quantities


def _weighed(problem: allocation.Problem, supplier: allocation.Supplier) -> Fraction:
    return supplier.unit_price * (1 + problem.fairness * supplier.recent_share)


def _measure(candidate: Candidate) -> Fraction:
    if candidate.size is None:
        raise ValueError("A candidate that measures other things cannot be part of a split.")
    return candidate.size


def as_decimal(quantity: Fraction) -> Decimal:
    """To the thousandth a column holds; what is less is nothing."""
    exact = Decimal(quantity.numerator) / Decimal(quantity.denominator)
    return exact.quantize(THOUSANDTH, rounding=ROUND_DOWN)


def reasons_of(line: InquiryLine, candidate: Candidate) -> list[dict[str, Any]]:
    """Why this producer was chosen, before anything is committed; each is a rule with what its sentence needs."""
    source, day = candidate.source, delivery_day(line)
    reasons: list[dict[str, Any]] = [
        {"rule": Rule.PRODUCT, "data": {}},
        {"rule": Rule.TERRITORY, "data": {}},
        {"rule": Rule.SEASON, "data": {"month": day.month}},
        {"rule": Rule.CAPACITY, "data": {"free": source.free, "unit": source.unit, "month": day.month}},
        {"rule": Rule.LEAD_TIME, "data": {"days": source.lead_time_days}},
    ]
    if line.circuit_id:
        reasons[3]["data"]["day"] = day.isoformat()
    if line.seals:
        reasons.append({"rule": Rule.SEAL, "data": {"seals": line.seals}})
    if source.minimum > 1:
        reasons.append({"rule": Rule.MINIMUM, "data": {"minimum": source.minimum, "unit": source.unit}})
    if line.max_unit_price is not None:
        reasons.append({"rule": Rule.PRICE, "data": {"price": source.unit_price, "unit": source.unit}})
    reasons.append({"rule": Rule.FAIRNESS, "data": {"share": float(candidate.recent_share)}})
    return reasons
