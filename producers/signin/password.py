"""The CMS's own door, for accounts that have a password: as Wagtail has it, with turns."""

from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from wagtail.admin.views.account import LoginView

from foundation import limits

from . import turns


class PasswordView(LoginView):
    http_method_names = ["get", "head", "post"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            turns.password(request, request.POST.get("username", "")[:254])
        except limits.Exceeded as error:
            response = render(request, "producers/signin/too_many.html", status=429)
            response.headers["Retry-After"] = str(error.retry_after)
            return response
        return cast("HttpResponse", super().post(request, *args, **kwargs))


enter: Any = PasswordView.as_view()
