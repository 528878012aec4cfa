"""A client that repeats a request under its own key gets the first answer, not a second effect."""

import hashlib
import json
from contextlib import suppress
from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from .models import IdempotencyKey
from .problems import FieldError, Problem

LONGEST = 255


@dataclass
class Once:
    """`replayed`: the work was done before, and `reference` names it. Else do it, then `settle` its reference."""

    row: IdempotencyKey | None
    replayed: bool

    @property
    def reference(self) -> str:
        return self.row.reference if self.row else ""

    def settle(self, reference: str) -> None:
        """Store what the work is known by, in the same transaction as the work."""
        if self.row is not None:
            self.row.reference = reference
            self.row.save(update_fields=["reference"])


def once(key: str, body: bytes, scope: str) -> Once:
    """Claim a key (may be empty: then nothing is remembered) inside the transaction that does the work.

    A second request with the key waits here until the first commits or rolls back. Bodies are compared as JSON when
    they are JSON. Raises Problem: 400 for a key that is too long or not printable, 409 for another body.
    """
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("once() outside of a transaction.")
    if not key:
        return Once(None, replayed=False)
    if len(key) > LONGEST or not key.isprintable():
        detail = _("La clave Idempotency-Key admite hasta 255 caracteres visibles.")
        raise Problem(400, _("Solicitud no válida"), detail, [FieldError("Idempotency-Key", detail)])
    body_hash = hash_of(body)
    try:
        with transaction.atomic():
            return Once(IdempotencyKey.objects.create(scope=scope, key=key, body_hash=body_hash), replayed=False)
    except IntegrityError:
        row = IdempotencyKey.objects.get(scope=scope, key=key)
    if row.body_hash != body_hash:
        raise Problem(409, _("Clave ya usada"), _("Esta Idempotency-Key ya se usó con otro contenido."))
    return Once(row, replayed=True)


def hash_of(body: bytes) -> str:
    with suppress(ValueError, RecursionError):
        body = json.dumps(json.loads(body), sort_keys=True).encode()
    return hashlib.sha256(body).hexdigest()
