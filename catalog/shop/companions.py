"""«Va bien con»: three products of other kinds and other places that belong on the same table, or in the same house."""

from functools import lru_cache
from typing import Any

from catalog.cards import FIELDS, product_card
from catalog.models import Product
from foundation.prepared import Prepared, Slot
from territories.cards import Card

WANTED = 3
SEARCHED = 12
NEAR = 300
"""Keys looked at to either side. Without an end the database sorts whole families: 40 ms at 100,000 products."""
PAIRS = {
    "lacteos": ("bebidas", "frutas-hortalizas", "despensa"),
    "frutas-hortalizas": ("lacteos", "bebidas", "carnes-embutidos"),
    "olivo": ("bebidas", "lacteos", "despensa"),
    "carnes-embutidos": ("bebidas", "despensa", "frutas-hortalizas"),
    "mar": ("bebidas", "olivo", "frutas-hortalizas"),
    "despensa": ("lacteos", "bebidas", "carnes-embutidos"),
    "bebidas": ("lacteos", "carnes-embutidos", "mar"),
    "bosque": ("mueble", "artesania", "despensa"),
    "mueble": ("artesania", "bosque", "cuidado"),
    "artesania": ("mueble", "cuidado", "despensa"),
    "cuidado": ("artesania", "despensa", "mueble"),
}
"""By family of categories, the families that go with it, best first."""
ANY = ("despensa", "bebidas", "artesania")


def companions(product: Product) -> list[Card]:
    """At most three, each of another family and, where it can be, another territory.

    Starts looking just after the product, so that in a large catalogue the same few are not named everywhere. One flat
    query, and a second one near the catalogue's end.
    """
    category = product.category
    family = category.parent.slug if category.parent else category.slug
    wanted = PAIRS.get(family, ANY)
    key, fits = product.pk or 0, fitting(wanted)
    rows = fits.rows(first=key + 1, last=key + NEAR, territory=product.territory_id)
    if len({row["category__parent__slug"] for row in rows}) < WANTED:
        rows += fits.rows(first=key - NEAR, last=key - 1, territory=product.territory_id)
    return [product_card(row) for row in choose(rows, wanted)]


@lru_cache(maxsize=64)
def fitting(families: tuple[str, ...]) -> Prepared:
    """Products of these families in other territories, within a stretch of the catalogue."""
    return Prepared(
        lambda: (
            Product.objects.live()
            .filter(category__parent__slug__in=families, pk__gte=Slot("first"), pk__lte=Slot("last"))
            .exclude(territory=Slot("territory"))
            .order_by("pk")
            .values(*FIELDS, "category__parent__slug")[:SEARCHED]
        )
    )


def choose(rows: list[dict[str, Any]], families: tuple[str, ...]) -> list[dict[str, Any]]:
    """One row of each family in turn, each of a territory not named yet where there is one."""
    chosen: list[dict[str, Any]] = []
    for family in families:
        candidates = [row for row in rows if row["category__parent__slug"] == family]
        named = {row["territory__slug"] for row in chosen}
        fresh = [row for row in candidates if row["territory__slug"] not in named]
        chosen += (fresh or candidates)[:1]
    return chosen[:WANTED]
