"""What pages show of records: published ones only, each shelf one flat query."""

from collections.abc import Iterable
from typing import Any

from django.db.models import F, Model, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from catalog.models import Category, Product
from catalog.querysets import ProductQuerySet
from foundation.months import ALL_YEAR
from producers.models import Network, Producer
from routes.models import Circuit
from territories.cards import Card
from territories.models import Territory
from territories.querysets import TerritoryQuerySet

PLACE = ("territory__slug", "territory__palette", "territory__name", "territory__latitude")
SHOWN: dict[type[Model], tuple[str, ...]] = {
    Product: (
        "slug", "title_es", "title_en", "summary_es", "summary_en", "months", "price_from", "price_format_es",
        "price_format_en", "made_to_order", "lead_time_days", "picture", "live", "comuna__name", "producer__name",
        *PLACE,
    ),
    Producer: (
        "slug", "name", "portrait", "summary_es", "summary_en", "quote_es", "quote_en", "picture", "live",
        "comuna__name", *PLACE,
    ),
    Network: ("slug", "name", "trade_es", "trade_en", "summary_es", "summary_en", "picture", "live", *PLACE),
    Circuit: (
        "slug", "title_es", "title_en", "summary_es", "summary_en", "days", "kilometres", "months", "picture",
        "live", *PLACE,
    ),
    Territory: (
        "slug", "name", "palette", "latitude", "longitude", "known_for_es", "known_for_en", "summary_es", "summary_en",
        "picture", "live",
    ),
}  # fmt: skip
"""The columns a listing needs, so that a page never drags long stories along."""


def listed(model: type[Model]) -> Any:
    """A queryset of rows with what a listing shows, drafts included: whoever shows them asks `live`."""
    columns = SHOWN[model]
    joins = sorted({column.split("__")[0] for column in columns if "__" in column})
    return model._default_manager.select_related(*joins).only(*columns)


def live(rows: Iterable[Any]) -> list[Any]:
    """Those of the chosen rows that are still there and still published."""
    return [row for row in rows if row is not None and row.live]


def product_card(product: Product) -> Card:
    note = ""
    if product.made_to_order:
        note = _("A pedido, en unos %(days)s días") % {"days": product.lead_time_days}
    return Card(
        href=product.get_absolute_url(),
        title=product.title,
        inks=product.territory.inks,
        place=product.territory.name,
        latitude=product.territory.latitude,
        byline=f"{product.producer.name}, {product.comuna.name}",
        months=product.months,
        price=product.price_from,
        price_of=product.price_format,
        note=note,
        picture=product.picture,
    )


def chosen_products(products: Iterable[Any]) -> list[Card]:
    return [product_card(product) for product in live(products)]


def products_by_rule(
    *, territory: Territory | None = None, category: Category | None = None, month: int | None = None, count: int = 6
) -> list[Card]:
    """The newest published products of a territory and of a category (its shelf's leaves too), in season in `month`."""
    found: ProductQuerySet = listed(Product).filter(live=True)
    if territory is not None:
        found = found.filter(territory=territory)
    if category is not None:
        found = found.filter(Q(category=category) | Q(category__parent=category))
    if month is not None:
        found = found.in_season(month)
    return [product_card(product) for product in found.order_by("-pk")[:count]]


def almanac(month: int, count: int = 8, without: Iterable[int] = ()) -> list[Product]:
    """From north to south, at most one product of each territory that is being picked or made in `month`.

    What is made all year round says nothing of a month and stays out. Each territory is asked on its own, through the
    index on territory, so the cost is by territories and not by products.
    """
    mine = Product.objects.filter(territory=OuterRef("pk"), live=True).exclude(pk__in=list(without))
    harvested = F("months").bitand(1 << (month - 1))
    mine = mine.exclude(months=ALL_YEAR).annotate(_now=harvested).filter(_now__gt=0).order_by("pk")
    picks = Territory.objects.live().annotate(pick=Subquery(mine.values("pk")[:1])).values_list("pick", flat=True)
    found = listed(Product).filter(pk__in=[pk for pk in picks if pk], live=True).order_by("-territory__latitude")
    return list(found[:count])


def strip_rows(count: int = 10) -> list[Territory]:
    found: TerritoryQuerySet = listed(Territory).filter(live=True)
    return list(found.north_to_south().programme()[:count])


def in_season_address(month: int) -> str:
    return f"{reverse('product-list')}?month={month}"


def this_month() -> int:
    return timezone.localdate().month
