"""The split of a demand, against a slow and plain way of finding the same optimum."""

import random
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inquiries.allocation import Problem, Supplier, split
from inquiries.allocation import core as core_module
from inquiries.allocation import served as served_module


def plainly(problem: Problem) -> tuple[int, Fraction]:
    """Every combination, one supplier after the other: the most served, and the least cost plus penalty for it."""
    limit = len(problem.suppliers) if problem.max_suppliers is None else problem.max_suppliers
    best = {(0, 0): Fraction(0)}
    for supplier in problem.suppliers:
        weight = 1 + problem.fairness * supplier.recent_share
        extended = dict(best)
        for quantity in range(1, supplier.capacity + 1):
            if quantity < supplier.minimum or quantity % supplier.multiple:
                continue
            cost = weight * (quantity * supplier.unit_price + supplier.fixed_cost)
            for (sum_before, used), so_far in best.items():
                state = (sum_before + quantity, used + 1)
                if state[0] <= problem.quantity and state[1] <= limit:
                    extended[state] = min(extended.get(state, so_far + cost), so_far + cost)
        best = extended
    served = max(total for total, _ in best)
    return served, min(cost for (total, _), cost in best.items() if total == served)


def random_problem(seed: int) -> Problem:
    rng = random.Random(seed)
    prices = rng.choice([(1, 20), (900, 905), (0, 3), (10**8, 10**9), (7, 7)])
    suppliers = tuple(
        Supplier(
            id=f"p{n}",
            capacity=rng.randint(0, 20),
            unit_price=rng.randint(*prices),
            minimum=rng.randint(0, rng.choice([0, 5, 12])),
            multiple=rng.choice([1, 1, 2, 3, 5]),
            fixed_cost=rng.choice([0, rng.randint(0, 3 * prices[1])]),
            recent_share=Fraction(rng.randint(0, 10), rng.choice([10, 7])),
        )
        for n in range(rng.randint(0, 8))
    )
    fairness = rng.choice([Fraction(0), Fraction(1, 2), Fraction(2)])
    return Problem(rng.randint(0, 80), suppliers, fairness, rng.choice([None, None, 0, 1, 2, 3, 5]))


def optimum(problem: Problem) -> tuple[int, Fraction]:
    answer = split(problem)
    return answer.served, answer.cost + answer.penalty


@pytest.mark.parametrize("block", range(12))
def test_it_is_the_optimum_of_small_problems(block):
    for seed in range(block * 50, block * 50 + 50):
        problem = random_problem(seed)
        assert optimum(problem) == plainly(problem), problem


@pytest.mark.parametrize("engine", ["table", "solver"])
def test_the_other_ways_to_the_optimum_find_it_too(engine, monkeypatch):
    """With the quick way closed, the table of all sums answers; with that closed too, the MIP solver."""
    monkeypatch.setattr(core_module, "FEW_STATES", -1)
    if engine == "solver":
        monkeypatch.setattr(core_module, "MOST_CELLS", -1)
        monkeypatch.setattr(core_module, "MOST_STATES", -1)
        monkeypatch.setattr(served_module, "MOST_WORK", -1)
    for seed in range(1000, 1150):
        problem = random_problem(seed)
        assert optimum(problem) == plainly(problem), problem


def test_the_example_of_the_contract():
    answer = split(Problem(500, (Supplier("p1", 200, 9000, 50, 10), Supplier("p2", 400, 9500, 20, 20))))

    assert answer.document() == {
        "served": 500,
        "cost": 200 * 9000 + 300 * 9500,
        "allocations": [{"id": "p1", "quantity": 200}, {"id": "p2", "quantity": 300}],
        "unmet": 0,
        "penalty": 0,
        "proof": "exact",
    }


def test_serving_more_comes_before_costing_less():
    dear, cheap = Supplier("dear", 10, 1000), Supplier("cheap", 9, 1)

    assert split(Problem(10, (cheap, dear), max_suppliers=1)).quantities == {"dear": 10}


def test_a_minimum_may_push_another_supplier_down():
    answer = split(Problem(100, (Supplier("a", 95, 10), Supplier("b", 60, 20, minimum=30))))

    assert answer.quantities == {"a": 70, "b": 30}


def test_who_had_much_lately_must_be_cheaper_to_be_chosen():
    lucky = Supplier("lucky", 100, 100, recent_share=Fraction(1, 2))
    other = Supplier("other", 100, 104)

    assert split(Problem(100, (lucky, other))).quantities == {"lucky": 100}
    fair = split(Problem(100, (lucky, other), fairness=Fraction(1, 10)))
    assert (fair.quantities, fair.penalty) == ({"other": 100}, 0)


