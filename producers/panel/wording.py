"""Days and hours as the panel says them."""

from datetime import date, datetime

from babel.dates import format_date, format_datetime
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

SAID = {"es": "EEEE d 'de' MMMM", "en": "EEEE d MMMM"}
HOUR = {"es": "EEEE d 'de' MMMM, H:mm", "en": "EEEE d MMMM, H:mm"}


def _language() -> str:
    return "en" if get_language() == "en" else "es"


def day_in_words(day: date) -> str:
    return format_date(day, SAID[_language()], locale=_language())


def month_in_words(day: date) -> str:
    """«mar»: for the head of a column."""
    return format_date(day, "MMM", locale=_language()).rstrip(".")


def until(moment: datetime) -> str:
    """«Antes del martes 24 de marzo, 18:00», or that the hour has passed."""
    said = format_datetime(timezone.localtime(moment), HOUR[_language()], locale=_language())
    if moment < timezone.now():
        return _("Venció el %(moment)s") % {"moment": said}
    return _("Antes del %(moment)s") % {"moment": said}
