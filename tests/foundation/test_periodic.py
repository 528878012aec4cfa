from datetime import timedelta

import pytest
from django.utils import timezone

from foundation import worker
from foundation.models import PeriodicTask

pytestmark = pytest.mark.django_db


@pytest.fixture
def runs(monkeypatch):
    monkeypatch.setattr(worker, "_periodic", {})
    done: list[int] = []

    @worker.every(60)
    def count() -> None:
        done.append(1)
        if len(done) == 2:
            raise RuntimeError

    return done


def test_a_task_runs_once_in_its_interval(runs):
    now = timezone.now()

    assert [worker.run_periodic(now), worker.run_periodic(now)] == [1, 0]
    assert worker.run_periodic(timezone.now() + timedelta(seconds=61)) == 1
    assert len(runs) == 2


def test_a_failing_task_is_noted_and_comes_round_again(runs):
    for minutes in (0, 2, 4):
        worker.run_periodic(timezone.now() + timedelta(minutes=minutes))
        if minutes == 2:
            assert PeriodicTask.objects.get().last_error == "RuntimeError"

    assert len(runs) == 3
    assert PeriodicTask.objects.get().last_error == ""


def test_only_one_worker_takes_a_task(runs):
    worker.run_periodic()
    now = timezone.now() + timedelta(seconds=61)
    until = now + timedelta(seconds=300)
    mine, theirs = PeriodicTask.objects.get(), PeriodicTask.objects.get()

    assert [mine.claim(now, until), theirs.claim(now, until)] == [True, False]


def test_a_task_whose_worker_died_is_taken_over_after_the_lease(runs):
    worker.run_periodic()
    now = timezone.now() + timedelta(seconds=61)
    PeriodicTask.objects.get().claim(now, now + timedelta(seconds=300))

    assert worker.run_periodic(now + timedelta(seconds=299)) == 0
    assert worker.run_periodic(now + timedelta(seconds=301)) == 1
