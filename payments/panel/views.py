"""What is owed and paid, as a page and as a file; and the account one is paid to."""

import csv

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from foundation.actors import Actor
from payments.forms import BankAccountForm
from payments.models import BankAccount
from payments.services.accounts import keep_account
from producers.enums import Role
from producers.models import Network, Producer
from producers.panel import PanelRequest, panel_view

from . import EYES, reads

MOST_IN_FILE = 5_000


@require_safe
@panel_view(*EYES)
def money(request: PanelRequest) -> HttpResponse:
    found = reads.money(request.workspace)
    payees = [(payee, _where_to_say(request, payee)) for payee in found.payees]
    return render(request, "payments/panel/money.html", {"money": found, "payees": payees})


def _where_to_say(request: PanelRequest, payee: reads.Payee) -> str:
    """The page of the payee's account, for whoever may change it."""
    own = {(mandate.role, mandate.producer_id or mandate.network_id) for mandate in request.workspace.mandates}
    if (Role.PRODUCER, payee.owner.pk) in own and isinstance(payee.owner, Producer):
        return reverse("panel-bank-account", args=[payee.owner.slug])
    if (Role.COORDINATOR, payee.owner.pk) in own and isinstance(payee.owner, Network):
        return reverse("panel-network-account", args=[payee.owner.slug])
    return ""


@require_safe
@panel_view(*EYES)
def download(request: PanelRequest) -> HttpResponse:
    """Every sold part as CSV, whole pesos."""
    name = f"cobros-{timezone.localdate():%Y-%m-%d}.csv"
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.write("\ufeff")
    writer = csv.writer(response, delimiter=";")
    writer.writerow(
        [_("pedido"), _("fecha"), _("productor"), _("estado"), _("pagó el comprador"), _("de ello IVA"),
         _("para la red"), _("para la plataforma"), _("devuelto"), _("para el productor")]
    )  # fmt: skip
    for row in reads.rows(reads.shares(request.workspace)[:MOST_IN_FILE]):
        share, part = row.share, row.share.part
        writer.writerow(
            [part.order.number, f"{timezone.localtime(share.created_at):%Y-%m-%d}", inert(part.producer.name),
             part.get_status_display(), share.gross, share.vat, row.left.network, row.left.platform, row.back,
             row.left.producer]
        )  # fmt: skip
    return response


def inert(text: str) -> str:
    return f"'{text}" if text[:1] in "=+-@\t\r" and text else text


@require_http_methods(["GET", "HEAD", "POST"])
@panel_view(Role.PRODUCER)
def account_of_producer(request: PanelRequest, slug: str) -> HttpResponse:
    """Only for those who answer for the producer by a mandate of their own."""
    owner = get_object_or_404(request.workspace.own_producers, slug=slug)
    return _account(request, owner, BankAccount.objects.filter(producer=owner).first())


@require_http_methods(["GET", "HEAD", "POST"])
@panel_view(Role.COORDINATOR)
def account_of_network(request: PanelRequest, slug: str) -> HttpResponse:
    owner = get_object_or_404(Network.objects.coordinated_by(request.user), slug=slug)
    return _account(request, owner, BankAccount.objects.filter(network=owner).first())


def _account(request: PanelRequest, owner: Producer | Network, known: BankAccount | None) -> HttpResponse:
    form = BankAccountForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        keep_account(Actor.of(request.user), owner, **form.cleaned_data)
        messages.success(request, _("Guardamos la cuenta. Le avisamos también por correo."))
        return redirect("panel-money")
    status = 422 if request.method == "POST" else 200
    return render(request, "payments/panel/account.html", {"form": form, "owner": owner, "known": known}, status=status)
