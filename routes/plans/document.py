"""A kept plan for other programs, in the active language; times with the offset they have in Chile that day."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils.translation import gettext as _

from routes.enums import Reason
from routes.models import Plan
from routes.opening import minutes_of
from routes.plans import wording

CHILE = ZoneInfo("America/Santiago")


def of(plan: Plan) -> dict[str, Any]:
    places = plan.answer["places"]
    return {
        "token": plan.token,
        "url": plan.get_absolute_url(),
        "estimate": plan.estimate,
        "request": plan.request,
        "party": plan.party,
        "created_at": plan.created_at.astimezone(CHILE).isoformat(timespec="seconds"),
        "days": [_day(day, places) for day in plan.answer["days"]],
        "dropped": [
            {
                "place": row["place"],
                "title": wording.name_of(places[row["place"]]),
                "reason": Reason(row["reason"]).value,
                "text": wording.why_not(row),
            }
            for row in plan.answer["dropped"]
        ],
    }


def moment(day: date, text: str) -> datetime:
    """The time of day in Chile; "24:00" is the midnight after."""
    full, minutes = divmod(minutes_of(text), 24 * 60)
    local = datetime.combine(day + timedelta(days=full), datetime.min.time(), CHILE)
    return local.replace(hour=minutes // 60, minute=minutes % 60)


def _day(day: Mapping[str, Any], places: Mapping[str, Any]) -> dict[str, Any]:
    on = date.fromisoformat(day["date"])

    def at(text: str | None) -> str | None:
        return moment(on, text).isoformat() if text else None

    return {
        "date": day["date"],
        "depart": at(day["depart"]),
        "back": at(day["back"]),
        "stops": [_stop(visit, places[visit["place"]], at) for visit in day["visits"] if visit["place"]],
        "lunch": next((_lunch(visit, at) for visit in day["visits"] if visit["lunch"]), None),
        "travel_minutes": day["travel_minutes"],
        "travel_km": day["travel_km"],
    }


def _stop(visit: Mapping[str, Any], told: Mapping[str, Any], at: Any) -> dict[str, Any]:
    return {
        "place": visit["place"],
        "title": wording.name_of(told),
        "arrive": at(visit["arrive"]),
        "start": at(visit["start"]),
        "leave": at(visit["leave"]),
        "url": url_of(told),
        "lat": told["lat"],
        "lon": told["lon"],
        "hours_confirmed": told["hours_confirmed"],
        "travel_minutes": visit["travel_minutes"],
        "travel_km": visit["travel_km"],
    }


def _lunch(visit: Mapping[str, Any], at: Any) -> dict[str, Any]:
    return {
        "start": at(visit["start"]),
        "end": at(visit["leave"]),
        "place": visit["place"],
        "lat": visit["lat"],
        "lon": visit["lon"],
    }


def url_of(told: Mapping[str, Any]) -> str:
    """Path of the page that tells of the place: its producer's, or its stop on a circuit's."""
    kind, slug, number = told["link"]
    if kind == "producer":
        return reverse("producer", args=[slug])
    return f"{reverse('circuit', args=[slug])}#parada-{number}" if kind == "circuit" else ""


def title_of(plan: Plan) -> str:
    """«Viaje del sábado 16 de enero», «Viaje de 2 días desde el sábado 16 de enero»."""
    days = plan.answer["days"]
    first = wording.day_in_words(date.fromisoformat(days[0]["date"]))
    if len(days) == 1:
        return _("Viaje del %(day)s") % {"day": first}
    return _("Viaje de %(n)s días desde el %(day)s") % {"n": len(days), "day": first}
