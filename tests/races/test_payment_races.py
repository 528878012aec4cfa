"""Many pay, buy and tell at once. Each rule has a control, with its lock or condition off, that breaks it."""

import threading
from collections import Counter

import pytest
from django.utils import timezone

from catalog.models import Stock
from catalog.querysets import StockQuerySet
from foundation import outbox, worker
from foundation.actors import SYSTEM
from foundation.models import OutboxMessage
from inquiries.enums import PartStatus
from inquiries.models import Order
from inquiries.services.orders import move_part
from payments import books
from payments.enums import TransactionKind
from payments.fake_stripe import api
from payments.models import PayoutBatch, Refund, StripeEvent, Transaction
from payments.services import RefundRefused, make_batch, refund, start_payment, sync
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


def test_two_tabs_open_one_payment(race):
    order = an_order(10_000)

    outcomes = race(lambda: start_payment(SYSTEM, order, "stripe").pk, AT_ONCE)

    assert list(outcomes.values()) == [AT_ONCE]


def test_all_of_an_order_is_given_back_once(race):
    order = an_order(10_000)
    paid(order)

    outcomes = race(lambda: len(refund(SYSTEM, order)), AT_ONCE)

    assert outcomes == {"1": 1, RefundRefused.__name__: AT_ONCE - 1}
    assert Refund.objects.count() == 1


def test_two_batches_at_once_pay_nobody_twice(race):
    maker = a_producer()
    order = an_order(10_000, producers=[maker])
    paid(order)
    part = order.parts.get()
    for status in (PartStatus.DISPATCHED, PartStatus.RECEIVED):
        part = move_part(SYSTEM, part, status)
    a_bank_account(maker)

    outcomes = race(lambda: make_batch(SYSTEM).total, 4)

    assert outcomes == {"11900": 1, NothingOwed.__name__: 3}
    assert PayoutBatch.objects.count() == 1


def test_workers_side_by_side_take_the_goods_once(race):
    shelf = a_shelf(on_hand=5)
    paid(a_basket((shelf, 2)))
    OutboxMessage.objects.filter(kind=api.DELIVER).delete()

    race(worker.run_until_idle, 4)

    stock = Stock.objects.get()
    assert (stock.on_hand, stock.held) == (3, 0)
