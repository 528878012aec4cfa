"""Seals in the panel: held and about to expire, asked for, granted, declined, revoked."""

from datetime import timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from producers import policy
from producers.enums import RequestStatus, Role
from producers.models import Producer, Seal, SealGrant, SealRequest
from producers.panel.access import PanelRequest, panel_view
from producers.panel.workspace import Workspace
from producers.services import SealRefused, ask_for_seal, decline_seal, grant_seal, revoke_grant
from producers.services.seals import last_day, next_number

WARNING_DAYS = 60
MOST = 200


class AskForm(forms.Form):
    producer = forms.ModelChoiceField(Producer.objects.none(), label=gettext_lazy("Para quién"))
    seal = forms.ModelChoiceField(Seal.objects.none(), label=gettext_lazy("Qué sello"))
    note = forms.CharField(
        label=gettext_lazy("Por qué lo merece"), max_length=400, required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip

    def __init__(self, *args: Any, workspace: Workspace, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["producer"].queryset = workspace.shown.order_by("name")  # type: ignore[attr-defined]
        self.fields["seal"].queryset = policy.seals_of(workspace.shown).order_by("name_es")  # type: ignore[attr-defined]


class GrantForm(forms.Form):
    number = forms.CharField(label=gettext_lazy("Número"), max_length=40)
    granted_on = forms.DateField(label=gettext_lazy("Desde"), widget=forms.DateInput(attrs={"type": "date"}))
    expires_on = forms.DateField(label=gettext_lazy("Vence el"), widget=forms.DateInput(attrs={"type": "date"}))


class Held:
    """A grant as the page lists it."""

    def __init__(self, grant: SealGrant, may_revoke: bool) -> None:
        self.grant, self.may_revoke = grant, may_revoke
        self.days = (grant.expires_on - timezone.localdate()).days

    @property
    def warns(self) -> bool:
        return self.days <= WARNING_DAYS


@require_safe
@panel_view(Role.PRODUCER, Role.COORDINATOR, Role.TEAM)
def seals(request: PanelRequest) -> HttpResponse:
    return _show(request)


@require_POST
@panel_view(Role.PRODUCER, Role.COORDINATOR, Role.TEAM)
def ask(request: PanelRequest) -> HttpResponse:
    form = AskForm(request.POST, workspace=request.workspace)
    if form.is_valid():
        data = form.cleaned_data
        try:
            ask_for_seal(request.user, data["producer"], data["seal"], note=data["note"])
        except SealRefused as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Pedido. Lo decide el equipo del territorio."))
            return redirect("panel-seals")
    return _show(request, asking=form, status=422)


@require_POST
@panel_view(Role.TEAM)
def decide(request: PanelRequest, pk: int) -> HttpResponse:
    """Grant or decline a request that waits."""
    asked = get_object_or_404(policy.requests_to_decide(request.user).select_related("seal", "producer"), pk=pk)
    if request.POST.get("answer") == "decline":
        return _declined(request, asked)
    form = GrantForm(request.POST, prefix=str(asked.pk))
    if form.is_valid():
        try:
            grant_seal(request.user, asked.producer, asked.seal, request=asked, **form.cleaned_data)
        except SealRefused as error:
            for name, text in error.errors.items():
                form.add_error(name if name in form.fields else None, text)
        else:
            messages.success(request, _("Otorgado: ya se ve en su página."))
            return redirect("panel-seals")
    return _show(request, granting=(asked.pk, form), status=422)


def _declined(request: PanelRequest, asked: SealRequest) -> HttpResponse:
    reason = request.POST.get("reason", "").strip()
    if not reason:
        return _show(request, declining=(asked.pk, _("Diga por qué: lo leerá quien lo pidió.")), status=422)
    try:
        decline_seal(request.user, asked, reason=reason)
    except SealRefused as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Quedó dicho que no, con su motivo."))
    return redirect("panel-seals")


@require_POST
@panel_view(Role.TEAM)
def revoke(request: PanelRequest, pk: int) -> HttpResponse:
    revoke_grant(request.user, get_object_or_404(policy.grants_to_revoke(request.user), pk=pk))
    messages.success(request, _("Revocado: ya no se muestra en ninguna página."))
    return redirect("panel-seals")


def _show(
    request: PanelRequest,
    *,
    asking: AskForm | None = None,
    granting: tuple[int, GrantForm] | None = None,
    declining: tuple[int, str] | None = None,
    status: int = 200,
) -> HttpResponse:
    workspace = request.workspace
    waiting = policy.requests_to_decide(request.user).select_related("seal", "producer__comuna", "asked_by")
    grants = SealGrant.objects.valid().filter(producer__in=workspace.shown).select_related("seal", "producer")
    revocable = (
        set(policy.grants_to_revoke(request.user).values_list("pk", flat=True)) if workspace.territories else set()
    )
    decided = SealRequest.objects.filter(producer__in=workspace.shown).select_related("seal", "producer")
    lately = timezone.now() - timedelta(days=WARNING_DAYS)
    context = {
        "held": [Held(grant, grant.pk in revocable) for grant in grants.order_by("expires_on", "pk")[:MOST]],
        "to_decide": [_deciding(asked, granting, declining) for asked in waiting[:MOST]],
        "asked": decided.waiting(),
        "declined": decided.filter(status=RequestStatus.DECLINED, decided_at__gte=lately),
        "asking": asking or AskForm(workspace=workspace),
    }
    return render(request, "producers/panel/seals.html", context, status=status)


def _deciding(
    asked: SealRequest, granting: tuple[int, GrantForm] | None, declining: tuple[int, str] | None
) -> dict[str, Any]:
    today = timezone.localdate()
    form = granting[1] if granting and granting[0] == asked.pk else None
    initial = {"number": next_number(asked.seal), "granted_on": today, "expires_on": last_day(asked.seal, today)}
    return {
        "asked": asked,
        "form": form or GrantForm(prefix=str(asked.pk), initial=initial),
        "refused": declining[1] if declining and declining[0] == asked.pk else "",
    }
