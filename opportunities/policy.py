"""Which opportunities, gaps, courses and postings the mandates of a user reach.

Proposals under seal have no rule and no pages in the CMS: nobody works on them there.
"""

from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from foundation.models import User
from foundation.policies import choices_of, may, rows_of
from opportunities.models import Course, Gap, Opportunity, Posting
from producers.enums import Role
from producers.models import Mandate
from producers.policy import territories_of
from territories.models import TerritoryComuna


@rows_of(Opportunity)
def opportunities_of(user: User) -> QuerySet[Any]:
    """Those of the user's territories, and proposals that no territory has taken up."""
    return Opportunity.objects.for_user(user)


@choices_of(Opportunity)
def opportunities_to_choose(user: User) -> QuerySet[Any]:
    return Opportunity.objects.filter(territory__in=territories_of(user))


@rows_of(Gap)
def gaps_of(user: User) -> QuerySet[Any]:
    return Gap.objects.filter(opportunity__in=opportunities_of(user))


@rows_of(Course)
def courses_of(user: User) -> QuerySet[Any]:
    """Those of the user's territories."""
    return Course.objects.for_user(user)


@choices_of(Course)
def courses_to_choose(user: User) -> QuerySet[Any]:
    return Course.objects.for_user(user)


@rows_of(Posting)
def postings_of(user: User) -> QuerySet[Any]:
    """Of the comunas of the user's territories, and of those the user writes for as an officer."""
    mandates = Mandate.objects.of(user, Role.OFFICER)
    places = Q(territory__in=territories_of(user)) | Q(territory__in=mandates.values("territory"))
    members = TerritoryComuna.objects.on(timezone.localdate()).filter(places).values("comuna")
    return Posting.objects.filter(Q(comuna__in=members) | Q(comuna__in=mandates.values("comuna")))


def user_can_edit_opportunity(user: object, opportunity: Opportunity) -> bool:
    return may(user, "change", opportunity)
