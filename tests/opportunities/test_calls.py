"""Tender, sealed proposals, scores, award."""

from datetime import timedelta
from fractions import Fraction

import pytest
from django.core.management import call_command
from django.utils import timezone

from foundation import audit, worker
from foundation.actors import SYSTEM
from foundation.models import OutgoingMail
from opportunities import sealing
from opportunities.enums import CourseStatus
from opportunities.models import Call, Course, Proposal, Provider
from opportunities.sealing import Bid
from opportunities.services import NotPossible, calls
from tests.builders import a_user
from tests.opportunities.making import CRITERIA, a_bid, a_course, after, an_open_call, scored

pytestmark = pytest.mark.django_db
SECRET = "Método-que-nadie-debe-leer"


def opening(course, **fields):
    now = timezone.now()
    given = {"opens_at": now, "closes_at": now + timedelta(days=1), "criteria": CRITERIA} | fields
    return calls.open_call(SYSTEM, course, **given)


@pytest.mark.parametrize("weights", [(40, 35), (40, 35, 26), (100, 100)])
def test_results_that_do_not_weigh_100_are_not_put_out_to_tender(weights):
    with pytest.raises(NotPossible):
        opening(a_course(weights))


def test_criteria_that_do_not_weigh_100_are_refused():
    with pytest.raises(NotPossible):
        opening(a_course(), criteria=[("Precio", "Price", 99)])


def test_a_close_that_has_passed_is_refused():
    past = timezone.now() - timedelta(minutes=1)
    with pytest.raises(NotPossible):
        opening(a_course(), opens_at=past - timedelta(days=1), closes_at=past)


def test_a_course_is_put_out_once_at_a_time():
    course = a_course()
    an_open_call(course)
    with pytest.raises(NotPossible):
        an_open_call(course)


def test_no_bid_before_the_opening_nor_from_the_close_on():
    call = an_open_call()

    for moment in (call.opens_at - timedelta(seconds=1), call.closes_at, after(call)):
        with pytest.raises(NotPossible):
            a_bid(call, at=moment)
    assert a_bid(call, at=call.closes_at - timedelta(seconds=1)).pk


@pytest.mark.parametrize("price", [0, -1, 1_000_001])
def test_a_price_outside_the_budget_is_refused(price):
    with pytest.raises(NotPossible):
        a_bid(an_open_call(), price=price)


def test_the_same_bid_twice_is_one():
    call = an_open_call()
    a_bid(call)
    with pytest.raises(NotPossible):
        a_bid(call)
    assert call.proposals.count() == 1


def test_before_the_close_nothing_of_a_bid_can_be_read_anywhere(tmp_path):
    call = an_open_call()
    proposal = a_bid(call, "Capacitaciones Secretas", 777_777, method=SECRET, email="secreto@ejemplo.cl")
    worker.run_until_idle()

    row = Proposal.objects.values().get()
    assert (row["provider"], row["email"], row["price"], row["method"]) == ("", "", None, "")
    call_command(
        "dumpdata", "terruno_opportunities", "terruno_foundation.auditentry", output=str(tmp_path / "all.json")
    )
    dumped = (tmp_path / "all.json").read_text()
    for secret in (SECRET, "Secretas", "777777", "secreto@ejemplo.cl"):
        assert secret not in dumped
        assert secret.encode() not in bytes(proposal.sealed)


def test_the_receipt_goes_to_the_bidder_and_tells_nothing_of_the_bid():
    proposal = a_bid(an_open_call(), price=777_777, method=SECRET, email="otec@ejemplo.cl")
    letter = OutgoingMail.objects.get(to="otec@ejemplo.cl")

    assert proposal.receipt in letter.subject
    assert proposal.digest in letter.text
    assert SECRET not in letter.text
    assert "777" not in letter.text.replace(proposal.digest, "")


def test_envelopes_are_opened_only_after_the_close():
    call = an_open_call()
    a_bid(call, method=SECRET)

    with pytest.raises(NotPossible):
        calls.unseal(a_user(), call, at=call.closes_at - timedelta(seconds=1))
    opened = calls.unseal(a_user(), call, at=call.closes_at)
    assert [(one.provider, one.price, one.method) for one in opened] == [("Aprende SpA", 900_000, SECRET)]


