"""Who makes a product and how much of it they can deliver together. Wholesale prices are net of VAT."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.dates import MONTHS

from catalog.models import Product, Supply
from catalog.models.supplies import sold_out_month
from foundation import units
from foundation.prepared import Prepared, Slot
from foundation.units import Unit

COLUMNS = (
    "producer__name",
    "producer__slug",
    "producer__comuna__name",
    "monthly_capacity",
    "lead_time_days",
    "unit_price",
    "sold_out_in",
)
STORED = Prepared(
    lambda: (
        Supply.objects.filter(product=Slot("product"), paused=False, producer__live=True)
        .order_by("producer__name")
        .values(*COLUMNS)
    )
)
MOST_MAKERS = 40
"""Makers a page lists; the pooled figures count all of them."""


@dataclass(frozen=True, slots=True)
class Maker:
    name: str
    href: str
    comuna: str
    capacity: str
    """Of this month, with its unit; "" for none."""
    lead_time: str


@dataclass(frozen=True, slots=True)
class Wholesale:
    """What the makers offer together, in the product's unit of sale."""

    minimum: str
    lead_time_days: int
    capacity: str
    """Pooled over the makers, this month; "" when there is none."""
    returns_in: str
    """The next month with any capacity, in words, when this one has none."""
    price_from: int | None
    unit: str
    makers: tuple[Maker, ...]
    more: int

    @property
    def count(self) -> int:
        return len(self.makers) + self.more


def wholesale(product: Product, month: int) -> Wholesale:
    """What can be had in `month` (1–12) and from whom; one query."""
    found = [tuple(row.values()) for row in map(_as_it_stands, rows_of(product))]
    unit = product.unit
    pooled = [sum(row[3][place] for row in found) for place in range(12)]
    return Wholesale(
        minimum=units.show(product.minimum, unit),
        lead_time_days=min((row[4] for row in found), default=product.lead_time_days),
        capacity=_shown(pooled[month - 1], unit),
        returns_in="" if pooled[month - 1] else returning(pooled, month),
        price_from=min((row[5] for row in found), default=None),
        unit=product.unit_name or units.name(unit, 1),
        makers=tuple(
            Maker(
                name,
                reverse("producer", args=[slug]),
                comuna,
                _shown(capacity[month - 1], unit),
                units.show(days, Unit.DAY),
            )
            for name, slug, comuna, capacity, days, *_rest in found[:MOST_MAKERS]
        ),
        more=max(0, len(found) - MOST_MAKERS),
    )


def rows_of(product: Product) -> list[dict[str, Any]]:
    """Those who may be asked today; of a draft, those of the draft."""
    if "supplies" in getattr(product, "_cluster_related_objects", {}):
        drafted = product.supplies.filter(paused=False, producer__live=True)
        return list(drafted.order_by("producer__name").values(*COLUMNS))
    return STORED.rows(product=product.pk)


def _as_it_stands(row: dict[str, Any]) -> dict[str, Any]:
    """Without the month of which the maker said that there is no more."""
    month = sold_out_month(row["sold_out_in"])
    if month is None:
        return row
    capacity = row["monthly_capacity"]
    return row | {"monthly_capacity": [*capacity[: month - 1], 0, *capacity[month:]]}


def returning(pooled: list[int], month: int) -> str:
    """The first month after `month` with capacity, in words; "" when there is none in the year."""
    for step in range(1, 12):
        later = (month - 1 + step) % 12
        if pooled[later]:
            return str(MONTHS[later + 1])
    return ""


def _shown(quantity: int, unit: str) -> str:
    return units.show(quantity, unit) if quantity else ""
