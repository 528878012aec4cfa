"""What the ledger says of an order: how much came in, and how much is there beyond what it cost."""

from django.db.models import Sum

from inquiries.enums import OrderStatus
from inquiries.models import Order
from payments.enums import AccountKind, RefundState, TransactionKind
from payments.ledger import account, balance
from payments.models import Entry

AWAITED = [RefundState.REQUESTED, RefundState.SENT, RefundState.FAILED]


def received(order: Order) -> int:
    """Whole pesos that came in for it by every way, refunds not taken off."""
    rows = Entry.objects.filter(account=account(AccountKind.ORDER, order), transaction__kind=TransactionKind.CHARGE)
    return -(rows.aggregate(sum=Sum("amount"))["sum"] or 0)


def refunded(order: Order) -> int:
    """Whole pesos that went back."""
    rows = Entry.objects.filter(account=account(AccountKind.ORDER, order), transaction__kind=TransactionKind.REFUND)
    return rows.aggregate(sum=Sum("amount"))["sum"] or 0


def surplus(order: Order) -> int:
    """What was paid beyond the total, or for an order that was called off, and is on no way back yet."""
    if order.status == OrderStatus.PLACED:
        return max(0, received(order) - order.total)
    on_the_way = order.refunds.filter(state__in=AWAITED).aggregate(sum=Sum("amount"))["sum"] or 0
    return max(0, -balance(account(AccountKind.ORDER, order)) - on_the_way)
