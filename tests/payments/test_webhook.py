"""What the webhook believes, and what follows from it however it comes."""

import json
import time
from datetime import timedelta
from itertools import permutations

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from foundation import worker
from foundation.actors import SYSTEM
from foundation.models import OutboxMessage, OutgoingMail
from inquiries.enums import OrderStatus
from payments import books, handlers
from payments.enums import AccountKind, PaymentState, TransactionKind
from payments.fake_stripe import api
from payments.fake_stripe.delivery import signature
from payments.gateways.client import webhook_secret
from payments.ledger import account, balance, difference
from payments.models import Payment, Refund, StripeEvent, Transaction
from payments.services import refund, send_refund
from tests.payments.rows import a_payment, an_event, an_order, hook, paid, told

pytestmark = pytest.mark.django_db


def work() -> None:
    """The worker, but for the events' own delivery, which needs a server."""
    OutboxMessage.objects.filter(kind=api.DELIVER).update(available_at=timezone.now() + timedelta(days=1))
    worker.run_until_idle()


def test_a_signed_event_is_written_down_and_answered_at_once():
    assert hook(an_event(id="evt_a")).status_code == 204
    assert StripeEvent.objects.get().pk == "evt_a"
    assert OutboxMessage.objects.filter(kind="stripe.event").count() == 1


REFUSED = {
    "unsigned": lambda body: {"signature": "none"},
    "signed with another secret": lambda body: {"signature": signed_by(body, "whsec_other")},
    "older than five minutes": lambda body: {"at": int(time.time()) - 301},
    "signed for another body": lambda body: {"signature": signed_by(body + b" ", None)},
}


def signed_by(body: bytes, secret: str | None) -> str:
    return signature(body, secret or webhook_secret())


@pytest.mark.parametrize("how", REFUSED.values(), ids=REFUSED.keys())
def test_what_is_not_surely_from_stripe_is_refused(how):
    body = an_event()

    assert hook(body, **how(body)).status_code == 400
    assert not StripeEvent.objects.exists()


def test_an_event_of_the_other_mode_is_refused():
    assert hook(an_event(livemode=True)).status_code == 400


@pytest.mark.parametrize("body", [b"", b"[]", b"{}", b"\xff\xfe", b'{"id": "evt_1", "livemode": false}'])
def test_a_signed_body_that_is_no_event_is_refused(body):
    assert hook(body, signature=signed_by(body, None)).status_code == 400


def test_without_any_secret_nothing_is_believed(monkeypatch):
    monkeypatch.setattr(settings, "TERRUNO_TEST_PAYMENTS", False)
    body = an_event()

    assert hook(body, signature="t=1,v1=00").status_code == 400


def test_a_get_is_refused():
    assert Client().get(reverse("stripe-webhook")).status_code == 405


def test_an_event_that_lies_about_a_payment_changes_nothing():
    payment = a_payment(an_order(10_000))
    lie = {"object": "checkout.session", "id": payment.external_id, "payment_status": "paid", "amount_total": 1}
    hook(an_event(data={"object": lie}))

    work()

    assert Payment.objects.get().state == PaymentState.OPEN
    assert books.received(payment.order) == 0


def test_the_gateways_own_event_makes_the_order_paid():
    order = an_order(10_000)
    payment = a_payment(order)
    api.pay_session(payment.external_id)
    for body in told():
        assert hook(body).status_code == 204

    work()

    order.refresh_from_db()
    assert order.status == OrderStatus.PAID
    assert books.received(order) == order.total == 11_900
    assert not StripeEvent.objects.filter(fetched_at=None).exists()


def test_an_event_of_nobodys_payment_is_put_away():
    hook(an_event())
    work()

    assert not StripeEvent.objects.filter(fetched_at=None).exists()
    assert not OutboxMessage.objects.dead().exists()


def final_state(order) -> tuple[object, ...]:
    order.refresh_from_db()
    refunds = sorted(Refund.objects.values_list("amount", "state"))
    kinds = sorted(Transaction.objects.values_list("kind", flat=True))
    return order.status, balance(account(AccountKind.STRIPE)), books.surplus(order), refunds, kinds


