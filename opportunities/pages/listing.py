"""The classified page: what is sought, by territory, kind and state."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Count, QuerySet
from django.utils.translation import gettext as _

from opportunities import cards
from opportunities.enums import OpportunityKind, OpportunityStatus
from opportunities.models import Opportunity
from territories.models import Territory

from .paging import cut, one_of


def list_page(asked: Mapping[str, str]) -> dict[str, Any]:
    """`asked` holds the filters `territory`, `kind`, `status` and `page`; a value nobody knows filters nothing."""
    territories = list(
        Territory.objects.live()
        .filter(opportunities__live=True)
        .annotate(n=Count("opportunities"))
        .order_by("-latitude")
        .values_list("slug", "name", "palette")
    )
    chosen = {
        "territory": one_of(asked, "territory", [slug for slug, _name, _palette in territories]),
        "kind": one_of(asked, "kind", OpportunityKind.values),
        "status": one_of(asked, "status", OpportunityStatus.values),
    }
    found = cards.in_order(_filtered(chosen).annotate(**cards.GAPS)).values(*cards.FIELDS, *cards.GAPS)
    part = cut(found, asked, chosen)
    return {
        "section": "opportunities",
        "ads": [cards.ad(row) for row in part.rows],
        "slice": part,
        "chosen": chosen,
        "filtered": any(chosen.values()),
        "inks": next((palette or slug for slug, _name, palette in territories if slug == chosen["territory"]), ""),
        "filters": [
            ("territory", _("Territorio"), [(slug, name) for slug, name, _palette in territories], chosen["territory"]),
            ("kind", _("Tipo"), OpportunityKind.choices, chosen["kind"]),
            ("status", _("Estado"), OpportunityStatus.choices, chosen["status"]),
        ],
    }


def _filtered(chosen: Mapping[str, str]) -> QuerySet[Opportunity]:
    found = Opportunity.objects.live()
    if chosen["territory"]:
        found = found.filter(territory__slug=chosen["territory"])
    if kind := chosen["kind"]:
        found = found.filter(opportunity_kind__in={kind, OpportunityKind.BOTH})
    if chosen["status"]:
        found = found.filter(status=chosen["status"])
    return found
