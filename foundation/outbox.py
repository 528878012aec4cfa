"""What has to happen after a transaction, written down inside it.

`publish` stores one message for each handler of the event's kind; a worker claims it, does it and confirms it
(foundation.worker). A message whose worker died is claimed again when its lease has run out, so every handler runs at
least once. A transactional handler's rows are written in the transaction that confirms the message, hence exactly once.
"""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.db import models, transaction
from django.utils import timezone

from .models.outbox import AUTO_KEY, OutboxMessage


class Permanent(Exception):
    """Raised by a handler when trying again cannot help: the message is set aside as dead at once."""


@dataclass(frozen=True)
class Event:
    kind: str
    object_id: str
    payload: dict[str, Any]
    message_id: uuid.UUID
    attempt: int
    """1 for the first try."""


Handle = Callable[[Event], None]


@dataclass(frozen=True)
class Handler:
    name: str
    run: Handle
    transactional: bool
    lease_s: int | None
    background: bool = False


_by_kind: dict[str, dict[str, Handler]] = {}
_by_name: dict[str, Handler] = {}


def handles(
    *kinds: str, transactional: bool = True, lease_s: int | None = None, background: bool = False
) -> Callable[[Handle], Handle]:
    """Register a function for events of these kinds; import its module in AppConfig.ready.

    A handler that talks to anything but the database (mail, index, HTTP) says `transactional=False`: it then runs
    outside a transaction, at least once, and must bear being repeated. `lease_s` is the longest it may take. What
    nobody waits for (drawing a picture) says `background=True` and is done when nothing else is due.
    """

    def register(run: Handle) -> Handle:
        handler = Handler(f"{run.__module__}.{run.__qualname__}", run, transactional, lease_s, background)
        if _by_name.setdefault(handler.name, handler).run is not run:
            raise ImproperlyConfigured(f"Two handlers are called {handler.name}.")
        for kind in kinds:
            _by_kind.setdefault(kind, {})[handler.name] = handler
        return run

    return register


def handler_named(name: str) -> Handler | None:
    return _by_name.get(name)


def background_handlers() -> list[str]:
    return [name for name, handler in _by_name.items() if handler.background]


def handlers_of(kind: str) -> list[Handler]:
    return list(_by_kind.get(kind, {}).values())


def publish(
    kind: str,
    obj: models.Model | None = None,
    *,
    key: str = "",
    payload: dict[str, Any] | None = None,
    at: datetime | None = None,
) -> None:
    """Write the event down for each handler of its kind, in the caller's transaction.

    With a `key`, the effect (kind, key, handler) happens once and a repeat is ignored, for as long as the message is
    kept. `at` is the earliest time. `payload` must be JSON; keep contact data out of it.
    Raises TransactionManagementError outside a transaction.
    """
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError(f"publish({kind!r}) outside of a transaction.")
    message_id = uuid.uuid4()
    messages = [
        OutboxMessage(
            message_id=message_id,
            kind=kind,
            handler=handler.name,
            key=key or f"{AUTO_KEY}{message_id}",
            object_id="" if obj is None else str(obj.pk),
            payload=payload or {},
            available_at=at or timezone.now(),
        )
        for handler in handlers_of(kind)
    ]
    OutboxMessage.objects.bulk_create(messages, ignore_conflicts=bool(key))
