"""Who could serve a line: the supplies and operators worth asking, and for each the rule that keeps it out, if any."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from catalog.models import Supply
from foundation import months, units
from inquiries.enums import Rule
from inquiries.models import InquiryLine, Offer
from producers.models import NetworkMember, Producer, SealGrant
from routes.models import CircuitOperator

MOST = 200
"""Candidates a line considers, cheapest first: beyond that an exact split gains nothing a buyer would notice (ADR 0005)."""
RECENT_DAYS = 90


@dataclass
class Candidate:
    """One producer's way to serve the line; quantities are whole numbers of `unit`."""

    producer: Producer
    supply: Supply | None
    operator: CircuitOperator | None
    unit: str
    capacity: int
    minimum: int
    multiple: int
    unit_price: int
    lead_time_days: int
    network_id: int | None = None
    recent_share: float = 0.0
    committed: int = 0
    seals: frozenset[str] = frozenset()
    failed: Rule | None = None

    @property
    def source_id(self) -> int:
        return (self.supply or self.operator).pk  # type: ignore[union-attr]  # one of the two is always there

    def in_units(self, quantity: Decimal, unit: str) -> Decimal | None:
        """A quantity of the line as units of what this producer sells; None when they measure other things."""
        if self.supply:
            return self.supply.product.in_units(quantity, unit)
        return units.convert(quantity, unit, self.unit)

    def out_of_units(self, quantity: Decimal, unit: str) -> Decimal:
        """Units of sale in the line's unit."""
        if self.supply:
            return self.supply.product.out_of_units(quantity, unit)
        return quantity

    @property
    def free(self) -> int:
        """Capacity of the month not yet promised to anybody."""
        return max(0, self.capacity - self.committed)


def delivery_day(line: InquiryLine) -> date:
    """The day asked for, or a fortnight from now when the buyer named none."""
    return line.inquiry.needed_by or timezone.localdate() + timedelta(days=14)


def find(line: InquiryLine) -> list[Candidate]:
    """Candidates with their free capacity; those a rule keeps out are marked with it (`failed`)."""
    candidates = _operators(line) if line.circuit_id else _supplies(line)
    _add_networks(candidates)
    _add_commitments(candidates, line)
    _add_recent_shares(candidates)
    _add_seals(candidates, line)
    for candidate in candidates:
        candidate.failed = _first_broken_rule(candidate, line)
    return candidates


def sources(line: InquiryLine) -> QuerySet[Any]:
    """The supplies or operators of the line, for locking before they are read."""
    return _operator_rows(line) if line.circuit_id else _supply_rows(line)


def _operator_rows(line: InquiryLine) -> QuerySet[CircuitOperator]:
    return CircuitOperator.objects.active().filter(circuit=line.circuit_id).order_by("unit_price", "pk")[:MOST]


def _supply_rows(line: InquiryLine) -> QuerySet[Supply]:
    rows = Supply.objects.active()
    if line.product_id:
        return rows.filter(product=line.product_id).order_by("unit_price", "pk")[:MOST]
    wanted = Q()
    if line.category_id:
        wanted &= Q(product__category=line.category_id) | Q(product__category__parent=line.category_id)
    if line.territory_id:
        wanted &= Q(product__territory=line.territory_id)
    if not wanted:
        return rows.none()
    return rows.filter(wanted).order_by("unit_price", "pk")[:MOST]


def _operators(line: InquiryLine) -> list[Candidate]:
    return [
        Candidate(
            row.producer, None, row, units.Unit.PERSON, row.capacity, row.minimum, 1, row.unit_price, row.lead_time_days
        )
        for row in _operator_rows(line).select_related("producer")
    ]


def _supplies(line: InquiryLine) -> list[Candidate]:
    month = delivery_day(line).month
    return [
        Candidate(
            row.producer, row, None, row.product.unit, row.capacity_in(month), row.minimum, row.multiple,
            row.unit_price, max(row.lead_time_days, row.product.lead_time_days),
        )
        for row in _supply_rows(line).select_related("producer", "product")
    ]  # fmt: skip


