"""Jobs and ventures of a comuna: put up, changed, taken down; they also go by themselves."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from foundation import audit, locking
from foundation.actors import Actor
from foundation.models import User
from opportunities.models import Posting

from .errors import NotPossible

LONGEST = timedelta(days=120)
"""A posting is renewed by whoever still means it."""


def put_up(actor: Actor | User, *, fields: Mapping[str, Any]) -> Posting:
    """A new posting with these fields, all checked by the form. Raises NotPossible when it would stand too long."""
    with transaction.atomic():
        posting = Posting(**fields, posted_by=actor if isinstance(actor, User) else None)
        return _keep(actor, posting, "posting.put_up")


def change(actor: Actor | User, posting: Posting, *, fields: Mapping[str, Any]) -> Posting:
    with transaction.atomic():
        posting = locking.lock(Posting, posting.pk)
        for name, value in fields.items():
            setattr(posting, name, value)
        posting.withdrawn_at = None
        return _keep(actor, posting, "posting.changed")


def take_down(actor: Actor | User, posting: Posting) -> Posting:
    """Off the board now; its row stays for the counts."""
    with transaction.atomic():
        posting = locking.lock(Posting, posting.pk)
        if posting.withdrawn_at is None:
            posting.withdrawn_at = timezone.now()
            posting.save()
            audit.record(actor, "posting.taken_down", posting)
    return posting


def _keep(actor: Actor | User, posting: Posting, verb: str) -> Posting:
    if posting.expires_on < posting.starts_on or posting.expires_on - posting.starts_on > LONGEST:
        raise NotPossible(_("Un aviso dura desde un día hasta cuatro meses."))
    posting.save()
    audit.record(actor, verb, posting, comuna=posting.comuna_id, until=posting.expires_on.isoformat())
    return posting
