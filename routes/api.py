"""Circuits for other programs."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router, Schema
from pydantic import Field

from foundation import months
from territories import listing
from territories.listing import ABSENT, REFUSED, Language, Listed, Named, Page, Paging

from .itinerary import stops_of
from .models import Circuit, Stop
from .pages import Host, hosts_of, products_of

router = Router(tags=["circuits"])


class CircuitFilters(Paging):
    territory: str | None = Field(None, max_length=120, description="Slug of a territory")
    month: int | None = Field(None, ge=1, le=12, description="At its best in this month")


class CircuitOut(Listed):
    territory: Named
    days: int = Field(examples=[2])
    kilometres: int | None = Field(description="Along the stops: straight lines plus 30 %", examples=[86])
    months: list[int] = Field(description="Best months", examples=[[9, 10, 11]])
    themes: str


class CircuitPage(Page):
    results: list[CircuitOut]


class StopOut(Schema):
    day: int = Field(examples=[1])
    number: int = Field(description="In the order of visits, over all days", examples=[3])
    place: Named
    type: str = Field(examples=["museo"])
    comuna: str
    lat: float
    lon: float
    visit_minutes: int
    opening_hours: dict[str, list[list[str]]] = Field(
        description="Local time by day, an empty list is closed", examples=[{"mon": [], "tue": [["10:00", "18:00"]]}]
    )
    hours_confirmed: bool
    season_note: str
    note: str


class HostOut(Schema):
    name: str
    url: str
    what: str
    unit_price: int = Field(description="Net, whole pesos a person")
    unit_price_with_vat: int
    capacity: int = Field(description="People a day")
    minimum: int
    lead_time_days: int


class CircuitDetail(CircuitOut):
    description: str
    day_titles: list[str]
    stops: list[StopOut]
    hosts: list[HostOut]
    products: list[Named]


@router.get("/circuits", response={200: CircuitPage, **REFUSED}, summary="Circuits")
def circuits(request: HttpRequest, filters: Query[CircuitFilters]) -> HttpResponse:
    found = Circuit.objects.live().order_by("pk").select_related("territory")
    if filters.territory:
        found = found.filter(territory__slug=filters.territory)
    if filters.month:
        found = found.in_season(filters.month)
    return listing.page_of(found, filters, row)


@router.get("/circuits/{slug}", response={200: CircuitDetail, **ABSENT}, summary="A circuit with its stops and hosts")
def circuit(request: HttpRequest, slug: str, lang: Language = "es") -> HttpResponse:
    return listing.one_of(Circuit.objects.live().select_related("territory"), slug, lang, detail)


def row(circuit: Circuit) -> dict[str, Any]:
    return listing.listed(circuit) | {
        "territory": listing.named(circuit.territory),
        "days": circuit.days,
        "kilometres": circuit.kilometres,
        "months": months.months(circuit.months),
        "themes": circuit.themes,
    }


def detail(circuit: Circuit) -> dict[str, Any]:
    return row(circuit) | {
        "description": circuit.description,
        "day_titles": circuit.day_titles,
        "stops": [stop_row(number, stop) for number, stop in enumerate(stops_of(circuit), start=1)],
        "hosts": [host_row(host) for host in hosts_of(circuit)],
        "products": [{"slug": product.slug, "name": product.title} for product in products_of(circuit)],
    }


def stop_row(number: int, stop: Stop) -> dict[str, Any]:
    place = stop.place
    return {
        "day": stop.day,
        "number": number,
        "place": {"slug": place.slug, "name": place.name},
        "type": place.sort,
        "comuna": place.comuna.name,
        "lat": place.lat,
        "lon": place.lon,
        "visit_minutes": place.visit_minutes,
        "opening_hours": place.opening_hours,
        "hours_confirmed": place.hours_confirmed,
        "season_note": place.season_note,
        "note": stop.note,
    }


def host_row(host: Host) -> dict[str, Any]:
    return {
        "name": host.name,
        "url": host.href,
        "what": host.what,
        "unit_price": host.net_price,
        "unit_price_with_vat": host.price,
        "capacity": host.capacity,
        "minimum": host.minimum,
        "lead_time_days": host.lead_time_days,
    }
