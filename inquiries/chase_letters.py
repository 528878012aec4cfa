"""Letters about an offer that waits: to the producer, then to those who can ask them, or answer in their place."""

from typing import Any

from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from inquiries import letters, recipients
from inquiries.enums import Chase
from inquiries.models import Offer


def tell(offer: Offer, step: Chase) -> None:
    """Write the letters of this step; without a network, the team is told in its coordinator's place."""
    with translation.override(letters.SPANISH):
        context = letters.facts_of(offer) | {
            "number": offer.line.inquiry.number,
            "producer": offer.producer.person or offer.producer.name,
            "maker": offer.producer.name,
            "phone": offer.producer.phone,
            "network": offer.network.name if offer.network else "",
        }
        match step:
            case Chase.PRODUCER:
                _remind(offer, context)
            case Chase.COORDINATOR:
                _escalate(offer, step, context, recipients.of_network(offer.network_id) or recipients.of_team_of(offer))
            case Chase.TEAM:
                _escalate(offer, step, context, recipients.of_team_of(offer))


def _remind(offer: Offer, context: dict[str, Any]) -> None:
    subject = _("Le queda poco para responder: %(amount)s de %(subject)s") % context
    for address in recipients.of_offers([offer])[offer.pk]:
        link = letters.offer_url(offer, address)
        _write(offer, Chase.PRODUCER, address, subject, "reminder", context | {"link": link})


def _escalate(offer: Offer, step: Chase, context: dict[str, Any], to: list[str]) -> None:
    subject = _("%(maker)s no ha respondido: %(amount)s de %(subject)s") % context
    link = letters.page_url(reverse("panel-split", args=[offer.line.inquiry.number]))
    for address in to:
        _write(offer, step, address, subject, "escalation", context | {"link": link})


def _write(offer: Offer, step: Chase, to: str, subject: str, template: str, context: dict[str, Any]) -> None:
    letters.write(f"offer-{offer.pk}-chase-{step.value}-{to}"[:200], to, subject, template, context, letters.SPANISH)
