"""Circuits and plans as files, read back by the libraries that others read them with."""

import json
from datetime import date, datetime
from io import BytesIO
from typing import Any

import gpxpy
import icalendar
import pypdf
import pytest
from defusedxml import ElementTree
from django.test import Client

from foundation.months import ALL_YEAR, mask
from routes.exports.of_circuit import next_saturday
from routes.models import Circuit, Place
from tests.routes.planned import a_coast, asking, in_days, post

pytestmark = pytest.mark.django_db
KML = "{http://www.opengis.net/kml/2.2}"
HOSTILE = """</name><x>&"'\u2028]]> #eval("1") $x$ *b* \\ \r\nATTENDEE:mal@o.cl,;<script>alert(1)</script> \x01 @x"""
TYPES = {
    "gpx": "application/gpx+xml",
    "kml": "application/vnd.google-earth.kml+xml",
    "geojson": "application/geo+json",
    "ics": "text/calendar; charset=utf-8",
    "pdf": "application/pdf",
}
each = pytest.mark.parametrize("kind", TYPES)


@pytest.fixture
def coast() -> Circuit:
    return a_coast("museo", "playa", "mirador", days=1, title_en="Coast")


def of_circuit(client: Client, kind: str, query: str = "") -> bytes:
    return bytes(client.get(f"/api/v1/circuits/litoral.{kind}{query}").content)


def of_plan(client: Client, kind: str, **asked: Any) -> bytes:
    token = post(client, asking(circuit="litoral", **asked)).json()["token"]
    return bytes(client.get(f"/api/v1/plans/{token}.{kind}").content)


def words_of(pdf: bytes) -> str:
    return " ".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(pdf)).pages)


@each
def test_a_file_comes_with_its_type_and_a_plain_name(client: Client, coast: Circuit, kind: str) -> None:
    answer = client.get(f"/api/v1/circuits/litoral.{kind}")

    assert (answer.status_code, answer["Content-Type"]) == (200, TYPES[kind])
    assert answer["Content-Disposition"] == f'attachment; filename="litoral.{kind}"'
    assert answer["X-Content-Type-Options"] == "nosniff"


@each
def test_a_plans_file_is_kept_by_nobody_on_the_way(client: Client, coast: Circuit, kind: str) -> None:
    token = post(client, asking(circuit="litoral")).json()["token"]
    answer = client.get(f"/api/v1/plans/{token}.{kind}")

    assert (answer.status_code, answer["Content-Type"]) == (200, TYPES[kind])
    assert answer["Cache-Control"] == "private, no-store"
    assert answer["Content-Disposition"].startswith(f'attachment; filename="plan-{in_days()}-')


@pytest.mark.parametrize("path", ["circuits/nada.gpx", "circuits/litoral.exe", "plans/nada.pdf", "plans/nada.exe"])
def test_what_is_not_there_is_a_problem_document(client: Client, coast: Circuit, path: str) -> None:
    answer = client.get(f"/api/v1/{path}")

    assert answer.status_code == 404
    assert answer["Content-Type"].startswith("application/problem+json")


def test_an_english_circuit_does_not_keep_for_days_as_cheese_does(client: Client, coast: Circuit) -> None:
    assert "Keeps for" not in words_of(of_circuit(client, "pdf", "?lang=en"))
    assert "Duración 1 día" in words_of(of_circuit(client, "pdf"))


def test_a_draft_circuit_has_no_files(client: Client, coast: Circuit) -> None:
    Circuit.objects.update(live=False)

    assert client.get("/api/v1/circuits/litoral.gpx").status_code == 404


def test_gpx_has_a_waypoint_a_stop_and_a_route_a_day(client: Client, coast: Circuit) -> None:
    found = gpxpy.parse(of_circuit(client, "gpx"))

    assert found.name == "Litoral"
    assert [(p.name, round(p.latitude, 6), p.longitude) for p in found.waypoints] == [
        ("1. Museo", -33.55, -71.6), ("2. Playa", -33.56, -71.6), ("3. Mirador", -33.57, -71.6),
    ]  # fmt: skip
    assert [[point.name for point in route.points] for route in found.routes] == [["Museo", "Playa", "Mirador"]]


def test_gpx_of_a_plan_has_the_times_in_utc(client: Client, coast: Circuit) -> None:
    plan = post(client, asking(circuit="litoral")).json()
    starts = [datetime.fromisoformat(stop["start"]) for stop in plan["days"][0]["stops"]]

    found = gpxpy.parse(client.get(f"/api/v1/plans/{plan['token']}.gpx").content)

    assert [point.time for point in found.waypoints] == starts


def test_kml_has_a_folder_a_day_with_its_stops_and_line(client: Client, coast: Circuit) -> None:
    root = ElementTree.fromstring(of_circuit(client, "kml"))

    folders = root.findall(f".//{KML}Folder")
    assert [folder.findtext(f"{KML}name") for folder in folders] == ["Día 1"]
    assert root.findtext(f".//{KML}Point/{KML}coordinates") == "-71.6,-33.55"
    assert len(root.findtext(f".//{KML}LineString/{KML}coordinates").split()) == 3


