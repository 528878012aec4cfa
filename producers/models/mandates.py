from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from producers.enums import Role
from producers.querysets import MandateQuerySet
from territories.models import Comuna, Territory

from .networks import Network
from .producers import Producer

TARGETS = ("producer", "network", "territory", "comuna")


def bound(role: Role, target: str) -> Q:
    """Mandates of this role that name a row of this kind, and no other."""
    return Q(role=role, **{f"{name}__isnull": name != target for name in TARGETS})


class Mandate(models.Model):
    """The right to act for one producer, network, territory or comuna, from a day to a day.

    `ends_on` is the first day it no longer holds, so that a mandate revoked today holds no more today.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("cuenta"), on_delete=models.CASCADE, related_name="mandates"
    )
    role = models.CharField(_("rol"), max_length=12, choices=Role)
    producer = models.ForeignKey(Producer, null=True, blank=True, on_delete=models.CASCADE, related_name="mandates")
    network = models.ForeignKey(Network, null=True, blank=True, on_delete=models.CASCADE, related_name="mandates")
    territory = models.ForeignKey(Territory, null=True, blank=True, on_delete=models.CASCADE, related_name="mandates")
    comuna = models.ForeignKey(Comuna, null=True, blank=True, on_delete=models.CASCADE, related_name="mandates")
    starts_on = models.DateField(_("desde"), null=True, blank=True)
    ends_on = models.DateField(_("hasta"), null=True, blank=True)

    objects = MandateQuerySet.as_manager()

    class Meta:
        verbose_name = _("mandato")
        verbose_name_plural = _("mandatos")
        constraints = [
            models.CheckConstraint(
                name="mandate_has_the_target_of_its_role",
                condition=(
                    bound(Role.PRODUCER, "producer")
                    | bound(Role.COORDINATOR, "network")
                    | bound(Role.TEAM, "territory")
                    | bound(Role.OFFICER, "territory")
                    | bound(Role.OFFICER, "comuna")
                    | bound(Role.EVALUATOR, "territory")
                ),
            ),
            models.CheckConstraint(
                name="mandate_ends_after_start",
                condition=Q(ends_on__isnull=True) | Q(starts_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
            ),
        ]
        indexes = [models.Index(fields=["user", "role"], name="mandate_of_user")]

    def __str__(self) -> str:
        return f"{self.get_role_display()}: {self.user}"

    @property
    def target(self) -> Producer | Network | Territory | Comuna | None:
        """What it is for."""
        return self.producer or self.network or self.territory or self.comuna
