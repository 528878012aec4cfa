"""iCalendar (RFC 5545) in Chile's time: an event for each stop of a plan; for a circuit, which has no hours of its own,
one for each day, from its next Saturday in season.
"""

from datetime import UTC, date, datetime, timedelta

from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from routes.exports.trip import Trip, TripDay, TripStop
from routes.exports.words import estimate, fit, one_line, told


def write(trip: Trip) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", "-//Terruño//terruno//ES")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", one_line(trip.title))
    for day in trip.days:
        if day.date and all(stop.start for stop in day.stops):
            for stop in day.stops:
                calendar.add_component(_visit(trip, day, stop))
        elif day.date:
            calendar.add_component(_whole_day(trip, day, day.date))
    calendar.add_missing_timezones()
    return calendar.to_ical()


def _visit(trip: Trip, day: TripDay, stop: TripStop) -> Event:
    event = _event(trip, f"{day.number}-{stop.key}", stop.name, told(stop))
    event.add("dtstart", stop.start)
    event.add("dtend", stop.leave)
    event.add("location", one_line(", ".join(filter(None, [stop.name, stop.comuna]))))
    event.add("geo", (stop.lat, stop.lon))
    if stop.url:
        event.add("url", stop.url)
    return event


def _whole_day(trip: Trip, day: TripDay, on: date) -> Event:
    lines = [f"{stop.number}. {stop.name} ({stop.comuna})" for stop in day.stops]
    event = _event(trip, str(day.number), f"{trip.title}: {day.title}", "\n".join([*lines, "", estimate()]))
    event.add("dtstart", on)
    event.add("dtend", on + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    event.add("status", "TENTATIVE")
    event.add("location", day.stops[0].comuna if day.stops else trip.territory)
    event.add("url", trip.url)
    return event


def _event(trip: Trip, key: str, summary: str, description: str) -> Event:
    event = Event()
    event.add("uid", f"{trip.key}-{key}@terruno")
    event.add("dtstamp", _utc(trip.stamp))
    event.add("summary", one_line(summary))
    event.add("description", fit("\n".join(filter(None, [description, trip.url]))))
    event.add("categories", [_("Viaje")])
    return event


def _utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(microsecond=0)
