"""Which products a user answers for: those of the makers they may act for. A category may be chosen by anybody."""

from typing import Any

from django.db.models import QuerySet

from catalog.models import Category, Product
from foundation.models import User
from foundation.policies import choices_of, may, open_to_all, rows_of

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
