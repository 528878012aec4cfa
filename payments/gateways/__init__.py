from django.conf import settings

from payments.enums import GatewayName

from .port import Capabilities, Checkout, GatewayError, GatewayRefused, PaymentGateway, RefundStanding, Standing
from .stripe_checkout import StripeCheckout
from .transfer import BankTransfer

__all__ = [
    "Capabilities",
    "Checkout",
    "GatewayError",
    "GatewayRefused",
    "PaymentGateway",
    "RefundStanding",
    "Standing",
    "gateway",
    "offered",
]


def gateway(name: str) -> PaymentGateway:
    return StripeCheckout() if name == GatewayName.STRIPE else BankTransfer()


def offered() -> list[GatewayName]:
    """What buyers may choose, as the settings have it."""
    found = []
    if settings.STRIPE_SECRET_KEY or settings.TERRUNO_TEST_PAYMENTS:
        found.append(GatewayName.STRIPE)
    if settings.TERRUNO_BANK_ACCOUNT or settings.TERRUNO_TEST_PAYMENTS:
        found.append(GatewayName.TRANSFER)
    return found
