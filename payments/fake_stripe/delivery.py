"""Events reach our webhook as Stripe's do: a signed POST over HTTP, repeated until it is taken."""

import hashlib
import hmac
import time
import urllib.request

from django.conf import settings
from django.urls import reverse

from foundation import outbox
from payments.gateways.client import webhook_secret

from .api import DELIVER

TIMEOUT_S = 10


@outbox.handles(DELIVER, transactional=False)
def deliver(event: outbox.Event) -> None:
    body = event.payload["event"].encode()
    request = urllib.request.Request(  # noqa: S310  # our own address
        f"{settings.TERRUNO_BASE_URL}{reverse('stripe-webhook')}",
        body,
        {"Content-Type": "application/json", "Stripe-Signature": signature(body, webhook_secret())},
    )
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(request, timeout=TIMEOUT_S):
        pass


def signature(body: bytes, secret: str, at: int | None = None) -> str:
    """Stripe's scheme v1: HMAC-SHA256 of `<time>.<body>` under the endpoint's secret."""
    at = int(time.time()) if at is None else at
    signed = hmac.new(secret.encode(), f"{at}.".encode() + body, hashlib.sha256).hexdigest()
    return f"t={at},v1={signed}"
