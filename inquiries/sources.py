"""What can be asked of whom: supplies and hosts with what they have left, read and locked once an inquiry."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.db.models import Case, DecimalField, F, Q, QuerySet, Sum, Value, When
from django.utils import timezone

from catalog.models import Category, ProductSeal, Supply
from foundation import months
from foundation.units import Unit, convert
from inquiries import ample as ample_rows
from inquiries.models import InquiryLine, Offer
from producers.models import NetworkMember, Producer, SealGrant
from routes.models import CircuitOperator

MOST = 200
"""Sources a line considers, cheapest first: beyond that an exact split gains nothing one would notice (ADR 0005)."""
RECENT_DAYS = 90
OF_A_PRODUCER = ("slug", "name", "person", "email", "territory_id")
OF_A_PRODUCT = (
    "slug", "title_es", "title_en", "unit", "unit_name_es", "unit_name_en", "base_unit", "unit_size", "sale_months",
    "lead_time_days", "minimum", "network_id",
)  # fmt: skip
OF_A_SUPPLY = (
    "product_id", "producer_id", "monthly_capacity", "sold_out_in", "minimum", "multiple", "unit_price",
    "lead_time_days", *(f"producer__{name}" for name in OF_A_PRODUCER), *(f"product__{name}" for name in OF_A_PRODUCT),
)  # fmt: skip
"""What routing and its letters read: of two hundred rows, the stories and descriptions would be most of the work."""


@dataclass
class Source:
    """One producer's supply of a product, or hosting of a circuit; quantities are whole units of sale, or people.

    The lines of an inquiry share it: what one line takes (`committed`), the next no longer finds.
    """

    producer: Producer
    supply: Supply | None
    operator: CircuitOperator | None
    capacity: int
    committed: int = 0
    recent: Decimal = Decimal(0)
    """Pesos of standing offers made to the producer in the last 90 days."""
    network_id: int | None = None
    seals: frozenset[str] = frozenset()

    @property
    def row(self) -> Supply | CircuitOperator:
        row = self.supply or self.operator
        if row is None:
            raise ValueError("A source is a supply or a host.")
        return row

    @property
    def unit(self) -> str:
        return self.supply.product.unit if self.supply else "person"

    @property
    def minimum(self) -> int:
        return self.row.minimum

    @property
    def least_order(self) -> Fraction:
        """The smallest order of the product, whoever shares in it."""
        return Fraction(self.supply.product.minimum) if self.supply else Fraction(0)

    @property
    def multiple(self) -> int:
        return self.supply.multiple if self.supply else 1

    @property
    def unit_price(self) -> int:
        return self.row.unit_price

    @property
    def lead_time_days(self) -> int:
        days = self.row.lead_time_days
        return max(days, self.supply.product.lead_time_days) if self.supply else days

    def in_season(self, month: int) -> bool:
        """On sale then, and with something to give; a host: receiving."""
        if self.supply:
            return months.has(self.supply.product.sale_months, month) and self.capacity > 0
        return self.operator is not None and months.has(self.operator.months, month)

    @property
    def free(self) -> int:
        """Not yet promised to anybody in the period."""
        return max(0, self.capacity - self.committed)


def is_broad(line: InquiryLine) -> bool:
    """Whether thousands may serve it: it names neither a product nor a circuit."""
    return not line.product_id and not line.circuit_id


def load(
    lines: Sequence[InquiryLine], day: date, *, ample: bool = False, looked_at: dict[int, list[int]] | None = None
) -> list[list[Source]]:
    """For each line its sources, the cheapest, with what they have left on `day`; all their rows are locked.

    With `ample`, a broad line gets only as many as should do. At most `MOST` in any case. `looked_at`, one mapping
    given to such a look and then to a whole one, spares the second to find the same rows among thousands again.

    Call it in the transaction that makes the offers. All lines are locked at once, in the order of the keys, so that
    two inquiries that want the same goods in another order wait for each other instead of standing still.
    """
    looked_at = {} if looked_at is None else looked_at
    supply_ids = [[] if line.circuit_id else _supply_ids(line, day, ample, looked_at) for line in lines]
    operator_ids = [list(_operator_ids(line)) if line.circuit_id else [] for line in lines]
    return _loaded(lines, day, supply_ids, operator_ids)


def load_one(line: InquiryLine, day: date, *, supply: int | None = None, operator: int | None = None) -> Source | None:
    """The one source named, locked, as `load` would find it; None when it is gone."""
    found = _loaded([line], day, [[supply] if supply else []], [[operator] if operator else []])
    return found[0][0] if found[0] else None


def _loaded(
    lines: Sequence[InquiryLine], day: date, supply_ids: list[list[int]], operator_ids: list[list[int]]
) -> list[list[Source]]:
    supplies = {row.pk: _of_supply(row, day) for row in _locked_supplies({pk for ids in supply_ids for pk in ids})}
    operators = {row.pk: _of_operator(row) for row in _locked_operators({pk for ids in operator_ids for pk in ids})}
    _add_commitments("supply", supplies, day.replace(day=1))
    _add_commitments("operator", operators, day)
    found = [*supplies.values(), *operators.values()]
    producers = {source.producer.pk for source in found}
    if producers:
        _add_networks(found, producers)
        _add_recent(found, producers)
        _add_seals(found, producers, {slug for line in lines for slug in line.seals}, day)
    return [
        [supplies[pk] for pk in ids if pk in supplies] + [operators[pk] for pk in hosts if pk in operators]
        for ids, hosts in zip(supply_ids, operator_ids, strict=True)
    ]


def _operator_ids(line: InquiryLine) -> QuerySet[Any]:
    rows = CircuitOperator.objects.active().filter(circuit=line.circuit_id)
    return rows.order_by("unit_price", "pk").values_list("pk", flat=True)[:MOST]


def _supply_ids(line: InquiryLine, day: date, ample: bool, looked_at: dict[int, list[int]]) -> list[int]:
    if not ample and line.number in looked_at:
        return looked_at[line.number]
    rows = Supply.objects.active()
    if line.product_id:
        named = rows.filter(product=line.product_id)
        return list(named.order_by("unit_price", "pk").values_list("pk", flat=True)[:MOST])
    wanted = Q()
    if line.category_id:
        shelves = Category.objects.filter(Q(pk=line.category_id) | Q(parent=line.category_id))
        wanted &= Q(product__category__in=shelves)
    if line.territory_id:
        wanted &= Q(product__territory=line.territory_id)
    if not wanted:
        return []
    rows = rows.filter(wanted).annotate(_month=F("product__sale_months").bitand(1 << (day.month - 1)))
    rows = rows.order_by(_unfit(line.unit), "unit_price", "pk")
    if not ample or line.seals:
        return list(rows.values_list("pk", flat=True)[:MOST])
    promises = list(rows.values(*ample_rows.OF_A_PROMISE)[:MOST])
    looked_at[line.number] = [row["pk"] for row in promises]
    return ample_rows.as_many_as_should_do(promises, line, day)


def _unfit(unit: str) -> Case:
    """0 for what is on sale that month and measured in the line's unit: the rest only tells why others cannot serve."""
    same = [other for other in Unit.values if convert(Decimal(1), unit, other) is not None]
    measured = Q(product__unit=unit) | Q(product__base_unit__in=same)
    return Case(When(measured, _month__gt=0, then=Value(0)), default=Value(1))


