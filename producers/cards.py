"""Producers and networks as lists show them; one flat query a shelf."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import ngettext

from territories.cards import Card, inks, said

PRODUCER = (
    "slug", "name", "person", "picture", "lat", "lon", "summary_es", "summary_en",
    "comuna__name", "comuna__lat", "comuna__lon", "territory__slug", "territory__palette",
)  # fmt: skip
NETWORK = (
    "slug", "name", "picture", "trade_es", "trade_en", "members_declared",
    "territory__slug", "territory__palette", "territory__name", "territory__latitude",
)  # fmt: skip


def producer_cards(producers: "QuerySet[Any]") -> list[Card]:
    return [producer_card(row) for row in producers.values(*PRODUCER)]


def producer_card(row: dict[str, Any]) -> Card:
    return Card(
        href=reverse("producer", args=[row["slug"]]),
        title=row["name"],
        inks=inks(row),
        place=row["comuna__name"],
        latitude=row["comuna__lat"],
        byline=row["person"] if row["person"] != row["name"] else "",
        summary=said(row, "summary"),
        picture=row["picture"],
    )


def network_cards(networks: "QuerySet[Any]") -> list[Card]:
    return [network_card(row) for row in networks.values(*NETWORK)]


def network_card(row: dict[str, Any]) -> Card:
    declared = row["members_declared"]
    return Card(
        href=reverse("network", args=[row["slug"]]),
        title=row["name"],
        inks=inks(row),
        place=row["territory__name"],
        latitude=row["territory__latitude"],
        byline=said(row, "trade"),
        note=ngettext("%(count)s socio", "%(count)s socios", declared) % {"count": declared} if declared else "",
        picture=row["picture"],
    )
