"""Pages of the CMS for what is more than a form: signing a report, answering for a commitment."""

from collections.abc import Callable
from functools import update_wrapper
from typing import Any

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from .enums import CommitmentStatus
from .forms import EvidenceForm
from .models import Commitment, Report
from .pages import report_page
from .policy import user_can_answer_for, user_can_sign_off
from .services import (
    AlreadySigned,
    CannotMove,
    PeriodRuns,
    announce_commitment,
    fulfil_commitment,
    move_commitment,
    sign_off,
)


@require_http_methods(["GET", "POST"])
def sign(request: HttpRequest, pk: int) -> HttpResponse:
    """Shows what would be signed; POST signs it for good."""
    report = get_object_or_404(Report.objects.select_related("territory", "region"), pk=pk)
    if not user_can_sign_off(request.user, report):
        raise PermissionDenied
    if request.method == "GET":
        return render(request, "governance/admin/sign.html", {**report_page(report), "page_title": _("Firmar informe")})
    try:
        sign_off(_actor(request), report)
    except AlreadySigned:
        messages.warning(request, _("El informe ya estaba firmado."))
    except PeriodRuns:
        messages.error(request, _("Su período no ha terminado: todavía no se puede firmar."))
        return redirect(request.path)
    else:
        messages.success(request, _("El informe quedó firmado y ya no cambia."))
    return redirect(report.get_absolute_url())


@require_http_methods(["GET", "POST"])
def answer_for(request: HttpRequest, pk: int) -> HttpResponse:
    """Announce, begin, put back, or give the evidence of a commitment."""
    commitment = get_object_or_404(Commitment, pk=pk)
    if not user_can_answer_for(request.user, commitment):
        raise PermissionDenied
    verb = request.POST.get("verb", "")
    form = EvidenceForm(request.POST if verb == "done" else None)
    if request.method == "POST" and (verb != "done" or form.is_valid()):
        _answer(request, commitment, verb, form)
        return redirect(request.path)
    context = {"commitment": commitment, "form": form, "page_title": _("Responder de un compromiso")}
    context["steps"] = [s for s in CommitmentStatus if s != CommitmentStatus.DONE and commitment.can_become(s)]
    return render(request, "governance/admin/answer_for.html", context, status=422 if form.errors else 200)


def _answer(request: HttpRequest, commitment: Commitment, verb: str, form: EvidenceForm) -> None:
    actor = _actor(request)
    try:
        if verb == "announce":
            announce_commitment(actor, commitment)
        elif verb == "done":
            fulfil_commitment(actor, commitment, **form.cleaned_data)
        else:
            move_commitment(actor, commitment, to=CommitmentStatus(verb))
    except (CannotMove, ValueError):
        messages.error(request, _("El compromiso ya no está como usted lo veía."))
    else:
        messages.success(request, _("Anotado."))


def _actor(request: HttpRequest) -> Any:
    return request.user


def unsigned_only(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """The CMS's view of a draft; who asks for that of a signed report is led to the report."""

    def opened(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        report = Report.objects.filter(pk=unquote(str(kwargs["pk"]))).first()
        if report is not None and report.signed_off:
            messages.warning(request, _("El informe está firmado y ya no cambia."))
            return redirect(report.get_absolute_url())
        return view(request, *args, **kwargs)

    return update_wrapper(opened, view)
