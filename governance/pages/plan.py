from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from foundation import units
from governance import figures, readings
from governance.enums import IndicatorKind
from governance.models import Initiative, Objective, StrategicPlan
from territories.cards import Crumb
from territories.models import Territory


def plan_in_force(territory: Territory) -> StrategicPlan | None:
    """Its last agreed plan that has begun, or else the next one agreed."""
    agreed = list(StrategicPlan.objects.agreed().filter(territory=territory.pk).order_by("first_year"))
    begun = [plan for plan in agreed if plan.first_year <= timezone.localdate().year]
    return begun[-1] if begun else (agreed[0] if agreed else None)


def plan_page(territory: Territory) -> dict[str, Any]:
    plan = plan_in_force(territory)
    if plan is not None:
        plan.territory = territory  # the very one: it need not be fetched again
    objectives = list(plan.objectives.all()) if plan else []
    found = readings.of_plans([plan], timezone.localdate()) if plan else []
    done = _initiatives(objectives)
    return {
        "section": "territories",
        "territory": territory,
        "inks": territory.inks,
        "crumbs": [
            Crumb(_("Territorios"), reverse("territory-list")),
            Crumb(territory.name, reverse("territory", args=[territory.slug])),
        ],
        "plan": plan,
        "objectives": [
            {
                "objective": objective,
                "initiatives": done.get(objective.pk, []),
                "indicators": [worded(row) for row in found if row["objective"] == objective.pk],
            }
            for objective in objectives
        ],
    }


def _initiatives(objectives: Iterable[Objective]) -> dict[int, list[Initiative]]:
    found: dict[int, list[Initiative]] = {}
    for one in Initiative.objects.filter(objective__in=list(objectives)).select_related("body"):
        found.setdefault(one.objective_id, []).append(one)
    return found


def worded(row: dict[str, Any]) -> dict[str, Any]:
    """An indicator as a page shows it, in the active language: with where its value comes from."""
    language = "en" if (get_language() or "es").startswith("en") else "es"
    computed = row["kind"] == IndicatorKind.COMPUTED
    known = row["figure"] in figures.slugs()
    return {
        "name": row[f"name_{language}"],
        "unit": row[f"unit_{language}"],
        "place": row["place"],
        "inks": row["inks"],
        "baseline": units.grouped(Decimal(row["baseline"])),
        "target": units.grouped(Decimal(row["target"])),
        "target_year": row["target_year"],
        "value": None if row["value"] is None else units.grouped(Decimal(row["value"])),
        "progress": row["progress"],
        "computed": computed,
        "source": str(figures.get(row["figure"]).counts) if computed and known else "",
        "read_on": date.fromisoformat(row["read_on"]),
        "read_by": row[f"read_by_{language}"],
    }
