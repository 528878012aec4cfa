from typing import Any

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from foundation.records import Record
from foundation.translated import Translated

from .ground import region
from .previews import PagePreview
from .querysets import TerritoryComunaQuerySet, TerritoryQuerySet


class Region(models.Model):
    """One of today's 16 regions; `order` runs from north to south, not by code."""

    code = models.CharField(_("código"), max_length=2, primary_key=True)
    name = models.CharField(_("nombre"), max_length=80)
    short_name = models.CharField(_("nombre corto"), max_length=40)
    order = models.PositiveSmallIntegerField(unique=True)

    class Meta:
        ordering = ["order"]
        verbose_name = _("región")
        verbose_name_plural = _("regiones")

    def __str__(self) -> str:
        return self.name

    @property
    def full_name(self) -> str:
        """As it is said in a sentence: «Región del Maule», «Región Metropolitana de Santiago»."""
        return region(self.code).full_name


class Comuna(models.Model):
    """A comuna with its official code (CUT) and a point inside it; its outline lives in `territories.ground`."""

    code = models.CharField(_("código"), max_length=5, primary_key=True)
    name = models.CharField(_("nombre"), max_length=60, db_index=True)
    province = models.CharField(_("provincia"), max_length=60)
    region = models.ForeignKey(Region, verbose_name=_("región"), on_delete=models.PROTECT, related_name="comunas")
    lat = models.FloatField()
    lon = models.FloatField()

    class Meta:
        ordering = ["name"]
        verbose_name = _("comuna")
        verbose_name_plural = _("comunas")

    def __str__(self) -> str:
        return self.name


class TerritoryStatus(models.TextChoices):
    OPERATING = "operating", _("En operación")
    ASSOCIATED = "associated", _("Asociado")


class Territory(PagePreview, Record, ClusterableModel):
    """A group of comunas that decided to work together; comunas may join or leave on a date."""

    kind = "territory"
    page_template = "territories/territory.html"

    name = models.CharField(_("nombre"), max_length=80)
    status = models.CharField(_("estado"), max_length=12, choices=TerritoryStatus, default=TerritoryStatus.OPERATING)
    region_label = models.CharField(
        _("región del programa"), max_length=40, help_text=_("Como en 2001–2004, p. ej. «IV Región».")
    )
    palette = models.SlugField(
        _("tintas"), max_length=40, blank=True, help_text=_("Nombre de la paleta en la hoja de estilo.")
    )
    latitude = models.FloatField(_("latitud"), help_text=_("Grados, negativos al sur; ordena de norte a sur."))
    longitude = models.FloatField(_("longitud"))
    known_for_es = models.CharField(_("se conoce por"), max_length=80, blank=True)
    known_for_en = models.CharField(_("se conoce por (inglés)"), max_length=80, blank=True)
    identity_es = models.CharField(
        _("identidad"), max_length=300, blank=True, help_text=_("Rasgos separados por « · ».")
    )
    identity_en = models.CharField(_("identidad (inglés)"), max_length=300, blank=True)
    story_es = models.TextField(_("relato"), blank=True)
    story_en = models.TextField(_("relato (inglés)"), blank=True)
    assumption_es = models.TextField(
        _("supuesto"), blank=True, help_text=_("Qué se supuso donde las láminas no dicen las comunas.")
    )
    assumption_en = models.TextField(_("supuesto (inglés)"), blank=True)
    comunas: Any = models.ManyToManyField(Comuna, through="TerritoryComuna", related_name="territories")

    objects = TerritoryQuerySet.as_manager()
    known_for = Translated("known_for")
    identity = Translated("identity")
    story = Translated("story")
    assumption = Translated("assumption")

    class Meta:
        verbose_name = _("territorio")
        verbose_name_plural = _("territorios")

    def __str__(self) -> str:
        return self.name

    @property
    def title(self) -> str:
        return self.name

    @property
    def inks(self) -> str:
        """The palette its pages wear: its own, or the one called like it."""
        return self.palette or self.slug

    def get_absolute_url(self) -> str:
        return reverse("territory", args=[self.slug])

    def page_context(self) -> dict[str, Any]:
        from .pages import territory_page

        return territory_page(self)

    def current_comunas(self) -> models.QuerySet[Comuna]:
        codes = TerritoryComuna.objects.filter(territory=self).on(timezone.localdate()).values("comuna")
        return Comuna.objects.filter(code__in=codes).select_related("region")

    def poster(self) -> dict[str, Any]:
        return {"title": self.name, "subtitle": self.known_for_es, "territory": self.slug, "drawing": "territory"}


class TerritoryComuna(models.Model):
    territory = ParentalKey(Territory, on_delete=models.CASCADE, related_name="memberships")
    comuna = models.ForeignKey(Comuna, verbose_name=_("comuna"), on_delete=models.PROTECT, related_name="memberships")
    joined_on = models.DateField(_("desde"), null=True, blank=True)
    left_on = models.DateField(_("hasta"), null=True, blank=True)

    objects = TerritoryComunaQuerySet.as_manager()

    class Meta:
        verbose_name = _("comuna del territorio")
        verbose_name_plural = _("comunas del territorio")
        constraints = [
            models.UniqueConstraint(
                fields=["comuna"], condition=Q(left_on__isnull=True), name="comuna_in_one_territory"
            ),
            models.CheckConstraint(
                condition=Q(left_on__isnull=True) | Q(joined_on__isnull=True) | Q(left_on__gt=F("joined_on")),
                name="comuna_leaves_after_joining",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.comuna} – {self.territory}"
