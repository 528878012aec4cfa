"""The pages this room hangs into its own frame, and what waits on them."""

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from producers import policy
from producers.enums import Role
from producers.models import JoinRequest, SealGrant

from .registry import PanelPage, Task, register, register_tasks
from .workspace import Workspace

MOST = 5
EXPIRING_DAYS = 60
MAKERS = (Role.PRODUCER, Role.COORDINATOR, Role.TEAM)


def seals_waiting(workspace: Workspace) -> int:
    return policy.requests_to_decide(workspace.user).count() if workspace.has(Role.TEAM) else 0


def proposals(workspace: Workspace) -> list[Task]:
    asked = JoinRequest.objects.waiting().filter(producer__in=workspace.own_producers).select_related("network")
    return [
        Task(
            _("Decidir si se suma a %(network)s") % {"network": row.network},
            reverse("panel-join", args=[row.pk]),
            _("La red le propone vender juntos."),
        )
        for row in asked[:MOST]
    ]


def seal_requests(workspace: Workspace) -> list[Task]:
    if not workspace.has(Role.TEAM):
        return []
    waiting = policy.requests_to_decide(workspace.user).select_related("seal", "producer")
    said = _("Otorgar o no: %(seal)s para %(producer)s")
    return [
        Task(said % {"seal": row.seal, "producer": row.producer}, f"{reverse('panel-seals')}#pedido-{row.pk}", row.note)
        for row in waiting[:MOST]
    ]


def profiles(workspace: Workspace) -> list[Task]:
    if not workspace.has(Role.TEAM):
        return []
    return [
        Task(
            _("Revisar la ficha de %(producer)s") % {"producer": row}, reverse("panel-profile-review", args=[row.slug])
        )
        for row in policy.profiles_to_review(workspace.user).order_by("pk")[:MOST]
    ]


def seals_ending(workspace: Workspace) -> list[Task]:
    ending = SealGrant.objects.expiring(EXPIRING_DAYS).filter(producer__in=workspace.shown)
    said = _("Renovar el sello %(seal)s de %(producer)s")
    return [
        Task(
            said % {"seal": row.seal, "producer": row.producer},
            reverse("panel-seals"),
            _("Vence el %(day)s.") % {"day": date_format(row.expires_on, "DATE_FORMAT")},
        )
        for row in ending.select_related("seal", "producer").order_by("expires_on")[:MOST]
    ]


register(PanelPage("home", 0, gettext_lazy("Hoy"), "panel", "home"))
register(
    PanelPage("networks", 60, gettext_lazy("Red"), "panel-networks", "network", roles=(Role.COORDINATOR, Role.TEAM))
)
register(PanelPage("people", 65, gettext_lazy("Personas"), "panel-people", "people", roles=(Role.TEAM,)))
register(PanelPage("seals", 70, gettext_lazy("Sellos"), "panel-seals", "seal", seals_waiting, MAKERS))
register(PanelPage("territory", 72, gettext_lazy("Territorio"), "panel-territory", "territory", roles=(Role.TEAM,)))
register(PanelPage("profile", 90, gettext_lazy("Perfil"), "panel-profile", "profile", roles=MAKERS))
register(PanelPage("account", 95, gettext_lazy("Cuenta"), "panel-account", "key"))
register_tasks("proposals", 50, proposals)
register_tasks("seal requests", 55, seal_requests)
register_tasks("profiles", 60, profiles)
register_tasks("seals ending", 90, seals_ending)
