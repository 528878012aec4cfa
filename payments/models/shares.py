from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from catalog.models import Format
from inquiries.models import Order, OrderPart
from payments.enums import FeeKind, HoldState
from producers.models import Network

ADDS_UP = Q(gross=F("producer_amount") + F("network_fee") + F("platform_fee"))


class FeeRule(models.Model):
    """What a network or the platform keeps of the net goods, in hundredths of a percent, from a day to a day.

    A network's own rule comes before the one for all networks. `ends_on` is the first day it no longer holds.
    """

    kind = models.CharField(_("comisión"), max_length=8, choices=FeeKind)
    network = models.ForeignKey(
        Network, verbose_name=_("red"), null=True, blank=True, on_delete=models.PROTECT, related_name="fee_rules"
    )
    basis_points = models.PositiveSmallIntegerField(
        _("centésimas de por ciento"), validators=[MaxValueValidator(5000)], help_text=_("350 es un 3,5 %.")
    )
    starts_on = models.DateField(_("desde"))
    ends_on = models.DateField(_("hasta"), null=True, blank=True)

    class Meta:
        ordering = ["kind", "network", "-starts_on"]
        verbose_name = _("regla de comisión")
        verbose_name_plural = _("reglas de comisión")
        constraints = [
            models.CheckConstraint(condition=Q(basis_points__lte=5000), name="fee_half_at_most"),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")), name="fee_ends_after_start"
            ),
            models.CheckConstraint(
                condition=Q(kind=FeeKind.NETWORK) | Q(network__isnull=True), name="fee_of_a_network"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.basis_points / 100:g} %"

    def clean(self) -> None:
        """Two rules of the same kind for the same network never hold on one day."""
        if not self.starts_on:
            return
        others = FeeRule.objects.filter(kind=self.kind, network=self.network).exclude(pk=self.pk)
        others = others.filter(Q(ends_on__isnull=True) | Q(ends_on__gt=self.starts_on))
        if self.ends_on:
            others = others.filter(starts_on__lt=self.ends_on)
        if others.exists():
            raise ValidationError(_("Ya hay una regla que vale en esas fechas: póngale fin primero."))


class Share(models.Model):
    """How a paid part of an order was divided, in whole pesos: `gross` = producer + network + platform.

    `vat` is what of `gross` is VAT; it reaches the producer, who declares it.
    """

    part = models.OneToOneField(OrderPart, on_delete=models.PROTECT, related_name="share")
    gross = models.PositiveBigIntegerField()
    vat = models.PositiveBigIntegerField()
    producer_amount = models.PositiveBigIntegerField(_("para el productor"))
    network_fee = models.PositiveBigIntegerField(_("para la red"), default=0)
    platform_fee = models.PositiveBigIntegerField(_("para la plataforma"), default=0)
    network_points = models.PositiveSmallIntegerField(default=0)
    platform_points = models.PositiveSmallIntegerField(default=0)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]
        constraints = [models.CheckConstraint(condition=ADDS_UP, name="share_adds_up")]

    def __str__(self) -> str:
        return f"{self.part_id}: {self.gross}"


class Reversal(models.Model):
    """What a refund takes back out of a share, divided as what was left of the share."""

    refund = models.ForeignKey("Refund", on_delete=models.PROTECT, related_name="reversals")
    share = models.ForeignKey(Share, on_delete=models.PROTECT, related_name="reversals")
    gross = models.PositiveBigIntegerField()
    producer_amount = models.PositiveBigIntegerField()
    network_fee = models.PositiveBigIntegerField()
    platform_fee = models.PositiveBigIntegerField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=ADDS_UP, name="reversal_adds_up"),
            models.UniqueConstraint(fields=["refund", "share"], name="reversal_once"),
        ]

    def __str__(self) -> str:
        return f"{self.share_id}: -{self.gross}"


class StockHold(models.Model):
    """Pieces put aside for an order of a basket."""

    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="holds")
    format = models.ForeignKey(Format, null=True, on_delete=models.SET_NULL, related_name="+")
    pieces = models.PositiveIntegerField()
    state = models.CharField(max_length=8, choices=HoldState, default=HoldState.HELD)

    class Meta:
        ordering = ["pk"]
        constraints = [models.CheckConstraint(condition=Q(pieces__gt=0), name="hold_of_something")]

    def __str__(self) -> str:
        return f"{self.order_id}: {self.pieces}"
