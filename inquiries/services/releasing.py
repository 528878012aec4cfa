"""What a producer had promised is free again."""

from collections.abc import Iterable

from django.db.models import QuerySet

from foundation import audit, locking, outbox
from foundation.actors import Actor
from foundation.models import User
from inquiries.enums import OfferStatus
from inquiries.models import Offer


def release(actor: Actor | User, offers: "QuerySet[Offer] | Iterable[Offer]") -> list[Offer]:
    """Let go of the offers that still stand; answers those. Their capacity counts as free from now on.

    Call it in a transaction that holds their inquiry. Publishes `offer.released`.
    """
    keys = {offer.pk for offer in offers}
    released = []
    for pk in sorted(keys):
        offer = locking.lock(Offer, pk)
        if not offer.can_become(OfferStatus.RELEASED):
            continue
        offer.status = OfferStatus.RELEASED
        offer.version += 1
        offer.chase_at = None
        offer.save()
        audit.record(actor, "offer.released", offer, quantity=offer.quantity)
        outbox.publish("offer.released", offer, key=f"{offer.pk}:{offer.version}")
        released.append(offer)
    return released
