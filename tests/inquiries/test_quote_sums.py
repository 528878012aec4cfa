"""Lines, freight, VAT and shares add up to the peso, whatever the prices."""

from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.models import Product, Supply
from inquiries import pooling, taxes
from inquiries.enums import FreightStatus
from inquiries.models import InquiryLine, Offer
from producers.models import Producer
from routes.models import CircuitOperator
from territories.models import Comuna

TODAY = date(2026, 11, 22)
SANTIAGO = (-33.45, -70.65)

asked = st.tuples(
    st.integers(1, 6),  # producer
    st.integers(1, 4),  # line
    st.integers(1, 100_000),  # units
    st.one_of(st.integers(0, 20), st.integers(0, 1_000_000)),  # price
    st.sampled_from(["kg", "l", "g", "unit", "person"]),
    st.sampled_from(["ambient", "chilled"]),
)
places = st.one_of(st.none(), st.tuples(st.floats(-55, -18), st.floats(-75, -67)))


def an_offer(n, producer, line, quantity, price, unit, storage):
    maker = Producer(pk=producer, comuna=Comuna(code="04301", name="Ovalle", lat=-30.6, lon=-71.2))
    offer = Offer(pk=n, producer=maker, line=InquiryLine(pk=line), quantity=Decimal(quantity), unit_price=price)
    if unit == "person":
        offer.operator = CircuitOperator(pk=n)
    else:
        offer.supply = Supply(pk=n, product=Product(unit=unit, base_unit=unit, unit_size=1, storage=storage))
    return offer


def pooled(rows, place):
    return pooling.pool([an_offer(n, *row) for n, row in enumerate(rows, 1)], place, TODAY)


@settings(max_examples=2_000, deadline=None)
@given(st.lists(asked, min_size=1, max_size=12), places)
def test_every_sum_is_exact(rows, place):
    pool = pooled(rows, place)

    lines = [line for part in pool.parts for line in part.lines]
    assert sum(line.net for line in lines) == sum(quantity * price for _, _, quantity, price, _, _ in rows) == pool.net
    assert pool.vat == taxes.vat_of(pool.net + pool.freight, 19)
    assert sum(line.vat for line in lines) + sum(part.freight_vat for part in pool.parts) == pool.vat
    for part in pool.parts:
        assert part.total == part.net + part.freight.pesos + part.vat
        assert part.vat >= part.freight_vat >= 0
    assert sum(part.total for part in pool.parts) == pool.total == pool.net + pool.freight + pool.vat
    assert len({part.producer.pk for part in pool.parts}) == len(pool.parts)
    assert sorted(line.offer.pk for line in lines) == list(range(1, len(rows) + 1))


@settings(max_examples=300, deadline=None)
@given(st.lists(asked, min_size=1, max_size=12), places)
def test_no_line_bears_more_than_a_peso_of_rounding(rows, place):
    for part in pooled(rows, place).parts:
        for line in part.lines:
            assert abs(line.vat * 100 - line.net * 19) < 150


def test_freight_is_said_for_what_travels_only():
    cheese, visit, chair = ((1, 1, 10, 100, unit, "ambient") for unit in ("kg", "person", "unit"))

    assert pooled([visit], SANTIAGO).freight_status == FreightStatus.NONE
    assert pooled([cheese], SANTIAGO).freight_status == FreightStatus.FIXED
    assert pooled([cheese, visit], SANTIAGO).freight_status == FreightStatus.FIXED
    assert pooled([cheese], None).freight_status == FreightStatus.TO_AGREE
    assert pooled([chair], SANTIAGO).freight_status == FreightStatus.TO_AGREE
    assert pooled([chair], SANTIAGO).freight == 0


def test_the_tax_is_that_of_the_day():
    assert [taxes.percent_on(date(*day)) for day in ((2003, 9, 30), (2003, 10, 1), (2027, 1, 1))] == [18, 19, 19]
    assert [taxes.vat_of(net, 19) for net in (0, 1, 2, 3, 50, 1000)] == [0, 0, 0, 1, 10, 190]
