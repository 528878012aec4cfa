"""Who may work on which rows. Default deny: a model without a rule is for those who work on every record.

A room's `policy.py` gives the rule of its models; Wagtail's views, its choosers and our own views ask here.

    @rows_of(Product)
    def products_of(user: User) -> QuerySet[Product]: ...
"""

from collections.abc import Callable, Iterable
from typing import Any

from django.contrib.auth import get_permission_codename
from django.db.models import Model, QuerySet
from wagtail.permission_policies import ModelPermissionPolicy

from .models import User

WORK_ON_ANY_RECORD = "terruno_foundation.work_on_any_record"
"""The permission of editors, who need no mandate for a row."""

Rows = Callable[[User], QuerySet[Any]]
_rows: dict[type[Model], Rows] = {}
_choices: dict[type[Model], Rows] = {}


def rows_of(model: type[Model]) -> Callable[[Rows], Rows]:
    """Register which rows of `model` the mandates of a user reach."""

    def register(rule: Rows) -> Rows:
        _rows[model] = rule
        return rule

    return register


def choices_of(*models: type[Model]) -> Callable[[Rows], Rows]:
    """Register which rows of `model` a user may point at from a row of theirs; without it, those they may work on."""

    def register(rule: Rows) -> Rows:
        _choices.update(dict.fromkeys(models, rule))
        return rule

    return register


def open_to_all(*models: type[Model]) -> None:
    """Rows of these may be pointed at by whoever is let in: comunas, categories."""
    for model in models:
        _choices[model] = lambda user, model=model: model._default_manager.all()  # type: ignore[misc]


def rows(model: type[Model], user: Any) -> QuerySet[Any]:
    """The rows of `model` that `user` may work on; none for a stranger or an account that was closed."""
    if not getattr(user, "is_active", False):
        return model._default_manager.none()
    if user.has_perm(WORK_ON_ANY_RECORD):
        return model._default_manager.all()
    rule = _rows.get(model)
    return rule(user) if rule else model._default_manager.none()


def choices(model: type[Model], user: Any) -> QuerySet[Any]:
    """The rows of `model` that `user` may choose in a form."""
    if not getattr(user, "is_active", False):
        return model._default_manager.none()
    if user.has_perm(WORK_ON_ANY_RECORD):
        return model._default_manager.all()
    rule = _choices.get(model) or _rows.get(model)
    return rule(user) if rule else model._default_manager.none()


def has_rule(model: type[Model]) -> bool:
    return model in _rows or model in _choices


def may(user: Any, action: str, row: Model) -> bool:
    """Whether a group of the user allows the action ("change", "publish" …) and this row is one of theirs."""
    name = f"{row._meta.app_label}.{get_permission_codename(action, row._meta)}"
    return bool(user.has_perm(name)) and rows(type(row), user).filter(pk=row.pk).exists()


class RowPolicy(ModelPermissionPolicy):
    """Wagtail's view of the same rules: the group's permission for the action, the mandate for the row."""

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Model) -> bool:
        if instance.pk is None:
            return bool(self.user_has_permission(user, action))
        return bool(self.user_has_permission(user, action)) and rows(self.model, user).filter(pk=instance.pk).exists()

    def user_has_any_permission_for_instance(self, user: Any, actions: Iterable[str], instance: Model) -> bool:
        return any(self.user_has_permission_for_instance(user, action, instance) for action in actions)

    def instances_user_has_any_permission_for(self, user: Any, actions: Iterable[str]) -> QuerySet[Any]:
        if self.user_has_any_permission(user, actions):
            return rows(self.model, user)
        return self.model._default_manager.none()
