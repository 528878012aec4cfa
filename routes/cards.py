"""Circuits as shelves show them; one flat query a shelf."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from territories.cards import Card, inks, said

FIELDS = (
    "slug", "title_es", "title_en", "summary_es", "summary_en", "picture", "months", "days", "kilometres",
    "territory__slug", "territory__palette", "territory__name", "territory__latitude",
)  # fmt: skip


def circuit_cards(circuits: "QuerySet[Any]") -> list[Card]:
    return [circuit_card(row) for row in circuits.values(*FIELDS)]


def circuit_card(row: dict[str, Any]) -> Card:
    return Card(
        href=reverse("circuit", args=[row["slug"]]),
        title=said(row, "title"),
        inks=inks(row),
        place=row["territory__name"],
        latitude=row["territory__latitude"],
        summary=said(row, "summary"),
        months=row["months"],
        note=lasting(row["days"], row["kilometres"]),
        picture=row["picture"],
    )


def lasting(days: int, kilometres: int | None) -> str:
    """«2 días, 86 km»."""
    text = ngettext("%(n)s día", "%(n)s días", days) % {"n": days}
    return _("%(days)s, %(km)s km") % {"days": text, "km": kilometres} if kilometres else text
