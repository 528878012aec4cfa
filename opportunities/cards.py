"""Opportunities and courses as lists show them; flat queries, one row a card."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Case, Count, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from foundation import money, units
from foundation.units import Unit
from opportunities.enums import GapStatus, OpportunityKind, OpportunityStatus, Origin, Period
from opportunities.models import Interest
from territories.cards import inks, said

FIELDS = (
    "slug", "title_es", "title_en", "summary_es", "summary_en", "status", "opportunity_kind", "origin",
    "demand_quantity", "demand_unit", "demand_period", "demand_what_es", "demand_what_en", "demand_total",
    "demand_count", "expected_jobs", "expected_sales",
    "territory__slug", "territory__palette", "territory__name", "territory__latitude",
)  # fmt: skip
COUNTED = frozenset({Unit.UNIT, Unit.PERSON})
"""Things that are called by their own name: «240 sillas»."""
GAPS = {"gaps_known": Count("gaps"), "gaps_closed": Count("gaps", filter=Q(gaps__status=GapStatus.CLOSED))}
_SAID = Interest.objects.standing().filter(opportunity=OuterRef("pk")).order_by().values("opportunity")
INTERESTED = {"interested": Subquery(_SAID.annotate(n=Count("pk")).values("n"))}


@dataclass(frozen=True, slots=True)
class Ad:
    """An opportunity of the classified page."""

    href: str
    title: str
    inks: str
    place: str
    kind: str
    status: str
    said_status: str
    summary: str
    demand: str
    promise: str
    gaps: str


def ads(opportunities: "QuerySet[Any]") -> list[Ad]:
    """Cards of the opportunities given, in their order; one query."""
    return [ad(row) for row in opportunities.annotate(**GAPS).values(*FIELDS, *GAPS)]


def in_order(opportunities: "QuerySet[Any]") -> "QuerySet[Any]":
    """What can be taken first, then from north to south."""
    rank = {OpportunityStatus.OPEN: 0, OpportunityStatus.PROPOSED: 1, OpportunityStatus.TAKEN: 2}
    whens = [When(status=status, then=Value(place)) for status, place in rank.items()]
    return opportunities.order_by(Case(*whens, default=Value(3)), F("territory__latitude").desc(), "pk")


def ad(row: dict[str, Any]) -> Ad:
    return Ad(
        href=reverse("opportunity", args=[row["slug"]]),
        title=said(row, "title"),
        inks=inks(row),
        place=row["territory__name"],
        kind=str(OpportunityKind(row["opportunity_kind"]).label),
        status=row["status"],
        said_status=str(OpportunityStatus(row["status"]).label),
        summary=said(row, "summary"),
        demand=demand_of(row),
        promise=promise(row["expected_jobs"], row["expected_sales"]),
        gaps=gaps_in_words(row["gaps_closed"], row["gaps_known"]),
    )


def demand_of(row: dict[str, Any]) -> str:
    return demand(
        row["demand_quantity"], row["demand_unit"], row["demand_period"], said(row, "demand_what"),
        row["origin"], row["demand_total"], row["demand_count"],
    )  # fmt: skip


def demand(quantity: Any, unit: str, period: str, what: str, origin: str, total: Any, count: int) -> str:
    """«500 kg por pedido de queso maduro», «se buscó 14 veces»; empty when no figure is known."""
    if origin == Origin.FRUITLESS_SEARCH and quantity is None:
        times = int(total)
        text = ngettext("se buscó en vano al menos %(n)s vez", "se buscó en vano al menos %(n)s veces", times)
        return text % {"n": times} if times else ""
    if quantity is None or not unit:
        return ""
    shown = units.show(quantity, unit)
    if what and unit in COUNTED:
        shown = f"{units.grouped(quantity)} {what}"
    elif what:
        shown = _("%(quantity)s de %(what)s") % {"quantity": shown, "what": what}
    if period == Period.ONCE and count:
        return ngettext("%(shown)s en %(n)s consulta", "%(shown)s en %(n)s consultas", count) % {
            "shown": shown, "n": count
        }  # fmt: skip
    return f"{shown} {Period(period).label}"


def promise(jobs: int | None, sales: int | None) -> str:
    """What taking it would bring, as it was estimated."""
    parts = []
    if jobs:
        parts.append(ngettext("%(n)s empleo", "%(n)s empleos", jobs) % {"n": jobs})
    if sales:
        parts.append(_("%(sales)s al año") % {"sales": money.clp(sales)})
    return " · ".join(parts)


def gaps_in_words(closed: int, known: int) -> str:
    if not known:
        return ""
    return ngettext(
        "%(closed)s de %(n)s brecha cerrada", "%(closed)s de %(n)s brechas cerradas", known
    ) % {"closed": closed, "n": known}  # fmt: skip
