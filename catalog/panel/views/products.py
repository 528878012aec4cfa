"""The maker's products: the list with its three taps, one product, a new one."""

import uuid
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from catalog.models import Product
from catalog.panel.access import MAKERS, known_product, own_product
from catalog.panel.forms import ReturnForm, WhatForm
from catalog.panel.listing import page_of, rows_of, to_review
from catalog.panel.standing import Standing, last_note
from catalog.panel.steps import STEPS, stages
from catalog.policy import user_can_review_product
from catalog.services import drafts
from producers.panel import PanelRequest, panel_view

UNDO = "catalog.undo"


@require_safe
@panel_view(*MAKERS)
def products(request: PanelRequest) -> HttpResponse:
    page, rows = page_of(request.workspace, request.GET.get("pagina"))
    context = {
        "page": page,
        "rows": rows,
        "waiting": list(to_review(request.workspace)[:20]),
        "undo": request.session.pop(UNDO, None),
    }
    return render(request, "catalog/panel/products.html", context)


@require_safe
@panel_view(*MAKERS)
def product(request: PanelRequest, pk: int) -> HttpResponse:
    found = known_product(request.workspace, pk)
    return render(request, "catalog/panel/product.html", product_context(request, found))


def product_context(request: PanelRequest, found: Product, returning: ReturnForm | None = None) -> dict[str, Any]:
    draft = drafts.draft_of(found)
    written = stages(draft)
    row = rows_of(request.workspace, [found])[0]
    editable = request.workspace.producers.filter(pk=found.producer_id).exists()
    reviewing = row.standing == Standing.REVIEW and user_can_review_product(request.user, found)
    return {
        "product": found,
        "draft": draft,
        "row": row,
        "editable": editable,
        "stages": written if editable else [],
        "ready": not any(stage.missing for stage in written),
        "to_send": row.standing in (Standing.DRAFT, Standing.RETURNED, Standing.CHANGED, Standing.WITHDRAWN),
        "note": last_note(found) if row.standing == Standing.RETURNED else "",
        "reviewing": reviewing,
        "returning": returning or ReturnForm(),
        "in_review": row.standing == Standing.REVIEW,
        "undo": request.session.pop(UNDO, None),
    }


@require_safe
@panel_view(*MAKERS)
def preview(request: PanelRequest, pk: int) -> HttpResponse:
    """The draft as the public page would show it."""
    draft = drafts.draft_of(own_product(request.workspace, pk))
    return render(request, Product.page_template, draft.page_context())


@require_http_methods(["GET", "HEAD", "POST"])
@panel_view(*MAKERS)
def new(request: PanelRequest) -> HttpResponse:
    """The first step: from here on there is a draft."""
    makers = request.workspace.shown
    data = request.POST if request.method == "POST" else None
    form = WhatForm(data, producers=makers, initial={"once": uuid.uuid4().hex, **_home_of(request)})
    if form.is_valid():
        try:
            found = _started(request, form)
        except drafts.BeingReviewed:
            return redirect("panel-products")
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, _("Guardado como borrador. Puede seguir ahora o más tarde."))
            return redirect("panel-product-step", found.pk, STEPS[1].slug)
    context = {"form": form, "step": STEPS[0], "number": 1, "count": len(STEPS), "product": None}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    return render(request, "catalog/panel/step.html", context, status=status)


def _home_of(request: PanelRequest) -> dict[str, Any]:
    producer = request.workspace.producer
    return {"comuna": producer.comuna_id} if producer else {}


def _started(request: PanelRequest, form: WhatForm) -> Product:
    """The new draft; the same page sent again, with words mended, is the same draft."""
    made = drafts.start_product(
        request.user, form.cleaned_data["producer"], **form.values(), key=form.cleaned_data["once"]
    )
    if WhatForm.initial_of(drafts.draft_of(made)) != WhatForm.initial_of(_as_typed(made, form)):
        drafts.edit_draft(request.user, made, form.write, step="que")
    return made


def _as_typed(made: Product, form: WhatForm) -> Product:
    typed = Product(pk=made.pk)
    form.write(typed)
    return typed
