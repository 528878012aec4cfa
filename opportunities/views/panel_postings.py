"""Postings in the panel: a minute for the officer of a comuna."""

from typing import Any

from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from opportunities.forms import PostingForm
from opportunities.models import Posting
from opportunities.services import NotPossible
from opportunities.services.postings import change, put_up, take_down
from producers.enums import Role
from producers.panel import PanelRequest, Workspace, panel_view
from territories.models import Comuna, TerritoryComuna

ROLES = (Role.OFFICER, Role.TEAM)
MOST = 100


def comunas_of(workspace: Workspace) -> QuerySet[Comuna]:
    """Those the account may write for: an officer's, and all of a team's territories."""
    members = TerritoryComuna.objects.on(timezone.localdate()).filter(territory__in=workspace.territories)
    return Comuna.objects.filter(Q(pk__in=workspace.comunas.values("pk")) | Q(pk__in=members.values("comuna")))


@require_safe
@panel_view(*ROLES)
def index(request: PanelRequest) -> HttpResponse:
    found = _mine(request.workspace).order_by("withdrawn_at", "-expires_on", "-pk")[:MOST]
    return render(
        request, "opportunities/panel/postings.html", {"postings": found, "today": timezone.localdate()}
    )  # fmt: skip


def _mine(workspace: Workspace) -> QuerySet[Posting]:
    return Posting.objects.filter(comuna__in=comunas_of(workspace)).select_related("comuna")


@require_http_methods(["GET", "HEAD", "POST"])
@panel_view(*ROLES)
def new(request: PanelRequest) -> HttpResponse:
    form = PostingForm(request.POST or None, comunas=comunas_of(request.workspace))
    if request.method == "POST" and form.is_valid():
        try:
            put_up(request.user, fields=form.put())
            messages.success(request, _("El aviso ya está en el tablero."))
            return redirect("panel-postings")
        except NotPossible as error:
            form.add_error(None, str(error))
    return _show(request, form, None)


@require_http_methods(["GET", "HEAD", "POST"])
@panel_view(*ROLES)
def edit(request: PanelRequest, pk: int) -> HttpResponse:
    posting = get_object_or_404(_mine(request.workspace), pk=pk)
    if request.method == "POST" and request.POST.get("do") == "take_down":
        take_down(request.user, posting)
        messages.success(request, _("El aviso ya no se ve."))
        return redirect("panel-postings")
    form = PostingForm(request.POST or None, instance=posting, comunas=comunas_of(request.workspace))
    if request.method == "POST" and form.is_valid():
        try:
            change(request.user, posting, fields=form.put())
            messages.success(request, _("El aviso quedó cambiado."))
            return redirect("panel-postings")
        except NotPossible as error:
            form.add_error(None, str(error))
    return _show(request, form, posting)


def _show(request: PanelRequest, form: PostingForm, posting: Posting | None) -> HttpResponse:
    context: dict[str, Any] = {"form": form, "posting": posting}
    return render(request, "opportunities/panel/posting.html", context, status=422 if form.errors else 200)
