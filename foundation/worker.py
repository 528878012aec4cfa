"""The worker: claims due messages one by one, does them, confirms them; and runs the periodic tasks.

Any number of workers may run side by side, on either database. Tests call `run_until_idle()`.
"""

import logging
import random
import threading
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

from . import crash
from .models.outbox import MessageStatus, OutboxMessage
from .models.periodic import PeriodicTask
from .outbox import Event, Handler, Permanent, background_handlers, handler_named

logger = logging.getLogger(__name__)

MAX_ATTEMPTS = 20
"""With the back-off below, a message is tried for more than two days before it is set aside."""
FIRST_DELAY_S = 5.0
LONGEST_DELAY_S = 6 * 3600.0
IDLE_FIRST_S = 0.05
IDLE_LONGEST_S = 1.0


class LeaseLost(Exception):
    """Another worker has taken the message over; whatever this one did in its transaction is rolled back."""


def backoff(attempt: int) -> timedelta:
    """Exponential, with jitter of ± half, so that what failed together does not come back together."""
    delay = min(LONGEST_DELAY_S, FIRST_DELAY_S * 2.0 ** (attempt - 1))
    return timedelta(seconds=delay * random.uniform(0.5, 1.5))  # noqa: S311  # jitter, not a secret


def claim() -> OutboxMessage | None:
    """Take the longest due message for this worker's lease, or None when nothing is due; background work comes last.

    The first look costs no write lock. The attempt is counted now, so that a message which kills its worker every
    time ends among the dead too.
    """
    now = timezone.now()
    if not OutboxMessage.objects.claimable(now).exists():
        return None
    with transaction.atomic():
        due = OutboxMessage.objects.claimable(now)
        urgent = due.exclude(handler__in=background_handlers())
        message = urgent.select_for_update(skip_locked=True).first() or due.select_for_update(skip_locked=True).first()
        if message is None:
            return None
        handler = handler_named(message.handler)
        lease_s = (handler.lease_s if handler else None) or settings.TERRUNO_LEASE_SECONDS
        message.lease = uuid.uuid4()
        message.lease_until = now + timedelta(seconds=lease_s)
        message.attempts += 1
        taken = OutboxMessage.objects.claimable(now).order_by().filter(pk=message.pk)
        if not taken.update(lease=message.lease, lease_until=message.lease_until, attempts=message.attempts):
            return None
    crash.point("outbox.claimed")
    return message


def do(message: OutboxMessage) -> None:
    """Run the message's handler and confirm it. Raises LeaseLost, and whatever the handler raises."""
    handler = handler_named(message.handler)
    if handler is None:
        raise LookupError("No such handler in this version.")
    if message.attempts > MAX_ATTEMPTS:
        raise Permanent("Too many attempts.")
    if handler.transactional:
        with transaction.atomic():
            _run(handler, message)
            crash.point("outbox.done")
            confirm(message)
    else:
        _run(handler, message)
        crash.point("outbox.done")
        confirm(message)


def _run(handler: Handler, message: OutboxMessage) -> None:
    handler.run(Event(message.kind, message.object_id, message.payload, message.message_id, message.attempts))


def confirm(message: OutboxMessage) -> None:
    """Mark the message done, if its lease is still ours."""
    ours = OutboxMessage.objects.held_by(_lease(message)).filter(pk=message.pk)
    if not ours.update(status=MessageStatus.DONE, done_at=timezone.now(), lease=None, lease_until=None, last_error=""):
        raise LeaseLost(str(message))


def fail(message: OutboxMessage, error: Exception) -> None:
    """Give the message back for a later try, or set it aside. Only the error's type is kept: texts carry addresses."""
    dead = isinstance(error, Permanent) or message.attempts >= MAX_ATTEMPTS
    said = str(error) if isinstance(error, Permanent | LookupError) else ""
    OutboxMessage.objects.held_by(_lease(message)).filter(pk=message.pk).update(
        status=MessageStatus.DEAD if dead else MessageStatus.WAITING,
        available_at=timezone.now() + backoff(message.attempts),
        lease=None,
        lease_until=None,
        last_error=f"{type(error).__name__} {said}".strip()[:300],
    )


def _lease(message: OutboxMessage) -> uuid.UUID:
    if message.lease is None:
        raise ValueError("The message was not claimed.")
    return message.lease


def work_once() -> bool:
    """Claim one message and see it through; False when nothing is due. A handler's failure is logged and kept."""
    message = claim()
    if message is None:
        return False
    try:
        do(message)
    except LeaseLost:
        logger.warning("Lease lost on %s (%s)", message, message.pk)
    except Exception as error:
        logger.exception("Attempt %s of %s (%s) failed", message.attempts, message, message.pk)
        fail(message, error)
    return True


def run_until_idle() -> int:
    """Run every message that is due now, also those published meanwhile; answers how many tries that took."""
    count = 0
    while work_once():
        count += 1
    return count


@dataclass(frozen=True)
class Periodic:
    name: str
    run: Callable[[], object]
    seconds: int
    lease_s: int


_periodic: dict[str, Periodic] = {}


def every(seconds: int, *, lease_s: int | None = None) -> Callable[[Callable[[], object]], Callable[[], object]]:
    """Have the worker run the function every so many seconds, one worker at a time, each run in ≤ `lease_s` (300)."""

    def register(run: Callable[[], object]) -> Callable[[], object]:
        name = f"{run.__module__}.{run.__qualname__}"
        _periodic[name] = Periodic(name, run, seconds, lease_s or 300)
        return run

    return register


def run_periodic(at: datetime | None = None) -> int:
    """Run the periodic tasks that are due; answers how many ran. A failure is logged, and tried again in its turn."""
    now = at or timezone.now()
    known = set(PeriodicTask.objects.values_list("name", flat=True))
    missing = [PeriodicTask(name=name, next_at=now) for name in _periodic if name not in known]
    if missing:
        PeriodicTask.objects.bulk_create(missing, ignore_conflicts=True)
    ran = 0
    for row in PeriodicTask.objects.due(now).filter(name__in=_periodic):
        task = _periodic[row.name]
        if row.claim(now, now + timedelta(seconds=task.lease_s)):
            _run_task(row, task)
            ran += 1
    return ran


def _run_task(row: PeriodicTask, task: Periodic) -> None:
    problem = ""
    try:
        task.run()
    except Exception as error:
        logger.exception("Periodic task %s failed", task.name)
        problem = type(error).__name__
    now = timezone.now()
    PeriodicTask.objects.filter(pk=row.pk, lease=row.lease).update(
        lease=None, lease_until=None, last_run_at=now, next_at=now + timedelta(seconds=task.seconds), last_error=problem
    )


def loop(stop: threading.Event) -> None:
    """Work until `stop` is set; the message at hand is always finished. Waits longer the longer nothing is due."""
    idle = IDLE_FIRST_S
    while not stop.is_set():
        try:
            busy = bool(run_periodic()) | work_once()
        except Exception:
            logger.exception("The worker could not reach its database; it goes on trying")
            connection.close()
            busy, idle = False, IDLE_LONGEST_S
        if busy:
            idle = IDLE_FIRST_S
        else:
            stop.wait(idle)
            idle = min(IDLE_LONGEST_S, idle * 2)
