"""The step of the workflow in which somebody who answers for a record looks at its change."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractGroupApprovalTask
from wagtail.permissions import policy_registry


class RecordReview(AbstractGroupApprovalTask):
    """Approval by a group, each for the rows of their own mandates: a team reviews its territory and no other."""

    class Meta:
        verbose_name = _("revisión de una ficha")
        verbose_name_plural = _("revisiones de fichas")

    def reviews(self, obj: Any, user: Any) -> bool:
        """Whether `user` may decide about this record."""
        policy = policy_registry.get_by_type(type(obj))
        return bool(policy.user_has_permission_for_instance(user, "publish", obj))

    def user_can_access_editor(self, obj: Any, user: Any) -> bool:
        return bool(super().user_can_access_editor(obj, user)) and self.reviews(obj, user)

    def locked_for_user(self, obj: Any, user: Any) -> bool:
        return bool(super().locked_for_user(obj, user)) or not self.reviews(obj, user)

    def user_can_lock(self, obj: Any, user: Any) -> bool:
        return bool(super().user_can_lock(obj, user)) and self.reviews(obj, user)

    def get_actions(self, obj: Any, user: Any) -> list[Any]:
        return list(super().get_actions(obj, user)) if self.reviews(obj, user) else []

    def get_task_states_user_can_moderate(self, user: Any, **kwargs: Any) -> QuerySet[Any]:
        states = super().get_task_states_user_can_moderate(user, **kwargs)
        waiting = states.select_related("revision")
        return states.filter(pk__in=[s.pk for s in waiting if self.reviews(s.revision.content_object, user)])

    @classmethod
    def get_description(cls) -> str:
        return str(_("La aprueba quien puede publicar esa ficha"))
