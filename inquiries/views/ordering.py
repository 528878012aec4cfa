"""The buyer follows an order: says what has arrived, or calls it off before anything has left."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from foundation.actors import Actor
from inquiries import order_sheet
from inquiries.enums import PartStatus
from inquiries.models import Order
from inquiries.services import OrderClosed, cancel_order, move_part, receive_all

from .privacy import private

MOST_REASON = 120


@private
@require_http_methods(["GET", "HEAD", "POST"])
def order(request: HttpRequest, token: str) -> HttpResponse:
    found = get_object_or_404(Order.objects.select_related("inquiry__territory", "quote"), token=token)
    if request.method != "POST":
        return _show(request, found)
    actor = Actor.link("buyer", found.pk)
    try:
        match request.POST.get("do"):
            case "receive":
                receive_all(actor, found)
            case "cancel":
                cancel_order(actor, found, reason=" ".join(request.POST.get("reason", "").split())[:MOST_REASON])
            case "receive-part":
                part = get_object_or_404(found.parts, pk=_number(request.POST.get("part", "")))
                move_part(actor, part, PartStatus.RECEIVED)
            case _other:
                return _show(request, found, status=422, unclear=True)
    except OrderClosed:
        found = Order.objects.select_related("inquiry__territory", "quote").get(pk=found.pk)
        return _show(request, found, status=409, late=True)
    return redirect(found)


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 18 else 0


def _show(request: HttpRequest, found: Order, *, status: int = 200, **said: bool) -> HttpResponse:
    """`said`: `late` where the order had moved on, `unclear` where nothing we know was asked."""
    context = {"shown": order_sheet.read(found), "order": found} | said
    return render(request, "inquiries/order.html", context, status=status)
