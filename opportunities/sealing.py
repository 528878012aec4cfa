"""A bid under seal: readable by no page, export or look into the database until its call is closed.

The whole bid is encrypted by a key made from SECRET_KEY, the call and its closing time (docs/adr). `open_bid` is called
by one service only, which looks at the clock first; the key depends on the closing time so that a call whose close was
moved forward behind everyone's back opens nothing.
"""

import base64
import hashlib
import json
from dataclasses import asdict, dataclass

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

from opportunities.models import Call


@dataclass(frozen=True, slots=True)
class Bid:
    """What a bidder hands in; `price` in whole pesos."""

    provider: str
    email: str
    price: int
    method: str


class BrokenSeal(Exception):
    """The sealed bytes are not what was handed in, or were sealed under another key."""


def seal(call: Call, bid: Bid) -> tuple[bytes, str]:
    """The sealed bytes, and the digest that goes on the bidder's receipt."""
    text = json.dumps(asdict(bid), ensure_ascii=False, sort_keys=True)
    return _box(call, settings.SECRET_KEY).encrypt(text.encode()), digest(text)


def open_bid(call: Call, sealed: bytes, known: str) -> Bid:
    """Raises BrokenSeal when the bytes were changed, or say something else than the digest on the receipt."""
    for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS):
        try:
            text = _box(call, secret).decrypt(sealed).decode()
        except InvalidToken:
            continue
        if digest(text) != known:
            break
        return Bid(**json.loads(text))
    raise BrokenSeal(str(call.pk))


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _box(call: Call, secret: str) -> Fernet:
    info = f"terruno.proposal.{call.pk}.{int(call.closes_at.timestamp())}"
    key = HKDF(SHA256(), 32, salt=None, info=info.encode()).derive(secret.encode())
    return Fernet(base64.urlsafe_b64encode(key))
