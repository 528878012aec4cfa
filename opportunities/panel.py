"""This room's pages in the panel, and what waits there for whom."""

from collections.abc import Iterator

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from opportunities.enums import OpportunityStatus
from opportunities.models import Call, Opportunity, Proposal
from producers.enums import Role
from producers.panel import PanelPage, Task, Workspace, register, register_tasks


def proposals_waiting(workspace: Workspace) -> int:
    """Proposed opportunities that a team has not looked at yet."""
    return _proposed(workspace).count() if workspace.has(Role.TEAM) else 0


def _proposed(workspace: Workspace) -> QuerySet[Opportunity]:
    return Opportunity.objects.for_user(workspace.user).filter(status=OpportunityStatus.PROPOSED)


def to_score(workspace: Workspace) -> int:
    """Opened proposals this evaluator has not scored."""
    return unscored(workspace).count()


def unscored(workspace: Workspace) -> QuerySet[Proposal]:
    return open_proposals(workspace).exclude(scores__evaluator=workspace.user)


def open_proposals(workspace: Workspace) -> QuerySet[Proposal]:
    """Of opened calls that were not resolved, in the territories the account evaluates for."""
    return Proposal.objects.filter(
        call__course__territory__in=workspace.territories_as(Role.EVALUATOR),
        call__opened_at__isnull=False,
        call__awarded_at__isnull=True,
        call__void_at__isnull=True,
    )


def tasks(workspace: Workspace) -> Iterator[Task]:
    if workspace.has(Role.TEAM):
        for proposed in _proposed(workspace).order_by("-demand_count", "pk")[:3]:
            href = reverse("panel-opportunity", args=[proposed.slug])
            yield Task(proposed.title, href, str(_("Propuesta: ábrala o descártela")))
        ready = Call.objects.filter(
            course__territory__in=workspace.territories, closes_at__lte=timezone.now(), opened_at__isnull=True,
            void_at__isnull=True,
        )  # fmt: skip
        for call in ready.select_related("course")[:3]:
            href = reverse("panel-course", args=[call.course.slug])
            yield Task(str(call.course), href, str(_("Ya se pueden abrir los sobres")))
    if workspace.has(Role.EVALUATOR) and to_score(workspace):
        yield Task(str(_("Puntuar propuestas")), reverse("panel-scores"))


register(
    PanelPage(
        "opportunities", 45, _("Se busca"), "panel-opportunities", "opportunity", proposals_waiting,
        roles={Role.TEAM, Role.PRODUCER, Role.COORDINATOR},
    )
)  # fmt: skip
register(PanelPage("courses", 55, _("Cursos"), "panel-courses", "training", roles={Role.TEAM}))
register(PanelPage("scores", 56, _("Evaluar"), "panel-scores", "seal", to_score, roles={Role.EVALUATOR}))
register(PanelPage("postings", 50, _("Avisos"), "panel-postings", "job", roles={Role.OFFICER, Role.TEAM}))
register_tasks("opportunities", 60, tasks)
