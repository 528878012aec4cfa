"""Addresses for the tests of the first door: an API with the house's errors, and a form."""

from typing import Literal

from django.http import HttpRequest, HttpResponse
from django.urls import include, path
from django.views.decorators.csrf import csrf_exempt
from ninja import Field, NinjaAPI, Query, Schema
from pydantic import BaseModel

from foundation import limits
from foundation.problems import Problem, StrictParser, install_handlers

api = NinjaAPI(urls_namespace="guarded", parser=StrictParser(), docs_url=None)
install_handlers(api)


class Line(BaseModel):
    quantity: int = Field(ge=1)
    name: str = Field(max_length=5)


class Order(BaseModel):
    lines: list[Line]


Pace = Literal["slow", "normal", "fast"]


class Paging(Schema):
    page_size: int = Field(24, ge=1, le=100)


@api.post("/orders")
def order(request: HttpRequest, order: Order) -> dict[str, int]:
    return {"lines": len(order.lines)}


@api.get("/things")
def things(request: HttpRequest, paging: Query[Paging], month: int = 1, pace: Pace = "normal") -> dict[str, int]:
    return {"page_size": paging.page_size}


@api.get("/conflict")
def conflict(request: HttpRequest) -> None:
    raise Problem(409, "En conflicto", "Ya se respondió.", type="/problemas/respondida")


@api.get("/limited")
def limited(request: HttpRequest) -> None:
    raise limits.Exceeded("things", 30)


@api.get("/broken")
def broken(request: HttpRequest) -> None:
    raise RuntimeError("secret")


@csrf_exempt
def form(request: HttpRequest) -> HttpResponse:
    return HttpResponse(request.POST.get("name", "") or request.GET.get("q", ""))


urlpatterns = [
    path("api/", api.urls),
    path("form/", form),
    path("ñandú/", form),
    path("panel/form/", form),
    path("", include("foundation.urls")),
]


def handler404(request: HttpRequest, exception: Exception) -> HttpResponse:
    return HttpResponse("nothing here", status=404)
