"""Letters about money; written in the transaction that causes them, sent by the worker."""

from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from foundation import mail, money
from inquiries import recipients
from inquiries.models import Order
from payments import books
from payments.enums import GatewayName
from payments.models import BankAccount, Payout, Refund

SPANISH = "es"


def to_buyer_refunded(refund: Refund) -> None:
    order = refund.order
    with translation.override(order.locale):
        context = {
            "name": order.name,
            "number": order.number,
            "amount": money.clp(refund.amount),
            "by_card": refund.payment.gateway == GatewayName.STRIPE,
            "link": _url(order.get_absolute_url()),
        }
        subject = _("Le devolvimos %(amount)s de su pedido %(number)s") % context
    _write(f"refund-{refund.pk}", order.email, subject, "refunded", context, order.locale)


def to_team_surplus(order: Order) -> None:
    """To the teams of the order's territories, while more is there than it cost."""
    if not books.surplus(order):
        return
    with translation.override(SPANISH):
        context = {
            "number": order.number,
            "amount": money.clp(books.surplus(order)),
            "link": _url(reverse("money:order", args=[order.pk])),
        }
        subject = _("Pagaron de más: pedido %(number)s") % context
    territories = set(order.parts.values_list("producer__territory", flat=True))
    for to in sorted({address for pk in territories for address in recipients.team_of(pk)}):
        _write(f"surplus-{order.pk}-{context['amount']}-{to}"[:200], to, subject, "surplus", context, SPANISH)


def to_payee_paid(payout: Payout) -> None:
    owner = payout.owner
    with translation.override(SPANISH):
        context = {
            "name": getattr(owner, "person", "") or owner.name,
            "amount": money.clp(payout.amount),
            "account": f"{payout.get_bank_display()} {payout.masked}",
            "reference": payout.reference,
            "link": _url(reverse("panel-money")),
        }
        subject = _("Le transferimos %(amount)s") % context
    addresses = recipients.of_producer(payout.producer) if payout.producer else recipients.of_network(payout.network_id)
    for to in addresses:
        _write(f"payout-{payout.pk}-{to}"[:200], to, subject, "paid_out", context, SPANISH)


def _url(path: str) -> str:
    return f"{settings.TERRUNO_BASE_URL}{path}"


def _write(key: str, to: str, subject: str, template: str, context: dict[str, Any], locale: str) -> None:
    mail.enqueue(key=key, to=to, subject=subject, template=f"payments/mail/{template}", context=context, locale=locale)


def to_payee_account_changed(account: BankAccount, key: str) -> None:
    """A changed account is told to everybody who answers for the owner: the commonest fraud is a quiet change."""
    owner = account.producer or account.network
    with translation.override(SPANISH):
        context = {"name": owner.name if owner else "", "account": str(account), "link": _url(reverse("panel-money"))}
        subject = _("Cambió la cuenta donde le pagamos")
    addresses = (
        recipients.of_producer(account.producer) if account.producer else recipients.of_network(account.network_id)
    )
    for to in addresses:
        _write(f"bank-account-{key}-{to}"[:200], to, subject, "account_changed", context, SPANISH)