def test_every_order_of_the_events_ends_in_the_same_state():
    """Paid, then given back in part, then all: their events in every order, with each told twice."""
    order = an_order(10_000, 5_000)
    payment = a_payment(order)
    api.pay_session(payment.external_id)
    first = told()
    hook(first[0])
    work()
    for made in [*refund(SYSTEM, order, amount=1_000), *refund(SYSTEM, order, amount=2_000)]:
        send_refund(made)
    bodies = told()
    assert len(bodies) == 4
    expected = final_state(order)

    for turn, bodies_in_order in enumerate(permutations(bodies)):
        for body in (*bodies_in_order, *bodies_in_order):
            event = json.loads(body)
            hook(json.dumps(event | {"id": f"{event['id']}_{turn}"}).encode())
        work()
        assert final_state(order) == expected
    assert difference() == 0


def test_events_in_any_order_from_nothing_end_in_the_same_state():
    """The worker hears of everything only after it all happened at the gateway."""
    seen = set()
    for places in permutations(range(3)):
        order = an_order(10_000)
        payment = a_payment(order)
        intent = api.pay_session(payment.external_id).body["payment_intent"]
        api.answer("POST", "/v1/refunds", f"payment_intent={intent}&amount=900", {})
        bodies = told()[-3:]
        for place in places:
            hook(bodies[place])
        work()
        order.refresh_from_db()
        made = Refund.objects.filter(order=order)
        kinds = Transaction.objects.about(order).values_list("kind", flat=True)
        seen.add((order.status, tuple(sorted(kinds)), tuple(made.values_list("amount", "state")), books.surplus(order)))

    assert len(seen) == 1
    assert TransactionKind.REFUND in next(iter(seen))[1]


def test_the_page_one_returns_to_fulfils_nothing(client):
    order = an_order(10_000)
    payment = a_payment(order)
    api.pay_session(payment.external_id)

    page = client.get(reverse("payment-return", args=[order.token]))

    order.refresh_from_db()
    assert page.status_code == 200
    assert "Estamos confirmando su pago" in page.content.decode()
    assert order.status == OrderStatus.PLACED


def test_the_reconciler_finds_what_no_event_told():
    order = an_order(10_000)
    payment = a_payment(order)
    api.pay_session(payment.external_id)

    assert handlers.reconcile() == 1

    order.refresh_from_db()
    assert order.status == OrderStatus.PAID
    assert handlers.reconcile() == 0, "it was asked about a moment ago"


def test_event_return_and_reconciler_together_are_one_payment():
    order = an_order(10_000)
    paid(order)
    for body in told():
        hook(body)
    Payment.objects.update(checked_at=None)
    handlers.reconcile()
    work()

    assert books.received(order) == order.total
    assert Transaction.objects.filter(kind=TransactionKind.CHARGE).count() == 1
    assert OutgoingMail.objects.filter(key=f"order-{order.pk}-paid").count() == 1


def test_one_payment_the_gateway_does_not_know_keeps_the_reconciler_from_no_other():
    """As those of the test keys, once real keys are set."""
    unknown, order = a_payment(an_order(10_000)), an_order(10_000)
    Payment.objects.filter(pk=unknown.pk).update(external_id="cs_of_other_keys")
    api.pay_session(a_payment(order).external_id)

    assert handlers.reconcile() == 2

    order.refresh_from_db()
    assert order.status == OrderStatus.PAID
    assert handlers.reconcile() == 0, "each has had its turn"


@pytest.mark.parametrize("about", [[1], "cs_1", 7, None])
def test_an_event_about_nothing_we_know_is_only_written_down(about):
    assert hook(an_event(id="evt_odd", data={"object": about})).status_code == 204
    work()

    assert not StripeEvent.objects.filter(fetched_at=None).exists()


def test_an_event_that_names_another_order_pays_neither():
    """Signed and genuine, of a session that was paid; its own key was swapped for that of another payment."""
    here, there = an_order(10_000), an_order(90_000)
    cheap, dear = a_payment(here), a_payment(there)
    body = json.loads(an_event())
    body["data"]["object"] = {
        "object": "checkout.session", "id": "cs_elsewhere", "client_reference_id": str(dear.pk),
        "payment_status": "paid", "amount_total": 107_100,
    }  # fmt: skip
    hook(json.dumps(body).encode())
    work()

    assert {books.received(here), books.received(there)} == {0}
    assert {cheap.order.status, dear.order.status} == {OrderStatus.PLACED}


def test_what_came_before_is_worked_on_once():
    body = an_event(id="evt_again")
    for _again in range(3):
        assert hook(body).status_code == 204
    work()
    assert hook(body).status_code == 204

    assert OutboxMessage.objects.filter(kind="stripe.event").count() == 1
