from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from foundation.translated import Translated
from opportunities.enums import PostingKind
from opportunities.querysets import PostingQuerySet
from territories.models import Comuna


class Posting(models.Model):
    """A job or a venture of one comuna on the board (SIEE). It goes by itself after `expires_on`."""

    posting_kind = models.CharField(_("tipo"), max_length=8, choices=PostingKind, default=PostingKind.JOB)
    comuna = models.ForeignKey(Comuna, verbose_name=_("comuna"), on_delete=models.PROTECT, related_name="postings")
    title_es = models.CharField(_("título"), max_length=120)
    title_en = models.CharField(_("título (inglés)"), max_length=120, blank=True)
    text_es = models.TextField(_("de qué se trata"), max_length=1500)
    text_en = models.TextField(_("de qué se trata (inglés)"), max_length=1500, blank=True)
    places = models.PositiveSmallIntegerField(_("cupos"), default=1)
    contact = models.CharField(
        _("cómo postular"),
        max_length=200,
        help_text=_("Oficina, teléfono o correo de la municipalidad: se publica tal cual."),
    )
    starts_on = models.DateField(_("se publica el"))
    expires_on = models.DateField(_("último día"))
    withdrawn_at = models.DateTimeField(null=True, blank=True, editable=False)
    posted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", editable=False
    )
    fictional = models.BooleanField(_("ficticio"), default=False, help_text=_("Solo en la demostración."))
    created_at = models.DateTimeField(auto_now_add=True)

    objects = PostingQuerySet.as_manager()
    title = Translated("title")
    text = Translated("text")

    class Meta:
        ordering = ["-starts_on", "-pk"]
        verbose_name = _("aviso de empleo")
        verbose_name_plural = _("avisos de empleo")
        indexes = [models.Index(fields=["comuna", "expires_on"])]
        constraints = [
            models.CheckConstraint(condition=Q(expires_on__gte=F("starts_on")), name="posting_ends_after_start")
        ]

    def __str__(self) -> str:
        return self.title
