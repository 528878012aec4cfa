"""Producers as documents: four flat queries a batch."""

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from catalog.models import Product
from producers.models import NetworkMember, Producer, SealGrant
from search.documents import SearchDocument

from .texts import PLACE, Row, both, card, grouped, joined, listed

FIELDS = (
    "id", "version", "slug", "created_at", "picture", "name", "person", "summary_es", "summary_en",
    "story_es", "story_en", "quote_es", "quote_en", "lat", "lon",
    "comuna__name", "comuna__lat", "comuna__lon", "comuna__region__short_name", *PLACE,
)  # fmt: skip
PRODUCT = ("title_es", "title_en", "category__parent__slug", "category__slug", "category__name_es", "category__name_en")
Related = dict[int, list[tuple[Any, ...]]]


def rows() -> QuerySet[Any]:
    return Producer.objects.live()


def build(producers: QuerySet[Any]) -> Iterator[SearchDocument]:
    found = list(producers.values(*FIELDS))
    ids = [row["id"] for row in found]
    products = grouped(
        Product.objects.live().filter(producer__in=ids).order_by("pk").values_list("producer_id", *PRODUCT)
    )
    today = timezone.localdate()
    seals = grouped(
        SealGrant.objects.valid(today)
        .filter(producer__in=ids)
        .order_by("expires_on")
        .values_list("producer_id", "seal__slug", "seal__name_es", "seal__name_en", "expires_on")
    )
    networks = grouped(
        NetworkMember.objects.on(today)
        .filter(producer__in=ids, network__live=True)
        .values_list("producer_id", "network__name")
    )
    for row in found:
        yield document(row, products.get(row["id"], []), seals.get(row["id"], []), networks.get(row["id"], []))


def document(
    row: Row, products: list[tuple[Any, ...]], seals: list[tuple[Any, ...]], networks: list[tuple[Any, ...]]
) -> SearchDocument:
    located = row["lat"] is not None and row["lon"] is not None
    lat, lon = (row["lat"], row["lon"]) if located else (row["comuna__lat"], row["comuna__lon"])
    person = row["person"] if row["person"] != row["name"] else ""
    spanish = [person, row["comuna__name"], row["comuna__region__short_name"], *(name for (name,) in networks)]
    spanish += [name for product in products for name in (product[0], product[4])]
    english = [name for product in products for name in (product[1], product[5])]
    return SearchDocument(
        kind="producer",
        id=row["id"],
        version=row["version"],
        slug=row["slug"],
        url=f"/productores/{row['slug']}/",
        title={"es": row["name"]},
        summary=both(row, "summary"),
        body=joined(row, "story", "quote"),
        keywords=listed([*spanish, *(seal[1] for seal in seals)], [*english, *(seal[2] for seal in seals)]),
        territory=row["territory__slug"],
        territory_name=row["territory__name"],
        categories=tuple(dict.fromkeys(slug for product in products for slug in product[2:4] if slug)),
        seals=tuple(dict.fromkeys(seal[0] for seal in seals)),
        lat=lat,
        lon=lon,
        created=row["created_at"].timestamp(),
        card=card(
            row,
            by=", ".join(name for name in (person, row["comuna__name"]) if name),
            seals={slug: until.isoformat() for slug, _es, _en, until in seals},
            lat=lat,
            lon=lon,
        ),
    )
