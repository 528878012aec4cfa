from datetime import date, timedelta
from typing import Any, Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from foundation.records import RecordQuerySet


class CircuitQuerySet(RecordQuerySet):
    def in_season(self, month: int) -> Self:
        """At their best in `month` (1–12)."""
        return self.annotate(_month=F("months").bitand(1 << (month - 1))).filter(_month__gt=0)


class OperatorQuerySet(models.QuerySet[Any]):
    def active(self) -> Self:
        return self.filter(paused=False, producer__live=True, circuit__live=True)

    def receiving(self, month: int) -> Self:
        """Hosts who take visitors in `month` (1–12)."""
        return self.annotate(_month=F("months").bitand(1 << (month - 1))).filter(_month__gt=0)


class PlaceQuerySet(models.QuerySet[Any]):
    def shown(self) -> Self:
        """Those some page tells of: a stop of a published circuit, or a published producer's."""
        from routes.models import Stop

        stopped = Stop.objects.filter(place=OuterRef("pk"), circuit__live=True)
        return self.filter(Q(producer__live=True) | Q(Exists(stopped)))


class ClosureQuerySet(models.QuerySet[Any]):
    def touching(self, first: date, last: date) -> Self:
        """Closures of which some day is between the two, both counted."""
        return self.filter(first_day__lte=last, last_day__gte=first)


class PlanQuerySet(models.QuerySet[Any]):
    def over(self, today: date) -> Self:
        """Plans whose last day is more than a year ago: nobody needs them, and they say where somebody was."""
        return self.filter(last_day__lt=today - timedelta(days=365))
