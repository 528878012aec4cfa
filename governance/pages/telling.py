"""A report's document as a page shows it, in the active language. It reads nothing but the document."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from itertools import groupby
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from foundation import charts, money, units
from governance.enums import Axis, Level, ReportKind, Standing
from governance.figures.core import GROUPS
from governance.pages.board import summary
from governance.pages.plan import worded
from governance.periods import Period

DRAWN = ("inquiries", "sales", "accepted_value", "unmet", "fulfilled")
"""Figures a report draws over its quarters, the first three that ever were anything else than zero."""
MOST_DRAWN = 3
COMPARED = ("products", "inquiries", "accepted_value", "sales", "fulfilled")
"""Columns of the table of places."""


def tongue() -> str:
    return "en" if (get_language() or "es").startswith("en") else "es"


def period_of(span: Mapping[str, str]) -> Period:
    return Period(date.fromisoformat(span["first"]), date.fromisoformat(span["last"]))


def shown(value: int, unit: str) -> str:
    return money.clp(value) if unit == "clp" else units.grouped(value)


def tell(document: Mapping[str, Any]) -> dict[str, Any]:
    """Everything of the document in words: figures by group, charts, places, commitments, indicators."""
    language = tongue()
    period, before = period_of(document["period"]), period_of(document["before"])
    kind = ReportKind(document["kind"])
    scope = document["scope"]
    return {
        "kind": kind,
        "place": _("Chile") if scope["level"] == Level.NATIONAL else scope["name"],
        "scope": scope,
        "inks": scope["inks"],
        "period": period,
        "before": before,
        "groups": _groups(document["figures"], language),
        "charts": _charts(document, language),
        "places": _places(document, language),
        "commitments": [_commitment(row, language) for row in document["commitments"]],
        "standings": summary(Counter({Standing(name): count for name, count in document["standings"].items()})),
        "indicators": _by_place(document["indicators"]),
        "initiatives": _initiatives(document["initiatives"], language),
    }


def _groups(rows: list[dict[str, Any]], language: str) -> list[tuple[str, list[dict[str, Any]]]]:
    found = []
    for group, figures in groupby(rows, key=lambda row: row["group"]):
        found.append((str(GROUPS[group]) if group in GROUPS else group, [_figure(row, language) for row in figures]))
    return found


def _figure(row: dict[str, Any], language: str) -> dict[str, Any]:
    change = row["value"] - row["before"]
    return {
        "slug": row["slug"],
        "label": row[f"label_{language}"],
        "counts": row[f"counts_{language}"],
        "value": shown(row["value"], row["unit"]),
        "before": shown(row["before"], row["unit"]),
        "change": f"{'+' if change > 0 else '−' if change < 0 else ''}{shown(abs(change), row['unit'])}",
        "standing": row["standing"],
    }


def _charts(document: Mapping[str, Any], language: str) -> list[charts.Chart]:
    """Columns over the quarters for a few figures, then how the places share the first of them."""
    quarters = [(period_of(row), row["values"]) for row in document["quarters"]]
    known = {row["slug"]: row for row in document["figures"]}
    drawn = [slug for slug in DRAWN if slug in known and any(values.get(slug) for _p, values in quarters)][:MOST_DRAWN]
    found = []
    for slug in drawn:
        points = [charts.Bar(p.short, values.get(slug, 0), unfinished=p.running) for p, values in quarters]
        row = known[slug]
        found.append(charts.columns(points, title=row[f"label_{language}"], unit=row["unit"], lang=language))
    return found


def _places(document: Mapping[str, Any], language: str) -> dict[str, Any] | None:
    if not document["places"]:
        return None
    known = {row["slug"]: row for row in document["figures"]}
    columns = [known[slug] for slug in COMPARED if slug in known]
    return {
        "head": [row[f"label_{language}"] for row in columns],
        "rows": [
            (place, [shown(place["values"].get(row["slug"], 0), row["unit"]) for row in columns])
            for place in document["places"]
        ],
    }


def _commitment(row: dict[str, Any], language: str) -> dict[str, Any]:
    return {
        "place": row["place"],
        "inks": row["inks"],
        "text": row[f"text_{language}"],
        "owner": row[f"owner_role_{language}"],
        "proof": row[f"proof_{language}"],
        "evidence": row[f"evidence_{language}"],
        "url": row["url"],
        "due_on": date.fromisoformat(row["due_on"]),
        "done_on": date.fromisoformat(row["done_on"]) if row["done_on"] else None,
        "standing": Standing(row["standing"]),
    }


def _by_place(rows: list[dict[str, Any]]) -> list[tuple[str, list[dict[str, Any]]]]:
    told = [worded(row) for row in rows]
    return [(place, list(group)) for place, group in groupby(told, key=lambda row: row["place"])]


def _initiatives(rows: list[dict[str, Any]], language: str) -> list[tuple[str, list[dict[str, Any]]]]:
    told = [
        {
            "place": row["place"],
            "axis": Axis(row["axis"]).label,
            "title": row[f"title_{language}"],
            "objective": row[f"objective_{language}"],
            "years": str(row["first_year"]) if row["first_year"] == row["last_year"]
            else f"{row['first_year']}–{row['last_year']}",
        }
        for row in rows
    ]  # fmt: skip
    return [(place, list(group)) for place, group in groupby(told, key=lambda row: row["place"])]
