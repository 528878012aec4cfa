"""The books: what the code refuses, and what the database refuses whoever writes."""

import uuid
from collections.abc import Callable

import pytest
from django.core.management import call_command
from django.core.management.sql import emit_post_migrate_signal
from django.db import DatabaseError, IntegrityError, connection, transaction

from payments import guards
from payments.enums import AccountKind, TransactionKind
from payments.ledger import LedgerError, account, balance, balances, difference, post
from payments.models import Account, Entry, Transaction
from payments.models.ledger import AppendOnly
from tests.builders import a_producer

pytestmark = pytest.mark.django_db


@pytest.fixture
def bank() -> Account:
    return account(AccountKind.BANK)


@pytest.fixture
def owed() -> Account:
    return account(AccountKind.PRODUCER, a_producer())


def test_a_transaction_moves_money_from_one_account_to_another(bank, owed):
    post(TransactionKind.CHARGE, key="a", entries=[(bank, 12990), (owed, -12990)])

    assert (balance(bank), balance(owed), difference()) == (12990, -12990, 0)


def test_the_same_key_is_the_same_transaction(bank, owed):
    first = post("charge", key="a", entries=[(bank, 5), (owed, -5)])

    assert post("charge", key="a", entries=[(owed, -5), (bank, 5)]) == first
    assert balance(bank) == 5


def test_a_key_used_for_other_amounts_is_refused(bank, owed):
    post("charge", key="a", entries=[(bank, 5), (owed, -5)])

    with pytest.raises(LedgerError):
        post("charge", key="a", entries=[(bank, 6), (owed, -6)])


def test_amounts_of_one_account_are_added_together(bank, owed):
    post("charge", key="a", entries=[(bank, 5), (owed, -9), (bank, 4)])

    assert sorted(Entry.objects.values_list("amount", flat=True)) == [-9, 9]


@pytest.mark.parametrize("amounts", [(5, -4), (5, -5, 5), (0, 0), ()])
def test_what_does_not_add_up_or_moves_nothing_is_refused(bank, owed, amounts):
    with pytest.raises(LedgerError):
        post("charge", key="a", entries=list(zip([bank, owed, bank], amounts, strict=False)))
    assert not Transaction.objects.exists()


def test_an_account_is_opened_once_for_each_owner():
    ana, luz = a_producer(), a_producer()

    assert (
        account(AccountKind.PRODUCER, ana) == account(AccountKind.PRODUCER, ana) != account(AccountKind.PRODUCER, luz)
    )


def test_balances_of_many_owners_come_at_once(bank, django_assert_num_queries):
    ana, luz = a_producer(), a_producer()
    post("charge", key="a", entries=[(bank, 5), (account(AccountKind.PRODUCER, ana), -5)])

    with django_assert_num_queries(1):
        assert balances(AccountKind.PRODUCER, [ana, luz]) == {str(ana.pk): -5}


def test_what_is_written_is_neither_changed_nor_taken_away(bank, owed):
    written = post("charge", key="a", entries=[(bank, 5), (owed, -5)])

    for change in (written.save, written.delete, Entry.objects.all().delete, lambda: Entry.objects.update(amount=6)):
        with pytest.raises(AppendOnly):
            change()


BY_HAND: dict[str, tuple[str, ...]] = {
    "change an amount": (f"UPDATE {guards.ENTRY} SET amount = 6 WHERE amount = 5",),
    "move it in time": (f"UPDATE {guards.TRANSACTION} SET at = '2020-01-01'",),
    "take an entry away": (f"DELETE FROM {guards.ENTRY} WHERE amount = 5",),
    "take a transaction away": (f"DELETE FROM {guards.TRANSACTION}",),
    "add to a closed one": (
        f"INSERT INTO {guards.ENTRY} (transaction_id, account_id, amount) "
        f"SELECT transaction_id, account_id, 1 FROM {guards.ENTRY} WHERE amount = 5",
    ),
}


@pytest.mark.parametrize("statements", BY_HAND.values(), ids=BY_HAND.keys())
def test_the_database_refuses_what_is_written_by_hand(bank, owed, statements):
    post("charge", key="a", entries=[(bank, 5), (owed, -5)])

    with pytest.raises(DatabaseError, match="ledger"), transaction.atomic(), connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
    assert balance(bank) == 5


@pytest.mark.parametrize("statements", BY_HAND.values(), ids=BY_HAND.keys())
def test_control_without_its_guards_the_database_takes_it(bank, owed, statements):
    written = post("charge", key="a", entries=[(bank, 5), (owed, -5)])
    before = list(written.entries.values_list("amount").order_by("pk")) + [written.at]
    guards.remove(connection)

    try:
        with transaction.atomic(), connection.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)
            now = Transaction.objects.first()
            after = now and [*now.entries.values_list("amount").order_by("pk"), now.at]
            assert after != before
            transaction.set_rollback(True)
    finally:
        guards.install(connection)


def by_hand(amounts: list[int]) -> None:
    """A transaction whose entries do not pass through `post`."""
    accounts = [account(AccountKind.BANK), account(AccountKind.PLATFORM)]
    row = Transaction(id=uuid.uuid4(), kind="charge", key="by hand")
    Entry.objects.bulk_create(
        Entry(transaction_id=row.pk, account=owner, amount=amount)
        for owner, amount in zip(accounts, amounts, strict=False)
    )
    row.save(force_insert=True)


def entries_alone() -> None:
    Entry.objects.bulk_create([Entry(transaction_id=uuid.uuid4(), account=account(AccountKind.BANK), amount=5)])


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    "write", [lambda: by_hand([5, -4]), lambda: by_hand([5]), lambda: by_hand([]), entries_alone],
    ids=["not to zero", "one side", "none", "no transaction"],
)  # fmt: skip
def test_nothing_unbalanced_is_ever_committed(write: Callable[[], None]):
    with pytest.raises(IntegrityError), transaction.atomic():
        write()
    assert not Entry.objects.exists()
    assert not Transaction.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_one_key_posted_by_many_at_once_is_one_transaction(race):
    bank, owed = account(AccountKind.BANK), account(AccountKind.PLATFORM)

    outcomes = race(lambda: post("charge", key="a", entries=[(bank, 5), (owed, -5)]).key, 8)

    assert outcomes == {"a": 8}
    assert balance(bank) == 5


def test_guards_that_were_lost_come_back_with_the_next_migration():
    guards.remove(connection)
    assert guards.missing(connection) == guards.names(connection.vendor)

    emit_post_migrate_signal(verbosity=0, interactive=False, db="default")

    assert not guards.missing(connection)


@pytest.mark.django_db(transaction=True)
def test_the_books_move_to_another_database_by_a_dump(bank, owed, tmp_path):
    """As docs/operator.md says how to move to PostgreSQL: the guards of the new database are in place."""
    for number in range(3):
        post("charge", key=f"a{number}", entries=[(bank, 5), (owed, -5)])
    dump = tmp_path / "all.json"
    call_command("dumpdata", "--natural-foreign", "--natural-primary", "terruno_payments", output=str(dump))
    guards.remove(connection)
    for table in (Entry, Transaction, Account):
        table.objects.all()._raw_delete("default")
    guards.install(connection)

    call_command("loaddata", str(dump), verbosity=0)

    assert (Transaction.objects.count(), balance(account("bank")), difference()) == (3, 15, 0)
    assert not guards.missing(connection)
