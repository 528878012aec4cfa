"""A circuit as a trip: its stops in order, no hours fixed; its days from the next Saturday in season."""

from collections.abc import Sequence
from datetime import date, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from foundation import months
from routes import distances, hours, itinerary
from routes.cards import lasting
from routes.exports.trip import Trip, TripDay, TripStop
from routes.models import Circuit, Place
from territories.linked_data import absolute


def trip_of(circuit: Circuit, first: date | None = None) -> Trip:
    """`first` is the first day of the trip; without it the next Saturday in one of the best months."""
    stops = itinerary.stops_of(circuit)
    days = itinerary.days_of(circuit, stops)
    begins = first or next_saturday(circuit.months, timezone.localdate())
    kilometres = distances.length_km([(stop.place.lat, stop.place.lon) for stop in stops])
    return Trip(
        key=circuit.slug,
        title=circuit.title,
        summary=circuit.summary,
        url=absolute(circuit.get_absolute_url()),
        territory=circuit.territory.name,
        inks=circuit.territory.inks,
        stamp=circuit.updated_at,
        days=[_day(day, begins + timedelta(days=number), circuit) for number, day in enumerate(days)],
        facts=_facts(circuit, kilometres),
    )


def next_saturday(season: int, today: date) -> date:
    """The first Saturday after today in a month of the mask; simply the next when it has no month."""
    saturday = today + timedelta(days=(4 - today.weekday()) % 7 + 1)
    for weeks in range(54):
        day = saturday + timedelta(weeks=weeks)
        if months.has(season, day.month):
            return day
    return saturday


def _facts(circuit: Circuit, kilometres: int) -> list[tuple[str, str]]:
    facts = [(_("Duración"), lasting(circuit.days, kilometres)), (_("Mejores meses"), months.in_words(circuit.months))]
    return [fact for fact in [*facts, (_("Temas"), circuit.themes)] if fact[1]]


def _day(day: itinerary.Day, on: date, circuit: Circuit) -> TripDay:
    title = _("Día %(n)s") % {"n": day.number}
    ways = [distances.Leg(0, 0), *(visit.onward for visit in day.visits if visit.onward)]
    return TripDay(
        number=day.number,
        title=f"{title}: {day.title}" if day.title else title,
        date=on,
        stops=_stops(circuit, day.visits, ways),
        travel_minutes=day.driving_minutes,
        travel_km=day.kilometres,
    )


def _stops(circuit: Circuit, visits: Sequence[itinerary.Visit], ways: Sequence[distances.Leg]) -> list[TripStop]:
    url = absolute(circuit.get_absolute_url())
    return [
        TripStop(
            number=visit.number,
            key=visit.place.slug,
            name=visit.place.name,
            sort=visit.place.sort,
            comuna=visit.place.comuna.name,
            lat=visit.place.lat,
            lon=visit.place.lon,
            minutes=visit.place.visit_minutes,
            note=visit.note,
            hours=hours_of(visit.place),
            url=f"{url}#parada-{visit.number}",
            travel_minutes=way.minutes,
            travel_km=way.kilometres,
        )
        for visit, way in zip(visits, ways, strict=True)
    ]


def hours_of(place: Place) -> str:
    return "; ".join(hours.in_words(place.opening_hours)) if place.hours_confirmed else _("Horario por confirmar.")
