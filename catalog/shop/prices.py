"""Retail prices as a table: a format a row, a span of quantities a column. Whole pesos, VAT included."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from catalog.models import Format, PriceTier, Product
from foundation import units
from foundation.prepared import Prepared, Slot
from foundation.units import Unit
from territories.cards import said

COLUMNS = (
    "pk",
    "name_es",
    "name_en",
    "size",
    "stock__on_hand",
    "stock__held",
    "tiers__min_quantity",
    "tiers__unit_price",
)
STORED = Prepared(
    lambda: (
        Format.objects.filter(product=Slot("product")).order_by("order", "pk", "tiers__min_quantity").values(*COLUMNS)
    )
)
MOST_COLUMNS = 4
"""More than these do not fit beside each other; then each format tells its own."""
BY_MEASURE = frozenset({Unit.KG, Unit.L})
"""Measures a price is compared by on the shelf."""


@dataclass(frozen=True, slots=True)
class FormatTiers:
    """A format with its price from each number of pieces on, fewest first."""

    name: str
    size: Decimal
    tiers: tuple[tuple[int, int], ...]
    pk: int | None = None
    available: int | None = None
    """Pieces to be had now; None for a format that is not sold by the piece."""

    @property
    def steps(self) -> list[int]:
        return [fewest for fewest, _price in self.tiers]

    def price_at(self, pieces: int) -> int | None:
        """Price of one piece when taking so many; None below the smallest number sold."""
        prices = [price for fewest, price in self.tiers if fewest <= pieces]
        return prices[-1] if prices else None


@dataclass(frozen=True, slots=True)
class PriceRow:
    name: str
    by_measure: int | None
    """Pesos a kilo or litre at the single price, where that says something."""
    prices: tuple[tuple[str, int | None], ...]
    """A span of quantities in words, and the price of one piece in it; None below the smallest number sold."""


@dataclass(frozen=True, slots=True)
class PriceTable:
    """`columns` are the spans all formats share; empty when each format has its own, and its row tells them."""

    columns: tuple[str, ...]
    rows: tuple[PriceRow, ...]
    measure: str
    lowest: int | None
    highest: int | None
    formats: tuple[FormatTiers, ...] = ()
    """Those with a price, as they are stored."""


def price_table(product: Product) -> PriceTable:
    """The table of the product's formats; formats without a price stay out."""
    formats = tuple(entry for entry in formats_of(product) if entry.tiers)
    shared = sorted({fewest for entry in formats for fewest, _price in entry.tiers})
    together = len(shared) <= MOST_COLUMNS
    prices = [price for entry in formats for _fewest, price in entry.tiers]
    return PriceTable(
        columns=tuple(spans(shared)) if together else (),
        rows=tuple(_row(entry, shared if together else entry.steps, product.base_unit) for entry in formats),
        measure=units.name(product.base_unit, 1),
        lowest=min(prices, default=None),
        highest=max(prices, default=None),
        formats=formats,
    )


def _row(entry: FormatTiers, steps: list[int], base_unit: str) -> PriceRow:
    by_measure = None
    if base_unit in BY_MEASURE and entry.size != 1:
        by_measure = round(entry.tiers[0][1] / entry.size)
    priced = zip(spans(steps), (entry.price_at(step) for step in steps), strict=True)
    return PriceRow(entry.name, by_measure, tuple(priced))


def spans(steps: list[int]) -> Sequence[str]:
    """[1, 6, 24] → "1 a 5", "6 a 23", "24 o más"; [1] → "Cada uno"."""
    if steps == [1]:
        return [_("Cada uno")]
    labels = []
    for place, fewest in enumerate(steps):
        most = steps[place + 1] - 1 if place + 1 < len(steps) else None
        if most is None:
            labels.append(_("%(fewest)s o más") % {"fewest": fewest})
        elif most == fewest:
            labels.append(str(fewest))
        else:
            labels.append(_("%(fewest)s a %(most)s") % {"fewest": fewest, "most": most})
    return labels


def formats_of(product: Product) -> list[FormatTiers]:
    """In order; one query for a stored product, none for a draft that holds its formats in memory."""
    if "formats" in getattr(product, "_cluster_related_objects", {}):
        return [_drafted(entry) for entry in product.formats.all()]
    found: dict[int, FormatTiers] = {}
    for row in STORED.rows(product=product.pk):
        known = found.get(row["pk"]) or _stored(row)
        if row["tiers__min_quantity"] is not None:
            tier = (row["tiers__min_quantity"], row["tiers__unit_price"])
            known = replace(known, tiers=(*known.tiers, tier))
        found[row["pk"]] = known
    return list(found.values())


def _stored(row: dict[str, Any]) -> FormatTiers:
    available = None if row["stock__on_hand"] is None else row["stock__on_hand"] - row["stock__held"]
    return FormatTiers(said(row, "name"), row["size"], (), row["pk"], available)


def _drafted(entry: Format) -> FormatTiers:
    tiers: list[PriceTier] = sorted(entry.tiers.all(), key=lambda tier: tier.min_quantity)
    return FormatTiers(entry.name, Decimal(entry.size), tuple((tier.min_quantity, tier.unit_price) for tier in tiers))
