"""Killed by -9 at each point where money moves, and begun again: nothing lost, nothing twice.

The control run sends no effect keys, and the same count must then find a checkout too many.
"""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests import _databases
from tests.faults._programs import Program

pytestmark = pytest.mark.database

ROOT = Path(__file__).resolve().parents[2]
PROCESS = Path(__file__).parent / "payment_site" / "process.py"
POINTS = (
    "basket.held", "order.before_commit", "payment.checkout_made", "webhook.before_commit", "payment.fetched",
    "payment.charged", "order.paid_before_commit", "payment.before_commit", "refund.before_commit", "refund.sent",
    "refund.followed", "payout.before_commit",
)  # fmt: skip
WHOLE = {
    "orders": ["cancelled", "received"],
    "transactions": {"charge": 2, "split": 2, "reversal": 1, "refund": 1, "payout": 1},
    "sessions_paid": 2,
    "sessions": 2,
    "refunds_at_gateway": 1,
    "refunds": ["done"],
    "payouts": 1,
    "stock": [8, 0],
    "broken": [0, 0, 0, 0],
    "events_waiting": 0,
    "dead": 0,
}
QUOTED = {
    "quotes": ["accepted"],
    "quote_parts": [2],
    "letters": 1,
    "orders": ["placed"],
    "same_total": True,
    "offers": ["accepted", "accepted"],
    "dead": 0,
}


SETTINGS = {"TERRUNO_LEASE_SECONDS": "1", "TERRUNO_TEST_PAYMENTS": "true", "DEBUG": "true"}


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], Program]]:
    """Each call gives one on a fresh copy of one migrated database."""
    folder = tmp_path_factory.mktemp("payments")
    with _databases.copies(folder, lambda url: Program(PROCESS, url, folder, **SETTINGS).run("migrate")) as copy:
        yield lambda: Program(PROCESS, copy(), folder, **SETTINGS)


@pytest.mark.parametrize("point", POINTS)
def test_killed_anywhere_and_begun_again_it_is_whole(sites, point):
    site = sites()
    site.run("live", crash_at=point)

    assert json.loads(site.run("live")) == WHOLE


def test_control_without_effect_keys_a_kill_opens_two_checkouts_for_one_order(sites):
    site = sites()
    site.run("careless", crash_at="payment.checkout_made")

    assert json.loads(site.run("careless"))["sessions"] == 3


@pytest.mark.parametrize("point", ["quote.before_commit", "order.before_commit"])
def test_killed_between_the_answers_and_the_order_it_is_one_quote_and_one_order(sites, point):
    site = sites()
    site.run("quoted", crash_at=point)

    assert json.loads(site.run("quoted")) == QUOTED


def test_control_an_acceptance_kept_before_its_order_is_left_without_one(sites):
    site = sites()
    site.run("careless-quoted", crash_at="order.before_commit")

    found = json.loads(site.run("quoted"))

    assert (found["quotes"], found["orders"]) == (["accepted"], [])


def test_every_crash_point_on_the_way_of_the_money_is_killed():
    named = {
        name
        for room in ("payments", "inquiries/services/orders.py", "inquiries/services/quoting.py")
        for path in ([ROOT / room] if room.endswith(".py") else (ROOT / room).rglob("*.py"))
        for name in re.findall(r'crash\.point\("([^"]+)"\)', path.read_text())
    }

    assert named == {*POINTS, "quote.before_commit"}
