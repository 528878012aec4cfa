"""GeoJSON (RFC 7946): a point for each stop, a line for each day that has two."""

import json
from typing import Any

from routes.exports.trip import Trip, TripDay, TripStop
from routes.exports.words import estimate


def write(trip: Trip) -> bytes:
    features = [_point(day, stop) for day, stop in trip.places()]
    features += [_line(day) for day in trip.days if len(day.places) > 1]
    document = {
        "type": "FeatureCollection",
        "name": trip.title,
        "url": trip.url,
        "estimate": estimate(),
        "features": features,
    }
    return json.dumps(document, ensure_ascii=False).encode()


def _point(day: TripDay, stop: TripStop) -> dict[str, Any]:
    return {
        "type": "Feature",
        "id": stop.key,
        "geometry": {"type": "Point", "coordinates": [stop.lon, stop.lat]},
        "properties": {
            "day": day.number,
            "date": day.date.isoformat() if day.date else None,
            "number": stop.number,
            "name": stop.name,
            "type": stop.sort,
            "comuna": stop.comuna,
            "visit_minutes": stop.minutes,
            "arrive": stop.arrive.isoformat() if stop.arrive else None,
            "start": stop.start.isoformat() if stop.start else None,
            "leave": stop.leave.isoformat() if stop.leave else None,
            "opening_hours": stop.hours,
            "note": stop.note,
            "url": stop.url,
        },
    }


def _line(day: TripDay) -> dict[str, Any]:
    return {
        "type": "Feature",
        "geometry": {"type": "LineString", "coordinates": [[stop.lon, stop.lat] for stop in day.places]},
        "properties": {
            "day": day.number,
            "name": day.title,
            "travel_minutes": day.travel_minutes,
            "travel_km": day.travel_km,
        },
    }
