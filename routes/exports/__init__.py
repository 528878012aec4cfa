"""Circuits and plans as files for devices without signal: GPX, KML, GeoJSON, ICS, PDF. One `Trip`, five writers."""

from collections.abc import Callable
from dataclasses import dataclass

from . import geojson, gpx, ics, kml, pdf
from .trip import Trip, TripDay, TripStop

__all__ = ["FORMATS", "Format", "Trip", "TripDay", "TripStop"]


@dataclass(frozen=True, slots=True)
class Format:
    """`write` gives the file of a trip in the active language."""

    content_type: str
    write: Callable[[Trip], bytes]


FORMATS = {
    "gpx": Format("application/gpx+xml", gpx.write),
    "kml": Format("application/vnd.google-earth.kml+xml", kml.write),
    "geojson": Format("application/geo+json", geojson.write),
    "ics": Format("text/calendar; charset=utf-8", ics.write),
    "pdf": Format("application/pdf", pdf.write),
}
