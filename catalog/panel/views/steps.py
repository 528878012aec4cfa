"""One step of a product: fetched from its draft, kept as its draft."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from catalog.models import Product
from catalog.panel.access import MAKERS, own_product
from catalog.panel.forms import (
    DetailsForm,
    FormatFormSet,
    MeasureForm,
    PhotographForm,
    SeasonForm,
    WhatForm,
    WholesaleForm,
    write_formats,
)
from catalog.panel.forms.prices import initial_formats
from catalog.panel.steps import BY_SLUG, STEPS, Step, following
from catalog.services import drafts, photographs, supplies
from foundation import uploads
from producers.panel import PanelRequest, panel_view

Answer = dict[str, Any] | None
"""What the template needs to ask again; None when the step was kept."""


@require_http_methods(["GET", "HEAD", "POST"])
@panel_view(*MAKERS)
def step(request: PanelRequest, pk: int, slug: str) -> HttpResponse:
    asked = BY_SLUG.get(slug)
    if asked is None:
        raise Http404
    product = own_product(request.workspace, pk)
    try:
        forms = HANDLERS[slug](request, product, drafts.draft_of(product))
    except drafts.BeingReviewed:
        messages.error(request, _("La ficha está en revisión. Retírela para seguir editándola."))
        return redirect("panel-product", product.pk)
    if forms is None:
        return _onwards(request, product, asked)
    context = {"product": product, "step": asked, "number": STEPS.index(asked) + 1, "count": len(STEPS), **forms}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if request.method == "POST" else HTTPStatus.OK
    return render(request, "catalog/panel/step.html", context, status=status)


def _onwards(request: PanelRequest, product: Product, done: Step) -> HttpResponse:
    messages.success(request, _("Guardado."))
    next_step = following(done)
    if request.POST.get("then") == "next" and next_step:
        return redirect("panel-product-step", product.pk, next_step.slug)
    return redirect("panel-product", product.pk)


def _posted(request: PanelRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _keep(request: PanelRequest, product: Product, form: Any, slug: str) -> bool:
    """Write the form into the draft; what the product itself refuses is said on the form."""
    try:
        drafts.edit_draft(request.user, product, form.write, step=slug)
    except ValidationError as error:
        form.add_error(None, [text for texts in error.message_dict.values() for text in texts])
        return False
    return True


def what(request: PanelRequest, product: Product, draft: Product) -> Answer:
    form = WhatForm(_posted(request), product=product, initial=WhatForm.initial_of(draft))
    return None if form.is_valid() and _keep(request, product, form, "que") else {"form": form}


def season(request: PanelRequest, product: Product, draft: Product) -> Answer:
    form = SeasonForm(_posted(request), initial=SeasonForm.initial_of(draft))
    return None if form.is_valid() and _keep(request, product, form, "cuando") else {"form": form}


def details(request: PanelRequest, product: Product, draft: Product) -> Answer:
    form = DetailsForm(_posted(request), initial=DetailsForm.initial_of(draft))
    return None if form.is_valid() and _keep(request, product, form, "detalles") else {"form": form}


def wholesale(request: PanelRequest, product: Product, draft: Product) -> Answer:
    own = product.supplies.filter(producer=product.producer_id).first()
    form = WholesaleForm(_posted(request), product=draft, initial=WholesaleForm.initial_of(draft, own))
    if form.is_valid() and _keep(request, product, form, "mayor"):
        supplies.set_terms(request.user, product, product.producer, form.terms(own))
        return None
    return {"form": form}


def prices(request: PanelRequest, product: Product, draft: Product) -> Answer:
    initial = initial_formats(draft)
    data = _posted(request)
    measure = MeasureForm(data, initial={"base_unit": draft.base_unit}, keeping=draft.base_unit)
    formats = FormatFormSet(data, prefix="formats", initial=initial if data is None else None)
    formats.known = frozenset(row["key"] for row in initial)
    if data is not None and measure.is_valid() and formats.is_valid():
        rows = [form for form in formats.forms if form.cleaned_data.get("name")]
        unit = measure.cleaned_data["base_unit"]
        drafts.edit_draft(request.user, product, lambda draft: write_formats(draft, unit, rows), step="precios")
        return None
    return {"form": measure, "formats": formats}


def photograph(request: PanelRequest, product: Product, draft: Product) -> Answer:
    initial = {"alt": draft.image.description if draft.image else ""}
    if request.method != "POST":
        return {"form": PhotographForm(initial=initial), "draft": draft}
    if request.POST.get("remove"):
        photographs.remove_photograph(request.user, product)
        return None
    form = PhotographForm(request.POST, request.FILES, initial=initial)
    upload = request.FILES.get("photograph")
    if upload is None and draft.image is None:
        form.add_error("photograph", _("Elija una foto, o siga sin ella: le dibujaremos un afiche."))
    if form.is_valid() and _photograph_kept(request, form, product, draft, upload):
        return None
    return {"form": form, "draft": draft}


def _photograph_kept(request: PanelRequest, form: Any, product: Product, draft: Product, upload: Any) -> bool:
    alt = form.cleaned_data["alt"]
    if upload is None:
        photographs.describe_photograph(request.user, draft, alt=alt)
        return True
    try:
        photographs.add_photograph(request.user, product, upload, alt=alt)
    except (uploads.PhotographRefused, photographs.QuotaReached) as error:
        form.add_error("photograph", str(error))
        return False
    return True


HANDLERS: dict[str, Callable[[PanelRequest, Product, Product], Answer]] = {
    "que": what, "cuando": season, "mayor": wholesale, "precios": prices, "foto": photograph, "detalles": details,
}  # fmt: skip
