"""A profile goes through the CMS's own review. Decided in the panel or in the CMS, these events follow."""

from typing import Any

from wagtail.models import TaskState, WorkflowState
from wagtail.signals import task_rejected, task_submitted, workflow_approved

from foundation import outbox, reviews
from producers.models import Producer


def handed_in(sender: type, instance: TaskState, **_signal: Any) -> None:
    _publish("producer.handed_in", instance)


def returned(sender: type, instance: TaskState, **_signal: Any) -> None:
    _publish("producer.returned", instance, note=instance.comment)


def approved(sender: type, instance: WorkflowState, **_signal: Any) -> None:
    _publish("producer.approved", instance)


def _publish(kind: str, instance: TaskState | WorkflowState, **payload: str) -> None:
    if reviews.reviewed(instance, Producer):
        state = instance.workflow_state if isinstance(instance, TaskState) else instance
        outbox.publish(kind, Producer.objects.get(pk=state.object_id), payload=payload)


def connect() -> None:
    reviews.write_letters_of(Producer)
    task_submitted.connect(handed_in, dispatch_uid="terruno_producer_handed_in")
    task_rejected.connect(returned, dispatch_uid="terruno_producer_returned")
    workflow_approved.connect(approved, dispatch_uid="terruno_producer_approved")
