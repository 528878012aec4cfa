"""Paying producers and networks what they are owed: one batch, one transfer each, the bank's answer written down."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q, Sum
from django.utils import timezone

from foundation import audit, crash, locking, outbox
from foundation.actors import Actor
from foundation.models import User
from foundation.numbers import new_number
from inquiries.enums import PartStatus
from payments.enums import AccountKind, PayoutChannel, PayoutState, TransactionKind
from payments.ledger import account, post
from payments.models import BankAccount, Payout, PayoutBatch, Reversal, Share
from producers.models import Network, Producer

Owner = Producer | Network


class PayoutClosed(Exception):
    """The transfer was answered by the bank before."""


class NothingOwed(Exception):
    """Nobody who has told an account is owed anything."""


@dataclass(frozen=True)
class Owed:
    """`earned` is of parts that were received, refunds taken off; `coming` of paid parts on their way.

    `ordered` stands in a batch whose transfer the bank has not yet answered for; `paid` was transferred.
    """

    earned: int = 0
    coming: int = 0
    paid: int = 0
    ordered: int = 0

    @property
    def due(self) -> int:
        """What the next batch pays."""
        return self.earned - self.paid - self.ordered


def owed_to_producers(pks: Sequence[int] | None = None) -> dict[int, Owed]:
    return _owed("part__producer", "producer_amount", "producer", pks)


def owed_to_networks(pks: Sequence[int] | None = None) -> dict[int, Owed]:
    return _owed("part__network", "network_fee", "network", pks)


def _owed(owner: str, column: str, payee: str, pks: Sequence[int] | None) -> dict[int, Owed]:
    """Four flat queries for any number of owners."""
    received = Q(part__status=PartStatus.RECEIVED)
    underway = ~Q(part__status__in=[PartStatus.RECEIVED, PartStatus.CANCELLED])
    shares = Share.objects.exclude(**{owner: None})
    backs = Reversal.objects.exclude(**{f"share__{owner}": None})
    payouts = Payout.objects.exclude(**{payee: None}).exclude(state=PayoutState.FAILED)
    if pks is not None:
        shares, backs = shares.filter(**{f"{owner}__in": pks}), backs.filter(**{f"share__{owner}__in": pks})
        payouts = payouts.filter(**{f"{payee}__in": pks})
    earned = (
        shares.values_list(owner).annotate(r=Sum(column, filter=received), u=Sum(column, filter=underway)).order_by()
    )
    received_back = Q(share__part__status=PartStatus.RECEIVED)
    underway_back = ~Q(share__part__status__in=[PartStatus.RECEIVED, PartStatus.CANCELLED])
    back = backs.values_list(f"share__{owner}").annotate(
        r=Sum(column, filter=received_back), u=Sum(column, filter=underway_back)
    )
    taken = {pk: (r or 0, u or 0) for pk, r, u in back.order_by()}
    answered, waiting = Q(state=PayoutState.PAID), Q(state=PayoutState.TO_SEND)
    sums = payouts.values_list(payee).annotate(
        p=Sum("amount", filter=answered, default=0), o=Sum("amount", filter=waiting, default=0)
    )
    paid = {pk: (p, o) for pk, p, o in sums.order_by()}
    found = {
        pk: Owed((r or 0) - taken.get(pk, (0, 0))[0], (u or 0) - taken.get(pk, (0, 0))[1], *paid.pop(pk, (0, 0)))
        for pk, r, u in earned
    }
    return found | {pk: Owed(paid=amount, ordered=ordered) for pk, (amount, ordered) in paid.items()}


def make_batch(actor: Actor | User) -> PayoutBatch:
    """A transfer for everybody who is owed something and has told an account. Raises NothingOwed.

    Two batches made at once do not pay anybody twice: the accounts are locked, and what is owed is read after that.
    """
    with transaction.atomic():
        pks = list(BankAccount.objects.values_list("pk", flat=True))
        accounts = locking.lock(BankAccount, *pks[:1], *pks[1:]) if len(pks) > 1 else _one(pks)
        payouts = [payout for row in accounts if (payout := _payout(row))]
        if not payouts:
            raise NothingOwed
        batch = PayoutBatch.objects.create(
            number=new_number("TL", PayoutBatch), total=sum(payout.amount for payout in payouts)
        )
        for place, payout in enumerate(payouts, start=1):
            payout.batch, payout.reference = batch, f"{batch.number}-{place}"
            payout.save()
            _post_promised(payout)
            if payout.channel == PayoutChannel.CONNECT:
                outbox.publish("payout.transfer", payout, key=str(payout.pk))
        audit.record(actor, "payout_batch.made", batch, total=batch.total, payouts=len(payouts))
        crash.point("payout.before_commit")
    return batch


def _one(pks: list[int]) -> list[BankAccount]:
    return [locking.lock(BankAccount, pks[0])] if pks else []


def _payout(row: BankAccount) -> Payout | None:
    owner_pk = row.producer_id or row.network_id
    owed = owed_to_producers([row.producer_id]) if row.producer_id else owed_to_networks([row.network_id or 0])
    due = owed.get(owner_pk or 0, Owed()).due
    if due <= 0:
        return None
    return Payout(
        producer_id=row.producer_id, network_id=row.network_id, amount=due, holder=row.holder, rut=row.rut,
        bank=row.bank, account_kind=row.account_kind, account_number=row.number, connect_account=row.connect_account,
        channel=PayoutChannel.CONNECT if row.connect_account and connect_is_on() else PayoutChannel.BANK_FILE,
    )  # fmt: skip


def connect_is_on() -> bool:
    from django.conf import settings

    return bool(settings.STRIPE_CONNECT)


def _owner_account(payout: Payout) -> tuple[AccountKind, Owner]:
    return (AccountKind.PRODUCER if payout.producer_id else AccountKind.NETWORK), payout.owner


def _post_promised(payout: Payout) -> None:
    owner = account(*_owner_account(payout))
    entries = [(owner, payout.amount), (account(AccountKind.PAYOUT, payout), -payout.amount)]
    post(TransactionKind.PAYOUT, key=f"payout:{payout.pk}", entries=entries, about=payout)


def mark_paid(actor: Actor | User, payout: Payout, *, bank_reference: str) -> Payout:
    """The bank has made the transfer. The same reference again changes nothing. Raises PayoutClosed."""
    with transaction.atomic():
        payout = locking.lock(Payout, payout.pk)
        if payout.state == PayoutState.PAID and payout.bank_reference == bank_reference:
            return payout
        _become(actor, payout, PayoutState.PAID, bank_reference)
        held = account(AccountKind.STRIPE if payout.channel == PayoutChannel.CONNECT else AccountKind.BANK)
        entries = [(account(AccountKind.PAYOUT, payout), payout.amount), (held, -payout.amount)]
        post(TransactionKind.TRANSFER, key=f"transfer:{payout.pk}", entries=entries, about=payout)
        outbox.publish("payout.paid", payout, key=str(payout.pk))
    return payout


def mark_failed(actor: Actor | User, payout: Payout, *, bank_reference: str = "") -> Payout:
    """The bank sent it back: it is owed again, and goes into the next batch. Raises PayoutClosed."""
    with transaction.atomic():
        payout = locking.lock(Payout, payout.pk)
        if payout.state == PayoutState.FAILED:
            return payout
        _become(actor, payout, PayoutState.FAILED, bank_reference)
        entries = [
            (account(AccountKind.PAYOUT, payout), payout.amount),
            (account(*_owner_account(payout)), -payout.amount),
        ]
        post(TransactionKind.TRANSFER_BACK, key=f"transfer_back:{payout.pk}", entries=entries, about=payout)
    return payout


def _become(actor: Actor | User, payout: Payout, state: PayoutState, bank_reference: str) -> None:
    if not payout.can_become(state):
        raise PayoutClosed(payout.get_state_display())
    payout.state = state
    payout.bank_reference = bank_reference.strip()[:60]
    payout.done_at = timezone.now()
    payout.version += 1
    payout.save()
    audit.record(actor, f"payout.{state.value}", payout, amount=payout.amount)
