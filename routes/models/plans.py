from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _

from routes.querysets import PlanQuerySet

MOST_PEOPLE = 40


def new_token() -> str:
    return get_random_string(22)


def nothing() -> dict[str, Any]:
    return {}


class Plan(models.Model):
    """Days planned for somebody, as they were when asked; who has the token reads it.

    `request` is a `routes.plans.wish.Wish`, `answer` what `routes.plans.planning` made of it: both hold all that the
    page and the downloads need, so that a plan stays what it was when places change.
    """

    token = models.CharField(max_length=40, unique=True, default=new_token, editable=False)
    request = models.JSONField(_("lo pedido"), default=nothing)
    answer = models.JSONField(_("el plan"), default=nothing)
    party = models.PositiveSmallIntegerField(
        _("personas"), default=2, validators=[MinValueValidator(1), MaxValueValidator(MOST_PEOPLE)]
    )
    locale = models.CharField(_("idioma"), max_length=2, default="es")
    estimate = models.BooleanField(_("con tiempos estimados"), default=True)
    last_day = models.DateField(_("último día"))
    created_at = models.DateTimeField(auto_now_add=True)

    objects = PlanQuerySet.as_manager()

    class Meta:
        verbose_name = _("plan de viaje")
        verbose_name_plural = _("planes de viaje")
        indexes = [models.Index(fields=["last_day"])]
        constraints = [models.CheckConstraint(condition=Q(party__range=(1, MOST_PEOPLE)), name="plan_party_in_range")]

    def __str__(self) -> str:
        return self.token

    def get_absolute_url(self) -> str:
        return reverse("plan", args=[self.token])
