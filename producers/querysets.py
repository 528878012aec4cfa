from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Q
from django.utils import timezone

from foundation.prepared import Slot
from foundation.records import RecordQuerySet

from .enums import RequestStatus, Role

if TYPE_CHECKING:
    from foundation.models import User


def in_force(day: date, prefix: str = "", start: str = "starts_on", end: str = "ends_on") -> Q:
    """Rows whose dates cover `day`; the end is the first day it no longer holds, none means open."""
    started = Q(**{f"{prefix}{start}__lte": day}) | Q(**{f"{prefix}{start}__isnull": True})
    return started & (Q(**{f"{prefix}{end}__gt": day}) | Q(**{f"{prefix}{end}__isnull": True}))


class MandateQuerySet(models.QuerySet[Any]):
    def on(self, day: date | None = None) -> Self:
        return self.filter(in_force(day or timezone.localdate()))

    def of(self, user: "User", role: Role) -> Self:
        return self.on().filter(user_id=user.pk, role=role)


class NetworkQuerySet(RecordQuerySet):
    def coordinated_by(self, user: "User") -> Self:
        from .models import Mandate

        return self.filter(pk__in=Mandate.objects.of(user, Role.COORDINATOR).values("network"))


class ProducerQuerySet(RecordQuerySet):
    def managed_by(self, user: "User") -> Self:
        """The producers the user answers for today by a mandate of their own."""
        from .models import Mandate

        return self.filter(pk__in=Mandate.objects.of(user, Role.PRODUCER).values("producer"))

    def for_user(self, user: "User") -> Self:
        """Producers whose workspace the user may open: their own, their networks' members, their territories'."""
        from .models import Mandate, Network, NetworkMember

        if user.is_superuser:
            return self
        members = NetworkMember.objects.on().filter(network__in=Network.objects.coordinated_by(user)).values("producer")
        territories = Mandate.objects.of(user, Role.TEAM).values("territory")
        own = Mandate.objects.of(user, Role.PRODUCER).values("producer")
        return self.filter(Q(pk__in=own) | Q(pk__in=members) | Q(territory__in=territories))


class NetworkMemberQuerySet(models.QuerySet[Any]):
    def on(self, day: date | None = None) -> Self:
        return self.filter(in_force(day or timezone.localdate(), start="joined_on", end="left_on"))


class SealGrantQuerySet(models.QuerySet[Any]):
    def valid(self, day: date | Slot | None = None) -> Self:
        """Grants a page may show: given, neither expired nor revoked."""
        day = day or timezone.localdate()
        return self.filter(granted_on__lte=day, expires_on__gte=day, revoked_on__isnull=True)

    def expiring(self, within_days: int, day: date | None = None) -> Self:
        """Valid today, and no longer so many days from now."""
        day = day or timezone.localdate()
        return self.valid(day).filter(expires_on__lt=day + timedelta(days=within_days))


class SealRequestQuerySet(models.QuerySet[Any]):
    def waiting(self) -> Self:
        return self.filter(status=RequestStatus.ASKED)


class InvitationQuerySet(models.QuerySet[Any]):
    def open(self, at: datetime | None = None) -> Self:
        """Neither accepted, withdrawn nor lapsed."""
        return self.filter(accepted_at__isnull=True, withdrawn_at__isnull=True, expires_at__gt=at or timezone.now())


class JoinRequestQuerySet(models.QuerySet[Any]):
    def waiting(self) -> Self:
        return self.filter(status=RequestStatus.ASKED)
