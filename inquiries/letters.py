"""Letters about inquiries; written in the transaction that causes them, sent by the worker."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from foundation import links, mail, money, units
from inquiries import naming, recipients, wording
from inquiries.models import Inquiry, InquiryLine, Offer, Unmet

OFFER_LINK = "offer"
"""Purpose of the signed links a producer answers by."""
SPANISH = "es"


def to_buyer_received(inquiry: Inquiry, lines: Sequence[InquiryLine], offers: Sequence[Offer]) -> None:
    """We have it, whom we asked, until when they answer, and where to follow it."""
    with translation.override(inquiry.locale):
        context = _of_inquiry(inquiry) | {
            "lines": [naming.asked(line) for line in lines],
            "producers": sorted({offer.producer.name for offer in offers}),
            "until": wording.moment_in_words(inquiry.respond_by),
        }
        subject = _("Recibimos su consulta %(number)s") % {"number": inquiry.number}
    write(f"inquiry-{inquiry.pk}-received", inquiry.email, subject, "received", context, inquiry.locale)


def to_buyer_answered(inquiry: Inquiry) -> None:
    """Every producer answered or let it lapse, and nobody takes any of it: what, and why."""
    with translation.override(inquiry.locale):
        context = _of_inquiry(inquiry) | {"unmet": unmet_of(inquiry)}
        subject = _("Ya están las respuestas a su consulta %(number)s") % {"number": inquiry.number}
    write(f"inquiry-{inquiry.pk}-answered", inquiry.email, subject, "answered", context, inquiry.locale)


def to_producers_asked(offers: Sequence[Offer]) -> None:
    """To each producer: what, how much, for when, to where, at which price, and the link to answer by."""
    if not offers:
        return
    to = recipients.of_offers(offers)
    with translation.override(SPANISH):
        for offer in offers:
            context = _of_offer(offer)
            subject = _("Le piden %(amount)s de %(subject)s") % context
            for address in to[offer.pk]:
                link = offer_url(offer, address)
                key = f"offer-{offer.pk}-asked-{address}"[:200]
                write(key, address, subject, "asked", context | {"link": link}, SPANISH)


def to_producer_accepted(offer: Offer) -> None:
    """To the producer who took the offer: whom to deliver to, with the buyer's contact."""
    inquiry = offer.line.inquiry
    with translation.override(SPANISH):
        context = _of_offer(offer) | {"inquiry": inquiry, "taken": naming.amount(offer, offer.quantity)}
        subject = _("Usted aceptó: contacto de la consulta %(number)s") % {"number": inquiry.number}
    for address in recipients.of_offers([offer])[offer.pk]:
        write(f"offer-{offer.pk}-accepted-{address}"[:200], address, subject, "accepted", context, SPANISH)


def to_team_unmet(inquiry: Inquiry, *, key: str) -> None:
    """To the territory's team: what found nobody, and why. `key` tells one such moment of the inquiry from another."""
    with translation.override(SPANISH):
        address = f"{settings.TERRUNO_BASE_URL}{reverse('inquiry:inspect', args=[inquiry.pk])}"
        context = {"inquiry": inquiry, "unmet": unmet_of(inquiry), "link": address, "buyer": naming.buyer(inquiry)}
        subject = _("Falta productor: consulta %(number)s") % {"number": inquiry.number}
    for to in recipients.of_team(inquiry):
        write(f"inquiry-{inquiry.pk}-unmet-{key}-{to}"[:200], to, subject, "unmet", context, SPANISH)


def page_url(path: str) -> str:
    return f"{settings.TERRUNO_BASE_URL}{path}"


def offer_url(offer: Offer, address: str) -> str:
    """The page where whoever reads mail at `address` answers this version of the offer."""
    token = links.make(OFFER_LINK, offer, recipient=address, version=offer.version)
    return f"{settings.TERRUNO_BASE_URL}{reverse('offer-answer', args=[token])}"


def _of_inquiry(inquiry: Inquiry) -> dict[str, Any]:
    return {"inquiry": inquiry, "link": f"{settings.TERRUNO_BASE_URL}{inquiry.get_absolute_url()}"}


def _of_offer(offer: Offer) -> dict[str, Any]:
    inquiry = offer.line.inquiry
    return {
        "number": inquiry.number,
        "producer": offer.producer.person or offer.producer.name,
        **facts_of(offer),
    }


def unmet_of(inquiry: Inquiry) -> list[dict[str, Any]]:
    rows = Unmet.objects.filter(line__inquiry=inquiry, quantity__gt=0).order_by("line__number")
    return [
        {
            "what": units.show(row.quantity, row.line.unit),
            "subject": row.line.subject,
            "gaps": [wording.gap(gap, row.line.subject) for gap in row.gaps],
        }
        for row in rows.select_related("line__product", "line__circuit", "line__category", "line__territory")
    ]


def write(key: str, to: str, subject: str, template: str, context: dict[str, Any], locale: str) -> None:
    """A letter of this room; the same key again is ignored."""
    mail.enqueue(key=key, to=to, subject=subject, template=f"inquiries/mail/{template}", context=context, locale=locale)


def facts_of(offer: Offer) -> dict[str, Any]:
    """What a producer is asked, in words: the letter and the page its link opens say the same."""
    inquiry = offer.line.inquiry
    return {
        "amount": naming.amount(offer),
        "subject": naming.subject(offer),
        "buyer": naming.buyer(inquiry),
        "destination": naming.destination(inquiry),
        "day": wording.day_in_words(inquiry.needed_by) if inquiry.needed_by else "",
        "price": money.clp(offer.unit_price),
        "price_unit": naming.unit_of_price(offer),
        "until": wording.moment_in_words(offer.respond_by),
    }
