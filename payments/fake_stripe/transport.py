"""How requests of the StripeClient reach the test gateway: by a call instead of a socket."""

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

import stripe

from .api import answer


class FakeTransport(stripe.HTTPClient):
    name = "fake"

    def request(
        self, method: str, url: str, headers: Mapping[str, str] | None = None, post_data: Any = None, **kwargs: Any
    ) -> tuple[str, int, Mapping[str, str]]:
        parts = urlsplit(url)
        sent = parts.query if method.lower() in {"get", "delete"} else (post_data or "")
        status, body = answer(method.upper(), parts.path, sent, dict(headers or {}))
        return json.dumps(body), status, {"Request-Id": "req_test", "Content-Type": "application/json"}

    def close(self) -> None:
        """There is nothing to close."""
