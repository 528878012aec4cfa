"""The foundation's own handlers and housekeeping."""

from datetime import timedelta
from importlib import import_module

from django.conf import settings
from django.utils import timezone

from . import audit, mail
from .models import IdempotencyKey, LimitMark, MessageStatus, OutboxMessage, OutgoingMail
from .models.outbox import AUTO_KEY
from .outbox import Event, handles
from .worker import every

KEEP_DONE = timedelta(days=30)
KEEP_KEYED = timedelta(days=400)
"""Longer, since a keyed message that is kept is what makes a repeat harmless."""
KEEP_LETTERS = timedelta(days=90)
KEEP_IDEMPOTENCY = timedelta(days=30)


@handles(mail.QUEUED, transactional=False)
def deliver_mail(event: Event) -> None:
    letter = OutgoingMail.objects.filter(pk=event.object_id).first()
    if letter is not None:  # else it was erased at the recipient's wish
        mail.deliver(letter)


@handles("record.changed", "picture.wanted", transactional=False, lease_s=120, background=True)
def make_picture(event: Event) -> None:
    from .pictures import refresh_named  # drawing is loaded by who draws

    refresh_named(event.payload["kind"], event.object_id)


@handles("photograph.uploaded", transactional=False, lease_s=120, background=True)
def make_photograph_files(event: Event) -> None:
    from wagtail.images import get_image_model

    from .photographs import make_files

    image = get_image_model().objects.filter(pk=event.object_id).first()
    if image is not None:
        make_files(image)


@every(10)
def seal_audit() -> None:
    while audit.seal():
        pass


@every(3600)
def sweep() -> None:
    """Forget what is done and no longer needed; of a letter only its key and Message-ID stay."""
    now = timezone.now()
    done = OutboxMessage.objects.filter(status=MessageStatus.DONE)
    done.filter(done_at__lt=now - KEEP_DONE, key__startswith=AUTO_KEY).delete()
    done.filter(done_at__lt=now - KEEP_KEYED).delete()
    OutgoingMail.objects.filter(sent_at__lt=now - KEEP_LETTERS).update(to="", text="", html="", subject="")
    IdempotencyKey.objects.filter(created_at__lt=now - KEEP_IDEMPOTENCY).delete()
    LimitMark.objects.filter(spent_until__lt=now.timestamp() - 86_400).delete()
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()
