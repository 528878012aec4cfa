"""How a quantity is split when the figures are awkward; the optimum itself is tested in test_allocation."""

from fractions import Fraction

import pytest

from inquiries import allocation, routing


def suppliers(*specs):
    return tuple(
        allocation.Supplier(id=str(n), capacity=capacity, unit_price=price, minimum=minimum, multiple=multiple)
        for n, (capacity, price, minimum, multiple) in enumerate(specs)
    )


@pytest.mark.parametrize("dear_ones", [0, 1])
def test_those_beyond_the_cheapest_few_are_asked_when_the_few_cannot(monkeypatch, dear_ones):
    monkeypatch.setattr(routing, "FEW", 2)
    problem = allocation.Problem(
        quantity=25 if dear_ones else 20, suppliers=suppliers((50, 900, 0, 5), (10, 100, 0, 10), (10, 100, 0, 10))
    )

    expected = {"1": 10, "2": 10} | ({"0": 5} if dear_ones else {})
    assert dict(routing.solve(problem)) == expected


def test_what_is_less_than_a_thousandth_is_nothing():
    assert str(routing.as_decimal(Fraction(1, 3))) == "0.333"
    assert str(routing.as_decimal(Fraction(1, 10_000))) == "0.000"