def test_the_penalty_is_shown_apart_from_the_money():
    only = Supplier("only", 10, 100, fixed_cost=50, recent_share=Fraction(2, 5))
    answer = split(Problem(10, (only,), fairness=Fraction(1, 4)))

    assert (answer.cost, answer.penalty) == (1050, 105)


def test_a_fixed_cost_is_paid_once_and_only_if_used():
    many = tuple(Supplier(f"s{n}", 50, 100, fixed_cost=500) for n in range(4))

    assert len(split(Problem(90, many)).quantities) == 2


@pytest.mark.parametrize(
    "problem",
    [
        Problem(0, (Supplier("a", 5, 1),)),
        Problem(5, ()),
        Problem(5, (Supplier("a", 9, 1, minimum=6),)),
        Problem(5, (Supplier("a", 4, 1, minimum=5),)),
        Problem(5, (Supplier("a", 9, 1, multiple=6),)),
        Problem(5, (Supplier("a", 9, 1),), max_suppliers=0),
    ],
)
def test_nothing_served_is_an_answer(problem):
    answer = split(problem)

    assert (answer.served, answer.unmet, answer.cost, answer.quantities) == (0, problem.quantity, 0, {})


def test_the_order_of_the_suppliers_changes_nothing():
    suppliers = [Supplier(f"p{n}", 30, 100 + n % 2, multiple=1 + n % 3, fixed_cost=n % 2) for n in range(12)]
    first = split(Problem(155, tuple(suppliers)))
    again = split(Problem(155, tuple(reversed(suppliers))))

    assert first.quantities == again.quantities


def test_shares_with_many_decimals_are_weighed_to_the_last_peso():
    rng = random.Random(5)
    suppliers = tuple(
        Supplier(f"p{n}", rng.randint(5, 14), rng.randint(5000, 6000), recent_share=Fraction(rng.random()))
        for n in range(7)
    )
    problem = Problem(40, suppliers, Fraction(1, 3))
    served, cost = plainly(problem)
    answer = split(problem)

    assert answer.served == served
    assert abs(answer.cost + answer.penalty - cost) < Fraction(1, 1000)


def test_a_thousand_suppliers_are_split_exactly():
    rng = random.Random(11)
    suppliers = tuple(
        Supplier(
            f"p{n}",
            capacity=rng.randint(10, 200),
            unit_price=rng.randint(5000, 15000),
            minimum=rng.randint(0, 40),
            multiple=rng.choice([1, 5, 10, 25]),
            fixed_cost=rng.randint(0, 50_000),
        )
        for n in range(1000)
    )
    answer = split(Problem(5000, suppliers))

    assert (answer.served, answer.proof) == (5000, "exact")


small = st.builds(
    Supplier,
    id=st.uuids().map(str),
    capacity=st.integers(0, 40),
    unit_price=st.integers(0, 50),
    minimum=st.integers(0, 20),
    multiple=st.integers(1, 6),
    fixed_cost=st.integers(0, 200),
    recent_share=st.fractions(0, 1, max_denominator=10),
)
problems = st.builds(
    Problem,
    quantity=st.integers(0, 200),
    suppliers=st.lists(small, max_size=12).map(tuple),
    fairness=st.fractions(0, 2, max_denominator=4),
    max_suppliers=st.none() | st.integers(0, 6),
)


@given(problems)
@settings(deadline=None, max_examples=150)
def test_every_answer_keeps_every_rule(problem):
    answer = split(problem)
    by_id = {supplier.id: supplier for supplier in problem.suppliers}

    assert answer.served == sum(answer.quantities.values()) <= problem.quantity
    assert answer.unmet == problem.quantity - answer.served
    assert problem.max_suppliers is None or len(answer.quantities) <= problem.max_suppliers
    for name, quantity in answer.quantities.items():
        assert max(1, by_id[name].minimum) <= quantity <= by_id[name].capacity
        assert quantity % by_id[name].multiple == 0
    assert answer.cost == sum(by_id[name].cost(quantity) for name, quantity in answer.quantities.items())


@given(problems, small)
@settings(deadline=None, max_examples=100)
def test_another_supplier_never_lowers_what_is_served(problem, another):
    more = Problem(problem.quantity, (*problem.suppliers, another), problem.fairness, problem.max_suppliers)
    before, after = split(problem), split(more)

    assert after.served >= before.served
    if after.served == before.served:
        assert after.cost + after.penalty <= before.cost + before.penalty
