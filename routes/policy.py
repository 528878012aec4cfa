"""Circuits and places are the territory team's; a stop may be any place."""

from typing import Any

from django.db.models import QuerySet

from foundation.models import User
from foundation.policies import may, open_to_all, rows_of
from producers.policy import territories_of
from routes.models import Circuit, Place
from territories.models import TerritoryComuna

open_to_all(Place)


@rows_of(Circuit)
def circuits_of(user: User) -> QuerySet[Any]:
    return Circuit.objects.filter(territory__in=territories_of(user))


@rows_of(Place)
def places_of(user: User) -> QuerySet[Any]:
    """Those in the comunas of the user's territories."""
    comunas = TerritoryComuna.objects.filter(territory__in=territories_of(user)).values("comuna")
    return Place.objects.filter(comuna__in=comunas)


def user_can_edit_circuit(user: object, circuit: Circuit) -> bool:
    return may(user, "change", circuit)
