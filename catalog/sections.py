"""The products this room hangs into others' pages, and the place where later rooms hang theirs into a product's."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from foundation.prepared import Prepared, Slot
from producers import sections as producer_sections
from producers.models import Network, Producer, Seal
from territories import hub
from territories.models import Territory
from territories.sections import Section, Sections

from .cards import product_cards
from .models import Lot, Product, ProductSeal, Supply

MOST = 9
LOTS = 3

product_page = Sections()
product_actions = Sections()
"""What can be done with the formats sold by the piece, under the prices of a product's page: `build` gets a
`catalog.shop.retail.Shelf`, whose formats have `pk`, `name`, `tiers` and `available`."""

LATEST_LOTS = Prepared(
    lambda: (
        Lot.objects.filter(product=Slot("product"))
        .order_by("-made_on", "-pk")
        .values("code", "made_on", "producer__name")[:LOTS]
    )
)


def shelf(products: "QuerySet[Any]", *, title: str, more_href: str = "", more: str = "") -> dict[str, Any] | None:
    """Up to MOST products as a section; the link to all of them only when there are more."""
    cards = product_cards(products[: MOST + 1])
    if not cards:
        return None
    return {
        "anchor": "productos",
        "label": _("Productos"),
        "title": title,
        "cards": cards[:MOST],
        "more_href": more_href if len(cards) > MOST else "",
        "more": more,
    }


def of_territory(territory: Territory) -> dict[str, Any] | None:
    return shelf(
        Product.objects.live().filter(territory=territory.pk).order_by("pk"),
        title=_("Lo que se hace aquí"),
        more_href=f"{reverse('product-list')}?territory={territory.slug}",
        more=_("Ver todos los productos"),
    )


def of_producer(producer: Producer) -> dict[str, Any] | None:
    """What the producer makes: its own listings, and those of others it supplies."""
    supplied = Supply.objects.filter(producer=producer.pk, paused=False).order_by().values("product")
    own = Product.objects.filter(producer=producer.pk).values("pk")
    return shelf(Product.objects.live().filter(pk__in=own.union(supplied)).order_by("pk"), title=_("Lo que hace"))


def of_network(network: Network) -> dict[str, Any] | None:
    return shelf(Product.objects.live().filter(network=network.pk).order_by("pk"), title=_("Lo que venden juntos"))


def of_seal(seal: Seal) -> dict[str, Any] | None:
    sealed = ProductSeal.objects.shown().filter(grant__seal=seal.pk).values("product")
    return shelf(Product.objects.live().filter(pk__in=sealed).order_by("pk"), title=_("Con este sello"))


def lots_of(product: Product) -> dict[str, Any] | None:
    """Its latest lots, each a way to its passport."""
    if not product.pk:
        return None
    rows = LATEST_LOTS.rows(product=product.pk)
    return {"lots": rows} if rows else None


product_page.register(Section("lots", 60, "catalog/_lots.html", lots_of))
hub.register(Section("products", 10, "territories/_shelf.html", of_territory))
producer_sections.producer_page.register(Section("products", 10, "territories/_shelf.html", of_producer))
producer_sections.network_page.register(Section("products", 10, "territories/_shelf.html", of_network))
producer_sections.seal_page.register(Section("products", 10, "territories/_shelf.html", of_seal))
