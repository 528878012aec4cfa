"""Who is let into a page of the panel: whoever is signed in and has a mandate today, asked anew at every request."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, cast, overload

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render, resolve_url

from foundation.models import User
from producers.enums import Role

from .workspace import CHOSEN, Workspace, allowed

HEADERS = {"Cache-Control": "private, no-store", "X-Robots-Tag": "noindex, nofollow"}
SIGN_IN = "account_login"


class PanelRequest(HttpRequest):
    """A request that `panel_view` let in."""

    user: User
    workspace: Workspace


P = ParamSpec("P")
View = Callable[Concatenate[PanelRequest, P], HttpResponse]
Guarded = Callable[Concatenate[HttpRequest, P], HttpResponse]


@overload
def panel_view(view: View[P], /) -> Guarded[P]: ...
@overload
def panel_view(*roles: Role) -> Callable[[View[P]], Guarded[P]]: ...
def panel_view(*given: object) -> object:
    """`@panel_view` for anybody with a mandate, `@panel_view(Role.PRODUCER, Role.TEAM)` for holders of one of these.

    Strangers go to the sign-in and come back; without any mandate a page says so (403); without one of the roles the
    page does not exist (404). The view gets `request.workspace`; foreign rows are its own to hide: fetch them from
    `workspace.producers`, `.networks`, `.territories` with get_object_or_404.
    """
    if len(given) == 1 and not isinstance(given[0], Role):
        return _guard(given[0], ())  # type: ignore[arg-type]
    return lambda view: _guard(view, given)  # type: ignore[arg-type]


def _guard(view: View[P], roles: tuple[Role, ...]) -> Guarded[P]:
    @wraps(view)
    def guarded(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        response = _answer(view, roles, request, *args, **kwargs)
        for name, value in HEADERS.items():
            response.headers[name] = value
        return response

    return cast("Guarded[P]", guarded)


def _answer(
    view: View[P], roles: tuple[Role, ...], request: HttpRequest, *args: P.args, **kwargs: P.kwargs
) -> HttpResponse:
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path(), resolve_url(SIGN_IN))
    workspace = Workspace(request.user, request.session.get(CHOSEN), _name_of(request))
    if not workspace.roles:
        return render(request, "producers/panel/no_mandate.html", status=403)
    request.workspace = workspace  # type: ignore[attr-defined]
    if not allowed(workspace, roles):
        raise Http404
    return view(request, *args, **kwargs)  # type: ignore[arg-type]


def _name_of(request: HttpRequest) -> str:
    return (request.resolver_match.url_name or "") if request.resolver_match else ""
