"""Circuits for other programs."""

import datetime
from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from ninja import Query, Router, Schema
from pydantic import Field

from foundation import limits, months
from foundation.problems import for_status
from territories import listing
from territories.listing import ABSENT, REFUSED, Language, Listed, Named, Page, Paging

from .exports import of_circuit, of_plan
from .exports.answering import file_of, format_of
from .itinerary import stops_of
from .models import Circuit, Plan, Stop
from .pages import Host, hosts_of, products_of
from .plans.api import router as plans

router = Router(tags=["circuits"])
FirstDay = Annotated[datetime.date | None, Query(ge=datetime.date(2000, 1, 1), le=datetime.date(2100, 1, 1))]
A_FILE_S, FILES = 1, 60
"""A network may take so many files at once, then one in so many seconds: a PDF costs a tenth of one to draw."""


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


@router.get(
    "/circuits/{slug:slug}.{extension}", response={**ABSENT}, summary="A circuit as GPX, KML, GeoJSON, ICS or PDF"
)
def circuit_file(
    request: HttpRequest, slug: str, extension: str, lang: Language = "es", first: FirstDay = None
) -> HttpResponse:
    """`first` is the day the calendar begins with; without it the next Saturday in season."""
    with translation.override(lang):
        format_of(extension)
        found = Circuit.objects.live().select_related("territory").filter(slug=slug).first()
        if found is None:
            raise for_status(404)
        limits.take("trip.file", limits.address_prefix(request), rate=1 / A_FILE_S, burst=FILES)
        return file_of(of_circuit.trip_of(found, first), extension, cache=listing.MAX_AGE)


@router.get("/plans/{slug:token}.{extension}", response={**ABSENT}, summary="A plan as GPX, KML, GeoJSON, ICS or PDF")
def plan_file(request: HttpRequest, token: str, extension: str, lang: Language = "es") -> HttpResponse:
    with translation.override(lang):
        format_of(extension)
        found = Plan.objects.filter(token=token).first()
        if found is None:
            raise for_status(404)
        limits.take("trip.file", limits.address_prefix(request), rate=1 / A_FILE_S, burst=FILES)
        return file_of(of_plan.trip_of(found), extension, cache="private, no-store")


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


router.add_router("", plans)
