"""Opportunities with their gaps and courses, the jobs board, the diploma: examples in our own words.

What is sought and how it is taught follows the programme's slides; every figure, document and organisation is made up.
"""

from datetime import timedelta
from decimal import Decimal
from typing import Any

from django.utils import timezone

from catalog.models import Product
from opportunities.enums import GraduateRole, OpportunityStatus, RequirementKind
from opportunities.models import (
    Cohort,
    Course,
    Gap,
    Graduates,
    Indicator,
    Opportunity,
    Posting,
    Programme,
    Requirement,
)
from producers.models import Network, Seal
from territories.models import Comuna, Territory

from .files import Row, both, read
from .loader import Loader

OFFICE = "Oficina municipal de fomento e intermediación, %s"


def load_opportunities(
    loader: Loader, territories: dict[str, Territory], networks: dict[str, Network], products: dict[str, Product]
) -> None:
    data = read("opportunities")["opportunities"]
    opportunities = loader.put(Opportunity, [_opportunity(row, territories) for row in data])
    _link(loader, data, opportunities, networks, products)
    loader.join(Gap, [_gap(opportunities[row["slug"]], gap) for row in data for gap in row["gaps"]],
                "opportunity", "title_es")  # fmt: skip
    courses = _load_courses(loader, data, opportunities, territories)
    _load_requirements(loader, data, opportunities, products, courses)
    siee = read("siee")
    _load_postings(loader, siee["postings"])
    _load_programme(loader, siee["programme"], territories)


def _opportunity(row: Row, territories: dict[str, Territory]) -> dict[str, Any]:
    texts = both(row, "title", "summary", "description", "market")
    return texts | {
        "slug": row["slug"],
        "territory": territories[row["territory"]],
        "opportunity_kind": row["kind"],
        "status": OpportunityStatus.OPEN,
        "origin": row["origin"],
        "channels": row["channels"],
        "demand_quantity": row["quantity"],
        "demand_unit": row["unit"],
        "demand_period": row["period"],
        "demand_what_es": row["what_es"],
        "demand_what_en": row["what_en"],
        "expected_jobs": row["jobs"],
        "expected_sales": row["sales"],
        "fictional": True,
    }


def _link(
    loader: Loader,
    data: list[Row],
    opportunities: dict[str, Opportunity],
    networks: dict[str, Network],
    products: dict[str, Product],
) -> None:
    for field, known in (("networks", networks), ("products", products)):
        through: Any = getattr(Opportunity, field).through
        rows = [
            {"opportunity": opportunities[row["slug"]], field.removesuffix("s"): known[slug]}
            for row in data
            for slug in row[field]
            if slug in known
        ]
        loader.join(through, rows, "opportunity", field.removesuffix("s"))


def _gap(opportunity: Opportunity, row: Row) -> dict[str, Any]:
    return both(row, "title", "unit", "closes_with") | {
        "opportunity": opportunity,
        "gap_kind": row["kind"],
        "opened_by": row["opened_by"],
        "size_start": row["now"],
        "size_now": row["now"],
        "size_target": row["target"],
    }


def _load_courses(
    loader: Loader, data: list[Row], opportunities: dict[str, Opportunity], territories: dict[str, Territory]
) -> dict[str, Course]:
    """Drafts; `training.load_training` holds those that were held."""
    taught = [row for row in data if row["course"]["stage"] != "none"]
    courses = loader.put(
        Course, [_course(row, opportunities[row["slug"]], territories[row["territory"]]) for row in taught]
    )
    indicators = [
        both(one, "name", "unit", "verification")
        | {name: one[name] for name in ("baseline", "target", "direction", "weight", "source")}
        | {"course": courses[row["course"]["slug"]], "order": order}
        for row in taught
        for order, one in enumerate(row["course"]["indicators"])
    ]
    loader.join(Indicator, indicators, "course", "order")
    for row in taught:
        course = courses[row["course"]["slug"]]
        kinds = ("competitiveness", "identity")
        gaps = Gap.objects.filter(opportunity=opportunities[row["slug"]], gap_kind__in=kinds)
        loader.join(Course.gaps.through, [{"course": course, "gap": gap} for gap in gaps], "course", "gap")
    return courses


