from .paying import PaymentClosed, confirm_transfer, open_checkout, record, settle, start_payment, sync
from .payouts import PayoutClosed, make_batch, mark_failed, mark_paid
from .refunding import RefundRefused, confirm_refund, refund, send_refund

__all__ = [
    "PaymentClosed",
    "PayoutClosed",
    "RefundRefused",
    "confirm_refund",
    "confirm_transfer",
    "make_batch",
    "mark_failed",
    "mark_paid",
    "open_checkout",
    "record",
    "refund",
    "send_refund",
    "settle",
    "start_payment",
    "sync",
]
