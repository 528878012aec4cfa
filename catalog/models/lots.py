from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _

from catalog.querysets import LotQuerySet
from foundation.numbers import LEGIBLE
from producers.models import Producer

from .products import Product


def new_code() -> str:
    """What stands on the label and in the passport's address; eight signs that are not taken for one another."""
    return get_random_string(8, LEGIBLE)


class Lot(models.Model):
    """What one producer made of one product at one time; its passport page tells whoever holds a piece of it."""

    code = models.CharField(_("código"), max_length=12, unique=True, default=new_code, editable=False)
    product = models.ForeignKey(Product, verbose_name=_("producto"), on_delete=models.PROTECT, related_name="lots")
    producer = models.ForeignKey(Producer, verbose_name=_("productor"), on_delete=models.PROTECT, related_name="lots")
    made_on = models.DateField(_("elaborado el"))
    best_before = models.DateField(_("consumir antes del"), null=True, blank=True)
    quantity = models.DecimalField(_("cantidad"), max_digits=12, decimal_places=3)
    """In the product's unit of sale."""
    note_es = models.CharField(_("qué tiene de propio este lote"), max_length=400, blank=True)
    note_en = models.CharField(_("qué tiene de propio este lote (inglés)"), max_length=400, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = LotQuerySet.as_manager()

    class Meta:
        ordering = ["-made_on", "-pk"]
        verbose_name = _("lote")
        verbose_name_plural = _("lotes")
        constraints = [
            models.CheckConstraint(condition=Q(quantity__gt=0), name="lot_quantity_positive"),
            models.CheckConstraint(
                condition=Q(best_before__isnull=True) | Q(best_before__gte=models.F("made_on")),
                name="lot_best_before_not_before_made",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} · {self.product}"

    def get_absolute_url(self) -> str:
        return reverse("lot", args=[self.code])
