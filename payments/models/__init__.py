from .ledger import Account, Entry, Transaction
from .payments import Payment, Receipt
from .payouts import BankAccount, Payout, PayoutBatch
from .refunds import Refund
from .shares import FeeRule, Reversal, Share, StockHold
from .stripe import FakeObject, FakeReplay, StripeEvent

__all__ = [
    "Account",
    "BankAccount",
    "Entry",
    "FakeObject",
    "FakeReplay",
    "FeeRule",
    "Payment",
    "Payout",
    "PayoutBatch",
    "Receipt",
    "Refund",
    "Reversal",
    "Share",
    "StockHold",
    "StripeEvent",
    "Transaction",
]
