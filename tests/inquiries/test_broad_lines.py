"""A line for a whole category reads only as many makers as should do, and more where they do not suffice."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from inquiries import ample, candidates, sources
from inquiries.models import Inquiry, InquiryLine, Offer
from tests.builders import a_category, a_product, an_inquiry

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def few(monkeypatch):
    monkeypatch.setattr(ample, "FEWEST", 2)


def makers(*specs):
    category = a_category()
    for place, spec in enumerate(specs):
        a_product(category=category, supplies=[{"capacity": 100, "unit_price": 5000 + place} | spec])
    return category


def looked_at(category, quantity):
    line = InquiryLine(inquiry=Inquiry(), category=category, unit="kg", quantity=quantity, number=1)
    return len(sources.load([line], candidates.delivery_day(line), ample=True)[0])


def test_no_more_are_read_than_make_ample():
    category = makers(*[{}] * 9)

    assert [looked_at(category, quantity) for quantity in (10, 60, 130, 900)] == [2, 2, 4, 9]


def test_those_who_cannot_take_part_do_not_count():
    category = makers({}, {"minimum": 90}, {"lead_time_days": 90}, {"paused": True}, {}, {})

    assert looked_at(category, 60) == 4


def test_where_nobody_could_only_the_fewest_are_read():
    assert looked_at(makers(*[{"minimum": 90}] * 9), 60) == 2


def test_the_line_is_served_whole_though_only_some_were_read():
    inquiry = an_inquiry(makers(*[{}] * 9), 150)

    assert sum(int(offer.quantity) for offer in Offer.objects.all()) == 150
    assert inquiry.lines.get().unmet.quantity == 0


def test_where_they_do_not_suffice_all_are_read(monkeypatch):
    monkeypatch.setattr(ample, "AMPLE", 1)
    category = makers({"capacity": 99, "multiple": 99}, {"capacity": 99, "multiple": 99}, {"capacity": 60})

    an_inquiry(category, 150)

    assert sorted(int(offer.quantity) for offer in Offer.objects.all()) == [51, 99]


def test_the_thousands_are_read_once_though_it_takes_two_looks(monkeypatch):
    monkeypatch.setattr(ample, "AMPLE", 1)
    category = makers({"capacity": 99, "multiple": 99}, {"capacity": 99, "multiple": 99}, {"capacity": 60})

    with CaptureQueriesContext(connection) as queries:
        an_inquiry(category, 150)

    assert Offer.objects.count() == 2
    assert len([query for query in queries if "ORDER BY CASE" in query["sql"]]) == 1


def test_what_others_were_promised_does_not_count():
    category = makers(*[{}] * 9)
    for product in category.products.order_by("pk")[:2]:
        an_inquiry(product, 100, needed_in=None)

    assert looked_at(category, 60) == 4
