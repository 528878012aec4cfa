"""Rows of this room's tests, made in a line each."""

from datetime import date, timedelta
from itertools import count
from typing import Any

from django.utils import timezone

from governance.enums import Axis, BodyKind, IndicatorKind, Level, ReportKind, Sector
from governance.models import (
    Agreement,
    Body,
    Commitment,
    Indicator,
    MeetingSession,
    Objective,
    Report,
    Seat,
    StrategicPlan,
)
from governance.periods import Period
from territories.models import Region, Territory
from tests.builders import a_territory

_numbers = count(1)


def _place(fields: dict[str, Any]) -> dict[str, Any]:
    """`territory=`, `region=` or `level=Level.NATIONAL`; without any, Limarí."""
    territory: Territory | None = fields.pop("territory", None)
    region: Region | None = fields.pop("region", None)
    level = fields.pop("level", None)
    if region is not None:
        return {"level": Level.REGIONAL, "region": region}
    if level == Level.NATIONAL:
        return {"level": Level.NATIONAL}
    return {"level": Level.TERRITORIAL, "territory": territory or a_territory()}


def a_body(name: str = "Consejo de Desarrollo", seats: int = 0, **fields: Any) -> Body:
    n = next(_numbers)
    place = _place(fields)
    defaults = {"slug": f"instancia-{n}", "kind": BodyKind.COUNCIL, "name_es": name}
    body = Body.objects.create(**(place | defaults | fields))
    for order in range(seats):
        Seat.objects.create(body=body, role_es=f"Representante {order + 1}", sector=Sector.PRIVATE, order=order)
    return body


def a_commitment(text: str = "Reparar el camino", due_in: int = 30, **fields: Any) -> Commitment:
    """Announced a month ago, due in so many days from today."""
    n, today = next(_numbers), timezone.localdate()
    place = _place(fields)
    defaults = {
        "slug": f"compromiso-{n}", "number": n, "text_es": text, "owner_role_es": "Gerencia", "proof_es": "acta",
        "due_on": today + timedelta(days=due_in), "announced_on": today - timedelta(days=30),
    }  # fmt: skip
    return Commitment.objects.create(**(place | defaults | fields))


def a_plan(territory: Territory | None = None, **fields: Any) -> StrategicPlan:
    """Agreed last year, for five years."""
    territory = territory or a_territory()
    year = timezone.localdate().year
    defaults = {
        "slug": f"plan-{next(_numbers)}", "first_year": year, "last_year": year + 4,
        "agreed_on": date(year, 1, 1), "vision_es": "Un valle que vive de lo suyo.", "mission_es": "Concertar.",
    }  # fmt: skip
    return StrategicPlan.objects.create(territory=territory, **(defaults | fields))


def an_indicator(plan: StrategicPlan | None = None, figure: str = "products", **fields: Any) -> Indicator:
    """Computed from `figure`; with `figure=""` one that is noted down."""
    plan = plan or a_plan()
    objective = plan.objectives.first() or Objective.objects.create(
        plan=plan, axis=Axis.OPPORTUNITY, text_es="Vender con nombre propio"
    )
    kind = IndicatorKind.COMPUTED if figure else IndicatorKind.TYPED
    defaults = {"name_es": "Productos a la venta", "unit_es": "productos", "baseline": 0, "target": 10}
    year = {"target_year": plan.last_year}
    return Indicator.objects.create(objective=objective, kind=kind, figure=figure, **(defaults | year | fields))


def a_session(body: Body | None = None, agreements: int = 0, **fields: Any) -> MeetingSession:
    defaults = {"held_on": timezone.localdate(), "subject_es": "Marcha del plan"}
    session = MeetingSession.objects.create(body=body or a_body(), **(defaults | fields))
    for number in range(1, agreements + 1):
        Agreement.objects.create(session=session, number=number, text_es=f"Acuerdo {number}")
    return session


def a_report(period: Period | None = None, **fields: Any) -> Report:
    """Of the last whole quarter."""
    place = _place(fields)
    period = period or Period.quarter_of(timezone.localdate()).before()
    defaults = {
        "slug": f"informe-{next(_numbers)}", "kind": ReportKind.QUARTERLY, "starts_on": period.first,
        "ends_on": period.last, "signatory_es": "Secretaría Técnica",
    }  # fmt: skip
    return Report.objects.create(**(place | defaults | fields))
