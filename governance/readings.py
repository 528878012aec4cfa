"""Where indicators stand: computed from rows by a figure, or as somebody noted them down."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from foundation import units

from . import figures
from .enums import IndicatorKind, Level
from .models import Indicator, Initiative, StrategicPlan
from .periods import Period
from .scopes import Scope

LANGUAGES = ("es", "en")


def plans_in(scope: Scope, day: date) -> list[StrategicPlan]:
    """The plan in force of each territory inside: the last agreed one that has begun."""
    found = StrategicPlan.objects.agreed(day).filter(first_year__lte=day.year).select_related("territory")
    if scope.territories is not None:
        found = found.filter(territory__in=scope.territories)
    last: dict[int, StrategicPlan] = {}
    for plan in found.order_by("-territory__latitude", "first_year"):
        last[plan.territory_id] = plan
    return list(last.values())


def of_scope(scope: Scope, period: Period) -> list[dict[str, Any]]:
    """Every indicator of the plans inside, with its value on the period's last day (or today)."""
    return of_plans(plans_in(scope, period.day), period.day)


def of_plans(plans: Iterable[StrategicPlan], day: date) -> list[dict[str, Any]]:
    """What each says on that day: a computed one counts the year so far, or what stands; a typed one its last note."""
    names = {plan.pk: plan.territory for plan in plans}
    known = list(
        Indicator.objects.filter(objective__plan__in=names)
        .select_related("objective")
        .order_by("-objective__plan__territory__latitude", "objective__order", "order", "pk")
        .prefetch_related("readings")
    )
    values = _computed(known, names, day)
    return [_row(one, names[one.objective.plan_id], values, day) for one in known]


def _computed(known: list[Indicator], names: dict[int, Any], day: date) -> dict[int, int]:
    """The values of all computed ones by indicator: a query a source, however many territories."""
    wanted = {one.figure for one in known if one.kind == IndicatorKind.COMPUTED and one.figure in figures.slugs()}
    year = Period(date(day.year, 1, 1), day)
    places = {plan: Scope(Level.TERRITORIAL, t.slug, (t.pk,), "", t.name, t.inks) for plan, t in names.items()}
    inside = tuple(t.pk for t in names.values())
    cube = figures.read([figures.get(slug) for slug in wanted], [year], Scope(Level.REGIONAL, "", inside))
    return {
        one.pk: cube.value(one.figure, year, places[one.objective.plan_id]) for one in known if one.figure in wanted
    }


def _row(one: Indicator, territory: Any, values: dict[int, int], day: date) -> dict[str, Any]:
    note = next((reading for reading in one.readings.all() if reading.read_on <= day), None)
    value = Decimal(values[one.pk]) if one.pk in values else (note.value if note else None)
    row: dict[str, Any] = {
        "objective": one.objective_id, "place": territory.name, "inks": territory.inks, "kind": one.kind,
        "figure": one.figure, "baseline": units.plain(one.baseline), "target": units.plain(one.target),
        "target_year": one.target_year, "value": None if value is None else units.plain(value),
        "progress": _part(one, value), "read_on": (note.read_on if note and one.pk not in values else day).isoformat(),
    }  # fmt: skip
    for language in LANGUAGES:
        row[f"objective_{language}"] = said(one.objective, "text", language)
        row[f"name_{language}"], row[f"unit_{language}"] = said(one, "name", language), said(one, "unit", language)
        row[f"read_by_{language}"] = said(note, "read_by", language) if note else ""
    return row


def _part(one: Indicator, value: Decimal | None) -> int | None:
    part = one.progress(value)
    return None if part is None else int(part)


def said(row: Any, name: str, language: str) -> str:
    return getattr(row, f"{name}_{language}") or getattr(row, f"{name}_es")


def initiatives(scope: Scope, period: Period) -> list[dict[str, Any]]:
    """What the plans inside mean to do in the year after the period."""
    year = period.last.year + 1
    plans = plans_in(scope, period.day)
    found = (
        Initiative.objects.filter(objective__plan__in=plans, first_year__lte=year, last_year__gte=year)
        .select_related("objective__plan__territory")
        .order_by("-objective__plan__territory__latitude", "objective__order", "order", "pk")
    )
    return [_initiative(one) for one in found]


def _initiative(one: Initiative) -> dict[str, Any]:
    territory = one.objective.plan.territory
    row: dict[str, Any] = {"place": territory.name, "inks": territory.inks, "axis": one.objective.axis}
    row |= {"first_year": one.first_year, "last_year": one.last_year}
    for language in LANGUAGES:
        row[f"title_{language}"] = said(one, "title", language)
        row[f"objective_{language}"] = said(one.objective, "text", language)
    return row
