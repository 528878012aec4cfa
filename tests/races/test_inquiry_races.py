"""Many at once: real threads against the real database. Each rule has a control, with the lock off, that breaks it."""

import json
import threading
from datetime import timedelta
from itertools import count

import pytest
from django.db import transaction
from django.test import Client
from django.utils import timezone

from foundation import audit, worker
from foundation.actors import SYSTEM
from foundation.models import OutgoingMail
from inquiries import candidates, sources
from inquiries.enums import EventKind
from inquiries.models import Inquiry, InquiryLine, Offer
from inquiries.services import accept_offer, answering, decline_offer, expire_overdue, submit_inquiry
from tests.builders import a_line, a_product, a_request, an_inquiry

pytestmark = pytest.mark.django_db(transaction=True)
AT_ONCE = 6


def promised():
    return sum(int(offer.quantity) for offer in Offer.objects.standing())


@pytest.fixture
def offer():
    return Offer.objects.select_related("line").get(line__inquiry=an_inquiry(a_product(supplies=[300]), 300))


def test_two_answers_at_once_leave_one(race, offer):
    outcomes = race(lambda: decline_offer(SYSTEM, offer) and "ok", times=2)

    assert outcomes == {"ok": 1, "OfferClosed": 1}
    assert audit.entries(offer, "offer.declined").count() == 1


def test_control_an_answer_that_trusts_what_it_read_before_is_given_twice(race, offer, monkeypatch):
    monkeypatch.setattr(answering, "_open", lambda offer: offer)
    read = iter([Offer.objects.get(pk=offer.pk) for _ in range(2)])

    outcomes = race(lambda: decline_offer(SYSTEM, next(read)) and "ok", times=2)

    assert outcomes == {"ok": 2}
    assert audit.entries(offer, "offer.declined").count() == 2


def test_accept_decline_and_lapse_at_once_are_one_answer(race, offer):
    Offer.objects.update(respond_by=timezone.now() - timedelta(minutes=1))
    turns = iter([
        lambda: accept_offer(SYSTEM, offer).status, lambda: decline_offer(SYSTEM, offer).status,
        lambda: expire_overdue(timezone.now()), lambda: accept_offer(SYSTEM, offer).status,
    ])  # fmt: skip

    race(lambda: next(turns)(), times=4)

    assert audit.entries(offer).count() == 1
    answered = Offer.objects.get(pk=offer.pk)
    assert audit.entries(offer).get().verb == f"offer.{answered.status}"
    assert answered.version == 2


def test_what_is_left_is_promised_once(race):
    cheese = a_product(supplies=[300])

    race(lambda: submit_inquiry(a_request(a_line(cheese, 100))).status, times=AT_ONCE)

    assert promised() == 300
    assert sum(int(line.unmet.quantity) for line in InquiryLine.objects.select_related("unmet")) == 300


def test_control_capacity_read_before_the_lock_is_promised_over_and_over(race, monkeypatch):
    cheese = a_product(supplies=[300])
    load, all_have_read = sources.load, threading.Barrier(AT_ONCE)

    def submit():
        line = InquiryLine(inquiry=Inquiry(), product=cheese, number=1, unit="kg")
        with transaction.atomic():
            seen = load([line], candidates.delivery_day(line))
        all_have_read.wait()
        monkeypatch.setattr(sources, "load", lambda lines, day, **_how: seen_by.found)
        seen_by.found = seen
        return submit_inquiry(a_request(a_line(cheese, 100), needed_in=None)).status

    seen_by = threading.local()
    race(submit, times=AT_ONCE)

    assert promised() == 100 * AT_ONCE


def test_the_same_goods_in_another_order_do_not_stand_still(race):
    cheese, honey = a_product(supplies=[10_000]), a_product("Miel", supplies=[10_000])
    turns = count()

    def submit():
        lines = [a_line(cheese, 5), a_line(honey, 5)]
        for _ in range(5):
            submit_inquiry(a_request(*(lines if next(turns) % 2 else reversed(lines))))
        return "ok"

    assert race(submit, times=AT_ONCE) == {"ok": AT_ONCE}
    assert promised() == 10 * 5 * AT_ONCE


def post(product, key=""):
    data = {
        "contact": {"name": "Marta", "email": "marta@ejemplo.cl"}, "consent": True,
        "lines": [{"product": product.slug, "quantity": "10", "unit": "kg"}],
    }  # fmt: skip
    headers = {"Idempotency-Key": key} if key else {}
    answer = Client().post("/api/v1/inquiries", json.dumps(data), content_type="application/json", headers=headers)
    return answer.status_code


def test_one_key_many_times_at_once_is_one_inquiry(race):
    cheese = a_product(supplies=[300])

    outcomes = race(lambda: post(cheese, "pedido-7"), times=AT_ONCE)

    assert outcomes == {"201": 1, "200": AT_ONCE - 1}
    assert Inquiry.objects.count() == 1
    assert promised() == 10
    assert OutgoingMail.objects.count() == 2


def test_control_without_a_key_they_are_many(race):
    cheese = a_product(supplies=[300])

    race(lambda: post(cheese), times=AT_ONCE)

    assert Inquiry.objects.count() == AT_ONCE


def test_two_workers_with_the_last_two_answers_tell_the_buyer_once(race):
    inquiry = an_inquiry(a_product(supplies=[100, 100, 100]), 200)
    first, second = Offer.objects.filter(line__inquiry=inquiry)
    accept_offer(SYSTEM, first)
    decline_offer(SYSTEM, second)

    race(worker.run_until_idle, times=2)

    assert promised() == 200
    accept_offer(SYSTEM, Offer.objects.open().get())
    race(worker.run_until_idle, times=2)
    assert inquiry.events.filter(event=EventKind.ANSWERED).count() == 1
    assert OutgoingMail.objects.filter(key__startswith="quote-").count() == 1