def _add_networks(candidates: list[Candidate]) -> None:
    ids = [c.producer.pk for c in candidates]
    of: dict[int, list[int]] = {}
    for producer, network in NetworkMember.objects.on().filter(producer__in=ids).values_list("producer", "network"):
        of.setdefault(producer, []).append(network)
    for candidate in candidates:
        networks = of.get(candidate.producer.pk, [])
        own = candidate.supply.product.network_id if candidate.supply else None
        candidate.network_id = own if own in networks else (networks[0] if networks else None)


def _add_commitments(candidates: list[Candidate], line: InquiryLine) -> None:
    month = delivery_day(line).replace(day=1)
    for source in ("supply", "operator"):
        ids = [c.source_id for c in candidates if getattr(c, source) is not None]
        promised = Offer.objects.committed(source, ids, month) if ids else {}
        for candidate in candidates:
            if getattr(candidate, source) is not None:
                candidate.committed = promised.get(candidate.source_id, 0)


def _add_recent_shares(candidates: list[Candidate]) -> None:
    """Each candidate's part of what these producers were asked for in the last 90 days, 0.0–1.0."""
    ids = {c.producer.pk for c in candidates}
    since = timezone.now() - timedelta(days=RECENT_DAYS)
    rows = Offer.objects.standing().filter(producer__in=ids, created_at__gte=since)
    asked: dict[int, Decimal] = {}
    for producer, quantity, price in rows.values_list("producer", "quantity", "unit_price"):
        asked[producer] = asked.get(producer, Decimal(0)) + quantity * price
    total = sum(asked.values(), Decimal(0))
    for candidate in candidates:
        if total:
            candidate.recent_share = float(round(asked.get(candidate.producer.pk, Decimal(0)) / total, 4))


def _first_broken_rule(candidate: Candidate, line: InquiryLine) -> Rule | None:
    checks = {
        Rule.PRODUCT: candidate.in_units(line.quantity, line.unit) is not None,
        Rule.SEAL: set(line.seals) <= candidate.seals,
        Rule.SEASON: _in_season(candidate, line),
        Rule.LEAD_TIME: timezone.localdate() + timedelta(days=candidate.lead_time_days) <= delivery_day(line),
        Rule.PRICE: line.max_unit_price is None or _price_in(line, candidate) <= line.max_unit_price,
        Rule.CAPACITY: candidate.free > 0,
    }
    return next((rule for rule, holds in checks.items() if not holds), None)


def _price_in(line: InquiryLine, candidate: Candidate) -> Decimal:
    """Net price of one of the line's units: a kilo of something sold by the tonne."""
    one = candidate.in_units(Decimal(1), line.unit)
    return candidate.unit_price * one if one is not None else Decimal(candidate.unit_price)


def _add_seals(candidates: list[Candidate], line: InquiryLine) -> None:
    """Each candidate's valid seals on the delivery day: of the product it supplies, or of the host itself."""
    if not line.seals:
        return
    grants = SealGrant.objects.valid(delivery_day(line)).filter(
        producer__in=[c.producer.pk for c in candidates], seal__slug__in=line.seals
    )
    held = set(grants.values_list("producer", "product_seals__product", "seal__slug"))
    for candidate in candidates:
        product = candidate.supply.product_id if candidate.supply else None
        candidate.seals = frozenset(
            seal
            for producer, sealed, seal in held
            if producer == candidate.producer.pk and (product is None or sealed == product)
        )


def _in_season(candidate: Candidate, line: InquiryLine) -> bool:
    month = delivery_day(line).month
    if candidate.supply:
        return months.has(candidate.supply.product.sale_months, month) and candidate.capacity > 0
    return candidate.operator is None or months.has(candidate.operator.months, month)

