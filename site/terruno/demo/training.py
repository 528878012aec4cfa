"""Courses of the demo as they went: put out to tender, bid for under seal, scored, held, measured, paid.

All of it by the services, so that it is true to every rule; the days of what lies in the past are then moved there.
"""

from datetime import timedelta
from decimal import Decimal
from zlib import crc32

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from catalog.models import Supply
from foundation.models import User
from inquiries.enums import GapKind
from opportunities.enums import Source
from opportunities.models import Call, Course, CourseSession, Enrolment, Gap, Visit
from opportunities.sealing import Bid
from opportunities.services import attendance, calls, courses, gaps, opportunities, results
from producers.enums import Role
from producers.models import Mandate, Producer
from territories.models import Territory

from .accounts import DOMAIN
from .files import Row, read
from .loader import Loader

CRITERIA = [
    ("Calidad de la propuesta", "Quality of the proposal", 45),
    ("Conocimiento del territorio y del rubro", "Knowledge of the place and the trade", 30),
    ("Precio", "Price", 25),
]
SESSIONS = 8
STAGES = ("called", "awarded", "running", "finished")
DAYS_AGO = (0, 14, 60, 150)
"""How long ago the call was awarded, by the stage the course has come to."""


def load_training(loader: Loader) -> None:
    """Hold each course that came in with this run, as far as the demo's data says it has come."""
    training = read("siee")["training"]
    fresh = {pk for model, pk in loader.fresh if model is Course}
    with transaction.atomic():
        for row in read("opportunities")["opportunities"]:
            course = Course.objects.filter(slug=row["course"]["slug"], pk__in=fresh).select_related("territory").first()
            if course is not None and row["course"]["stage"] in STAGES:
                _hold(course, row, training)


def _hold(course: Course, row: Row, training: Row) -> None:
    stage = STAGES.index(row["course"]["stage"])
    team = User.objects.filter(mandates__role=Role.TEAM, mandates__territory=course.territory).first()
    if team is None:
        return
    call = _call(team, course, training, open_still=stage == 0)
    if stage >= 1:
        _award(team, call)
    if stage >= 2:
        _run(team, course, training, whole=stage == 3)
    if stage == 3:
        _pay(team, course, training["actuals"][course.territory.slug])
        _close_gaps(team, course)
        opportunities.take_opportunity(team, course.opportunity)
    if stage >= 1:
        _long_ago(call, DAYS_AGO[stage])


def _call(team: User, course: Course, training: Row, *, open_still: bool) -> Call:
    now = timezone.now()
    closes = now + timedelta(days=18) if open_still else now + timedelta(minutes=1)
    call = calls.open_call(
        team, Course.objects.get(pk=course.pk), opens_at=now - timedelta(days=12), closes_at=closes,
        criteria=CRITERIA,
    )  # fmt: skip
    for place, (provider, method, percent, _points) in enumerate(training["bidders"][: 2 if open_still else 3]):
        price = course.budget * percent // 100
        bid = Bid(provider, f"propuesta{place + 1}@{DOMAIN}", price, method)
        calls.submit_proposal(call, bid, at=now - timedelta(days=3 - place))
    return call


def _award(team: User, call: Call) -> None:
    proposals = calls.unseal(team, call, at=call.closes_at)
    known = {name: points for name, _method, _percent, points in read("siee")["training"]["bidders"]}
    for place, evaluator in enumerate(_evaluators(call.course.territory)):
        for proposal in proposals:
            points = {
                criterion.pk: min(100, known[proposal.provider] + order * 3 - place * 4)
                for order, criterion in enumerate(call.criteria.all())
            }
            calls.score(evaluator, proposal, points=points)
    calls.award(team, call)


def _evaluators(territory: Territory) -> list[User]:
    """Two accounts without a password, who would sign in by mail."""
    found = []
    for place in (1, 2):
        user, new = User.objects.get_or_create(email=f"evaluacion{place}.{territory.slug}@{DOMAIN}")
        if new:
            Mandate.objects.create(user=user, role=Role.EVALUATOR, territory=territory)
        found.append(user)
    return found


