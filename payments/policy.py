"""Who may look at and move an order's money in the CMS: the teams of its producers' territories, and superusers."""

from typing import Any

from django.db.models import QuerySet

from inquiries.models import Order, OrderPart
from inquiries.policy import user_can_see_inquiries
from producers.policy import territories_of


def user_can_see_money(user: Any) -> bool:
    """In the team of some territory today, or a superuser."""
    return user_can_see_inquiries(user)


def user_can_pay_out(user: Any) -> bool:
    """Batches pay everybody at once, so they are the administration's."""
    return bool(getattr(user, "is_active", False) and user.is_superuser)


def orders_of(user: Any) -> QuerySet[Order]:
    """With a part of one of the user's territories."""
    if not user_can_see_money(user):
        return Order.objects.none()
    if user.is_superuser:
        return Order.objects.all()
    mine = OrderPart.objects.filter(producer__territory__in=territories_of(user)).values("order")
    return Order.objects.filter(pk__in=mine)


def parts_to_refund(user: Any, order: Order) -> QuerySet[OrderPart]:
    """A team gives back what its own territory's producers were paid, not another's."""
    parts = order.parts.all()
    if user.is_superuser:
        return parts
    return parts.filter(producer__territory__in=territories_of(user))
