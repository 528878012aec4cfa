from typing import Any, NoReturn, Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class AuditIsAppendOnly(Exception):
    """An audit entry is written once; nothing in the product changes or removes it."""


class AuditQuerySet(models.QuerySet["AuditEntry"]):
    def about(self, obj: models.Model) -> Self:
        return self.filter(object_type=obj._meta.label_lower, object_id=str(obj.pk))

    def unsealed(self) -> Self:
        return self.filter(position__isnull=True).order_by("id")


class AuditEntry(models.Model):
    """Who did what to what, when. Holds ids and hashes, never contact data; sealed into a hash chain later."""

    at = models.DateTimeField(default=timezone.now)
    actor_kind = models.CharField(max_length=20)
    actor_id = models.CharField(max_length=64, blank=True)
    verb = models.CharField(max_length=80)
    object_type = models.CharField(max_length=100)
    object_id = models.CharField(max_length=64)
    facts = models.JSONField(default=dict)
    position = models.PositiveBigIntegerField(null=True, editable=False)
    hash = models.CharField(max_length=64, blank=True, editable=False)

    objects = AuditQuerySet.as_manager()

    class Meta:
        verbose_name = _("registro de auditoría")
        verbose_name_plural = _("registros de auditoría")
        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(fields=["position"], name="audit_position_once"),
            models.CheckConstraint(
                condition=Q(position__isnull=True, hash="") | Q(position__isnull=False) & ~Q(hash=""),
                name="audit_sealed_has_hash",
            ),
        ]
        indexes = [models.Index(fields=["object_type", "object_id"], name="audit_about")]

    def __str__(self) -> str:
        return f"{self.verb} {self.object_type}:{self.object_id}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk is not None:
            raise AuditIsAppendOnly(str(self))
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise AuditIsAppendOnly(str(self))


class AuditHead(models.Model):
    """The last link of the chain, so that cutting off its end shows. There is one row, with id 1."""

    position = models.PositiveBigIntegerField(default=0)
    hash = models.CharField(max_length=64, default="0" * 64)
    entry_id = models.BigIntegerField(null=True)

    def __str__(self) -> str:
        return f"{self.position} {self.hash[:12]}"
