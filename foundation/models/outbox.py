import uuid
from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

AUTO_KEY = "~"
"""Keys that were not chosen by the caller begin with this."""


class MessageStatus(models.TextChoices):
    WAITING = "waiting", _("En espera")
    DONE = "done", _("Hecho")
    DEAD = "dead", _("Detenido")


class OutboxQuerySet(models.QuerySet["OutboxMessage"]):
    def waiting(self) -> Self:
        return self.filter(status=MessageStatus.WAITING)

    def dead(self) -> Self:
        return self.filter(status=MessageStatus.DEAD)

    def claimable(self, at: datetime) -> Self:
        """Due, and held by no worker whose lease still runs; the longest due first."""
        free = Q(lease_until__isnull=True) | Q(lease_until__lte=at)
        return self.waiting().filter(free, available_at__lte=at).order_by("available_at", "id")

    def held_by(self, lease: uuid.UUID) -> Self:
        return self.waiting().filter(lease=lease)

    def revive(self, at: datetime) -> int:
        """Put dead messages back in the queue with a full count of attempts."""
        return self.dead().update(
            status=MessageStatus.WAITING, attempts=0, available_at=at, lease=None, lease_until=None
        )


class OutboxMessage(models.Model):
    """One thing that one handler has yet to do about one event."""

    message_id = models.UUIDField(default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=80)
    handler = models.CharField(max_length=160)
    key = models.CharField(max_length=200)
    object_id = models.CharField(max_length=64, blank=True)
    payload = models.JSONField(default=dict)
    status = models.CharField(max_length=8, choices=MessageStatus, default=MessageStatus.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    available_at = models.DateTimeField()
    lease = models.UUIDField(null=True, editable=False)
    lease_until = models.DateTimeField(null=True, editable=False)
    last_error = models.CharField(max_length=300, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    done_at = models.DateTimeField(null=True)

    objects = OutboxQuerySet.as_manager()

    class Meta:
        verbose_name = _("mensaje pendiente")
        verbose_name_plural = _("mensajes pendientes")
        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(fields=["kind", "key", "handler"], name="outbox_effect_once"),
            models.CheckConstraint(
                condition=Q(lease__isnull=True, lease_until__isnull=True)
                | Q(lease__isnull=False, lease_until__isnull=False),
                name="outbox_lease_has_an_end",
            ),
            models.CheckConstraint(
                condition=~Q(status=MessageStatus.DONE) | Q(done_at__isnull=False), name="outbox_done_is_dated"
            ),
        ]
        indexes = [
            models.Index(F("available_at"), F("id"), name="outbox_waiting", condition=Q(status=MessageStatus.WAITING)),
            models.Index(fields=["kind", "object_id"], name="outbox_about"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} → {self.handler}"
