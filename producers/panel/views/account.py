"""The account itself: with which address one enters, what one is in charge of, the passkeys."""

from typing import Any

from allauth.mfa.models import Authenticator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from producers.models import Mandate
from producers.panel.access import PanelRequest, panel_view


@require_safe
@panel_view
def account(request: PanelRequest) -> HttpResponse:
    keys: Any = Authenticator.objects.filter(user=request.user, type=Authenticator.Type.WEBAUTHN)
    mandates = Mandate.objects.on().filter(user=request.user.pk)
    context = {
        "mandates": mandates.select_related("producer", "network", "territory", "comuna").order_by("role", "pk"),
        "keys": [key.wrap() for key in keys.order_by("pk")],
    }
    return render(request, "producers/panel/account.html", context)
