"""The one client of Stripe: the real one by its key, or the test gateway's: only the way of requests differs."""

import hashlib
import hmac
from functools import lru_cache

import stripe
from django.conf import settings

TIMEOUT_S = 10
RETRIES = 2
TEST_KEY = "sk_test_terruno"


def client() -> stripe.StripeClient:
    """Raises LookupError where neither Stripe nor the test gateway is set up."""
    if settings.STRIPE_SECRET_KEY:
        return _real(settings.STRIPE_SECRET_KEY)
    if settings.TERRUNO_TEST_PAYMENTS:
        return _fake()
    raise LookupError("Cards are not taken here: STRIPE_SECRET_KEY is not set.")


@lru_cache(maxsize=2)
def _real(key: str) -> stripe.StripeClient:
    http = stripe.RequestsClient(timeout=TIMEOUT_S)
    return stripe.StripeClient(key, http_client=http, max_network_retries=RETRIES)


@lru_cache(maxsize=1)
def _fake() -> stripe.StripeClient:
    from payments.fake_stripe.transport import FakeTransport

    return stripe.StripeClient(TEST_KEY, http_client=FakeTransport(), max_network_retries=RETRIES)


def webhook_secret() -> str:
    """Raises LookupError where no event can be verified."""
    if settings.STRIPE_WEBHOOK_SECRET:
        return str(settings.STRIPE_WEBHOOK_SECRET)
    if settings.TERRUNO_TEST_PAYMENTS:
        made = hmac.new(settings.SECRET_KEY.encode(), b"payments.fake_stripe.webhook", hashlib.sha256)
        return f"whsec_{made.hexdigest()}"
    raise LookupError("STRIPE_WEBHOOK_SECRET is not set.")


def is_live() -> bool:
    """Whether the key is for real money: events of the other mode are refused."""
    return str(settings.STRIPE_SECRET_KEY).startswith(("sk_live", "rk_live"))
