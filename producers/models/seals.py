from datetime import date
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from foundation.translated import Translated
from producers.enums import RequestStatus
from producers.querysets import SealGrantQuerySet, SealRequestQuerySet
from territories.models import Comuna, Territory

from .producers import Producer


def day_text(day: date) -> str:
    return date_format(day, "DATE_FORMAT")


class Seal(models.Model):
    """A badge somebody checks: an issuer, rules, and the comunas where it may be held."""

    slug = models.SlugField(_("dirección"), max_length=80, unique=True)
    name_es = models.CharField(_("nombre"), max_length=120)
    name_en = models.CharField(_("nombre (inglés)"), max_length=120, blank=True)
    issuer_es = models.CharField(_("quién lo otorga"), max_length=160)
    issuer_en = models.CharField(_("quién lo otorga (inglés)"), max_length=160, blank=True)
    territory = models.ForeignKey(
        Territory, verbose_name=_("territorio"), null=True, blank=True, on_delete=models.PROTECT, related_name="seals"
    )
    description_es = models.TextField(_("qué asegura"), blank=True)
    description_en = models.TextField(_("qué asegura (inglés)"), blank=True)
    motif = models.CharField(_("dibujo"), max_length=40, blank=True)
    comunas = models.ManyToManyField(Comuna, verbose_name=_("área"), related_name="seals", blank=True)
    starts_on = models.DateField(_("rige desde"), null=True, blank=True)
    ends_on = models.DateField(_("rige hasta"), null=True, blank=True)

    name = Translated("name")
    issuer = Translated("issuer")
    description = Translated("description")

    class Meta:
        ordering = ["name_es"]
        verbose_name = _("sello")
        verbose_name_plural = _("sellos")
        constraints = [
            models.CheckConstraint(
                condition=Q(starts_on__isnull=True) | Q(ends_on__isnull=True) | Q(ends_on__gt=F("starts_on")),
                name="seal_ends_after_start",
            )
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("seal", args=[self.slug])

    def covers(self, comuna_id: str) -> bool:
        """Whether the comuna lies in the seal's area; a seal without one holds everywhere."""
        area = set(self.comunas.values_list("pk", flat=True))
        return not area or comuna_id in area

    def refusals(self, comuna_id: str, granted_on: date, expires_on: date) -> dict[str, str]:
        """Why a grant to a producer of that comuna for those days would break the seal's rules, by the grant's field.

        The database refuses the same (producers.guards); this says it in words.
        """
        found: dict[str, Any] = {}
        if not self.covers(comuna_id):
            found["producer"] = _("La comuna de este productor está fuera del área del sello.")
        if self.starts_on and granted_on < self.starts_on:
            found["granted_on"] = _("Este sello rige desde el %(day)s.") % {"day": day_text(self.starts_on)}
        if self.ends_on and expires_on > self.ends_on:
            found["expires_on"] = _("Este sello rige hasta el %(day)s.") % {"day": day_text(self.ends_on)}
        return {name: str(text) for name, text in found.items()}


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

    def clean(self) -> None:
        super().clean()
        if self.seal_id and self.producer_id and self.granted_on and self.expires_on:
            refused = self.seal.refusals(self.producer.comuna_id, self.granted_on, self.expires_on)
            if refused:
                raise ValidationError(refused)


class SealRequest(models.Model):
    """A coordinator asks for a seal for a member; the territory's team grants it or says why not."""

    seal = models.ForeignKey(Seal, verbose_name=_("sello"), on_delete=models.CASCADE, related_name="requests")
    producer = models.ForeignKey(
        Producer, verbose_name=_("productor"), on_delete=models.CASCADE, related_name="seal_requests"
    )
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)
    note = models.CharField(_("por qué"), max_length=400, blank=True)
    status = models.CharField(_("estado"), max_length=10, choices=RequestStatus, default=RequestStatus.ASKED)
    reason = models.CharField(_("motivo"), max_length=400, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    grant = models.OneToOneField(SealGrant, null=True, blank=True, on_delete=models.SET_NULL, related_name="request")

    objects = SealRequestQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at"]
        verbose_name = _("solicitud de sello")
        verbose_name_plural = _("solicitudes de sellos")
        constraints = [
            models.UniqueConstraint(
                fields=["seal", "producer"], condition=Q(status=RequestStatus.ASKED), name="seal_asked_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.seal}: {self.producer}"
