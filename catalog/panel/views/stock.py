"""Pieces on the shelf, counted by their maker."""

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from catalog.models import Format, Product, Stock
from catalog.panel.access import MAKERS, own_product
from catalog.panel.forms import StockForm
from catalog.services.stock import StockMoved, set_stock
from producers.panel import PanelRequest, panel_view


@require_http_methods(["GET", "HEAD", "POST"])
@panel_view(*MAKERS)
def stock(request: PanelRequest, pk: int) -> HttpResponse:
    found = own_product(request.workspace, pk)
    form = StockForm(request.POST if request.method == "POST" else None, formats=formats_of(found))
    if form.is_valid() and not (moved := _count(request, form)):
        messages.success(request, _("Existencias guardadas."))
        return redirect("panel-product", found.pk)
    status = HTTPStatus.OK
    if form.is_bound:
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        form = _anew(form, found) if form.is_valid() and moved else form
    return render(request, "catalog/panel/stock.html", {"product": found, "form": form}, status=status)


def formats_of(product: Product) -> list[tuple[Format, Stock | None]]:
    """Those that are on the public page, with what stands on the shelf; one query."""
    rows = Format.objects.filter(product=product.pk).select_related("stock").order_by("order", "pk")
    return [(entry, getattr(entry, "stock", None)) for entry in rows]


def _count(request: PanelRequest, form: StockForm) -> dict[int, StockMoved]:
    """Keep each count by itself; those that moved in between are answered."""
    moved = {}
    for entry, _stock in form.formats:
        pieces, seen = form.cleaned_data[f"pieces_{entry.pk}"], form.cleaned_data[f"seen_{entry.pk}"]
        try:
            set_stock(request.user, entry, pieces=pieces, seen=seen)
        except StockMoved as error:
            moved[entry.pk] = error
    return moved


def _anew(form: StockForm, product: Product) -> StockForm:
    """The page again, with what stands now and what was typed, each difference told."""
    formats = formats_of(product)
    data: dict[str, Any] = {}
    for entry, row in formats:
        data[f"seen_{entry.pk}"] = "" if row is None else row.on_hand
        data[f"pieces_{entry.pk}"] = form.data.get(f"pieces_{entry.pk}", "")
    again = StockForm(data, formats=formats)
    again.is_valid()
    for entry, row in formats:
        before = form.cleaned_data.get(f"seen_{entry.pk}")
        now = row.on_hand if row else None
        if before != now or (row and row.held > (form.cleaned_data.get(f"pieces_{entry.pk}") or 0)):
            again.add_error(f"pieces_{entry.pk}", _moved(now, row.held if row else 0))
    return again


def _moved(now: int | None, held: int) -> str:
    if held:
        text = _("Ahora hay %(now)s, y %(held)s están apartadas por compras sin terminar. Revise y guarde otra vez.")
        return text % {"now": now, "held": held}
    return _("Mientras usted contaba cambió: ahora hay %(now)s. Revise y guarde otra vez.") % {"now": now or 0}
