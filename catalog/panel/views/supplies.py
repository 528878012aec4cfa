"""A maker's own supply: one tap, and what it can deliver each month."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.dates import MONTHS
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from catalog.enums import Availability
from catalog.panel.access import MAKERS, own_supply
from catalog.panel.forms import SupplyForm
from catalog.services.supplies import Tap, set_availability, set_terms
from producers.panel import PanelRequest, panel_view

from .products import UNDO


@require_POST
@panel_view(*MAKERS)
def availability(request: PanelRequest, pk: int) -> HttpResponse:
    """One tap; the next page offers to take it back."""
    supply = own_supply(request.workspace, pk)
    wanted = request.POST.get("to", "")
    if wanted not in Availability.values:
        return redirect("panel-products")
    month = request.POST.get("without", "")
    without = int(month) if month in {str(number) for number in range(1, 13)} else None
    tap = set_availability(request.user, supply, Availability(wanted), without_month=without)
    if tap.before != tap.after or tap.added_month:
        request.session[UNDO] = undo_of(tap)
    return redirect(_back(request))


def undo_of(tap: Tap) -> dict[str, object]:
    """What the next page says and how its button takes it back."""
    today = timezone.localdate()
    title = tap.supply.product.title
    texts = {
        Availability.IN_SEASON: _("«%(title)s» está en temporada: le pueden pedir."),
        Availability.SOLD_OUT: _("«%(title)s» está agotado por lo que queda de %(month)s. Después vuelve solo."),
        Availability.PAUSED: _("«%(title)s» está en pausa: nadie se lo pide hasta que usted diga."),
    }
    return {
        "text": texts[tap.after] % {"title": title, "month": MONTHS[today.month]},
        "supply": tap.supply.pk,
        "to": tap.before.value,
        "without": tap.added_month or "",
    }


def _back(request: PanelRequest) -> str:
    """To the page the tap came from, when that is one of ours."""
    target = request.POST.get("next", "")
    return target if url_has_allowed_host_and_scheme(target, allowed_hosts={request.get_host()}) else "panel-products"


@require_http_methods(["GET", "HEAD", "POST"])
@panel_view(*MAKERS)
def supply(request: PanelRequest, pk: int) -> HttpResponse:
    found = own_supply(request.workspace, pk)
    data = request.POST if request.method == "POST" else None
    form = SupplyForm(data, initial=SupplyForm.initial_of(found))
    if form.is_valid():
        set_terms(request.user, found.product, found.producer, form.terms(found))
        messages.success(request, _("Guardado: vale desde ahora para lo que le pidan."))
        return redirect("panel-product", found.product_id)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    context = {"supply": found, "product": found.product, "form": form}
    return render(request, "catalog/panel/supply.html", context, status=status)
