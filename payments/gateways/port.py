"""What the product asks of whoever takes the money; one folder entry for each that does."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

from payments.enums import PaymentState, RefundState
from payments.models import Payment, Refund


class GatewayError(Exception):
    """The gateway refused or could not be reached; what was asked may be asked again with the same effect key."""


class GatewayRefused(GatewayError):
    """It will never be taken in this form, however often it is asked."""


@dataclass(frozen=True)
class Capabilities:
    """`shortest`, `longest`: how long a checkout stays open. `refunds_itself`: else the team transfers it back."""

    refunds_itself: bool
    shortest: timedelta
    longest: timedelta


@dataclass(frozen=True)
class Checkout:
    external_id: str
    url: str


@dataclass(frozen=True)
class RefundStanding:
    external_id: str
    amount: int
    state: RefundState
    reference: str = ""
    """Our refund's key, when it was ours."""


@dataclass(frozen=True)
class Standing:
    """How a payment stands at its gateway now. `paid` is in whole pesos, refunds not taken off."""

    external_id: str
    state: PaymentState
    paid: int = 0
    intent_id: str = ""
    refunds: Sequence[RefundStanding] = ()


class PaymentGateway(Protocol):
    def capabilities(self) -> Capabilities: ...

    def create_checkout(self, payment: Payment) -> Checkout:
        """Open the payment; asked again with the same effect key it answers the same checkout.

        Raises GatewayError, GatewayRefused where there is too little time left to pay.
        """
        ...

    def fetch(self, payment: Payment) -> Standing:
        """Raises GatewayError."""
        ...

    def expire(self, payment: Payment) -> Standing:
        """Have it paid no more, unless it is paid already. Raises GatewayError."""
        ...

    def refund(self, refund: Refund) -> RefundStanding:
        """Give back `refund.amount` through its payment, once however often it is asked. Raises GatewayError."""
        ...
