from datetime import date
from typing import Any, Self

from django.db import models

from foundation.prepared import Slot
from foundation.records import RecordQuerySet


class TerritoryQuerySet(RecordQuerySet):
    def north_to_south(self) -> Self:
        """The house's order: latitude falls from Huasco to Chiloé."""
        return self.order_by("-latitude")

    def programme(self) -> Self:
        """The ten territories of 2001–2004, without the associated ones."""
        return self.filter(status="operating")


class TerritoryComunaQuerySet(models.QuerySet[Any]):
    def on(self, day: date | Slot) -> Self:
        """Memberships in force on `day`."""
        return self.filter(models.Q(joined_on__isnull=True) | models.Q(joined_on__lte=day)).filter(
            models.Q(left_on__isnull=True) | models.Q(left_on__gt=day)
        )
