"""Who may see inquiries in the CMS: the territory's team and the superusers. Nobody changes one there."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Model, QuerySet
from wagtail.permission_policies import BasePermissionPolicy

from foundation.models import User
from inquiries.models import Inquiry
from producers.enums import Role
from producers.models import Mandate


def user_can_see_inquiries(user: Any) -> bool:
    """In the team of some territory today, or a superuser."""
    if not getattr(user, "is_active", False):
        return False
    return bool(user.is_superuser) or Mandate.objects.of(user, Role.TEAM).exists()


def inquiries_of(user: Any) -> QuerySet[Inquiry]:
    """Those of the user's territories, and those no territory claims."""
    return Inquiry.objects.for_team(user) if user_can_see_inquiries(user) else Inquiry.objects.none()


class InquiryPolicy(BasePermissionPolicy):
    """Wagtail's view of the same: to view is all there is."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action == "view" and user_can_see_inquiries(user)

    def user_has_any_permission(self, user: Any, actions: Iterable[str]) -> bool:
        return "view" in set(actions) and user_can_see_inquiries(user)

    def users_with_any_permission(self, actions: Iterable[str]) -> QuerySet[User]:
        if "view" not in set(actions):
            return User.objects.none()
        team = Mandate.objects.on().filter(role=Role.TEAM).values("user")
        return User.objects.filter(is_active=True, pk__in=team) | User.objects.filter(is_active=True, is_superuser=True)

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Model) -> bool:
        return action == "view" and inquiries_of(user).filter(pk=instance.pk).exists()

    def user_has_any_permission_for_instance(self, user: Any, actions: Iterable[str], instance: Model) -> bool:
        return any(self.user_has_permission_for_instance(user, action, instance) for action in actions)

    def instances_user_has_any_permission_for(self, user: Any, actions: Iterable[str]) -> QuerySet[Inquiry]:
        return inquiries_of(user) if "view" in set(actions) else Inquiry.objects.none()
