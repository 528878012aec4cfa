"""Dividing a paid order over producers, networks and the platform, to the peso.

A fee is a part of the net goods; the VAT and the freight of a part go whole to its producer, who declares the one and
pays the other.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from foundation.money import split
from inquiries.models import Order, OrderPart
from payments.enums import AccountKind, FeeKind, TransactionKind
from payments.ledger import account, post
from payments.models import Account, FeeRule, Reversal, Share
from producers.querysets import in_force

ALL_POINTS = 10_000


@dataclass(frozen=True)
class Amounts:
    """Whole pesos that add up to `gross`."""

    producer: int
    network: int
    platform: int

    @property
    def gross(self) -> int:
        return self.producer + self.network + self.platform


def divided(net: int, beside: int, network_points: int, platform_points: int) -> Amounts:
    """`net` by the fees' hundredths of a percent; `beside` (VAT, freight) is the producer's.

    Raises ValueError when the fees together are more than the whole.
    """
    kept = ALL_POINTS - network_points - platform_points
    producer, network, platform = split(net, [kept, network_points, platform_points])
    return Amounts(producer + beside, network, platform)


def taken_back(left: Amounts, amount: int) -> Amounts:
    """`amount` out of what is left of a share, in the same proportion; never more than is left of each.

    Raises ValueError for more than is left in all.
    """
    if amount > left.gross:
        raise ValueError(f"{amount} of {left.gross}.")
    return Amounts(*split(amount, [left.producer, left.network, left.platform]))


def left_of(share: Share, reversals: Iterable[Reversal]) -> Amounts:
    reversals = list(reversals)
    return Amounts(
        share.producer_amount - sum(row.producer_amount for row in reversals),
        share.network_fee - sum(row.network_fee for row in reversals),
        share.platform_fee - sum(row.platform_fee for row in reversals),
    )


def points(kind: FeeKind, day: date, network_id: int | None = None) -> int:
    """Hundredths of a percent in force that day; for a network its own rule first, else that of all; none: 0."""
    rules = {
        rule.network_id: rule.basis_points
        for rule in FeeRule.objects.filter(in_force(day), kind=kind)
        if rule.network_id in (None, network_id)
    }
    return rules.get(network_id, rules.get(None, 0))


def share_out(order: Order) -> list[Share]:
    """Write down each part's share and post them all. The order must be locked; done again it is the same."""
    day = timezone.localdate(order.paid_at) if order.paid_at else timezone.localdate()
    known = Share.objects.filter(part__order=order).select_related("part__producer", "part__network")
    if not known.exists():
        Share.objects.bulk_create([_share(part, day) for part in order.parts.order_by("pk")])
    shares = list(known.order_by("pk"))
    entries = [(account(AccountKind.ORDER, order), order.total)]
    for share in shares:
        entries += entries_of(
            share.part, Amounts(share.producer_amount, share.network_fee, share.platform_fee), sign=-1
        )
    if order.total:
        post(TransactionKind.SPLIT, key=f"split:{order.pk}", entries=entries, about=order)
    return shares


def _share(part: OrderPart, day: date) -> Share:
    network_points = points(FeeKind.NETWORK, day, part.network_id) if part.network_id else 0
    platform_points = points(FeeKind.PLATFORM, day)
    amounts = divided(part.net, part.freight + part.vat, network_points, platform_points)
    return Share(
        part=part, gross=part.total, vat=part.vat, producer_amount=amounts.producer, network_fee=amounts.network,
        platform_fee=amounts.platform, network_points=network_points, platform_points=platform_points,
    )  # fmt: skip


def entries_of(part: OrderPart, amounts: Amounts, *, sign: int) -> list[tuple[Account, int]]:
    """Owed to (−1) or taken back from (+1) those a part's money belongs to."""
    found = [(account(AccountKind.PRODUCER, part.producer), sign * amounts.producer)]
    if amounts.network and part.network:
        found.append((account(AccountKind.NETWORK, part.network), sign * amounts.network))
    if amounts.platform:
        found.append((account(AccountKind.PLATFORM), sign * amounts.platform))
    return found
