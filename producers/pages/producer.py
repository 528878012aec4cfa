from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from foundation.drawings import portrait
from producers import holdings, sections
from producers.linked_data import producer_document
from producers.models import NetworkMember, Producer
from territories.cards import Crumb
from territories.linked_data import breadcrumbs
from territories.maps import locator
from territories.pages import codes_of


@dataclass(frozen=True, slots=True)
class Joined:
    name: str
    href: str


def producer_page(producer: Producer) -> dict[str, Any]:
    territory = producer.territory
    crumbs = [
        Crumb(_("Territorios"), reverse("territory-list")),
        Crumb(territory.name, reverse("territory", args=[territory.slug])),
    ]
    return {
        "record": producer,
        "producer": producer,
        "territory": territory,
        "inks": territory.inks,
        "crumbs": crumbs,
        "portrait": portrait(producer.slug, producer.person or producer.name, producer.portrait),
        "locator": where(producer),
        "networks": networks_of(producer),
        "seals": holdings.held_by(producer.pk),
        "sections": sections.producer_page.shown(producer),
        "documents": [producer_document(producer), breadcrumbs(crumbs, producer)],
    }


def where(producer: Producer) -> SafeString:
    """The small map of the territory with the producer's place on it."""
    lat, lon = spot(producer)
    described = _("Mapa de %(territory)s: %(producer)s está en %(comuna)s") % {
        "territory": producer.territory.name, "producer": producer.name, "comuna": producer.comuna.name,
    }  # fmt: skip
    return locator(codes_of(producer.territory_id), lat, lon, producer.comuna.name, described=described)


def spot(producer: Producer) -> tuple[float, float]:
    """Where the producer works: the point given, or one inside the comuna."""
    if producer.lat is not None and producer.lon is not None:
        return producer.lat, producer.lon
    return producer.comuna.lat, producer.comuna.lon


def networks_of(producer: Producer) -> list[Joined]:
    rows = (
        NetworkMember.objects.on()
        .filter(producer=producer.pk, network__live=True)
        .order_by("network__name")
        .values_list("network__name", "network__slug")
    )
    return [Joined(name, reverse("network", args=[slug])) for name, slug in rows]
