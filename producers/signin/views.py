"""Signing in. Whether an address has an account shows nowhere: the same pages, the same limits, a letter to each."""

from typing import Any, cast

from allauth.account.internal.stagekit import clear_login
from allauth.account.views import ConfirmLoginCodeView, LogoutView, RequestLoginCodeView
from django.core.exceptions import NON_FIELD_ERRORS
from django.db import transaction
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from foundation import limits
from producers.signin import turns
from producers.signin.forms import AskForm, CodeForm

METHODS = ["get", "head", "post"]  # a form view takes a PUT for a POST


class AskView(RequestLoginCodeView):
    """Who comes? Sends the code, or to an address without account a letter that says so."""

    http_method_names = METHODS
    form_class = AskForm
    template_name = "producers/signin/ask.html"

    def get_form_class(self) -> type[Form]:
        return AskForm

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = self.get_form()
        try:
            turns.ask(request, request.POST.get("email", "")[:254])
        except limits.Exceeded as error:
            return self.refuse(form, error)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form), status=422)
        with transaction.atomic():
            return cast("HttpResponse", self.form_valid(form))

    def refuse(self, form: Form, error: limits.Exceeded) -> HttpResponse:
        form.is_valid()
        form.errors.clear()
        form.add_error(NON_FIELD_ERRORS, _("Van muchos pedidos seguidos. Espere unos minutos y pida otro código."))
        response = self.render_to_response(self.get_context_data(form=form), status=429)
        response.headers["Retry-After"] = str(error.retry_after)
        return response


class CodeView(ConfirmLoginCodeView):
    """The code, or another one, or another address."""

    http_method_names = METHODS
    form_class = CodeForm
    template_name = "producers/signin/code.html"

    def get_form_class(self) -> type[Form]:
        return Form if self._action == "resend" else CodeForm

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        email = self._process.state.get("email", "")
        try:
            (turns.ask if self._action == "resend" else turns.guess)(request, email)
        except limits.Exceeded as error:
            clear_login(request)
            response = render(request, "producers/signin/too_many.html", status=429)
            response.headers["Retry-After"] = str(error.retry_after)
            return response
        return cast("HttpResponse", super().post(request, *args, **kwargs))

    def form_invalid(self, form: Form) -> HttpResponse:
        response = cast("HttpResponse", super().form_invalid(form))
        if response.status_code == 200:
            response.status_code = 422
        return response


class LeaveView(LogoutView):
    http_method_names = METHODS
    template_name = "producers/signin/leave.html"


@never_cache
@require_http_methods(["POST"])
def another(request: HttpRequest) -> HttpResponse:
    """Forget the code that was asked for and start with another address."""
    clear_login(request)
    return redirect("account_login")


@require_safe
def join(request: HttpRequest) -> HttpResponse:
    """How one gets an account: by invitation."""
    return render(request, "producers/signin/join.html")


@require_safe
def closed(request: HttpRequest) -> HttpResponse:
    return render(request, "producers/signin/closed.html", status=403)


ask: Any = AskView.as_view()
code: Any = CodeView.as_view()
leave: Any = LeaveView.as_view()
