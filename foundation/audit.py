"""The record of who did what. Entries are written with the change itself; a periodic task seals them into a chain.

Each sealed entry carries SHA-256 over the hash before it and its own content, so altering, deleting or moving one
breaks the chain at that place.
"""

import hashlib
import json
from decimal import Decimal
from enum import Enum
from typing import Any

from django.db import models, transaction

from . import locking
from .actors import Actor
from .models import User
from .models.audit import AuditEntry, AuditHead, AuditQuerySet

START = "0" * 64


def record(actor: Actor | User, verb: str, obj: models.Model, **facts: Any) -> AuditEntry:
    """Note that `actor` did `verb` ("offer.declined") to `obj`, in the caller's transaction.

    Facts are ids, quantities and statuses, never contact data; numbers with decimals are kept as text.
    Raises TransactionManagementError outside a transaction.
    """
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError(f"audit.record({verb!r}) outside of a transaction.")
    who = Actor.of(actor)
    return AuditEntry.objects.create(
        actor_kind=who.kind,
        actor_id=who.id,
        verb=verb,
        object_type=obj._meta.label_lower,
        object_id=str(obj.pk),
        facts=_plain(facts),
    )


def entries(obj: models.Model, verb: str | None = None) -> AuditQuerySet:
    """What was done to `obj`, oldest first."""
    about = AuditEntry.objects.about(obj).order_by("id")
    return about if verb is None else about.filter(verb=verb)


def seal(batch: int = 500) -> int:
    """Append unsealed entries to the chain, in the order of their ids; answers how many."""
    with transaction.atomic():
        AuditHead.objects.get_or_create(pk=1)
        head = locking.lock(AuditHead, 1)
        fresh = list(AuditEntry.objects.unsealed()[:batch])
        for entry in fresh:
            head.position += 1
            head.hash = _link(head.hash, head.position, entry)
            head.entry_id = entry.pk
            AuditEntry.objects.filter(pk=entry.pk).update(position=head.position, hash=head.hash)
        if fresh:
            head.save()
    return len(fresh)


def verify() -> int | None:
    """Walk the chain; the id of the first entry that was altered or moved, or follows one that is gone. None: whole.

    When the end of the chain was cut off, the id of the last entry that was sealed.
    """
    position, link = 0, START
    for entry in AuditEntry.objects.filter(position__isnull=False).order_by("position").iterator():
        position += 1
        link = _link(link, position, entry)
        if entry.position != position or entry.hash != link:
            return entry.pk
    head = AuditHead.objects.filter(pk=1).first()
    if head is not None and (head.position, head.hash) != (position, link):
        return head.entry_id or 0
    return 0 if head is None and position else None


def _link(before: str, position: int, entry: AuditEntry) -> str:
    content = [
        before,
        position,
        entry.pk,
        entry.at.timestamp(),
        entry.actor_kind,
        entry.actor_id,
        entry.verb,
        entry.object_type,
        entry.object_id,
        entry.facts,
    ]
    text = json.dumps(content, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _plain(value: Any) -> Any:
    """JSON that reads back the same from both databases."""
    match value:
        case Enum():
            return _plain(value.value)
        case None | bool() | int():
            return value
        case str():
            return value.replace("\x00", "")
        case Decimal():
            return f"{value:f}"
        case dict():
            return {str(key): _plain(item) for key, item in value.items()}
        case list() | tuple() | set() | frozenset():
            items = sorted(value, key=str) if isinstance(value, set | frozenset) else value
            return [_plain(item) for item in items]
        case models.Model():
            return f"{value._meta.label_lower}:{value.pk}"
        case _:
            return str(value)
