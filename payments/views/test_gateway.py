"""The page of the test gateway, where Stripe's own would be: pay, be declined, turn back. No money moves."""

from django.conf import settings
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from inquiries.views.privacy import private
from payments.fake_stripe import api
from payments.fake_stripe.parameters import Refused


@private
@require_http_methods(["GET", "HEAD", "POST"])
def test_payment(request: HttpRequest, session: str) -> HttpResponse:
    if not settings.TERRUNO_TEST_PAYMENTS:
        raise Http404
    try:
        with transaction.atomic():
            body = api.found(session).body
    except Refused as error:
        raise Http404 from error
    if body.get("object") != "checkout.session":
        raise Http404
    do = request.POST.get("do") if request.method == "POST" else ""
    if do == "pay" and body["status"] == "open":
        body = api.pay_session(session).body
        if body["payment_status"] == "paid":
            return redirect(body["success_url"])
    if do == "cancel":
        return redirect(body["cancel_url"] or "basket")
    context = {"session": body, "declined": do == "decline", "open": body["status"] == "open"}
    return render(request, "payments/test_payment.html", context, status=402 if do == "decline" else 200)
