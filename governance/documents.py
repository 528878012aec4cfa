"""What a report says, as one JSON document in both languages: a live page, a PDF and a signed report all read it."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.db.models import Q
from django.utils.translation import override

from . import figures, readings, scopes
from .enums import Level, ReportKind
from .figures import Figure
from .models import Commitment, Report
from .periods import Period
from .querysets import within
from .scopes import Atlas, Scope

VERSION = 1
QUARTERS = 8
"""Quarters a report looks back on."""
Document = dict[str, Any]

LANGUAGES = ("es", "en")


def of_report(report: Report) -> Document:
    """Computed anew from the rows, for drafts and for the moment of signing."""
    atlas = scopes.read()
    return compose(ReportKind(report.kind), atlas.of(report), Period(report.starts_on, report.ends_on), atlas)


def compose(kind: ReportKind, scope: Scope, period: Period, atlas: Atlas) -> Document:
    """Every figure of the place in the period and the one before it, and what was promised and reached."""
    asked = figures.every()
    before, quarters = period.before(), period.quarters(QUARTERS)
    cube = figures.read(asked, list(dict.fromkeys([period, before, *quarters])), scope)
    promised = [commitment_row(one, period) for one in promises(kind, scope, period)]
    return {
        "version": VERSION,
        "kind": kind.value,
        "scope": {"level": scope.level.value, "slug": scope.slug, "name": scope.label, "inks": scope.inks},
        "period": span(period),
        "before": span(before),
        "figures": [figure_row(f, cube.value(f.slug, period, scope), cube.value(f.slug, before, scope)) for f in asked],
        "quarters": [
            span(quarter) | {"values": {f.slug: cube.value(f.slug, quarter, scope) for f in asked}}
            for quarter in quarters
        ],
        "places": [
            {
                "slug": spot.slug, "name": spot.name, "inks": spot.inks,
                "values": {f.slug: cube.value(f.slug, period, atlas.of_spot(spot)) for f in asked},
            }
            for spot in ([] if scope.level == Level.TERRITORIAL else atlas.inside(scope))
        ],
        "commitments": promised,
        "standings": dict(Counter(row["standing"] for row in promised)),
        "indicators": readings.of_scope(scope, period) if kind != ReportKind.QUARTERLY else [],
        "initiatives": readings.initiatives(scope, period) if kind == ReportKind.REGIONAL_PLAN else [],
    }  # fmt: skip


def span(period: Period) -> dict[str, str]:
    return {"first": period.first.isoformat(), "last": period.last.isoformat()}


def figure_row(figure: Figure, value: int, before: int) -> dict[str, Any]:
    row: dict[str, Any] = {
        "slug": figure.slug, "group": figure.group, "unit": figure.unit, "standing": figure.standing,
        "value": value, "before": before,
    }  # fmt: skip
    for language in LANGUAGES:
        with override(language):
            row |= {f"label_{language}": str(figure.label), f"counts_{language}": str(figure.counts)}
    return row


def promises(kind: ReportKind, scope: Scope, period: Period) -> Iterable[Commitment]:
    """The announced commitments a report of this kind tells of, those of the places inside too."""
    ids = None if scope.territories is None else list(scope.territories)
    known = Commitment.objects.announced(period.day).filter(within(ids, scope.region)).select_related("territory")
    done = Q(done_on__gte=period.first, done_on__lte=period.last)
    due = Q(due_on__gte=period.first, due_on__lte=period.last)
    open_at_its_end = Q(done_on__isnull=True) | Q(done_on__gt=period.last)
    match kind:
        case ReportKind.QUARTERLY:
            known = known.filter(done | due | (open_at_its_end & Q(due_on__lt=period.first)))
        case ReportKind.REGIONAL_PLAN:
            known = known.filter(open_at_its_end)
        case ReportKind.EVALUATION | ReportKind.PUBLIC_ACCOUNT:
            known = known.filter(done | open_at_its_end)
    return known.urgent_first().select_related("region")


def commitment_row(commitment: Commitment, period: Period) -> dict[str, Any]:
    row: dict[str, Any] = {
        "slug": commitment.slug,
        "place": commitment.territory.name if commitment.territory else commitment.place,
        "inks": commitment.inks,
        "due_on": commitment.due_on.isoformat(),
        "standing": commitment.standing_on(period.day).value,
        "done_on": commitment.done_on.isoformat() if commitment.done_on else None,
        "url": commitment.evidence_url,
    }
    for name in ("text", "owner_role", "proof", "evidence"):
        for language in LANGUAGES:
            column = f"{name}_{language}"
            row[column] = getattr(commitment, column) or getattr(commitment, f"{name}_es")
    return row
