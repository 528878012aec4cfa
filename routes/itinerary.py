"""A circuit day by day: its stops in order, what each takes, and the road between them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import groupby

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from territories.maps import MapPoint

from . import distances, hours, wording
from .models import Circuit, Closure, Place, Stop

TOLD_AHEAD = timedelta(days=60)
"""Closures that begin later are not told yet."""


@dataclass(frozen=True, slots=True)
class Visit:
    """A stop as the page tells it. `number` counts over all days; `onward` is the road to the day's next stop."""

    number: int
    place: Place
    note: str
    hours: list[str]
    onward: distances.Leg | None
    producer_href: str = ""
    closures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Day:
    number: int
    title: str
    visits: list[Visit] = field(default_factory=list)

    @property
    def kilometres(self) -> int:
        return sum(visit.onward.kilometres for visit in self.visits if visit.onward)

    @property
    def driving_minutes(self) -> int:
        return sum(visit.onward.minutes for visit in self.visits if visit.onward)

    @property
    def visiting_minutes(self) -> int:
        return sum(visit.place.visit_minutes for visit in self.visits)


def stops_of(circuit: Circuit) -> list[Stop]:
    """In the order they are visited; one query for a stored circuit."""
    stops = circuit.stops.all()
    if isinstance(stops, QuerySet):
        stops = stops.select_related("place__comuna", "place__producer")
    return sorted(stops, key=lambda stop: (stop.day, stop.order, stop.pk or 0))


def closures_of(stops: Sequence[Stop]) -> dict[int, tuple[str, ...]]:
    """What is known of the closures of the next months, a sentence each, by place; one query."""
    today = timezone.localdate()
    places = [stop.place_id for stop in stops]
    rows = Closure.objects.touching(today, today + TOLD_AHEAD).filter(place__in=places) if places else ()
    told: dict[int, tuple[str, ...]] = {}
    for row in rows:
        told[row.place_id] = (*told.get(row.place_id, ()), closure_in_words(row))
    return told


def closure_in_words(closure: Closure) -> str:
    """«Cerrado del 3 al 9 de enero: obras.»"""
    when = wording.days_in_words(closure.first_day, closure.last_day)
    if closure.reason:
        return _("Cerrado %(when)s: %(reason)s.") % {"when": when, "reason": closure.reason.rstrip(".")}
    return _("Cerrado %(when)s.") % {"when": when}


def days_of(
    circuit: Circuit, stops: Sequence[Stop], closures: Mapping[int, tuple[str, ...]] | None = None
) -> list[Day]:
    """`closures` are those of `closures_of`, for a page that tells them."""
    titles = circuit.day_titles
    days, number = [], 0
    for day, found in groupby(stops, key=lambda stop: stop.day):
        today = list(found)
        title = titles[day - 1] if day <= len(titles) else ""
        visits = [
            visit(stop, number + i, following, (closures or {}).get(stop.place_id, ()))
            for i, (stop, following) in enumerate(with_next(today), start=1)
        ]
        number += len(today)
        days.append(Day(day, title, visits))
    return days


def with_next(stops: Sequence[Stop]) -> list[tuple[Stop, Stop | None]]:
    return list(zip(stops, [*stops[1:], None], strict=True))


def visit(stop: Stop, number: int, following: Stop | None, closures: tuple[str, ...] = ()) -> Visit:
    place = stop.place
    onward = distances.leg((place.lat, place.lon), (following.place.lat, following.place.lon)) if following else None
    producer = place.producer
    return Visit(
        number=number,
        place=place,
        note=stop.note,
        hours=hours.in_words(place.opening_hours) if place.hours_confirmed else [],
        onward=onward,
        producer_href=reverse("producer", args=[producer.slug]) if producer and producer.live else "",
        closures=closures,
    )


def points_of(stops: Sequence[Stop]) -> tuple[MapPoint, ...]:
    return tuple(
        MapPoint(stop.place.lat, stop.place.lon, stop.place.name, href=f"#parada-{number}", number=number)
        for number, stop in enumerate(stops, start=1)
    )
