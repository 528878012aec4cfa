"""Thin views; what is foreign and what is absent are the same 404. Every change is a POST of a button."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from foundation import audit
from foundation.models import User
from payments import books, policy
from payments.admin import reads
from payments.admin.forms import ReceiptForm, ReferenceForm, RefundForm
from payments.gateways.payouts import bank_file
from payments.ledger import difference
from payments.models import Payment, Payout, PayoutBatch, Refund, Share, Transaction
from payments.services import (
    BackAlready,
    OperationKnown,
    PaymentClosed,
    PayoutClosed,
    RefundRefused,
    confirm_refund,
    confirm_transfer,
    make_batch,
    mark_failed,
    mark_paid,
    refund,
)
from payments.services.payouts import NothingOwed

A_PAGE = 50


class TeamRequest(HttpRequest):
    """A request that one of the guards below let in."""

    user: User


def _only(allowed: Callable[[Any], bool]) -> Callable[[Any], Any]:
    def decorate(view: Any) -> Any:
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not allowed(request.user):
                raise Http404
            answer: HttpResponse = view(request, *args, **kwargs)
            answer.headers["Cache-Control"] = "private, no-store"
            return answer

        return guarded

    return decorate


seen = _only(policy.user_can_see_money)
paying_out = _only(policy.user_can_pay_out)


@require_safe
@seen
def index(request: TeamRequest) -> HttpResponse:
    """What waits for a person, and the orders; `?q=` looks for one."""
    wanted = " ".join(request.GET.get("q", "").replace("\0", "").split())[:120]
    context: dict[str, Any] = {
        "waiting": reads.waiting(request.user),
        "all": policy.user_can_pay_out(request.user),
        "orders": reads.orders(request.user, wanted),
        "wanted": wanted,
    }
    if context["all"]:
        context |= {"accounts": reads.accounts(), "difference": difference()}
    return render(request, "payments/admin/index.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@seen
def order(request: TeamRequest, pk: Any) -> HttpResponse:
    found = get_object_or_404(policy.orders_of(request.user), pk=pk)
    if request.method != "POST":
        return _show_order(request, found, _refund_form(request, found))
    do, form = request.POST.get("do"), _refund_form(request, found)
    try:
        if do == "surplus":
            refund(request.user, found, surplus=True, reason=_("Pagado de más"))
        elif do == "refund" and form.is_valid():
            said = {"reason": form.cleaned_data["reason"], "seen": _whole(request.POST.get("seen"))}
            refund(request.user, found, parts=form.amounts(), **said)
        else:
            return _show_order(request, found, form, status=422)
    except RefundRefused:
        form = _refund_form(request, found)  # what was typed, beside what is left by now
        messages.error(
            request, _("Algo se devolvió mientras tanto, o no hay tanto que devolver: mire cómo está ahora.")
        )
        return _show_order(request, found, form, status=409)
    messages.success(request, _("La devolución va en camino."))
    return redirect("money:order", found.pk)


def _refund_form(request: TeamRequest, found: Any) -> RefundForm:
    shares = Share.objects.filter(part__in=policy.parts_to_refund(request.user, found))
    shown = list(shares.select_related("part__producer").prefetch_related("reversals").order_by("pk"))
    return RefundForm(request.POST if request.POST.get("do") == "refund" else None, shares=shown)


def _whole(text: str | None) -> int | None:
    return int(text) if text and text.isdecimal() and len(text) < 10 else None


def _show_order(request: TeamRequest, found: Any, form: RefundForm, *, status: int = 200) -> HttpResponse:
    context = {
        "order": found,
        "form": form,
        "book": reads.order_book(found),
        "received": books.received(found),
        "back": books.refunded(found),
        "surplus": books.surplus(found),
        "payments": found.payments.order_by("created_at"),
        "refunds": found.refunds.select_related("payment").order_by("created_at"),
    }
    return render(request, "payments/admin/order.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@seen
def transfer(request: TeamRequest, pk: Any) -> HttpResponse:
    """The transfer was found on the statement."""
    payment = get_object_or_404(Payment, pk=pk, order__in=policy.orders_of(request.user), gateway="transfer")
    form = ReceiptForm(request.POST or None, initial={"amount": payment.amount})
    if request.method == "POST" and form.is_valid():
        try:
            confirm_transfer(request.user, payment, **form.cleaned_data)
        except PaymentClosed:
            form.add_error("bank_reference", _("Esa operación ya se anotó en otro pedido."))
        else:
            messages.success(request, _("Quedó anotada."))
            return redirect("money:order", payment.order_id)
    context = {"form": form, "payment": payment, "title": _("Confirmar una transferencia")}
    return render(request, "payments/admin/form.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@seen
def refund_done(request: TeamRequest, pk: Any) -> HttpResponse:
    """The team has transferred a refund back."""
    made = get_object_or_404(Refund.objects.select_related("payment"), pk=pk, order__in=policy.orders_of(request.user))
    form = ReferenceForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            confirm_refund(request.user, made, **form.cleaned_data)
        except OperationKnown:
            form.add_error("bank_reference", _("Esa operación ya se anotó en otra devolución."))
        except BackAlready:
            form.add_error(
                None, _("Ya se devolvió por otra vía, al menos en parte. Mírelo en Stripe antes de transferir.")
            )
        except RefundRefused:
            form.add_error(None, _("Esta devolución ya se hizo, o va sola por la tarjeta."))
        else:
            messages.success(request, _("Quedó anotada."))
            return redirect("money:order", made.order_id)
    context = {"form": form, "refund": made, "title": _("Anotar una devolución hecha")}
    return render(request, "payments/admin/form.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@paying_out
def batches(request: TeamRequest) -> HttpResponse:
    """The batches; a POST makes the next one."""
    if request.method == "POST":
        try:
            return redirect("money:batch", make_batch(request.user).pk)
        except NothingOwed:
            messages.info(request, _("No hay nada que pagar a quienes dijeron su cuenta."))
            return redirect("money:batches")
    page = Paginator(PayoutBatch.objects.order_by("-pk"), A_PAGE).get_page(request.GET.get("page"))
    return render(request, "payments/admin/batches.html", {"page": page})


@require_safe
@paying_out
def batch(request: TeamRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(PayoutBatch, pk=pk)
    payouts = found.payouts.select_related("producer", "network")
    return render(request, "payments/admin/batch.html", {"batch": found, "payouts": payouts})


@require_safe
@paying_out
def batch_file(request: TeamRequest, pk: int) -> HttpResponse:
    """The bank's file. It holds whole account numbers, so that taking it is itself written down."""
    found = get_object_or_404(PayoutBatch, pk=pk)
    with transaction.atomic():
        audit.record(request.user, "payout_batch.downloaded", found)
    response = HttpResponse(bank_file(found), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{found.number}.csv"'
    return response


@require_POST
@paying_out
def payout(request: TeamRequest, pk: int) -> HttpResponse:
    """`do=paid` with the bank's reference, or `do=failed`."""
    found = get_object_or_404(Payout, pk=pk)
    form = ReferenceForm(request.POST)
    try:
        if request.POST.get("do") == "failed":
            mark_failed(request.user, found, bank_reference=request.POST.get("bank_reference", "")[:60])
        elif form.is_valid():
            mark_paid(request.user, found, **form.cleaned_data)
        else:
            messages.error(request, _("Falta el número de operación del banco."))
    except PayoutClosed:
        messages.error(request, _("El banco ya había respondido por esta transferencia."))
    return redirect("money:batch", found.batch_id)


@require_safe
@paying_out
def ledger(request: TeamRequest) -> HttpResponse:
    """The books, the latest first; they are only read."""
    rows = Transaction.objects.prefetch_related("entries__account").order_by("-at", "-pk")
    page = Paginator(rows, A_PAGE).get_page(request.GET.get("page"))
    return render(request, "payments/admin/ledger.html", {"page": page, "difference": difference()})
