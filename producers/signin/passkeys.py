"""Passkeys: a way in by the phone's own lock, offered once somebody is in. Needs a script; the code never does."""

import time
from typing import Any, cast

from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.forms import AddWebAuthnForm, LoginWebAuthnForm
from allauth.mfa.webauthn.internal import auth, flows
from allauth.mfa.webauthn.views import LoginWebAuthnView
from django.contrib import messages
from django.contrib.auth import logout
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from foundation import limits
from producers.panel.access import PanelRequest, panel_view

from . import turns

FRESH_S = 3600
"""A key is added or taken away only so soon after signing in: a phone left on a table must not gain one."""


def is_fresh(request: HttpRequest) -> bool:
    records = get_authentication_records(request, cast("Any", request.user))
    return any(time.time() - record["at"] < FRESH_S for record in records)


@require_http_methods(["GET", "HEAD", "POST"])
@panel_view
def add(request: PanelRequest) -> HttpResponse:
    """A new passkey for the account. The browser makes it; here it is checked and kept."""
    if not is_fresh(request):
        return _sign_in_again(request)
    if request.method != "POST":
        return _show(request, 200)
    form = AddWebAuthnForm(request.POST, user=request.user)
    if not form.is_valid():
        return _show(request, 422, _("No pudimos guardar esa llave. Pruebe de nuevo."))
    flows.add_authenticator(request, name=form.cleaned_data["name"][:60], credential=form.cleaned_data["credential"])
    return redirect("panel-account")


def _show(request: PanelRequest, status: int, error: str = "") -> HttpResponse:
    context = {"options": auth.begin_registration(request.user, True), "error": error}
    return render(request, "producers/signin/add_passkey.html", context, status=status)


@require_POST
@panel_view
def remove(request: PanelRequest, pk: int) -> HttpResponse:
    known = Authenticator.objects.filter(user=request.user, type=Authenticator.Type.WEBAUTHN)
    key = get_object_or_404(known, pk=pk)
    if not is_fresh(request):
        return _sign_in_again(request)
    flows.remove_authenticator(request, key)
    return redirect("panel-account")


@require_POST
@panel_view
def again(request: PanelRequest) -> HttpResponse:
    """Out, and in again with a code, back to the account's page."""
    logout(request)
    return redirect(f"{reverse('account_login')}?{urlencode({'next': reverse('panel-account')})}")


def _sign_in_again(request: PanelRequest) -> HttpResponse:
    return render(request, "producers/signin/again.html", status=403)


class EnterView(LoginWebAuthnView):
    """GET with `Accept: application/json` starts; POST of what the key answered ends it."""

    http_method_names = ["get", "head", "post"]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            turns.passkey(request)
        except limits.Exceeded as error:
            response = render(request, "producers/signin/too_many.html", status=429)
            response.headers["Retry-After"] = str(error.retry_after)
            return response
        return cast("HttpResponse", super().dispatch(request, *args, **kwargs))

    def get_form_class(self) -> type[Form]:
        return LoginWebAuthnForm

    def form_invalid(self, form: Form) -> HttpResponse:
        messages.error(self.request, _("No conocemos esa llave. Entre con un código."))
        return redirect("account_login")


enter: Any = EnterView.as_view()
