"""A producer answers an offer by the link in the letter. Looking never changes anything: mail scanners follow links."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from foundation import links
from foundation.actors import Actor
from inquiries import answers, letters, recipients
from inquiries.enums import OPEN
from inquiries.models import Offer

from .privacy import private


@private
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, token: str) -> HttpResponse:
    actor, offer, version = offer_by_link(token)
    if offer.version != version or offer.status not in OPEN:
        return _show_closed(request, offer, status=409 if request.method == "POST" else 410)
    if request.method != "POST":
        return _show(request, offer, answers.fresh(offer).context())
    outcome = answers.take(actor, offer, request.POST)
    if outcome.done or outcome.closed:
        answered = Offer.objects.select_related(*answers.RELATED).get(pk=offer.pk)
        return _show_closed(request, answered, status=200 if outcome.done else 409, now=outcome.done)
    return _show(request, offer, outcome.forms, status=422)


def offer_by_link(token: str) -> tuple[Actor, Offer, int]:
    """The offer, for whom it was sent to, and the version the link was made for.

    404 for forged and expired links, and for those of people who no longer answer for the producer.
    """
    try:
        link = links.read(token, letters.OFFER_LINK)
    except links.BadLink as error:
        raise Http404 from error
    pk = int(link.object_id) if link.object_id.isdecimal() else 0
    offer = Offer.objects.select_related(*answers.RELATED).filter(pk=pk).first()
    if offer is None or not any(link.is_for(to) for to in recipients.of_offers([offer])[offer.pk]):
        raise Http404
    return Actor.link("producer", offer.producer_id), offer, link.version


def _show(request: HttpRequest, offer: Offer, forms: dict[str, Any], *, status: int = 200) -> HttpResponse:
    return render(request, "inquiries/offer.html", answers.facts(offer) | forms, status=status)


def _show_closed(request: HttpRequest, offer: Offer, *, status: int, now: bool = False) -> HttpResponse:
    """What was answered; to whoever accepted, with the buyer's contact."""
    return render(request, "inquiries/offer_closed.html", answers.facts(offer) | {"now": now}, status=status)
