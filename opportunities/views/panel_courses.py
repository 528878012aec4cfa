"""A course from draft to its last payment, one page: what it waits for stands on top."""

from collections.abc import Callable
from datetime import datetime, time, timedelta
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from foundation import audit
from opportunities.enums import CourseStatus, Source
from opportunities.forms import ActualForm, CallForm, EnrolForm, FundForm, SessionForm, VisitForm
from opportunities.models import Call, Course, CourseSession, Indicator
from opportunities.pages.course import call_of, results_of
from opportunities.sealing import BrokenSeal
from opportunities.services import NotPossible, attendance, calls, courses, results
from producers.enums import Role
from producers.models import Producer
from producers.panel import PanelRequest, Workspace, panel_view


class Refused(Exception):
    """The form of the step did not hold; it is shown again."""

    def __init__(self, name: str, form: Any) -> None:
        super().__init__(name)
        self.name, self.form = name, form


@require_safe
@panel_view(Role.TEAM)
def index(request: PanelRequest) -> HttpResponse:
    found = _mine(request.workspace).select_related("territory", "opportunity").order_by("status", "-pk")
    return render(request, "opportunities/panel/courses.html", {"courses": found})


def _mine(workspace: Workspace) -> QuerySet[Course]:
    return Course.objects.filter(territory__in=workspace.territories)


@require_http_methods(["GET", "HEAD", "POST"])
@panel_view(Role.TEAM)
def detail(request: PanelRequest, slug: str) -> HttpResponse:
    course = get_object_or_404(_mine(request.workspace).select_related("territory", "opportunity"), slug=slug)
    if request.method != "POST":
        return _show(request, course, {}, 200)
    step = STEPS.get(request.POST.get("do", ""))
    if step is None:
        return HttpResponse(status=400)
    try:
        step(request, course)
        messages.success(request, _("Listo."))
    except Refused as refused:
        return _show(request, course, {refused.name: refused.form}, 422)
    except NotPossible as error:
        messages.error(request, str(error))
    except BrokenSeal:
        messages.error(request, _("Un sobre no corresponde a su recibo. Avise a la administración antes de seguir."))
    return redirect("panel-course", slug)


def _show(request: PanelRequest, course: Course, forms: dict[str, Any], status: int) -> HttpResponse:
    producers = _producers(course)
    shown = results_of(course)
    call = _open_call(course)
    ranked = calls.ranking(call) if call else []
    context = {
        "course": course,
        "status": CourseStatus,
        "call": call_of(course),
        "ranking": [(one, round(float(points), 1)) for one, points in ranked],
        "open_call": call,
        "may_unseal": bool(call and call.opened_at is None and call.closes_at <= timezone.now()),
        "to_count": any(one.indicator.source == Source.ATTENDANCE and not one.paid for one in shown),
        "results": [(one, _actual_form(one.indicator, forms)) for one in shown],
        "sessions": course.sessions.all(),
        "enrolled": course.enrolments.select_related("producer"),
        "visits": course.visits.all(),
        "fund": results.fund_of(course.territory),
        "call_form": CallForm(),
        "visit_form": VisitForm(prefix="visit"),
        "session_form": SessionForm(prefix="session"),
        "enrol_form": EnrolForm(prefix="enrol", producers=producers),
        "fund_form": FundForm(prefix="fund"),
        "errors": list(forms.values()),
    } | {name: form for name, form in forms.items() if name.endswith("_form")}
    return render(request, "opportunities/panel/course.html", context, status=status)


def _actual_form(indicator: Indicator, forms: dict[str, Any]) -> ActualForm | None:
    """None for what is counted from attendance, or was paid."""
    if indicator.source == Source.ATTENDANCE or hasattr(indicator, "payment"):
        return None
    name = f"actual-{indicator.pk}"
    return forms.get(name) or ActualForm(prefix=name, indicator=indicator)


def _producers(course: Course) -> QuerySet[Producer]:
    found: QuerySet[Producer] = Producer.objects.filter(territory=course.territory_id, live=True)
    return found


def _open_call(course: Course) -> Call | None:
    return Call.objects.filter(course=course, awarded_at__isnull=True, void_at__isnull=True).first()


