"""What we ask of Stripe is well formed, and the test gateway answers as Stripe does: the same tests for both."""

from collections.abc import Callable
from typing import Any

import pytest
import stripe

from foundation.actors import SYSTEM
from payments.fake_stripe import api
from payments.fake_stripe.transport import FakeTransport
from payments.gateways import gateway
from payments.gateways import stripe_checkout as adapter
from payments.gateways.payouts import StripeConnect
from payments.models import Payout, PayoutBatch, Refund
from payments.services import start_payment
from tests.builders import a_producer
from tests.payments.rows import an_order

pytestmark = pytest.mark.django_db


@pytest.fixture(params=["stripe-mock", "test gateway"])
def client(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> stripe.StripeClient:
    if request.param == "stripe-mock":
        address = request.getfixturevalue("stripe_mock")
        made = stripe.StripeClient("sk_test_123", base_addresses={"api": address}, max_network_retries=0)
    else:
        made = stripe.StripeClient("sk_test_123", http_client=FakeTransport())
    monkeypatch.setattr(adapter, "client", lambda: made)
    monkeypatch.setattr("payments.gateways.payouts.client", lambda: made)
    return made


@pytest.fixture
def payment(client: stripe.StripeClient) -> Any:
    payment = start_payment(SYSTEM, an_order(10_000), "stripe")
    checkout = gateway("stripe").create_checkout(payment)
    payment.external_id = checkout.external_id
    payment.intent_id = "pi_unknown"
    payment.save()
    return payment


def intent_of(payment: Any) -> str:
    """One that can be refunded: at stripe-mock any, at the test gateway that of a session which was paid."""
    if not payment.external_id.startswith("cs_test_") or not api.FakeObject.objects.exists():
        return "pi_1"
    return str(api.pay_session(payment.external_id).body["payment_intent"])


def test_a_checkout_is_opened_with_a_page_to_pay_it_on(payment):
    checkout = gateway("stripe").create_checkout(payment)

    assert checkout.external_id.startswith("cs_")
    assert checkout.url.startswith("http")


def test_a_session_can_be_fetched_and_expired(payment):
    assert gateway("stripe").fetch(payment).external_id.startswith("cs_")
    assert gateway("stripe").expire(payment).external_id.startswith("cs_")


def test_a_refund_is_made_and_listed(payment, client):
    payment.intent_id = intent_of(payment)
    payment.save()
    made = Refund.objects.create(order=payment.order, payment=payment, amount=1_190)

    standing = gateway("stripe").refund(made)

    assert standing.external_id.startswith("re_")
    assert client.v1.refunds.list({"payment_intent": payment.intent_id, "limit": 100}).data


def test_a_transfer_is_made_to_a_connected_account(client):
    batch = PayoutBatch.objects.create(number="TL-1", total=1_000)
    payout = Payout.objects.create(
        batch=batch, producer=a_producer(), amount=1_000, reference="TL-1-1", holder="Rosa", rut="1-9", bank="012",
        account_kind="sight", account_number="1234", connect_account="acct_1",
    )  # fmt: skip

    assert StripeConnect().transfer(payout).startswith("tr_")


WRONG: dict[str, Callable[[stripe.StripeClient], object]] = {
    "unknown parameter": lambda c: c.v1.checkout.sessions.create({"mode": "payment", "colour": "red"}),  # type: ignore[typeddict-unknown-key]
    "unknown parameter of a refund": lambda c: c.v1.refunds.create({"payment_intent": "pi_1", "colour": "red"}),  # type: ignore[typeddict-unknown-key]
    "decimals": lambda c: c.v1.refunds.create({"payment_intent": "pi_1", "amount": 10.5}),  # type: ignore[typeddict-item]
    "no destination": lambda c: c.v1.transfers.create({"amount": 5, "currency": "clp"}),  # type: ignore[typeddict-item]
}


@pytest.mark.parametrize("call", WRONG.values(), ids=WRONG.keys())
def test_what_is_malformed_is_refused(client, call):
    with pytest.raises(stripe.InvalidRequestError):
        call(client)


def test_the_test_gateway_replays_an_answer_under_its_key():
    made = stripe.StripeClient("sk_test_123", http_client=FakeTransport())
    wanted: Any = {
        "mode": "payment", "success_url": "http://127.0.0.1/",
        "line_items": [
            {"quantity": 1, "price_data": {"currency": "clp", "unit_amount": 5, "product_data": {"name": "x"}}}
        ],
    }  # fmt: skip
    first = made.v1.checkout.sessions.create(wanted, {"idempotency_key": "k"})

    assert made.v1.checkout.sessions.create(wanted, {"idempotency_key": "k"}).id == first.id
    with pytest.raises(stripe.InvalidRequestError):
        made.v1.checkout.sessions.create(wanted | {"locale": "en"}, {"idempotency_key": "k"})
    with pytest.raises(stripe.InvalidRequestError):
        made.v1.checkout.sessions.retrieve("cs_absent")


def test_the_test_gateway_gives_back_no_more_than_was_paid(monkeypatch):
    made = stripe.StripeClient("sk_test_123", http_client=FakeTransport())
    payment = start_payment(SYSTEM, an_order(10_000), "stripe")
    payment.external_id = gateway("stripe").create_checkout(payment).external_id
    intent = intent_of(payment)
    made.v1.refunds.create({"payment_intent": intent, "amount": 11_000})

    with pytest.raises(stripe.InvalidRequestError):
        made.v1.refunds.create({"payment_intent": intent, "amount": 901})
