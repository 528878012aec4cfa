"""Rows of this room, made in a line each.

cheese, opportunity = a_wanted_cheese(kg=500, makers=[200, 220])
course = a_course(); call = an_open_call(course); a_bid(call, "Aprende SpA", 900_000)
course = a_finished_course()                # awarded for 1,000,000, held, visited
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import count
from typing import Any

from django.utils import timezone

from catalog.models import Product
from foundation.actors import SYSTEM
from inquiries.enums import GapKind
from opportunities.enums import OpportunityStatus
from opportunities.models import Call, Course, CourseSession, Gap, Indicator, Opportunity, Posting, Proposal
from opportunities.sealing import Bid
from opportunities.services import attendance, calls, courses
from producers.enums import Role
from producers.models import Mandate
from tests.builders import a_comuna, a_mandate, a_producer, a_product, a_territory, a_user

_numbers = count(1)
CRITERIA = [("Calidad", "Quality", 60), ("Precio", "Price", 40)]


def an_opportunity(title: str = "Queso para restaurantes", **fields: Any) -> Opportunity:
    """A published, open one; `products=` and `networks=` are lists."""
    products, networks = fields.pop("products", []), fields.pop("networks", [])
    defaults = {
        "slug": f"oportunidad-{next(_numbers)}", "territory": a_territory(), "status": OpportunityStatus.OPEN,
        "demand_quantity": Decimal(500), "demand_unit": "kg", "summary_es": "Un restaurante lo pide.",
    }  # fmt: skip
    opportunity = Opportunity.objects.create(title_es=title, **(defaults | fields))
    opportunity.products.set(products)
    opportunity.networks.set(networks)
    opportunity.save()
    return opportunity


def a_gap(opportunity: Opportunity | None = None, kind: str = GapKind.SCALE, **fields: Any) -> Gap:
    defaults = {"title_es": "Falta escala", "size_target": 500, "unit_es": "kg al mes"}
    return Gap.objects.create(opportunity=opportunity or an_opportunity(), gap_kind=kind, **(defaults | fields))


def a_wanted_cheese(kg: int = 500, makers: Sequence[int] = (200, 220)) -> tuple[Product, Opportunity]:
    """A cheese of so many makers, and an open opportunity for it with a gap of scale."""
    cheese = a_product(supplies=list(makers))
    opportunity = an_opportunity(products=[cheese], demand_quantity=Decimal(kg))
    a_gap(opportunity, size_now=sum(makers), size_start=sum(makers), size_target=kg)
    return cheese, opportunity


def a_course(weights: Sequence[int] = (40, 35, 25), **fields: Any) -> Course:
    """A draft for 1,000,000 pesos; each result goes from 0 to 100."""
    opportunity = fields.pop("opportunity", None) or an_opportunity()
    defaults = {
        "slug": f"curso-{next(_numbers)}", "title_es": "Queso inocuo todo el año", "objective_es": "Hacer buen queso",
        "contents_es": "Higiene\nMaduración", "hours": 40, "places": 20, "budget": 1_000_000,
        "territory": opportunity.territory, "supervision_visits": 1,
    }  # fmt: skip
    course = Course.objects.create(opportunity=opportunity, **(defaults | fields))
    for order, weight in enumerate(weights):
        Indicator.objects.create(
            course=course, name_es=f"Resultado {order + 1}", baseline=0, target=100, unit_es="%", weight=weight,
            order=order,
        )  # fmt: skip
    return course


def an_open_call(course: Course | None = None, *, closes_in: timedelta = timedelta(days=10)) -> Call:
    now = timezone.now()
    return calls.open_call(
        SYSTEM, course or a_course(), opens_at=now - timedelta(minutes=1), closes_at=now + closes_in, criteria=CRITERIA
    )


def a_bid(call: Call, provider: str = "Aprende SpA", price: int = 900_000, **fields: Any) -> Proposal:
    bid = Bid(provider, fields.pop("email", "propuestas@ejemplo.cl"), price, fields.pop("method", "Con práctica."))
    return calls.submit_proposal(call, bid, **fields)


def after(call: Call) -> datetime:
    return call.closes_at + timedelta(minutes=1)


def scored(call: Call, *points: int) -> list[Proposal]:
    """Unseal and let one evaluator give each proposal the same points by every criterion, in the order received."""
    proposals = calls.unseal(SYSTEM, call, at=after(call))
    evaluator = a_user()
    for proposal, given in zip(proposals, points, strict=True):
        calls.score(evaluator, proposal, points=dict.fromkeys(call.criteria.values_list("pk", flat=True), given))
    return proposals


def an_awarded_course(**fields: Any) -> Course:
    """Awarded to one bidder for the whole budget."""
    course = a_course(**fields)
    call = an_open_call(course)
    a_bid(call, price=course.budget)
    scored(call, 80)
    calls.award(SYSTEM, call)
    return Course.objects.get(pk=course.pk)


def a_running_course(people: int = 2, sessions: int = 2, **fields: Any) -> Course:
    course = an_awarded_course(**fields)
    today = timezone.localdate()
    for _ in range(people):
        courses.enrol(SYSTEM, course, a_producer())
    for n in range(sessions):
        CourseSession.objects.create(course=course, on=today - timedelta(days=n), topic_es=f"Tema {n}", hours=4)
    return courses.start_course(SYSTEM, course)


def a_finished_course(people: int = 2, present: int = 2, **fields: Any) -> Course:
    """Held in two sessions, at both of which the first so many were present."""
    course = a_running_course(people=people, **fields)
    there = list(course.enrolments.order_by("pk").values_list("pk", flat=True))[:present]
    for session in course.sessions.all():
        attendance.take_attendance(SYSTEM, session, present=there)
    for n in range(course.supervision_visits):
        on = timezone.localdate() - timedelta(days=n)
        courses.record_visit(SYSTEM, course, on=on, by="Servicio y municipio", found="Todo en orden")
    return courses.finish_course(SYSTEM, course)


def a_posting(comuna: str = "Ovalle", **fields: Any) -> Posting:
    today = timezone.localdate()
    defaults = {
        "title_es": "Temporera de queso", "text_es": "Dos meses.", "contact": "Oficina municipal, Vicuña Mackenna 10",
        "starts_on": today - timedelta(days=1), "expires_on": today + timedelta(days=20),
    }  # fmt: skip
    return Posting.objects.create(comuna=a_comuna(comuna), **(defaults | fields))


def an_officer(comuna: str = "Ovalle") -> Any:
    user = a_user()
    Mandate.objects.create(user=user, role=Role.OFFICER, comuna=a_comuna(comuna))
    return user


def a_team(territory: Any = None) -> Any:
    user = a_user()
    a_mandate(user, territory or a_territory())
    return user


def an_evaluator(territory: Any = None) -> Any:
    user = a_user()
    Mandate.objects.create(user=user, role=Role.EVALUATOR, territory=territory or a_territory())
    return user
