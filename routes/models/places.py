from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from foundation.months import ALL_YEAR, MonthsField
from foundation.translated import Translated
from producers.models import Producer
from routes.querysets import ClosureQuerySet, PlaceQuerySet
from territories.models import Comuna


def no_hours() -> dict[str, list[list[str]]]:
    return {}


class Place(ClusterableModel, models.Model):
    """A real place one can visit. `opening_hours`: `{"mon": [["10:00", "18:00"]], …}`, local time, [] is closed."""

    slug = models.SlugField(_("dirección"), max_length=120, unique=True)
    name_es = models.CharField(_("nombre"), max_length=140)
    name_en = models.CharField(_("nombre (inglés)"), max_length=140, blank=True)
    sort_es = models.CharField(_("tipo"), max_length=40, blank=True, help_text=_("P. ej. «museo», «mirador»."))
    sort_en = models.CharField(_("tipo (inglés)"), max_length=40, blank=True)
    comuna = models.ForeignKey(Comuna, verbose_name=_("comuna"), on_delete=models.PROTECT, related_name="places")
    lat = models.FloatField(validators=[MinValueValidator(-60), MaxValueValidator(-15)])
    lon = models.FloatField(validators=[MinValueValidator(-110), MaxValueValidator(-60)])
    visit_minutes = models.PositiveSmallIntegerField(_("minutos de visita"), default=45)
    opening_hours = models.JSONField(_("horario"), default=no_hours, blank=True)
    hours_confirmed = models.BooleanField(_("horario confirmado"), default=False)
    months = MonthsField(_("meses en que se visita"), default=ALL_YEAR)
    food = models.BooleanField(_("se puede almorzar"), default=False)
    season_note_es = models.CharField(_("temporada"), max_length=200, blank=True)
    season_note_en = models.CharField(_("temporada (inglés)"), max_length=200, blank=True)
    producer = models.ForeignKey(
        Producer, verbose_name=_("productor"), null=True, blank=True, on_delete=models.SET_NULL, related_name="places"
    )

    objects = PlaceQuerySet.as_manager()
    name = Translated("name")
    sort = Translated("sort")
    season_note = Translated("season_note")

    class Meta:
        ordering = ["name_es"]
        verbose_name = _("lugar")
        verbose_name_plural = _("lugares")

    def __str__(self) -> str:
        return self.name


class Closure(models.Model):
    """Days on which a place is closed although its hours say otherwise; both days count."""

    place = ParentalKey(Place, on_delete=models.CASCADE, related_name="closures")
    first_day = models.DateField(_("primer día cerrado"))
    last_day = models.DateField(_("último día cerrado"))
    reason_es = models.CharField(_("por qué"), max_length=160, blank=True)
    reason_en = models.CharField(_("por qué (inglés)"), max_length=160, blank=True)

    objects = ClosureQuerySet.as_manager()
    reason = Translated("reason")

    class Meta:
        ordering = ["first_day", "pk"]
        verbose_name = _("cierre")
        verbose_name_plural = _("cierres")
        constraints = [
            models.CheckConstraint(condition=Q(last_day__gte=F("first_day")), name="closure_ends_after_it_begins")
        ]

    def __str__(self) -> str:
        return f"{self.place}: {self.first_day} – {self.last_day}"
