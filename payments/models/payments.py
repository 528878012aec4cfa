import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from foundation.models import User
from inquiries.models import Order
from payments.enums import UNDER_WAY, GatewayName, PaymentState


class Payment(models.Model):
    """One way through which an order may be paid: a Stripe session, or a transfer announced by its reference.

    `effect_key` goes with every try of the call that opens it, so that the gateway opens one however often it is asked.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    order = models.ForeignKey(Order, verbose_name=_("pedido"), on_delete=models.PROTECT, related_name="payments")
    gateway = models.CharField(_("medio"), max_length=8, choices=GatewayName)
    state = models.CharField(_("estado"), max_length=8, choices=PaymentState, default=PaymentState.STARTED)
    amount = models.PositiveBigIntegerField(_("monto"))
    currency = models.CharField(max_length=3, default="CLP")
    effect_key = models.CharField(max_length=64, unique=True, default=uuid.uuid4, editable=False)
    external_id = models.CharField(max_length=255, blank=True)
    """The gateway's own name for it: a checkout session."""
    intent_id = models.CharField(max_length=255, blank=True)
    """What it is refunded through."""
    url = models.URLField(max_length=2000, blank=True)
    """Where the buyer pays."""
    reference = models.CharField(_("referencia"), max_length=20, blank=True)
    """What the buyer writes on a transfer."""
    expires_at = models.DateTimeField(null=True, blank=True)
    checked_at = models.DateTimeField(null=True, blank=True)
    """When its gateway was last asked."""
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(_("creado"), auto_now_add=True)

    class Meta:
        ordering = ["-created_at"]
        verbose_name = _("pago")
        verbose_name_plural = _("pagos")
        indexes = [models.Index(fields=["state", "checked_at"]), models.Index(fields=["intent_id"])]
        constraints = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="payment_of_something"),
            models.UniqueConstraint(fields=["external_id"], condition=~Q(external_id=""), name="payment_external_once"),
            models.UniqueConstraint(fields=["reference"], condition=~Q(reference=""), name="payment_reference_once"),
            models.UniqueConstraint(
                fields=["order", "gateway"],
                condition=Q(state__in=sorted(UNDER_WAY)),
                name="payment_under_way_once",
            ),
        ]

    def __str__(self) -> str:
        return self.reference or f"{self.get_gateway_display()} {str(self.pk)[:8]}"


class Receipt(models.Model):
    """A transfer that the team found on the bank's statement."""

    payment = models.ForeignKey(Payment, on_delete=models.PROTECT, related_name="receipts")
    amount = models.PositiveBigIntegerField(_("monto"))
    received_on = models.DateField(_("fecha en la cartola"))
    bank_reference = models.CharField(_("número de operación"), max_length=60)
    confirmed_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-received_on", "-pk"]
        verbose_name = _("transferencia recibida")
        verbose_name_plural = _("transferencias recibidas")
        constraints = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="receipt_of_something"),
            models.UniqueConstraint(fields=["bank_reference", "received_on"], name="receipt_once"),
        ]

    def __str__(self) -> str:
        return self.bank_reference
