"""Sentences that several files share, and text made fit for XML."""

import re

from django.utils.translation import gettext as _

from routes.exports.trip import TripStop
from routes.plans.wording import duration

UNFIT = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML document may hold, not even escaped."""


def fit(text: str) -> str:
    return UNFIT.sub("", text)


def one_line(text: str) -> str:
    """Without line breaks of any kind, for values that stand in one line."""
    return " ".join(fit(text).split())


def told(stop: TripStop) -> str:
    """What the stop is, when, for how long, and what is said of it; a line each."""
    lines = [" · ".join(filter(None, [stop.sort, stop.comuna, duration(stop.minutes)]))]
    if stop.start and stop.leave:
        lines.append(_("De %(start)s a %(leave)s") % {"start": f"{stop.start:%H:%M}", "leave": f"{stop.leave:%H:%M}"})
    return "\n".join(filter(None, [*lines, stop.note, stop.hours, stop.url]))


def estimate() -> str:
    return _(
        "La línea une las paradas en orden, no es el camino. Kilómetros y minutos de manejo son una estimación: línea "
        "recta más 30 %, a 50 km por hora."
    )
