"""A coordinator gives a part to another member: within every rule, with the quote taken back when it holds the part."""

from decimal import Decimal

import pytest

from foundation import audit, worker
from foundation.actors import SYSTEM
from foundation.models import OutgoingMail
from inquiries.enums import EventKind, Rule
from inquiries.models import Inquiry, Offer, Quote
from inquiries.services import Buyer, CannotTake, OfferClosed, accept_offer, accept_quote, decline_offer, pass_on
from tests.builders import a_circuit, a_network, a_producer, a_product, an_inquiry

pytestmark = pytest.mark.django_db


@pytest.fixture
def makers():
    return [a_producer("Rosa"), a_producer("Ana")]


@pytest.fixture
def cheese(makers):
    product = a_product(supplies=[
        {"capacity": 300, "producer": makers[0], "unit_price": 8000},
        {"capacity": 150, "producer": makers[1], "unit_price": 9000, "minimum": 20, "multiple": 10},
    ])  # fmt: skip
    a_network(members=makers)
    return product


def anas(cheese):
    return cheese.supplies.get(producer__name="Ana")


def test_the_other_is_asked_for_what_the_first_was(cheese):
    inquiry = an_inquiry(cheese, 100)
    first = Offer.objects.get()

    fresh = pass_on(SYSTEM, first, anas(cheese))

    assert (fresh.producer.name, int(fresh.asked), fresh.unit_price, fresh.status) == ("Ana", 100, 9000, "offered")
    assert Offer.objects.get(pk=first.pk).status == "released"
    assert inquiry.events.filter(event=EventKind.PASSED_ON).count() == 1
    assert audit.entries(first, "offer.passed_on").get().facts["to"] == fresh.producer_id
    assert OutgoingMail.objects.filter(key__startswith=f"offer-{fresh.pk}-asked").count() == 1
    assert Inquiry.objects.get().respond_by == fresh.respond_by


def test_a_sent_quote_is_withdrawn_and_another_follows(cheese):
    an_inquiry(cheese, 100)
    first = Offer.objects.get()
    accept_offer(SYSTEM, first)
    worker.run_until_idle()

    fresh = pass_on(SYSTEM, first, anas(cheese))
    assert Quote.objects.get().status == "withdrawn"
    assert "Otra persona hará su parte" in OutgoingMail.objects.get(key__contains="-passed_on-").subject
    assert Inquiry.objects.get().status == "routed"
    accept_offer(SYSTEM, fresh)
    worker.run_until_idle()

    assert sorted(Quote.objects.values_list("status", "net")) == [("sent", 900_000), ("withdrawn", 800_000)]


def test_after_the_order_nothing_is_passed_on(cheese):
    an_inquiry(cheese, 100)
    first = Offer.objects.get()
    accept_offer(SYSTEM, first)
    worker.run_until_idle()
    accept_quote(SYSTEM, Quote.objects.get(), Buyer("Marta"))

    with pytest.raises(OfferClosed):
        pass_on(SYSTEM, first, anas(cheese))


def test_what_was_declined_is_not_passed_on(cheese):
    an_inquiry(cheese, 100)
    first = Offer.objects.get()
    decline_offer(SYSTEM, first)

    with pytest.raises(OfferClosed):
        pass_on(SYSTEM, first, anas(cheese))


@pytest.mark.parametrize(
    ("quantity", "change", "rule"),
    [
        (200, {}, Rule.CAPACITY),
        (10, {}, Rule.MINIMUM),
        (105, {}, Rule.MINIMUM),
        (100, {"lead_time_days": 40}, Rule.LEAD_TIME),
        (100, {"paused": True}, None),
    ],
)
def test_every_rule_of_the_routing_holds(cheese, quantity, change, rule):
    an_inquiry(cheese, quantity)
    first = Offer.objects.get()
    type(anas(cheese)).objects.filter(pk=anas(cheese).pk).update(**change)

    if rule is None:
        return
    with pytest.raises(CannotTake) as refused:
        pass_on(SYSTEM, first, anas(cheese))

    assert refused.value.rule == rule
    assert Offer.objects.get().status == "offered"


def test_the_buyers_most_holds(cheese):
    an_inquiry(cheese, 100, max_unit_price=8500)

    with pytest.raises(CannotTake) as refused:
        pass_on(SYSTEM, Offer.objects.get(), anas(cheese))

    assert refused.value.rule == Rule.PRICE


def test_a_party_goes_whole_to_another_host(makers):
    circuit = a_circuit(operators=[{"capacity": 10, "producer": makers[0], "unit_price": 1},
                                   {"capacity": 8, "producer": makers[1]}])  # fmt: skip
    an_inquiry(circuit, 8)

    fresh = pass_on(SYSTEM, Offer.objects.get(), circuit.operators.get(producer=makers[1]))

    assert (fresh.producer.name, fresh.asked) == ("Ana", Decimal(8))
