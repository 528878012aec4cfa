"""Circuits as documents: four flat queries a batch."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.db.models import QuerySet

from catalog.models import Product
from routes.models import Circuit, CircuitOperator, Stop
from search.documents import SearchDocument
from search.geo import Point

from .texts import PLACE, Row, both, card, grouped, listed

FIELDS = (
    "id", "version", "slug", "created_at", "picture", "title_es", "title_en", "summary_es", "summary_en",
    "description_es", "description_en", "themes_es", "themes_en", "days", "months",
    "territory__longitude", *PLACE,
)  # fmt: skip
STOP = ("place__name_es", "place__name_en", "place__comuna__name", "note_es", "note_en", "place__lat", "place__lon")


def rows() -> QuerySet[Any]:
    return Circuit.objects.live()


def build(circuits: QuerySet[Any]) -> Iterator[SearchDocument]:
    found = list(circuits.values(*FIELDS))
    ids = [row["id"] for row in found]
    stops = grouped(Stop.objects.filter(circuit__in=ids).order_by("order", "pk").values_list("circuit_id", *STOP))
    hosts = grouped(
        CircuitOperator.objects.active().filter(circuit__in=ids).values_list("circuit_id", "producer__name")
    )
    products = grouped(
        Product.objects.live()
        .filter(circuits__in=ids)
        .order_by("pk")
        .values_list("circuits__id", "title_es", "title_en", "category__parent__slug", "category__slug")
    )
    for row in found:
        yield document(row, stops.get(row["id"], []), hosts.get(row["id"], []), products.get(row["id"], []))


def document(
    row: Row, stops: list[tuple[Any, ...]], hosts: list[tuple[Any, ...]], products: list[tuple[Any, ...]]
) -> SearchDocument:
    starts = stops[0][5:7] if stops else (row["territory__latitude"], row["territory__longitude"])
    return SearchDocument(
        kind="circuit",
        id=row["id"],
        version=row["version"],
        slug=row["slug"],
        url=f"/rutas/{row['slug']}/",
        title=both(row, "title"),
        summary=both(row, "summary"),
        body=told(row, stops),
        keywords=listed(
            [row["themes_es"], *(name for stop in stops for name in (stop[0], stop[2]))]
            + [*(product[0] for product in products), *(host[0] for host in hosts)],
            [row["themes_en"], *(stop[1] for stop in stops), *(product[1] for product in products)],
        ),
        territory=row["territory__slug"],
        territory_name=row["territory__name"],
        categories=tuple(dict.fromkeys(slug for product in products for slug in product[2:4] if slug)),
        months=row["months"],
        lat=starts[0],
        lon=starts[1],
        created=row["created_at"].timestamp(),
        card=card(row, days=row["days"], stops=len(stops), months=row["months"], lat=starts[0], lon=starts[1]),
    )


def told(row: Row, stops: list[tuple[Any, ...]]) -> dict[str, str]:
    """The description, and what is done at each stop."""
    parts = {
        "es": [row["description_es"], *(stop[3] for stop in stops)],
        "en": [row["description_en"], *(stop[4] for stop in stops)],
    }
    return {lang: "\n\n".join(part for part in texts if part) for lang, texts in parts.items()}


def line_of(slug: str) -> Sequence[Point] | None:
    """The stops of a published circuit, in order; None when there is no such circuit or it has no stop."""
    stops = Stop.objects.filter(circuit__slug=slug, circuit__live=True).order_by("order", "pk")
    return list(stops.values_list("place__lat", "place__lon")) or None
