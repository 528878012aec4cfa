"""All courses that were put out to tender, and the programmes with those who went through them."""

from typing import Any

from django.db.models import Case, Count, F, Q, Sum, Value, When

from opportunities.enums import CourseStatus, GraduateRole
from opportunities.models import Cohort, Course, Graduates
from territories.cards import inks, said

FIELDS = (
    "slug", "title_es", "title_en", "objective_es", "objective_en", "for_whom_es", "for_whom_en", "status", "hours",
    "places", "territory__slug", "territory__name", "territory__palette",
)  # fmt: skip
RANK = (CourseStatus.CALLED, CourseStatus.RUNNING, CourseStatus.AWARDED, CourseStatus.FINISHED)


def courses_page() -> dict[str, Any]:
    order = Case(*(When(status=status, then=Value(n)) for n, status in enumerate(RANK)), default=Value(9))
    rows = Course.objects.shown().order_by(order, F("territory__latitude").desc(), "pk").values(*FIELDS)
    return {
        "section": "opportunities",
        "courses": [
            row
            | {name: said(row, name) for name in ("title", "objective", "for_whom")}
            | {"inks": inks(row), "said_status": CourseStatus(row["status"]).label}
            for row in rows
        ],
        "programmes": programmes(),
    }


def programmes() -> list[dict[str, Any]]:
    """Each programme with its cohorts counted, in all and by territory; three queries."""
    counts = Graduates.objects.values("cohort").annotate(
        people=Sum("enrolled"), finished=Sum("graduated"), places=Count("territory", distinct=True),
        professionals=Sum("enrolled", filter=Q(role=GraduateRole.PROFESSIONAL)),
        leaders=Sum("enrolled", filter=Q(role=GraduateRole.LEADER)),
    )  # fmt: skip
    by_cohort = {row["cohort"]: row for row in counts.order_by()}
    rows = Graduates.objects.values("cohort", "territory__name", "territory__latitude")
    by_place: dict[int, list[dict[str, Any]]] = {}
    for row in rows.annotate(people=Sum("enrolled"), finished=Sum("graduated")).order_by("-territory__latitude"):
        by_place.setdefault(row["cohort"], []).append(dict(row))
    found: dict[int, dict[str, Any]] = {}
    for cohort in Cohort.objects.select_related("programme").order_by("programme__name_es", "starts_on", "pk"):
        entry = found.setdefault(cohort.programme_id, {"programme": cohort.programme, "cohorts": []})
        entry["cohorts"].append(
            {"cohort": cohort, "counts": by_cohort.get(cohort.pk), "places": by_place.get(cohort.pk, [])}
        )
    return list(found.values())
