"""What other rooms tell: a line found nobody, a search found nothing, an answer changed what is unmet."""

from datetime import date

from django.utils import timezone

from foundation import outbox
from foundation.worker import every
from inquiries.models import Inquiry, Offer
from opportunities.services import demand


@outbox.handles("inquiry.unmet")
def count_unmet(event: outbox.Event) -> None:
    inquiry = Inquiry.objects.filter(pk=event.object_id).first()
    if inquiry is not None:
        demand.count_unmet(inquiry)


@outbox.handles("offer.accepted", "offer.declined", "offer.expired", "offer.released", "offer.countered")
def count_again(event: outbox.Event) -> None:
    """An answer may have moved what is unmet up or down; more of it also comes by `inquiry.unmet`."""
    offer = Offer.objects.filter(pk=event.object_id).select_related("line__inquiry").first()
    if offer is not None:
        demand.count_unmet(offer.line.inquiry)


@outbox.handles("search.fruitless")
def count_search(event: outbox.Event) -> None:
    """Payload: `{"q", "territory", "day"}`; the day as 2027-03-01, the territory a slug or empty."""
    day = event.payload.get("day")
    demand.count_search(
        str(event.payload.get("q") or ""),
        territory=str(event.payload.get("territory") or ""),
        day=date.fromisoformat(day) if day else timezone.localdate(),
    )


@every(900)
def recount_demand() -> None:
    demand.recount_all()
