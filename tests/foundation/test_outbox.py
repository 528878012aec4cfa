import uuid
from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from foundation import worker
from foundation.actors import SYSTEM
from foundation.models import MessageStatus, OutboxMessage
from foundation.outbox import Event, Permanent, _by_kind, _by_name, handles, publish

pytestmark = pytest.mark.django_db


@pytest.fixture
def heard():
    """Handlers of the kind `test.said`, removed afterwards; `heard.events` is what they were told."""

    class Heard:
        def __init__(self) -> None:
            self.events: list[Event] = []
            self.error: Exception | None = None

        def listen(self, name: str, **options: object) -> None:
            def listener(event: Event) -> None:
                self.events.append(event)
                if self.error:
                    raise self.error

            listener.__qualname__ = name
            handles("test.said", **options)(listener)

    before = dict(_by_name)
    heard = Heard()
    heard.listen("first")
    yield heard
    _by_name.clear()
    _by_name.update(before)
    _by_kind.pop("test.said")


def make_all_due() -> None:
    OutboxMessage.objects.update(available_at=timezone.now() - timedelta(seconds=1), lease=None, lease_until=None)


def test_a_published_event_reaches_its_handler_once(heard):
    with transaction.atomic():
        publish("test.said", payload={"words": "hola"})

    assert worker.run_until_idle() == 1
    assert worker.run_until_idle() == 0
    assert [(event.payload, event.attempt) for event in heard.events] == [({"words": "hola"}, 1)]
    assert OutboxMessage.objects.get().status == MessageStatus.DONE


def test_each_handler_has_its_own_message_and_is_retried_alone(heard):
    heard.listen("second")
    with transaction.atomic():
        publish("test.said")
    heard.error = RuntimeError()
    worker.work_once()
    heard.error = None
    worker.run_until_idle()
    make_all_due()
    worker.run_until_idle()

    assert len(heard.events) == 3
    assert sorted(OutboxMessage.objects.values_list("attempts", flat=True)) == [1, 2]


def test_a_rolled_back_transaction_publishes_nothing(heard):
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        publish("test.said")
        1 / 0  # noqa: B018

    assert worker.run_until_idle() == 0


def test_the_same_key_is_one_effect(heard):
    with transaction.atomic():
        publish("test.said", key="once")
        publish("test.said", key="once")
        publish("test.said", key="twice")

    assert worker.run_until_idle() == 2


def test_a_message_for_later_waits(heard):
    with transaction.atomic():
        publish("test.said", at=timezone.now() + timedelta(hours=1))

    assert worker.run_until_idle() == 0
    make_all_due()
    assert worker.run_until_idle() == 1


def test_a_failure_is_put_off_longer_each_time(heard):
    with transaction.atomic():
        publish("test.said")
    heard.error = RuntimeError("buyer@example.org")
    worker.run_until_idle()

    message = OutboxMessage.objects.get()
    assert message.status == MessageStatus.WAITING
    assert message.available_at > timezone.now()
    assert message.last_error == "RuntimeError"
    assert worker.backoff(9).total_seconds() >= 0.5 * worker.FIRST_DELAY_S * 256
    assert worker.backoff(60).total_seconds() <= 1.5 * worker.LONGEST_DELAY_S


def test_a_permanent_failure_is_set_aside_at_once_and_can_be_revived(heard):
    with transaction.atomic():
        publish("test.said")
    heard.error = Permanent("SMTP 550")
    worker.run_until_idle()

    assert OutboxMessage.objects.dead().get().last_error == "Permanent SMTP 550"
    heard.error = None
    OutboxMessage.objects.all().revive(timezone.now())
    assert worker.run_until_idle() == 1
    assert not OutboxMessage.objects.dead().exists()


def test_the_last_attempt_ends_among_the_dead(heard):
    with transaction.atomic():
        publish("test.said")
    OutboxMessage.objects.update(attempts=worker.MAX_ATTEMPTS - 1)
    heard.error = RuntimeError()
    worker.run_until_idle()

    assert OutboxMessage.objects.dead().count() == 1


def test_a_message_that_kills_its_worker_every_time_is_set_aside(heard):
    with transaction.atomic():
        publish("test.said")
    OutboxMessage.objects.update(attempts=worker.MAX_ATTEMPTS)
    worker.run_until_idle()

    assert heard.events == []
    assert OutboxMessage.objects.dead().count() == 1


def test_a_claimed_message_is_nobody_elses_until_its_lease_ends(heard):
    with transaction.atomic():
        publish("test.said")
    assert worker.claim() is not None
    assert worker.claim() is None

    OutboxMessage.objects.update(lease_until=timezone.now())
    again = worker.claim()
    assert again is not None
    assert again.attempts == 2


def test_a_worker_that_lost_its_lease_leaves_no_rows(heard):
    with transaction.atomic():
        publish("test.said")
        publish("test.said")
    message = worker.claim()
    assert message is not None

    def also_writes(event: Event) -> None:
        publish("test.said", key="written by the handler")

    heard.events.clear()
    _by_name[message.handler] = type(_by_name[message.handler])(message.handler, also_writes, True, None)
    OutboxMessage.objects.filter(pk=message.pk).update(lease=uuid.uuid4())

    with pytest.raises(worker.LeaseLost):
        worker.do(message)
    assert not OutboxMessage.objects.filter(key="written by the handler").exists()


def test_publishing_outside_a_transaction_is_refused(heard, monkeypatch):
    monkeypatch.setattr(transaction.get_connection(), "in_atomic_block", False)
    with pytest.raises(transaction.TransactionManagementError):
        publish("test.said")


def test_a_handler_this_version_does_not_know_is_tried_again_later(heard):
    with transaction.atomic():
        publish("test.said")
    OutboxMessage.objects.update(handler="gone.handler")
    worker.run_until_idle()

    assert OutboxMessage.objects.waiting().get().last_error.startswith("LookupError")


def test_the_product_is_an_actor_without_an_id():
    assert str(SYSTEM) == "system"


def test_background_work_waits_for_what_people_wait_for(heard):
    order = []
    handles("test.said", background=True)(lambda event: order.append(("picture", event.object_id)))
    handles("test.said")(_named("letter", lambda event: order.append(("letter", event.object_id))))
    with transaction.atomic():
        publish("test.said", payload={}, key="one")
        publish("test.said", payload={}, key="two")

    worker.run_until_idle()

    assert [name for name, _ in order] == ["letter", "letter", "picture", "picture"]


def _named(name, run):
    run.__qualname__ = name
    return run
