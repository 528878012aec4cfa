from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from foundation import limits, tabular
from territories.models import Territory

from . import downloads, pages, scopes
from .models import ProgrammeCycle, Report
from .pages.panorama import panorama_rows
from .pages.reports import visible_to
from .periods import BadPeriod, Period
from .scopes import COUNTRY, Atlas, Scope

FORMS = {"pdf": downloads.as_pdf, "csv": downloads.as_csv}


@require_safe
def governance(request: HttpRequest, slug: str) -> HttpResponse:
    territory = get_object_or_404(Territory.objects.live(), slug=slug)
    return render(request, "governance/organisation.html", pages.organisation_page(territory))


@require_safe
def nation(request: HttpRequest) -> HttpResponse:
    return render(request, "governance/nation.html", pages.nation_page())


@require_safe
def plan(request: HttpRequest, slug: str) -> HttpResponse:
    territory = get_object_or_404(Territory.objects.live(), slug=slug)
    return render(request, "governance/plan.html", pages.plan_page(territory))


@require_safe
def commitments(request: HttpRequest) -> HttpResponse:
    return render(request, "governance/commitments.html", pages.commitments_page(request.GET))


@require_safe
def cycles(request: HttpRequest) -> HttpResponse:
    """The newest cycle; the others are a link away."""
    newest = ProgrammeCycle.objects.first()
    return render(request, "governance/cycle.html", pages.cycle_page(newest) if newest else {"cycle": None})


@require_safe
def cycle(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(ProgrammeCycle, slug=slug)
    return render(request, "governance/cycle.html", pages.cycle_page(found))


@require_safe
def reports(request: HttpRequest) -> HttpResponse:
    return render(request, "governance/reports.html", pages.list_page(request.user))


@require_safe
def report(request: HttpRequest, slug: str) -> HttpResponse:
    found = _report(request, slug)
    return _private(found, render(request, "governance/report.html", pages.report_page(found)))


@require_safe
def report_file(request: HttpRequest, slug: str, form: str) -> HttpResponse:
    found = _report(request, slug)
    return _private(found, _file(request, form, found.slug, pages.report_page(found)))


@require_safe
def pick(request: HttpRequest) -> HttpResponse:
    """Where the picker's form leads: `de` is a place, `periodo` a quarter or year."""
    scope, period = request.GET.get("de", ""), request.GET.get("periodo", "")
    _atlas, found, span = _asked(scope, period)
    return redirect("report-live", found.slug, span.slug)


@require_safe
def live(request: HttpRequest, scope: str, period: str) -> HttpResponse:
    atlas, found, span = _asked(scope, period)
    return render(request, "governance/report.html", pages.live_page(found, span, atlas))


@require_safe
def live_file(request: HttpRequest, scope: str, period: str, form: str) -> HttpResponse:
    atlas, found, span = _asked(scope, period)
    return _file(request, form, f"{found.slug}-{span.slug}", pages.live_page(found, span, atlas))


@require_safe
def panorama(request: HttpRequest, region: str = "") -> HttpResponse:
    atlas, scope = _wide(region)
    period = _period(request)
    return render(request, "governance/panorama.html", pages.panorama_page(atlas, scope, period))


@require_safe
def panorama_file(request: HttpRequest, region: str = "") -> HttpResponse:
    atlas, scope = _wide(region)
    header, rows = panorama_rows(atlas, scope, _period(request))
    return tabular.csv_response(f"panorama-{scope.slug}", header, rows)


def _report(request: HttpRequest, slug: str) -> Report:
    """A signed report is for anyone; to others than those who work on it a draft does not exist."""
    return get_object_or_404(visible_to(request.user).select_related("territory", "region"), slug=slug)


def _private(report: Report, answer: HttpResponse) -> HttpResponse:
    if not report.signed_off:
        answer["Cache-Control"] = "private, no-store"
    return answer


def _file(request: HttpRequest, form: str, name: str, page: dict[str, Any]) -> HttpResponse:
    """Printing takes a moment of the machine: an address may ask for thirty at once, then one every two seconds."""
    if form not in FORMS:
        raise Http404
    if form == "pdf":
        try:
            limits.take("report.pdf", limits.address_prefix(request), rate=0.5, burst=30)
        except limits.Exceeded as error:
            busy = render(request, "governance/busy.html", status=429)
            busy["Retry-After"] = str(error.retry_after)
            return busy
    return FORMS[form](f"terruno-{name}", page)


def _asked(scope: str, period: str) -> tuple[Atlas, Scope, Period]:
    """404 for a place or a period there is not, and for one that has not begun."""
    try:
        span = Period.parse(period)
    except BadPeriod as error:
        raise Http404 from error
    atlas = scopes.read()
    found = atlas.scope(scope)
    if found is None or span.first > timezone.localdate():
        raise Http404
    return atlas, found, span


def _wide(region: str) -> tuple[Atlas, Scope]:
    atlas = scopes.read()
    if not region:
        return atlas, COUNTRY
    code = scopes.region_code(region)
    if code is None:
        raise Http404
    return atlas, atlas.of_region(code)


def _period(request: HttpRequest) -> Period:
    """The quarter asked for by `periodo`, else the present one."""
    today = timezone.localdate()
    asked = request.GET.get("periodo", "")
    if not asked:
        return Period.quarter_of(today)
    try:
        period = Period.parse(asked)
    except BadPeriod as error:
        raise Http404 from error
    if period.first > today:
        raise Http404
    return period
