"""Plans for other programs: ask for one, read it again."""

import datetime
from typing import Annotated, Any, Literal

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import translation
from django.utils.translation import gettext as _
from ninja import Router, Schema
from pydantic import BaseModel, Field

from foundation import limits
from foundation.problems import Problem, for_status
from routes.models import Plan
from routes.models.plans import MOST_PEOPLE
from routes.plans import document
from routes.plans.cleaning import MOST_DAYS, BadWish, Raw, RawDay, clean
from routes.plans.keeping import plan_once, take_turn
from territories.listing import Language, ProblemDocument

router = Router(tags=["circuits"])
Slug = Annotated[str, Field(max_length=120)]
PRIVATE = {"Cache-Control": "private, no-store"}


class DayIn(BaseModel):
    date: datetime.date
    start: str = Field("09:00", max_length=5, examples=["09:00"], description="Local time of setting out")
    end: str = Field("19:00", max_length=5, examples=["19:00"], description="Local time of being back")


class PointIn(BaseModel):
    lat: float = Field(allow_inf_nan=False, examples=[-33.59])
    lon: float = Field(allow_inf_nan=False, examples=[-71.61])


class PlanIn(BaseModel):
    days: list[DayIn] = Field(min_length=1, max_length=MOST_DAYS)
    base: PointIn | None = Field(
        None,
        description="Where days begin and end; without it the first stop of the circuit, or the territory's middle",
    )
    territory: str | None = Field(None, max_length=120)
    circuit: str | None = Field(None, max_length=120)
    interests: list[Annotated[str, Field(max_length=40)]] = Field(default_factory=list, max_length=12)
    pace: Literal["slow", "normal", "fast"] = "normal"
    party: int = Field(2, ge=1, le=MOST_PEOPLE)
    must: list[Slug] = Field(default_factory=list, max_length=20)
    never: list[Slug] = Field(default_factory=list, max_length=60)


class StopOut(Schema):
    place: str
    title: str
    arrive: str = Field(examples=["2027-01-16T10:00:00-03:00"])
    start: str
    leave: str
    url: str
    lat: float
    lon: float
    hours_confirmed: bool
    travel_minutes: int = Field(description="By road from the stop before, or from the base")
    travel_km: int


class LunchOut(Schema):
    start: str
    end: str
    place: str | None = Field(description="The stop one eats at; null for a break kept on the way")
    lat: float
    lon: float


class DayOut(Schema):
    date: str
    depart: str | None
    back: str | None
    stops: list[StopOut]
    lunch: LunchOut | None
    travel_minutes: int
    travel_km: int


class DroppedOut(Schema):
    place: str
    title: str
    reason: Literal["closed", "season", "too_far", "no_time", "never"]
    text: str


class PlanOut(Schema):
    token: str
    url: str
    estimate: bool = Field(description="Roads are straight lines plus 30 % at 50 km/h")
    request: dict[str, Any]
    party: int
    created_at: str
    days: list[DayOut]
    dropped: list[DroppedOut]


@router.post(
    "/plans",
    response={
        200: PlanOut,
        400: ProblemDocument,
        409: ProblemDocument,
        422: ProblemDocument,
        429: ProblemDocument,
    },
    summary="Plan a trip",
    description="With an `Idempotency-Key` header, the same key and body answer the same plan.",
)
def make(request: HttpRequest, payload: PlanIn, lang: Language = "es") -> HttpResponse:
    with translation.override(lang):
        try:
            cleaned = clean(_raw(payload))
        except BadWish as error:
            names = ", ".join(wrong.field for wrong in error.errors)
            raise Problem(422, _("Datos no válidos"), _("Revise: %(fields)s.") % {"fields": names}, error.errors)
        take_turn(limits.address_prefix(request))
        key = request.headers.get("Idempotency-Key", "")
        plan = plan_once(cleaned, key=key, body=request.body, scope="api.plans", locale=lang)
        return JsonResponse(document.of(plan), headers=PRIVATE, json_dumps_params={"ensure_ascii": False})


@router.get("/plans/{slug:token}", response={200: PlanOut, 404: ProblemDocument}, summary="A plan that was made")
def read(request: HttpRequest, token: str, lang: Language = "es") -> HttpResponse:
    with translation.override(lang):
        plan = Plan.objects.filter(token=token).first()
        if plan is None:
            raise for_status(404, _("No hay un plan con esa dirección."))
        return JsonResponse(document.of(plan), headers=PRIVATE, json_dumps_params={"ensure_ascii": False})


def _raw(payload: PlanIn) -> Raw:
    return Raw(
        days=[RawDay(day.date, day.start, day.end) for day in payload.days],
        base=(payload.base.lat, payload.base.lon) if payload.base else None,
        territory=payload.territory or "",
        circuit=payload.circuit or "",
        interests=payload.interests,
        pace=payload.pace,
        party=payload.party,
        must=payload.must,
        never=payload.never,
    )
