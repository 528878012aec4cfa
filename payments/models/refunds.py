import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from inquiries.models import Order
from payments.enums import REFUND_NEXT, RefundState

from .payments import Payment


class Refund(models.Model):
    """Money on its way back to the buyer, through the payment it came by.

    `surplus`: it was paid beyond the order's total, so that nobody's share is touched.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    order = models.ForeignKey(Order, verbose_name=_("pedido"), on_delete=models.PROTECT, related_name="refunds")
    payment = models.ForeignKey(Payment, on_delete=models.PROTECT, related_name="refunds")
    amount = models.PositiveBigIntegerField(_("monto"))
    state = models.CharField(_("estado"), max_length=10, choices=RefundState, default=RefundState.REQUESTED)
    surplus = models.BooleanField(_("pagado de más"), default=False)
    reason = models.CharField(_("motivo"), max_length=200, blank=True)
    effect_key = models.CharField(max_length=64, unique=True, default=uuid.uuid4, editable=False)
    external_id = models.CharField(max_length=255, blank=True)
    """The gateway's name for it; for a transfer the bank's reference."""
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(_("pedida el"), auto_now_add=True)
    done_at = models.DateTimeField(_("hecha el"), null=True, blank=True)

    class Meta:
        ordering = ["-created_at"]
        verbose_name = _("devolución")
        verbose_name_plural = _("devoluciones")
        indexes = [models.Index(fields=["state", "created_at"])]
        constraints = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="refund_of_something"),
            models.UniqueConstraint(fields=["external_id"], condition=~Q(external_id=""), name="refund_external_once"),
        ]

    def __str__(self) -> str:
        return f"{self.order_id}: {self.amount}"

    def can_become(self, state: str) -> bool:
        return RefundState(state) in REFUND_NEXT[RefundState(self.state)]
