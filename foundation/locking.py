"""One way to lock rows, good on both databases.

On PostgreSQL the rows are locked in the order of their keys; on SQLite every transaction is IMMEDIATE and so holds
the only write lock. Either way the rows are read again once the lock is held.
"""

from typing import TypeVar, overload

from django.db import models, transaction

M = TypeVar("M", bound=models.Model)


@overload
def lock(model: type[M], pk: object, /) -> M: ...
@overload
def lock(model: type[M], pk: object, /, *pks: object) -> list[M]: ...
def lock(model: type[M], pk: object, /, *pks: object) -> M | list[M]:
    """Lock rows until the transaction ends: one instance for one key, for more a list sorted by key.

    Raises the model's DoesNotExist when a row is gone, and TransactionManagementError outside a transaction.
    """
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("lock() outside of a transaction holds nothing.")
    wanted = {pk, *pks}
    # no_key: rows that only point at these (a line added to a locked inquiry) need not wait, nor deadlock.
    rows = list(model._base_manager.filter(pk__in=wanted).order_by("pk").select_for_update(no_key=True))
    if len(rows) != len({str(value) for value in wanted}):
        raise model.DoesNotExist(f"{model._meta.label}: {len(wanted)} asked for, {len(rows)} there.")  # type: ignore[attr-defined]
    return rows if pks else rows[0]
