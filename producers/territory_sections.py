"""What this room hangs into a territory's hub: its producers on the map, networks and seals."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from territories import hub
from territories.models import Territory
from territories.sections import Section

from . import cards
from .models import Network, Producer, Seal, SealGrant
from .pages.network import member_point

MOST_PRODUCERS = 12
MOST_NETWORKS = 9


def networks(territory: Territory) -> dict[str, Any] | None:
    found = cards.network_cards(Network.objects.live().filter(territory=territory.pk).order_by("name")[:MOST_NETWORKS])
    if not found:
        return None
    return {"anchor": "redes", "label": _("Redes"), "title": _("Venden como uno solo"), "cards": found}


def producers(territory: Territory) -> dict[str, Any] | None:
    found = Producer.objects.live().filter(territory=territory.pk).order_by("pk").values(*cards.PRODUCER)
    rows = list(found[: MOST_PRODUCERS + 1])
    if not rows:
        return None
    shown = rows[:MOST_PRODUCERS]
    more = f"{reverse('search')}?kind=producer&territory={territory.slug}" if len(rows) > MOST_PRODUCERS else ""
    return {
        "anchor": "productores",
        "label": _("Productores"),
        "title": _("Quiénes lo hacen"),
        "cards": [cards.producer_card(row) for row in shown],
        "points": [member_point(row) for row in shown],
        "more_href": more,
        "more": _("Ver a todos los productores"),
    }


def seals(territory: Territory) -> dict[str, Any] | None:
    known = list(Seal.objects.filter(territory=territory.pk))
    if not known:
        return None
    holders = SealGrant.objects.valid().filter(seal__in=known).values_list("seal", flat=True)
    counts: dict[int, int] = {}
    for pk in holders:
        counts[pk] = counts.get(pk, 0) + 1
    listed = [{"seal": seal, "holders": counts.get(seal.pk, 0)} for seal in known]
    return {"anchor": "sellos", "label": _("Sellos"), "title": _("Un sello que se puede comprobar"), "seals": listed}


hub.register(Section("networks", 30, "territories/_shelf.html", networks))
hub.register(Section("seals", 40, "producers/_territory_seals.html", seals))
hub.register(Section("producers", 50, "producers/_people.html", producers))