def test_geojson_has_points_and_a_line(client: Client, coast: Circuit) -> None:
    found = json.loads(of_plan(client, "geojson"))

    kinds = [feature["geometry"]["type"] for feature in found["features"]]
    assert kinds == ["Point", "Point", "Point", "LineString"]
    assert {feature["properties"]["name"] for feature in found["features"][:3]} == {"Museo", "Playa", "Mirador"}
    assert all(feature["properties"]["start"] for feature in found["features"][:3])


def test_a_plans_calendar_has_an_event_a_stop_in_chiles_time(client: Client, coast: Circuit) -> None:
    calendar = icalendar.Calendar.from_ical(of_plan(client, "ics"))
    events = calendar.walk("VEVENT")

    assert {str(event["summary"]) for event in events} == {"Museo", "Playa", "Mirador", "Pausa para almorzar"}
    assert all(event.start.tzinfo.utcoffset(event.start) for event in events)
    assert {str(event["dtstart"].params["TZID"]) for event in events} == {"America/Santiago"}
    assert [str(zone["tzid"]) for zone in calendar.walk("VTIMEZONE")] == ["America/Santiago"]
    assert len({str(event["uid"]) for event in events}) == len(events)
    assert all(event.end > event.start for event in events)


def test_a_calendar_asked_again_has_the_same_events(client: Client, coast: Circuit) -> None:
    token = post(client, asking(circuit="litoral")).json()["token"]
    path = f"/api/v1/plans/{token}.ics"

    assert client.get(path).content == client.get(path).content


def test_a_circuits_calendar_has_whole_days_from_the_day_asked(client: Client) -> None:
    circuit = a_coast("museo", "playa", days=2)
    circuit.stops.filter(place__slug="playa").update(day=2)

    events = icalendar.Calendar.from_ical(of_circuit(client, "ics", "?first=2027-02-05")).walk("VEVENT")

    assert [event.start for event in events] == [date(2027, 2, 5), date(2027, 2, 6)]
    assert str(events[0]["status"]) == "TENTATIVE"


@pytest.mark.parametrize(
    ("season", "today", "saturday"),
    [
        (ALL_YEAR, date(2027, 1, 13), date(2027, 1, 16)),
        (ALL_YEAR, date(2027, 1, 16), date(2027, 1, 23)),
        (mask([3]), date(2027, 1, 13), date(2027, 3, 6)),
        (0, date(2027, 1, 13), date(2027, 1, 16)),
    ],
)
def test_a_circuit_is_put_on_the_next_saturday_in_season(season: int, today: date, saturday: date) -> None:
    assert next_saturday(season, today) == saturday


@pytest.mark.parametrize("first", ["ayer", "9999-12-31"])
def test_a_first_day_that_is_none_is_refused(client: Client, coast: Circuit, first: str) -> None:
    answer = client.get(f"/api/v1/circuits/litoral.ics?first={first}")

    assert answer.status_code == 400
    assert answer.json()["errors"][0]["field"] == "first"


def test_the_pdf_tells_the_days_with_a_map(client: Client, coast: Circuit) -> None:
    made = of_plan(client, "pdf", never=["playa"])

    words = words_of(made)

    assert "Pausa para almorzar" in words
    assert "1. Museo" in words or "1. Mirador" in words
    assert "-33.5500, -71.6000" in words


def test_files_speak_the_language_asked_for(client: Client, coast: Circuit) -> None:
    assert gpxpy.parse(of_circuit(client, "gpx", "?lang=en")).name == "Coast"


@each
@pytest.mark.parametrize("which", [of_circuit, of_plan])
def test_hostile_names_stay_text(client: Client, coast: Circuit, kind: str, which: Any) -> None:
    Place.objects.filter(slug="museo").update(name_es=HOSTILE, sort_es=HOSTILE[:40])
    Circuit.objects.update(title_es=HOSTILE, summary_es=HOSTILE)

    made = which(client, kind)

    match kind:
        case "gpx":
            names = [point.name for point in gpxpy.parse(made).waypoints]
            assert any("</name><x>&" in name and "<script>" in name for name in names)
        case "kml":
            root = ElementTree.fromstring(made)
            assert not root.findall(f".//{KML}x")
            assert any("</name><x>&" in (name.text or "") for name in root.findall(f".//{KML}name"))
        case "geojson":
            assert HOSTILE in [feature["properties"]["name"] for feature in json.loads(made)["features"]]
        case "ics":
            calendar = icalendar.Calendar.from_ical(made)
            assert not [event for event in calendar.walk("VEVENT") if "attendee" in event]
            assert b"\nATTENDEE" not in made
        case "pdf":
            assert '#eval("1") $x$ *b*' in words_of(made)


def test_an_island_far_out_is_on_the_map_too(client: Client) -> None:
    a_coast("museo")
    Place.objects.update(lat=-27.12, lon=-109.35)

    assert of_circuit(client, "pdf").startswith(b"%PDF")
