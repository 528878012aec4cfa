"""A plan under its token: read it, or change one place of it and have it planned again."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods

from foundation import limits
from routes.models import Plan
from routes.opening import time_text
from routes.plans.cleaning import BadWish, Raw, RawDay, clean
from routes.plans.keeping import plan_once, take_turn
from routes.plans.page import plan_page
from routes.plans.wish import Wish


@cache_control(private=True, no_store=True)
@require_http_methods(["GET", "HEAD", "POST"])
def plan(request: HttpRequest, token: str) -> HttpResponse:
    found = get_object_or_404(Plan, token=token)
    if request.method != "POST":
        return _show(request, found)
    wish = changed(Wish.read(found.request), must=request.POST.get("must", ""), never=request.POST.get("never", ""))
    try:
        cleaned = clean(_raw(wish))
        take_turn(limits.address_prefix(request))
    except BadWish:
        told = _("Con ese cambio no se puede planificar: revise los días.")
        return _show(request, found, told, status=422)
    except limits.Exceeded as error:
        told = _("Van muchos planes seguidos desde aquí. Espere un minuto y pruebe de nuevo.")
        response = _show(request, found, told, status=429)
        response.headers["Retry-After"] = str(error.retry_after)
        return response
    locale = "en" if get_language() == "en" else "es"
    return redirect(plan_once(cleaned, key="", body=b"", scope="page.plan", locale=locale))


def changed(wish: Wish, *, must: str = "", never: str = "") -> Wish:
    """The wish with one place asked for, or one refused; the last word about a place counts."""
    return replace(
        wish,
        must=tuple(slug for slug in dict.fromkeys((*wish.must, must)) if slug and slug != never),
        never=tuple(slug for slug in dict.fromkeys((*wish.never, never)) if slug and slug != must),
    )


def _raw(wish: Wish) -> Raw:
    return Raw(
        days=[RawDay(day.date, time_text(day.start), time_text(day.end)) for day in wish.days],
        base=wish.base, base_name=wish.base_name, territory=wish.territory, circuit=wish.circuit,
        interests=wish.interests, pace=wish.pace.value, party=wish.party, must=wish.must, never=wish.never,
    )  # fmt: skip


def _show(request: HttpRequest, found: Plan, error: str = "", *, status: int = 200) -> HttpResponse:
    response = render(request, "routes/plan.html", plan_page(found) | {"error": error}, status=status)
    response.headers["X-Robots-Tag"] = "noindex"
    return response
