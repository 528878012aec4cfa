from typing import Any

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import ClusterableModel

from foundation.months import ALL_YEAR, MonthsField
from foundation.records import Record
from foundation.translated import Translated
from producers.models import Producer
from routes.querysets import CircuitQuerySet, OperatorQuerySet
from territories.models import Territory
from territories.previews import PagePreview

from .places import Place


class Circuit(PagePreview, Record, ClusterableModel):
    """A tourism circuit: real places in an order, over days, with a season and hosts who take bookings."""

    kind = "circuit"
    page_template = "routes/circuit.html"
    kept_columns = (*Record.kept_columns, "kilometres")

    title_es = models.CharField(_("nombre"), max_length=140)
    title_en = models.CharField(_("nombre (inglés)"), max_length=140, blank=True)
    description_es = models.TextField(_("descripción"), blank=True)
    description_en = models.TextField(_("descripción (inglés)"), blank=True)
    themes_es = models.CharField(_("temas"), max_length=160, blank=True)
    themes_en = models.CharField(_("temas (inglés)"), max_length=160, blank=True)
    territory = models.ForeignKey(
        Territory, verbose_name=_("territorio"), on_delete=models.PROTECT, related_name="circuits"
    )
    days = models.PositiveSmallIntegerField(_("días"), default=1, validators=[MinValueValidator(1)])
    months = MonthsField(_("mejores meses"))
    day_titles_es = models.JSONField(_("título de cada día"), default=list, blank=True)
    day_titles_en = models.JSONField(_("título de cada día (inglés)"), default=list, blank=True)
    kilometres = models.PositiveIntegerField(_("kilómetros"), null=True, blank=True, editable=False)
    """Along the stops, straight lines times a detour factor; kept by `routes.distances`."""
    products = ParentalManyToManyField(
        "terruno_catalog.Product", verbose_name=_("productos"), related_name="circuits", blank=True
    )

    objects = CircuitQuerySet.as_manager()
    title = Translated("title")
    description = Translated("description")
    themes = Translated("themes")
    day_titles = Translated("day_titles")

    class Meta:
        verbose_name = _("circuito")
        verbose_name_plural = _("circuitos")

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("circuit", args=[self.slug])

    def page_context(self) -> dict[str, Any]:
        from routes.pages import circuit_page

        return circuit_page(self)

    def poster(self) -> dict[str, Any]:
        return {
            "title": self.title_es,
            "subtitle": self.territory.name,
            "territory": self.territory.slug,
            "drawing": "circuit",
        }


class Stop(models.Model):
    circuit = ParentalKey(Circuit, on_delete=models.CASCADE, related_name="stops")
    place = models.ForeignKey(Place, verbose_name=_("lugar"), on_delete=models.PROTECT, related_name="stops")
    day = models.PositiveSmallIntegerField(_("día"), default=1, validators=[MinValueValidator(1)])
    order = models.PositiveSmallIntegerField(default=0)
    note_es = models.TextField(_("qué se hace aquí"), blank=True)
    note_en = models.TextField(_("qué se hace aquí (inglés)"), blank=True)

    note = Translated("note")

    class Meta:
        ordering = ["order", "pk"]
        verbose_name = _("parada")
        verbose_name_plural = _("paradas")
        constraints = [models.UniqueConstraint(fields=["circuit", "place"], name="stop_once")]

    def __str__(self) -> str:
        return str(self.place)


class CircuitOperator(models.Model):
    """A host of a circuit: people a day, smallest party, net price a person in whole pesos."""

    circuit = ParentalKey(Circuit, on_delete=models.CASCADE, related_name="operators")
    producer = models.ForeignKey(
        Producer, verbose_name=_("anfitrión"), on_delete=models.PROTECT, related_name="operates"
    )
    capacity = models.PositiveSmallIntegerField(_("personas por día"))
    minimum = models.PositiveSmallIntegerField(_("grupo mínimo"), default=1)
    unit_price = models.PositiveBigIntegerField(_("precio neto por persona"))
    lead_time_days = models.PositiveSmallIntegerField(_("días de aviso"), default=3)
    months = MonthsField(_("meses en que recibe"), default=ALL_YEAR)
    what_es = models.CharField(_("qué ofrece"), max_length=240, blank=True)
    what_en = models.CharField(_("qué ofrece (inglés)"), max_length=240, blank=True)
    paused = models.BooleanField(_("en pausa"), default=False)

    objects = OperatorQuerySet.as_manager()
    what = Translated("what")

    class Meta:
        ordering = ["pk"]
        verbose_name = _("anfitrión del circuito")
        verbose_name_plural = _("anfitriones del circuito")
        constraints = [
            models.UniqueConstraint(fields=["circuit", "producer"], name="operator_once"),
            models.CheckConstraint(condition=Q(capacity__gte=1), name="operator_capacity_positive"),
        ]

    def __str__(self) -> str:
        return f"{self.producer} – {self.circuit}"
