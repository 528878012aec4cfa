"""How a quantity is split when the figures are awkward; the optimum itself is tested in test_allocation."""

from fractions import Fraction

import pytest

from inquiries import allocation, routing
from inquiries.allocation.solve import Unsolved


def suppliers(*specs):
    return tuple(
        allocation.Supplier(id=str(n), capacity=capacity, unit_price=price, minimum=minimum, multiple=multiple)
        for n, (capacity, price, minimum, multiple) in enumerate(specs)
    )


def test_where_no_optimum_can_be_proved_the_split_is_sound(monkeypatch):
    def unsolved(problem):
        raise Unsolved

    monkeypatch.setattr(allocation, "split", unsolved)
    problem = allocation.Problem(
        quantity=107,
        suppliers=suppliers((50, 900, 0, 10), (80, 100, 60, 7), (50, 500, 40, 1)),
        fairness=Fraction(1, 20),
    )

    assert routing.solve(problem) == {"1": 77, "0": 30}


def test_a_party_stays_with_one_host_even_then(monkeypatch):
    def unsolved(problem):
        raise Unsolved

    monkeypatch.setattr(allocation, "split", unsolved)
    problem = allocation.Problem(quantity=10, suppliers=suppliers((6, 1, 0, 1), (6, 2, 0, 1)), max_suppliers=1)

    assert routing.solve(problem) == {"0": 6}


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
