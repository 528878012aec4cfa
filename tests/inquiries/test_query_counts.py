"""Work that stays the same however large the catalogue grows: exact counts of queries."""

import json

import pytest

from inquiries import sections
from inquiries.models import Inquiry
from inquiries.services import submit_inquiry
from tests.builders import a_category, a_line, a_product, a_quote, a_request, an_inquiry, an_order

pytestmark = pytest.mark.django_db

ASK = 42
"""One line, one producer: the limit, the key, cleaning, routing, 4 for each letter; 10 of them savepoints."""
A_PRODUCER = 4
"""More for each further producer asked: the letter."""
BROAD = 3
"""More for a category: what its makers have promised, and a savepoint for the first look."""
FOLLOW = 5
TRACK = 5
QUOTED = 4
QUOTE = 4
ORDER = 4
"""More once there is a quote: its parts, lines, offers of the lines and orders."""


def ask(client, lines):
    data = {"contact": {"name": "Marta", "email": "m@ejemplo.cl"}, "consent": True, "lines": lines}
    answer = client.post("/api/v1/inquiries", json.dumps(data), content_type="application/json",
                         headers={"Idempotency-Key": f"k{len(lines)}"})  # fmt: skip
    assert answer.status_code == 201, answer.content


def line(product, quantity="90"):
    return {"product": product.slug, "quantity": quantity, "unit": "kg"}


def test_asking_costs_the_same_in_a_large_catalogue(client, django_assert_num_queries):
    cheese = a_product(supplies=[100])
    for _ in range(20):
        a_product(supplies=[100])

    with django_assert_num_queries(ASK):
        ask(client, [line(cheese)])


def test_each_producer_costs_a_letter_and_nothing_else(client, django_assert_num_queries):
    cheese = a_product(supplies=[100, 100, 100])

    with django_assert_num_queries(ASK + 2 * A_PRODUCER):
        ask(client, [line(cheese, "300")])


def test_each_line_costs_its_look_up_and_its_letters(client, django_assert_num_queries):
    lines = [line(a_product(supplies=[100])) for _ in range(5)]

    with django_assert_num_queries(ASK + 4 * (A_PRODUCER + 1)):
        ask(client, lines)


def test_a_category_of_many_costs_what_one_product_costs(client, django_assert_num_queries):
    category = a_category()
    for _ in range(15):
        a_product(category=category, supplies=[{"capacity": 100, "minimum": 90}])

    with django_assert_num_queries(ASK + BROAD):
        ask(client, [{"category": category.slug, "quantity": "90", "unit": "kg"}])


@pytest.mark.parametrize("lines", [1, 6])
def test_following_costs_the_same_for_one_line_and_for_many(client, django_assert_num_queries, lines):
    inquiry = submit_inquiry(a_request(*(a_line(a_product(supplies=[50, 50]), 100) for _ in range(lines))))

    with django_assert_num_queries(FOLLOW):
        client.get(f"/api/v1/inquiries/{inquiry.token}")
    with django_assert_num_queries(TRACK):
        client.get(inquiry.get_absolute_url())


@pytest.mark.parametrize("makers", [1, 5])
def test_a_quote_and_an_order_cost_the_same_for_one_maker_and_for_many(
    client, django_assert_num_queries, monkeypatch, makers
):
    monkeypatch.setattr(sections.order_page, "_known", {})  # what other rooms hang there is theirs to count
    quote = a_quote(a_product(supplies=[100] * makers), 100 * makers)

    with django_assert_num_queries(TRACK + QUOTED - 1):
        client.get(quote.inquiry.get_absolute_url())
    with django_assert_num_queries(QUOTE):
        client.get(quote.page_url())
    order = an_order(quote)
    with django_assert_num_queries(ORDER):
        client.get(order.get_absolute_url())


def test_the_form_costs_the_regions_and_what_it_is_filled_in_with(client, django_assert_num_queries):
    cheese = a_product()

    with django_assert_num_queries(1):
        client.get("/consultas/nueva/")
    with django_assert_num_queries(2):
        client.get(f"/consultas/nueva/?product={cheese.slug}")


def test_the_counts_are_of_real_work(client):
    an_inquiry()

    assert Inquiry.objects.count() == 1
