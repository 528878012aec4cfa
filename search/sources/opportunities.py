"""Opportunities as documents: three flat queries a batch."""

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet

from catalog.models import Product
from opportunities.models import Opportunity
from producers.models import Network
from search.documents import SearchDocument

from .texts import PLACE, Row, both, card, grouped, joined, listed

CATEGORY = ("category__parent__name", "category__name")
FIELDS = (
    "id", "version", "slug", "created_at", "picture", "title_es", "title_en", "summary_es", "summary_en",
    "description_es", "description_en", "market_es", "market_en", "demand_what_es", "demand_what_en",
    "category__slug", "category__parent__slug", *(f"{name}_{lang}" for name in CATEGORY for lang in ("es", "en")),
    "territory__longitude", *PLACE,
)  # fmt: skip


def rows() -> QuerySet[Any]:
    return Opportunity.objects.live()


def build(opportunities: QuerySet[Any]) -> Iterator[SearchDocument]:
    found = list(opportunities.values(*FIELDS))
    ids = [row["id"] for row in found]
    networks = Network.objects.live().filter(opportunities__in=ids).values_list("opportunities", "name")
    products = Product.objects.live().filter(opportunities__in=ids)
    selling = grouped(networks)
    sold = grouped(products.values_list("opportunities", "title_es", "title_en"))
    for row in found:
        yield document(row, selling.get(row["id"], []), sold.get(row["id"], []))


def document(row: Row, networks: list[tuple[Any, ...]], products: list[tuple[Any, ...]]) -> SearchDocument:
    spanish = [row["demand_what_es"], *(row[f"{name}_es"] for name in CATEGORY), *(name for (name,) in networks)]
    english = [row["demand_what_en"], *(row[f"{name}_en"] for name in CATEGORY)]
    return SearchDocument(
        kind="opportunity",
        id=row["id"],
        version=row["version"],
        slug=row["slug"],
        url=f"/oportunidades/{row['slug']}/",
        title=both(row, "title"),
        summary=both(row, "summary"),
        body=joined(row, "description", "market"),
        keywords=listed([*spanish, *(title for title, _ in products)], [*english, *(title for _, title in products)]),
        territory=row["territory__slug"],
        territory_name=row["territory__name"] or "",
        categories=tuple(slug for slug in (row["category__parent__slug"], row["category__slug"]) if slug),
        lat=row["territory__latitude"],
        lon=row["territory__longitude"],
        created=row["created_at"].timestamp(),
        card=card(row, trade=both(row, "market"), lat=row["territory__latitude"], lon=row["territory__longitude"]),
    )
