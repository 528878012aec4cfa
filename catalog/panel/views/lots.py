"""The maker's lots: made, listed, printed on a label."""

from http import HTTPStatus

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from catalog.lots import code_of
from catalog.models import Lot, Product
from catalog.panel.access import MAKERS, own_lot
from catalog.panel.forms.lot import LotForm
from catalog.services.lots import NotTheirs, make_lot
from producers.panel import PanelRequest, panel_view

A_PAGE = 20


@require_http_methods(["GET", "HEAD", "POST"])
@panel_view(*MAKERS)
def lots(request: PanelRequest) -> HttpResponse:
    makers = request.workspace.shown
    own = Q(producer__in=makers.values("pk")) | Q(supplies__producer__in=makers.values("pk"))
    products = Product.objects.live().filter(own).distinct().order_by("title_es")
    form = LotForm(request.POST if request.method == "POST" else None, makers=makers, products=products)
    if form.is_valid() and (lot := _made(request, form)):
        messages.success(request, _("Lote %(code)s hecho. Ya puede imprimir su etiqueta.") % {"code": lot.code})
        return redirect("panel-lot", lot.code)
    found = Lot.objects.filter(producer__in=makers.values("pk")).select_related("product", "producer")
    page = Paginator(found, A_PAGE).get_page(request.GET.get("pagina"))
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    context = {"form": form, "page": page, "can_make": form.is_bound or products.exists()}
    return render(request, "catalog/panel/lots.html", context, status=status)


def _made(request: PanelRequest, form: LotForm) -> Lot | None:
    data = form.cleaned_data
    try:
        return make_lot(
            request.user, data["product"], data["producer"], made_on=data["made_on"], quantity=data["quantity"],
            best_before=data["best_before"], note=data["note"],
        )  # fmt: skip
    except NotTheirs:
        form.add_error("producer", _("No hace ese producto."))
    except ValidationError as error:
        form.add_error(None, error)
    return None


@require_safe
@panel_view(*MAKERS)
def lot(request: PanelRequest, code: str) -> HttpResponse:
    """The lot with its label to print."""
    found = own_lot(request.workspace, code)
    return render(request, "catalog/panel/lot.html", {"lot": found, "code": code_of(found)})
