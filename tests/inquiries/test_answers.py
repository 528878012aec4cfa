"""Producers answer, or let it lapse; what they leave open goes to the next, and the buyer hears when all is said."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from foundation import audit, worker
from foundation.actors import SYSTEM
from foundation.models import OutgoingMail
from inquiries.enums import DeclineReason, EventKind, GapKind
from inquiries.handlers import expire_offers
from inquiries.models import Inquiry, Offer
from inquiries.services import OfferClosed, WrongQuantity, accept_offer, decline_offer, submit_inquiry
from tests.builders import a_circuit, a_line, a_producer, a_product, a_request, an_inquiry

pytestmark = pytest.mark.django_db


def offers(inquiry):
    return Offer.objects.filter(line__inquiry=inquiry).order_by("pk")


def standing(inquiry):
    found = offers(inquiry).standing().select_related("producer")
    return {offer.producer.name: int(offer.quantity) for offer in found}


def fresh(inquiry):
    return Inquiry.objects.get(pk=inquiry.pk)


@pytest.fixture
def cheese():
    first, second, third = a_producer("Una"), a_producer("Dos"), a_producer("Tres")
    return a_product(supplies=[
        {"capacity": 300, "producer": first, "unit_price": 8000},
        {"capacity": 300, "producer": second, "unit_price": 9000},
        {"capacity": 100, "producer": third, "unit_price": 9900},
    ])  # fmt: skip


def test_the_remainder_goes_to_the_next_producer(cheese):
    inquiry = an_inquiry(cheese, 300)
    decline_offer(SYSTEM, offers(inquiry).get(), reason=DeclineReason.NO_STOCK)
    assert fresh(inquiry).status == "routed"

    worker.run_until_idle()

    assert standing(inquiry) == {"Dos": 300}
    assert fresh(inquiry).status == "routed"


def test_whoever_declined_is_not_asked_again(cheese):
    inquiry = an_inquiry(cheese, 300)
    for name in ("Una", "Dos"):
        decline_offer(SYSTEM, offers(inquiry).open().get(producer__name=name))
        worker.run_until_idle()

    assert standing(inquiry) == {"Tres": 100}
    assert inquiry.lines.get().unmet.quantity == 200


def test_what_is_accepted_in_part_leaves_the_rest_to_others(cheese):
    inquiry = an_inquiry(cheese, 300)
    accept_offer(SYSTEM, offers(inquiry).get(), quantity=Decimal(120))
    worker.run_until_idle()

    assert standing(inquiry) == {"Una": 120, "Dos": 180}
    accepted = offers(inquiry).get(status="accepted")
    assert (accepted.asked, accepted.quantity) == (300, 120)


def test_a_declined_offer_gives_its_capacity_back(cheese):
    decline_offer(SYSTEM, offers(an_inquiry(cheese, 300)).get())

    assert standing(an_inquiry(cheese, 300)) == {"Una": 300}


def test_an_offer_nobody_answers_lapses_and_goes_on(cheese):
    inquiry = an_inquiry(cheese, 300)
    offers(inquiry).update(respond_by=timezone.now() - timedelta(minutes=1))

    expire_offers()
    worker.run_until_idle()

    assert offers(inquiry).first().status == "expired"
    assert standing(inquiry) == {"Dos": 300}
    assert audit.entries(offers(inquiry).first(), "offer.expired").count() == 1


def test_an_offer_still_in_time_does_not_lapse(cheese):
    inquiry = an_inquiry(cheese, 300)

    expire_offers()

    assert offers(inquiry).get().status == "offered"


def test_more_lapse_at_once_than_one_batch_holds(cheese, monkeypatch):
    monkeypatch.setattr("inquiries.services.answering.A_BATCH", 2)
    for _ in range(3):
        an_inquiry(cheese, 10)
    an_inquiry(cheese, 500)
    Offer.objects.update(respond_by=timezone.now() - timedelta(minutes=1))

    expire_offers()

    assert not Offer.objects.open().exists()


def test_when_all_accepted_the_buyer_hears_once(cheese):
    inquiry = an_inquiry(cheese, 600)
    for offer in offers(inquiry):
        accept_offer(SYSTEM, offer)
    worker.run_until_idle()

    assert fresh(inquiry).status == "answered"
    assert inquiry.events.filter(event=EventKind.ANSWERED).count() == 1
    assert OutgoingMail.objects.filter(key__startswith="quote-", to=inquiry.email).count() == 1


def test_when_nobody_takes_it_the_inquiry_is_kept_and_says_why(cheese):
    inquiry = an_inquiry(cheese, 700)
    for offer, why in zip(
        offers(inquiry), (DeclineReason.PRICE, DeclineReason.FREIGHT, DeclineReason.NO_STOCK), strict=True
    ):
        decline_offer(SYSTEM, offer, reason=why)
    worker.run_until_idle()

    assert fresh(inquiry).status == "unmatched"
    unmet = inquiry.lines.get().unmet
    assert unmet.quantity == 700
    kinds = {gap["kind"] for gap in unmet.gaps}
    assert kinds == {GapKind.COMPETITIVENESS, GapKind.PHYSICAL, GapKind.SCALE}


def test_the_answer_waits_for_the_remainder_of_every_line(cheese):
    other = a_product("Miel de quillay", supplies=[50])
    inquiry = submit_inquiry(a_request(a_line(cheese, 300), a_line(other, 50)))
    accept_offer(SYSTEM, offers(inquiry).get(line__number=2))
    decline_offer(SYSTEM, offers(inquiry).get(line__number=1))
    worker.run_until_idle()

    assert fresh(inquiry).status == "routed"
    assert not inquiry.events.filter(event=EventKind.ANSWERED).exists()


def test_the_deadline_of_the_inquiry_follows_the_last_offer(cheese):
    inquiry = an_inquiry(cheese, 300)
    Inquiry.objects.update(respond_by=timezone.now() - timedelta(days=1))
    decline_offer(SYSTEM, offers(inquiry).get())
    worker.run_until_idle()

    assert fresh(inquiry).respond_by == offers(inquiry).open().get().respond_by


@pytest.mark.parametrize("second", ["accept", "decline", "expire"])
@pytest.mark.parametrize("first", ["accept", "decline", "expire"])
def test_an_answered_offer_takes_no_second_answer(cheese, first, second):
    offer = offers(an_inquiry(cheese, 300)).get()
    Offer.objects.update(respond_by=timezone.now() - timedelta(minutes=1))
    answer(first, offer)
    before = Offer.objects.filter(pk=offer.pk).values().get()

    if second == "expire":
        answer(second, offer)
    else:
        with pytest.raises(OfferClosed):
            answer(second, offer)

    assert Offer.objects.filter(pk=offer.pk).values().get() == before


def answer(how, offer):
    if how == "accept":
        accept_offer(SYSTEM, offer)
    elif how == "decline":
        decline_offer(SYSTEM, offer)
    else:
        expire_offers()


@pytest.mark.parametrize("quantity", ["0", "-1", "300.001", "301", "1.5"])
def test_a_quantity_that_was_not_asked_is_refused_and_nothing_changes(cheese, quantity):
    offer = offers(an_inquiry(cheese, 300)).get()

    with pytest.raises(WrongQuantity):
        accept_offer(SYSTEM, offer, quantity=Decimal(quantity))

    assert Offer.objects.get(pk=offer.pk).status == "offered"


def test_a_host_takes_the_whole_party_or_none_of_it():
    offer = offers(an_inquiry(a_circuit(operators=[10]), 8)).get()

    with pytest.raises(WrongQuantity):
        accept_offer(SYSTEM, offer, quantity=Decimal(4))

    assert accept_offer(SYSTEM, offer).status == "accepted"


def test_every_answer_is_in_the_audit_without_contact_data(cheese):
    inquiry = an_inquiry(cheese, 300, email="marta@lacaperuza.cl")
    offer = offers(inquiry).get()
    decline_offer(SYSTEM, offer, reason=DeclineReason.PRICE, note="Llámeme al +56 9 1111 2222")

    entry = audit.entries(offer).get()
    assert (entry.verb, entry.facts["reason"]) == ("offer.declined", "price")
    kept = str([row.facts for row in audit.entries(inquiry)] + [entry.facts])
    assert "marta" not in kept
    assert "1111" not in kept
