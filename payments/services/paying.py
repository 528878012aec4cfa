"""From the wish to pay to a paid order. Whether it is paid is read from the ledger, never from an event."""

from datetime import date, datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.crypto import get_random_string

from foundation import audit, crash, locking, outbox
from foundation.actors import SYSTEM, Actor
from foundation.models import User
from foundation.numbers import LEGIBLE
from inquiries.enums import OrderStatus
from inquiries.models import Order
from inquiries.services.orders import pay
from payments import books
from payments.enums import PAYMENT_NEXT, UNDER_WAY, AccountKind, GatewayName, PaymentState, TransactionKind
from payments.gateways import GatewayError, GatewayRefused, Standing, gateway
from payments.ledger import account, post
from payments.models import Payment, Receipt

from .refunding import record_refunds
from .sharing import share_out

GRACE = timedelta(minutes=5)
"""Between the end of a checkout and the lapse of its order: time for the last word to arrive."""
HELD_AT = {GatewayName.STRIPE: AccountKind.STRIPE, GatewayName.TRANSFER: AccountKind.BANK}


class PaymentClosed(Exception):
    """The order is not to be paid any more, or not in this way."""


def start_payment(actor: Actor | User, order: Order, name: GatewayName | str) -> Payment:
    """The payment under way for this order and gateway, or a new one; nothing has been asked of the gateway yet.

    Who says they will transfer gets the days a transfer takes. Raises PaymentClosed.
    """
    with transaction.atomic():
        order = locking.lock(Order, order.pk)
        now = timezone.now()
        if order.status != OrderStatus.PLACED or (order.pay_by is not None and order.pay_by <= now):
            raise PaymentClosed(order.get_status_display())
        _close_overdue(order, now)
        payment = Payment.objects.filter(order=order, gateway=name, state__in=UNDER_WAY).first()
        if payment is not None:
            return payment
        limits = gateway(name).capabilities()
        ends = min(max(order.pay_by or now + limits.longest, now + limits.shortest), now + limits.longest)
        payment = Payment.objects.create(
            order=order,
            gateway=name,
            amount=order.total,
            expires_at=ends,
            reference=_new_reference() if name == GatewayName.TRANSFER else "",
            state=PaymentState.OPEN if name == GatewayName.TRANSFER else PaymentState.STARTED,
        )
        _wait_for(order, payment)
        audit.record(actor, "payment.started", payment, order=order.pk, gateway=name, amount=payment.amount)
    return payment


def _new_reference() -> str:
    """As short as a bank's comment field takes, and read out on the telephone."""
    return f"TF-{get_random_string(8, LEGIBLE)}"


def _wait_for(order: Order, payment: Payment) -> None:
    """The order does not lapse while it is being paid; once for each gateway, or one could hold goods for ever."""
    earlier = Payment.objects.filter(order=order, gateway=payment.gateway).exclude(pk=payment.pk)
    if payment.gateway == GatewayName.STRIPE:
        earlier = earlier.exclude(external_id="")  # never opened: nobody could pay it
    if (
        not earlier.exists()
        and payment.expires_at
        and order.pay_by is not None
        and order.pay_by < payment.expires_at + GRACE
    ):
        order.pay_by = payment.expires_at + GRACE
        order.version += 1
        order.save()


def _close_overdue(order: Order, now: datetime) -> None:
    overdue = Payment.objects.filter(order=order, gateway=GatewayName.STRIPE, state__in=UNDER_WAY, expires_at__lte=now)
    overdue.update(state=PaymentState.CLOSED)


def begin_checkout(actor: Actor | User, order: Order, name: GatewayName | str) -> Payment:
    """Start the payment and open its page, outside of a transaction. Raises PaymentClosed, GatewayError.

    A card that went through and is not in the books yet closes it too. What the gateway could not be asked in time,
    and now refuses, is given up for a new one.
    """
    opened = Payment.objects.filter(order=order, gateway=GatewayName.STRIPE, state__in=UNDER_WAY).first()
    if opened is not None and went_through(opened):
        raise PaymentClosed(PaymentState.PAID.label)
    try:
        payment = _open_for(order, start_payment(actor, order, name))
    except GatewayRefused:
        payment = _open_for(order, start_payment(actor, order, name))
    if payment.state == PaymentState.CLOSED:  # paid in another way or called off while the page was being opened
        record(payment, gateway(payment.gateway).expire(payment))
        raise PaymentClosed(payment.get_state_display())
    return payment


def went_through(payment: Payment) -> bool:
    """Whether the gateway has it as paid, whatever the books say yet. Writes nothing.

    A gateway that does not answer says nothing: who cannot be told so may pay in another way.
    """
    if not payment.external_id or payment.gateway != GatewayName.STRIPE:
        return False
    try:
        return gateway(payment.gateway).fetch(payment).state == PaymentState.PAID
    except (GatewayError, LookupError):  # down, or cards are not taken here any more
        return False


