"""From the basket to an order: where it goes, what it costs with freight, and then to the payment."""

import json
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from foundation import idempotency, limits
from foundation.actors import Actor
from foundation.models import IdempotencyKey
from foundation.problems import Problem
from inquiries.models import Order
from inquiries.views.privacy import private
from payments import basket, shopping
from payments.forms import CheckoutForm
from payments.services.checkout import Contact, OutOfStock, TotalMoved, place_basket

SCOPE = "form.basket"


@private
@require_http_methods(["GET", "HEAD", "POST"])
def checkout(request: HttpRequest) -> HttpResponse:
    """POST with `do=quote` only works out the freight; `do=order` orders what is in the basket at the total shown."""
    pieces = basket.read(request)
    if request.method != "POST":
        return _show(request, CheckoutForm(), pieces) if pieces else redirect("basket")
    form = CheckoutForm(request.POST)
    if not pieces and (order := _ordered_before(request.POST.get("once", ""))):
        return redirect("payment", order.token)
    if not form.is_valid():
        return _show(request, form, pieces, status=422)
    bought = shopping.read(pieces, to=form.cleaned_data["comuna"])
    seen = request.POST.get("total"), request.POST.get("goods", bought.goods_seen)
    agreed = seen == (str(bought.total), bought.goods_seen)
    if request.POST.get("do") != "order" or not agreed:
        return _show(request, form, pieces, quoted=bought)
    return _order(request, form, pieces, bought)


def _order(request: HttpRequest, form: CheckoutForm, pieces: dict[int, int], bought: shopping.Shopping) -> HttpResponse:
    try:
        limits.take("basket.order", limits.address_prefix(request), rate=1 / 20, burst=60)
        order = _place_once(form, pieces, bought.total)
    except limits.Exceeded as error:
        form.add_error(None, _("Van muchos pedidos seguidos desde aquí. Espere unos minutos y pruebe de nuevo."))
        response = _show(request, form, pieces, quoted=bought, status=429)
        response.headers["Retry-After"] = str(error.retry_after)
        return response
    except (OutOfStock, ValueError):
        form.add_error(None, _("Mientras tanto alguien compró parte de esto: revise las cantidades de su canasta."))
        return _show(request, form, pieces, quoted=shopping.read(pieces, to=form.cleaned_data["comuna"]), status=409)
    except TotalMoved:
        form.add_error(None, _("Mientras tanto cambió un precio: mire el total de ahora antes de confirmar."))
        return _show(request, form, pieces, quoted=shopping.read(pieces, to=form.cleaned_data["comuna"]), status=409)
    except Problem:
        form.add_error(None, _("Este pedido ya se envió. Si quiere otra cosa, vuelva a su canasta y empiece de nuevo."))
        return _show(request, form, pieces, quoted=bought, status=409)
    response = redirect("payment", order.token)
    basket.write(response, {})
    return response


def _place_once(form: CheckoutForm, pieces: dict[int, int], total: int) -> Order:
    said = form.cleaned_data
    body = json.dumps([sorted(pieces.items()), sorted((name, str(value)) for name, value in said.items())]).encode()
    with transaction.atomic():
        claim = idempotency.once(said["once"], body, SCOPE)
        if claim.replayed:
            return Order.objects.get(token=claim.reference)
        contact = Contact(
            name=said["name"], email=said["email"], comuna=said["comuna"], address=said["address"], phone=said["phone"],
            tax_id=said["tax_id"], note=said["note"], locale="en" if get_language() == "en" else "es",
        )  # fmt: skip
        order = place_basket(Actor.link("buyer", said["once"]), pieces, contact, total=total)
        claim.settle(order.token)
    return order


def _ordered_before(key: str) -> Order | None:
    """The order of this form, whose basket is empty because it was sent before."""
    known = IdempotencyKey.objects.filter(scope=SCOPE, key=key[:40]).first() if key else None
    return Order.objects.filter(token=known.reference).first() if known else None


def _show(
    request: HttpRequest,
    form: CheckoutForm,
    pieces: dict[int, int],
    *,
    quoted: shopping.Shopping | None = None,
    status: int = 200,
) -> HttpResponse:
    context: dict[str, Any] = {"form": form, "quoted": quoted is not None, "bought": quoted or shopping.read(pieces)}
    return render(request, "payments/checkout.html", context, status=status)
