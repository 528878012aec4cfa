"""The page of a plan, out of what was kept: one query, for the hosts who could be asked."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from routes.enums import Reason
from routes.exports import Trip, TripDay, TripStop
from routes.exports.links import files
from routes.exports.of_plan import trip_of
from routes.models import CircuitOperator, Plan
from routes.plans import document, wording
from routes.plans.interests import KNOWN
from territories.cards import Crumb, said
from territories.maps import MapPoint, circuit_map

MOST_ASKED = 3
"""Circuits whose hosts are offered."""


@dataclass(frozen=True, slots=True)
class ShownDay:
    """A day of the trip with its map; `visits` pairs each stop with what the page alone says of it."""

    day: TripDay
    depart: str
    back: str
    home_minutes: int
    home_km: int
    visits: list[tuple[TripStop, Mapping[str, Any]]]
    map: SafeString | str


@dataclass(frozen=True, slots=True)
class Group:
    """Places left out for the same reason."""

    label: str
    places: list[tuple[str, str, str]]
    """Slug, name and why."""
    may_ask: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """Hosts of a circuit the plan passes: how many, and the parties they take."""

    title: str
    href: str
    hosts: int
    fewest: int
    most: int
    fits: bool


def plan_page(plan: Plan) -> dict[str, Any]:
    trip = trip_of(plan)
    return {
        "section": "circuits",
        "plan": plan,
        "trip": trip,
        "title": trip.title,
        "people": wording.people(plan.party),
        "base": trip.facts[0][1],
        "crumbs": [Crumb(_("Rutas"), reverse("circuit-list")), Crumb(_("Planificar"), reverse("plan-new"))],
        "days": list(shown_days(plan, trip)),
        "stops": sum(len(day.places) for day in trip.days),
        "groups": list(groups(plan)),
        "asked_in_vain": trip.left_out,
        "asked": list(asked(plan)),
        "files": files(f"/api/v1/plans/{plan.token}"),
        "again": f"{reverse('plan-new')}?{urlencode({'plan': plan.token})}",
    }


def shown_days(plan: Plan, trip: Trip) -> Iterator[ShownDay]:
    for day, kept in zip(trip.days, plan.answer["days"], strict=True):
        visits: list[tuple[TripStop, Mapping[str, Any]]] = [
            (stop, _beside(visit, plan.answer["places"])) for stop, visit in zip(day.stops, kept["visits"], strict=True)
        ]
        yield ShownDay(
            day, kept["depart"] or "", kept["back"] or "", kept["home_minutes"], kept["home_km"], visits, drawn(day)
        )


def _beside(visit: Mapping[str, Any], places: Mapping[str, Any]) -> dict[str, Any]:
    told = places.get(visit["place"]) if visit["place"] else None
    liked = [str(KNOWN[slug].label) if slug in KNOWN else slug for slug in told["interests"]] if told else []
    return {"slug": visit["place"] or "", "href": document.url_of(told) if told else "", "liked": liked}


def drawn(day: TripDay) -> SafeString | str:
    """The day's stops in order, numbered as on the page."""
    points = tuple(
        MapPoint(stop.lat, stop.lon, stop.name, href=f"#parada-{stop.number}", number=stop.number)
        for stop in day.places
    )
    return circuit_map((), stops=points, label=_("Mapa: %(day)s") % {"day": day.title}) if points else ""


def groups(plan: Plan) -> Iterator[Group]:
    """What was left out, by reason, in the order in which one could do something about it."""
    places = plan.answer["places"]
    for reason in (Reason.NO_TIME, Reason.CLOSED, Reason.SEASON, Reason.TOO_FAR, Reason.NEVER):
        rows = [row for row in plan.answer["dropped"] if row["reason"] == reason]
        if rows:
            named = [(row["place"], wording.name_of(places[row["place"]]), wording.why_not(row)) for row in rows]
            yield Group(str(reason.label), named, may_ask=reason in (Reason.NO_TIME, Reason.NEVER))


def asked(plan: Plan) -> Iterator[Asked]:
    """The circuits passed whose hosts receive visitors in the month of the trip."""
    circuits = plan.answer["circuits"][:MOST_ASKED]
    if not circuits:
        return
    month = date.fromisoformat(plan.answer["days"][0]["date"]).month
    open_ones = CircuitOperator.objects.active().receiving(month)
    rows = open_ones.filter(circuit__slug__in=[row["slug"] for row in circuits])
    hosts: dict[str, list[tuple[int, int]]] = {}
    for slug, capacity, minimum in rows.values_list("circuit__slug", "capacity", "minimum"):
        hosts.setdefault(slug, []).append((minimum, capacity))
    for row in circuits:
        parties = hosts.get(row["slug"], [])
        if parties:
            yield Asked(
                title=said(row, "title"),
                href=f"{reverse('inquiry-new')}?{urlencode({'circuit': row['slug'], 'quantity': plan.party})}",
                hosts=len(parties),
                fewest=min(least for least, _most in parties),
                most=max(most for _least, most in parties),
                fits=any(least <= plan.party <= most for least, most in parties),
            )
