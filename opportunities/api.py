"""Opportunities for other programs: what is sought, what stands in the way, who could take it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router, Schema
from pydantic import Field

from foundation import units
from territories import listing
from territories.listing import ABSENT, REFUSED, Language, Listed, Named, Page, Paging

from .enums import OpportunityKind, OpportunityStatus
from .models import Course, Opportunity
from .pages.opportunity import ShownGap, fits_of, gaps_of, products_of

router = Router(tags=["opportunities"])


class OpportunityFilters(Paging):
    territory: str | None = Field(None, max_length=120, description="Slug of a territory")
    type: OpportunityKind | None = Field(None, description="business, job or both")
    status: OpportunityStatus | None = Field(None, description="proposed, open, taken or closed")


class OpportunityOut(Listed):
    territory: Named
    type: str = Field(examples=["business"])
    status: str = Field(examples=["open"])
    origin: str = Field(examples=["unmet_demand"])
    market: str
    channels: list[str] = Field(examples=[["restaurant", "shop"]])
    quantity: str | None = Field(description="Decimal text, in `unit`", examples=["500"])
    unit: str | None = Field(examples=["kg"])
    period: str = Field(examples=["order"])
    unmet: str = Field(description="What inquiries asked for and nobody could serve, decimal text in `unit`")
    expected_jobs: int | None
    expected_sales: int | None = Field(description="Whole pesos a year")
    currency: str = "CLP"
    fictional: bool


class OpportunityPage(Page):
    results: list[OpportunityOut]


class EvidenceOut(Schema):
    number: str
    url: str
    text: str
    on: str = Field(examples=["2026-10-30"])


class GapOut(Schema):
    kind: str = Field(examples=["scale"])
    title: str
    status: str = Field(examples=["closed"])
    opened_by: str
    now: str
    target: str
    unit: str
    closed_on: str | None
    evidence: list[EvidenceOut]


class CheckOut(Schema):
    requirement: str = Field(examples=["capacity"])
    asked: str
    verdict: str = Field(description="met, not_met or unknown")
    figure: str
    reason: str


class FitOut(Schema):
    name: str
    url: str
    met: int
    of: int
    checks: list[CheckOut]


class OpportunityDetail(OpportunityOut):
    description: str
    products: list[Named]
    networks: list[Named]
    gaps: list[GapOut]
    fits: list[FitOut]
    courses: list[Named]


@router.get("/opportunities", response={200: OpportunityPage, **REFUSED}, summary="Opportunities")
def opportunities(request: HttpRequest, filters: Query[OpportunityFilters]) -> HttpResponse:
    found = Opportunity.objects.live().select_related("territory").order_by("pk")
    if filters.territory:
        found = found.filter(territory__slug=filters.territory)
    if filters.type:
        found = found.filter(opportunity_kind=filters.type)
    if filters.status:
        found = found.filter(status=filters.status)
    return listing.page_of(found, filters, row)


@router.get(
    "/opportunities/{slug}", response={200: OpportunityDetail, **ABSENT}, summary="An opportunity with gaps and fits"
)
def opportunity(request: HttpRequest, slug: str, lang: Language = "es") -> HttpResponse:
    return listing.one_of(Opportunity.objects.live().select_related("territory"), slug, lang, detail)


def row(opportunity: Opportunity) -> dict[str, Any]:
    quantity = opportunity.demand_quantity
    return listing.listed(opportunity) | {
        "territory": listing.named(opportunity.territory),  # type: ignore[arg-type]  # a shown one has one
        "type": opportunity.opportunity_kind,
        "status": opportunity.status,
        "origin": opportunity.origin,
        "market": opportunity.market,
        "channels": opportunity.channels,
        "quantity": None if quantity is None else units.plain(quantity),
        "unit": opportunity.demand_unit or None,
        "period": opportunity.demand_period,
        "unmet": units.plain(opportunity.demand_total),
        "expected_jobs": opportunity.expected_jobs,
        "expected_sales": opportunity.expected_sales,
        "currency": "CLP",
        "fictional": opportunity.fictional,
    }


def detail(opportunity: Opportunity) -> dict[str, Any]:
    courses = Course.objects.shown().filter(opportunity=opportunity.pk).order_by("pk")
    return row(opportunity) | {
        "description": opportunity.description,
        "products": [{"slug": product.slug, "name": product.title} for product in products_of(opportunity)],
        "networks": [
            {"slug": slug, "name": name}
            for slug, name in opportunity.networks.filter(live=True).order_by("name").values_list("slug", "name")
        ],
        "gaps": [gap_row(shown) for shown in gaps_of(opportunity)],
        "fits": [
            {
                "name": fit.name,
                "url": fit.href,
                "met": fit.met,
                "of": len(fit.checks),
                "checks": [
                    {
                        "requirement": check.requirement.requirement_kind,
                        "asked": check.asked,
                        "verdict": check.verdict,
                        "figure": check.figure,
                        "reason": check.reason,
                    }
                    for check in fit.checks
                ],
            }
            for fit in fits_of(opportunity)
        ],
        "courses": [{"slug": course.slug, "name": course.title} for course in courses],
    }


def gap_row(shown: ShownGap) -> dict[str, Any]:
    gap = shown.gap
    return {
        "kind": gap.gap_kind,
        "title": gap.title,
        "status": gap.status,
        "opened_by": gap.opened_by,
        "now": units.plain(gap.size_now),
        "target": units.plain(gap.size_target),
        "unit": gap.unit,
        "closed_on": gap.closed_on.isoformat() if gap.closed_on else None,
        "evidence": [
            {"number": one.number, "url": one.url, "text": one.text, "on": one.on.isoformat()} for one in shown.evidence
        ],
    }
