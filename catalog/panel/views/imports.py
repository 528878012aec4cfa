"""Sheets of products: sent, shown row by row, confirmed; and taken away."""

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from catalog.imports import exporting
from catalog.imports.columns import Column
from catalog.imports.planning import CHANGED, CREATED, REFUSED, SAME
from catalog.imports.reading import MOST_BYTES, SheetRefused, read_sheet
from catalog.models import ProductImport
from catalog.panel.access import MAKERS
from catalog.panel.forms.sheet import SheetForm
from catalog.services.importing import CatalogueChanged, commit_import, keep_sheet, plan_of
from foundation import tabular
from producers.panel import PanelRequest, panel_view

LATEST = 10
MOST_ROWS_SHOWN = 300


@require_http_methods(["GET", "HEAD", "POST"])
@panel_view(*MAKERS)
def imports(request: PanelRequest) -> HttpResponse:
    makers = request.workspace.shown
    posted = request.method == "POST"
    form = SheetForm(request.POST if posted else None, request.FILES if posted else None, producers=makers)
    if form.is_valid():
        upload = form.cleaned_data["sheet"]
        try:
            sheet = read_sheet(upload.read(MOST_BYTES + 1))
        except SheetRefused as error:
            form.add_error("sheet", str(error))
        else:
            kept = keep_sheet(request.user, form.cleaned_data["producer"], sheet, name=upload.name or "")
            return redirect("panel-import", kept.pk)
    found = ProductImport.objects.filter(producer__in=makers.values("pk")).defer("sheet")
    context = {"form": form, "latest": found.select_related("producer")[:LATEST]}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if posted else HTTPStatus.OK
    return render(request, "catalog/panel/imports.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@panel_view(*MAKERS)
def shown(request: PanelRequest, pk: int) -> HttpResponse:
    """What the sheet will do, and its confirmation; what was done, afterwards."""
    known = ProductImport.objects.select_related("producer__comuna", "producer__territory")
    kept = get_object_or_404(known, pk=pk, producer__in=request.workspace.producers.values("pk"))
    changed = False
    if request.method == "POST":
        try:
            kept = commit_import(request.user, kept, shown=request.POST.get("plan", ""))
        except CatalogueChanged:
            changed = True
        else:
            text = _("Hecho: %(created)s creados, %(changed)s cambiados. Quedan como borradores.")
            messages.success(request, text % {"created": kept.created, "changed": kept.changed})
            return redirect("panel-import", kept.pk)
    status = HTTPStatus.CONFLICT if changed else HTTPStatus.OK
    return render(request, "catalog/panel/import.html", _shown(kept, changed), status=status)


def _shown(kept: ProductImport, changed: bool) -> dict[str, Any]:
    if kept.status == ProductImport.Status.DONE:
        return {"kept": kept, "done": True}
    plan = plan_of(kept)
    in_order = sorted(plan.rows, key=lambda row: (row.kind != REFUSED, row.kind == SAME, row.number))
    return {
        "kept": kept,
        "plan": plan,
        "rows": in_order[:MOST_ROWS_SHOWN],
        "more": max(0, len(in_order) - MOST_ROWS_SHOWN),
        "counts": {kind: plan.count(kind) for kind in (CREATED, CHANGED, SAME, REFUSED)},
        "changed": changed,
    }


@require_safe
@panel_view(*MAKERS)
def export(request: PanelRequest, kind: str) -> HttpResponse:
    columns, rows = exporting.exported(request.workspace.shown)
    return _download(kind, _("mis-productos"), columns, rows)


@require_safe
@panel_view(*MAKERS)
def template(request: PanelRequest, kind: str) -> HttpResponse:
    columns, rows = exporting.template()
    return _download(kind, _("plantilla-productos"), columns, rows)


def _download(kind: str, name: str, columns: list[Column], rows: list[list[str]]) -> HttpResponse:
    header = exporting.header(columns)
    match kind:
        case "csv":
            return tabular.csv_response(name, header, rows)
        case "xlsx":
            return tabular.xlsx_response(name, header, rows, title=_("Productos"))
    raise Http404
