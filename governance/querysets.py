from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import Q
from django.utils import timezone

from producers.querysets import in_force

from .enums import UNFINISHED, CommitmentStatus, ReportStatus, Standing


class BodyQuerySet(models.QuerySet[Any]):
    def on(self, day: date | None = None) -> Self:
        """Bodies constituted by `day` and not dissolved."""
        return self.filter(in_force(day or timezone.localdate()))


class SeatQuerySet(models.QuerySet[Any]):
    def on(self, day: date | None = None) -> Self:
        """Seats whose mandate covers `day`."""
        return self.filter(in_force(day or timezone.localdate()))


class PlanQuerySet(models.QuerySet[Any]):
    def agreed(self, day: date | None = None) -> Self:
        """Plans the territory agreed on by `day`; one without a date is a draft nobody sees."""
        return self.filter(agreed_on__lte=day or timezone.localdate())


class CommitmentQuerySet(models.QuerySet[Any]):
    def announced(self, day: date | None = None) -> Self:
        """Those told in public by `day`; the others are the team's own papers."""
        return self.filter(announced_on__lte=day or timezone.localdate())

    def standing(self, standing: str, day: date | None = None) -> Self:
        """Those that stand so on `day` (a value of Standing)."""
        day = day or timezone.localdate()
        match Standing(standing):
            case Standing.DONE:
                return self.filter(status=CommitmentStatus.DONE)
            case Standing.LATE:
                return self.filter(status__in=UNFINISHED, due_on__lt=day)
            case waiting:
                return self.filter(status=waiting.value, due_on__gte=day)

    def urgent_first(self) -> Self:
        """Unfinished by due date, then what is done, the last done first."""
        unfinished = models.Case(models.When(status=CommitmentStatus.DONE, then=1), default=0)
        return self.order_by(unfinished, "due_on", "-done_on", "number", "pk")


class ReportQuerySet(models.QuerySet[Any]):
    def signed_off(self) -> Self:
        return self.filter(status=ReportStatus.SIGNED_OFF)

    def newest_first(self) -> Self:
        return self.order_by("-ends_on", "level", "kind", "slug")


def within(ids: list[int] | None, region: str, prefix: str = "") -> Q:
    """Rows of these territories or of this region itself; `None` for the whole country."""
    if ids is None:
        return Q()
    found = Q(**{f"{prefix}territory__in": ids})
    return found | Q(**{f"{prefix}region": region}) if region else found
