"""What follows from answers, done by the worker."""

from django.utils import timezone

from foundation import locking, outbox
from foundation.actors import SYSTEM
from foundation.worker import every
from inquiries import letters
from inquiries.enums import OPEN, EventKind
from inquiries.models import Inquiry, Offer
from inquiries.services.answering import expire_overdue, settle
from inquiries.services.routing import remaining, route_line


@outbox.handles("offer.accepted", "offer.declined", "offer.expired")
def send_remainder_on(event: outbox.Event) -> None:
    """Ask others for what this answer left open; when nobody is left to answer, tell the buyer and the team."""
    offer = Offer.objects.select_related("line__inquiry").get(pk=event.object_id)
    line = offer.line
    inquiry = locking.lock(Inquiry, line.inquiry_id)
    line.inquiry = inquiry
    unmet_before = line.unmet.quantity
    if remaining(line) > unmet_before:
        route_line(SYSTEM, line)
        line.unmet.refresh_from_db()
        if line.unmet.quantity > unmet_before:
            letters.to_team_unmet(inquiry)
            outbox.publish("inquiry.unmet", inquiry, key=f"{inquiry.pk}:{offer.pk}")
    settle(inquiry)
    if not Offer.objects.filter(line__inquiry=inquiry, status__in=sorted(OPEN)).exists():
        _, new = inquiry.events.get_or_create(event=EventKind.ANSWERED)
        if new:
            letters.to_buyer_answered(inquiry)


@every(60)
def expire_offers() -> None:
    expire_overdue(timezone.now())
