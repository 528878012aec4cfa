from django.db import models
from django.utils.translation import gettext_lazy as _

from foundation.translated import Translated


class Category(models.Model):
    """Two levels: a shelf (cheese and dairy) and what stands on it (goat cheese)."""

    slug = models.SlugField(_("dirección"), max_length=80, unique=True)
    name_es = models.CharField(_("nombre"), max_length=80)
    name_en = models.CharField(_("nombre (inglés)"), max_length=80, blank=True)
    description_es = models.CharField(_("descripción"), max_length=240, blank=True)
    description_en = models.CharField(_("descripción (inglés)"), max_length=240, blank=True)
    parent = models.ForeignKey(
        "self", verbose_name=_("familia"), null=True, blank=True, on_delete=models.PROTECT, related_name="children"
    )
    order = models.PositiveSmallIntegerField(default=0)

    name = Translated("name")
    description = Translated("description")

    class Meta:
        ordering = ["order", "name_es"]
        verbose_name = _("categoría")
        verbose_name_plural = _("categorías")

    def __str__(self) -> str:
        return self.name
