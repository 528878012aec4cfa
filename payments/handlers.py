"""What follows from orders, events and refunds, done by the worker."""

import logging
from datetime import timedelta

from django.db.models import F, Q
from django.utils import timezone

from foundation import outbox
from foundation.actors import SYSTEM
from foundation.worker import every
from inquiries.models import Order, OrderPart
from payments import books, letters
from payments.enums import UNDER_WAY, GatewayName, PaymentState, PayoutState
from payments.gateways import GatewayRefused, gateway
from payments.gateways.payouts import StripeConnect
from payments.models import BankAccount, Payment, Payout, Refund, StripeEvent
from payments.services import give_up_refund, mark_paid, record, refund_called_off, send_refund, sync
from payments.services.checkout import free_stock, take_stock

RECONCILE_S = 3600
LOOK_BACK = timedelta(days=30)
A_BATCH = 200
PATIENT_ATTEMPTS = 12
"""Some six hours."""
KEYS_ARE_KEPT = timedelta(hours=20)
"""Stripe forgets an idempotency key after a day."""
logger = logging.getLogger(__name__)


@outbox.handles("stripe.event", transactional=False)
def follow_event(event: outbox.Event) -> None:
    """Ask Stripe how the payment stands; what the event said of it is not believed."""
    row = StripeEvent.objects.get(pk=event.object_id)
    payment = payment_of(row)
    if payment is not None:
        sync(payment)
    StripeEvent.objects.filter(pk=row.pk).update(fetched_at=timezone.now())


def payment_of(row: StripeEvent) -> Payment | None:
    """Whose it is, by the session, by our own key that went with it, or by what it is refunded through."""
    known = Q(pk=None)
    if row.session_id:
        known |= Q(external_id=row.session_id)
    if row.intent_id:
        known |= Q(intent_id=row.intent_id)
    if row.reference:
        known |= Q(pk=row.reference)
    return Payment.objects.select_related("order").filter(known, gateway=GatewayName.STRIPE).first()


@outbox.handles("order.paid")
def take_goods(event: outbox.Event) -> None:
    take_stock(Order.objects.get(pk=event.object_id))


@outbox.handles("order.cancelled")
def free_goods(event: outbox.Event) -> None:
    free_stock(Order.objects.get(pk=event.object_id))


@outbox.handles("order_part.cancelled")
def free_goods_of_a_part(event: outbox.Event) -> None:
    free_stock(OrderPart.objects.select_related("order").get(pk=event.object_id).order)


@outbox.handles("order.paid", "order.cancelled")
def give_back_what_was_paid(event: outbox.Event) -> None:
    """All that is left of parts that were called off, before or after they were paid."""
    refund_called_off(Order.objects.get(pk=event.object_id))


@outbox.handles("order_part.cancelled")
def give_back_a_part(event: outbox.Event) -> None:
    refund_called_off(OrderPart.objects.select_related("order").get(pk=event.object_id).order)


@outbox.handles("order.cancelled")
def flag_what_came_in(event: outbox.Event) -> None:
    """Less than the total may have come in, of which nobody has a share."""
    order = Order.objects.get(pk=event.object_id)
    if books.surplus(order):
        outbox.publish("payment.surplus", order, key=f"{order.pk}:{books.received(order)}")


@outbox.handles("order.paid", "order.cancelled", transactional=False)
def close_payments(event: outbox.Event) -> None:
    """Nobody shall pay it any more in another way; whoever just did is told by the books."""
    for payment in Payment.objects.select_related("order").filter(order__pk=event.object_id, state__in=UNDER_WAY):
        if payment.gateway == GatewayName.STRIPE and not payment.external_id:
            Payment.objects.filter(pk=payment.pk, state=PaymentState.STARTED).update(state=PaymentState.CLOSED)
        else:
            record(payment, gateway(payment.gateway).expire(payment))


@outbox.handles("refund.requested", transactional=False)
def give_back(event: outbox.Event) -> None:
    known = Refund.objects.select_related("payment__order")
    made = known.get(pk=event.object_id)
    try:
        if _may_be_there(made, event):
            sync(made.payment)
            made = known.get(pk=made.pk)
        send_refund(made)
    except GatewayRefused as refused:
        try:
            sync(made.payment)  # somebody may have made it at the gateway itself
        except GatewayRefused:  # the payment is unknown there, as with wrong keys, which somebody may set right
            if event.attempt < PATIENT_ATTEMPTS:
                raise
        give_up_refund(made, str(refused))


def _may_be_there(made: Refund, event: outbox.Event) -> bool:
    """It was asked for before, maybe by a key that the gateway forgot since: asked again it would be a second one."""
    asked_before = event.attempt > 1 or made.created_at < timezone.now() - KEYS_ARE_KEPT
    return asked_before and made.payment.gateway == GatewayName.STRIPE


@outbox.handles("refund.done")
def tell_given_back(event: outbox.Event) -> None:
    letters.to_buyer_refunded(Refund.objects.select_related("order", "payment").get(pk=event.object_id))


@outbox.handles("payment.surplus")
def tell_surplus(event: outbox.Event) -> None:
    letters.to_team_surplus(Order.objects.get(pk=event.object_id))


@outbox.handles("payout.transfer", transactional=False)
def transfer_by_connect(event: outbox.Event) -> None:
    payout = Payout.objects.select_related("batch").get(pk=event.object_id)
    if payout.state == PayoutState.TO_SEND:
        mark_paid(SYSTEM, payout, bank_reference=StripeConnect().transfer(payout))


@outbox.handles("payout.paid")
def tell_paid_out(event: outbox.Event) -> None:
    letters.to_payee_paid(Payout.objects.select_related("batch", "producer", "network").get(pk=event.object_id))


@every(RECONCILE_S)
def reconcile() -> int:
    """Ask Stripe about what may have changed without our hearing of it; answers how many payments were asked about."""
    now = timezone.now()
    open_ones = Q(state__in=UNDER_WAY) & ~Q(external_id="")
    recent = Q(state__in=[PaymentState.PAID, PaymentState.CLOSED], created_at__gte=now - LOOK_BACK) & ~Q(external_id="")
    stale = Q(checked_at=None) | Q(checked_at__lt=now - timedelta(seconds=RECONCILE_S))
    found = Payment.objects.select_related("order").filter(open_ones | recent, stale, gateway=GatewayName.STRIPE)
    asked = 0
    for payment in found.order_by(F("checked_at").asc(nulls_first=True))[:A_BATCH]:
        try:
            sync(payment)
        except GatewayRefused:  # unknown there, as after a change of keys: the others get their turn all the same
            logger.warning("The gateway does not know payment %s", payment.pk)
            Payment.objects.filter(pk=payment.pk).update(checked_at=now)
        asked += 1
    return asked


@outbox.handles("bank_account.changed")
def tell_account_changed(event: outbox.Event) -> None:
    row = BankAccount.objects.select_related("producer", "network").get(pk=event.object_id)
    letters.to_payee_account_changed(row, str(event.message_id))
