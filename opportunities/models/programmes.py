from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from foundation.translated import Translated
from opportunities.enums import GraduateRole
from territories.models import Territory


class Programme(models.Model):
    """Something taught again and again to people of all territories, such as the diploma."""

    slug = models.SlugField(_("dirección"), max_length=120, unique=True)
    name_es = models.CharField(_("nombre"), max_length=160)
    name_en = models.CharField(_("nombre (inglés)"), max_length=160, blank=True)
    given_by_es = models.CharField(_("quién lo dicta"), max_length=160, blank=True)
    given_by_en = models.CharField(_("quién lo dicta (inglés)"), max_length=160, blank=True)
    description_es = models.TextField(_("descripción"), blank=True)
    description_en = models.TextField(_("descripción (inglés)"), blank=True)
    source_es = models.CharField(_("fuente"), max_length=200, blank=True)
    source_en = models.CharField(_("fuente (inglés)"), max_length=200, blank=True)

    name = Translated("name")
    given_by = Translated("given_by")
    description = Translated("description")
    source = Translated("source")

    class Meta:
        ordering = ["name_es"]
        verbose_name = _("programa de formación")
        verbose_name_plural = _("programas de formación")

    def __str__(self) -> str:
        return self.name


class Cohort(ClusterableModel, models.Model):
    programme = models.ForeignKey(
        Programme, verbose_name=_("programa"), on_delete=models.PROTECT, related_name="cohorts"
    )
    name_es = models.CharField(_("nombre"), max_length=120)
    name_en = models.CharField(_("nombre (inglés)"), max_length=120, blank=True)
    starts_on = models.DateField(_("desde"), null=True, blank=True)
    ends_on = models.DateField(_("hasta"), null=True, blank=True)

    name = Translated("name")

    class Meta:
        ordering = ["starts_on", "pk"]
        verbose_name = _("generación")
        verbose_name_plural = _("generaciones")
        constraints = [models.UniqueConstraint(fields=["programme", "name_es"], name="cohort_once")]

    def __str__(self) -> str:
        return f"{self.programme}: {self.name}"


class Graduates(models.Model):
    """How many of one part (professionals, leaders) came from one territory, and how many of them finished.

    Counts only: who they are is not kept.
    """

    cohort = ParentalKey(Cohort, on_delete=models.CASCADE, related_name="graduates")
    territory = models.ForeignKey(
        Territory, verbose_name=_("territorio"), on_delete=models.PROTECT, related_name="graduates"
    )
    role = models.CharField(_("quiénes"), max_length=12, choices=GraduateRole)
    enrolled = models.PositiveSmallIntegerField(_("participantes"))
    graduated = models.PositiveSmallIntegerField(_("egresados"), default=0)

    class Meta:
        verbose_name = _("participantes por territorio")
        verbose_name_plural = _("participantes por territorio")
        constraints = [
            models.UniqueConstraint(fields=["cohort", "territory", "role"], name="graduates_once"),
            models.CheckConstraint(condition=Q(graduated__lte=F("enrolled")), name="graduates_within_enrolled"),
        ]

    def __str__(self) -> str:
        return f"{self.cohort}, {self.territory}: {self.enrolled}"
