from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from catalog.models import Supply
from inquiries.enums import NEXT, OPEN, Chase, DeclineReason, OfferStatus
from inquiries.querysets import OfferQuerySet
from producers.models import Network, Producer
from routes.models import CircuitOperator

from .inquiries import InquiryLine


class Offer(models.Model):
    """A quantity of one inquiry line, asked of one producer until `respond_by`."""

    line = models.ForeignKey(InquiryLine, on_delete=models.PROTECT, related_name="offers")
    producer = models.ForeignKey(Producer, on_delete=models.PROTECT, related_name="offers")
    network = models.ForeignKey(Network, null=True, blank=True, on_delete=models.PROTECT, related_name="offers")
    supply = models.ForeignKey(Supply, null=True, blank=True, on_delete=models.PROTECT, related_name="offers")
    operator = models.ForeignKey(
        CircuitOperator, null=True, blank=True, on_delete=models.PROTECT, related_name="offers"
    )
    asked = models.DecimalField(max_digits=12, decimal_places=3)
    """What was asked of the producer; `quantity` is what they took, the same until they answer."""
    quantity = models.DecimalField(max_digits=12, decimal_places=3)
    month = models.DateField()
    """First day of the period whose capacity it uses: the month for goods, the day itself for a host."""
    unit_price = models.PositiveBigIntegerField()
    """Net of VAT, whole pesos a unit of the supply; what the producer proposed, once they did."""
    asked_price = models.PositiveBigIntegerField(null=True, blank=True)
    """The price it was asked at, when the producer proposed another."""
    ready_on = models.DateField(null=True, blank=True)
    """The day the producer proposes to deliver on, when it is not the buyer's."""
    status = models.CharField(max_length=12, choices=OfferStatus, default=OfferStatus.OFFERED)
    decline_reason = models.CharField(max_length=12, choices=DeclineReason, blank=True)
    note = models.CharField(max_length=500, blank=True)
    reasons = models.JSONField(default=list)
    """`[{"rule": Rule, "data": {...}}]`: why this producer; worded by `inquiries.wording` in the reader's language."""
    respond_by = models.DateTimeField()
    chase = models.CharField(max_length=12, choices=Chase, blank=True, default=Chase.NOBODY)
    chase_at = models.DateTimeField(null=True, blank=True, db_index=True)
    """When the next step of `chase` is due; None when there is none left."""
    answered_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = OfferQuerySet.as_manager()

    class Meta:
        ordering = ["-quantity", "pk"]
        verbose_name = _("encargo")
        verbose_name_plural = _("encargos")
        indexes = [models.Index(fields=["supply", "month", "status"]), models.Index(fields=["status", "respond_by"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(quantity__gt=0) & Q(quantity__lte=models.F("asked")), name="offer_quantity_within_asked"
            ),
            models.UniqueConstraint(
                fields=["line", "producer", "supply"], condition=Q(status__in=sorted(OPEN)), name="offer_open_once"
            ),
            models.CheckConstraint(
                name="offer_of_a_supply_or_an_operator",
                condition=Q(supply__isnull=False, operator__isnull=True)
                | Q(supply__isnull=True, operator__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.producer}: {self.quantity}"

    def can_become(self, status: str) -> bool:
        return OfferStatus(status) in NEXT[OfferStatus(self.status)]

    @property
    def unit(self) -> str:
        return self.supply.product.unit if self.supply else "person"


class Unmet(models.Model):
    """The part of a line nobody can serve as things stand, and the gaps that explain it."""

    line = models.OneToOneField(InquiryLine, on_delete=models.CASCADE, related_name="unmet")
    quantity = models.DecimalField(max_digits=12, decimal_places=3)
    """In the line's unit."""
    gaps = models.JSONField(default=list)
    """`[{"kind": GapKind, "rule": Rule, "data": {...}}]`, worded by `inquiries.wording`."""
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("parte sin atender")
        verbose_name_plural = _("partes sin atender")
        constraints = [models.CheckConstraint(condition=Q(quantity__gte=0), name="unmet_not_negative")]

    def __str__(self) -> str:
        return f"{self.line}: {self.quantity}"
