from typing import Any, Self

from django.db import models





class OperatorQuerySet(models.QuerySet[Any]):
    def active(self) -> Self:
        return self.filter(paused=False, producer__live=True, circuit__live=True)
