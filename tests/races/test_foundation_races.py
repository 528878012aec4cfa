"""Several threads at once (the fixture `race`), on whichever database the suite runs."""

import threading
from collections.abc import Callable

import pytest
from django.db import connection, transaction

from foundation import audit, limits, locking, outbox, worker
from foundation.actors import SYSTEM
from foundation.idempotency import once
from foundation.models import AuditEntry, IdempotencyKey, OutboxMessage, User

pytestmark = pytest.mark.django_db(transaction=True)


def test_one_key_used_by_many_at_once_is_one_piece_of_work(race):
    def work() -> str:
        with transaction.atomic():
            claim = once("k", b"{}", "inquiries")
            if claim.replayed:
                return f"replayed {claim.reference}"
            claim.settle("7")
            return "done"

    assert race(work, 8) == {"done": 1, "replayed 7": 7}
    assert IdempotencyKey.objects.count() == 1


def test_a_message_is_claimed_by_one_worker_only(race):
    @outbox.handles("race.said")
    def listen(event: outbox.Event) -> None:
        pass

    with transaction.atomic():
        for _ in range(3):
            outbox.publish("race.said")

    claimed = race(lambda: (message := worker.claim()) and message.pk, 8)

    claimed.pop("None", None)
    assert set(claimed.values()) <= {1}
    assert OutboxMessage.objects.filter(attempts__gt=1).count() == 0
    OutboxMessage.objects.all().delete()


def count_up(lock: bool) -> Callable[[], None]:
    """A read, a pause, a write: loses updates unless something holds the row."""
    turn = threading.Barrier(2)

    def work() -> None:
        with transaction.atomic():
            user = locking.lock(User, 1) if lock else User.objects.get(pk=1)
            if not lock:
                turn.wait(5)
            User.objects.filter(pk=1).update(first_name=str(int(user.first_name) + 1))

    return work


def test_a_lock_keeps_updates_from_being_lost(race):
    User.objects.create(pk=1, email="ana@example.org", first_name="0")

    assert race(count_up(lock=True), 6) == {"None": 6}
    assert User.objects.get().first_name == "6"


def test_control_without_the_lock_an_update_is_lost(race):
    if connection.vendor == "sqlite":
        pytest.skip("every transaction is exclusive there, so that no control is possible")
    User.objects.create(pk=1, email="ana@example.org", first_name="0")

    race(count_up(lock=False), 2)
    assert User.objects.get().first_name == "1"


def test_rows_locked_in_cross_order_do_not_deadlock(race):
    for pk in (1, 2):
        User.objects.create(pk=pk, email=f"u{pk}@example.org")
    orders = iter([(1, 2), (2, 1)] * 4)

    def work() -> str:
        with transaction.atomic():
            return ",".join(str(user.pk) for user in locking.lock(User, *next(orders)))

    assert race(work, 8) == {"1,2": 8}


def test_a_bucket_gives_no_more_than_its_burst(race):
    assert race(lambda: limits.take("race", "k", rate=0.001, burst=3), 8) == {"None": 3, "Exceeded": 5}


def test_sealing_by_two_workers_makes_one_chain(race):
    user = User.objects.create(email="ana@example.org")
    with transaction.atomic():
        for n in range(20):
            audit.record(SYSTEM, "thing", user, n=n)

    sealed = race(audit.seal, 3)

    assert sealed == {"20": 1, "0": 2}
    assert audit.verify() is None
    assert AuditEntry.objects.unsealed().count() == 0
