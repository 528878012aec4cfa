"""The books: a transaction's entries add up to zero, and nothing written is ever changed or taken away.

The database holds both rules by itself (`payments.guards`); what is here says the same sooner and in better words.
"""

import uuid
from typing import Any, NoReturn, Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from payments.enums import AccountKind, TransactionKind


class AppendOnly(Exception):
    """The ledger is only ever added to: what was wrong is put right by another transaction."""


class AppendOnlyQuerySet(models.QuerySet[Any]):
    def update(self, **kwargs: Any) -> NoReturn:
        raise AppendOnly(self.model._meta.label)

    def delete(self) -> NoReturn:
        raise AppendOnly(self.model._meta.label)


class AppendOnlyModel(models.Model):
    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise AppendOnly(str(self))
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise AppendOnly(str(self))


class Account(models.Model):
    """Whose money it is: one of a kind, or one of a kind for each owner (a producer, an order, a territory)."""

    kind = models.CharField(_("clase"), max_length=20, choices=AccountKind)
    owner_type = models.CharField(max_length=60, blank=True)
    owner_id = models.CharField(max_length=36, blank=True)
    currency = models.CharField(max_length=3, default="CLP")

    class Meta:
        ordering = ["kind", "pk"]
        verbose_name = _("cuenta del libro")
        verbose_name_plural = _("cuentas del libro")
        constraints = [
            models.UniqueConstraint(fields=["kind", "owner_type", "owner_id", "currency"], name="account_once"),
            models.CheckConstraint(
                condition=Q(owner_type="", owner_id="") | (~Q(owner_type="") & ~Q(owner_id="")),
                name="account_owner_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind}:{self.owner_id}" if self.owner_id else self.kind


class Entry(AppendOnlyModel):
    """`amount` is whole pesos, signed, never zero.

    Stands before Transaction so that a dump holds the entries first, in the order in which the database takes them.
    """

    transaction = models.ForeignKey("Transaction", on_delete=models.PROTECT, related_name="entries")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="entries")
    amount = models.BigIntegerField(_("monto"))

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("apunte")
        verbose_name_plural = _("apuntes")
        constraints = [models.CheckConstraint(condition=~Q(amount=0), name="entry_not_zero")]

    def __str__(self) -> str:
        return f"{self.account_id}: {self.amount}"


class TransactionQuerySet(AppendOnlyQuerySet):
    def about(self, obj: models.Model) -> Self:
        return self.filter(about_type=obj._meta.label_lower, about_id=str(obj.pk))


class Transaction(AppendOnlyModel):
    """Written after its entries: from then on it takes no more of them."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(_("asiento"), max_length=20, choices=TransactionKind)
    key = models.CharField(max_length=160, unique=True)
    about_type = models.CharField(max_length=60, blank=True)
    about_id = models.CharField(max_length=36, blank=True)
    at = models.DateTimeField(_("fecha"), default=timezone.now)

    objects = TransactionQuerySet.as_manager()

    class Meta:
        ordering = ["-at"]
        verbose_name = _("asiento del libro")
        verbose_name_plural = _("asientos del libro")
        indexes = [models.Index(fields=["about_type", "about_id"]), models.Index(fields=["kind", "at"])]

    def __str__(self) -> str:
        return self.key
