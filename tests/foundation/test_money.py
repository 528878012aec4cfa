import pytest
from hypothesis import given
from hypothesis import strategies as st

from foundation import money


@pytest.mark.parametrize(
    ("amount", "text"), [(12990, "$12.990"), (0, "$0"), (999, "$999"), (1_234_567, "$1.234.567"), (-500, "-$500")]
)
def test_pesos_are_written_as_in_chile(amount, text):
    assert money.clp(amount) == text
    assert money.show(amount) == text


def test_other_currencies_have_their_cents():
    assert money.show(1250, "USD", "en_US") == "$12.50"


@given(st.integers(0, 10**12), st.lists(st.integers(0, 10**6), min_size=1, max_size=30).filter(any))
def test_shares_add_up_to_the_peso_and_are_fair(amount, weights):
    parts = money.split(amount, weights)

    assert sum(parts) == amount
    for part, weight in zip(parts, weights, strict=True):
        assert abs(part - amount * weight / sum(weights)) < 1 + 1e-3


def test_the_odd_peso_goes_to_the_largest_remainder_then_to_the_first():
    assert money.split(100, [1, 1, 1]) == [34, 33, 33]
    assert money.split(10, [1, 3]) == [3, 7]


@pytest.mark.parametrize(("amount", "weights"), [(-1, [1]), (1, []), (1, [0, 0]), (1, [2, -1])])
def test_what_cannot_be_shared_is_refused(amount, weights):
    with pytest.raises(ValueError):
        money.split(amount, weights)
