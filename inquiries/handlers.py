"""What follows from answers, done by the worker."""

from django.db.models import Max
from django.utils import timezone

from foundation import locking, outbox
from foundation.actors import SYSTEM
from foundation.worker import every
from inquiries import letters
from inquiries.enums import EventKind
from inquiries.models import Inquiry, Offer
from inquiries.services.answering import expire_overdue, settle
from inquiries.services.routing import remaining, route_line


@outbox.handles("offer.accepted", "offer.declined", "offer.expired")
def send_remainder_on(event: outbox.Event) -> None:
    """Ask others for what this answer left open; when nobody is left to answer, tell the buyer and the team."""
    offer = Offer.objects.select_related("line__unmet").get(pk=event.object_id)
    line = offer.line
    line.inquiry = inquiry = locking.lock(Inquiry, line.inquiry_id)
    # Read again under the lock: another answer to the same line may have been seen to in the meantime.
    line.unmet.refresh_from_db()
    before = line.unmet.quantity
    if remaining(line) > before:
        _route_on(offer)
        line.unmet.refresh_from_db()
        if line.unmet.quantity > before:
            letters.to_team_unmet(inquiry, key=str(offer.pk))
            outbox.publish("inquiry.unmet", inquiry, key=f"{inquiry.pk}:{offer.pk}")
    if settle(inquiry) and not inquiry.events.filter(event=EventKind.ANSWERED).exists():
        inquiry.events.create(event=EventKind.ANSWERED)
        letters.to_buyer_answered(inquiry)


def _route_on(offer: Offer) -> None:
    inquiry = offer.line.inquiry
    if route_line(SYSTEM, offer.line):
        latest = Offer.objects.open().filter(line__inquiry=inquiry).aggregate(at=Max("respond_by"))["at"]
        inquiry.respond_by = latest or inquiry.respond_by
        inquiry.save(update_fields=["respond_by"])


@every(60)
def expire_offers() -> None:
    expire_overdue(timezone.now())
