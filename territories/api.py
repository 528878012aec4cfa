"""Territories for other programs."""

from typing import Any, Literal

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router, Schema
from pydantic import Field

from . import listing
from .listing import ABSENT, REFUSED, Language, Listed, Page, Paging
from .models import Territory
from .pages import api_rows, comunas_today

router = Router(tags=["territories"])


class TerritoryFilters(Paging):
    status: Literal["operating", "associated"] | None = Field(None, description="Only those in this state")


class ComunaOut(Schema):
    code: str = Field(description="Official code (CUT)", examples=["04305"])
    name: str = Field(examples=["Río Hurtado"])
    region: str = Field(examples=["Región de Coquimbo"])


class TerritoryOut(Listed):
    status: str = Field(examples=["operating"])
    region_label: str = Field(description="Region as the programme numbered it", examples=["IV · Coquimbo"])
    latitude: float = Field(examples=[-30.6])
    longitude: float = Field(examples=[-71.2])
    known_for: str = Field(examples=["queso y uva"])
    comunas_count: int = Field(description="Comunas today", examples=[5])


class TerritoryPage(Page):
    results: list[TerritoryOut]


class TerritoryDetail(TerritoryOut):
    identity: str
    story: str
    assumption: str = Field(description="What was supposed where the programme's slides do not list the comunas")
    comunas: list[ComunaOut]


@router.get("/territories", response={200: TerritoryPage, **REFUSED}, summary="Territories, north to south")
def territories(request: HttpRequest, filters: Query[TerritoryFilters]) -> HttpResponse:
    found = api_rows()
    if filters.status:
        found = found.filter(status=filters.status)
    return listing.page_of(found, filters, row)


@router.get("/territories/{slug}", response={200: TerritoryDetail, **ABSENT}, summary="A territory with its comunas")
def territory(request: HttpRequest, slug: str, lang: Language = "es") -> HttpResponse:
    return listing.one_of(api_rows(), slug, lang, detail)


def row(territory: Territory) -> dict[str, Any]:
    return listing.listed(territory) | {
        "status": territory.status,
        "region_label": territory.region_label,
        "latitude": territory.latitude,
        "longitude": territory.longitude,
        "known_for": territory.known_for,
        "comunas_count": territory.comunas_count,
    }


def detail(territory: Territory) -> dict[str, Any]:
    return row(territory) | {
        "identity": territory.identity,
        "story": territory.story,
        "assumption": territory.assumption,
        "comunas": [
            {"code": comuna.code, "name": comuna.name, "region": comuna.region.name}
            for comuna in comunas_today(territory)
        ],
    }
