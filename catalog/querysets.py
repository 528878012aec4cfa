from datetime import date
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import F, Q

from foundation.records import RecordQuerySet
from producers.models import SealGrant

if TYPE_CHECKING:
    from foundation.models import User


def beside(relation: str, *names: str) -> tuple[str, ...]:
    return tuple(f"{relation}__{name}" for name in names)


PAGE = (
    "slug", "live", "title_es", "title_en", "summary_es", "summary_en", "description_es", "description_en", "picture",
    "unit", "unit_name_es", "unit_name_en", "base_unit", "unit_size", "months", "sale_months", "lead_time_days",
    "minimum", "shelf_life_days", "storage", "storage_note_es", "storage_note_en", "allergens_es", "allergens_en",
    "alcohol", "made_to_order", "channels", "price_from", "price_format_es", "price_format_en", "fictional",
    *beside("territory", "slug", "name", "palette", "live", "latitude"),
    *beside("comuna", "name", "lat", "lon", "region__name"),
    *beside("category", "slug", "name_es", "name_en", "parent__slug"),
    *beside("producer", "slug", "name", "person", "producer_kind", "portrait", "live", "lat", "lon", "comuna"),
    *beside("producer", "summary_es", "summary_en"),
    *beside("network", "slug", "name", "live"),
)  # fmt: skip
"""The columns a product's page reads."""


class ProductQuerySet(RecordQuerySet):
    def for_user(self, user: "User") -> Self:
        """Products of producers whose workspace the user may open."""
        from producers.models import Producer

        return self if user.is_superuser else self.filter(producer__in=Producer.objects.for_user(user))

    def for_page(self) -> Self:
        """With all its page names beside it, in one query."""
        return self.select_related("territory", "comuna__region", "category__parent", "producer", "network").only(*PAGE)

    def in_season(self, month: int) -> Self:
        """On sale in `month` (1–12)."""
        return self.annotate(_month=F("sale_months").bitand(1 << (month - 1))).filter(_month__gt=0)


class SupplyQuerySet(models.QuerySet[Any]):
    def active(self) -> Self:
        """Supplies that may be asked: not paused, of a live producer and a live product."""
        return self.filter(paused=False, producer__live=True, product__live=True)

    def of_categories(self, slugs: list[str]) -> Self:
        return self.filter(Q(product__category__slug__in=slugs) | Q(product__category__parent__slug__in=slugs))


class StockQuerySet(models.QuerySet[Any]):
    """Every change is one UPDATE with its condition in it: the database decides, whoever else is writing."""

    def hold(self, format_id: int, pieces: int) -> bool:
        """Put pieces aside for a checkout; False when there are not so many left."""
        return bool(self.filter(format_id=format_id, on_hand__gte=F("held") + pieces).update(held=F("held") + pieces))

    def release(self, format_id: int, pieces: int) -> bool:
        """Give back what was put aside."""
        return bool(self.filter(format_id=format_id, held__gte=pieces).update(held=F("held") - pieces))

    def take(self, format_id: int, pieces: int) -> bool:
        """What was put aside is sold and leaves the shelf."""
        return bool(
            self.filter(format_id=format_id, held__gte=pieces).update(
                held=F("held") - pieces, on_hand=F("on_hand") - pieces
            )
        )

    def put(self, format_id: int, pieces: int) -> bool:
        """Pieces come (back) to the shelf."""
        return bool(self.filter(format_id=format_id).update(on_hand=F("on_hand") + pieces))

    def for_user(self, user: "User") -> Self:
        from .models import Product

        return self.filter(format__product__in=Product.objects.for_user(user))


class LotQuerySet(models.QuerySet[Any]):
    def for_user(self, user: "User") -> Self:
        """Lots of producers whose workspace the user may open."""
        from producers.models import Producer

        return self if user.is_superuser else self.filter(producer__in=Producer.objects.for_user(user))


def within_area(seal: str, product: str) -> Q:
    """Of two ways to a seal and to a product: the product is made in the seal's area, or the seal has none."""
    return Q(**{f"{seal}__comunas__isnull": True}) | Q(**{f"{seal}__comunas": F(f"{product}__comuna")})


class ProductSealQuerySet(models.QuerySet[Any]):
    def shown(self, day: date | None = None) -> Self:
        """Seals a page may show: the grant is valid that day, and the product is made within the seal's area."""
        return self.filter(within_area("grant__seal", "product"), grant__in=SealGrant.objects.valid(day))
