from django.db import models
from django.utils.translation import gettext_lazy as _

from catalog.enums import PointKind
from foundation.translated import Translated
from territories.models import Comuna

from .products import Product


class PointOfSale(models.Model):
    """Where a product stands on a counter: the airport, a gourmet shop, a restaurant's menu."""

    slug = models.SlugField(_("dirección"), max_length=80, unique=True)
    name_es = models.CharField(_("nombre"), max_length=120)
    name_en = models.CharField(_("nombre (inglés)"), max_length=120, blank=True)
    point_kind = models.CharField(_("tipo"), max_length=12, choices=PointKind)
    comuna = models.ForeignKey(
        Comuna, verbose_name=_("comuna"), on_delete=models.PROTECT, related_name="points_of_sale"
    )
    description_es = models.CharField(_("descripción"), max_length=400, blank=True)
    description_en = models.CharField(_("descripción (inglés)"), max_length=400, blank=True)
    products = models.ManyToManyField(Product, verbose_name=_("productos"), related_name="points_of_sale", blank=True)

    name = Translated("name")
    description = Translated("description")

    class Meta:
        ordering = ["name_es"]
        verbose_name = _("punto de venta")
        verbose_name_plural = _("puntos de venta")

    def __str__(self) -> str:
        return self.name
