"""Products as shelves show them; one flat query a shelf."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from territories.cards import Card, inks, said

FIELDS = (
    "slug", "title_es", "title_en", "summary_es", "summary_en", "picture", "sale_months",
    "price_from", "price_format_es", "price_format_en", "producer__name",
    "territory__slug", "territory__palette", "territory__name", "territory__latitude",
)  # fmt: skip


def product_cards(products: "QuerySet[Any]") -> list[Card]:
    """Cards of the products given, in their order; the caller says which and how many."""
    return [product_card(row) for row in products.values(*FIELDS)]


def product_card(row: dict[str, Any]) -> Card:
    return Card(
        href=reverse("product", args=[row["slug"]]),
        title=said(row, "title"),
        inks=inks(row),
        place=row["territory__name"],
        latitude=row["territory__latitude"],
        byline=row["producer__name"],
        summary=said(row, "summary"),
        months=row["sale_months"],
        price=row["price_from"],
        price_of=said(row, "price_format"),
        picture=row["picture"],
    )
