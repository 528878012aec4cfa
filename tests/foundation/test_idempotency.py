import pytest
from django.db import transaction

from foundation.idempotency import once
from foundation.models import IdempotencyKey
from foundation.problems import Problem

pytestmark = pytest.mark.django_db


def use(key: str, body: bytes, scope: str = "inquiries", reference: str = "7") -> tuple[bool, str]:
    with transaction.atomic():
        work = once(key, body, scope)
        if not work.replayed:
            work.settle(reference)
        return work.replayed, work.reference


def test_the_same_key_and_body_answer_the_first_work():
    assert use("k", b'{"a": 1, "b": 2}') == (False, "7")
    assert use("k", b'{"b":2,"a":1}', reference="8") == (True, "7")


def test_another_body_under_the_key_is_a_conflict():
    use("k", b"{}")
    with pytest.raises(Problem) as error:
        use("k", b"[]")
    assert error.value.status == 409


def test_scopes_do_not_share_keys():
    use("k", b"{}")
    assert use("k", b"[]", scope="plans") == (False, "7")


def test_without_a_key_nothing_is_remembered():
    assert use("", b"{}")[0] is False
    assert use("", b"{}")[0] is False
    assert not IdempotencyKey.objects.exists()


def test_work_that_failed_frees_its_key():
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        once("k", b"{}", "inquiries")
        1 / 0  # noqa: B018
    assert use("k", b"{}") == (False, "7")


@pytest.mark.parametrize("key", ["x" * 256, "a\x00b", "a\nb", "\u2028"])
def test_an_impossible_key_is_a_bad_request(key):
    with pytest.raises(Problem) as error:
        use(key, b"{}")
    assert error.value.status == 400
    assert error.value.errors[0].field == "Idempotency-Key"
