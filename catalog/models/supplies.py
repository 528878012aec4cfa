from datetime import date

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from catalog.enums import Availability
from catalog.querysets import SupplyQuerySet
from producers.models import Producer

from .products import Product


def no_capacity() -> list[int]:
    return [0] * 12


def check_capacity(value: object) -> None:
    """Twelve whole numbers, January first, none negative."""
    if not (isinstance(value, list) and len(value) == 12 and all(type(v) is int and 0 <= v <= 10**9 for v in value)):
        raise ValidationError(_("La capacidad son doce números enteros, de enero a diciembre, ninguno negativo."))


class Supply(models.Model):
    """What one producer can deliver of one product: per month, at least, in steps of, at a price, within days.

    Quantities are whole numbers of the product's unit of sale; `unit_price` is net of VAT, in whole pesos a unit.
    """

    product = ParentalKey(Product, on_delete=models.CASCADE, related_name="supplies")
    producer = models.ForeignKey(
        Producer, verbose_name=_("productor"), on_delete=models.PROTECT, related_name="supplies"
    )
    monthly_capacity = models.JSONField(_("capacidad por mes"), default=no_capacity, validators=[check_capacity])
    minimum = models.PositiveIntegerField(_("mínimo"), default=1)
    multiple = models.PositiveIntegerField(_("en múltiplos de"), default=1, validators=[MinValueValidator(1)])
    unit_price = models.PositiveBigIntegerField(_("precio neto por unidad"))
    lead_time_days = models.PositiveSmallIntegerField(_("días de preparación"), default=3)
    paused = models.BooleanField(_("en pausa"), default=False)
    sold_out_in = models.DateField(_("agotado en"), null=True, blank=True, editable=False)
    """First day of the month in which there is no more; of a month that has passed it says nothing."""

    objects = SupplyQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("oferta de un productor")
        verbose_name_plural = _("ofertas de productores")
        constraints = [
            models.UniqueConstraint(fields=["product", "producer"], name="supply_once"),
            models.CheckConstraint(condition=Q(multiple__gte=1), name="supply_multiple_positive"),
        ]

    def __str__(self) -> str:
        return f"{self.producer}: {self.product}"

    def capacity_in(self, month: int) -> int:
        """Units deliverable in the next `month` (1–12); none in the one it is sold out in."""
        return 0 if month == self.sold_out_month else int(self.monthly_capacity[month - 1])

    @property
    def sold_out_month(self) -> int | None:
        """This month's number when the maker said that there is no more in it."""
        return sold_out_month(self.sold_out_in)

    @property
    def availability(self) -> Availability:
        if self.paused:
            return Availability.PAUSED
        return Availability.SOLD_OUT if self.sold_out_month else Availability.IN_SEASON


def sold_out_month(since: date | None) -> int | None:
    """The month (1–12) that a `sold_out_in` still speaks of today."""
    today = timezone.localdate()
    return today.month if since and (since.year, since.month) == (today.year, today.month) else None
