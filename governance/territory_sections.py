"""What this room hangs into a territory's hub: its plan, its commitments, and what came of the work."""

from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from foundation import charts
from territories import hub
from territories.models import Territory
from territories.sections import Section

from . import figures
from .enums import Level
from .models import Commitment, Objective
from .pages.board import standings_in, summary
from .pages.telling import tongue
from .periods import Period
from .scopes import Scope

FEW = 4
QUARTERS = 8
RESULTS = ("inquiries", "sales")


def plan(territory: Territory) -> dict[str, Any] | None:
    """The agreed plan that began last, out of one query."""
    today = timezone.localdate()
    found = list(
        Objective.objects.filter(plan__territory=territory.pk, plan__agreed_on__lte=today)
        .filter(plan__first_year__lte=today.year)
        .select_related("plan")
        .order_by("-plan__first_year", "order", "pk")
    )
    if not found:
        return None
    current = found[0].plan
    return {
        "anchor": "plan",
        "label": _("El plan"),
        "title": current.years,
        "plan": current,
        "objectives": [objective for objective in found if objective.plan_id == current.pk],
        "href": reverse("territory-plan", args=[territory.slug]),
        "bodies_href": reverse("governance", args=[territory.slug]),
    }


def commitments(territory: Territory) -> dict[str, Any] | None:
    known = list(Commitment.objects.announced().filter(territory=territory.pk).urgent_first())
    if not known:
        return None
    return {
        "anchor": "compromisos",
        "label": _("Compromisos"),
        "title": _("Lo que se prometió en público"),
        "summary": summary(standings_in(known)),
        "rows": known[:FEW],
        "total": len(known),
        "href": f"{reverse('commitment-list')}?territorio={territory.slug}",
    }


def results(territory: Territory) -> dict[str, Any] | None:
    """What was asked and what was sold over two years; nothing where nothing was."""
    quarters = Period.quarter_of(timezone.localdate()).quarters(QUARTERS)
    scope = Scope(Level.TERRITORIAL, territory.slug, (territory.pk,))
    cube = figures.read([figures.get(slug) for slug in RESULTS], quarters, scope)
    drawn = []
    for slug in RESULTS:
        figure = figures.get(slug)
        points = [charts.Bar(p.short, cube.value(slug, p, scope), unfinished=p.running) for p in quarters]
        if any(point.value for point in points):
            drawn.append(charts.columns(points, title=str(figure.label), unit=figure.unit, lang=tongue()))
    if not drawn:
        return None
    return {
        "anchor": "resultados",
        "label": _("Resultados"),
        "title": _("Lo que va dejando"),
        "charts": drawn,
        "href": reverse("report-live", args=[territory.slug, quarters[-1].slug]),
    }


hub.register(Section("results", 70, "governance/_territory_results.html", results))
hub.register(Section("commitments", 80, "governance/_territory_commitments.html", commitments))
hub.register(Section("plan", 90, "governance/_territory_plan.html", plan))
