"""The index follows the database: what the worker does when a listing, or something shown with it, changed."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from foundation.outbox import Event, handles, publish
from foundation.worker import every
from producers.models import SealGrant

from .drift import reconcile
from .indexing import refresh
from .related import RELATED, WANTED, want, wide

BATCH = 500
LOOK_BACK = timedelta(days=14)
"""How long after a seal's last day a worker that had stopped still makes up for it."""


@handles("record.changed", "record.deleted", transactional=False, lease_s=120)
def follow_record(event: Event) -> None:
    pk = int(event.payload["id"])
    refresh(event.payload["kind"], [pk], at={pk: int(event.payload["version"])})


@handles(WANTED, transactional=False, lease_s=300)
def follow_wanted(event: Event) -> None:
    refresh(event.payload["kind"], event.payload["ids"])


@handles(RELATED)
def spread_related(event: Event) -> None:
    """One batch of the listings that show something which changed, and the rest as the next message."""
    via, related_id, kind, after = (event.payload[name] for name in ("via", "id", "kind", "after"))
    ids = list(wide(kind, via, related_id).filter(pk__gt=after).order_by("pk").values_list("pk", flat=True)[:BATCH])
    want(kind, ids)
    if len(ids) == BATCH:
        publish(RELATED, payload={**event.payload, "after": ids[-1]})


@every(600)
def let_seals_turn() -> None:
    """Index anew what shows a seal that begins or ended; each turn once, by its key."""
    today = timezone.localdate()
    ended = SealGrant.objects.filter(expires_on__lt=today, expires_on__gte=today - LOOK_BACK)
    begun = SealGrant.objects.filter(granted_on__lte=today, granted_on__gt=today - LOOK_BACK)
    turns = [(pk, f"until:{day}") for pk, day in ended.values_list("pk", "expires_on")]
    turns += [(pk, f"from:{day}") for pk, day in begun.values_list("pk", "granted_on")]
    for pk, turn in turns:
        with transaction.atomic():
            for kind in ("product", "producer"):
                payload = {"via": "grant", "id": pk, "kind": kind, "after": 0}
                publish(RELATED, key=f"grant:{pk}:{kind}:{turn}", payload=payload)


@every(600, lease_s=900)
def mend_drift() -> None:
    reconcile()
