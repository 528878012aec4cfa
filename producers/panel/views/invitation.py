"""The page an invitation's letter leads to. Looking takes nothing; the button makes the mandate, once."""

from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods

from producers.panel.access import HEADERS
from producers.services import BadInvitation, accept_invitation
from producers.services.inviting import invitation_by


@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    response = _answer(request, token)
    for name, value in (HEADERS | {"Referrer-Policy": "same-origin"}).items():
        response.headers[name] = value
    return response


def _answer(request: HttpRequest, token: str) -> HttpResponse:
    try:
        if request.method != "POST":
            return render(request, "producers/panel/invitation.html", {"invitation": invitation_by(token)})
        user, made = accept_invitation(token)
    except BadInvitation:
        return render(request, "producers/panel/bad_invitation.html", status=404)
    if not made:  # an account that was there is entered by its own door
        return redirect(f"{reverse('account_login')}?{urlencode({'next': reverse('panel')})}")
    record_authentication(request, user, method="code", email=user.email)
    return perform_login(request, Login(user=user, email=user.email, redirect_url=reverse("panel")))
