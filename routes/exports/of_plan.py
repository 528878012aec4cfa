"""A kept plan as a trip, with its times."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from routes.exports.trip import Trip, TripDay, TripStop
from routes.models import Plan
from routes.opening import minutes_of
from routes.plans import document, wording
from routes.plans.document import moment
from territories.cards import said
from territories.linked_data import absolute


def trip_of(plan: Plan) -> Trip:
    places = plan.answer["places"]
    counted = 0
    days = []
    for number, day in enumerate(plan.answer["days"], start=1):
        days.append(_day(number, day, places, counted))
        counted += len(days[-1].places)
    base = plan.request["base"]
    return Trip(
        key=f"plan-{plan.answer['days'][0]['date']}-{plan.token[:8]}",
        title=document.title_of(plan),
        summary=_("Para %(people)s, con horarios de visita y tiempos de manejo estimados.")
        % {"people": wording.people(plan.party)},
        url=absolute(plan.get_absolute_url()),
        territory=base.get("name") or "",
        inks=plan.answer["inks"],
        stamp=plan.created_at,
        days=days,
        facts=[(_("Parte y vuelve a"), base.get("name") or f"{base['lat']:.3f}, {base['lon']:.3f}")],
        left_out=[
            (wording.name_of(places[row["place"]]), wording.why_not(row))
            for row in plan.answer["dropped"]
            if row["asked"]
        ],
    )


def _day(number: int, day: Mapping[str, Any], places: Mapping[str, Any], counted: int) -> TripDay:
    on = date.fromisoformat(day["date"])
    stops = []
    for visit in day["visits"]:
        counted += visit["place"] is not None
        stops.append(_stop(counted, visit, places, on))
    name = wording.day_in_words(on)
    return TripDay(
        number=number,
        title=f"{name[0].upper()}{name[1:]}",
        date=on,
        stops=stops,
        travel_minutes=day["travel_minutes"],
        travel_km=day["travel_km"],
    )


def _stop(number: int, visit: Mapping[str, Any], places: Mapping[str, Any], on: date) -> TripStop:
    told = places[visit["place"]] if visit["place"] else None
    url = document.url_of(told) if told else ""
    note = _("Aquí se almuerza.") if told and visit["lunch"] else ""
    return TripStop(
        number=number,
        key=visit["place"] or "almuerzo",
        name=wording.name_of(told) if told else _("Pausa para almorzar"),
        sort=said(told, "sort") if told else "",
        comuna=told["comuna"] if told else visit["comuna"] or "",
        lat=visit["lat"],
        lon=visit["lon"],
        minutes=minutes_of(visit["leave"]) - minutes_of(visit["start"]),
        arrive=moment(on, visit["arrive"]),
        start=moment(on, visit["start"]),
        leave=moment(on, visit["leave"]),
        note=note,
        hours=_("Horario por confirmar.") if told and not told["hours_confirmed"] else "",
        url=absolute(url) if url else "",
        pause=told is None,
        travel_minutes=visit["travel_minutes"],
        travel_km=visit["travel_km"],
    )
