from typing import Any, Self

from django.db import models

from foundation.records import RecordQuerySet


class CircuitQuerySet(RecordQuerySet):
    """Circuits as lists and pages ask for them."""


class OperatorQuerySet(models.QuerySet[Any]):
    def active(self) -> Self:
        return self.filter(paused=False, producer__live=True, circuit__live=True)