def _call(course: Course) -> Call:
    call = _open_call(course)
    if call is None:
        raise NotPossible(_("Este curso no está en licitación."))
    return call


def _clean(name: str, form: Any) -> dict[str, Any]:
    if not form.is_valid():
        raise Refused(name, form)
    cleaned: dict[str, Any] = form.cleaned_data
    return cleaned


def open_call(request: PanelRequest, course: Course) -> None:
    form = CallForm(request.POST)
    data = _clean("call_form", form)
    last = datetime.combine(data["closes_on"] + timedelta(days=1), time(0), timezone.get_current_timezone())
    calls.open_call(
        request.user, course, opens_at=timezone.now(), closes_at=last, criteria=form.criteria(),
        terms=(data["terms"], ""),
    )  # fmt: skip


def add_session(request: PanelRequest, course: Course) -> None:
    data = _clean("session_form", SessionForm(request.POST, prefix="session"))
    if course.status not in (CourseStatus.AWARDED, CourseStatus.RUNNING):
        raise NotPossible(_("Las sesiones se ponen desde la adjudicación hasta el fin del curso."))
    with transaction.atomic():
        held, new = CourseSession.objects.get_or_create(
            course=course, on=data["on"], defaults={"hours": data["hours"], "topic_es": data["topic"]}
        )
        if not new:
            raise NotPossible(_("Ya hay una sesión ese día."))
        audit.record(request.user, "course.session_added", held)


def enrol(request: PanelRequest, course: Course) -> None:
    form = EnrolForm(request.POST, prefix="enrol", producers=_producers(course))
    courses.enrol(request.user, course, _clean("enrol_form", form)["producer"])


def visit(request: PanelRequest, course: Course) -> None:
    data = _clean("visit_form", VisitForm(request.POST, prefix="visit"))
    courses.record_visit(request.user, course, **data)


def measure(request: PanelRequest, course: Course) -> None:
    indicator = get_object_or_404(course.indicators, pk=request.POST.get("indicator", "0"))
    name = f"actual-{indicator.pk}"
    form = ActualForm(request.POST, prefix=name, indicator=indicator)
    results.record_actual(request.user, indicator, **_clean(name, form))


def pay(request: PanelRequest, course: Course) -> None:
    indicator = get_object_or_404(course.indicators, pk=request.POST.get("indicator", "0"))
    results.release_payment(request.user, indicator)


def fund(request: PanelRequest, course: Course) -> None:
    data = _clean("fund_form", FundForm(request.POST, prefix="fund"))
    results.record_funding(request.user, course.territory, amount=data["amount"], number=data["number"])


STEPS: dict[str, Callable[[PanelRequest, Course], Any]] = {
    "call": open_call,
    "unseal": lambda request, course: calls.unseal(request.user, _call(course)),
    "award": lambda request, course: calls.award(request.user, _call(course)),
    "void": lambda request, course: calls.declare_void(request.user, _call(course)),
    "session": add_session,
    "enrol": enrol,
    "start": lambda request, course: courses.start_course(request.user, course),
    "visit": visit,
    "finish": lambda request, course: courses.finish_course(request.user, course),
    "count": lambda request, course: results.count_attendance(request.user, course),
    "measure": measure,
    "fund": fund,
    "pay": pay,
}


@require_http_methods(["GET", "HEAD", "POST"])
@panel_view(Role.TEAM)
def session(request: PanelRequest, slug: str, pk: int) -> HttpResponse:
    """The list of one session: a box for each place."""
    course = get_object_or_404(_mine(request.workspace), slug=slug)
    held = get_object_or_404(course.sessions, pk=pk)
    if request.method == "POST":
        try:
            asked = request.POST.getlist("present")
            present = {int(text) for text in asked if text.isascii() and text.isdigit() and len(text) < 18}
            attendance.take_attendance(request.user, held, present=present)
            messages.success(request, _("Lista guardada."))
            return redirect("panel-course", slug)
        except NotPossible as error:
            messages.error(request, str(error))
            return redirect("panel-session", slug, pk)
    there = set(held.attendance.filter(present=True).values_list("enrolment", flat=True))
    rows = [(one, one.pk in there) for one in course.enrolments.select_related("producer")]
    return render(request, "opportunities/panel/session.html", {"course": course, "session": held, "rows": rows})
