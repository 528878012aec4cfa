"""The buyer pays an order. Coming back from the gateway's page proves nothing, and changes nothing."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from foundation.actors import Actor
from inquiries import wording
from inquiries.enums import OrderStatus
from inquiries.models import Order
from inquiries.views.privacy import private
from payments import gateways
from payments.enums import UNDER_WAY, GatewayName
from payments.models import Payment
from payments.services import PaymentClosed, begin_checkout, went_through


@private
@require_http_methods(["GET", "HEAD", "POST"])
def pay(request: HttpRequest, token: str) -> HttpResponse:
    order = get_object_or_404(Order.objects.select_related("comuna", "inquiry__territory"), token=token)
    if request.method != "POST":
        return _show(request, order)
    name = request.POST.get("gateway", "")
    if name not in gateways.offered():
        return _show(request, order, problem="gateway", status=422)
    try:
        payment = begin_checkout(Actor.link("buyer", order.pk), order, name)
    except PaymentClosed:
        order = get_object_or_404(Order.objects.select_related("comuna", "inquiry__territory"), pk=order.pk)
        return _show(request, order, problem="closed", status=409)
    except gateways.GatewayError:
        return _show(request, order, problem="unreachable", status=503)
    return redirect(payment.url) if payment.url else redirect("payment", token)


@private
@require_safe
def returned(request: HttpRequest, token: str) -> HttpResponse:
    """Where the gateway sends the buyer: says what the books say."""
    order = get_object_or_404(Order.objects.select_related("comuna", "inquiry__territory"), token=token)
    return render(request, "payments/returned.html", _facts(order))


def _show(request: HttpRequest, order: Order, *, problem: str = "", status: int = 200) -> HttpResponse:
    offered = gateways.offered()
    under_way = {payment.gateway: payment for payment in Payment.objects.filter(order=order, state__in=UNDER_WAY)}
    card, facts = under_way.get(GatewayName.STRIPE), _facts(order)
    parts = order.parts.select_related("producer").prefetch_related("lines__product", "lines__circuit").order_by("pk")
    confirming = facts["to_pay"] and card is not None and went_through(card)
    context = facts | {
        "to_pay": facts["to_pay"] and not confirming,
        "confirming": confirming,
        "problem": problem,
        "by_card": GatewayName.STRIPE in offered,
        "by_transfer": GatewayName.TRANSFER in offered,
        "transfer": under_way.get(GatewayName.TRANSFER),
        "parts": parts,
        "freight_to_agree": any(part.freight_to_agree for part in parts),
    }
    return render(request, "payments/pay.html", context, status=status)


def _facts(order: Order) -> dict[str, Any]:
    return {
        "order": order,
        "to_pay": order.status == OrderStatus.PLACED,
        "paid": order.paid_at is not None and order.status != OrderStatus.CANCELLED,
        "cancelled": order.status == OrderStatus.CANCELLED,
        "until": wording.moment_in_words(order.pay_by) if order.pay_by else "",
        "test": settings.TERRUNO_TEST_PAYMENTS,
        "bank_account": settings.TERRUNO_BANK_ACCOUNT,
    }
