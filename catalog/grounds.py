"""Where a maker may say that a product is made."""

from typing import Any

from django.db.models import Q, QuerySet

from producers.models import Producer
from territories.models import Comuna


def comunas_for(producers: "QuerySet[Any] | list[Producer]") -> "QuerySet[Comuna]":
    """The comunas of their territories today, their own, and those their products already name."""
    near = Q(memberships__territory__producers__in=producers, memberships__left_on__isnull=True)
    own = Q(producers__in=producers) | Q(products__producer__in=producers)
    return Comuna.objects.filter(pk__in=Comuna.objects.filter(near | own).values("pk")).order_by("name")
