"""A course: for which gaps, what it teaches, the call, who won it, how it went, and what its results paid."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from opportunities.enums import CourseStatus
from opportunities.models import Call, Course, Gap, Indicator, Proposal, Visit
from opportunities.services import attendance, calls, results
from opportunities.services.results import Due
from territories.cards import Crumb


@dataclass(frozen=True, slots=True)
class ShownCall:
    """`ranked` are (proposal, points) once it was awarded; before that nobody sees who bids, nor how much."""

    call: Call
    received: int
    takes: bool
    ranked: list[tuple[Proposal, float]]


@dataclass(frozen=True, slots=True)
class ShownResult:
    indicator: Indicator
    due: Due | None
    percent: int | None
    paid: bool


def course_page(course: Course) -> dict[str, Any]:
    territory, opportunity = course.territory, course.opportunity
    crumbs = [
        Crumb(territory.name, reverse("territory", args=[territory.slug])),
        Crumb(_("Oportunidades"), reverse("opportunity-list")),
        Crumb(opportunity.title, opportunity.get_absolute_url()),
    ]
    held = course.status in (CourseStatus.RUNNING, CourseStatus.FINISHED)
    shown = results_of(course)
    return {
        "section": "opportunities",
        "course": course,
        "territory": territory,
        "inks": territory.inks,
        "opportunity": opportunity,
        "crumbs": crumbs,
        "gaps": Gap.objects.filter(courses=course.pk).order_by("pk"),
        "call": call_of(course),
        "results": shown,
        "paid": sum(one.due.amount or 0 for one in shown if one.paid and one.due),
        "kept": sum(one.due.kept or 0 for one in shown if one.paid and one.due),
        "held": held_of(course) if held else None,
        "visits": Visit.objects.filter(course=course.pk).order_by("on") if held else [],
    }


def call_of(course: Course) -> ShownCall | None:
    """The call that counts: the awarded one, else the latest."""
    found = Call.objects.filter(course=course.pk).order_by("-awarded_at", "-opens_at")
    call = min(found, key=lambda one: (one.awarded_at is None, one.void_at is not None), default=None)
    if call is None:
        return None
    ranked = calls.ranking(call) if call.awarded_at else []
    received = len(ranked) or call.proposals.count()
    takes = call.takes_proposals(timezone.now())
    return ShownCall(call, received, takes, [(proposal, round(float(points), 1)) for proposal, points in ranked])


def results_of(course: Course) -> list[ShownResult]:
    """Each indicator; what it is worth is known once the price is."""
    priced = course.status not in (CourseStatus.DRAFT, CourseStatus.CALLED, CourseStatus.VOID)
    return [
        ShownResult(
            indicator=due.indicator,
            due=due if priced else None,
            percent=None if due.share is None else int(due.share * 100),
            paid=hasattr(due.indicator, "payment"),
        )
        for due in results.dues(course)
    ]


def held_of(course: Course) -> dict[str, Any]:
    """Counts, no names: sessions held, places taken, who reached the minimum attendance."""
    sessions = list(course.sessions.values_list("taken_at", flat=True))
    outcome = attendance.passed(course)
    return {
        "sessions": len(sessions),
        "taken": sum(at is not None for at in sessions),
        "enrolled": course.enrolments.count(),
        "passed": sum(outcome.values()),
    }
