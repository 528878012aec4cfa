"""Producers and networks for other programs. Neither e-mail nor telephone leaves by this door."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router, Schema
from pydantic import Field

from foundation import units
from territories import listing
from territories.listing import ABSENT, REFUSED, Language, Listed, Named, Page, Paging

from . import holdings
from .models import Network, NetworkMember, Producer
from .pages.network import members_of

router = Router(tags=["producers"])


class PlaceFilters(Paging):
    territory: str | None = Field(None, max_length=120, description="Slug of a territory")


class ProducerOut(Listed):
    person: str = Field(description="Who speaks for it", examples=["Elba Pastén"])
    type: str = Field(description="person, family, workshop or cooperative", examples=["family"])
    territory: Named
    comuna: str = Field(examples=["Río Hurtado"])
    lat: float | None
    lon: float | None
    since: int | None = Field(description="Year", examples=[2003])
    people: int = Field(description="Who work there", examples=[3])
    fictional: bool = Field(description="Made up for the demonstration")


class ProducerPage(Page):
    results: list[ProducerOut]


class SealOut(Schema):
    name: str
    number: str = Field(examples=["DEMO-LI-0147"])
    issuer: str
    granted_on: str = Field(examples=["2025-06-30"])
    expires_on: str = Field(examples=["2027-06-30"])
    url: str = Field(description="Path of the page that checks it")


class ProducerDetail(ProducerOut):
    story: str
    quote: str
    networks: list[Named]
    seals: list[SealOut] = Field(description="Valid today")


class NetworkOut(Listed):
    trade: str
    territory: Named
    members_declared: int | None = Field(examples=[180])
    lead_time_days: int = Field(examples=[60])


class NetworkPage(Page):
    results: list[NetworkOut]


class FigureOut(Schema):
    quantity: str = Field(description="Decimal text", examples=["3000"])
    unit: str | None = None
    at_least: bool = False
    what: str
    source: str | None = Field(None, description="Where a counted figure comes from")


class NetworkDetail(NetworkOut):
    story: str
    capacities: list[FigureOut]
    results: list[FigureOut]
    members: list[Named]


@router.get("/producers", response={200: ProducerPage, **REFUSED}, summary="Producers")
def producers(request: HttpRequest, filters: Query[PlaceFilters]) -> HttpResponse:
    found = Producer.objects.live().select_related("territory", "comuna").order_by("pk")
    if filters.territory:
        found = found.filter(territory__slug=filters.territory)
    return listing.page_of(found, filters, producer_row)


@router.get("/producers/{slug}", response={200: ProducerDetail, **ABSENT}, summary="A producer")
def producer(request: HttpRequest, slug: str, lang: Language = "es") -> HttpResponse:
    return listing.one_of(Producer.objects.live().select_related("territory", "comuna"), slug, lang, producer_detail)


@router.get("/networks", response={200: NetworkPage, **REFUSED}, summary="Networks", tags=["networks"])
def networks(request: HttpRequest, filters: Query[PlaceFilters]) -> HttpResponse:
    found = Network.objects.live().select_related("territory").order_by("pk")
    if filters.territory:
        found = found.filter(territory__slug=filters.territory)
    return listing.page_of(found, filters, network_row)


@router.get("/networks/{slug}", response={200: NetworkDetail, **ABSENT}, summary="A network", tags=["networks"])
def network(request: HttpRequest, slug: str, lang: Language = "es") -> HttpResponse:
    return listing.one_of(Network.objects.live().select_related("territory"), slug, lang, network_detail)


def producer_row(producer: Producer) -> dict[str, Any]:
    return listing.listed(producer) | {
        "person": producer.person,
        "type": producer.producer_kind,
        "territory": listing.named(producer.territory),
        "comuna": producer.comuna.name,
        "lat": producer.lat,
        "lon": producer.lon,
        "since": producer.since,
        "people": producer.people,
        "fictional": producer.fictional,
    }


def producer_detail(producer: Producer) -> dict[str, Any]:
    joined = NetworkMember.objects.on().filter(producer=producer.pk, network__live=True).order_by("network__name")
    return producer_row(producer) | {
        "story": producer.story,
        "quote": producer.quote,
        "networks": [
            {"slug": slug, "name": name} for slug, name in joined.values_list("network__slug", "network__name")
        ],
        "seals": [seal_row(held) for held in holdings.held_by(producer.pk)],
    }


def seal_row(held: holdings.Holding) -> dict[str, Any]:
    return {
        "name": held.name,
        "number": held.number,
        "issuer": held.issuer,
        "granted_on": held.granted_on.isoformat(),
        "expires_on": held.expires_on.isoformat(),
        "url": held.href,
    }


def network_row(network: Network) -> dict[str, Any]:
    return listing.listed(network) | {
        "trade": network.trade,
        "territory": listing.named(network.territory),
        "members_declared": network.members_declared,
        "lead_time_days": network.lead_time_days,
    }


def network_detail(network: Network) -> dict[str, Any]:
    return network_row(network) | {
        "story": network.story,
        "capacities": [
            {"quantity": units.plain(line.quantity), "unit": line.unit, "what": line.what}
            for line in network.capacities.all()
        ],
        "results": [
            {
                "quantity": units.plain(line.quantity),
                "at_least": line.at_least,
                "what": line.what,
                "source": line.source,
            }
            for line in network.results.all()
        ],
        "members": [{"slug": row.slug, "name": row.name} for row in members_of(network).only("slug", "name")],
    }
