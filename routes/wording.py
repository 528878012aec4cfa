"""Days and durations, in the active language."""

from datetime import date

from django.utils.dates import MONTHS, WEEKDAYS
from django.utils.translation import gettext as _


def day_in_words(day: date) -> str:
    """«sábado 16 de enero»."""
    names = {"weekday": WEEKDAYS[day.weekday()], "day": day.day, "month": MONTHS[day.month]}
    return _("%(weekday)s %(day)s de %(month)s") % names


def duration(minutes: int) -> str:
    """«1 h 35 min»."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return _("%(minutes)s min") % {"minutes": rest}
    return _("%(hours)s h %(minutes)s min") % {"hours": hours, "minutes": rest} if rest else f"{hours} h"


def days_in_words(first: date, last: date) -> str:
    """«el 3 de enero», «del 3 al 9 de enero», «del 28 de enero al 3 de febrero»."""
    start = {"day": first.day, "month": MONTHS[first.month]}
    end = {"last": last.day, "last_month": MONTHS[last.month]}
    if first == last:
        return _("el %(day)s de %(month)s") % start
    if (first.year, first.month) == (last.year, last.month):
        return _("del %(day)s al %(last)s de %(month)s") % (start | end)
    return _("del %(day)s de %(month)s al %(last)s de %(last_month)s") % (start | end)
