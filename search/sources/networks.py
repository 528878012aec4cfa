"""Networks as documents: three flat queries a batch."""

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from catalog.models import Product
from producers.models import Network, NetworkMember
from search.documents import SearchDocument

from .texts import PLACE, Row, both, card, grouped, listed

FIELDS = (
    "id", "version", "slug", "created_at", "picture", "name", "trade_es", "trade_en", "summary_es", "summary_en",
    "story_es", "story_en", "territory__longitude", *PLACE,
)  # fmt: skip
MEMBER = ("producer__name", "producer__person", "producer__comuna__name")
PRODUCT = ("title_es", "title_en", "category__parent__slug", "category__slug", "category__name_es", "category__name_en")


def rows() -> QuerySet[Any]:
    return Network.objects.live()


def build(networks: QuerySet[Any]) -> Iterator[SearchDocument]:
    found = list(networks.values(*FIELDS))
    ids = [row["id"] for row in found]
    members = grouped(
        NetworkMember.objects.on(timezone.localdate())
        .filter(network__in=ids, producer__live=True)
        .values_list("network_id", *MEMBER)
    )
    sold = Product.objects.live().filter(network__in=ids).order_by("pk")
    products = grouped(sold.values_list("network_id", *PRODUCT))
    for row in found:
        yield document(row, members.get(row["id"], []), products.get(row["id"], []))


def document(row: Row, members: list[tuple[Any, ...]], products: list[tuple[Any, ...]]) -> SearchDocument:
    people = [name for member in members for name in member]
    return SearchDocument(
        kind="network",
        id=row["id"],
        version=row["version"],
        slug=row["slug"],
        url=f"/redes/{row['slug']}/",
        title={"es": row["name"]},
        summary=both(row, "summary"),
        body=both(row, "story"),
        keywords=listed(
            [row["trade_es"], *(name for product in products for name in (product[0], product[4])), *people],
            [row["trade_en"], *(name for product in products for name in (product[1], product[5]))],
        ),
        territory=row["territory__slug"],
        territory_name=row["territory__name"],
        categories=tuple(dict.fromkeys(slug for product in products for slug in product[2:4] if slug)),
        lat=row["territory__latitude"],
        lon=row["territory__longitude"],
        created=row["created_at"].timestamp(),
        card=card(row, trade=both(row, "trade"), lat=row["territory__latitude"], lon=row["territory__longitude"]),
    )
