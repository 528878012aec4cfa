"""Many pay, buy and tell at once. Each rule has a control, with its lock or condition off, that breaks it."""

import threading
import uuid
from collections import Counter
from datetime import date

import pytest
from django.db import connection
from django.utils import timezone

from catalog.models import Stock
from catalog.querysets import StockQuerySet
from foundation import outbox, worker
from foundation.actors import SYSTEM
from foundation.models import OutboxMessage
from inquiries.enums import PartStatus
from inquiries.models import Order
from inquiries.services.orders import cancel_order, move_part
from payments import books
from payments.enums import TransactionKind
from payments.fake_stripe import api
from payments.models import Payment, PayoutBatch, Refund, StockHold, StripeEvent, Transaction
from payments.services import (
    RefundRefused,
    checkout,
    confirm_transfer,
    make_batch,
    paying,
    payouts,
    refund,
    refunding,
    start_payment,
    sync,
)
from payments.services.checkout import free_stock, take_stock
from payments.services.payouts import NothingOwed
from tests.builders import a_producer
from tests.payments.rows import a_bank_account, a_basket, a_payment, a_shelf, an_event, an_order, hook, paid, told

pytestmark = pytest.mark.django_db(transaction=True)
AT_ONCE = 8


def test_the_last_piece_is_sold_once(race):
    shelf = a_shelf(on_hand=1)

    outcomes = race(lambda: a_basket((shelf, 1)) and "sold", AT_ONCE)

    assert outcomes == {"sold": 1, "OutOfStock": AT_ONCE - 1}
    assert Order.objects.count() == 1
    assert Stock.objects.get().available == 0


def test_control_stock_read_before_it_is_written_is_oversold(race, monkeypatch):
    shelf = a_shelf(on_hand=1)
    all_have_read = threading.Barrier(AT_ONCE)
    seen = threading.local()

    def trusting(stocks: StockQuerySet, format_id: int, pieces: int) -> bool:
        if seen.available < pieces:
            return False
        return bool(stocks.filter(format_id=format_id).update(updated_at=timezone.now()))

    def buy() -> str:
        seen.available = Stock.objects.get().available
        all_have_read.wait()
        return a_basket((shelf, 1)) and "sold"

    monkeypatch.setattr(StockQuerySet, "hold", trusting)

    assert race(buy, AT_ONCE)["sold"] == AT_ONCE


def test_two_baskets_with_the_same_goods_in_another_order_do_not_stand_still(race):
    one, two = a_shelf(on_hand=100), a_shelf(on_hand=100)
    turns = iter([((one, 1), (two, 1)), ((two, 1), (one, 1))] * 4)

    assert race(lambda: a_basket(*next(turns)) and "sold", 8) == {"sold": 8}


def test_control_goods_held_in_the_order_of_the_basket_wait_for_one_another(race, monkeypatch):
    if connection.vendor == "sqlite":
        pytest.skip("one writes at a time there")
    one, two = a_shelf(on_hand=100), a_shelf(on_hand=100)
    turns = iter([((one, 1), (two, 1)), ((two, 1), (one, 1))])
    both_hold_one = threading.Barrier(2, timeout=10)
    held = threading.local()
    hold = StockQuerySet.hold

    def and_wait(stocks: StockQuerySet, format_id: int, pieces: int) -> bool:
        done = hold(stocks, format_id, pieces)
        if not getattr(held, "first", False):
            held.first = True
            both_hold_one.wait()
        return done

    monkeypatch.setattr(StockQuerySet, "hold", and_wait)
    monkeypatch.setattr(checkout, "sorted", lambda lines, key: list(lines), raising=False)

    outcomes = race(lambda: a_basket(*next(turns)) and "sold", 2)

    assert outcomes == {"sold": 1, "OperationalError": 1}


def test_one_event_told_twenty_times_at_once_is_one_payment(race):
    payment = a_payment(an_order(10_000))
    api.pay_session(payment.external_id)
    body = told()[0]

    assert race(lambda: hook(body).status_code, 20) == {"204": 20}

    assert StripeEvent.objects.count() == 1
    assert OutboxMessage.objects.filter(kind="stripe.event").count() == 1


