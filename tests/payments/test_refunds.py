"""Money back: adds up, out of the right shares, through the right payment, once."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from foundation import audit, worker
from foundation.actors import SYSTEM
from foundation.models import OutboxMessage, OutgoingMail
from inquiries.enums import OrderStatus, PartStatus
from inquiries.services.orders import cancel_order, lapse_orders, move_part
from payments import books
from payments.admin import reads
from payments.enums import AccountKind, FeeKind, GatewayName, RefundState
from payments.fake_stripe import api
from payments.gateways import gateway
from payments.handlers import PATIENT_ATTEMPTS
from payments.ledger import account, balance, difference
from payments.models import FakeObject, Payment, Refund
from payments.services import (
    BackAlready,
    OperationKnown,
    RefundRefused,
    confirm_refund,
    confirm_transfer,
    refund,
    send_refund,
    sync,
)
from payments.services.payouts import owed_to_producers
from tests.builders import a_mandate, a_network, a_user
from tests.payments.rows import a_fee, a_payment, an_order, paid

pytestmark = pytest.mark.django_db


def work() -> None:
    OutboxMessage.objects.filter(kind=api.DELIVER).delete()
    worker.run_until_idle()


def test_all_of_it_goes_back_and_nobody_keeps_a_peso():
    network = a_network()
    a_fee(FeeKind.NETWORK, 333)
    a_fee(FeeKind.PLATFORM, 777)
    order = an_order(10_007, 5_003, network=network)
    paid(order)

    refund(SYSTEM, order)
    work()

    accounts = [account(AccountKind.NETWORK, network), account(AccountKind.PLATFORM), account(AccountKind.STRIPE)]
    accounts += [account(AccountKind.PRODUCER, part.producer) for part in order.parts.all()]
    assert [balance(one) for one in accounts] == [0] * 5
    assert books.refunded(order) == order.total
    assert OutgoingMail.objects.filter(key__startswith="refund-").count() == 1


def test_a_part_of_it_is_taken_from_every_share_alike():
    order = an_order(10_000, 30_000)
    paid(order)

    [made] = refund(SYSTEM, order, amount=4_760)
    work()

    made.refresh_from_db()
    assert made.state == RefundState.DONE
    assert [back.gross for back in made.reversals.all()] == [1_190, 3_570]


def test_one_producers_part_leaves_the_others_alone():
    order = an_order(10_000, 30_000)
    paid(order)
    first, second = order.parts.all()

    refund(SYSTEM, order, parts={first: 5_000})

    assert balance(account(AccountKind.PRODUCER, first.producer)) == -6_900
    assert balance(account(AccountKind.PRODUCER, second.producer)) == -second.total


@pytest.mark.parametrize("amount", [0, -5, 11_901])
def test_no_more_goes_back_than_came_in(amount):
    order = an_order(10_000)
    paid(order)

    with pytest.raises(RefundRefused):
        refund(SYSTEM, order, amount=amount)
    assert not Refund.objects.exists()


def test_two_refunds_never_take_more_than_there_was():
    order = an_order(10_000)
    paid(order)
    refund(SYSTEM, order, amount=11_000)

    with pytest.raises(RefundRefused):
        refund(SYSTEM, order, amount=901)
    refund(SYSTEM, order, amount=900)
    assert difference() == 0


def test_nothing_goes_back_of_an_order_nobody_paid():
    with pytest.raises(RefundRefused):
        refund(SYSTEM, an_order(10_000))


def test_a_buyer_who_calls_it_off_before_it_leaves_gets_all_of_it_back():
    order = an_order(10_000, 5_000)
    paid(order)

    cancel_order(SYSTEM, order, reason="cambio de planes")
    work()

    assert books.refunded(order) == order.total
    assert balance(account(AccountKind.STRIPE)) == 0
    assert not owed_to_producers() or all(owed.due == 0 and owed.coming == 0 for owed in owed_to_producers().values())


def test_asked_again_after_the_answer_was_lost_it_is_one_refund():
    order = an_order(10_000)
    paid(order)
    [made] = refund(SYSTEM, order)

    send_refund(made)
    send_refund(made)  # as read before: what the worker does that was killed after Stripe had answered

    assert FakeObject.objects.filter(kind="refund").count() == 1
    assert books.refunded(order) == order.total


def test_what_the_gateway_refuses_to_give_back_is_left_to_the_team():
    order = an_order(10_000)
    payment = paid(order)
    FakeObject.objects.filter(pk=payment.intent_id).delete()

    [made] = refund(SYSTEM, order)
    work()

    made.refresh_from_db()
    assert made.state == RefundState.FAILED
    assert made in reads.waiting(a_user(is_superuser=True)).refunds
    assert not OutboxMessage.objects.dead().exists()
    assert confirm_refund(SYSTEM, made, bank_reference="D-9").state == RefundState.DONE


def test_a_payment_the_gateway_does_not_know_is_tried_for_hours_before_it_is_left_to_the_team():
    order = an_order(10_000)
    payment = paid(order)
    FakeObject.objects.filter(pk__in=[payment.intent_id, payment.external_id]).delete()
    [made] = refund(SYSTEM, order)

    work()
    made.refresh_from_db()
    assert made.state == RefundState.REQUESTED

    OutboxMessage.objects.waiting().update(attempts=PATIENT_ATTEMPTS - 1, available_at=timezone.now())
    work()
    made.refresh_from_db()
    assert made.state == RefundState.FAILED


def test_one_made_at_the_gateway_where_ours_was_meant_is_ours():
    order = an_order(10_000)
    payment = paid(order)
    [made] = refund(SYSTEM, order)
    api.answer("POST", "/v1/refunds", f"payment_intent={payment.intent_id}&amount={order.total}", {})

    work()

    assert [(one.pk, one.state) for one in Refund.objects.all()] == [(made.pk, RefundState.DONE)]
    assert books.refunded(order) == order.total


def test_what_went_back_otherwise_in_part_is_not_transferred_on_top():
    order = an_order(10_000)
    payment = paid(order)
    [made] = refund(SYSTEM, order)
    api.answer("POST", "/v1/refunds", f"payment_intent={payment.intent_id}&amount=1190", {})
    work()

    made.refresh_from_db()
    assert made.state == RefundState.FAILED
    with pytest.raises(BackAlready):
        confirm_refund(SYSTEM, made, bank_reference="D-9")
    assert books.refunded(order) == 1_190


def test_a_refund_refused_because_it_is_there_already_is_not_made_again_by_hand():
    order = an_order(10_000)
    payment = paid(order)
    [made] = refund(SYSTEM, order)
    gateway(payment.gateway).refund(made)  # the worker was killed, and tries again when the key is forgotten
    Refund.objects.update(effect_key="another")

    work()

    assert Refund.objects.get().state == RefundState.DONE
    assert books.refunded(order) == order.total


def test_a_refund_made_at_the_gateway_itself_is_found_and_shared_out():
    order = an_order(10_000)
    payment = paid(order)
    api.answer("POST", "/v1/refunds", f"payment_intent={payment.intent_id}&amount=1190", {})

    sync(payment)
    sync(payment)

    [made] = Refund.objects.all()
    assert (made.amount, made.state, made.reversals.get().gross) == (1_190, RefundState.DONE, 1_190)
    assert books.surplus(order) == 0


def test_paid_twice_is_written_down_flagged_and_given_back_without_touching_shares():
    order = an_order(10_000)
    card, transfer = a_payment(order), a_payment(order, GatewayName.TRANSFER)
    api.pay_session(card.external_id)
    confirm_transfer(SYSTEM, transfer, amount=11_900, received_on=date(2026, 11, 3), bank_reference="77123")

    sync(card)

    order.refresh_from_db()
    assert order.status == OrderStatus.PAID
    assert books.surplus(order) == 11_900
    assert OutboxMessage.objects.filter(kind="payment.surplus").exists()
    refund(SYSTEM, order, surplus=True)
    work()
    order.refresh_from_db()
    assert (order.status, books.surplus(order)) == (OrderStatus.PAID, 0)
    assert balance(account(AccountKind.PRODUCER, order.parts.get().producer)) == -11_900


def test_paid_after_its_time_it_stays_called_off_and_what_came_in_is_flagged():
    order = an_order(10_000)
    payment = a_payment(order)
    type(order).objects.update(pay_by=timezone.now() - timedelta(minutes=1))
    api.pay_session(payment.external_id)
    lapse_orders(timezone.now())

    work()

    order.refresh_from_db()
    assert order.status == OrderStatus.CANCELLED
    assert books.surplus(order) == 11_900
    [made] = refund(SYSTEM, order, surplus=True)
    send_refund(made)
    assert books.surplus(order) == 0
    assert books.refunded(order) == 11_900


def test_an_order_paid_by_transfer_can_be_paid_no_more_by_card():
    order = an_order(10_000)
    card, transfer = a_payment(order), a_payment(order, GatewayName.TRANSFER)
    confirm_transfer(SYSTEM, transfer, amount=11_900, received_on=date(2026, 11, 3), bank_reference="77123")

    work()

    assert api.pay_session(card.external_id).body["payment_status"] == "unpaid"


def test_an_order_that_lapses_can_be_paid_no_more():
    order = an_order(10_000)
    payment = a_payment(order)
    type(order).objects.update(pay_by=timezone.now() - timedelta(minutes=1))
    lapse_orders(timezone.now())
    work()

    assert api.pay_session(payment.external_id).body["payment_status"] == "unpaid"
    assert Payment.objects.get().state == "closed"


def test_a_transfer_goes_back_when_the_team_says_so():
    order = an_order(10_000)
    payment = a_payment(order, GatewayName.TRANSFER)
    confirm_transfer(SYSTEM, payment, amount=11_900, received_on=date(2026, 11, 3), bank_reference="77123")
    [made] = refund(SYSTEM, order, amount=900)
    work()
    made.refresh_from_db()
    assert made.state == RefundState.REQUESTED

    confirm_refund(SYSTEM, made, bank_reference="D-9")

    made.refresh_from_db()
    assert made.state == RefundState.DONE
    assert balance(account(AccountKind.BANK)) == 11_000


def test_a_card_refund_is_not_confirmed_by_hand():
    order = an_order(10_000)
    paid(order)
    [made] = refund(SYSTEM, order)

    with pytest.raises(RefundRefused):
        confirm_refund(SYSTEM, made, bank_reference="D-9")


def test_a_transfer_in_two_pieces_pays_once_it_is_all_there():
    order = an_order(10_000)
    payment = a_payment(order, GatewayName.TRANSFER)
    confirm_transfer(SYSTEM, payment, amount=10_000, received_on=date(2026, 11, 3), bank_reference="1")
    order.refresh_from_db()
    assert order.status == OrderStatus.PLACED

    for _again in range(2):
        confirm_transfer(SYSTEM, payment, amount=1_900, received_on=date(2026, 11, 4), bank_reference="2")

    order.refresh_from_db()
    assert order.status == OrderStatus.PAID
    assert (books.received(order), books.surplus(order)) == (11_900, 0)


def test_a_refund_after_it_was_received_is_owed_less():
    order = an_order(10_000)
    paid(order)
    part = order.parts.get()
    for status in (PartStatus.DISPATCHED, PartStatus.RECEIVED):
        move_part(SYSTEM, part, status)
        part.refresh_from_db()

    refund(SYSTEM, order, amount=1_900)

    assert owed_to_producers()[part.producer_id].due == 10_000


def test_called_off_after_a_part_went_back_the_rest_goes_back_too():
    order = an_order(10_000)
    paid(order)
    refund(SYSTEM, order, amount=1_900)

    cancel_order(SYSTEM, order)
    work()

    assert sorted(Refund.objects.values_list("amount", flat=True)) == [1_900, 10_000]
    assert books.refunded(order) == order.total


def test_a_part_that_is_called_off_goes_back_and_the_others_stand():
    order = an_order(10_000, 30_000)
    paid(order)
    first, second = order.parts.order_by("pk")

    move_part(SYSTEM, first, PartStatus.CANCELLED)
    work()

    order.refresh_from_db()
    assert (order.status, books.refunded(order)) == (OrderStatus.PAID, first.total)
    assert balance(account(AccountKind.PRODUCER, first.producer)) == 0
    assert balance(account(AccountKind.PRODUCER, second.producer)) == -second.total


def test_a_part_called_off_before_the_payment_is_given_back_when_it_comes():
    order = an_order(10_000, 30_000)
    move_part(SYSTEM, order.parts.order_by("pk")[0], PartStatus.CANCELLED)
    paid(order)

    work()

    assert (books.received(order), books.refunded(order)) == (order.total, 11_900)


def test_what_came_in_of_an_order_that_lapsed_half_paid_is_told_to_the_team():
    order = an_order(10_000)
    user = a_user("equipo@ejemplo.cl")
    a_mandate(user, order.parts.get().producer.territory)
    payment = a_payment(order, GatewayName.TRANSFER)
    confirm_transfer(SYSTEM, payment, amount=10_000, received_on=date(2026, 11, 3), bank_reference="1")
    type(order).objects.update(pay_by=timezone.now() - timedelta(minutes=1))

    lapse_orders(timezone.now())
    work()

    order.refresh_from_db()
    assert books.surplus(order) == 10_000
    assert "$10.000" in OutgoingMail.objects.get(key__startswith="surplus-").text


def test_a_surplus_that_went_back_before_the_letter_is_not_told():
    order = an_order(10_000)
    a_mandate(a_user("equipo@ejemplo.cl"), order.parts.get().producer.territory)
    transfer = a_payment(order, GatewayName.TRANSFER)
    confirm_transfer(SYSTEM, transfer, amount=12_900, received_on=date(2026, 11, 3), bank_reference="5")
    refund(SYSTEM, order, surplus=True)

    work()

    assert not OutgoingMail.objects.filter(key__startswith="surplus-").exists()


def test_a_form_sent_twice_gives_back_once():
    order = an_order(10_000)
    paid(order)
    refund(SYSTEM, order, amount=500, seen=0)

    with pytest.raises(RefundRefused):
        refund(SYSTEM, order, amount=500, seen=0)
    assert Refund.objects.count() == 1


def two_to_transfer(order):
    payment = a_payment(order, GatewayName.TRANSFER)
    confirm_transfer(SYSTEM, payment, amount=11_900, received_on=date(2026, 11, 3), bank_reference="77123")
    return [refund(SYSTEM, order, amount=amount)[0] for amount in (900, 1_000)]


def test_one_operation_of_the_bank_is_one_refund():
    first, second = two_to_transfer(an_order(10_000))
    for _again in range(2):
        confirm_refund(SYSTEM, first, bank_reference="D-9")

    with pytest.raises(OperationKnown):
        confirm_refund(SYSTEM, second, bank_reference="D-9")

    second.refresh_from_db()
    assert second.state == RefundState.REQUESTED
    assert audit.entries(first, "refund.transferred").count() == 1


def test_a_refund_that_was_transferred_is_not_transferred_again():
    first, _second = two_to_transfer(an_order(10_000))
    confirm_refund(SYSTEM, first, bank_reference="D-9")

    with pytest.raises(RefundRefused):
        confirm_refund(SYSTEM, first, bank_reference="D-10")
    assert balance(account(AccountKind.BANK)) == 11_000
