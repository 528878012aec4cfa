"""A producer proposes another price, fewer units or another day; within the buyer's limits it enters the quote."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from foundation import audit, worker
from foundation.actors import SYSTEM
from inquiries.models import Offer, Quote
from inquiries.services import (
    Buyer,
    OfferClosed,
    WrongAnswer,
    WrongQuantity,
    accept_offer,
    accept_quote,
    counter_offer,
    decline_quote,
)  # fmt: skip
from tests.builders import a_circuit, a_product, an_inquiry

pytestmark = pytest.mark.django_db


def the_offer(**fields):
    return Offer.objects.select_related("line__inquiry").get(
        line__inquiry=an_inquiry(a_product(supplies=[300]), 200, **fields)
    )


def test_another_price_enters_the_quote_marked():
    offer = the_offer()

    counter_offer(SYSTEM, offer, price=9500, note="Subió la leche")
    worker.run_until_idle()

    countered = Offer.objects.get()
    assert (countered.status, countered.unit_price, countered.asked_price) == ("countered", 9500, 9000)
    line = Quote.objects.get().parts.get().lines.get()
    assert (line.countered, line.unit_price, line.net) == (True, 9500, 200 * 9500)
    assert audit.entries(offer, "offer.countered").get().facts["asked_price"] == 9000


def test_accepting_the_quote_agrees_to_it():
    counter_offer(SYSTEM, the_offer(), price=9500)
    worker.run_until_idle()

    order = accept_quote(SYSTEM, Quote.objects.get(), Buyer("Marta"))

    assert Offer.objects.get().status == "accepted"
    assert order.net == 200 * 9500
    assert audit.entries(Offer.objects.get(), "offer.accepted").count() == 1


def test_declining_the_quote_lets_it_go():
    counter_offer(SYSTEM, the_offer(), price=9500)
    worker.run_until_idle()

    decline_quote(SYSTEM, Quote.objects.get())

    assert Offer.objects.get().status == "released"


def test_a_price_above_the_buyers_most_is_a_refusal_and_goes_on():
    first, second = 300, {"capacity": 300, "unit_price": 9100}
    inquiry = an_inquiry(a_product(supplies=[first, second]), 200, max_unit_price=9200)
    asked = Offer.objects.get()

    counter_offer(SYSTEM, asked, price=9201)
    worker.run_until_idle()

    answered = Offer.objects.get(pk=asked.pk)
    assert (answered.status, answered.decline_reason) == ("declined", "price")
    assert Offer.objects.open().get(line__inquiry=inquiry).producer_id != asked.producer_id


def test_a_price_at_the_buyers_most_is_taken_up():
    counter_offer(SYSTEM, the_offer(max_unit_price=9200), price=9200)

    assert Offer.objects.get().status == "countered"


def test_the_most_is_measured_in_the_lines_unit():
    grapes = a_product("Uva", supplies=[{"capacity": 100, "unit_price": 8200}], unit="box", base_unit="kg",
                       unit_size=Decimal("8.2"))  # fmt: skip
    an_inquiry(grapes, 82, unit="kg", max_unit_price=1000)

    counter_offer(SYSTEM, Offer.objects.get(), price=8201)

    assert Offer.objects.get().status == "declined"


def test_fewer_units_leave_the_rest_to_others():
    inquiry = an_inquiry(a_product(supplies=[300, 300]), 200)
    counter_offer(SYSTEM, Offer.objects.get(), price=9500, quantity=Decimal(120))
    worker.run_until_idle()

    assert Offer.objects.open().get(line__inquiry=inquiry).quantity == 80


def test_only_fewer_units_are_a_plain_acceptance():
    counter_offer(SYSTEM, the_offer(), quantity=Decimal(120), price=9000)

    answered = Offer.objects.get()
    assert (answered.status, int(answered.quantity), answered.asked_price) == ("accepted", 120, None)


def test_another_day_up_to_the_buyers_is_taken_up():
    offer = the_offer()
    day = offer.line.inquiry.needed_by - timedelta(days=2)

    counter_offer(SYSTEM, offer, ready_on=day)

    answered = Offer.objects.get()
    assert (answered.status, answered.ready_on, answered.unit_price) == ("countered", day, 9000)


@pytest.mark.parametrize("days", [-1, 31])
def test_a_day_that_has_passed_or_is_too_late_is_refused(days):
    offer = the_offer()

    with pytest.raises(WrongAnswer):
        counter_offer(SYSTEM, offer, ready_on=timezone.localdate() + timedelta(days=days))

    assert Offer.objects.get().status == "offered"


@pytest.mark.parametrize("price", [0, -5, 1_000_000_001])
def test_a_price_that_cannot_be_is_refused(price):
    with pytest.raises(WrongAnswer):
        counter_offer(SYSTEM, the_offer(), price=price)

    assert Offer.objects.get().unit_price == 9000


def test_a_host_may_ask_another_price_but_takes_the_whole_party():
    offer = Offer.objects.get(line__inquiry=an_inquiry(a_circuit(operators=[10]), 8))

    with pytest.raises(WrongQuantity):
        counter_offer(SYSTEM, offer, price=30_000, quantity=Decimal(4))
    counter_offer(SYSTEM, offer, price=30_000)

    assert Offer.objects.get().status == "countered"


def test_what_was_proposed_takes_no_second_answer():
    offer = the_offer()
    counter_offer(SYSTEM, offer, price=9500)

    with pytest.raises(OfferClosed):
        accept_offer(SYSTEM, offer)


def test_what_is_proposed_holds_its_capacity():
    offer = the_offer()
    counter_offer(SYSTEM, offer, price=9500)

    again = an_inquiry(offer.supply.product, 200)

    assert int(again.lines.get().unmet.quantity) == 100
