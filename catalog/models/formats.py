from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from foundation.translated import Translated

from .products import Product


class Format(ClusterableModel):
    """How it is packed for retail: a 500 g wheel, a bottle; `size` is in the product's base unit."""

    product = ParentalKey(Product, on_delete=models.CASCADE, related_name="formats")
    name_es = models.CharField(_("formato"), max_length=80)
    name_en = models.CharField(_("formato (inglés)"), max_length=80, blank=True)
    size = models.DecimalField(
        _("contenido"),
        max_digits=10,
        decimal_places=3,
        default=1,
        validators=[MinValueValidator(0)],
        help_text=_("En la medida del producto: 0,4 kg."),
    )
    order = models.PositiveSmallIntegerField(default=0)

    name = Translated("name")

    class Meta:
        ordering = ["order", "pk"]
        verbose_name = _("formato")
        verbose_name_plural = _("formatos")
        constraints = [models.CheckConstraint(condition=Q(size__gt=0), name="format_size_positive")]

    def __str__(self) -> str:
        return self.name


class PriceTier(models.Model):
    """Price of one piece from `min_quantity` pieces on, in whole pesos, VAT included."""

    format = ParentalKey(Format, on_delete=models.CASCADE, related_name="tiers")
    min_quantity = models.PositiveIntegerField(_("desde"), default=1, validators=[MinValueValidator(1)])
    unit_price = models.PositiveBigIntegerField(_("precio por unidad"))

    class Meta:
        ordering = ["min_quantity"]
        verbose_name = _("tramo de precio")
        verbose_name_plural = _("tramos de precio")
        constraints = [
            models.UniqueConstraint(fields=["format", "min_quantity"], name="tier_once"),
            models.CheckConstraint(condition=Q(min_quantity__gte=1), name="tier_from_one"),
        ]

    def __str__(self) -> str:
        return f"{self.min_quantity}+: {self.unit_price}"
