import hashlib
import json
from typing import Any

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from foundation.translated import Translated
from governance.enums import ReportKind, ReportStatus
from governance.periods import Period
from governance.querysets import ReportQuerySet

from .placed import Placed, placed_as_it_says


class Frozen(Exception):
    """A report that was signed off does not change any more."""


def digest_of(figures: Any) -> str:
    """SHA-256 over the figures as canonical JSON: anyone can compute it from the report's data."""
    text = json.dumps(figures, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


class Report(Placed):
    """What a territory, a region or the country tells of a period. A draft is computed each time it is read; signing
    it off keeps the whole of its figures with their hash, and from then on nothing about it changes."""

    slug = models.SlugField(_("dirección"), max_length=140, unique=True)
    kind = models.CharField(_("tipo"), max_length=16, choices=ReportKind)
    starts_on = models.DateField(_("desde"))
    ends_on = models.DateField(_("hasta"), help_text=_("Último día del período."))
    addressee_es = models.CharField(_("a quién se entrega"), max_length=140, blank=True)
    addressee_en = models.CharField(_("a quién se entrega (inglés)"), max_length=140, blank=True)
    intro_es = models.TextField(_("en palabras del equipo"), blank=True)
    intro_en = models.TextField(_("en palabras del equipo (inglés)"), blank=True)
    signatory_es = models.CharField(_("quién lo firma"), max_length=140)
    signatory_en = models.CharField(_("quién lo firma (inglés)"), max_length=140, blank=True)
    status = models.CharField(
        _("estado"), max_length=12, choices=ReportStatus, default=ReportStatus.DRAFT, editable=False
    )
    figures: Any = models.JSONField(null=True, blank=True, editable=False)
    digest = models.CharField(max_length=64, blank=True, editable=False)
    signed_at = models.DateTimeField(_("firmado"), null=True, blank=True, editable=False)

    objects = ReportQuerySet.as_manager()
    addressee = Translated("addressee")
    intro = Translated("intro")
    signatory = Translated("signatory")

    class Meta:
        ordering = ["-ends_on", "pk"]
        verbose_name = _("informe")
        verbose_name_plural = _("informes")
        constraints = [
            placed_as_it_says("report_placed"),
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="report_ends_after_it_starts"),
            models.CheckConstraint(
                name="report_signed_off_whole",
                condition=Q(status=ReportStatus.DRAFT, digest="", signed_at__isnull=True, figures__isnull=True)
                | Q(status=ReportStatus.SIGNED_OFF, signed_at__isnull=False, figures__isnull=False) & ~Q(digest=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} · {self.place}"

    @property
    def signed_off(self) -> bool:
        return self.status == ReportStatus.SIGNED_OFF

    @property
    def period(self) -> Period:
        return Period(self.starts_on, self.ends_on)

    @property
    def whole(self) -> bool:
        """Whether the figures kept are those that were signed."""
        return self.signed_off and digest_of(self.figures) == self.digest

    def get_absolute_url(self) -> str:
        return reverse("report", args=[self.slug])

    def save(self, *args: Any, **kwargs: Any) -> None:
        self._refuse_when_frozen()
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        self._refuse_when_frozen()
        return super().delete(*args, **kwargs)

    def _refuse_when_frozen(self) -> None:
        if self.pk and type(self)._base_manager.filter(pk=self.pk, status=ReportStatus.SIGNED_OFF).exists():
            raise Frozen(str(self))
