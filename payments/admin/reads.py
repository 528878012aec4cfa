"""What the money's pages in the CMS show."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q, Subquery, Sum

from inquiries.enums import OrderStatus
from inquiries.models import Order
from payments.enums import UNDER_WAY, AccountKind, GatewayName, PayoutState, RefundState
from payments.models import Entry, Payment, PayoutBatch, Refund, Transaction
from payments.policy import orders_of

MOST = 50


@dataclass(frozen=True)
class Waiting:
    transfers: list[Payment]
    refunds: list[Refund]
    surplus: list[tuple[Order, int]]
    batches: list[PayoutBatch]


def waiting(user: Any) -> Waiting:
    """All that needs a person, of the orders this person may see."""
    orders = orders_of(user)
    transfers = Payment.objects.filter(order__in=orders, gateway=GatewayName.TRANSFER, state__in=UNDER_WAY)
    refunds = Refund.objects.filter(order__in=orders).exclude(state=RefundState.DONE)
    by_hand = refunds.filter(payment__gateway=GatewayName.TRANSFER) | refunds.filter(state=RefundState.FAILED)
    return Waiting(
        list(transfers.select_related("order").order_by("created_at")[:MOST]),
        list(by_hand.select_related("order", "payment").order_by("created_at")[:MOST]),
        with_surplus(user),
        list(PayoutBatch.objects.filter(payouts__state=PayoutState.TO_SEND).distinct()[:MOST])
        if user.is_superuser
        else [],
    )


def with_surplus(user: Any) -> list[tuple[Order, int]]:
    """Orders that hold money beyond what they cost: their account is not at zero though nothing more is to come."""
    held = (
        Entry.objects.filter(account__kind=AccountKind.ORDER)
        .values("account__owner_id")
        .annotate(sum=Sum("amount"))
        .filter(sum__lt=0)
        .values_list("account__owner_id", "sum")
        .order_by("account__owner_id")
    )
    owing = dict(held)
    settled = orders_of(user).filter(pk__in=list(owing)).exclude(status=OrderStatus.PLACED)
    backing = dict(
        Refund.objects.filter(order__in=settled)
        .exclude(state=RefundState.DONE)
        .values_list("order")
        .annotate(sum=Sum("amount"))
        .order_by()
    )
    found = [(order, -owing[str(order.pk)] - backing.get(order.pk, 0)) for order in settled.order_by("-created_at")]
    return [(order, amount) for order, amount in found if amount > 0][:MOST]


def orders(user: Any, wanted: str) -> list[Order]:
    """Those somebody began to pay, the latest first; `wanted` is in the number, the buyer's name or their address."""
    found = orders_of(user).filter(Exists(Payment.objects.filter(order=OuterRef("pk"))))
    if wanted:
        found = found.filter(Q(number__icontains=wanted) | Q(name__icontains=wanted) | Q(email__icontains=wanted))
    back = Refund.objects.filter(order=OuterRef("pk")).order_by().values("order").annotate(sum=Sum("amount"))
    return list(found.annotate(back=Subquery(back.values("sum"))).order_by("-created_at", "pk")[:MOST])


def order_book(order: Order) -> list[Transaction]:
    """The order's transactions with their entries, oldest first."""
    return list(Transaction.objects.about(order).prefetch_related("entries__account").order_by("at", "pk"))


def accounts() -> list[tuple[str, int]]:
    """What stands on each kind of account."""
    sums = Entry.objects.values("account__kind").annotate(sum=Sum("amount")).order_by("account__kind")
    return [(str(AccountKind(row["account__kind"]).label), row["sum"]) for row in sums]