def _run(team: User, course: Course, training: Row, *, whole: bool) -> None:
    producers = list(Producer.objects.filter(territory=course.territory, live=True).order_by("slug")[: course.places])
    for producer in producers:
        courses.enrol(team, course, producer)
    first = timezone.localdate() - timedelta(days=DAYS_AGO[3] - 20 if whole else 30)
    topics = list(zip(course.contents_es.splitlines(), course.contents_en.splitlines(), strict=False))
    for place in range(SESSIONS):
        es, en = topics[place % len(topics)]
        CourseSession.objects.create(
            course=course, on=first + timedelta(days=7 * place), hours=Decimal(course.hours) / SESSIONS,
            topic_es=es[:1].upper() + es[1:], topic_en=en[:1].upper() + en[1:],
        )  # fmt: skip
    courses.start_course(team, course)
    _take_lists(team, course)
    visits = training["visits"][: course.supervision_visits if whole else 1]
    for place, (by_es, by_en, found_es, found_en) in enumerate(visits):
        visit = courses.record_visit(
            team, course, on=first + timedelta(days=14 * (place + 1) + 1), by=by_es, found=found_es
        )
        Visit.objects.filter(pk=visit.pk).update(by_en=by_en, found_en=found_en)
    if whole:
        courses.finish_course(team, course)


def _take_lists(team: User, course: Course) -> None:
    """Who was there is made up from the slugs: most people, most of the time."""
    enrolled = list(Enrolment.objects.filter(course=course).select_related("producer"))
    for session in course.sessions.filter(on__lte=timezone.localdate()):
        there = [one.pk for one in enrolled if crc32(f"{one.producer.slug} {session.topic_es}".encode()) % 10]
        attendance.take_attendance(team, session, present=there)


def _pay(team: User, course: Course, actuals: list[list[object]]) -> None:
    course = Course.objects.select_related("territory").get(pk=course.pk)
    results.record_funding(team, course.territory, amount=course.budget, number=f"FONDO-DEMO-{course.pk}")
    results.count_attendance(team, course)
    typed = course.indicators.filter(source=Source.TYPED).order_by("order")
    for indicator, (value, number) in zip(typed, actuals, strict=True):
        results.record_actual(
            team, indicator, value=Decimal(str(value)), on=timezone.localdate() - timedelta(days=20), number=str(number)
        )
    for indicator in course.indicators.order_by("order"):
        results.release_payment(team, indicator)


def _close_gaps(team: User, course: Course) -> None:
    """What the course was for is closed by its results; a gap of scale brings capacity."""
    day = timezone.localdate() - timedelta(days=15)
    for gap in course.gaps.all():
        gaps.close_gap(team, gap, gaps.Shown(on=day, number=f"INF-DEMO-{gap.pk}", text="Resultados del curso"))
    scale = Gap.objects.filter(opportunity=course.opportunity, gap_kind=GapKind.SCALE).first()
    made = Supply.objects.filter(product__in=course.opportunity.products.values("pk"), paused=False)
    grown = made.order_by("-unit_price", "pk").first()
    if scale is None or grown is None:
        return
    more = [month + month // 4 for month in grown.monthly_capacity]
    shown = gaps.Shown(on=day, number=f"COT-DEMO-{scale.pk}", text="Entregas de dos meses seguidos")
    gaps.close_gap(team, scale, shown, capacity={grown.pk: more})


def _long_ago(call: Call, days: int) -> None:
    """Move what happened just now to when it would have happened."""
    back = timedelta(days=days)
    known = Call.objects.filter(pk=call.pk)
    known.update(**{name: F(name) - back for name in ("opens_at", "closes_at", "opened_at", "awarded_at")})
    call.proposals.update(received_at=F("received_at") - back)
