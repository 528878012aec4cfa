"""The CMS's reviews of records whose letters are ours.

The CMS would write by itself to every member of its reviewing groups, in every territory, and within the transaction.
For the models named here it is kept from doing so: their rooms write, to those whom it concerns, through the outbox.
"""

from collections.abc import Callable
from typing import Any

from django.db import models
from wagtail.admin import signal_handlers
from wagtail.models import TaskState, WorkflowState

_ours: set[type[models.Model]] = set()


def write_letters_of(model: type[models.Model]) -> None:
    """Keep the CMS from writing about reviews of this model's rows. To be called in `AppConfig.ready`."""
    if not _ours:
        _take_over()
    _ours.add(model)


def reviewed(instance: TaskState | WorkflowState, model: type[models.Model]) -> bool:
    """Whether a review, or a step of it, is about a row of this model."""
    state = instance.workflow_state if isinstance(instance, TaskState) else instance
    return state.content_type.model_class() is model


def _take_over() -> None:
    for notifier in (
        signal_handlers.task_submission_email_notifier,
        signal_handlers.workflow_submission_email_notifier,
        signal_handlers.workflow_rejection_email_notifier,
        signal_handlers.workflow_approval_email_notifier,
    ):
        notifier.can_handle = _unless_ours(notifier.can_handle)


def _unless_ours(can_handle: Callable[..., bool]) -> Callable[..., bool]:
    def handles(instance: TaskState | WorkflowState, **signal: Any) -> bool:
        return not any(reviewed(instance, model) for model in _ours) and can_handle(instance, **signal)

    return handles
