from datetime import date

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from foundation.translated import Translated
from governance.enums import Level

from .placed import Placed, placed_as_it_says


class ProgrammeCycle(ClusterableModel):
    """A year of the programme in stages, the same for every region and territory."""

    slug = models.SlugField(_("dirección"), max_length=80, unique=True)
    name_es = models.CharField(_("nombre"), max_length=120)
    name_en = models.CharField(_("nombre (inglés)"), max_length=120, blank=True)
    summary_es = models.TextField(_("de qué se trata"), blank=True)
    summary_en = models.TextField(_("de qué se trata (inglés)"), blank=True)
    year = models.PositiveSmallIntegerField(_("año"))

    name = Translated("name")
    summary = Translated("summary")

    class Meta:
        ordering = ["-year", "pk"]
        verbose_name = _("ciclo del programa")
        verbose_name_plural = _("ciclos del programa")

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("cycle", args=[self.slug])


class Stage(ClusterableModel):
    cycle = models.ForeignKey(ProgrammeCycle, verbose_name=_("ciclo"), on_delete=models.CASCADE, related_name="stages")
    number = models.PositiveSmallIntegerField(_("etapa"))
    name_es = models.CharField(_("nombre"), max_length=120)
    name_en = models.CharField(_("nombre (inglés)"), max_length=120, blank=True)
    starts_on = models.DateField(_("desde"))
    ends_on = models.DateField(_("hasta"), help_text=_("Último día de la etapa."))

    name = Translated("name")

    class Meta:
        ordering = ["number"]
        verbose_name = _("etapa")
        verbose_name_plural = _("etapas")
        constraints = [
            models.UniqueConstraint(fields=["cycle", "number"], name="stage_once"),
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="stage_ends_after_it_starts"),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.name}"


class Milestone(models.Model):
    """What each region, or each territory, reaches in a stage (`per` says which of them)."""

    stage = ParentalKey(Stage, on_delete=models.CASCADE, related_name="milestones")
    per = models.CharField(_("por cada"), max_length=12, choices=Level, default=Level.REGIONAL)
    text_es = models.CharField(_("hito"), max_length=200)
    text_en = models.CharField(_("hito (inglés)"), max_length=200, blank=True)
    due_on = models.DateField(_("para el"))
    order = models.PositiveSmallIntegerField(_("orden"), default=0)

    text = Translated("text")

    class Meta:
        ordering = ["order", "pk"]
        verbose_name = _("hito")
        verbose_name_plural = _("hitos")

    def __str__(self) -> str:
        return self.text


class MilestoneReached(Placed):
    """One region's, territory's or the nation's state of a milestone: `done_on` is None until it is reached."""

    milestone = models.ForeignKey(Milestone, verbose_name=_("hito"), on_delete=models.CASCADE, related_name="reached")
    done_on = models.DateField(_("cumplido el"), null=True, blank=True)
    note_es = models.CharField(_("nota"), max_length=240, blank=True)
    note_en = models.CharField(_("nota (inglés)"), max_length=240, blank=True)

    note = Translated("note")

    class Meta:
        verbose_name = _("avance de un hito")
        verbose_name_plural = _("avances de los hitos")
        constraints = [
            placed_as_it_says("reached_placed"),
            models.UniqueConstraint(fields=["milestone", "region"], name="reached_once_a_region"),
            models.UniqueConstraint(fields=["milestone", "territory"], name="reached_once_a_territory"),
        ]

    def __str__(self) -> str:
        return f"{self.milestone}: {self.place}"

    def reached_by(self, day: date) -> bool:
        return self.done_on is not None and self.done_on <= day
