from collections.abc import Iterator
from datetime import date
from typing import Any

from catalog.models import Product
from foundation.months import ALL_YEAR, mask
from producers.models import Producer
from routes.distances import keep_kilometres, length_km
from routes.models import Circuit, CircuitOperator, Closure, Place, Stop
from territories.models import Territory

from .files import Row, both, read
from .loader import Loader


def load_circuits(
    loader: Loader, territories: dict[str, Territory], producers: dict[str, Producer], products: dict[str, Product]
) -> dict[str, Circuit]:
    data = read("circuits")
    circuits = loader.put(Circuit, [_circuit(row, territories) for row in data["circuits"]])
    stops = [stop for row in data["circuits"] for stop in row["stops"]]
    places = loader.put(Place, list({s["slug"]: _place(s, data["kinds"]) for s in stops}.values()))
    loader.join(Closure, list(_closures(data, places)), "place", "first_day")
    for row in data["circuits"]:
        circuit = circuits[row["slug"]]
        loader.join(Stop, [_stop(circuit, places[s["slug"]], s) for s in row["stops"]], "circuit", "place")
        hosts = [
            _operator(circuit, producers[o["producer"]], o) for o in row["operators"] if o["producer"] in producers
        ]
        loader.join(CircuitOperator, hosts, "circuit", "producer")
        linked = [
            {"circuit": circuit, "product": products[slug]} for slug in row["linked_products"] if slug in products
        ]
        loader.join(Circuit.products.through, linked, "circuit", "product")
    keep_kilometres(circuits.values())
    return circuits


def _circuit(row: Row, territories: dict[str, Territory]) -> dict[str, Any]:
    return {
        "slug": row["slug"],
        "territory": territories[row["territories"][0]],
        "days": row["days"],
        "months": mask(row["best_months"]),
        "kilometres": length_km([(float(stop["lat"]), float(stop["lon"])) for stop in row["stops"]]),
        "day_titles_es": row.get("day_titles_es") or [],
        "day_titles_en": row.get("day_titles_en") or [],
        **both(row, "title", "summary", "description", "themes"),
    }


def _place(row: Row, kinds: Row) -> dict[str, Any]:
    return {
        "slug": row["slug"],
        "comuna_id": row["comuna_code"],
        "lat": float(row["lat"]),
        "lon": float(row["lon"]),
        "sort_es": kinds[row["kind"]]["es"],
        "sort_en": kinds[row["kind"]]["en"],
        "visit_minutes": row["visit_minutes"],
        "opening_hours": row["opening_hours"],
        "hours_confirmed": row["hours_confidence"] == "known",
        "months": mask(row["months"]) if row.get("months") else ALL_YEAR,
        "food": row.get("food", False),
        **both(row, "name", "season_note"),
    }


def _closures(data: Row, places: dict[str, Place]) -> Iterator[dict[str, Any]]:
    """The holidays on which trade and museums are closed by law or by custom, once a place."""
    closed = {s["slug"] for row in data["circuits"] for s in row["stops"] if s["kind"] in data["closures"]["kinds"]}
    for slug in sorted(closed):
        for day in data["closures"]["days"]:
            dates = {name: date.fromisoformat(day[name]) for name in ("first_day", "last_day")}
            yield {"place": places[slug], **dates, **both(day, "reason")}


def _stop(circuit: Circuit, place: Place, row: Row) -> dict[str, Any]:
    return {"circuit": circuit, "place": place, "day": row["day"], "order": row["order"], **both(row, "note")}


def _operator(circuit: Circuit, producer: Producer, row: Row) -> dict[str, Any]:
    return {
        "circuit": circuit,
        "producer": producer,
        "capacity": row["capacity_persons_day"],
        "minimum": row["minimum_party"],
        "unit_price": row["unit_price_net"],
        "lead_time_days": row["lead_time_days"],
        "months": mask(row["months"]) if row.get("months") else ALL_YEAR,
        **both(row, "what"),
    }
