"""Links for mail: signed for one purpose, one object, one recipient and one version of the object, with an end."""

import time
from dataclasses import dataclass
from datetime import UTC, datetime

from django.core.signing import BadSignature, Signer
from django.db import models
from django.utils.crypto import constant_time_compare, salted_hmac

DAY_S = 86_400


class BadLink(Exception):
    """The link is forged, altered, expired or made for something else; visitors are told no more than that."""


@dataclass(frozen=True)
class Link:
    object_id: str
    recipient: str
    """As it was given; an e-mail is kept as a digest, so that no address shows in a URL (ask `is_for`)."""
    version: int
    expires_at: datetime

    def is_for(self, recipient: str) -> bool:
        return constant_time_compare(self.recipient, _bound(recipient))


def make(purpose: str, obj: models.Model | str, *, recipient: str, version: int = 0, days: int = 14) -> str:
    """A token for a URL's path. Nothing is stored; raise the object's `version` to make its old links useless."""
    object_id = obj if isinstance(obj, str) else str(obj.pk)
    return _signer(purpose).sign_object([object_id, _bound(recipient), version, int(time.time()) + days * DAY_S])


def read(token: str, purpose: str) -> Link:
    """What the token was made for. Raises BadLink; the caller still compares the version with the object's."""
    try:
        object_id, recipient, version, expires = _signer(purpose).unsign_object(token)
    except (BadSignature, ValueError, TypeError) as error:
        raise BadLink(purpose) from error
    if time.time() >= expires:
        raise BadLink(purpose)
    return Link(object_id, recipient, version, datetime.fromtimestamp(expires, UTC))


def _signer(purpose: str) -> Signer:
    return Signer(salt=f"terruno.link.{purpose}", sep=".")


def _bound(recipient: str) -> str:
    if "@" not in recipient:
        return recipient
    return salted_hmac("terruno.link.recipient", recipient.strip().lower(), algorithm="sha256").hexdigest()[:24]
