"""A year of the programme: its stages on a line, and how far each region and territory has come in each."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from foundation.drawings.seasons import SHORT
from governance.enums import Level
from governance.models import Milestone, MilestoneReached, ProgrammeCycle, Stage

WIDTH = 720


def cycle_page(cycle: ProgrammeCycle) -> dict[str, Any]:
    """Five queries: cycles, stages, milestones, and what was reached with its places."""
    today = timezone.localdate()
    stages = list(cycle.stages.all())
    milestones = list(Milestone.objects.filter(stage__in=stages))
    reached: dict[int, list[MilestoneReached]] = {}
    rows = MilestoneReached.objects.filter(milestone__in=milestones).select_related("region", "territory")
    for row in rows:
        reached.setdefault(row.milestone_id, []).append(row)
    told = [_stage(stage, [m for m in milestones if m.stage_id == stage.pk], reached, today) for stage in stages]
    return {
        "section": "territories",
        "cycle": cycle,
        "others": [other for other in ProgrammeCycle.objects.all() if other.pk != cycle.pk],
        "stages": told,
        "places": _places(milestones, reached, stages, today),
        "line": _line(stages, today),
    }


def _stage(
    stage: Stage, milestones: Iterable[Milestone], reached: dict[int, list[MilestoneReached]], today: date
) -> dict[str, Any]:
    return {
        "stage": stage,
        "milestones": [
            {
                "milestone": one,
                "done": sum(row.reached_by(today) for row in reached.get(one.pk, [])),
                "of": len(reached.get(one.pk, [])),
                "late": one.due_on < today and not all(row.reached_by(today) for row in reached.get(one.pk, [])),
            }
            for one in milestones
        ],
    }


def _places(
    milestones: Iterable[Milestone], reached: dict[int, list[MilestoneReached]], stages: list[Stage], today: date
) -> list[dict[str, Any]]:
    """A row for each region and territory, north to south: how many of each stage's milestones it has reached."""
    stage_of = {one.pk: one.stage_id for one in milestones}
    found: dict[tuple[str, Any], dict[str, Any]] = {}
    for rows in reached.values():
        for row in rows:
            place = row.territory or row.region
            key = (row.level, place.pk if place else 0)
            order = -row.territory.latitude if row.territory else (row.region.order if row.region else 0)
            entry = found.setdefault(
                key, {"name": row.place, "inks": row.inks, "level": Level(row.level), "order": order, "counts": {}}
            )
            done, of = entry["counts"].get(stage_of[row.milestone_id], (0, 0))
            entry["counts"][stage_of[row.milestone_id]] = (done + row.reached_by(today), of + 1)
    levels = list(Level)
    ordered = sorted(found.values(), key=lambda entry: (levels.index(entry["level"]), entry["order"]))
    for entry in ordered:
        entry["cells"] = [entry["counts"].get(stage.pk, (0, 0)) for stage in stages]
    return ordered


def _line(stages: list[Stage], today: date) -> SafeString:
    """The stages over the months, to scale, with a mark at today where it lies among them."""
    if not stages:
        return SafeString("")
    first, last = stages[0].starts_on, max(stage.ends_on for stage in stages)
    scale = (WIDTH - 8) / ((last - first).days + 1)
    body = SafeString("")
    for at, stage in enumerate(stages):
        x = 4 + (stage.starts_on - first).days * scale
        wide = ((stage.ends_on - stage.starts_on).days + 1) * scale - 3
        full = at % 2 == 0
        body += format_html(
            '<path class="{}" d="M{} 10h{}v38h-{}z"/><text class="hand{}" x="{}" y="36" font-size="20">{}</text>',
            "fa" if full else "ft sa", f"{x:.1f}", f"{wide:.1f}", f"{wide:.1f}", " fp" if full else "",
            f"{x + 10:.1f}", stage.number,
        )  # fmt: skip
    for month, x in _months(first, last, scale):
        body += format_html('<text x="{}" y="66" font-size="12">{}</text>', f"{x:.1f}", month)
    if first <= today <= last:
        x = 4 + (today - first).days * scale
        body += format_html('<path class="fb" d="M{} 2h12l-6 9z"/>', f"{x - 6:.1f}")
    names = "; ".join(f"{stage.number}: {stage.name}" for stage in stages)
    return format_html(
        '<svg class="plot wide" viewBox="0 0 {} 72" role="img" aria-labelledby="line-t line-d"><title id="line-t">{}'
        '</title><desc id="line-d">{}</desc>{}</svg>',
        WIDTH, _("Etapas del ciclo"), names, body,
    )  # fmt: skip


def _months(first: date, last: date, scale: float) -> Iterable[tuple[str, float]]:
    names = SHORT["en" if (get_language() or "es").startswith("en") else "es"]
    at = first.replace(day=1)
    while at <= last:
        if at >= first:
            yield names[at.month - 1], 4 + (at - first).days * scale
        at = at.replace(year=at.year + at.month // 12, month=at.month % 12 + 1)
