"""Run as a program, to be killed: `process.py migrate | live | careless | quoted | careless-quoted`.

`live` takes one order through its life, from the basket to the payout, and a second one to its refund; begun again it
goes on from what is stored, as a buyer, Stripe and the worker would, and then prints what must be so. `careless`
forgets the effect keys: what the kills would do without them. `quoted` takes an inquiry to its quote and its order;
`careless-quoted` keeps the acceptance of the quote before its order, in a transaction of its own.
"""

import json
import os
import sys
import time
import uuid
from collections import Counter
from datetime import timedelta
from pathlib import Path
from typing import Any

sys.path[:0] = [str(Path(__file__).resolve().parents[3]), str(Path(__file__).resolve().parents[3] / "site")]
os.environ["DJANGO_SETTINGS_MODULE"] = "terruno.settings"

import django

django.setup()

# ruff: noqa: E402 - models can be imported only after the setup
from django.core.management import call_command
from django.db import connection
from django.db.models import Sum
from django.utils import timezone

from catalog.models import Format, Stock
from foundation import worker
from foundation.actors import SYSTEM
from foundation.models import OutboxMessage, OutgoingMail
from inquiries.enums import PartStatus, QuoteStatus
from inquiries.models import Inquiry, Offer, Order, Quote
from inquiries.services import Buyer, accept_offer, accept_quote, quoting
from inquiries.services.orders import OrderDraft, cancel_order, move_part
from payments.enums import AccountKind
from payments.fake_stripe import api
from payments.gateways import stripe_checkout
from payments.ledger import account, balance, difference
from payments.models import Entry, FakeObject, Payout, Refund, StripeEvent, Transaction
from payments.services import make_batch, open_checkout, start_payment
from payments.services.payouts import owed_to_producers
from payments.views.webhook import keep
from tests.builders import a_product, an_inquiry
from tests.payments.rows import a_bank_account, a_basket, a_shelf

PIECES = 10
PATIENCE_S = 60.0


def live() -> None:
    shelf = Format.objects.first() or _shelf()
    kept, called_off = _ordered(shelf, 0), _ordered(shelf, 1)
    _drain()
    if Order.objects.get(pk=called_off.pk).status != "cancelled":
        cancel_order(SYSTEM, called_off)
    _drain()
    _deliver_events()
    part = kept.parts.get()
    for status in (PartStatus.DISPATCHED, PartStatus.RECEIVED):
        part.refresh_from_db()
        if part.can_become(status):
            move_part(SYSTEM, part, status)
    if owed_to_producers()[part.producer_id].due:
        make_batch(SYSTEM)
    _drain()


def _shelf() -> Format:
    shelf = a_shelf(on_hand=PIECES)
    a_bank_account(shelf.product.producer)
    return shelf


def _ordered(shelf: Format, place: int) -> Order:
    """The order of this place: placed when it is not there, paid at the gateway, and told to our webhook."""
    found = Order.objects.order_by("created_at")[place : place + 1]
    order = found[0] if found else a_basket((shelf, 2))
    if order.status == "placed":
        payment = open_checkout(start_payment(SYSTEM, order, "stripe"))
        api.pay_session(payment.external_id)
        _deliver_events()
    return order


def _deliver_events() -> None:
    """As the test gateway does by HTTP, each time all of them."""
    for message in OutboxMessage.objects.filter(kind=api.DELIVER).order_by("pk"):
        keep(json.loads(message.payload["event"]))


def _drain() -> None:
    """Work until nothing waits, leases of the dead included; the gateway's own deliveries need a server and stay."""
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until:
        deliveries = OutboxMessage.objects.filter(kind=api.DELIVER)
        deliveries.update(available_at=timezone.now() + timedelta(days=1))
        if not OutboxMessage.objects.waiting().exclude(kind=api.DELIVER).exists():
            return
        worker.run_until_idle()
        time.sleep(0.05)


def careless() -> None:
    """No effect key reaches the gateway, so that it does again what it did before the kill."""
    stripe_checkout._once = lambda key: {"idempotency_key": str(uuid.uuid4())}
    live()


def quoted() -> None:
    inquiry = Inquiry.objects.first() or an_inquiry(a_product(supplies=[300, 300]), 500)
    for offer in Offer.objects.open().filter(line__inquiry=inquiry).order_by("pk"):
        accept_offer(SYSTEM, offer)
    _drain()
    for quote in Quote.objects.filter(status=QuoteStatus.SENT):
        accept_quote(SYSTEM, quote, Buyer("Marta Rojas"))
    _drain()


def careless_quoted() -> None:
    place = quoting.place_order

    def kept_before(actor: Any, draft: OrderDraft) -> Order:
        connection.connection.commit()
        return place(actor, draft)

    quoting.place_order = kept_before
    quoted()


def count_quotes() -> None:
    orders = list(Order.objects.all())
    quotes = list(Quote.objects.all())
    report = {
        "quotes": [quote.status for quote in quotes],
        "quote_parts": [quote.parts.count() for quote in quotes],
        "letters": OutgoingMail.objects.filter(key__startswith="quote-", key__endswith="-sent").count(),
        "orders": [order.status for order in orders],
        "same_total": [order.total for order in orders] == [quote.total for quote in quotes],
        "offers": sorted(Offer.objects.values_list("status", flat=True)),
        "dead": OutboxMessage.objects.dead().count(),
    }
    sys.stdout.write(json.dumps(report))


def counts() -> None:
    kinds = Counter(Transaction.objects.values_list("kind", flat=True))
    stock = Stock.objects.get()
    unbalanced = Entry.objects.values("transaction").annotate(sum=Sum("amount")).exclude(sum=0).count()
    report = {
        "orders": sorted(Order.objects.values_list("status", flat=True)),
        "transactions": kinds,
        "sessions_paid": sum(
            row.body["payment_status"] == "paid" for row in FakeObject.objects.filter(kind="checkout.session")
        ),
        "sessions": FakeObject.objects.filter(kind="checkout.session").count(),
        "refunds_at_gateway": FakeObject.objects.filter(kind="refund").count(),
        "refunds": list(Refund.objects.values_list("state", flat=True)),
        "payouts": Payout.objects.count(),
        "stock": [stock.on_hand, stock.held],
        "broken": [
            difference(),
            unbalanced,
            *(balance(account(AccountKind.ORDER, order)) for order in Order.objects.all()),
        ],
        "events_waiting": StripeEvent.objects.filter(fetched_at=None).count(),
        "dead": OutboxMessage.objects.dead().count(),
    }
    sys.stdout.write(json.dumps(report))


if __name__ == "__main__":
    match sys.argv[1]:
        case "migrate":
            call_command("migrate", verbosity=0)
        case "live":
            live()
            counts()
        case "careless":
            careless()
            counts()
        case "quoted":
            quoted()
            count_quotes()
        case "careless-quoted":
            careless_quoted()
            count_quotes()
