"""A party travels whole with one host, or with nobody."""

import pytest

from foundation import worker
from foundation.actors import SYSTEM
from inquiries.models import Offer, Quote
from inquiries.services import accept_offer, decline_offer
from tests.builders import a_circuit, a_producer, an_inquiry

pytestmark = pytest.mark.django_db


def held():
    return sorted((offer.producer.name, int(offer.quantity)) for offer in Offer.objects.standing())


def hosts(*people):
    return a_circuit(operators=[
        {"capacity": count, "producer": a_producer(name), "unit_price": 20_000 + 100 * place}
        for place, (name, count) in enumerate(people)
    ])  # fmt: skip


def test_eight_go_to_the_one_who_can_take_eight():
    an_inquiry(hosts(("Seis", 6), ("Ocho", 8)), 8)

    assert held() == [("Ocho", 8)]


def test_where_nobody_takes_eight_nobody_holds_a_part():
    inquiry = an_inquiry(hosts(("Seis", 6), ("Siete", 7)), 8)

    assert held() == []
    assert (inquiry.status, int(inquiry.lines.get().unmet.quantity)) == ("unmatched", 8)


def test_when_the_host_declines_the_party_goes_whole_to_the_next():
    an_inquiry(hosts(("Primera", 10), ("Segunda", 8)), 8)

    decline_offer(SYSTEM, Offer.objects.get())
    worker.run_until_idle()

    assert held() == [("Segunda", 8)]


def test_when_the_last_host_declines_it_is_unmet_whole_and_nothing_is_held():
    inquiry = an_inquiry(hosts(("Primera", 10), ("Chica", 6)), 8)

    decline_offer(SYSTEM, Offer.objects.get())
    worker.run_until_idle()

    assert held() == []
    assert int(inquiry.lines.get().unmet.quantity) == 8
    assert not Quote.objects.exists()


def test_the_quote_is_for_the_whole_party():
    an_inquiry(hosts(("Primera", 10)), 8)
    accept_offer(SYSTEM, Offer.objects.get())
    worker.run_until_idle()

    assert int(Quote.objects.get().parts.get().lines.get().quantity) == 8
