"""Which products a user answers for: those of the makers they may act for. A category may be chosen by anybody."""

from typing import Any

from django.db.models import Q, QuerySet

from catalog.models import Category, Product
from foundation.models import User
from foundation.policies import WORK_ON_ANY_RECORD, choices_of, may, open_to_all, rows_of
from producers.enums import Role
from producers.models import Mandate, NetworkMember

open_to_all(Category)


@rows_of(Product)
def products_of(user: User) -> QuerySet[Any]:
    return Product.objects.for_user(user)


@choices_of(Product)
def products_to_choose(user: User) -> QuerySet[Any]:
    """Their own, drafts included, and whatever is published: a circuit may pass by a neighbour's cheese."""
    return Product.objects.for_user(user) | Product.objects.filter(live=True)


def user_can_edit_product(user: object, product: Product) -> bool:
    return may(user, "change", product)


def user_can_publish_product(user: object, product: Product) -> bool:
    return may(user, "publish", product)


def reviewers_of(product: Product) -> QuerySet[Mandate]:
    """Mandates that let their holders decide about a draft: the coordination of its maker's networks, the team.

    Nobody decides about what they make themselves.
    """
    networks = NetworkMember.objects.on().filter(producer=product.producer_id).values("network")
    territories = {product.territory_id, product.producer.territory_id}
    makers = Mandate.objects.on().filter(role=Role.PRODUCER, producer=product.producer_id).values("user")
    coordination = Q(role=Role.COORDINATOR, network__in=networks)
    team = Q(role=Role.TEAM, territory__in=territories)
    return Mandate.objects.on().filter(coordination | team, user__is_active=True).exclude(user__in=makers)


def user_can_review_product(user: User, product: Product) -> bool:
    if user.is_active and user.has_perm(WORK_ON_ANY_RECORD):
        return True
    return reviewers_of(product).filter(user=user.pk).exists()
