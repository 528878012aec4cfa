"""On paper: a page to carry where there is no signal, with the map drawn into it."""

import re
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from foundation import pdf
from routes.exports.trip import Trip, TripDay, TripStop
from routes.exports.words import estimate, fit
from routes.plans.wording import duration
from territories.maps import MapPoint, circuit_map

STYLE = (
    "<style>.fa{fill:#9c2f1b}.fb{fill:#1f4e4a}.fp{fill:#fff}.ft{fill:#f7f0e1}.sa{stroke:#9c2f1b;fill:none}"
    ".fa.sa{fill:#9c2f1b}.sb{stroke:#1f4e4a;fill:none}.sp{stroke:#fff}path.sp{fill:none}.sp.fb{fill:#1f4e4a}"
    "text{font-family:Manrope;font-weight:600}</style>"
)
"""The classes of a map in the inks of the house: on paper there is no style sheet."""


def write(trip: Trip) -> bytes:
    return pdf.render("routes/trip", data(trip), lang=(get_language() or "es")[:2])


def data(trip: Trip) -> dict[str, Any]:
    return {
        "title": trip.title,
        "summary": trip.summary,
        "territory": trip.territory,
        "url": trip.url,
        "facts": [list(fact) for fact in trip.facts],
        "days": [_day(day) for day in trip.days],
        "left_out": [list(row) for row in trip.left_out],
        "estimate": estimate(),
        "words": {
            "left_out": _("Lo que quedó fuera"),
            "empty": _("Nada que visitar este día."),
        },
    }


def _day(day: TripDay) -> dict[str, Any]:
    return {
        "title": day.title,
        "map": drawn(day),
        "road": _("%(km)s km y %(time)s de manejo") % {"km": day.travel_km, "time": duration(day.travel_minutes)},
        "stops": [_stop(stop) for stop in day.stops],
    }


def _stop(stop: TripStop) -> dict[str, Any]:
    return {
        "number": "" if stop.pause else str(stop.number),
        "time": f"{stop.start:%H:%M}–{stop.leave:%H:%M}" if stop.start and stop.leave else "",
        "name": stop.name,
        "about": " · ".join(filter(None, [stop.sort, stop.comuna, duration(stop.minutes)])),
        "note": stop.note,
        "hours": capfirst(stop.hours),
        "before": _("%(time)s de manejo, %(km)s km") % {"time": duration(stop.travel_minutes), "km": stop.travel_km}
        if stop.travel_minutes
        else "",
        "position": f"{stop.lat:.4f}, {stop.lon:.4f}",
    }


def drawn(day: TripDay) -> str:
    """The day's map as an image that stands by itself; "" for a day without places."""
    if not day.places:
        return ""
    points = tuple(MapPoint(stop.lat, stop.lon, fit(stop.name), number=stop.number) for stop in day.places)
    svg = circuit_map((), stops=points, label=fit(day.title))
    return re.sub(r"<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', svg, count=1).replace(">", f">{STYLE}", 1)
