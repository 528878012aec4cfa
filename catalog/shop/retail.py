"""What can be bought by the piece now: a format with a price, pieces on the shelf, and a maker who is not in pause."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone

from catalog.models import Format, Product, Supply
from foundation.prepared import Prepared, Slot

from .prices import FormatTiers

RESTING = Prepared(
    lambda: Supply.objects.filter(_closed(Slot("month")), product=Slot("product"), producer=Slot("producer")).values(
        "pk"
    )
)


@dataclass(frozen=True, slots=True)
class Shelf:
    """What the page's block of actions (`catalog.sections.product_actions`) is built from."""

    product: Product
    formats: tuple[FormatTiers, ...]
    """Those sold by the piece, sold out ones too (`available` 0); empty while their maker rests."""


def shelf_of(product: Product, formats: Collection[FormatTiers]) -> Shelf:
    """One query, and none for a product that nothing of is sold by the piece."""
    sold = tuple(entry for entry in formats if entry.available is not None)
    if sold and product.pk and resting(product):
        sold = ()
    return Shelf(product, sold)


def resting(product: Product) -> bool:
    """Whether the maker who answers for the listing said that there is none to be had now."""
    month = timezone.localdate().replace(day=1)
    return bool(RESTING.rows(month=month, product=product.pk, producer=product.producer_id))


def sellable(formats: Collection[int]) -> set[int]:
    """Of these formats, the keys of those that may go into a basket now; how many pieces, `Stock.hold` decides."""
    resting = Supply.objects.filter(
        _closed(timezone.localdate().replace(day=1)), product=OuterRef("product"), producer=F("product__producer")
    )
    found = Format.objects.filter(
        ~Exists(resting), pk__in=formats, stock__isnull=False, tiers__isnull=False, product__live=True,
        product__producer__live=True,
    )  # fmt: skip
    return set(found.values_list("pk", flat=True))


def _closed(month: object) -> Q:
    return Q(paused=True) | Q(sold_out_in=month)