def test_a_close_moved_forward_in_the_database_opens_nothing():
    call = an_open_call()
    a_bid(call)
    now = timezone.now()
    Call.objects.update(closes_at=now)

    with pytest.raises(sealing.BrokenSeal):
        calls.unseal(SYSTEM, call, at=now)


def test_a_swapped_bid_is_found_out():
    call = an_open_call()
    proposal = a_bid(call)
    other, _digest = sealing.seal(call, Bid("Otro", "otro@ejemplo.cl", 1, "Barato"))
    Proposal.objects.update(sealed=other)

    with pytest.raises(sealing.BrokenSeal):
        calls.unseal(SYSTEM, call, at=after(call))
    assert Proposal.objects.get(pk=proposal.pk).provider == ""


def test_a_new_secret_key_still_opens_what_the_old_one_sealed(settings):
    call = an_open_call()
    a_bid(call)
    settings.SECRET_KEY_FALLBACKS, settings.SECRET_KEY = [settings.SECRET_KEY], "another" * 10

    assert calls.unseal(SYSTEM, call, at=after(call))[0].provider == "Aprende SpA"


def test_the_best_proposal_wins_and_its_price_is_the_courses():
    call = an_open_call()
    a_bid(call, "Primera", 990_000)
    a_bid(call, "Segunda", 800_000)
    scored(call, 60, 90)

    winner = calls.award(SYSTEM, call)

    course = Course.objects.get()
    assert winner.awarded_to == Provider.objects.get(name="Segunda")
    assert (course.status, course.budget) == (CourseStatus.AWARDED, 800_000)
    assert audit.entries(call, "call.awarded").get().facts["total"] == "90.000"


def test_of_equals_the_earlier_one_wins():
    call = an_open_call()
    now = timezone.now()
    a_bid(call, "Tardía", 500_000, at=now + timedelta(hours=1))
    a_bid(call, "Temprana", 600_000, at=now)
    scored(call, 70, 70)

    assert calls.award(SYSTEM, call).provider == "Temprana"


def test_nobody_wins_while_a_proposal_is_not_scored():
    call = an_open_call()
    a_bid(call, "Primera")
    a_bid(call, "Segunda")
    first, _second = calls.unseal(SYSTEM, call, at=after(call))
    calls.score(a_user(), first, points=dict.fromkeys(call.criteria.values_list("pk", flat=True), 50))

    with pytest.raises(NotPossible):
        calls.award(SYSTEM, call)


def test_evaluators_are_averaged_by_criterion_and_weighed():
    call = an_open_call()
    a_bid(call)
    (proposal,) = calls.unseal(SYSTEM, call, at=after(call))
    quality, price = call.criteria.all()
    for points in ({quality.pk: 100, price.pk: 50}, {quality.pk: 51, price.pk: 50}):
        calls.score(a_user(), proposal, points=points)

    assert calls.totals(call)[proposal.pk] == Fraction(151, 2) * 60 / 100 + 50 * Fraction(40, 100)


@pytest.mark.parametrize("points", [{}, {0: 50}, "101", "-1"])
def test_points_for_something_else_or_out_of_range_are_refused(points):
    call = an_open_call()
    a_bid(call)
    (proposal,) = calls.unseal(SYSTEM, call, at=after(call))
    if isinstance(points, str):
        points = dict.fromkeys(call.criteria.values_list("pk", flat=True), int(points))

    with pytest.raises(NotPossible):
        calls.score(a_user(), proposal, points=points)


def test_scoring_is_closed_by_the_award():
    call = an_open_call()
    a_bid(call)
    (proposal,) = scored(call, 50)
    calls.award(SYSTEM, call)

    with pytest.raises(NotPossible):
        calls.score(a_user(), proposal, points=dict.fromkeys(call.criteria.values_list("pk", flat=True), 99))


def test_a_call_nobody_won_lets_the_course_be_put_out_again():
    course = a_course()
    call = an_open_call(course)

    with pytest.raises(NotPossible):
        calls.declare_void(SYSTEM, call)
    calls.declare_void(SYSTEM, call, at=after(call))
    assert Course.objects.get().status == CourseStatus.VOID
    assert an_open_call(course).pk != call.pk
