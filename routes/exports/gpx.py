"""GPX 1.1: a waypoint for each stop, a route for each day."""

from typing import Any

import gpxpy.gpx

from routes.exports.trip import Trip, TripStop
from routes.exports.words import estimate, fit, told


def write(trip: Trip) -> bytes:
    document = gpxpy.gpx.GPX()
    document.creator = "Terruño"
    document.name = fit(trip.title)
    document.description = fit("\n".join(filter(None, [trip.summary, estimate()])))
    document.link = trip.url
    document.link_text = fit(trip.title)
    document.time = trip.stamp
    for _day, stop in trip.places():
        document.waypoints.append(_waypoint(stop))
    for day in trip.days:
        way = gpxpy.gpx.GPXRoute(name=fit(day.title), number=day.number)
        way.points.extend(
            gpxpy.gpx.GPXRoutePoint(stop.lat, stop.lon, time=stop.start, name=fit(stop.name)) for stop in day.places
        )
        document.routes.append(way)
    return document.to_xml(version="1.1").encode()


def _waypoint(stop: TripStop) -> Any:
    point: Any = gpxpy.gpx.GPXWaypoint(
        stop.lat, stop.lon, time=stop.start, name=fit(f"{stop.number}. {stop.name}"), description=fit(told(stop)),
        symbol="Flag, Blue", type=fit(stop.sort) or None,
    )  # fmt: skip
    point.link = stop.url or None
    return point
