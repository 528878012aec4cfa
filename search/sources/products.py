"""Products as documents: three flat queries a batch."""

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from catalog.models import Product, ProductSeal, Supply
from search.documents import SearchDocument

from .texts import PLACE, Row, both, card, grouped, listed

FIELDS = (
    "id", "version", "slug", "created_at", "picture", "title_es", "title_en", "summary_es", "summary_en",
    "description_es", "description_en", "keywords_es", "keywords_en", "months", "sale_months",
    "price_from", "price_format_es", "price_format_en", "made_to_order",
    "category__slug", "category__name_es", "category__name_en",
    "category__parent__slug", "category__parent__name_es", "category__parent__name_en",
    "comuna_id", "comuna__name", "comuna__lat", "comuna__lon", "comuna__region__short_name",
    "producer__name", "producer__person", "producer__comuna_id", "producer__lat", "producer__lon",
    "network__name", *PLACE,
)  # fmt: skip
CATEGORY = ("category__parent__name", "category__name")


def rows() -> QuerySet[Any]:
    return Product.objects.live()


def build(products: QuerySet[Any]) -> Iterator[SearchDocument]:
    found = list(products.values(*FIELDS))
    ids = [row["id"] for row in found]
    seals = seals_of(ids)
    makers = grouped(
        Supply.objects.filter(product__in=ids, paused=False, producer__live=True)
        .order_by("pk")
        .values_list("product_id", "producer__name", "producer__person")
    )
    for row in found:
        yield document(row, seals.get(row["id"], []), makers.get(row["id"], []))


def seals_of(ids: list[int]) -> dict[int, list[tuple[Any, ...]]]:
    """The seals each product may show today: slug, names, and the last day of each."""
    return grouped(
        ProductSeal.objects.shown(timezone.localdate())
        .filter(product__in=ids)
        .order_by("grant__expires_on")
        .values_list(
            "product_id", "grant__seal__slug", "grant__seal__name_es", "grant__seal__name_en", "grant__expires_on"
        )
    )


def document(row: Row, seals: list[tuple[Any, ...]], makers: list[tuple[Any, ...]]) -> SearchDocument:
    lat, lon = place_of(row)
    return SearchDocument(
        kind="product",
        id=row["id"],
        version=row["version"],
        slug=row["slug"],
        url=f"/productos/{row['slug']}/",
        title=both(row, "title"),
        summary=both(row, "summary"),
        body=both(row, "description"),
        keywords=keywords(row, seals, makers),
        maker=row["producer__name"],
        territory=row["territory__slug"],
        territory_name=row["territory__name"],
        categories=tuple(slug for slug in (row["category__parent__slug"], row["category__slug"]) if slug),
        seals=tuple(dict.fromkeys(seal[0] for seal in seals)),
        months=row["sale_months"] or row["months"],
        lat=lat,
        lon=lon,
        price=row["price_from"],
        created=row["created_at"].timestamp(),
        card=card(
            row,
            by=f"{row['producer__name']}, {row['comuna__name']}",
            months=row["sale_months"] or row["months"],
            price_of=both(row, "price_format"),
            to_order=row["made_to_order"],
            seals={slug: until.isoformat() for slug, _es, _en, until in seals},
            lat=lat,
            lon=lon,
        ),
    )


def place_of(row: Row) -> tuple[float, float]:
    """Where it comes from: its maker's own point when that lies in the product's comuna, else the comuna's."""
    if row["producer__lat"] is not None and row["producer__comuna_id"] == row["comuna_id"]:
        return row["producer__lat"], row["producer__lon"]
    return row["comuna__lat"], row["comuna__lon"]


def keywords(row: Row, seals: list[tuple[Any, ...]], makers: list[tuple[Any, ...]]) -> dict[str, str]:
    people = [name for maker in makers for name in maker]
    spanish = [row["keywords_es"], *(row[f"{name}_es"] for name in CATEGORY), *(seal[1] for seal in seals)]
    spanish += [row["comuna__name"], row["comuna__region__short_name"], row["network__name"], row["producer__person"]]
    english = [row["keywords_en"], *(row[f"{name}_en"] for name in CATEGORY), *(seal[2] for seal in seals)]
    return listed([*spanish, *people], english)
