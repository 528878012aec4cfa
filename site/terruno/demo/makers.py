from datetime import date
from random import Random
from typing import Any

from django.utils import timezone

from producers.models import (
    Network,
    NetworkCapacity,
    NetworkMember,
    NetworkResult,
    Producer,
    Seal,
    SealGrant,
)
from territories.models import Territory
from terruno.scatter import point_in

from .files import Row, both, read, rows
from .loader import Loader

KINDS = {"familia": "family", "taller": "workshop", "cooperativa": "cooperative"}
WOMEN = {"Consuelo", "Ester", "Gladys", "Jacqueline", "Luz", "Marisol", "Nancy", "Ruth", "Soledad"}
"""Given names of women in the demo that do not end in «a»."""
WRITTEN = 2026
"""The year the demo's seals were dated in; loaded later, their dates move along by whole years."""
UNIT_ES = {
    "kg": "kg",
    "unit": "unidades",
    "box": "cajas",
    "ha": "ha",
    "m3": "m³",
    "job": "puestos",
    "workday": "jornadas",
    "l": "litros",
}
UNIT_EN = {
    "kg": "kg",
    "unit": "pieces",
    "box": "boxes",
    "ha": "ha",
    "m3": "m³",
    "job": "jobs",
    "workday": "days",
    "l": "litres",
}


def load_producers(loader: Loader, territories: dict[str, Territory]) -> dict[str, Producer]:
    return loader.put(Producer, [_producer(row, territories) for row in rows("producers", "producers")])


def _producer(row: Row, territories: dict[str, Territory]) -> dict[str, Any]:
    lat, lon = point_in(row["comuna_code"], Random(row["slug"]), reach_km=3)
    portrait = row.get("portrait") or {}
    return {
        "slug": row["slug"],
        "name": row["name"],
        "person": row.get("person") or "",
        "producer_kind": KINDS.get(portrait.get("gender_word", ""), "person"),
        "territory": territories[row["territory"]],
        "comuna_id": row["comuna_code"],
        "lat": lat,
        "lon": lon,
        "since": row.get("working_since"),
        "people": row.get("people") or 1,
        "email": f"{row['slug']}@demo.terruno.example",
        "portrait": f"{portrait.get('hat') or 'none'} {_worn_by(row)}",
        "fictional": True,
        **both(row, "summary", "story", "quote"),
    }


def _worn_by(row: Row) -> str:
    """Whether the person to be drawn is a woman or a man: by the trade's word when it tells, else by the given name."""
    word = (row.get("portrait") or {}).get("gender_word")
    given = (row.get("person") or " ").split()[0]
    return (
        "mujer"
        if word == "productora" or (word != "productor" and (given.endswith("a") or given in WOMEN))
        else "hombre"
    )


def load_networks(
    loader: Loader, territories: dict[str, Territory], producers: dict[str, Producer]
) -> dict[str, Network]:
    data = read("networks")["networks"]
    networks = loader.put(Network, [_network(row, territories) for row in data])
    members = [
        {"network": networks[row["network_slug"]], "producer": producers[row["slug"]]}
        for row in rows("producers", "producers")
        if row.get("network_slug")
    ]
    loader.join(NetworkMember, members, "network", "producer")
    loader.join(
        NetworkCapacity, [c for row in data for c in _capacities(networks[row["slug"]], row)], "network", "order"
    )
    loader.join(NetworkResult, [r for row in data for r in _results(networks[row["slug"]], row)], "network", "order")
    return networks


def _network(row: Row, territories: dict[str, Territory]) -> dict[str, Any]:
    return {
        "slug": row["slug"],
        "name": row["name"],
        "trade_es": row["kind_es"],
        "trade_en": row["kind_en"],
        "territory": territories[row["territory"]],
        "members_declared": row.get("members_declared"),
        "lead_time_days": row.get("lead_time_days") or 7,
        "email": f"{row['slug']}@demo.terruno.example",
        **both(row, "summary", "story"),
    }


def _capacities(network: Network, row: Row) -> list[dict[str, Any]]:
    monthly = {"es": " al mes", "en": " a month"}
    return [
        {
            "network": network,
            "order": order,
            "quantity": line["quantity"],
            "unit_es": UNIT_ES.get(line["unit"], line["unit"]) + (monthly["es"] if line.get("per") == "month" else ""),
            "unit_en": UNIT_EN.get(line["unit"], line["unit"]) + (monthly["en"] if line.get("per") == "month" else ""),
            **both(line, "what"),
        }
        for order, line in enumerate(row["pooled_capacity"])
    ]


def _results(network: Network, row: Row) -> list[dict[str, Any]]:
    return [
        {
            "network": network,
            "order": order,
            "quantity": line["quantity"],
            "at_least": bool(line.get("at_least")),
            **both(line, "what", "source"),
        }
        for order, line in enumerate(row.get("results") or [])
    ]


def load_seal_kinds(loader: Loader, territories: dict[str, Territory]) -> dict[str, Seal]:
    data = read("seals")["seals"]
    seals = loader.put(Seal, [_seal(row, territories) for row in data])
    area = [{"seal": seals[row["slug"]], "comuna_id": code} for row in data for code in row["area"]]
    loader.join(Seal.comunas.through, area, "seal", "comuna_id")
    return seals


def load_seals(loader: Loader, territories: dict[str, Territory], producers: dict[str, Producer]) -> None:
    data, seals = read("seals"), load_seal_kinds(loader, territories)
    grants = [
        {
            "seal": seals[row["seal"]],
            "producer": producers[row["producer"]],
            "number": row["number"],
            "granted_on": _moved(row["granted_on"]),
            "expires_on": _moved(row["expires_on"]),
        }
        for row in data["grants"]
        if row["producer"] in producers
    ]
    loader.join(SealGrant, grants, "seal", "number")


def _moved(day: str) -> date:
    """A date of the demo as far from today's year as it was from the year of writing (29 February becomes the 28th)."""
    then, years = date.fromisoformat(day), max(0, timezone.localdate().year - WRITTEN)
    return then.replace(year=then.year + years, day=28 if (then.month, then.day) == (2, 29) else then.day)


def _seal(row: Row, territories: dict[str, Territory]) -> dict[str, Any]:
    return {
        "slug": row["slug"],
        "territory": territories[row["territory"]],
        "motif": row["territory"],
        **both(row, "name", "issuer", "description"),
    }
