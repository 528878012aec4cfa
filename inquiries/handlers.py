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
    """Ask others for what the answers so far left open; when nobody is left to answer, tell the buyer and the team."""
    line = Offer.objects.select_related("line").get(pk=event.object_id).line
    inquiry = locking.lock(Inquiry, line.inquiry_id)
    if route_what_is_left(inquiry):
        letters.to_team_unmet(inquiry, key=event.object_id)
        outbox.publish("inquiry.unmet", inquiry, key=f"{inquiry.pk}:{event.object_id}")
    if settle(inquiry) and not inquiry.events.filter(event=EventKind.ANSWERED).exists():
        inquiry.events.create(event=EventKind.ANSWERED)
        letters.to_buyer_answered(inquiry)


def route_what_is_left(inquiry: Inquiry) -> bool:
    """Every line is looked at, since other answers may wait for this worker too. True when more found nobody.

    The inquiry must be locked.
    """
    asked, grown = 0, False
    for line in inquiry.lines.select_related("product", "circuit", "category", "territory", "unmet"):
        line.inquiry = inquiry
        before = line.unmet.quantity
        if remaining(line) > before:
            asked += len(route_line(SYSTEM, line))
            line.unmet.refresh_from_db()
            grown |= line.unmet.quantity > before
    if asked:
        latest = Offer.objects.open().filter(line__inquiry=inquiry).aggregate(at=Max("respond_by"))
        inquiry.respond_by = latest["at"]
        inquiry.save(update_fields=["respond_by"])
    return grown


@every(60)
def expire_offers() -> None:
    expire_overdue(timezone.now())
