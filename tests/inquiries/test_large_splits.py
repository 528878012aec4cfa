"""Splits whose numbers are awkward: many decimals, huge prices, no multiple in common. Never refused."""

import random
from fractions import Fraction

import pytest

from inquiries.allocation import Problem, Supplier, bignum, core, mip, solve, split, states
from tests.inquiries.test_allocation import optimum, plainly, random_problem


def awkward(seed, suppliers=195):
    """Jars, boxes and sacks at about the same price, whose steps meet the demand only now and then."""
    rng = random.Random(seed)
    packings = [rng.choice([6, 11, 22, 33, 35, 66, 82, 132, 205]) for _ in range(suppliers)]
    return Problem(
        quantity=rng.choice([10_250, 9_999, 12_345]),
        suppliers=tuple(
            Supplier(
                id=str(n), capacity=step * rng.randint(5, 60), minimum=step * rng.randint(1, 18), multiple=step,
                unit_price=rng.randint(155_000, 158_000), recent_share=Fraction(rng.randint(0, 999), 10_000),
            )
            for n, step in enumerate(packings)
        ),
        fairness=Fraction(1, 20),
    )  # fmt: skip


@pytest.mark.parametrize("seed", range(8))
def test_shares_with_four_decimals_are_solved_exactly(seed):
    answer = split(awkward(seed))

    assert answer.proof == "exact"
    assert answer.served == awkward(seed).quantity


def test_the_core_by_dictionary_finds_the_same_optimum(monkeypatch):
    monkeypatch.setattr(core, "SAFE", -1)
    for seed in range(2000, 2150):
        problem = random_problem(seed)
        assert optimum(problem) == plainly(problem), problem


def test_numbers_beyond_a_machines_are_exact_too():
    huge = 10**12
    problem = Problem(
        quantity=huge,
        suppliers=(
            Supplier("a", 6 * 10**11, huge, minimum=1, recent_share=Fraction(1, 3)),
            Supplier("b", 6 * 10**11, huge - 1, minimum=5 * 10**11, recent_share=Fraction(1, 7)),
            Supplier("c", 2 * 10**11, 1, minimum=3, multiple=7, recent_share=Fraction(1, 11)),
        ),
        fairness=Fraction(1, 13),
    )

    answer = split(problem)

    assert answer.served == huge
    assert answer.quantities["c"] == 2 * 10**11 // 7 * 7
    assert answer.quantities["b"] == 6 * 10**11
    assert answer.proof == "exact"


def closed(*_args, **_kwargs):
    raise states.TooFine


def test_where_nothing_can_be_proved_the_answer_is_still_valid(monkeypatch):
    monkeypatch.setattr(solve, "cheapest_within", closed)
    monkeypatch.setattr(mip, "cheapest", lambda *args: None)
    problem = Problem(
        quantity=107,
        suppliers=(
            Supplier("a", 50, 900, 0, 10), Supplier("b", 80, 100, 60, 7), Supplier("c", 50, 500, 40, 1),
        ),
    )  # fmt: skip

    answer = split(problem)

    assert (answer.proof, answer.served, dict(answer.quantities)) == ("plain", 107, {"a": 30, "b": 77})


def test_a_party_stays_with_one_host_even_then(monkeypatch):
    monkeypatch.setattr(solve, "cheapest_within", closed)
    problem = Problem(quantity=10, suppliers=(Supplier("a", 6, 1), Supplier("b", 6, 2)), max_suppliers=1)

    assert dict(split(problem).quantities) == {"a": 6}


def test_too_many_ways_are_left_to_others(monkeypatch):
    monkeypatch.setattr(bignum, "MOST_WORK", 0)
    monkeypatch.setattr(core, "SAFE", -1)

    for seed in range(300, 330):
        problem = random_problem(seed)
        assert optimum(problem)[0] == plainly(problem)[0]
