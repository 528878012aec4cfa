"""An offer that waits is brought to mind, step by step, before its time runs out."""

from datetime import datetime

from django.db import transaction

from foundation import audit, locking
from foundation.actors import SYSTEM
from inquiries import chase_letters
from inquiries.chasing import next_step, time_after
from inquiries.enums import OPEN
from inquiries.models import Offer

A_BATCH = 200


def chase_due(at: datetime) -> int:
    """Make every step that is due; answers how many. Each in its own transaction, each once in an offer's life."""
    made = 0
    for found in Offer.objects.to_chase(at).order_by("chase_at", "pk")[:A_BATCH]:
        with transaction.atomic():
            offer = locking.lock(Offer, found.pk)
            if offer.status in OPEN and offer.chase_at == found.chase_at:
                _chase(offer)
                made += 1
    return made


def _chase(offer: Offer) -> None:
    """The version stays: the links that were sent go on answering."""
    step = next_step(offer)
    offer.chase, offer.chase_at = step, time_after(offer, step)
    offer.save(update_fields=["chase", "chase_at"])
    audit.record(SYSTEM, "offer.chased", offer, step=step)
    chase_letters.tell(offer, step)
