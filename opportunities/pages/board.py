"""The board of jobs and ventures (SIEE)."""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from opportunities.coverage import coverage
from opportunities.enums import PostingKind
from opportunities.models import Posting
from territories.models import Comuna, Territory, TerritoryComuna

from .paging import cut, one_of


def board_page(asked: Mapping[str, str]) -> dict[str, Any]:
    """`asked` holds the filters `territory` (slug), `comuna` (code), `kind` and `page`."""
    current = Posting.objects.current()
    places = list(Comuna.objects.filter(pk__in=current.values("comuna")).order_by("name").values_list("code", "name"))
    memberships = TerritoryComuna.objects.on(timezone.localdate()).filter(comuna__in=[code for code, _name in places])
    territories = list(
        Territory.objects.live()
        .filter(memberships__in=memberships)
        .distinct()
        .order_by("-latitude")
        .values_list("slug", "name", "palette")
    )
    chosen = {
        "territory": one_of(asked, "territory", [slug for slug, _name, _palette in territories]),
        "comuna": one_of(asked, "comuna", [code for code, _name in places]),
        "kind": one_of(asked, "kind", PostingKind.values),
    }
    found = current.select_related("comuna__region").order_by("-starts_on", "-pk")
    if chosen["territory"]:
        found = found.in_territory(chosen["territory"])
    if chosen["comuna"]:
        found = found.filter(comuna=chosen["comuna"])
    if chosen["kind"]:
        found = found.filter(posting_kind=chosen["kind"])
    part = cut(found, asked, chosen)
    return {
        "section": "jobs",
        "postings": part.rows,
        "slice": part,
        "chosen": chosen,
        "filtered": any(chosen.values()),
        "inks": next((palette or slug for slug, _name, palette in territories if slug == chosen["territory"]), ""),
        "coverage": coverage(),
        "filters": [
            ("territory", _("Territorio"), [(slug, name) for slug, name, _palette in territories], chosen["territory"]),
            ("comuna", _("Comuna"), places, chosen["comuna"]),
            ("kind", _("Tipo"), PostingKind.choices, chosen["kind"]),
        ],
    }
