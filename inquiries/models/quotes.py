import uuid

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from catalog.models import Product
from foundation.units import Unit
from inquiries.enums import QUOTE_NEXT, QUOTE_STANDING, FreightStatus, QuoteStatus
from inquiries.querysets import QuoteQuerySet
from producers.models import Network, Producer
from routes.models import Circuit

from .inquiries import Inquiry, new_token
from .offers import Offer

ADDS_UP = Q(total=F("net") + F("freight") + F("vat"))


class Quote(models.Model):
    """One price for what all the producers of an inquiry take, valid until a day.

    Money is whole pesos. `net` (goods) and `freight` are without VAT, `vat` is that of both. The parts add up to the
    quote, the lines to their part, to the peso.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    token = models.CharField(max_length=22, unique=True, default=new_token, editable=False)
    number = models.CharField(_("número"), max_length=20, unique=True, editable=False)
    inquiry = models.ForeignKey(Inquiry, on_delete=models.PROTECT, related_name="quotes")
    status = models.CharField(_("estado"), max_length=12, choices=QuoteStatus, default=QuoteStatus.DRAFT)
    valid_until = models.DateTimeField(_("vale hasta"))
    freight_status = models.CharField(max_length=12, choices=FreightStatus, default=FreightStatus.NONE)
    """Of the quote as a whole: `to_agree` when the place it goes to is not known well enough to say a price."""
    vat_percent = models.PositiveSmallIntegerField(_("IVA, en por ciento"))
    net = models.PositiveBigIntegerField(_("neto"))
    freight = models.PositiveBigIntegerField(_("despacho"), default=0)
    vat = models.PositiveBigIntegerField(_("IVA"))
    total = models.PositiveBigIntegerField(_("total"))
    currency = models.CharField(max_length=3, default="CLP")
    reason = models.CharField(_("motivo"), max_length=300, blank=True)
    """Why it was declined or withdrawn, in the words of whoever did."""
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(auto_now_add=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    objects = QuoteQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]
        verbose_name = _("cotización")
        verbose_name_plural = _("cotizaciones")
        indexes = [models.Index(fields=["status", "valid_until"])]
        constraints = [
            models.CheckConstraint(condition=ADDS_UP, name="quote_adds_up"),
            models.UniqueConstraint(
                fields=["inquiry"], condition=Q(status__in=sorted(QUOTE_STANDING)), name="quote_standing_once"
            ),
        ]

    def __str__(self) -> str:
        return self.number

    def get_absolute_url(self) -> str:
        return reverse("quote-pdf", args=[self.token])

    def page_url(self) -> str:
        """Where the buyer accepts it; `get_absolute_url` is the document itself."""
        return reverse("quote", args=[self.token])

    def can_become(self, status: str) -> bool:
        return QuoteStatus(status) in QUOTE_NEXT[QuoteStatus(self.status)]


class QuotePart(models.Model):
    """What one producer is to deliver by a quote, with its own freight and its share of the VAT."""

    quote = models.ForeignKey(Quote, on_delete=models.CASCADE, related_name="parts")
    producer = models.ForeignKey(Producer, on_delete=models.PROTECT, related_name="quote_parts")
    network = models.ForeignKey(Network, null=True, blank=True, on_delete=models.PROTECT, related_name="quote_parts")
    net = models.PositiveBigIntegerField()
    freight = models.PositiveBigIntegerField(default=0)
    freight_vat = models.PositiveBigIntegerField(default=0)
    vat = models.PositiveBigIntegerField()
    """Of its goods and of its freight."""
    total = models.PositiveBigIntegerField()
    weight_kg = models.PositiveIntegerField(null=True, blank=True)
    distance_km = models.PositiveIntegerField(null=True, blank=True)
    """What the freight was worked out from; None where it is to be agreed, or nothing travels."""

    class Meta:
        ordering = ["pk"]
        verbose_name = _("parte de una cotización")
        verbose_name_plural = _("partes de una cotización")
        constraints = [
            models.UniqueConstraint(fields=["quote", "producer"], name="quote_part_once"),
            models.CheckConstraint(condition=ADDS_UP, name="quote_part_adds_up"),
            models.CheckConstraint(condition=Q(vat__gte=F("freight_vat")), name="quote_part_vat_holds_freights"),
        ]

    def __str__(self) -> str:
        return f"{self.quote_id}: {self.producer}"


class Sold:
    """What a line of a quote and one of an order have in common: the words of the day it was sent."""

    title: str
    product: Product | None
    circuit: Circuit | None

    @property
    def shown_title(self) -> str:
        """As it was sent; in the reader's language when what was sold still has that name. A basket's line, which names
        the format too, stays in the buyer's."""
        sold = self.product or self.circuit
        if sold and self.title in {sold.title_es, sold.title_en}:
            return sold.title
        return self.title


class QuoteLine(Sold, models.Model):
    """One offer in a quote, in words and prices as they were when it was sent."""

    part = models.ForeignKey(QuotePart, on_delete=models.CASCADE, related_name="lines")
    offer = models.ForeignKey(Offer, on_delete=models.PROTECT, related_name="quote_lines")
    title = models.CharField(max_length=240)
    product = models.ForeignKey(Product, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    circuit = models.ForeignKey(Circuit, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    quantity = models.DecimalField(max_digits=12, decimal_places=3)
    unit = models.CharField(max_length=8, choices=Unit)
    unit_name = models.CharField(max_length=60, blank=True)
    """The unit of sale in words where it has some: «caja de 8,2 kg»."""
    unit_price = models.PositiveBigIntegerField()
    net = models.PositiveBigIntegerField()
    vat = models.PositiveBigIntegerField()
    countered = models.BooleanField(default=False)
    """The producer proposed another price or day than was asked; by accepting the quote the buyer agrees to it."""

    class Meta:
        ordering = ["pk"]
        verbose_name = _("línea de una cotización")
        verbose_name_plural = _("líneas de una cotización")
        constraints = [
            models.UniqueConstraint(fields=["part", "offer"], name="quote_line_once"),
            models.CheckConstraint(condition=Q(quantity__gt=0), name="quote_line_quantity_positive"),
        ]

    def __str__(self) -> str:
        return self.title
