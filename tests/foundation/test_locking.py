import pytest
from django.db import transaction

from foundation.locking import lock
from foundation.models import User


@pytest.mark.django_db
def test_rows_come_back_sorted_and_as_they_now_are():
    second, first = (User.objects.create_user(f"{name}@example.org") for name in ("b", "a"))
    User.objects.filter(pk=first.pk).update(first_name="nueva")

    with transaction.atomic():
        assert [user.pk for user in lock(User, first.pk, second.pk, first.pk)] == sorted([first.pk, second.pk])
        assert lock(User, first.pk).first_name == "nueva"


@pytest.mark.django_db
def test_a_row_that_is_gone_is_an_error():
    with transaction.atomic(), pytest.raises(User.DoesNotExist):
        lock(User, 10**9)


@pytest.mark.django_db(transaction=True)
def test_a_lock_outside_a_transaction_is_refused():
    with pytest.raises(transaction.TransactionManagementError):
        lock(User, 1)
