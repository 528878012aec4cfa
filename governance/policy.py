"""Whose bodies, plans, commitments and reports a user works on: the territory's team; wider ones are for editors."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Model, QuerySet

from foundation.models import User
from foundation.policies import RowPolicy, may, rows_of
from governance.enums import ReportStatus
from governance.models import (
    Body,
    Commitment,
    Indicator,
    MeetingSession,
    Objective,
    ProgrammeCycle,
    Report,
    Stage,
    StrategicPlan,
)
from producers.policy import territories_of


@rows_of(Body)
def bodies_of(user: User) -> QuerySet[Any]:
    return Body.objects.filter(territory__in=territories_of(user))


@rows_of(MeetingSession)
def sessions_of(user: User) -> QuerySet[Any]:
    return MeetingSession.objects.filter(body__territory__in=territories_of(user))


@rows_of(StrategicPlan)
def plans_of(user: User) -> QuerySet[Any]:
    return StrategicPlan.objects.filter(territory__in=territories_of(user))


@rows_of(Objective)
def objectives_of(user: User) -> QuerySet[Any]:
    return Objective.objects.filter(plan__territory__in=territories_of(user))


@rows_of(Indicator)
def indicators_of(user: User) -> QuerySet[Any]:
    return Indicator.objects.filter(objective__plan__territory__in=territories_of(user))


@rows_of(Commitment)
def commitments_of(user: User) -> QuerySet[Any]:
    return Commitment.objects.filter(territory__in=territories_of(user))


@rows_of(Report)
def reports_of(user: User) -> QuerySet[Any]:
    return Report.objects.filter(territory__in=territories_of(user))


@rows_of(ProgrammeCycle)
def cycles_of(user: User) -> QuerySet[Any]:
    """The cycle is the programme's: editors only."""
    return ProgrammeCycle.objects.none()


@rows_of(Stage)
def stages_of(user: User) -> QuerySet[Any]:
    return Stage.objects.none()


def user_can_sign_off(user: object, report: Report) -> bool:
    return not report.signed_off and may(user, "change", report)


def user_can_answer_for(user: object, commitment: Commitment) -> bool:
    return may(user, "change", commitment)


class ReportPolicy(RowPolicy):
    """What is frozen can be looked at, and nothing else."""

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Model) -> bool:
        if isinstance(instance, Report) and instance.signed_off and action in {"change", "delete"}:
            return False
        return bool(super().user_has_permission_for_instance(user, action, instance))

    def instances_user_has_any_permission_for(self, user: Any, actions: Iterable[str]) -> QuerySet[Any]:
        wanted = set(actions)
        found = super().instances_user_has_any_permission_for(user, wanted)
        return found.exclude(status=ReportStatus.SIGNED_OFF) if wanted == {"delete"} else found