def test_control_an_event_kept_without_its_key_is_worked_on_twenty_times(race, monkeypatch):
    publish = outbox.publish
    monkeypatch.setattr(outbox, "publish", lambda kind, row, key: publish(kind, row))
    body = an_event()

    race(lambda: hook(body).status_code, 20)

    assert OutboxMessage.objects.filter(kind="stripe.event").count() == 20


def test_event_return_and_reconciler_at_once_are_one_fulfilment(race):
    order = an_order(10_000)
    payment = a_payment(order)
    api.pay_session(payment.external_id)

    race(lambda: sync(payment).state, AT_ONCE)

    assert books.received(order) == order.total
    assert Counter(Transaction.objects.values_list("kind", flat=True)) == {
        TransactionKind.CHARGE: 1, TransactionKind.SPLIT: 1,
    }  # fmt: skip
    assert OutboxMessage.objects.filter(kind="order.paid", handler__endswith="take_goods").count() == 1


def test_control_charges_without_their_key_are_written_down_by_each(race, monkeypatch):
    order = an_order(10_000)
    payment = a_payment(order)
    api.pay_session(payment.external_id)
    post = paying.post
    monkeypatch.setattr(paying, "post", lambda kind, *, key, **told: post(kind, key=str(uuid.uuid4()), **told))

    race(lambda: sync(payment).state, AT_ONCE)

    assert books.received(order) == order.total * AT_ONCE


def test_two_tabs_open_one_payment(race):
    order = an_order(10_000)

    outcomes = race(lambda: start_payment(SYSTEM, order, "stripe").pk, AT_ONCE)

    assert list(outcomes.values()) == [AT_ONCE]


def test_control_tabs_that_do_not_look_are_stopped_by_the_database_alone(race, monkeypatch):
    order = an_order(10_000)
    monkeypatch.setattr(paying, "UNDER_WAY", frozenset())

    outcomes = race(lambda: start_payment(SYSTEM, order, "stripe") and "started", AT_ONCE)

    assert outcomes == {"started": 1, "IntegrityError": AT_ONCE - 1}
    assert Payment.objects.count() == 1


def test_all_of_an_order_is_given_back_once(race):
    order = an_order(10_000)
    paid(order)

    outcomes = race(lambda: len(refund(SYSTEM, order)), AT_ONCE)

    assert outcomes == {"1": 1, RefundRefused.__name__: AT_ONCE - 1}
    assert Refund.objects.count() == 1


def test_control_shares_read_before_the_lock_are_given_back_by_each_that_may(race, monkeypatch):
    """The shares' own arithmetic is then the last to refuse."""
    order = an_order(10_000)
    paid(order)
    read = refunding._wanted(order, None, None)
    monkeypatch.setattr(refunding, "_wanted", lambda *args: dict(read))
    monkeypatch.setattr(refunding, "refundable", lambda payment: order.total)

    assert race(lambda: len(refund(SYSTEM, order)), AT_ONCE) == {"1": 1, "ValueError": AT_ONCE - 1}


def paid_twice() -> Order:
    order = an_order(10_000)
    paid(order)
    transfer = Payment.objects.create(order=order, gateway="transfer", amount=order.total, reference="TF-1")
    told = {"received_on": date(2026, 11, 3), "bank_reference": "1"}
    confirm_transfer(SYSTEM, transfer, amount=order.total, **told)
    return order


def test_a_surplus_is_given_back_once(race):
    order = paid_twice()

    outcomes = race(lambda: refund(SYSTEM, order, surplus=True) and "back", AT_ONCE)

    assert outcomes == {"back": 1, RefundRefused.__name__: AT_ONCE - 1}


