from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from producers.enums import Role
from producers.querysets import MandateQuerySet
from territories.models import Territory

from .networks import Network
from .producers import Producer


class Mandate(models.Model):
    """The right to act for one producer, network or territory, from a day to a day; a revoked mandate ends today."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("cuenta"), on_delete=models.CASCADE, related_name="mandates"
    )
    role = models.CharField(_("rol"), max_length=12, choices=Role)
    producer = models.ForeignKey(Producer, null=True, blank=True, on_delete=models.CASCADE, related_name="mandates")
    network = models.ForeignKey(Network, null=True, blank=True, on_delete=models.CASCADE, related_name="mandates")
    territory = models.ForeignKey(Territory, null=True, blank=True, on_delete=models.CASCADE, related_name="mandates")
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
                    Q(role=Role.PRODUCER, producer__isnull=False, network__isnull=True, territory__isnull=True)
                    | Q(role=Role.COORDINATOR, producer__isnull=True, network__isnull=False, territory__isnull=True)
                    | Q(role=Role.TEAM, producer__isnull=True, network__isnull=True, territory__isnull=False)
                ),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()}: {self.user}"
