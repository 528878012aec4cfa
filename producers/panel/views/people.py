"""Who may act for whom in the team's territories: mandates given by a letter, ended by a button."""

from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from foundation import limits
from foundation.mail import BadAddress, checked_address
from producers import policy
from producers.enums import Role
from producers.models import Mandate
from producers.panel.access import PanelRequest, panel_view
from producers.panel.workspace import Workspace
from producers.services import end_mandate, withdraw_invitation
from producers.services import invite as send_invitation
from territories.models import Comuna, TerritoryComuna

MOST = 300
KINDS = {
    "producer": Role.PRODUCER, "network": Role.COORDINATOR, "comuna": Role.OFFICER, "evaluation": Role.EVALUATOR,
}  # fmt: skip
TARGETS = ("producer", "network", "territory", "comuna")


class InviteForm(forms.Form):
    """`target` is of the team: «producer:slug», «network:slug», «comuna:code», «evaluation:slug» (a territory)."""

    email = forms.CharField(
        label=gettext_lazy("Su correo"), max_length=254, widget=forms.EmailInput(attrs={"inputmode": "email"})
    )
    name = forms.CharField(label=gettext_lazy("Su nombre"), max_length=120, required=False)
    target = forms.ChoiceField(label=gettext_lazy("De qué queda a cargo"))
    ends_on = forms.DateField(
        label=gettext_lazy("Hasta qué día"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )

    def __init__(self, *args: Any, workspace: Workspace, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.workspace = workspace
        self.fields["target"].choices = choices_of(workspace)  # type: ignore[attr-defined]  # a ChoiceField

    def clean_email(self) -> str:
        try:
            return checked_address(self.cleaned_data["email"])
        except BadAddress as error:
            raise forms.ValidationError(_("Escriba un correo completo.")) from error

    def clean_ends_on(self) -> Any:
        day = self.cleaned_data["ends_on"]
        if day is not None and day <= timezone.localdate():
            raise forms.ValidationError(_("Ese día ya pasó."))
        return day

    def wanted(self) -> tuple[Role, Any]:
        kind, _colon, key = self.cleaned_data["target"].partition(":")
        column = "code" if kind == "comuna" else "slug"
        return KINDS[kind], get_object_or_404(rows_of(self.workspace)[kind], **{column: key})


def rows_of(workspace: Workspace) -> dict[str, QuerySet[Any]]:
    mine = workspace.territories
    comunas = TerritoryComuna.objects.on(timezone.localdate()).filter(territory__in=mine).values("comuna")
    return {
        "producer": workspace.producers.filter(territory__in=mine).order_by("name"),
        "network": workspace.networks.filter(territory__in=mine).order_by("name"),
        "comuna": Comuna.objects.filter(pk__in=comunas).order_by("name"),
        "evaluation": mine.order_by("name"),
    }


def choices_of(workspace: Workspace) -> list[Any]:
    rows = rows_of(workspace)
    return [
        (_("Coordinar una red"), [(f"network:{row.slug}", row.name) for row in rows["network"]]),
        (_("Actuar por un productor"), [(f"producer:{row.slug}", row.name) for row in rows["producer"]]),
        (_("Encargo municipal"), [(f"comuna:{row.pk}", row.name) for row in rows["comuna"]]),
        (_("Evaluar propuestas de formación"), [(f"evaluation:{row.slug}", row.name) for row in rows["evaluation"]]),
    ]


@require_safe
@panel_view(Role.TEAM)
def people(request: PanelRequest) -> HttpResponse:
    return _show(request, InviteForm(workspace=request.workspace))


@require_POST
@panel_view(Role.TEAM)
def invite(request: PanelRequest) -> HttpResponse:
    form = InviteForm(request.POST, workspace=request.workspace)
    if not form.is_valid():
        return _show(request, form, status=422)
    role, target = form.wanted()
    data = form.cleaned_data
    try:
        limits.take("invite", str(request.user.pk), rate=1 / 60, burst=40)
    except limits.Exceeded as error:
        form.add_error(None, _("Van muchas invitaciones seguidas. Siga en unos minutos."))
        response = _show(request, form, status=429)
        response.headers["Retry-After"] = str(error.retry_after)
        return response
    send_invitation(
        request.user, email=data["email"], role=role, target=target, name=data["name"], ends_on=data["ends_on"]
    )
    messages.success(
        request, _("Le escribimos a %(email)s. La carta sirve por catorce días.") % {"email": data["email"]}
    )
    return redirect("panel-people")


@require_POST
@panel_view(Role.TEAM)
def end(request: PanelRequest, pk: int) -> HttpResponse:
    mandate = get_object_or_404(policy.mandates_to_end(request.user), pk=pk)
    end_mandate(request.user, mandate)
    messages.success(request, _("Terminado: desde ya no puede entrar por ese encargo."))
    return redirect("panel-people")


@require_POST
@panel_view(Role.TEAM)
def withdraw(request: PanelRequest, pk: int) -> HttpResponse:
    withdraw_invitation(request.user, get_object_or_404(policy.invitations_to_withdraw(request.user), pk=pk))
    messages.success(request, _("La carta ya no sirve."))
    return redirect("panel-people")


def _show(request: PanelRequest, form: InviteForm, status: int = 200) -> HttpResponse:
    held = policy.mandates_to_end(request.user).select_related("user", *TARGETS)
    sent = policy.invitations_to_withdraw(request.user).select_related(*TARGETS)
    context = {
        "form": form,
        "mandates": _sorted(held),
        "invitations": list(sent[:MOST]),
        "team": Mandate.objects.on()
        .filter(role=Role.TEAM, territory__in=request.workspace.territories)
        .select_related("user", "territory"),
    }
    return render(request, "producers/panel/people.html", context, status=status)


def _sorted(held: QuerySet[Mandate]) -> list[Mandate]:
    return sorted(held[:MOST], key=lambda mandate: (mandate.role, str(mandate.target)))
