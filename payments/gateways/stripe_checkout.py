"""Stripe Checkout: the buyer pays on Stripe's page; pesos have no decimals, so amounts are whole pesos there too."""

from datetime import timedelta
from typing import Any

import stripe
from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from payments.enums import PaymentState, RefundState
from payments.models import Payment, Refund

from .client import client
from .port import Capabilities, Checkout, GatewayError, GatewayRefused, RefundStanding, Standing

REFUND_STATES = {
    "succeeded": RefundState.DONE,
    "pending": RefundState.SENT,
    "requires_action": RefundState.SENT,
    "failed": RefundState.FAILED,
    "canceled": RefundState.FAILED,
}


class StripeCheckout:
    def capabilities(self) -> Capabilities:
        return Capabilities(refunds_itself=True, shortest=timedelta(minutes=31), longest=timedelta(hours=23))

    def create_checkout(self, payment: Payment) -> Checkout:
        session = _asked(lambda: client().v1.checkout.sessions.create(_wanted(payment), _once(payment.effect_key)))
        return Checkout(session.id, session.url or "")

    def fetch(self, payment: Payment) -> Standing:
        return self._standing(_asked(lambda: client().v1.checkout.sessions.retrieve(payment.external_id)))

    def expire(self, payment: Payment) -> Standing:
        try:
            session = client().v1.checkout.sessions.expire(payment.external_id)
        except stripe.InvalidRequestError:  # not open any more: paid, or expired before
            return self.fetch(payment)
        except stripe.StripeError as error:
            raise GatewayError(type(error).__name__) from error
        return self._standing(session)

    def refund(self, refund: Refund) -> RefundStanding:
        wanted: Any = {
            "payment_intent": refund.payment.intent_id,
            "amount": refund.amount,
            "metadata": {"refund": str(refund.pk)},
        }
        return _refund_standing(_asked(lambda: client().v1.refunds.create(wanted, _once(refund.effect_key))))

    def _standing(self, session: Any) -> Standing:
        intent = session.payment_intent or ""
        intent_id = intent if isinstance(intent, str) else intent.id
        paid = session.payment_status == "paid"
        state = PaymentState.PAID if paid else PaymentState.CLOSED if session.status == "expired" else PaymentState.OPEN
        return Standing(
            session.id,
            state,
            session.amount_total or 0 if paid else 0,
            intent_id,
            self._refunds(intent_id if paid else ""),
        )

    def _refunds(self, intent_id: str) -> tuple[RefundStanding, ...]:
        if not intent_id:
            return ()
        found = _asked(lambda: client().v1.refunds.list({"payment_intent": intent_id, "limit": 100}))
        return tuple(_refund_standing(refund) for refund in found.data)


def _refund_standing(refund: Any) -> RefundStanding:
    metadata = refund.metadata.to_dict() if refund.metadata else {}
    state = REFUND_STATES.get(refund.status or "pending", RefundState.SENT)
    return RefundStanding(refund.id, refund.amount, state, metadata.get("refund", ""))


def _once(key: str) -> Any:
    return {"idempotency_key": str(key)}


def _wanted(payment: Payment) -> Any:
    """Only what is stored with the payment and its order, so that every try asks for exactly the same."""
    order = payment.order
    with translation.override(order.locale):
        home = settings.TERRUNO_BASE_URL
        back = f"{home}{reverse('payment-return', args=[order.token])}"
        name = _("Pedido %(number)s") % {"number": order.number}
        cancelled = f"{home}{reverse('payment', args=[order.token])}"
    wanted: dict[str, Any] = {
        "mode": "payment",
        "client_reference_id": str(payment.pk),
        "customer_email": order.email,
        "locale": "en" if order.locale == "en" else "es-419",
        "success_url": back,
        "cancel_url": cancelled,
        "metadata": {"payment": str(payment.pk), "order": order.number},
        "line_items": [
            {
                "quantity": 1,
                "price_data": {
                    "currency": payment.currency.lower(),
                    "unit_amount": payment.amount,
                    "product_data": {"name": name},
                },
            }
        ],
    }
    if payment.expires_at is not None:
        wanted["expires_at"] = int(payment.expires_at.timestamp())
    return wanted


def _asked(call: Any) -> Any:
    try:
        return call()
    except stripe.InvalidRequestError as error:
        raise GatewayRefused(error.code or type(error).__name__) from error
    except stripe.StripeError as error:
        raise GatewayError(type(error).__name__) from error
