"""A party travels whole: one host takes all of it, or nobody does."""

from typing import Any

import pytest

from foundation.actors import SYSTEM
from foundation.worker import run_until_idle
from inquiries.models import Inquiry, Offer
from inquiries.services import decline_offer
from tests.builders import a_circuit, an_inquiry

pytestmark = pytest.mark.django_db


def a_party(people: int, *hosts: Any) -> Inquiry:
    return an_inquiry(a_circuit(operators=list(hosts)), people)


def standing(inquiry: Inquiry) -> list[tuple[int, int]]:
    """Who holds how many people, by the host's price."""
    offers = Offer.objects.standing().filter(line__inquiry=inquiry).order_by("pk")
    return [(offer.unit_price, int(offer.quantity)) for offer in offers]


def unmet(inquiry: Inquiry) -> int:
    return int(inquiry.lines.get().unmet.quantity)


def test_eight_people_are_asked_of_one_host_and_routed_on_whole_when_it_declines() -> None:
    inquiry = a_party(8, {"capacity": 10, "unit_price": 20000}, {"capacity": 12, "unit_price": 30000}, 6)
    assert standing(inquiry) == [(20000, 8)]

    decline_offer(SYSTEM, Offer.objects.get(line__inquiry=inquiry))
    run_until_idle()

    assert standing(inquiry) == [(30000, 8)]
    assert unmet(inquiry) == 0


def test_when_the_last_host_declines_nobody_holds_a_part() -> None:
    inquiry = a_party(8, 10, 6, 6)

    decline_offer(SYSTEM, Offer.objects.get(line__inquiry=inquiry))
    run_until_idle()

    assert standing(inquiry) == []
    assert unmet(inquiry) == 8
