"""The product's page as the template needs it. A fixed number of flat queries, whatever the size of the catalogue."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from catalog.enums import PointKind
from catalog.models import PointOfSale, Product
from catalog.querysets import within_area
from catalog.sections import product_actions
from catalog.sections import product_page as sections
from foundation import months
from foundation.drawings import portrait, season_wheel
from foundation.prepared import Prepared, Slot
from producers import holdings
from producers.holdings import Holding
from producers.models import SealGrant
from territories.cards import Crumb, said
from territories.linked_data import breadcrumbs
from territories.maps import locator
from territories.pages import codes_of

from . import season
from .companions import companions
from .facts import facts
from .linked_data import product_document
from .makers import wholesale
from .prices import price_table
from .retail import shelf_of

SEALS = Prepared(
    lambda: (
        SealGrant.objects.valid(Slot("today"))
        .filter(within_area("seal", "product_seals__product"), product_seals__product=Slot("product"))
        .order_by("granted_on")
        .values(*holdings.FIELDS, "producer__name")
    )
)
POINTS = Prepared(
    lambda: (
        PointOfSale.objects.filter(products=Slot("product"))
        .order_by("name_es")
        .values("slug", "name_es", "name_en", "description_es", "description_en", "point_kind", "comuna__name")
    )
)
KINDS = dict(PointKind.choices)


@dataclass(frozen=True, slots=True)
class Point:
    """Where the product stands on a counter."""

    slug: str
    name: str
    description: str
    comuna: str
    kind: str


def product_page(product: Product) -> dict[str, Any]:
    today = timezone.localdate()
    territory, producer = product.territory, product.producer
    if producer.comuna_id == product.comuna_id:
        producer.comuna = product.comuna  # as nearly always: spares a join
    crumbs = trail(product)
    prices = price_table(product)
    seals = seals_of(product)
    on_sale = months.has(product.sale_months, today.month)
    return {
        "section": "products",
        "record": product,
        "product": product,
        "territory": territory,
        "inks": territory.inks,
        "crumbs": crumbs,
        "locator": where(product),
        "portrait": portrait(producer.slug, producer.person or producer.name, producer.portrait),
        "wheel": season_wheel(product.sale_months, today.month, get_language() or "es"),
        "season": season.headline(product.sale_months, today.month),
        "season_lines": season.lines(product.months, product.sale_months),
        "prices": prices,
        "actions": product_actions.shown(shelf_of(product, prices.formats)),
        "wholesale": wholesale(product, today.month),
        "seals": seals,
        "facts": facts(product),
        "points_of_sale": points_of_sale(product),
        "companions": companions(product),
        "sections": sections.shown(product),
        "documents": [product_document(product, prices, seals, on_sale=on_sale), breadcrumbs(crumbs, product)],
    }


def trail(product: Product) -> list[Crumb]:
    shelf = reverse("product-list")
    return [
        Crumb(_("Productos"), shelf),
        Crumb(product.territory.name, reverse("territory", args=[product.territory.slug])),
        Crumb(product.category.name, f"{shelf}?category={product.category.slug}"),
    ]


def where(product: Product) -> SafeString:
    """The small map: the producer's own place when it lies in the product's comuna, else a point of that comuna."""
    producer, comuna = product.producer, product.comuna
    lat, lon = comuna.lat, comuna.lon
    if producer.comuna_id == comuna.pk and producer.lat is not None and producer.lon is not None:
        lat, lon = producer.lat, producer.lon
    described = _("Mapa de %(territory)s: se hace en %(comuna)s") % {
        "territory": product.territory.name, "comuna": comuna.name,
    }  # fmt: skip
    return locator(codes_of(product.territory_id), lat, lon, comuna.name, described=described)


def seals_of(product: Product) -> list[Holding]:
    """Seals it is sold under that are valid today, each with its holder."""
    rows = SEALS.rows(product=product.pk, today=timezone.localdate())
    return [holdings.holding(row, row["producer__name"]) for row in rows]


def points_of_sale(product: Product) -> list[Point]:
    return [
        Point(
            slug=row["slug"],
            name=said(row, "name"),
            description=said(row, "description"),
            comuna=row["comuna__name"],
            kind=str(KINDS[row["point_kind"]]),
        )
        for row in POINTS.rows(product=product.pk)
    ]
