import uuid
from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class PeriodicTaskQuerySet(models.QuerySet["PeriodicTask"]):
    def due(self, at: datetime) -> Self:
        return self.filter(Q(lease_until__isnull=True) | Q(lease_until__lte=at), next_at__lte=at)


class PeriodicTask(models.Model):
    """When a task that runs again and again is next due, and which worker holds it."""

    name = models.CharField(max_length=160, primary_key=True)
    next_at = models.DateTimeField()
    lease = models.UUIDField(null=True, default=None)
    lease_until = models.DateTimeField(null=True, default=None)
    last_run_at = models.DateTimeField(null=True)
    last_error = models.CharField(max_length=300, blank=True)

    objects = PeriodicTaskQuerySet.as_manager()

    class Meta:
        verbose_name = _("tarea periódica")
        verbose_name_plural = _("tareas periódicas")
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name

    def claim(self, at: datetime, until: datetime) -> bool:
        """Take the task if it is still due and free; decided by one conditional UPDATE."""
        self.lease = uuid.uuid4()
        due = PeriodicTask.objects.due(at).filter(pk=self.pk)
        return due.update(lease=self.lease, lease_until=until) == 1
