"""A coast of real rows to plan over."""

from datetime import timedelta
from typing import Any

from django.test import Client
from django.utils import timezone

from routes.hours import DAYS
from routes.models import Circuit, Place
from tests.builders import a_circuit, a_comuna, a_place, a_territory

EVERY_DAY: dict[str, Any] = {day: [["09:00", "18:00"]] for day in DAYS}
BASE = {"lat": -33.59, "lon": -71.61}


def in_days(days: int = 7) -> str:
    return (timezone.localdate() + timedelta(days=days)).isoformat()


def a_coast(*names: str, **circuit: Any) -> Circuit:
    """A circuit of open places a kilometre apart, each with its name as its slug, in the territory San Antonio."""
    comuna = a_comuna("Cartagena")
    territory = a_territory("San Antonio", slug="san-antonio", comunas=[comuna])
    places = [a_stop(name, n) for n, name in enumerate(names or ("museo", "playa", "mirador"))]
    return a_circuit("Litoral", stops=places, **({"slug": "litoral", "territory": territory} | circuit))


def a_stop(name: str, n: int = 0, **fields: Any) -> Place:
    defaults = {
        "slug": name, "comuna": a_comuna("Cartagena"), "lat": -33.55 - n / 100, "lon": -71.6,
        "opening_hours": EVERY_DAY, "visit_minutes": 60, "hours_confirmed": True,
    }  # fmt: skip
    return a_place(name.title(), **(defaults | fields))


def asking(**fields: Any) -> dict[str, Any]:
    """The body of a plan of one day around the coast."""
    return {"days": [{"date": in_days(), "start": "09:00", "end": "19:00"}], "base": BASE} | fields


def post(client: Client, body: Any, path: str = "/api/v1/plans", **headers: str) -> Any:
    return client.post(path, body, content_type="application/json", headers=headers)
