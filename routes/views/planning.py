"""The form of a trip: from nothing, from a circuit or a territory, from a plan to be changed."""

import json
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from foundation import limits
from foundation.problems import Problem
from routes import forms
from routes.forms import Days, TripForm
from routes.models import Circuit, Place, Plan
from routes.plans.keeping import plan_once, take_turn
from territories.cards import Crumb, said

SCOPE = "form.plan"
PREFIX = "days"
FIELDS = ("date", "start", "end")
NOT_PART_OF_IT = frozenset({"csrfmiddlewaretoken", "once", "action"})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return _first(request)
    data = request.POST
    circuit, places = _circuit_of(data.get("where", "")), forms.wishes_of(data)
    action = data.get("action", "")
    if action == "add" or action.startswith("remove-"):
        form = TripForm(initial=_typed(data), circuit=circuit, point=data.get("base", ""))
        return _show(request, form, Days(initial=_changed(data, action), prefix=PREFIX), _named(places))
    form = TripForm(data, circuit=circuit, point=data.get("base", ""))
    days = Days(data, prefix=PREFIX)
    cleaned = forms.cleaned_by(form, days, places)
    if cleaned is None:
        return _show(request, form, days, _named(places), status=422)
    said = sorted((name, data.getlist(name)) for name in data if name not in NOT_PART_OF_IT)
    try:
        take_turn(limits.address_prefix(request))
        once, body = form.cleaned_data["once"], json.dumps(said).encode()
        plan = plan_once(cleaned, key=once, body=body, scope=SCOPE, locale=_language())
    except limits.Exceeded as error:
        form.add_error(None, _("Van muchos planes seguidos desde aquí. Espere un minuto y pruebe de nuevo."))
        response = _show(request, form, days, _named(places), status=429)
        response.headers["Retry-After"] = str(error.retry_after)
        return response
    except Problem:
        # The form came back from the browser's history with other contents: that is another plan.
        plan = plan_once(cleaned, key="", body=b"", scope=SCOPE, locale=_language())
    return redirect(plan)


def _first(request: HttpRequest) -> HttpResponse:
    """What the form shows before anything is typed: ?plan=token, ?circuit=slug or ?territory=slug."""
    query = request.GET
    plan = Plan.objects.filter(token=query.get("plan", "")).first() if query.get("plan") else None
    if plan is not None:
        return _again(request, plan)
    circuit = _circuit_of(f"circuit:{query['circuit']}") if query.get("circuit") else None
    where = f"circuit:{circuit.slug}" if circuit else ""
    if not where and query.get("territory"):
        where = f"territory:{query['territory'][:120]}"
    places: dict[str, str] = {}
    if circuit:
        slugs = circuit.stops.order_by("day", "order", "pk").values_list("place__slug", flat=True)
        places = dict.fromkeys(slugs[: forms.MOST_PLACES], "")
    form = TripForm(initial={"where": where, "once": forms.new_key()}, circuit=circuit)
    return _show(request, form, Days(initial=[{}], prefix=PREFIX), _named(places))


def _again(request: HttpRequest, plan: Plan) -> HttpResponse:
    """A plan's own request in the form, with every place it weighed."""
    told = plan.answer["places"]
    initial = forms.of_wish(plan.request) | {"once": forms.new_key()}
    form = TripForm(initial=initial, circuit=_circuit_of(initial["where"]), point=initial["base"])
    days = Days(initial=forms.days_of(plan.request), prefix=PREFIX)
    wishes = forms.places_of(plan.request, told)
    return _show(
        request, form, days, [(slug, said(told[slug], "name"), wishes[slug]) for slug in wishes if slug in told]
    )


def _show(
    request: HttpRequest, form: TripForm, days: Any, places: list[tuple[str, str, str]], *, status: int = 200
) -> HttpResponse:
    crumbs = [Crumb(_("Rutas"), reverse("circuit-list"))]
    context = {"form": form, "days": days, "places": places, "wishes": forms.WISHES, "crumbs": crumbs}
    return render(request, "routes/planning.html", context | {"section": "circuits"}, status=status)


def _circuit_of(where: str) -> Circuit | None:
    kind, _colon, slug = where.partition(":")
    return Circuit.objects.live().filter(slug=slug).first() if kind == "circuit" else None


def _named(places: dict[str, str]) -> list[tuple[str, str, str]]:
    """Slug, name and wish of the places that are there, in the order given."""
    rows = Place.objects.filter(slug__in=places).values("slug", "name_es", "name_en") if places else ()
    names = {row["slug"]: said(row, "name") for row in rows}
    return [(slug, names[slug], wish) for slug, wish in places.items() if slug in names]


def _typed(data: QueryDict) -> dict[str, Any]:
    """What was typed, to be shown again without judging it."""
    typed: dict[str, Any] = {name: data.get(name, "") for name in TripForm.base_fields}
    return typed | {"interests": data.getlist("interests")}


def _changed(data: QueryDict, action: str) -> list[dict[str, Any]]:
    """The days as typed, with one more, or without the one to be removed."""
    try:
        total = min(max(int(data.get(f"{PREFIX}-TOTAL_FORMS", 1)), 1), Days.max_num)
        removed = int(action.removeprefix("remove-")) if action != "add" else None
    except ValueError:
        total, removed = 1, None
    days = [{name: data.get(f"{PREFIX}-{n}-{name}", "") for name in FIELDS} for n in range(total) if n != removed]
    if (action == "add" and total < Days.max_num) or not days:
        days.append({"start": "09:00", "end": "19:00"})
    return days


def _language() -> str:
    return "en" if get_language() == "en" else "es"
