from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from foundation.translated import Translated
from governance.enums import BodyKind, Sector
from governance.querysets import BodyQuerySet, SeatQuerySet

from .placed import Placed, placed_as_it_says


def ends_after_it_starts(name: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        name=name, condition=Q(ends_on__isnull=True) | Q(starts_on__isnull=True) | Q(ends_on__gt=F("starts_on"))
    )


class Body(Placed, ClusterableModel):
    """Where public and private actors decide together: a council, its board, tables, commissions, task groups."""

    slug = models.SlugField(_("dirección"), max_length=120, unique=True)
    kind = models.CharField(_("tipo"), max_length=14, choices=BodyKind)
    name_es = models.CharField(_("nombre"), max_length=140)
    name_en = models.CharField(_("nombre (inglés)"), max_length=140, blank=True)
    purpose_es = models.CharField(_("qué hace"), max_length=400, blank=True)
    purpose_en = models.CharField(_("qué hace (inglés)"), max_length=400, blank=True)
    parent = models.ForeignKey(
        "self", verbose_name=_("depende de"), null=True, blank=True, on_delete=models.PROTECT, related_name="parts"
    )
    order = models.PositiveSmallIntegerField(_("orden"), default=0)
    starts_on = models.DateField(_("constituido el"), null=True, blank=True)
    ends_on = models.DateField(_("disuelto el"), null=True, blank=True)

    objects = BodyQuerySet.as_manager()
    name = Translated("name")
    purpose = Translated("purpose")

    class Meta:
        ordering = ["order", "pk"]
        verbose_name = _("instancia")
        verbose_name_plural = _("instancias")
        constraints = [placed_as_it_says("body_placed"), ends_after_it_starts("body_ends_after_it_starts")]

    def __str__(self) -> str:
        return self.name


class Seat(models.Model):
    """A place at the table, held by an institution or role from a day to a day; a renewal is a new row.

    The first day it no longer holds is `ends_on`; none means until further notice.
    """

    body = ParentalKey(Body, on_delete=models.CASCADE, related_name="seats")
    role_es = models.CharField(_("institución o cargo"), max_length=140)
    role_en = models.CharField(_("institución o cargo (inglés)"), max_length=140, blank=True)
    sector = models.CharField(_("sector"), max_length=10, choices=Sector)
    person = models.CharField(
        _("persona"), max_length=120, blank=True, help_text=_("Solo si aceptó que su nombre sea público.")
    )
    places = models.PositiveSmallIntegerField(_("cupos"), default=1)
    chairs = models.BooleanField(_("preside"), default=False)
    order = models.PositiveSmallIntegerField(_("orden"), default=0)
    starts_on = models.DateField(_("desde"), null=True, blank=True)
    ends_on = models.DateField(_("hasta"), null=True, blank=True)

    objects = SeatQuerySet.as_manager()
    role = Translated("role")

    class Meta:
        ordering = ["order", "pk"]
        verbose_name = _("representación")
        verbose_name_plural = _("representaciones")
        constraints = [
            models.CheckConstraint(condition=Q(places__gte=1), name="seat_has_a_place"),
            ends_after_it_starts("seat_ends_after_it_starts"),
        ]

    def __str__(self) -> str:
        return self.role
