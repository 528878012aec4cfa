"""A producer answers an offer by the link in the letter. Looking never changes anything: mail scanners follow links."""

from fractions import Fraction
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from foundation import links
from foundation.actors import Actor
from inquiries import letters, naming, recipients
from inquiries.enums import OPEN, OfferStatus
from inquiries.forms import AcceptForm, DeclineForm
from inquiries.models import Offer
from inquiries.services import OfferClosed, WrongQuantity, accept_offer, decline_offer
from inquiries.services.routing import in_line_unit

from .privacy import private

RELATED = ("line__inquiry", "line__circuit", "line__product", "producer__territory", "supply__product", "operator")


@private
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, token: str) -> HttpResponse:
    actor, offer, version = offer_by_link(token)
    if offer.version != version or offer.status not in OPEN:
        return _show_closed(request, offer, status=409 if request.method == "POST" else 410)
    if request.method != "POST":
        return _show(request, offer)
    match request.POST.get("answer"):
        case "accept":
            return _answered(request, offer, lambda: accept_offer(actor, offer))
        case "part":
            accepting = AcceptForm(request.POST, offer=offer)
            if not accepting.is_valid():
                return _show(request, offer, accept=accepting, status=422)
            return _answered(request, offer, lambda: accept_offer(actor, offer, **accepting.cleaned_data))
        case "decline":
            declining = DeclineForm(request.POST)
            if not declining.is_valid():
                return _show(request, offer, decline=declining, status=422)
            return _answered(request, offer, lambda: decline_offer(actor, offer, **declining.cleaned_data))
    return _show(request, offer, status=422)


def offer_by_link(token: str) -> tuple[Actor, Offer, int]:
    """The offer, for whom it was sent to, and the version the link was made for.

    404 for forged and expired links, and for those of people who no longer answer for the producer.
    """
    try:
        link = links.read(token, letters.OFFER_LINK)
    except links.BadLink as error:
        raise Http404 from error
    pk = int(link.object_id) if link.object_id.isdecimal() else 0
    offer = Offer.objects.select_related(*RELATED).filter(pk=pk).first()
    if offer is None or not any(link.is_for(to) for to in recipients.of_offers([offer])[offer.pk]):
        raise Http404
    return Actor.link("producer", offer.producer_id), offer, link.version


def _answered(request: HttpRequest, offer: Offer, work: Any) -> HttpResponse:
    try:
        work()
    except OfferClosed:
        return _show_closed(request, Offer.objects.select_related(*RELATED).get(pk=offer.pk), status=409)
    except WrongQuantity:
        return _show(request, offer, accept=AcceptForm(request.POST, offer=offer), status=422)
    return _show_closed(request, Offer.objects.select_related(*RELATED).get(pk=offer.pk), status=200, now=True)


def _show(
    request: HttpRequest,
    offer: Offer,
    *,
    accept: AcceptForm | None = None,
    decline: DeclineForm | None = None,
    status: int = 200,
) -> HttpResponse:
    context = _facts(offer) | {
        "accept": accept or AcceptForm(offer=offer),
        "decline": decline or DeclineForm(),
        "can_take_part": offer.operator_id is None and offer.asked > 1,
    }
    return render(request, "inquiries/offer.html", context, status=status)


def _show_closed(request: HttpRequest, offer: Offer, *, status: int, now: bool = False) -> HttpResponse:
    """What was answered; to whoever accepted, with the buyer's contact."""
    accepted = offer.status == OfferStatus.ACCEPTED
    context = _facts(offer) | {"now": now, "accepted": accepted, "taken": naming.amount(offer, offer.quantity)}
    return render(request, "inquiries/offer_closed.html", context, status=status)


def _facts(offer: Offer) -> dict[str, Any]:
    line, inquiry = offer.line, offer.line.inquiry
    part = round(in_line_unit(line, offer) * 100 / Fraction(line.quantity))
    return {
        "offer": offer,
        "inquiry": inquiry,
        **letters.facts_of(offer),
        "share": _("%(part)s %% de %(whole)s") % {"part": part, "whole": naming.asked(line)},
    }
