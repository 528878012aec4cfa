"""Circuits as shelves show them; one flat query a shelf."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from foundation.prepared import Prepared, Slot
from territories.cards import Card, inks, said

from .models import Stop

FIELDS = (
    "slug", "title_es", "title_en", "summary_es", "summary_en", "picture", "months", "days", "kilometres",
    "territory__slug", "territory__palette", "territory__name", "territory__latitude",
)  # fmt: skip


MOST_STOPS = 6
MOST_LINES = 6
KEYS = tuple(f"circuit_{place}" for place in range(MOST_LINES))
STOPS = Prepared(
    lambda: (
        Stop.objects.filter(reduce(or_, (Q(circuit=Slot(key)) for key in KEYS)))
        .order_by("day", "order", "pk")
        .values("circuit_id", "place__name_es", "place__name_en")
    )
)


@dataclass(frozen=True, slots=True)
class Line:
    """A circuit as a line of stops: the first ones, and how many more there are."""

    card: Card
    stops: tuple[str, ...]
    more: int


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


def circuit_lines(rows: Sequence[dict[str, Any]]) -> list[Line]:
    """At most MOST_LINES circuits, as rows of their key and FIELDS, with the names of their first stops; one query."""
    named: dict[int, list[str]] = {row["pk"]: [] for row in rows[:MOST_LINES]}
    keys = dict.fromkeys(KEYS, 0) | dict(zip(KEYS, named, strict=False))
    for stop in STOPS.rows(**keys) if named else ():
        named[stop["circuit_id"]].append(said(stop, "place__name"))
    return [_line(circuit_card(row), named[row["pk"]]) for row in rows[:MOST_LINES]]


def _line(card: Card, stops: list[str]) -> Line:
    shown = stops if len(stops) <= MOST_STOPS else stops[: MOST_STOPS - 1]
    return Line(card, tuple(shown), len(stops) - len(shown))


def lasting(days: int, kilometres: int | None) -> str:
    """«2 días, 86 km»."""
    text = ngettext("%(n)s día", "%(n)s días", days) % {"n": days}
    return _("%(days)s, %(km)s km") % {"days": text, "km": kilometres} if kilometres else text
