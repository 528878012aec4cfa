from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import ClusterableModel

from foundation.translated import Translated
from opportunities.enums import COURSE_NEXT, CourseStatus, Direction, Source
from opportunities.querysets import CourseQuerySet
from producers.models import Producer
from territories.models import Territory

from .gaps import Gap
from .opportunities import Opportunity

PERCENT = [MinValueValidator(1), MaxValueValidator(100)]


class Course(ClusterableModel, models.Model):
    """Training made to measure for gaps of an opportunity, paid by results agreed before it is put out to tender."""

    slug = models.SlugField(_("dirección"), max_length=120, unique=True)
    title_es = models.CharField(_("nombre"), max_length=140)
    title_en = models.CharField(_("nombre (inglés)"), max_length=140, blank=True)
    opportunity = models.ForeignKey(
        Opportunity, verbose_name=_("oportunidad"), on_delete=models.PROTECT, related_name="courses"
    )
    territory = models.ForeignKey(
        Territory, verbose_name=_("territorio"), on_delete=models.PROTECT, related_name="courses"
    )
    gaps: Any = ParentalManyToManyField(Gap, verbose_name=_("brechas"), related_name="courses", blank=True)
    status = models.CharField(
        _("estado"), max_length=8, choices=CourseStatus, default=CourseStatus.DRAFT, editable=False
    )
    objective_es = models.TextField(_("objetivo"))
    objective_en = models.TextField(_("objetivo (inglés)"), blank=True)
    contents_es = models.TextField(_("contenidos mínimos"), help_text=_("Uno por línea."))
    contents_en = models.TextField(_("contenidos mínimos (inglés)"), blank=True)
    for_whom_es = models.CharField(_("para quién"), max_length=160, blank=True)
    for_whom_en = models.CharField(_("para quién (inglés)"), max_length=160, blank=True)
    hours = models.PositiveSmallIntegerField(_("horas"), validators=[MinValueValidator(1)])
    places = models.PositiveSmallIntegerField(_("cupos"), validators=[MinValueValidator(1)])
    attendance_minimum = models.PositiveSmallIntegerField(_("asistencia mínima, en %"), default=75, validators=PERCENT)
    supervision_visits = models.PositiveSmallIntegerField(_("visitas de supervisión"), default=3)
    budget = models.PositiveBigIntegerField(_("presupuesto, en pesos"))
    """The most the call may cost; after the award it is the price of the proposal that won."""
    funding_es = models.CharField(_("quién lo paga"), max_length=120, blank=True)
    funding_en = models.CharField(_("quién lo paga (inglés)"), max_length=120, blank=True)
    fictional = models.BooleanField(_("ficticio"), default=False, help_text=_("Solo en la demostración."))
    version = models.PositiveIntegerField(default=1, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = CourseQuerySet.as_manager()
    title = Translated("title")
    objective = Translated("objective")
    contents = Translated("contents")
    for_whom = Translated("for_whom")
    funding = Translated("funding")

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("curso")
        verbose_name_plural = _("cursos")
        constraints = [
            models.CheckConstraint(
                condition=Q(attendance_minimum__gte=1, attendance_minimum__lte=100), name="course_attendance_percent"
            )
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("course", args=[self.slug])

    def can_become(self, status: str) -> bool:
        return CourseStatus(status) in COURSE_NEXT[CourseStatus(self.status)]

    @property
    def content_lines(self) -> list[str]:
        return [line.strip() for line in self.contents.splitlines() if line.strip()]


class Indicator(models.Model):
    """A result agreed before the tender: from `baseline` to `target` in `unit`, worth `weight` % of the price."""

    course = ParentalKey(Course, on_delete=models.CASCADE, related_name="indicators")
    name_es = models.CharField(_("resultado"), max_length=160)
    name_en = models.CharField(_("resultado (inglés)"), max_length=160, blank=True)
    baseline = models.DecimalField(_("línea de base"), max_digits=12, decimal_places=3)
    target = models.DecimalField(_("meta"), max_digits=12, decimal_places=3)
    unit_es = models.CharField(_("en qué se mide"), max_length=60)
    unit_en = models.CharField(_("en qué se mide (inglés)"), max_length=60, blank=True)
    direction = models.CharField(_("sentido"), max_length=8, choices=Direction, default=Direction.AT_LEAST)
    weight = models.PositiveSmallIntegerField(_("parte del pago, en %"), validators=PERCENT)
    verification_es = models.CharField(_("cómo se comprueba"), max_length=160, blank=True)
    verification_en = models.CharField(_("cómo se comprueba (inglés)"), max_length=160, blank=True)
    source = models.CharField(_("de dónde sale"), max_length=12, choices=Source, default=Source.TYPED)
    order = models.PositiveSmallIntegerField(default=0)

    name = Translated("name")
    unit = Translated("unit")
    verification = Translated("verification")

    class Meta:
        ordering = ["order", "pk"]
        verbose_name = _("indicador de resultado")
        verbose_name_plural = _("indicadores de resultado")
        constraints = [
            models.CheckConstraint(condition=Q(weight__gte=1, weight__lte=100), name="indicator_weight_percent"),
            models.CheckConstraint(
                name="indicator_target_lies_ahead",
                condition=Q(direction=Direction.AT_LEAST, target__gt=F("baseline"))
                | Q(direction=Direction.AT_MOST, target__lt=F("baseline")),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def achieved(self, value: Decimal) -> Fraction:
        """How much of the way from baseline to target `value` covers, exactly, from 0 to 1.

        (value − baseline) / (target − baseline), whichever way the target lies.
        """
        way = Fraction(self.target) - Fraction(self.baseline)
        return min(max((Fraction(value) - Fraction(self.baseline)) / way, Fraction(0)), Fraction(1))


class CourseSession(models.Model):
    """A day of class; attendance is taken at each."""

    course = models.ForeignKey(Course, verbose_name=_("curso"), on_delete=models.CASCADE, related_name="sessions")
    on = models.DateField(_("fecha"))
    hours = models.DecimalField(_("horas"), max_digits=4, decimal_places=1, default=Decimal(4))
    topic_es = models.CharField(_("tema"), max_length=160)
    topic_en = models.CharField(_("tema (inglés)"), max_length=160, blank=True)
    taken_at = models.DateTimeField(null=True, blank=True, editable=False)
    """When attendance was taken; until then the session counts for nobody."""

    topic = Translated("topic")

    class Meta:
        ordering = ["on", "pk"]
        verbose_name = _("sesión")
        verbose_name_plural = _("sesiones")
        constraints = [models.UniqueConstraint(fields=["course", "on"], name="session_once_a_day")]

    def __str__(self) -> str:
        return f"{self.on:%d-%m-%Y} · {self.topic}"


class Enrolment(models.Model):
    """A place of a course taken by somebody who works for a producer; no person's data is kept here."""

    course = models.ForeignKey(Course, verbose_name=_("curso"), on_delete=models.CASCADE, related_name="enrolments")
    producer = models.ForeignKey(
        Producer, verbose_name=_("productor"), on_delete=models.PROTECT, related_name="enrolments"
    )
    seat = models.PositiveSmallIntegerField(_("cupo"), default=1)
    """1 for a producer's first person, 2 for a second one."""

    class Meta:
        ordering = ["producer__name", "seat"]
        verbose_name = _("inscripción")
        verbose_name_plural = _("inscripciones")
        constraints = [models.UniqueConstraint(fields=["course", "producer", "seat"], name="enrolled_once_a_seat")]

    def __str__(self) -> str:
        return f"{self.producer} · {self.seat}"


class Attendance(models.Model):
    session = models.ForeignKey(CourseSession, on_delete=models.CASCADE, related_name="attendance")
    enrolment = models.ForeignKey(Enrolment, on_delete=models.CASCADE, related_name="attendance")
    present = models.BooleanField(_("presente"), default=False)

    class Meta:
        verbose_name = _("asistencia")
        verbose_name_plural = _("asistencias")
        constraints = [models.UniqueConstraint(fields=["session", "enrolment"], name="attendance_once")]

    def __str__(self) -> str:
        return f"{self.enrolment}: {self.present}"


class Visit(models.Model):
    """A supervision visit by the wider team: not the payer alone, but those of the territory who agreed the course."""

    course = models.ForeignKey(Course, verbose_name=_("curso"), on_delete=models.CASCADE, related_name="visits")
    on = models.DateField(_("fecha"))
    by_es = models.CharField(_("quiénes visitaron"), max_length=160, help_text=_("Instituciones, no personas."))
    by_en = models.CharField(_("quiénes visitaron (inglés)"), max_length=160, blank=True)
    found_es = models.TextField(_("qué vieron"), max_length=1000)
    found_en = models.TextField(_("qué vieron (inglés)"), max_length=1000, blank=True)
    in_order = models.BooleanField(_("todo en orden"), default=True)

    by = Translated("by")
    found = Translated("found")

    class Meta:
        ordering = ["on", "pk"]
        verbose_name = _("visita de supervisión")
        verbose_name_plural = _("visitas de supervisión")
        constraints = [models.UniqueConstraint(fields=["course", "on"], name="visit_once_a_day")]

    def __str__(self) -> str:
        return f"{self.on:%d-%m-%Y} · {self.by}"
