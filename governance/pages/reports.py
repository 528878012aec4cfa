"""Reports: the list with its picker, one that a team keeps, and any period as it stands now."""

from datetime import date
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from foundation import policies
from governance import documents, scopes
from governance.enums import ReportKind, ReportStatus
from governance.models import Report
from governance.periods import Period
from governance.scopes import NATION, REGIONS_OF_2005, Atlas, Scope
from producers.enums import Role
from producers.models import Mandate
from territories.cards import Crumb
from territories.ground import register

from .telling import tell

YEARS = 3
"""Years the picker goes back."""


def visible_to(user: Any) -> Any:
    """Signed reports, the drafts the user works on, and those of territories the user evaluates."""
    if not (user.is_authenticated and user.is_active):
        return Report.objects.signed_off()
    evaluated = Mandate.objects.of(user, Role.EVALUATOR).values("territory")
    own = Q(pk__in=policies.rows(Report, user).values("pk")) | Q(territory__in=evaluated)
    return Report.objects.filter(Q(status=ReportStatus.SIGNED_OFF) | own)


def list_page(user: Any) -> dict[str, Any]:
    atlas, today = scopes.read(), timezone.localdate()
    reports = list(visible_to(user).newest_first().select_related("territory", "region").defer("figures"))
    return {
        "section": "territories",
        "signed": [report for report in reports if report.signed_off],
        "drafts": [report for report in reports if not report.signed_off],
        "picker": picker(atlas, today),
    }


def picker(atlas: Atlas, today: date) -> dict[str, Any]:
    """Whom and when one may ask about; the last whole quarter is chosen."""
    last = Period.quarter_of(today).before()
    regions = [(f"{scopes.REGION}{scopes.region_slug(c)}", register.region(c).full_name) for c in REGIONS_OF_2005]
    with_territories = {spot.region for spot in atlas.spots}
    regions += [
        (f"{scopes.REGION}{scopes.region_slug(c)}", register.region(c).full_name)
        for c in sorted(with_territories - {"", *REGIONS_OF_2005})
    ]
    return {
        "nation": (NATION, _("Chile")),
        "regions": regions,
        "territories": [(spot.slug, spot.name) for spot in atlas.spots],
        "quarters": [(p.slug, p.label) for p in reversed(Period.quarter_of(today).quarters(YEARS * 4))],
        "years": [(str(year), str(year)) for year in range(today.year, today.year - YEARS, -1)],
        "chosen": last.slug,
    }


def report_page(report: Report) -> dict[str, Any]:
    """A signed one as it was signed, a draft as its rows say today."""
    document = report.figures if report.signed_off else documents.of_report(report)
    return {
        "section": "territories",
        "report": report,
        "document": document,
        "crumbs": [Crumb(_("Informes"), reverse("report-list"))],
        "downloads": _downloads("report", report.slug),
        **_told(document),
    }


def live_page(scope: Scope, period: Period, atlas: Atlas) -> dict[str, Any]:
    document = documents.compose(ReportKind.QUARTERLY, scope, period, atlas)
    return {
        "section": "territories",
        "report": None,
        "document": document,
        "crumbs": [Crumb(_("Informes"), reverse("report-list"))],
        "downloads": _downloads("report-live", scope.slug, period.slug),
        **_told(document),
    }


def _downloads(name: str, *args: str) -> dict[str, str]:
    return {form: reverse(f"{name}-file", args=[*args, form]) for form in ("pdf", "csv")}


def _told(document: dict[str, Any]) -> dict[str, Any]:
    told = tell(document)
    return {"told": told, "inks": told["inks"]}
