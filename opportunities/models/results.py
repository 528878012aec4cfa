from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from .courses import Indicator


class Actual(models.Model):
    """What an indicator came to, with what shows it, checked by somebody or counted from attendance."""

    indicator = models.OneToOneField(Indicator, on_delete=models.PROTECT, related_name="actual")
    value = models.DecimalField(_("resultado"), max_digits=12, decimal_places=3)
    """In the indicator's unit."""
    number = models.CharField(_("número del documento"), max_length=80, blank=True)
    url = models.URLField(_("dirección del documento"), max_length=300, blank=True)
    text = models.CharField(_("qué muestra"), max_length=500, blank=True)
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+", editable=False
    )
    on = models.DateField(_("fecha"))

    class Meta:
        verbose_name = _("resultado medido")
        verbose_name_plural = _("resultados medidos")
        constraints = [
            models.CheckConstraint(
                condition=Q(number__gt="") | Q(url__gt="") | Q(text__gt=""), name="actual_says_what_shows_it"
            )
        ]

    def __str__(self) -> str:
        return f"{self.indicator}: {self.value}"


class ResultPayment(models.Model):
    """What a result paid, once: its part of the price, of that what was earned, and what stays with the fund."""

    indicator = models.OneToOneField(Indicator, on_delete=models.PROTECT, related_name="payment")
    part = models.PositiveBigIntegerField(_("parte del precio"))
    amount = models.PositiveBigIntegerField(_("pagado"))
    """Whole pesos; `part` − `amount` stays with the fund."""
    released_at = models.DateTimeField(_("pagado el"))
    ledger_key = models.CharField(max_length=80, unique=True)
    """Of the ledger's transaction."""

    class Meta:
        ordering = ["pk"]
        verbose_name = _("pago por resultado")
        verbose_name_plural = _("pagos por resultado")
        constraints = [models.CheckConstraint(condition=Q(amount__lte=F("part")), name="result_paid_within_its_part")]

    def __str__(self) -> str:
        return f"{self.indicator}: {self.amount}"
