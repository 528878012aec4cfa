"""Many at once on one quote or one order; each rule has a control, with the lock off, that breaks it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from foundation import audit, worker
from foundation.actors import SYSTEM
from foundation.models import OutgoingMail
from inquiries.models import Offer, Order, Quote
from inquiries.services import (
    Buyer,
    accept_offer,
    accept_quote,
    cancel_order,
    decline_quote,
    expire_quotes,
    pay,
    quoting,
    withdraw_quote,
)  # fmt: skip
from inquiries.services.chasing import chase_due
from inquiries.services.orders import lapse_orders
from tests.builders import a_product, a_quote, an_inquiry, an_order

pytestmark = pytest.mark.django_db(transaction=True)
AT_ONCE = 6


@pytest.fixture
def quote():
    return a_quote(a_product(supplies=[300]), 300)


def test_accepted_many_times_at_once_it_is_one_order(race, quote):
    outcomes = race(lambda: accept_quote(SYSTEM, quote, Buyer("Marta")) and "ok", times=AT_ONCE)

    assert outcomes == {"ok": 1, "QuoteClosed": AT_ONCE - 1}
    assert Order.objects.count() == 1
    assert audit.entries(quote, "quote.accepted").count() == 1


def test_control_without_the_lock_only_the_database_keeps_it_to_one(race, quote, monkeypatch):
    read = iter([Quote.objects.select_related("inquiry").get(pk=quote.pk) for _ in range(AT_ONCE)])

    def unlocked(_quote):
        mine = next(read)
        return mine.inquiry, mine

    monkeypatch.setattr(quoting, "_locked", unlocked)

    outcomes = race(lambda: accept_quote(SYSTEM, quote, Buyer("Marta")) and "ok", times=AT_ONCE)

    assert outcomes["ok"] == 1
    assert outcomes["QuoteClosed"] == 0
    assert outcomes["IntegrityError"] == AT_ONCE - 1


def test_accept_decline_withdraw_and_expire_at_once_are_one_step(race, quote):
    Quote.objects.update(valid_until=timezone.now() + timedelta(seconds=30))
    late = timezone.now() + timedelta(minutes=1)
    turns = iter([
        lambda: accept_quote(SYSTEM, quote, Buyer("Marta")) and "accepted",
        lambda: decline_quote(SYSTEM, quote).status,
        lambda: withdraw_quote(SYSTEM, quote).status,
        lambda: expire_quotes(late),
    ])  # fmt: skip

    race(lambda: next(turns)(), times=4)

    closed = Quote.objects.get(pk=quote.pk)
    verbs = [entry.verb for entry in audit.entries(quote) if entry.verb != "quote.sent"]
    assert verbs == [f"quote.{closed.status}"]
    assert closed.version == quote.version + 1
    assert Order.objects.count() == (closed.status == "accepted")


def test_control_unlocked_one_quote_takes_several_steps(race, quote, monkeypatch):
    read = iter([Quote.objects.select_related("inquiry").get(pk=quote.pk) for _ in range(2)])

    def unlocked(_quote):
        mine = next(read)
        return mine.inquiry, mine

    monkeypatch.setattr(quoting, "_locked", unlocked)
    turns = iter([lambda: decline_quote(SYSTEM, quote), lambda: withdraw_quote(SYSTEM, quote)])

    race(lambda: next(turns)() and "ok", times=2)

    assert audit.entries(quote).exclude(verb="quote.sent").count() == 2


def test_two_workers_send_one_quote(race):
    inquiry = an_inquiry(a_product(supplies=[100, 100]), 200)
    for offer in Offer.objects.filter(line__inquiry=inquiry):
        accept_offer(SYSTEM, offer)

    race(worker.run_until_idle, times=2)

    assert Quote.objects.count() == 1
    assert OutgoingMail.objects.filter(key__startswith="quote-").count() == 1


def test_paid_and_lapsed_at_once_is_one_of_the_two(race):
    order = an_order()
    late = order.pay_by + timedelta(seconds=1)
    turns = iter(
        [lambda: pay(SYSTEM, order).status, lambda: lapse_orders(late), lambda: cancel_order(SYSTEM, order).status]
    )

    race(lambda: next(turns)(), times=3)

    order = Order.objects.get()
    verbs = [entry.verb for entry in audit.entries(order)]
    assert verbs in (["order.placed", "order.paid", "order.cancelled"], ["order.placed", "order.cancelled"])
    held = set(Offer.objects.values_list("status", flat=True))
    assert held == {"released"}


def test_two_workers_remind_once(race):
    an_inquiry(a_product(supplies=[300]), 300)
    now = timezone.now()
    Offer.objects.update(chase_at=now - timedelta(minutes=1), respond_by=now + timedelta(days=3))

    race(lambda: chase_due(now), times=2)

    assert audit.entries(Offer.objects.get(), "offer.chased").count() == 1
    assert OutgoingMail.objects.filter(key__contains="-chase-").count() == 1
