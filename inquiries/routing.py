"""From an inquiry line to offers: who is asked for how much and why, and what is left with nobody.

Pure reading and deciding; `inquiries.services.routing` writes what is decided here.
"""

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from math import gcd
from typing import Any

from foundation import units
from inquiries import allocation
from inquiries.candidates import Candidate, delivery_day, find
from inquiries.enums import GapKind, Rule
from inquiries.models import InquiryLine

FAIRNESS = 0.05
"""Weight of recent orders in the split: someone who had all of them costs 5 % more in the comparison, not in the price."""

FINE = 10**6
"""Parts of the line's unit that are counted: a gram of a tonne."""

GAPS = {
    Rule.PRODUCT: GapKind.COMPETITIVENESS,
    Rule.TERRITORY: GapKind.SCALE,
    Rule.SEAL: GapKind.IDENTITY,
    Rule.SEASON: GapKind.PHYSICAL,
    Rule.LEAD_TIME: GapKind.COMPETITIVENESS,
    Rule.PRICE: GapKind.COMPETITIVENESS,
    Rule.MINIMUM: GapKind.SCALE,
    Rule.CAPACITY: GapKind.SCALE,
}


@dataclass(frozen=True)
class Ask:
    """A quantity to ask of a candidate, in whole units of what they sell, with the reasons."""

    candidate: Candidate
    quantity: int
    reasons: list[dict[str, Any]]


@dataclass(frozen=True)
class Decision:
    asks: list[Ask]
    unmet: Decimal
    """In the line's unit."""
    gaps: list[dict[str, Any]]


def decide(line: InquiryLine, quantity: Decimal, excluded: frozenset[int] = frozenset()) -> Decision:
    """Split `quantity` (in the line's unit) of the line over the producers that pass every rule.

    `excluded` are producers who already answered this line: they are not asked again.
    """
    candidates = [c for c in find(line) if c.producer.pk not in excluded]
    fit = [c for c in candidates if c.failed is None]
    if not fit:
        return Decision([], quantity, gaps_of(line, candidates, quantity, served=False))
    shares = _split(line, fit, quantity)
    asks = [Ask(c, share, reasons_of(line, c, share)) for c, share in zip(fit, shares, strict=True) if share]
    served = sum((ask.candidate.out_of_units(Decimal(ask.quantity), line.unit) for ask in asks), Decimal(0))
    unmet = quantity - served
    return Decision(asks, unmet, gaps_of(line, candidates, unmet, served=bool(asks)) if unmet else [])


def _split(line: InquiryLine, fit: list[Candidate], quantity: Decimal) -> list[int]:
    """Units of sale to ask of each candidate.

    Candidates may sell in different units (a jar of 0.25 kg, a kilo), so the split counts in the largest measure
    that divides every step, and compares whole pesos for one unit of the line.
    """
    sizes = [int(c.out_of_units(Decimal(1), line.unit) * FINE) for c in fit]
    measure = gcd(*(size * c.multiple for c, size in zip(fit, sizes, strict=True)), *_minimums(fit, sizes))
    suppliers = [
        allocation.Supplier(
            id=str(index), capacity=c.free * size // measure, minimum=c.minimum * size // measure,
            multiple=c.multiple * size // measure, unit_price=c.unit_price * FINE // size,
            fixed_cost=0, recent_share=c.recent_share,
        )
        for index, (c, size) in enumerate(zip(fit, sizes, strict=True))
    ]  # fmt: skip
    wanted = int(quantity * FINE) // measure
    if wanted <= 0:
        return [0] * len(fit)
    # A party travels with one host; goods may come from as many as it takes.
    problem = allocation.Problem(
        quantity=wanted, suppliers=suppliers, fairness=FAIRNESS, max_suppliers=1 if line.circuit_id else None
    )
    got = {share.id: share.quantity for share in allocation.allocate(problem).allocations}
    if line.circuit_id and sum(got.values()) < wanted:
        return [0] * len(fit)
    return [got.get(str(index), 0) * measure // size for index, size in enumerate(sizes)]


def _minimums(fit: list[Candidate], sizes: list[int]) -> list[int]:
    return [c.minimum * size for c, size in zip(fit, sizes, strict=True) if c.minimum]


def reasons_of(line: InquiryLine, candidate: Candidate, share: int) -> list[dict[str, Any]]:
    """Why this producer gets this share; each is a rule with the figures its sentence needs."""
    day = delivery_day(line)
    reasons: list[dict[str, Any]] = [
        {"rule": Rule.PRODUCT, "data": {"product": candidate.supply.product_id if candidate.supply else None}},
        {"rule": Rule.TERRITORY, "data": {"territory": candidate.producer.territory_id}},
        {"rule": Rule.SEASON, "data": {"month": day.month}},
        {
            "rule": Rule.CAPACITY,
            "data": {"free": candidate.free, "capacity": candidate.capacity, "unit": candidate.unit, "month": day.month},
        },
        {"rule": Rule.LEAD_TIME, "data": {"days": candidate.lead_time_days}},
    ]
    if line.seals:
        reasons.append({"rule": Rule.SEAL, "data": {"seals": line.seals}})
    if candidate.minimum > 1:
        reasons.append({"rule": Rule.MINIMUM, "data": {"minimum": candidate.minimum, "unit": candidate.unit}})
    if line.max_unit_price is not None:
        reasons.append({"rule": Rule.PRICE, "data": {"price": candidate.unit_price, "unit": candidate.unit}})
    reasons.append({"rule": Rule.FAIRNESS, "data": {"share": candidate.recent_share}})
    return reasons


def gaps_of(line: InquiryLine, candidates: list[Candidate], unmet: Decimal, *, served: bool) -> list[dict[str, Any]]:
    """Why `unmet` found nobody: the rules that kept producers out, most frequent first, and scale when all were full."""
    if not candidates:
        return [{"kind": GapKind.SCALE, "rule": Rule.PRODUCT, "data": {"makers": 0}}]
    broken = Counter(c.failed for c in candidates if c.failed is not None)
    gaps = [{"kind": GAPS[rule], "rule": rule, "data": {"producers": count}} for rule, count in broken.most_common()]
    if served or not broken:
        free = {"quantity": units.plain(unmet), "unit": line.unit}
        first: dict[str, Any] = {"kind": GapKind.SCALE, "rule": Rule.CAPACITY, "data": free}
        gaps = [first] + [gap for gap in gaps if gap["rule"] != Rule.CAPACITY]
    return gaps
