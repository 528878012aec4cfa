"""Which makers, networks, seals and territories the mandates of a user reach. A mandate that ended reaches nothing."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet
from django.utils import timezone
from wagtail.models import WorkflowState

from foundation.models import User
from foundation.policies import choices_of, may, open_to_all, rows_of
from producers.enums import Role
from producers.models import (
    Invitation,
    Mandate,
    Network,
    NetworkMember,
    Producer,
    Seal,
    SealGrant,
    SealRequest,
)
from territories.models import Territory, TerritoryComuna

open_to_all(Seal)
GIVEN_BY_TEAM = (Role.PRODUCER, Role.COORDINATOR, Role.OFFICER, Role.EVALUATOR)
"""A team names these by itself; teams are named by the administration, in the CMS."""


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


def seals_of(producers: QuerySet[Any]) -> QuerySet[Seal]:
    """Seals that may be asked for: those of the producers' territories, and those of no territory."""
    return Seal.objects.filter(Q(territory__in=producers.values("territory")) | Q(territory__isnull=True))


def requests_to_decide(user: User) -> QuerySet[SealRequest]:
    """Seals asked for in the user's territories, except for a producer the user answers for: nobody decides there."""
    own = Producer.objects.managed_by(user).values("pk")
    waiting = SealRequest.objects.waiting().filter(producer__territory__in=territories_of(user))
    return waiting.exclude(producer__in=own)


def grants_to_revoke(user: User) -> QuerySet[SealGrant]:
    own = Producer.objects.managed_by(user).values("pk")
    return grants_of(user).exclude(producer__in=own)


def mandates_to_end(user: User) -> QuerySet[Mandate]:
    """Those a team gives: for producers, networks and comunas of its territories, and to those who evaluate there."""
    return Mandate.objects.on().filter(within(user), role__in=GIVEN_BY_TEAM)


def invitations_to_withdraw(user: User) -> QuerySet[Invitation]:
    return Invitation.objects.open().filter(within(user), role__in=GIVEN_BY_TEAM)


def within(user: User) -> Q:
    """Of a mandate or an invitation: for something in the user's territories."""
    mine = territories_of(user)
    comunas = TerritoryComuna.objects.on(timezone.localdate()).filter(territory__in=mine).values("comuna")
    return (
        Q(producer__territory__in=mine) | Q(network__territory__in=mine) | Q(territory__in=mine) | Q(comuna__in=comunas)
    )


def profiles_to_review(user: User) -> QuerySet[Producer]:
    """Producers of the user's territories whose draft waits, except the user's own."""
    kind = ContentType.objects.get_for_model(Producer)
    waiting = WorkflowState.objects.filter(content_type=kind, status=WorkflowState.STATUS_IN_PROGRESS)
    pks = [int(pk) for pk in waiting.values_list("object_id", flat=True)]
    mine = Producer.objects.filter(pk__in=pks, territory__in=territories_of(user))
    return mine.exclude(pk__in=Producer.objects.managed_by(user).values("pk"))
