"""What this room hangs into others' pages, and the place where later rooms hang theirs into an opportunity's."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from producers import sections as producer_sections
from producers.models import Network, Producer
from territories import hub
from territories.models import Territory
from territories.sections import Section, Sections

from . import cards
from .enums import OpportunityStatus
from .models import Opportunity

MOST = 3
"""On others' pages; all of them are one link away."""

opportunity_page = Sections()


def of_territory(territory: Territory) -> dict[str, Any] | None:
    found = Opportunity.objects.live().filter(territory=territory.pk)
    return _section(found, _("Se busca"), f"{reverse('opportunity-list')}?territory={territory.slug}")


def of_network(network: Network) -> dict[str, Any] | None:
    found = Opportunity.objects.live().filter(networks=network.pk)
    return _section(found, _("Lo que la red puede tomar"), "")


def of_producer(producer: Producer) -> dict[str, Any] | None:
    """Open ones about what the producer supplies."""
    found = Opportunity.objects.live().filter(
        pk__in=Opportunity.objects.filter(products__supplies__producer=producer.pk).values("pk")
    )
    return _section(found, _("Lo que se le pide"), "")


def _section(found: Any, title: str, more_href: str) -> dict[str, Any] | None:
    shown = cards.ads(cards.in_order(found.exclude(status=OpportunityStatus.CLOSED))[: MOST + 1])
    if not shown:
        return None
    return {
        "anchor": "oportunidades",
        "label": _("Oportunidades"),
        "title": title,
        "ads": shown[:MOST],
        "more_href": more_href if len(shown) > MOST else "",
        "more": _("Ver todas las oportunidades"),
    }


hub.register(Section("opportunities", 60, "opportunities/_wanted.html", of_territory))
producer_sections.network_page.register(Section("opportunities", 40, "opportunities/_wanted.html", of_network))
producer_sections.producer_page.register(Section("opportunities", 40, "opportunities/_wanted.html", of_producer))