def _course(row: Row, opportunity: Opportunity, territory: Territory) -> dict[str, Any]:
    course = row["course"]
    return both(course, "title", "objective", "for_whom") | {
        "slug": course["slug"],
        "opportunity": opportunity,
        "territory": territory,
        "contents_es": "\n".join(course["contents_es"]),
        "contents_en": "\n".join(course["contents_en"]),
        "hours": course["hours"],
        "places": course["places"],
        "attendance_minimum": course["attendance"],
        "supervision_visits": course["visits"],
        "budget": course["budget"],
        "funding_es": "Fondo de capacitación para microempresas",
        "funding_en": "Training fund for micro-enterprises",
        "fictional": True,
    }


def _load_requirements(
    loader: Loader,
    data: list[Row],
    opportunities: dict[str, Opportunity],
    products: dict[str, Product],
    courses: dict[str, Course],
) -> None:
    seals = {seal.territory_id: seal for seal in Seal.objects.filter(territory__isnull=False).order_by("pk")}
    rows = []
    for row in data:
        opportunity, first = opportunities[row["slug"]], products[row["products"][0]]
        asked: list[dict[str, Any]] = [
            {"requirement_kind": RequirementKind.TERRITORY, "territory": opportunity.territory},
            {"requirement_kind": RequirementKind.CATEGORY, "category": first.category.parent or first.category},
            {"requirement_kind": RequirementKind.CHANNEL, "channel": row["channels"][0]},
        ]
        if opportunity.territory_id in seals and row["capacity"]:
            asked.append({"requirement_kind": RequirementKind.SEAL, "seal": seals[opportunity.territory_id]})
        if row["capacity"]:
            quantity, unit = row["capacity"]
            asked.append({"requirement_kind": RequirementKind.CAPACITY, "quantity": Decimal(quantity), "unit": unit})
        if row["course"]["stage"] in ("finished", "running"):
            asked.append({"requirement_kind": RequirementKind.TRAINING, "course": courses[row["course"]["slug"]]})
        rows += [{"opportunity": opportunity, "order": order} | one for order, one in enumerate(asked)]
    loader.join(Requirement, rows, "opportunity", "order")


def _load_postings(loader: Loader, data: list[Row]) -> None:
    """Only on a board that is empty: they are dated by the day they are loaded, and expire as others do."""
    if Posting.objects.exists():
        return
    today = timezone.localdate()
    names = dict(Comuna.objects.filter(pk__in=[row["comuna"] for row in data]).values_list("code", "name"))
    postings = [
        Posting(
            posting_kind=row["kind"], comuna_id=row["comuna"], places=row["places"], fictional=True,
            contact=OFFICE % names[row["comuna"]], starts_on=today - timedelta(days=row["begun"]),
            expires_on=today + timedelta(days=row["left"]), **both(row, "title", "text"),
        )
        for row in data
    ]  # fmt: skip
    Posting.objects.bulk_create(postings)
    loader.added["Posting"] = len(postings)


def _load_programme(loader: Loader, row: Row, territories: dict[str, Territory]) -> None:
    texts = both(row, "name", "given_by", "description", "source")
    programme = loader.put(Programme, [{"slug": row["slug"], **texts}])[row["slug"]]
    cohort_row = {"programme": programme, "name_es": row["cohort_es"], "name_en": row["cohort_en"]}
    loader.join(Cohort, [cohort_row], "programme", "name_es")
    cohort = Cohort.objects.filter(programme=programme, name_es=row["cohort_es"]).first()
    if cohort is None:
        return
    counts = [
        {"cohort": cohort, "territory": territories[one["territory"]], "role": role.value,
         "enrolled": one[role.value], "graduated": one[role.value]}
        for one in row["people"]
        for role in GraduateRole
    ]  # fmt: skip
    loader.join(Graduates, counts, "cohort", "territory", "role")
