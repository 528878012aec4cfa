from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from foundation.translated import Translated
from governance.enums import Axis, IndicatorKind
from governance.querysets import PlanQuerySet
from territories.models import Territory

from .bodies import Body


class StrategicPlan(ClusterableModel):
    """What a territory wants to become, agreed by its actors for some years; without `agreed_on` it is a draft."""

    slug = models.SlugField(_("dirección"), max_length=120, unique=True)
    territory = models.ForeignKey(Territory, verbose_name=_("territorio"), on_delete=models.PROTECT, related_name="+")
    body = models.ForeignKey(
        Body, verbose_name=_("lo acordó"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    first_year = models.PositiveSmallIntegerField(_("desde el año"))
    last_year = models.PositiveSmallIntegerField(_("hasta el año"))
    agreed_on = models.DateField(_("acordado el"), null=True, blank=True)
    vision_es = models.TextField(_("visión"))
    vision_en = models.TextField(_("visión (inglés)"), blank=True)
    mission_es = models.TextField(_("misión"))
    mission_en = models.TextField(_("misión (inglés)"), blank=True)
    identity_es = models.TextField(_("identidad"), blank=True)
    identity_en = models.TextField(_("identidad (inglés)"), blank=True)

    objects = PlanQuerySet.as_manager()
    vision = Translated("vision")
    mission = Translated("mission")
    identity = Translated("identity")

    class Meta:
        ordering = ["-first_year", "pk"]
        verbose_name = _("plan estratégico")
        verbose_name_plural = _("planes estratégicos")
        constraints = [
            models.CheckConstraint(condition=Q(last_year__gte=F("first_year")), name="plan_ends_after_it_starts"),
            models.UniqueConstraint(fields=["territory", "first_year"], name="plan_once_a_start"),
        ]

    def __str__(self) -> str:
        return f"{self.territory}, {self.years}"

    @property
    def years(self) -> str:
        return f"{self.first_year}–{self.last_year}"

    def get_absolute_url(self) -> str:
        return reverse("territory-plan", args=[self.territory.slug])


class Objective(ClusterableModel):
    plan = models.ForeignKey(StrategicPlan, verbose_name=_("plan"), on_delete=models.CASCADE, related_name="objectives")
    axis = models.CharField(_("línea de trabajo"), max_length=16, choices=Axis)
    text_es = models.CharField(_("objetivo"), max_length=200)
    text_en = models.CharField(_("objetivo (inglés)"), max_length=200, blank=True)
    order = models.PositiveSmallIntegerField(_("orden"), default=0)

    text = Translated("text")

    class Meta:
        ordering = ["order", "pk"]
        verbose_name = _("objetivo")
        verbose_name_plural = _("objetivos")

    def __str__(self) -> str:
        return self.text


class Initiative(models.Model):
    """A piece of work for an objective, with who answers for it and in which years."""

    objective = ParentalKey(Objective, on_delete=models.CASCADE, related_name="initiatives")
    title_es = models.CharField(_("iniciativa"), max_length=200)
    title_en = models.CharField(_("iniciativa (inglés)"), max_length=200, blank=True)
    body = models.ForeignKey(
        Body, verbose_name=_("responsable"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    first_year = models.PositiveSmallIntegerField(_("desde el año"))
    last_year = models.PositiveSmallIntegerField(_("hasta el año"))
    order = models.PositiveSmallIntegerField(_("orden"), default=0)

    title = Translated("title")

    class Meta:
        ordering = ["order", "pk"]
        verbose_name = _("iniciativa")
        verbose_name_plural = _("iniciativas")
        constraints = [
            models.CheckConstraint(condition=Q(last_year__gte=F("first_year")), name="initiative_ends_after_it_starts")
        ]

    def __str__(self) -> str:
        return self.title


class Indicator(ClusterableModel):
    """How one sees that an objective is nearer: computed from our rows by a figure, or noted down by somebody."""

    objective = models.ForeignKey(
        Objective, verbose_name=_("objetivo"), on_delete=models.CASCADE, related_name="indicators"
    )
    name_es = models.CharField(_("indicador"), max_length=160)
    name_en = models.CharField(_("indicador (inglés)"), max_length=160, blank=True)
    unit_es = models.CharField(_("unidad"), max_length=40)
    unit_en = models.CharField(_("unidad (inglés)"), max_length=40, blank=True)
    kind = models.CharField(_("de dónde sale"), max_length=10, choices=IndicatorKind, default=IndicatorKind.COMPUTED)
    figure = models.SlugField(
        _("cifra"), max_length=40, blank=True, help_text=_("La cifra de la que se calcula, si es calculado.")
    )
    baseline = models.DecimalField(_("línea base"), max_digits=14, decimal_places=2)
    target = models.DecimalField(_("meta"), max_digits=14, decimal_places=2)
    target_year = models.PositiveSmallIntegerField(_("año de la meta"))
    order = models.PositiveSmallIntegerField(_("orden"), default=0)

    name = Translated("name")
    unit = Translated("unit")

    class Meta:
        ordering = ["order", "pk"]
        verbose_name = _("indicador")
        verbose_name_plural = _("indicadores")
        constraints = [
            models.CheckConstraint(
                name="indicator_computed_names_its_figure",
                condition=Q(kind=IndicatorKind.COMPUTED) & ~Q(figure="") | Q(kind=IndicatorKind.TYPED, figure=""),
            )
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        from governance import figures

        super().clean()
        if self.kind == IndicatorKind.TYPED and self.figure:
            raise ValidationError({"figure": _t("Un indicador anotado a mano no lleva cifra.")})
        if self.kind == IndicatorKind.COMPUTED and self.figure not in figures.slugs():
            raise ValidationError({"figure": _t("Elija una cifra: %(known)s.") % {"known": ", ".join(figures.slugs())}})

    def progress(self, value: Decimal | int | None) -> Decimal | None:
        """The part of the way from baseline to target that `value` has come, 0–100; None without a value or a way."""
        way = self.target - self.baseline
        if value is None or not way:
            return None
        return min(Decimal(100), max(Decimal(0), (Decimal(value) - self.baseline) * 100 / way))


class Reading(models.Model):
    """A value somebody noted for a typed indicator: the page says who and when."""

    indicator = ParentalKey(Indicator, on_delete=models.CASCADE, related_name="readings")
    value = models.DecimalField(_("valor"), max_digits=14, decimal_places=2)
    read_on: Any = models.DateField(_("medido el"))
    read_by_es = models.CharField(_("quién lo anotó"), max_length=140)
    read_by_en = models.CharField(_("quién lo anotó (inglés)"), max_length=140, blank=True)

    read_by = Translated("read_by")

    class Meta:
        ordering = ["-read_on", "-pk"]
        verbose_name = _("medición")
        verbose_name_plural = _("mediciones")

    def __str__(self) -> str:
        return f"{self.value}, {self.read_on}"
