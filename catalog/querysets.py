from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import F, Q

from foundation.records import RecordQuerySet

if TYPE_CHECKING:
    from foundation.models import User

UNREAD = ("keywords_es", "keywords_en")
UNREAD_OF_STORY = ("story_es", "story_en", "picture")
UNREAD_OF_PRODUCER = (*UNREAD_OF_STORY, "quote_es", "quote_en", "email", "phone")
UNREAD_OF_TERRITORY = (*UNREAD_OF_STORY, "identity_es", "identity_en", "assumption_es", "assumption_en")
"""Long columns a product's page does not show."""


class ProductQuerySet(RecordQuerySet):
    def for_user(self, user: "User") -> Self:
        """Products of producers whose workspace the user may open."""
        from producers.models import Producer

        return self if user.is_superuser else self.filter(producer__in=Producer.objects.for_user(user))

    def for_page(self) -> Self:
        """With all its page names beside it, in one query."""
        return self.select_related("territory", "comuna__region", "category__parent", "producer__comuna__region", "network").defer(
            *UNREAD, *(f"producer__{name}" for name in UNREAD_OF_PRODUCER), *(f"network__{name}" for name in UNREAD_OF_STORY),
            *(f"territory__{name}" for name in UNREAD_OF_TERRITORY),
        )  # fmt: skip

    def in_season(self, month: int) -> Self:
        """On sale in `month` (1–12)."""
        return self.annotate(_month=F("sale_months").bitand(1 << (month - 1))).filter(_month__gt=0)


class SupplyQuerySet(models.QuerySet[Any]):
    def active(self) -> Self:
        """Supplies that may be asked: not paused, of a live producer and a live product."""
        return self.filter(paused=False, producer__live=True, product__live=True)

    def of_categories(self, slugs: list[str]) -> Self:
        return self.filter(Q(product__category__slug__in=slugs) | Q(product__category__parent__slug__in=slugs))
