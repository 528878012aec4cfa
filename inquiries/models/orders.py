import uuid

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from catalog.models import Format, Lot, Product
from foundation.units import Unit
from inquiries.enums import ORDER_NEXT, PART_NEXT, OrderSource, OrderStatus, PartStatus
from inquiries.querysets import OrderPartQuerySet, OrderQuerySet
from producers.models import Network, Producer
from routes.models import Circuit
from territories.models import Comuna

from .inquiries import Inquiry, new_token
from .offers import Offer
from .quotes import ADDS_UP, Quote, Sold


class Order(models.Model):
    """What a buyer agreed to buy, from a quote or a basket: one document, a part for each producer.

    Money is whole pesos. `net` (goods) and `freight` are without VAT, `vat` is that of both, `total` is what is paid.
    The amounts of the parts add up to those of the order, those of the lines to those of their part.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    token = models.CharField(max_length=22, unique=True, default=new_token, editable=False)
    number = models.CharField(_("número"), max_length=20, unique=True, editable=False)
    source = models.CharField(_("origen"), max_length=8, choices=OrderSource)
    inquiry = models.ForeignKey(Inquiry, null=True, blank=True, on_delete=models.PROTECT, related_name="orders")
    quote = models.ForeignKey(Quote, null=True, blank=True, on_delete=models.PROTECT, related_name="orders")
    status = models.CharField(_("estado"), max_length=12, choices=OrderStatus, default=OrderStatus.PLACED)
    name = models.CharField(_("nombre"), max_length=120)
    email = models.EmailField(_("correo"))
    phone = models.CharField(_("teléfono"), max_length=30, blank=True)
    organisation = models.CharField(_("organización"), max_length=120, blank=True)
    tax_id = models.CharField(_("RUT"), max_length=20, blank=True)
    address = models.CharField(_("dirección de entrega"), max_length=240, blank=True)
    comuna = models.ForeignKey(Comuna, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    destination = models.CharField(_("destino"), max_length=120, blank=True)
    """Where it goes, in words: the comuna, or what the inquiry said."""
    locale = models.CharField(_("idioma"), max_length=2, default="es")
    note = models.CharField(_("nota"), max_length=500, blank=True)
    net = models.PositiveBigIntegerField(_("neto"))
    freight = models.PositiveBigIntegerField(_("despacho"), default=0)
    vat = models.PositiveBigIntegerField(_("IVA"))
    total = models.PositiveBigIntegerField(_("total"))
    currency = models.CharField(max_length=3, default="CLP")
    pay_by = models.DateTimeField(_("pagar antes de"), null=True, blank=True)
    """An unpaid order lapses then, and what it held is free again."""
    paid_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = OrderQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]
        verbose_name = _("pedido")
        verbose_name_plural = _("pedidos")
        indexes = [models.Index(fields=["status", "-created_at"]), models.Index(fields=["status", "pay_by"])]
        constraints = [
            models.CheckConstraint(condition=ADDS_UP, name="order_adds_up"),
            models.UniqueConstraint(
                fields=["quote"], condition=~Q(status=OrderStatus.CANCELLED), name="order_of_a_quote_once"
            ),
        ]

    def __str__(self) -> str:
        return self.number

    def get_absolute_url(self) -> str:
        return reverse("order", args=[self.token])

    def can_become(self, status: str) -> bool:
        return OrderStatus(status) in ORDER_NEXT[OrderStatus(self.status)]


class OrderPart(models.Model):
    """What one producer delivers of an order."""

    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="parts")
    producer = models.ForeignKey(Producer, on_delete=models.PROTECT, related_name="order_parts")
    network = models.ForeignKey(Network, null=True, blank=True, on_delete=models.PROTECT, related_name="order_parts")
    status = models.CharField(_("estado"), max_length=12, choices=PartStatus, default=PartStatus.WAITING)
    net = models.PositiveBigIntegerField()
    freight = models.PositiveBigIntegerField(default=0)
    freight_to_agree = models.BooleanField(default=False, db_default=False)
    """Nobody could price the way there: `freight` is 0, and producer and buyer agree on it before it leaves."""
    vat = models.PositiveBigIntegerField()
    total = models.PositiveBigIntegerField()
    tracking = models.CharField(_("seguimiento del despacho"), max_length=160, blank=True)
    dispatched_at = models.DateTimeField(null=True, blank=True)
    received_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = OrderPartQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("parte de un pedido")
        verbose_name_plural = _("partes de un pedido")
        indexes = [models.Index(fields=["producer", "status"])]
        constraints = [
            models.UniqueConstraint(fields=["order", "producer"], name="order_part_once"),
            models.CheckConstraint(condition=ADDS_UP, name="order_part_adds_up"),
        ]

    def __str__(self) -> str:
        return f"{self.order_id}: {self.producer}"

    def can_become(self, status: str) -> bool:
        return PartStatus(status) in PART_NEXT[PartStatus(self.status)]


class OrderLine(Sold, models.Model):
    """Words and prices as they were agreed: a later change of the listing does not reach into an order."""

    part = models.ForeignKey(OrderPart, on_delete=models.CASCADE, related_name="lines")
    title = models.CharField(max_length=240)
    product = models.ForeignKey(Product, null=True, blank=True, on_delete=models.PROTECT, related_name="order_lines")
    format = models.ForeignKey(Format, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    circuit = models.ForeignKey(Circuit, null=True, blank=True, on_delete=models.PROTECT, related_name="order_lines")
    offer = models.OneToOneField(Offer, null=True, blank=True, on_delete=models.PROTECT, related_name="order_line")
    lot = models.ForeignKey(Lot, null=True, blank=True, on_delete=models.SET_NULL, related_name="order_lines")
    quantity = models.DecimalField(max_digits=12, decimal_places=3)
    unit = models.CharField(max_length=8, choices=Unit)
    unit_price = models.PositiveBigIntegerField()
    """As the buyer saw it: net in a quote, VAT included in a basket."""
    net = models.PositiveBigIntegerField()
    vat = models.PositiveBigIntegerField()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("línea de un pedido")
        verbose_name_plural = _("líneas de un pedido")
        constraints = [models.CheckConstraint(condition=Q(quantity__gt=0), name="order_line_quantity_positive")]

    def __str__(self) -> str:
        return self.title
