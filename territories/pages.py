"""What the pages of this room show."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from foundation.prepared import Prepared, Slot

from .cards import Crumb
from .hub import sections
from .linked_data import breadcrumbs, territory_document
from .maps import MapPoint, StripRow, country_strip, territory_map
from .models import Comuna, Region, Territory, TerritoryComuna, TerritoryStatus
from .sections import Shown

CODES = Prepared(lambda: TerritoryComuna.objects.on(Slot("today")).filter(territory=Slot("territory")).values("comuna"))
STRIP_ROWS = 10
"""Rows the drawn country beside a list has room for."""


def list_page() -> dict[str, Any]:
    """Territories north to south: those in operation beside the drawn country, the associated ones below."""
    known = list(
        Territory.objects.live()
        .north_to_south()
        .only(
            "slug", "name", "palette", "status", "latitude", "longitude", "known_for_es", "known_for_en", "region_label"
        )
    )
    operating = [territory for territory in known if territory.status == TerritoryStatus.OPERATING]
    rows = operating[:STRIP_ROWS]
    strip = [StripRow(t.inks, t.name, t.latitude, t.longitude) for t in rows]
    return {
        "section": "territories",
        "rows": rows,
        "strip": country_strip(strip) if strip else "",
        "others": operating[STRIP_ROWS:] + [t for t in known if t.status != TerritoryStatus.OPERATING],
        "total": len(known),
    }


def territory_page(territory: Territory) -> dict[str, Any]:
    comunas = comunas_today(territory)
    shown = sections.shown(territory)
    crumbs = [Crumb(_("Territorios"), reverse("territory-list"))]
    return {
        "section": "territories",
        "record": territory,
        "territory": territory,
        "inks": territory.inks,
        "crumbs": crumbs,
        "regions": by_region(comunas),
        "comunas_count": len(comunas),
        "map": territory_map(
            [comuna.code for comuna in comunas],
            points=tuple(points_of(shown)),
            label=_("Mapa de %(territory)s con sus comunas") % {"territory": territory.name},
        ),
        "sections": shown,
        "documents": [territory_document(territory, comunas), breadcrumbs(crumbs, territory)],
    }


def comunas_today(territory: Territory) -> list[Comuna]:
    """The comunas of the territory today, by region from the north and by name; one query."""
    memberships = (
        TerritoryComuna.objects.on(timezone.localdate())
        .filter(territory=territory.pk)
        .select_related("comuna__region")
        .order_by("comuna__region__order", "comuna__name")
    )
    return [membership.comuna for membership in memberships]


def codes_of(territory_id: int) -> list[str]:
    """Codes of the territory's comunas today, for its maps; one flat query."""
    return CODES.column(territory=territory_id, today=timezone.localdate())


def by_region(comunas: Iterable[Comuna]) -> list[tuple[Region, list[Comuna]]]:
    grouped: dict[str, tuple[Region, list[Comuna]]] = {}
    for comuna in comunas:
        grouped.setdefault(comuna.region_id, (comuna.region, []))[1].append(comuna)
    return list(grouped.values())


def points_of(shown: Iterable[Shown]) -> Iterable[MapPoint]:
    for section in shown:
        yield from section.data.get("points", ())


def api_rows() -> Any:
    """Live territories with the number of their comunas today, for the API."""
    today = timezone.localdate()
    inside = Q(memberships__joined_on__isnull=True) | Q(memberships__joined_on__lte=today)
    inside &= Q(memberships__left_on__isnull=True) | Q(memberships__left_on__gt=today)
    return Territory.objects.live().north_to_south().annotate(comunas_count=Count("memberships", filter=inside))
