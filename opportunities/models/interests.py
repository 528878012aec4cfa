from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from opportunities.querysets import InterestQuerySet
from producers.models import Network, Producer

from .opportunities import Opportunity


class Interest(models.Model):
    """A producer or a network says that it wants a part of an opportunity; one row a party, withdrawn and said again.

    Only the territory's team reads it: it is no promise, and nothing is reserved by it.
    """

    opportunity = models.ForeignKey(Opportunity, on_delete=models.CASCADE, related_name="interests")
    producer = models.ForeignKey(Producer, null=True, blank=True, on_delete=models.CASCADE, related_name="interests")
    network = models.ForeignKey(Network, null=True, blank=True, on_delete=models.CASCADE, related_name="interests")
    said_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("dicho por"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    note = models.CharField(_("qué podría hacer"), max_length=400, blank=True)
    said_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = InterestQuerySet.as_manager()

    class Meta:
        ordering = ["said_at", "pk"]
        verbose_name = _("interés")
        verbose_name_plural = _("intereses")
        constraints = [
            models.CheckConstraint(
                condition=Q(producer__isnull=True, network__isnull=False)
                | Q(producer__isnull=False, network__isnull=True),
                name="interest_of_one_party",
            ),
            models.UniqueConstraint(fields=["opportunity", "producer"], name="interest_once_a_producer"),
            models.UniqueConstraint(fields=["opportunity", "network"], name="interest_once_a_network"),
        ]

    def __str__(self) -> str:
        return f"{self.party}: {self.opportunity}"

    @property
    def party(self) -> Producer | Network:
        found = self.producer or self.network
        assert found is not None
        return found
