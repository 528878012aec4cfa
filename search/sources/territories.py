"""Territories as documents: two flat queries a batch."""

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from search.documents import SearchDocument
from territories.models import Territory, TerritoryComuna

from .texts import Row, both, card, grouped, joined, listed

FIELDS = (
    "id", "version", "slug", "created_at", "picture", "name", "palette", "region_label", "latitude", "longitude",
    "summary_es", "summary_en", "known_for_es", "known_for_en", "identity_es", "identity_en", "story_es", "story_en",
)  # fmt: skip


def rows() -> QuerySet[Any]:
    return Territory.objects.live()


def build(territories: QuerySet[Any]) -> Iterator[SearchDocument]:
    found = list(territories.values(*FIELDS))
    comunas = grouped(
        TerritoryComuna.objects.on(timezone.localdate())
        .filter(territory__in=[row["id"] for row in found])
        .values_list("territory_id", "comuna__name", "comuna__region__short_name")
    )
    for row in found:
        yield document(row, comunas.get(row["id"], []))


def document(row: Row, comunas: list[tuple[Any, ...]]) -> SearchDocument:
    return SearchDocument(
        kind="territory",
        id=row["id"],
        version=row["version"],
        slug=row["slug"],
        url=f"/territorios/{row['slug']}/",
        title={"es": row["name"]},
        summary=both(row, "summary"),
        body=joined(row, "story", "identity"),
        keywords=listed(
            [row["known_for_es"], row["region_label"], *(name for comuna in comunas for name in comuna)],
            [row["known_for_en"]],
        ),
        territory=row["slug"],
        territory_name=row["name"],
        lat=row["latitude"],
        lon=row["longitude"],
        created=row["created_at"].timestamp(),
        card=card(row, prefix="", trade=both(row, "known_for"), lat=row["latitude"], lon=row["longitude"]),
    )
