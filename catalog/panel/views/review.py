"""Handing a draft in, taking it back, and deciding about it."""

from http import HTTPStatus

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from catalog.models import Product
from catalog.panel.access import MAKERS, own_product
from catalog.panel.forms import ReturnForm
from catalog.policy import user_can_review_product
from catalog.services import reviewing
from producers.panel import PanelRequest, panel_view

from .products import product_context


@require_POST
@panel_view(*MAKERS)
def review(request: PanelRequest, pk: int) -> HttpResponse:
    found = own_product(request.workspace, pk)
    match request.POST.get("do"):
        case "submit":
            _submit(request, found)
        case "withdraw":
            _withdraw(request, found)
        case "approve":
            _approve(request, found)
        case "return":
            return _return(request, found)
    return redirect("panel-product", found.pk)


def _submit(request: PanelRequest, product: Product) -> None:
    try:
        reviewing.submit_product(request.user, product)
    except reviewing.NotReady:
        messages.error(request, _("Antes de enviarla falta lo que está marcado."))
    except reviewing.NobodyReviews as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Enviada. Le escribiremos cuando la hayan visto."))


def _withdraw(request: PanelRequest, product: Product) -> None:
    try:
        reviewing.withdraw_product(request.user, product)
    except reviewing.NotUnderReview:
        messages.error(request, _("Ya la habían visto."))
    else:
        messages.success(request, _("Retirada: puede seguir editándola."))


def _approve(request: PanelRequest, product: Product) -> None:
    _only_reviewers(request, product)
    try:
        reviewing.approve_product(request.user, product)
    except reviewing.NotUnderReview:
        messages.error(request, _("Alguien más ya decidió sobre esta ficha."))
    else:
        messages.success(request, _("Publicada. Se lo dijimos a quien la hizo."))


def _return(request: PanelRequest, product: Product) -> HttpResponse:
    _only_reviewers(request, product)
    form = ReturnForm(request.POST)
    if not form.is_valid():
        context = product_context(request, product, form)
        return render(request, "catalog/panel/product.html", context, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        reviewing.return_product(request.user, product, note=form.cleaned_data["note"])
    except reviewing.NotUnderReview:
        messages.error(request, _("Alguien más ya decidió sobre esta ficha."))
    else:
        messages.success(request, _("Devuelta con su nota."))
    return redirect("panel-product", product.pk)


def _only_reviewers(request: PanelRequest, product: Product) -> None:
    if not user_can_review_product(request.user, product):
        raise Http404
