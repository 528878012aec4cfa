from .paying import (
    PaymentClosed,
    begin_checkout,
    confirm_transfer,
    open_checkout,
    record,
    settle,
    start_payment,
    sync,
    went_through,
)
from .payouts import PayoutClosed, make_batch, mark_failed, mark_paid
from .refunding import (
    OperationKnown,
    RefundRefused,
    confirm_refund,
    give_up_refund,
    refund,
    refund_called_off,
    send_refund,
)

__all__ = [
    "OperationKnown",
    "PaymentClosed",
    "PayoutClosed",
    "RefundRefused",
    "begin_checkout",
    "confirm_refund",
    "confirm_transfer",
    "give_up_refund",
    "make_batch",
    "mark_failed",
    "mark_paid",
    "open_checkout",
    "record",
    "refund",
    "refund_called_off",
    "send_refund",
    "settle",
    "start_payment",
    "sync",
    "went_through",
]
