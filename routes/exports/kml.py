"""KML 2.2: a folder for each day, with its stops and the line that joins them."""

from xml.etree import ElementTree as ET  # written only, nothing is parsed

from routes.exports.trip import Trip, TripDay, TripStop
from routes.exports.words import estimate, fit, told

KML = "http://www.opengis.net/kml/2.2"
LINE = "ff4a4e1f"
"""Alpha, blue, green, red: the house's green."""


def write(trip: Trip) -> bytes:
    root = ET.Element("kml", xmlns=KML)
    document = _child(root, "Document")
    _child(document, "name", trip.title)
    _child(document, "description", "\n".join(filter(None, [trip.summary, estimate(), trip.url])))
    line = _child(_child(document, "Style", id="camino"), "LineStyle")
    _child(line, "color", LINE)
    _child(line, "width", "3")
    for day in trip.days:
        _folder(document, day)
    return ET.tostring(root, encoding="utf-8", xml_declaration=True)


def _folder(document: ET.Element, day: TripDay) -> None:
    folder = _child(document, "Folder")
    _child(folder, "name", day.title)
    for stop in day.places:
        _placemark(folder, stop)
    if len(day.places) > 1:
        mark = _child(folder, "Placemark")
        _child(mark, "name", day.title)
        _child(mark, "styleUrl", "#camino")
        line = _child(mark, "LineString")
        _child(line, "tessellate", "1")
        _child(line, "coordinates", " ".join(f"{stop.lon},{stop.lat}" for stop in day.places))


def _placemark(folder: ET.Element, stop: TripStop) -> None:
    mark = _child(folder, "Placemark")
    _child(mark, "name", f"{stop.number}. {stop.name}")
    _child(mark, "description", told(stop))
    if stop.start and stop.leave:
        span = _child(mark, "TimeSpan")
        _child(span, "begin", stop.start.isoformat())
        _child(span, "end", stop.leave.isoformat())
    _child(_child(mark, "Point"), "coordinates", f"{stop.lon},{stop.lat}")


def _child(parent: ET.Element, tag: str, text: str = "", **attributes: str) -> ET.Element:
    element = ET.SubElement(parent, tag, attributes)
    element.text = fit(text) or None
    return element
