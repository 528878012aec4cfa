"""Thousands of lives of orders in the books: charged, split, given back in parts, paid out, paid too much."""

import random
import uuid
from collections import Counter
from contextlib import suppress

import pytest
from django.db.models import Sum

from foundation.actors import SYSTEM
from inquiries.enums import PartStatus
from inquiries.models import Order
from inquiries.services.orders import move_part
from payments import books
from payments.enums import AccountKind, FeeKind, TransactionKind
from payments.ledger import account, balance, difference, post
from payments.models import Account, Entry, Payout, Refund, Share
from payments.services import RefundRefused, make_batch, mark_failed, mark_paid, refund, send_refund
from payments.services.payouts import NothingOwed, owed_to_producers
from payments.services.sharing import Amounts, divided, left_of, taken_back
from tests.builders import a_network, a_producer
from tests.payments.rows import a_bank_account, a_fee, an_order, paid

pytestmark = pytest.mark.django_db
SEQUENCES = 2_000
LIVES = 40


class Books:
    """Posts, and keeps a tally of its own that never looks at the database."""

    def __init__(self) -> None:
        self.tally: Counter[int] = Counter()
        self.count = 0

    def post(self, kind: str, *entries: tuple[Account, int]) -> None:
        self.count += 1
        kept = [(owner, amount) for owner, amount in entries if amount]
        post(kind, key=f"{kind}:{self.count}", entries=kept)
        for owner, amount in kept:
            self.tally[owner.pk] += amount


def a_life(chance: random.Random, books_: Books, held: Account, makers: list[Account], fees: list[Account]) -> None:
    order = account(AccountKind.ORDER, Order(pk=uuid.uuid4()))
    net, beside = chance.randrange(1, 3_000_000), chance.randrange(0, 500_000)
    left = divided(net, beside, chance.randrange(0, 2_000), chance.randrange(0, 2_000))
    maker = chance.choice(makers)
    books_.post(TransactionKind.CHARGE, (held, left.gross), (order, -left.gross))
    if chance.random() < 0.1:  # paid twice, and given back
        books_.post(TransactionKind.CHARGE, (held, left.gross), (order, -left.gross))
        books_.post(TransactionKind.REFUND, (order, left.gross), (held, -left.gross))
    books_.post(
        TransactionKind.SPLIT, (order, left.gross), (maker, -left.producer), (fees[0], -left.network),
        (fees[1], -left.platform),
    )  # fmt: skip
    for _ in range(chance.randrange(0, 3)):
        amount = left.gross if chance.random() < 0.3 else chance.randrange(0, left.gross + 1)
        if not amount:
            continue
        back = taken_back(left, amount)
        left = Amounts(left.producer - back.producer, left.network - back.network, left.platform - back.platform)
        books_.post(
            TransactionKind.REVERSAL, (maker, back.producer), (fees[0], back.network), (fees[1], back.platform),
            (order, -amount),
        )  # fmt: skip
        books_.post(TransactionKind.REFUND, (order, amount), (held, -amount))
    if left.producer and chance.random() < 0.5:
        books_.post(TransactionKind.PAYOUT, (maker, left.producer), (held, -left.producer))
    assert books_.tally[order.pk] == 0


def test_two_thousand_lives_balance_and_every_account_is_what_its_moves_add_up_to():
    chance, books_ = random.Random(2026), Books()
    held, fees = account(AccountKind.STRIPE), [account(AccountKind.NETWORK), account(AccountKind.PLATFORM)]
    makers = [account(AccountKind.PRODUCER, a_producer()) for _ in range(5)]

    for _ in range(SEQUENCES):
        a_life(chance, books_, held, makers, fees)

    assert difference() == 0
    stored = dict(Entry.objects.values_list("account").annotate(sum=Sum("amount")).order_by())
    assert {pk: amount for pk, amount in stored.items() if amount} == {
        pk: amount for pk, amount in books_.tally.items() if amount
    }
    assert not Entry.objects.values("transaction").annotate(sum=Sum("amount")).exclude(sum=0).exists()


@pytest.mark.parametrize("seed", range(LIVES))
def test_a_life_through_the_services_leaves_nobodys_peso_behind(seed):
    chance = random.Random(seed)
    a_fee(FeeKind.NETWORK, chance.randrange(0, 900))
    a_fee(FeeKind.PLATFORM, chance.randrange(0, 900))
    network = a_network() if chance.random() < 0.7 else None
    order = an_order(*(chance.randrange(1, 900_000) for _ in range(chance.randrange(1, 4))), network=network)
    for part in order.parts.all():
        a_bank_account(part.producer)
    paid(order)
    for _ in range(chance.randrange(1, 6)):
        something(chance, order)

    assert difference() == 0
    left = sum(left_of(share, list(share.reversals.all())).gross for share in Share.objects.all())
    assert left + sum(Refund.objects.values_list("amount", flat=True)) == order.total
    assert books.received(order) == order.total
    assert -balance(account(AccountKind.ORDER, order)) == sum(
        Refund.objects.exclude(state="done").values_list("amount", flat=True)
    )
    for part in order.parts.all():
        owed = owed_to_producers([part.producer_id])[part.producer_id]
        assert -balance(account(AccountKind.PRODUCER, part.producer)) == owed.due + owed.coming


def something(chance: random.Random, order: Order) -> None:
    match chance.choice(["refund", "send", "receive", "batch", "bank"]):
        case "refund":
            with suppress(RefundRefused):
                refund(SYSTEM, order, amount=chance.randrange(1, order.total + 1))
        case "send":
            for made in Refund.objects.filter(state="requested"):
                send_refund(made)
        case "receive":
            for part in order.parts.filter(status=PartStatus.TO_PREPARE)[:1]:
                move_part(SYSTEM, move_part(SYSTEM, part, PartStatus.DISPATCHED), PartStatus.RECEIVED)
        case "batch":
            with suppress(NothingOwed):
                make_batch(SYSTEM)
        case "bank":
            for payout in Payout.objects.filter(state="to_send"):
                if chance.random() < 0.3:
                    mark_failed(SYSTEM, payout)
                else:
                    mark_paid(SYSTEM, payout, bank_reference=payout.reference)
