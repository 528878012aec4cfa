from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from foundation.translated import Translated

from .bodies import Body
from .commitments import Commitment


class MeetingSession(ClusterableModel):
    """A day on which a body met, with what it agreed."""

    slug = models.SlugField(max_length=140, unique=True, editable=False)
    body = models.ForeignKey(Body, verbose_name=_("instancia"), on_delete=models.PROTECT, related_name="+")
    held_on = models.DateField(_("fecha"))
    subject_es = models.CharField(_("tema"), max_length=200)
    subject_en = models.CharField(_("tema (inglés)"), max_length=200, blank=True)
    place = models.CharField(_("lugar"), max_length=120, blank=True)
    present = models.PositiveSmallIntegerField(_("asistentes"), null=True, blank=True)

    subject = Translated("subject")

    class Meta:
        ordering = ["-held_on", "-pk"]
        verbose_name = _("sesión")
        verbose_name_plural = _("sesiones")

    def __str__(self) -> str:
        return f"{self.body}, {self.held_on}"

    def save(self, *args: object, **kwargs: object) -> None:
        self.slug = self.slug or self._free_slug()
        super().save(*args, **kwargs)

    def _free_slug(self) -> str:
        """The body's with the date; two sessions of one day are told apart by a number."""
        stem = f"{self.body.slug}-{self.held_on}"
        taken = MeetingSession.objects.filter(slug__startswith=stem).count()
        return f"{stem}-{taken + 1}" if taken else stem


class Agreement(models.Model):
    """What a session agreed; it may have become a commitment, announced and followed."""

    session = ParentalKey(MeetingSession, on_delete=models.CASCADE, related_name="agreements")
    number = models.PositiveSmallIntegerField(_("número"), default=1)
    text_es = models.CharField(_("acuerdo"), max_length=400)
    text_en = models.CharField(_("acuerdo (inglés)"), max_length=400, blank=True)
    commitment = models.ForeignKey(
        Commitment,
        verbose_name=_("compromiso"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="agreements",
    )

    text = Translated("text")

    class Meta:
        ordering = ["number", "pk"]
        verbose_name = _("acuerdo")
        verbose_name_plural = _("acuerdos")

    def __str__(self) -> str:
        return self.text
