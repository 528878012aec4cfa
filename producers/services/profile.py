"""What a producer says of itself: how to reach it holds at once, words and portrait are a draft to be reviewed."""

from collections.abc import Callable
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from wagtail.images import get_image_model
from wagtail.models import WorkflowState

from foundation import audit, locking, uploads
from foundation.models import User
from producers.models import Producer


class NothingWaits(Exception):
    """The draft was decided about in the meantime."""


CONTACT = ("person", "email", "phone", "lat", "lon")
WORDS = ("summary_es", "story_es", "quote_es", "summary_en", "story_en", "quote_en", "since", "people")


def edit_contact(actor: User, producer: Producer, **facts: Any) -> Producer:
    """Set any of `CONTACT`, at once, in the row and in drafts that may yet be published. Raises ValidationError."""
    with transaction.atomic():
        producer = locking.lock(Producer, producer.pk)
        changed = [name for name in CONTACT if name in facts and getattr(producer, name) != facts[name]]
        for name in changed:
            setattr(producer, name, facts[name])
        if changed:
            producer.full_clean()
            producer.save(update_fields=changed)
            revision = producer.latest_revision
            if revision is not None:
                revision.content |= {name: facts[name] for name in changed}
                revision.save(update_fields=["content"])
            audit.record(actor, "producer.contact_changed", producer, fields=changed)
    return producer


def edit_words(actor: User, producer: Producer, **words: Any) -> Producer:
    """Write any of `WORDS` into the draft and hand it in; answers the draft. Raises ValidationError."""
    return _hand_in(actor, producer, lambda draft: _set(draft, words), "producer.words_changed")


def set_portrait(actor: User, producer: Producer, upload: UploadedFile | None, *, alt: str = "") -> Producer:
    """A photograph of the people or the place, developed before it is kept; None goes back to the drawn portrait.

    Raises uploads.PhotographRefused.
    """
    if upload is None:
        return _hand_in(actor, producer, lambda draft: setattr(draft, "image", None), "producer.portrait_removed")
    developed = uploads.develop(upload)  # takes a second: before any row is locked
    image = get_image_model()(
        title=producer.name[:255], description=alt, file=developed.as_file(), uploaded_by_user=actor
    )
    try:
        with transaction.atomic():
            image.save()
            return _hand_in(actor, producer, lambda draft: setattr(draft, "image", image), "producer.portrait_changed")
    except Exception:
        if image.file and image.file._committed:
            image.file.storage.delete(image.file.name)
        raise


def decide_profile(actor: User, producer: Producer, *, approve: bool, note: str = "") -> None:
    """Publish the draft that waits, or send it back with a note. Raises NothingWaits."""
    with transaction.atomic():
        stored = locking.lock(Producer, producer.pk)
        state = under_review(stored)
        if state is None or state.current_task_state is None:
            raise NothingWaits(str(stored))
        step = state.current_task_state.specific
        if approve:
            step.approve(user=actor, update=False, comment=note)
            state.update(user=None)
        else:
            step.reject(user=actor, comment=note)
        audit.record(actor, "producer.approved" if approve else "producer.returned", stored)


def last_note(producer: Producer) -> str:
    """What whoever sent the draft back wrote, while it still lies with its producer."""
    state = producer.current_workflow_state
    if state is None or state.status != WorkflowState.STATUS_NEEDS_CHANGES:
        return ""
    return str(state.current_task_state.comment) if state.current_task_state else ""


def under_review(producer: Producer) -> WorkflowState | None:
    return producer.workflow_states.filter(status=WorkflowState.STATUS_IN_PROGRESS).first()


def _set(draft: Producer, words: dict[str, Any]) -> None:
    for name in WORDS:
        if name in words:
            setattr(draft, name, words[name])


def _hand_in(actor: User, producer: Producer, change: Callable[[Producer], None], verb: str) -> Producer:
    """Change the draft and have it reviewed; a review that runs starts anew, with the last words."""
    with transaction.atomic():
        stored = locking.lock(Producer, producer.pk)
        state = stored.current_workflow_state
        if state is not None:
            state.cancel(user=actor)
        draft: Producer = stored.get_latest_revision_as_object()
        change(draft)
        draft.full_clean()
        revision = draft.save_revision(user=actor, log_action=True, clean=False)
        stored.refresh_from_db()
        workflow = stored.get_workflow()
        if workflow is None:
            revision.publish(user=actor, skip_permission_checks=True)
        else:
            workflow.start(stored, actor)
        audit.record(actor, verb, stored, revision=revision.pk)
    return draft
