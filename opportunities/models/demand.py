from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from inquiries.models import InquiryLine
from territories.models import Territory

from .opportunities import Opportunity


class UnmetDemand(models.Model):
    """The part of one inquiry line that found nobody, as it adds to an opportunity."""

    line = models.OneToOneField(InquiryLine, on_delete=models.CASCADE, related_name="demand")
    opportunity = models.ForeignKey(Opportunity, on_delete=models.CASCADE, related_name="unmet")
    asked = models.DecimalField(max_digits=14, decimal_places=3)
    quantity = models.DecimalField(max_digits=14, decimal_places=3)
    """Both in the opportunity's `demand_unit`."""
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("demanda sin atender")
        verbose_name_plural = _("demandas sin atender")
        constraints = [
            models.CheckConstraint(
                condition=Q(quantity__gte=0) & Q(asked__gte=models.F("quantity")), name="demand_within_asked"
            )
        ]

    def __str__(self) -> str:
        return f"{self.line}: {self.quantity}"


class FruitlessSearch(models.Model):
    """How often a word was searched for on a day and nothing was found; `territory` when the search was within one.

    Only the normalised word is kept, never who searched.
    """

    word = models.CharField(_("palabra"), max_length=60)
    territory = models.ForeignKey(
        Territory, verbose_name=_("territorio"), null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    day = models.DateField(_("día"))
    count = models.PositiveIntegerField(_("veces"), default=0)

    class Meta:
        ordering = ["-day", "word"]
        verbose_name = _("búsqueda sin resultado")
        verbose_name_plural = _("búsquedas sin resultado")
        constraints = [
            models.UniqueConstraint(
                fields=["word", "territory", "day"], condition=Q(territory__isnull=False), name="fruitless_once_a_place"
            ),
            models.UniqueConstraint(
                fields=["word", "day"], condition=Q(territory__isnull=True), name="fruitless_once_anywhere"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.word}: {self.count}"