def test_control_a_surplus_read_before_the_lock_is_given_back_by_all(race, monkeypatch):
    order = paid_twice()
    read = books.surplus(order)
    monkeypatch.setattr(refunding.books, "surplus", lambda _order: read)
    monkeypatch.setattr(refunding, "refundable", lambda payment: order.total)

    outcomes = race(lambda: refund(SYSTEM, order, surplus=True) and "back", AT_ONCE)

    assert outcomes == {"back": AT_ONCE}
    assert sum(Refund.objects.values_list("amount", flat=True)) == order.total * AT_ONCE


def test_one_form_of_a_refund_sent_many_times_gives_back_once(race):
    order = an_order(10_000)
    paid(order)

    outcomes = race(lambda: refund(SYSTEM, order, amount=500, seen=0) and "back", AT_ONCE)

    assert outcomes == {"back": 1, RefundRefused.__name__: AT_ONCE - 1}


def test_control_a_form_that_says_nothing_of_what_was_seen_gives_back_each_time(race):
    order = an_order(10_000)
    paid(order)

    assert race(lambda: refund(SYSTEM, order, amount=500) and "back", AT_ONCE) == {"back": AT_ONCE}


def received() -> None:
    maker = a_producer()
    order = an_order(10_000, producers=[maker])
    paid(order)
    part = order.parts.get()
    for status in (PartStatus.DISPATCHED, PartStatus.RECEIVED):
        part = move_part(SYSTEM, part, status)
    a_bank_account(maker)


def test_two_batches_at_once_pay_nobody_twice(race):
    received()

    outcomes = race(lambda: make_batch(SYSTEM).total, 4)

    assert outcomes == {"11900": 1, NothingOwed.__name__: 3}
    assert PayoutBatch.objects.count() == 1


def test_control_batches_that_trust_what_they_read_before_pay_twice(race, monkeypatch):
    received()
    read = payouts.owed_to_producers()
    monkeypatch.setattr(payouts, "owed_to_producers", lambda pks: read)

    assert race(lambda: make_batch(SYSTEM).total, 4) == {"11900": 4}


def test_workers_side_by_side_take_the_goods_once(race):
    shelf = a_shelf(on_hand=5)
    paid(a_basket((shelf, 2)))
    OutboxMessage.objects.filter(kind=api.DELIVER).delete()

    race(worker.run_until_idle, 4)

    stock = Stock.objects.get()
    assert (stock.on_hand, stock.held) == (3, 0)


def four_baskets(monkeypatch, *, trusting: bool) -> Order:
    """Of ten pieces eight are held, two by each order; the first is called off in the moment it was paid."""
    shelf = a_shelf(on_hand=10)
    order, *_others = [a_basket((shelf, 2)) for _ in range(4)]
    if trusting:
        read = list(StockHold.objects.filter(order=order))
        monkeypatch.setattr(checkout, "_holds_to_move", lambda order, state: read)
    return order


def test_the_goods_of_one_order_leave_the_shelf_once(race, monkeypatch):
    order = four_baskets(monkeypatch, trusting=False)

    race(lambda: take_stock(order), 4)

    stock = Stock.objects.get()
    assert (stock.on_hand, stock.held) == (8, 6)


def test_control_holds_read_before_the_lock_take_the_goods_of_others(race, monkeypatch):
    order = four_baskets(monkeypatch, trusting=True)

    race(lambda: take_stock(order), 4)

    stock = Stock.objects.get()
    assert (stock.on_hand, stock.held) == (2, 0)


def paid_and_called_off(race, order: Order) -> tuple[int, int]:
    cancel_order(SYSTEM, order)
    turns = iter([take_stock, free_stock])
    race(lambda: next(turns)(order), 2)
    stock = Stock.objects.get()
    return stock.on_hand, stock.held


def test_paid_and_called_off_at_once_all_is_on_the_shelf_again(race, monkeypatch):
    assert paid_and_called_off(race, four_baskets(monkeypatch, trusting=False)) == (10, 6)


def test_control_paid_and_called_off_by_what_was_read_before_loses_goods(race, monkeypatch):
    assert paid_and_called_off(race, four_baskets(monkeypatch, trusting=True)) == (8, 4)