def _open_for(order: Order, payment: Payment) -> Payment:
    payment.order = order
    try:
        return open_checkout(payment)
    except GatewayRefused:
        Payment.objects.filter(pk=payment.pk, external_id="").update(state=PaymentState.CLOSED)
        raise


def open_checkout(payment: Payment) -> Payment:
    """Ask the gateway for the page where it is paid, with the key stored before. Raises GatewayError.

    Outside of a transaction. Asked twice, or again after a crash, it is the same page.
    """
    if payment.external_id or payment.gateway == GatewayName.TRANSFER:
        return payment
    checkout = gateway(payment.gateway).create_checkout(payment)
    crash.point("payment.checkout_made")
    with transaction.atomic():
        payment = locking.lock(Payment, payment.pk)
        if not payment.external_id:
            payment.external_id, payment.url = checkout.external_id, checkout.url
            if payment.state == PaymentState.STARTED:
                payment.state = PaymentState.OPEN
            payment.version += 1
            payment.save()
    return payment


def sync(payment: Payment) -> Payment:
    """Ask the gateway how the payment stands now, and take it over. Raises GatewayError."""
    payment = open_checkout(payment)
    standing = gateway(payment.gateway).fetch(payment)
    crash.point("payment.fetched")
    return record(payment, standing)


def record(payment: Payment, standing: Standing) -> Payment:
    """Write down what the gateway says; said again, or in another order, it changes nothing."""
    with transaction.atomic():
        order = locking.lock(Order, payment.order_id)
        payment = locking.lock(Payment, payment.pk)
        payment.checked_at = timezone.now()
        payment.intent_id = standing.intent_id or payment.intent_id
        if standing.state in PAYMENT_NEXT[PaymentState(payment.state)]:
            payment.state = standing.state
            payment.version += 1
            audit.record(SYSTEM, f"payment.{standing.state.value}", payment, order=order.pk)
        payment.save()
        if standing.paid and payment.gateway == GatewayName.STRIPE:
            _charge(payment, order, standing.paid, key=f"charge:{payment.pk}")
        crash.point("payment.charged")
        order = settle(order)
        record_refunds(payment, order, standing.refunds)
        crash.point("payment.before_commit")
    return payment


def confirm_transfer(
    actor: Actor | User, payment: Payment, *, amount: int, received_on: date, bank_reference: str
) -> Receipt:
    """The team found the transfer on the statement. The same operation of the same day is written down once.

    Raises PaymentClosed for a payment that is no transfer, or an operation that was written down for another payment.
    """
    if payment.gateway != GatewayName.TRANSFER:
        raise PaymentClosed(payment.get_gateway_display())
    with transaction.atomic():
        order = locking.lock(Order, payment.order_id)
        payment = locking.lock(Payment, payment.pk)
        try:
            with transaction.atomic():
                receipt = Receipt.objects.create(
                    payment=payment,
                    amount=amount,
                    received_on=received_on,
                    bank_reference=bank_reference.strip(),
                    confirmed_by=actor if isinstance(actor, User) else None,
                )
        except IntegrityError:
            known = Receipt.objects.get(received_on=received_on, bank_reference=bank_reference.strip())
            if (known.payment_id, known.amount) != (payment.pk, amount):
                raise PaymentClosed(bank_reference) from None
            return known
        _charge(payment, order, amount, key=f"charge:transfer:{receipt.pk}")
        audit.record(actor, "payment.transfer_confirmed", payment, order=order.pk, amount=amount)
        standing = gateway(payment.gateway).fetch(payment)
        if standing.state in PAYMENT_NEXT[PaymentState(payment.state)]:
            payment.state = standing.state
            payment.version += 1
            payment.save()
        settle(order)
        crash.point("payment.before_commit")
    return receipt


def _charge(payment: Payment, order: Order, amount: int, *, key: str) -> None:
    held = account(HELD_AT[GatewayName(payment.gateway)])
    post(
        TransactionKind.CHARGE,
        key=key,
        entries=[(held, amount), (account(AccountKind.ORDER, order), -amount)],
        about=order,
    )


def settle(order: Order) -> Order:
    """Once what came in covers the total, the order is paid and shared out. The order must be locked."""
    if order.status == OrderStatus.PLACED and books.received(order) >= order.total:
        order = pay(SYSTEM, order)
        share_out(order)
    if books.surplus(order):
        outbox.publish("payment.surplus", order, key=f"{order.pk}:{books.received(order)}")
    return order