def _locked_supplies(ids: set[int]) -> list[Supply]:
    if not ids:
        return []
    rows = Supply.objects.filter(pk__in=ids).select_related("producer", "product").only(*OF_A_SUPPLY)
    return list(rows.order_by("pk").select_for_update(of=("self",), no_key=True))


def _locked_operators(ids: set[int]) -> list[CircuitOperator]:
    if not ids:
        return []
    rows = CircuitOperator.objects.filter(pk__in=ids).select_related("producer")
    return list(rows.order_by("pk").select_for_update(of=("self",), no_key=True))


def _of_supply(row: Supply, day: date) -> Source:
    return Source(row.producer, row, None, row.capacity_in(day.month))


def _of_operator(row: CircuitOperator) -> Source:
    return Source(row.producer, None, row, row.capacity)


def _add_networks(sources: Sequence[Source], producers: set[int]) -> None:
    """The product's own network when the producer is in it, else the first the producer is in."""
    rows = NetworkMember.objects.on().filter(producer__in=producers, network__live=True)
    of: dict[int, list[int]] = {}
    for producer, network in rows.order_by("pk").values_list("producer", "network"):
        of.setdefault(producer, []).append(network)
    for source in sources:
        networks = of.get(source.producer.pk, [])
        own = source.supply.product.network_id if source.supply else None
        source.network_id = own if own in networks else (networks[0] if networks else None)


def _add_commitments(kind: str, sources: dict[int, Source], period: date) -> None:
    promised = Offer.objects.committed(kind, list(sources), period) if sources else {}
    for pk, units in promised.items():
        sources[pk].committed = units


def _add_recent(sources: Sequence[Source], producers: set[int]) -> None:
    since = timezone.now() - timedelta(days=RECENT_DAYS)
    rows = Offer.objects.standing().filter(producer__in=producers, created_at__gte=since).order_by()
    worth = Sum(F("quantity") * F("unit_price"), output_field=DecimalField(max_digits=30, decimal_places=3))
    asked = dict(rows.values_list("producer").annotate(worth=worth))
    for source in sources:
        source.recent = Decimal(asked.get(source.producer.pk, 0))


def _add_seals(sources: Sequence[Source], producers: set[int], wanted: set[str], day: date) -> None:
    """Seals valid on the day: those the product carries by its maker's own grant, or those of the host."""
    if not wanted:
        return
    grants = SealGrant.objects.valid(day).filter(producer__in=producers, seal__slug__in=wanted)
    sealed = ProductSeal.objects.shown(day).filter(grant__in=grants)
    held = {(producer, None, slug) for producer, slug in grants.values_list("producer", "seal__slug")}
    held |= set(sealed.values_list("grant__producer", "product", "grant__seal__slug"))
    for source in sources:
        carried = source.producer.pk, source.supply.product_id if source.supply else None
        source.seals = frozenset(slug for producer, product, slug in held if (producer, product) == carried)
