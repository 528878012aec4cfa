"""Double entry in whole pesos: `account`, `post`, `balance`.

fund = account(AccountKind.BANK)
post(TransactionKind.CHARGE, key="charge:17", entries=[(fund, 12990), (account(AccountKind.ORDER, order), -12990)])
"""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db import IntegrityError, models, transaction
from django.db.models import Sum
from django.utils import timezone

from payments.enums import AccountKind, TransactionKind
from payments.models.ledger import Account, Entry, Transaction

Amounts = Sequence[tuple[Account, int]]


class LedgerError(ValueError):
    """The transaction cannot be written: it does not balance, mixes currencies, or its key was used for another."""


def account(kind: AccountKind | str, owner: models.Model | None = None, *, currency: str = "CLP") -> Account:
    """The account of this kind and owner, opened at its first use. Raises ValueError for a kind that is not one."""
    owner_type, owner_id = (owner._meta.label_lower, str(owner.pk)) if owner else ("", "")
    return Account.objects.get_or_create(
        kind=AccountKind(kind), currency=currency, owner_type=owner_type, owner_id=owner_id
    )[0]


def post(
    kind: TransactionKind | str,
    *,
    key: str,
    entries: Amounts,
    about: models.Model | None = None,
    at: datetime | None = None,
) -> Transaction:
    """Write a transaction whose amounts add up to zero; amounts of the same account are added together.

    The same key with the same amounts answers the transaction that is there. Raises LedgerError.
    """
    amounts = _merged(entries)
    found = Transaction.objects.filter(key=key).first()
    if found is None:
        try:
            with transaction.atomic():
                return _write(
                    Transaction(kind=TransactionKind(kind), key=key, at=at or timezone.now(), **_about(about)), amounts
                )
        except IntegrityError:
            found = Transaction.objects.filter(key=key).first()
            if found is None:
                raise
    if dict(found.entries.values_list("account", "amount")) != amounts:
        raise LedgerError(f"The key {key!r} was used for other amounts.")
    return found


def _merged(entries: Amounts) -> dict[int, int]:
    sums: dict[int, int] = {}
    for owner, amount in entries:
        sums[owner.pk] = sums.get(owner.pk, 0) + amount
    amounts = {pk: amount for pk, amount in sums.items() if amount}
    if not amounts or sum(amounts.values()) != 0:
        raise LedgerError(f"The amounts add up to {sum(sums.values())}: they must be there and add up to 0.")
    if len({owner.currency for owner, _amount in entries}) > 1:
        raise LedgerError("Amounts of different currencies.")
    return amounts


def _write(written: Transaction, amounts: dict[int, int]) -> Transaction:
    """Entries first: the database looks at their sum when the transaction's own row comes, and takes none after it."""
    Entry.objects.bulk_create(
        Entry(transaction_id=written.pk, account_id=pk, amount=amount) for pk, amount in amounts.items()
    )
    written.save(force_insert=True)
    return written


def _about(obj: models.Model | None) -> dict[str, str]:
    return {"about_type": obj._meta.label_lower, "about_id": str(obj.pk)} if obj else {}


def balance(of: Account) -> int:
    """What its entries add up to, in whole pesos."""
    return Entry.objects.filter(account=of).aggregate(sum=Sum("amount"))["sum"] or 0


def balances(kind: AccountKind, owners: Iterable[models.Model]) -> dict[str, int]:
    """Balances by the owner's key (as text), in one query; owners without an entry are not in it."""
    rows = Entry.objects.filter(account__kind=kind, account__owner_id__in=[str(owner.pk) for owner in owners])
    return dict(rows.values_list("account__owner_id").annotate(sum=Sum("amount")).order_by())


def difference() -> int:
    """What all entries add up to: anything but 0 means that the books are broken."""
    return Entry.objects.aggregate(sum=Sum("amount"))["sum"] or 0
