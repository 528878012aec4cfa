"""Every peso that came in is somebody's, under every rounding."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from foundation.money import split
from payments.enums import AccountKind, FeeKind
from payments.ledger import account, balance, difference
from payments.models import FeeRule, Share
from payments.services.sharing import Amounts, divided, points, taken_back
from payments.shopping import without_vat
from tests.builders import a_network, a_producer
from tests.payments.rows import a_fee, an_order, paid

pesos = st.integers(0, 50_000_000)


@settings(max_examples=2_000, deadline=None)
@given(pesos, pesos, st.integers(0, 5_000), st.integers(0, 5_000))
def test_shares_and_fees_are_the_charge_to_the_peso(net, beside, network, platform):
    amounts = divided(net, beside, network, platform)

    assert amounts.gross == net + beside
    assert min(amounts.producer, amounts.network, amounts.platform) >= 0
    assert abs(amounts.platform - net * platform / 10_000) < 1
    assert abs(amounts.network - net * network / 10_000) < 1


@settings(max_examples=2_000, deadline=None)
@given(pesos, pesos, pesos, st.lists(st.floats(0, 1), max_size=6))
def test_taken_back_in_any_steps_a_share_is_gone_whole(producer, network, platform, steps):
    left = Amounts(producer, network, platform)
    whole, back = left.gross, [0, 0, 0]
    for step in [*steps, 1]:
        amount = int(left.gross * step)
        if not left.gross or not amount:
            continue
        taken = taken_back(left, amount)
        assert taken.gross == amount
        left = Amounts(left.producer - taken.producer, left.network - taken.network, left.platform - taken.platform)
        assert min(left.producer, left.network, left.platform) >= 0
        back = [back[0] + taken.producer, back[1] + taken.network, back[2] + taken.platform]

    assert back == [producer, network, platform]
    assert sum(back) == whole


sold_parts = st.lists(st.tuples(pesos, pesos, st.integers(0, 5_000), st.integers(0, 5_000)), min_size=1, max_size=5)


@settings(max_examples=2_000, deadline=None)
@given(sold_parts, st.lists(st.floats(0, 1), max_size=4))
def test_refunds_of_a_whole_order_add_up_over_its_shares_to_the_last_peso(parts, steps):
    """As `refunding` divides them: over what is left of each share, then within it."""
    left = [divided(*part) for part in parts]
    whole, back = sum(one.gross for one in left), 0
    for step in [*steps, 1]:
        gross = sum(one.gross for one in left)
        amount = int(gross * step)
        if not amount:
            continue
        taken = [
            taken_back(one, out) if out else Amounts(0, 0, 0)
            for one, out in zip(left, split(amount, [one.gross for one in left]), strict=True)
        ]
        assert sum(one.gross for one in taken) == amount
        left = [
            Amounts(one.producer - out.producer, one.network - out.network, one.platform - out.platform)
            for one, out in zip(left, taken, strict=True)
        ]
        assert min(min(one.producer, one.network, one.platform) for one in left) >= 0
        back += amount

    assert back == whole
    assert sum(one.gross for one in left) == 0


@settings(max_examples=2_000, deadline=None)
@given(pesos, st.sampled_from([18, 19]))
def test_net_and_vat_of_a_price_that_includes_it_add_up(gross, percent):
    net, vat = without_vat(gross, percent)

    assert net + vat == gross
    assert abs(net * (100 + percent) / 100 - gross) <= (100 + percent) / 200 + 1e-6


@pytest.mark.django_db
def test_a_paid_order_is_shared_by_the_rules_of_its_day():
    network = a_network()
    a_fee(FeeKind.NETWORK, 300)
    a_fee(FeeKind.PLATFORM, 450)
    order = an_order(10_000, 5_001, network=network)

    paid(order)

    shares = list(Share.objects.order_by("pk"))
    assert [(s.producer_amount, s.network_fee, s.platform_fee) for s in shares] == [
        (11_150, 300, 450),
        (5_576, 150, 225),
    ]
    assert [s.gross for s in shares] == [11_900, 5_951]
    assert balance(account(AccountKind.NETWORK, network)) == -450
    assert balance(account(AccountKind.PLATFORM)) == -675
    assert balance(account(AccountKind.ORDER, order)) == 0
    assert difference() == 0


@pytest.mark.django_db
def test_a_part_sold_without_a_network_pays_no_network():
    a_fee(FeeKind.NETWORK, 300)
    order = an_order(10_000)

    paid(order)

    assert balance(account(AccountKind.PRODUCER, order.parts.get().producer)) == -11_900


@pytest.mark.django_db
def test_a_networks_own_rule_comes_before_the_rule_for_all():
    ours, other = a_network(), a_network(members=[a_producer()])
    a_fee(FeeKind.NETWORK, 300)
    a_fee(FeeKind.NETWORK, 100, network=ours)
    today = timezone.localdate()

    assert (points(FeeKind.NETWORK, today, ours.pk), points(FeeKind.NETWORK, today, other.pk)) == (100, 300)


@pytest.mark.django_db
def test_a_rule_holds_from_its_first_day_until_the_day_before_its_end():
    today = timezone.localdate()
    a_fee(FeeKind.PLATFORM, 500, starts_on=today - timedelta(days=9), ends_on=today)
    a_fee(FeeKind.PLATFORM, 400, starts_on=today)

    assert points(FeeKind.PLATFORM, today - timedelta(days=1)) == 500
    assert points(FeeKind.PLATFORM, today) == 400
    assert points(FeeKind.PLATFORM, today - timedelta(days=10)) == 0


@pytest.mark.django_db
def test_two_rules_for_the_same_days_are_refused():
    today = timezone.localdate()
    a_fee(FeeKind.PLATFORM, 500, starts_on=today - timedelta(days=9))
    again = FeeRule(kind=FeeKind.PLATFORM, basis_points=400, starts_on=today)

    with pytest.raises(ValidationError):
        again.full_clean()
