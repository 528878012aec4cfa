from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Q
from django.utils import timezone

from foundation.records import RecordQuerySet
from producers.enums import Role
from producers.models import Mandate
from territories.models import TerritoryComuna

from .enums import STANDING, CourseStatus, GapStatus

if TYPE_CHECKING:
    from foundation.models import User


class OpportunityQuerySet(RecordQuerySet):
    def standing(self) -> Self:
        """Proposed, open or taken: unmet demand still adds to them."""
        return self.filter(status__in=STANDING)

    def for_user(self, user: "User") -> Self:
        """Those of the territories whose team the user is in, and proposals no territory has taken up yet."""
        if user.is_superuser:
            return self
        mine = Mandate.objects.of(user, Role.TEAM).values("territory")
        return self.filter(Q(territory__in=mine) | Q(territory__isnull=True)) if mine.exists() else self.none()


class GapQuerySet(models.QuerySet[Any]):
    def open(self) -> Self:
        return self.exclude(status=GapStatus.CLOSED)

    def shown(self) -> Self:
        """Gaps of opportunities that are published."""
        return self.filter(opportunity__live=True)


class CourseQuerySet(models.QuerySet[Any]):
    def shown(self) -> Self:
        """Courses the public may see: of a published opportunity, and put out to tender at least once."""
        return self.filter(opportunity__live=True).exclude(status=CourseStatus.DRAFT)

    def for_user(self, user: "User") -> Self:
        if user.is_superuser:
            return self
        return self.filter(territory__in=Mandate.objects.of(user, Role.TEAM).values("territory"))


class PostingQuerySet(models.QuerySet[Any]):
    def current(self, day: date | None = None) -> Self:
        """On the board on `day` (today): begun, not past its last day, not withdrawn."""
        day = day or timezone.localdate()
        return self.filter(starts_on__lte=day, expires_on__gte=day, withdrawn_at__isnull=True)

    def in_territory(self, slug: str, day: date | None = None) -> Self:
        codes = TerritoryComuna.objects.on(day or timezone.localdate()).filter(territory__slug=slug).values("comuna")
        return self.filter(comuna__in=codes)

    def withdraw(self, at: datetime) -> int:
        return self.filter(withdrawn_at__isnull=True).update(withdrawn_at=at)


class InterestQuerySet(models.QuerySet[Any]):
    def standing(self) -> Self:
        return self.filter(withdrawn_at__isnull=True)
