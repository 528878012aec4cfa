"""Two people at once on one promise or one report; each rule has a control, with the lock off, that breaks it."""

import pytest

from foundation import audit
from foundation.actors import SYSTEM
from governance.models import Commitment, Report
from governance.services import commitments, fulfil_commitment, reports, sign_off
from tests.governance.builders import a_commitment, a_report

pytestmark = pytest.mark.django_db(transaction=True)
TIMES = 4


def keep(promise):
    return fulfil_commitment(SYSTEM, promise, evidence="Acta firmada").status.value


def test_a_promise_kept_by_several_at_once_is_kept_once(race):
    promise = a_commitment()

    assert race(lambda: keep(promise), times=TIMES) == {"done": 1, "CannotMove": TIMES - 1}
    assert audit.entries(promise, "commitment.done").count() == 1


def test_control_a_promise_that_trusts_what_it_read_before_is_kept_again(race, monkeypatch):
    def trusting(promise, to):
        promise.status = to
        return promise

    monkeypatch.setattr(commitments, "_movable", trusting)
    promise = a_commitment()
    read = iter([Commitment.objects.get(pk=promise.pk) for _ in range(TIMES)])

    assert race(lambda: keep(next(read)), times=TIMES) == {"done": TIMES}
    assert audit.entries(promise, "commitment.done").count() == TIMES


def test_a_report_signed_by_several_at_once_has_one_signature(race):
    report = a_report()

    assert race(lambda: sign_off(SYSTEM, report).status.value, times=TIMES) == {
        "signed_off": 1,
        "AlreadySigned": TIMES - 1,
    }
    assert audit.entries(report, "report.signed_off").count() == 1


def test_control_a_signature_that_trusts_what_it_read_before_is_stopped_by_the_row_alone(race, monkeypatch):
    monkeypatch.setattr(reports.locking, "lock", lambda model, pk: next(read))
    report = a_report()
    read = iter([Report.objects.get(pk=report.pk) for _ in range(TIMES)])

    outcomes = race(lambda: sign_off(SYSTEM, report).status.value, times=TIMES)

    assert "AlreadySigned" not in outcomes
    assert outcomes["signed_off"] == 1
    assert Report.objects.get().whole
