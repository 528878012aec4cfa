"""Which makers, networks, seals and territories the mandates of a user reach. A mandate that ended reaches nothing."""

from typing import Any

from django.db.models import Q, QuerySet

from foundation.models import User
from foundation.policies import choices_of, may, open_to_all, rows_of
from producers.enums import Role
from producers.models import Mandate, Network, NetworkMember, Producer, Seal, SealGrant
from territories.models import Territory

open_to_all(Seal)


@rows_of(Territory)
def territories_of(user: User) -> QuerySet[Any]:
    """Those whose team the user is in."""
    return Territory.objects.filter(pk__in=Mandate.objects.of(user, Role.TEAM).values("territory"))


@choices_of(Territory)
def territories_to_choose(user: User) -> QuerySet[Any]:
    """Their own, and the territories where the makers they answer for are."""
    places = producers_of(user).values("territory")
    return Territory.objects.filter(Q(pk__in=territories_of(user)) | Q(pk__in=places))


@rows_of(Producer)
def producers_of(user: User) -> QuerySet[Any]:
    """Their own, the members of their networks, the makers of their territories."""
    return Producer.objects.for_user(user)


@rows_of(Network)
def networks_of(user: User) -> QuerySet[Any]:
    coordinated = Mandate.objects.of(user, Role.COORDINATOR).values("network")
    return Network.objects.filter(Q(pk__in=coordinated) | Q(territory__in=territories_of(user)))


@choices_of(Network)
def networks_to_choose(user: User) -> QuerySet[Any]:
    """Their own, and those their makers belong to."""
    joined = NetworkMember.objects.on().filter(producer__in=producers_of(user)).values("network")
    return Network.objects.filter(Q(pk__in=networks_of(user)) | Q(pk__in=joined))


@rows_of(SealGrant)
def grants_of(user: User) -> QuerySet[Any]:
    """Grants that the user's territories gave to their makers."""
    return SealGrant.objects.filter(producer__territory__in=territories_of(user))


@choices_of(SealGrant)
def grants_to_show(user: User) -> QuerySet[Any]:
    return SealGrant.objects.filter(producer__in=producers_of(user))


def user_can_edit_producer(user: object, producer: Producer) -> bool:
    return may(user, "change", producer)


def user_can_edit_network(user: object, network: Network) -> bool:
    return may(user, "change", network)


def user_can_publish_producer(user: object, producer: Producer) -> bool:
    return may(user, "publish", producer)
