"""Two at once: one award, one payment, one closing, one proposal of the same demand. Each with a control that fails."""

from itertools import count

import pytest

from catalog.models import Supply
from foundation import audit
from foundation.actors import SYSTEM
from opportunities.enums import GapStatus
from opportunities.models import Call, Course, Gap, Opportunity, Proposal, ResultPayment
from opportunities.services import calls, demand, gaps, results
from payments import ledger
from payments.models import Transaction
from tests.builders import a_product, an_inquiry
from tests.opportunities.making import a_bid, a_finished_course, a_wanted_cheese, an_open_call, scored
from tests.opportunities.test_gaps import shown
from tests.opportunities.test_training import funded, measured

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def judged():
    call = an_open_call()
    a_bid(call, "Primera")
    a_bid(call, "Segunda")
    scored(call, 80, 60)
    return call


@pytest.fixture
def owed():
    course = a_finished_course(weights=(100,))
    funded(course)
    measured(course, 100)
    return course.indicators.get()


def test_an_award_given_twice_at_once_is_one(race, judged):
    outcomes = race(lambda: calls.award(SYSTEM, judged).receipt and "ok", times=4)

    assert outcomes == {"ok": 1, "NotPossible": 3}
    assert Proposal.objects.filter(awarded_to__isnull=False).count() == 1
    assert audit.entries(judged, "call.awarded").count() == 1


def test_control_an_award_that_trusts_what_it_read_before_is_given_twice(race, judged, monkeypatch):
    read = {
        pk: iter([Course.objects.get(pk=pk) for _ in range(2)]) for pk in Course.objects.values_list("pk", flat=True)
    }
    known = iter([Call.objects.get(pk=judged.pk) for _ in range(2)])
    monkeypatch.setattr(calls.locking, "lock", lambda model, pk: next(known) if model is Call else next(read[pk]))

    outcomes = race(lambda: calls.award(SYSTEM, judged).receipt and "ok", times=2)

    assert outcomes == {"ok": 2}
    assert audit.entries(judged, "call.awarded").count() == 2


def test_a_payment_released_twice_at_once_is_one(race, owed):
    outcomes = race(lambda: str(results.release_payment(SYSTEM, owed).amount), times=4)

    assert outcomes == {"1000000": 1, "NotPossible": 3}
    assert Transaction.objects.filter(kind="result_payment").count() == 1
    assert results.fund_of(owed.course.territory) == 9_000_000
    assert ledger.difference() == 0


def test_control_without_its_once_a_payment_is_made_twice(race, owed, monkeypatch):
    """The check, the row that is there once and the ledger's key each stop a second one; with all off it is made."""
    keys = count(1)
    post = ledger.post
    monkeypatch.setattr(
        results.ledger, "post", lambda kind, *, key, **rest: post(kind, key=f"{key}:{next(keys)}", **rest)
    )
    monkeypatch.setattr(results.ResultPayment, "objects", Forgetful(ResultPayment))

    outcomes = race(lambda: str(results.release_payment(SYSTEM, owed).amount), times=2)

    assert outcomes == {"1000000": 2}
    assert results.fund_of(owed.course.territory) == 8_000_000


class Forgetful:
    """A manager that finds nothing and keeps nothing."""

    def __init__(self, model):
        self.model = model

    def filter(self, **_conditions):
        return self.model._base_manager.none()

    def create(self, **columns):
        return self.model(pk=columns["indicator"].pk, **columns)


def test_a_gap_closed_twice_at_once_raises_capacity_once(race):
    _cheese, opportunity = a_wanted_cheese(makers=[200])
    gap, supply = opportunity.gaps.get(), Supply.objects.get()

    outcomes = race(lambda: gaps.close_gap(SYSTEM, gap, shown(), capacity={supply.pk: [280] * 12}).closes, times=3)

    assert outcomes == {"True": 1, "NotPossible": 2}
    assert Gap.objects.get().status == GapStatus.CLOSED
    assert audit.entries(supply, "supply.capacity_raised").count() == 1


def test_inquiries_counted_at_once_join_one_proposal(race):
    cheese = a_product()
    inquiries = iter([an_inquiry(cheese, 100) for _ in range(4)])

    outcomes = race(lambda: bool(demand.count_unmet(next(inquiries))), times=4)

    assert outcomes == {"True": 4}
    demand.recount_all()
    assert Opportunity.objects.get().demand_total == 400
