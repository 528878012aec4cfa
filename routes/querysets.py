from typing import Any, Self

from django.db import models
from django.db.models import F

from foundation.records import RecordQuerySet


class CircuitQuerySet(RecordQuerySet):
    def in_season(self, month: int) -> Self:
        """At their best in `month` (1–12)."""
        return self.annotate(_month=F("months").bitand(1 << (month - 1))).filter(_month__gt=0)


class OperatorQuerySet(models.QuerySet[Any]):
    def active(self) -> Self:
        return self.filter(paused=False, producer__live=True, circuit__live=True)
