from django.db import models
from django.utils.translation import gettext_lazy as _


class Pace(models.TextChoices):
    SLOW = "slow", _("Con calma")
    NORMAL = "normal", _("Normal")
    FAST = "fast", _("Ligero")


class Reason(models.TextChoices):
    """Why a place is not in a plan."""

    CLOSED = "closed", _("Cerrado esos días")
    SEASON = "season", _("Fuera de temporada")
    TOO_FAR = "too_far", _("Demasiado lejos")
    NO_TIME = "no_time", _("Sin tiempo")
    NEVER = "never", _("Usted pidió que no")
