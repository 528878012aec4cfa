from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from producers import cards, sections
from producers.linked_data import network_document
from producers.models import Network, NetworkMember, Producer
from territories.cards import Crumb
from territories.linked_data import breadcrumbs
from territories.maps import MapPoint, territory_map
from territories.pages import codes_of

MOST_MEMBERS = 60
"""Members a page shows; a larger network says how many more there are."""


def network_page(network: Network) -> dict[str, Any]:
    territory = network.territory
    crumbs = [
        Crumb(_("Territorios"), reverse("territory-list")),
        Crumb(territory.name, reverse("territory", args=[territory.slug])),
    ]
    known = members_of(network)
    rows = list(known.values(*cards.PRODUCER)[:MOST_MEMBERS])
    return {
        "record": network,
        "network": network,
        "territory": territory,
        "inks": territory.inks,
        "crumbs": crumbs,
        "capacities": network.capacities.all(),
        "results": network.results.all(),
        "people": {
            "anchor": "socios",
            "label": _("Socios"),
            "title": _("Quiénes son"),
            "note": listed(len(rows), known, network.members_declared or 0),
            "cards": [cards.producer_card(row) for row in rows],
        }
        if rows
        else None,
        "map": territory_map(
            codes_of(network.territory_id),
            points=tuple(member_point(row) for row in rows),
            label=_("Mapa de los socios de %(network)s") % {"network": network.name},
            with_names=False,
        ),
        "sections": sections.network_page.shown(network),
        "documents": [network_document(network), breadcrumbs(crumbs, network)],
    }


def members_of(network: Network) -> QuerySet[Producer]:
    """Today's members with a page."""
    today = NetworkMember.objects.on().filter(network=network.pk).values("producer")
    return Producer.objects.live().filter(pk__in=today).order_by("name")


def listed(shown: int, known: QuerySet[Producer], declared: int) -> str:
    """Which of the members the list below names, where it is not all of them: `declared` is what the network says."""
    total = known.count() if shown == MOST_MEMBERS else shown
    said = []
    if declared > total:
        text = ngettext(
            "La red dice tener %(declared)s socios; %(count)s tiene página en Terruño.",
            "La red dice tener %(declared)s socios; %(count)s tienen página en Terruño.",
            total,
        )
        said.append(text % {"declared": declared, "count": total})
    if total > shown:
        said.append(_("Aquí están los primeros %(shown)s, por nombre.") % {"shown": shown})
    return " ".join(said)


def member_point(row: dict[str, Any]) -> MapPoint:
    lat = row["comuna__lat"] if row["lat"] is None else row["lat"]
    lon = row["comuna__lon"] if row["lon"] is None else row["lon"]
    return MapPoint(lat, lon, row["name"], href=reverse("producer", args=[row["slug"]]), kind="producer")
