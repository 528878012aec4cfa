"""What the buyer's page says is true at every moment, also before the worker took its next step."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from html import unescape

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from foundation import worker
from foundation.actors import SYSTEM
from inquiries.models import Inquiry, Offer, Quote
from inquiries.services import (
    Buyer,
    accept_offer,
    accept_quote,
    cancel_order,
    decline_offer,
    decline_quote,
    move_part,
    pay,
    withdraw_quote,
)
from inquiries.standing import SENTENCES, Standing
from tests.builders import a_product, a_quote, an_inquiry

pytestmark = pytest.mark.django_db


@pytest.fixture
def inquiry() -> Inquiry:
    return an_inquiry(a_product(supplies=[300, 300]), 500)


@pytest.fixture
def says(client: Client) -> Callable[[Inquiry], Standing]:
    """The standing the page of an inquiry has, once it was seen to be said on it."""

    def read(inquiry: Inquiry) -> Standing:
        page = client.get(inquiry.get_absolute_url())
        standing: Standing = page.context["standing"]
        assert f'<p class="standfirst">{page.context["standfirst"]}</p>' in unescape(page.content.decode())
        if standing in SENTENCES:
            assert page.context["standfirst"] == SENTENCES[standing]()
        return standing

    return read


Says = Callable[[Inquiry], Standing]


def offers(inquiry: Inquiry) -> list[Offer]:
    return list(Offer.objects.open().filter(line__inquiry=inquiry).order_by("pk"))


def test_when_all_took_their_part_the_quote_is_being_made_even_before_the_worker_pools_it(
    says: Says, inquiry: Inquiry, client: Client
) -> None:
    assert says(inquiry) == Standing.WAITING
    first, second = offers(inquiry)
    accept_offer(SYSTEM, first)
    assert says(inquiry) == Standing.WAITING
    accept_offer(SYSTEM, second)
    assert says(inquiry) == Standing.POOLING
    page = client.get(inquiry.get_absolute_url()).content.decode()
    assert "La cotización llega a su correo" in page
    assert "Faltan respuestas" not in page
    worker.run_until_idle()
    assert says(inquiry) == Standing.QUOTED


def test_what_was_left_open_is_looked_for_only_until_it_was_routed(says: Says, inquiry: Inquiry) -> None:
    first, second = offers(inquiry)
    accept_offer(SYSTEM, first, quantity=Decimal(100))
    decline_offer(SYSTEM, second)
    assert says(inquiry) == Standing.SEEKING
    worker.run_until_idle()
    assert says(inquiry) == Standing.QUOTED


def test_nobody_is_said_to_answer_by_an_hour_that_has_passed(says: Says, inquiry: Inquiry, client: Client) -> None:
    inquiry.refresh_from_db()
    with time_machine.travel(inquiry.respond_by + timedelta(minutes=1)):
        assert says(inquiry) == Standing.OVERDUE
        assert "a más tardar" not in client.get(inquiry.get_absolute_url()).content.decode()


def test_when_all_declined_it_is_without_a_producer(says: Says, inquiry: Inquiry) -> None:
    for offer in offers(inquiry):
        decline_offer(SYSTEM, offer)
    assert says(inquiry) == Standing.SEEKING
    worker.run_until_idle()
    assert says(inquiry) == Standing.UNMATCHED


def test_a_withdrawn_quote_is_being_changed(says: Says, client: Client) -> None:
    quote = a_quote()
    withdraw_quote(SYSTEM, quote)
    assert says(quote.inquiry) == Standing.CHANGING
    assert "Nada está reservado" not in client.get(quote.inquiry.get_absolute_url()).content.decode()


def test_a_quote_the_buyer_refused_or_let_pass(says: Says) -> None:
    refused, lapsed = a_quote(), a_quote()
    decline_quote(SYSTEM, refused)
    assert says(refused.inquiry) == Standing.REFUSED
    Quote.objects.filter(pk=lapsed.pk).update(valid_until=timezone.now() - timedelta(minutes=1))
    assert says(lapsed.inquiry) == Standing.LAPSED


def test_an_accepted_quote_says_how_its_order_stands(says: Says) -> None:
    quote = a_quote()
    order = accept_quote(SYSTEM, quote, Buyer(name="Marta Rojas"))
    assert says(quote.inquiry) == Standing.TO_PAY
    pay(SYSTEM, order)
    assert says(quote.inquiry) == Standing.ORDERED
    for part in order.parts.all():
        for status in ("prepared", "dispatched", "received"):
            move_part(SYSTEM, part, status)
    assert says(quote.inquiry) == Standing.RECEIVED


def test_a_cancelled_order_is_not_said_to_be_on_its_way(says: Says, client: Client) -> None:
    quote = a_quote()
    cancel_order(SYSTEM, accept_quote(SYSTEM, quote, Buyer(name="Marta Rojas")), reason="Cambio de planes")
    assert says(quote.inquiry) == Standing.CANCELLED
    assert "quién despachó" not in client.get(quote.inquiry.get_absolute_url()).content.decode()


def test_every_standing_without_figures_has_its_sentence() -> None:
    assert set(Standing) - set(SENTENCES) == {Standing.WAITING, Standing.QUOTED}
