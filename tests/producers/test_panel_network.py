"""The coordinator's page: how full each member's months are, and how fair the split has been."""

import re
from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from foundation.models import User
from inquiries.models import Offer
from inquiries.services import submit_inquiry
from producers.models import Network, Producer
from producers.panel.loads import loads_of, next_months
from tests.builders import a_grant, a_line, a_mandate, a_network, a_producer, a_product, a_request, a_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def members() -> list[Producer]:
    return [a_producer("La Primera"), a_producer("La Segunda")]


@pytest.fixture
def network(members: list[Producer]) -> Network:
    return a_network(members=members)


@pytest.fixture
def coordinator(network: Network) -> User:
    user = a_user()
    a_mandate(user, network)
    return user


def asked_of(members: list[Producer], quantity: str) -> None:
    """Both make 300 kg a month; so much is asked for, for this month's or the next month's use."""
    product = a_product(supplies=[{"capacity": 300, "producer": member, "lead_time_days": 0} for member in members])
    submit_inquiry(a_request(a_line(product, quantity), needed_in=20))


def test_a_months_load_is_what_is_promised_of_what_can_be_made(members: list[Producer], network: Network) -> None:
    asked_of(members, "450")
    months = next_months(timezone.localdate(), 6)
    month = Offer.objects.earliest("pk").month
    loads = loads_of(members, months)
    place = months.index(month)
    promised = {offer.producer_id: offer.quantity for offer in Offer.objects.all()}
    assert {load.producer.pk: load.cells[place].percent for load in loads} == {
        pk: round(quantity * 100 / 300) for pk, quantity in promised.items()
    }
    assert sum(load.share for load in loads) in {99, 100, 101}
    assert {load.producer.pk: load.share for load in loads} == {
        pk: round(quantity * 100 / sum(promised.values())) for pk, quantity in promised.items()
    }


def test_a_member_that_makes_nothing_has_no_load(members: list[Producer]) -> None:
    loads = loads_of(members, next_months(timezone.localdate(), 6))
    assert {cell.percent for load in loads for cell in load.cells} == {None}


def test_months_run_over_the_turn_of_the_year() -> None:

    assert [(m.year, m.month) for m in next_months(date(2026, 11, 22), 4)] == [
        (2026, 11),
        (2026, 12),
        (2027, 1),
        (2027, 2),
    ]


def test_the_page_says_members_load_shares_and_seals(
    client: Client, coordinator: User, network: Network, members: list[Producer]
) -> None:
    asked_of(members, "450")
    a_grant(members[0], expires_on=timezone.localdate() + timedelta(days=30))
    client.force_login(coordinator)
    page = client.get(f"/panel/red/{network.slug}/").content.decode()
    assert all(member.name in page for member in members)
    assert re.search(r'<data value="\d+">\d+ %</data>', page)
    assert "Vencen pronto" in page


def test_a_network_without_members_says_what_to_do(client: Client) -> None:
    user, network = a_user(), a_network()
    a_mandate(user, network)
    client.force_login(user)
    assert "todavía no tiene socios" in client.get(f"/panel/red/{network.slug}/").content.decode()
