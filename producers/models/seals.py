from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from foundation.translated import Translated
from producers.querysets import SealGrantQuerySet
from territories.models import Comuna, Territory

from .producers import Producer


class Seal(models.Model):
    """A badge somebody checks: an issuer, rules, and the comunas where it may be held."""

    slug = models.SlugField(_("dirección"), max_length=80, unique=True)
    name_es = models.CharField(_("nombre"), max_length=120)
    name_en = models.CharField(_("nombre (inglés)"), max_length=120, blank=True)
    issuer = models.CharField(_("quién lo otorga"), max_length=160)
    territory = models.ForeignKey(
        Territory, verbose_name=_("territorio"), null=True, blank=True, on_delete=models.PROTECT, related_name="seals"
    )
    description_es = models.TextField(_("qué asegura"), blank=True)
    description_en = models.TextField(_("qué asegura (inglés)"), blank=True)
    motif = models.CharField(_("dibujo"), max_length=40, blank=True)
    comunas = models.ManyToManyField(Comuna, verbose_name=_("área"), related_name="seals", blank=True)

    name = Translated("name")
    description = Translated("description")

    class Meta:
        ordering = ["name_es"]
        verbose_name = _("sello")
        verbose_name_plural = _("sellos")

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("seal", args=[self.slug])


class SealGrant(models.Model):
    """A seal held by one producer, with number and dates; after `expires_on` no page shows it."""

    seal = models.ForeignKey(Seal, verbose_name=_("sello"), on_delete=models.PROTECT, related_name="grants")
    producer = models.ForeignKey(Producer, verbose_name=_("productor"), on_delete=models.CASCADE, related_name="grants")
    number = models.CharField(_("número"), max_length=40)
    granted_on = models.DateField(_("otorgado el"))
    expires_on = models.DateField(_("vence el"))
    revoked_on = models.DateField(_("revocado el"), null=True, blank=True)

    objects = SealGrantQuerySet.as_manager()

    class Meta:
        verbose_name = _("sello otorgado")
        verbose_name_plural = _("sellos otorgados")
        constraints = [
            models.UniqueConstraint(fields=["seal", "number"], name="seal_number_once"),
            models.CheckConstraint(condition=Q(expires_on__gt=F("granted_on")), name="seal_expires_after_grant"),
        ]

    def __str__(self) -> str:
        return f"{self.seal} {self.number}"
