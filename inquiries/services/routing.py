"""Lines are sent to the producers who can serve them; what nobody can serve is written down."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from decimal import Decimal
from fractions import Fraction

from django.db import transaction
from django.utils import timezone

from foundation import audit
from foundation.actors import Actor
from foundation.models import User
from inquiries import ample, candidates, letters, routing, sources
from inquiries.chasing import first_chase
from inquiries.deadlines import respond_by
from inquiries.enums import STANDING, EventKind, OfferStatus
from inquiries.gaps import HOLDS, LESS, SILENT
from inquiries.models import Inquiry, InquiryEvent, InquiryLine, Offer, Unmet


def route_inquiry(actor: Actor | User, inquiry: Inquiry, lines: Sequence[InquiryLine]) -> list[Offer]:
    """The first routing of all lines of an inquiry, which nobody was asked for yet."""
    with transaction.atomic():
        decisions = _decide(lines)
        offers = _keep_offers(lines, decisions)
        Unmet.objects.bulk_create(
            Unmet(line=line, quantity=decision.unmet, gaps=decision.gaps)
            for line, decision in zip(lines, decisions, strict=True)
        )
        _tell(inquiry, lines, decisions)
        audit.record(actor, "inquiry.routed", inquiry, offers=len(offers), lines=_outcome(lines, decisions))
    return offers


class _TooFew(Exception):
    """Those that should have done cannot serve it all, and there may be more."""


def _decide(lines: Sequence[InquiryLine]) -> list[routing.Decision]:
    """Over the cheapest that should do, where a line is broad; over all where they do not suffice.

    The first look is undone with its locks, so that all rows are again locked in one go, in the order of their keys.
    """
    day, looked_at = candidates.delivery_day(lines[0]), dict[int, list[int]]()
    if any(sources.is_broad(line) for line in lines):
        with suppress(_TooFew), transaction.atomic():
            found = sources.load(lines, day, ample=True, looked_at=looked_at)
            decisions = _decided(lines, found)
            if any(_has_more(*each) for each in zip(lines, decisions, found, strict=True)):
                raise _TooFew
            return decisions
    return _decided(lines, sources.load(lines, day, looked_at=looked_at))


def _has_more(line: InquiryLine, decision: routing.Decision, found: Sequence[sources.Source]) -> bool:
    """Whether something is left with nobody, though the look ended because these should do: others could serve it."""
    if not decision.unmet:
        return False
    able = (one for one in candidates.judge(line, found, line.quantity) if one.failed is None)
    left = sum((one.source.free * (one.size or 0) for one in able), Fraction(0))
    return left + Fraction(line.quantity - decision.unmet) >= ample.AMPLE * line.quantity


def _decided(lines: Sequence[InquiryLine], found: Sequence[Sequence[sources.Source]]) -> list[routing.Decision]:
    return [routing.decide(line, of, line.quantity) for line, of in zip(lines, found, strict=True)]


def route_line(actor: Actor | User, line: InquiryLine) -> list[Offer]:
    """Offer what is left of the line to producers not asked before, and keep what still is with nobody as unmet."""
    with transaction.atomic():
        asked = list(line.offers.select_related("supply__product"))
        found = sources.load([line], candidates.delivery_day(line))
        before = Unmet.objects.filter(line=line).values_list("quantity", flat=True).first() or Decimal(0)
        decision = routing.decide(line, found[0], remaining(line, asked), {o.producer_id: refusal(o) for o in asked})
        offers = _keep_offers([line], [decision])
        Unmet.objects.update_or_create(line=line, defaults={"quantity": decision.unmet, "gaps": decision.gaps})
        _tell(line.inquiry, [line], [decision], before={line.pk: before})
        audit.record(actor, "line.routed", line, offers=len(offers), unmet=decision.unmet)
    return offers


def remaining(line: InquiryLine, offers: Sequence[Offer] | None = None) -> Decimal:
    """What no standing offer covers, in the line's unit, to the thousandth."""
    if offers is None:
        offers = list(line.offers.select_related("supply__product"))
    covered = sum((in_line_unit(line, offer) for offer in offers if offer.status in STANDING), Fraction(0))
    return max(Decimal(0), routing.as_decimal(Fraction(line.quantity) - covered))


def in_line_unit(line: InquiryLine, offer: Offer) -> Fraction:
    """The offer's quantity in the line's unit, exactly."""
    return Fraction(offer.quantity) * (candidates.size_in(line, offer.supply) or 0)


def refusal(offer: Offer) -> str:
    """Why the producer is not asked for more: a DeclineReason, or one of the words of `inquiries.gaps`."""
    match offer.status:
        case OfferStatus.DECLINED:
            return offer.decline_reason
        case OfferStatus.EXPIRED:
            return SILENT
        case OfferStatus.ACCEPTED | OfferStatus.COUNTERED if offer.quantity < offer.asked:
            return LESS
    return HOLDS


def _keep_offers(lines: Sequence[InquiryLine], decisions: Sequence[routing.Decision]) -> list[Offer]:
    now = timezone.now()
    due = respond_by(now)
    offers = [
        Offer(
            line=line, producer=ask.source.producer, network_id=ask.source.network_id, supply=ask.source.supply,
            operator=ask.source.operator, asked=ask.quantity, quantity=ask.quantity, month=candidates.period(line),
            unit_price=ask.source.unit_price, reasons=ask.reasons, respond_by=due, chase_at=first_chase(now, due),
        )
        for line, decision in zip(lines, decisions, strict=True)
        for ask in decision.asks
    ]  # fmt: skip
    Offer.objects.bulk_create(offers)
    letters.to_producers_asked(offers)
    return offers


def _tell(
    inquiry: Inquiry,
    lines: Sequence[InquiryLine],
    decisions: Sequence[routing.Decision],
    before: Mapping[int, Decimal] | None = None,
) -> None:
    """The steps the buyer sees: how many producers were asked, and what is newly left with nobody."""
    steps = []
    asked = {ask.source.producer.pk for decision in decisions for ask in decision.asks}
    if asked:
        steps.append(InquiryEvent(inquiry=inquiry, event=EventKind.ROUTED, data={"producers": sorted(asked)}))
    for line, decision in zip(lines, decisions, strict=True):
        if decision.unmet > (before or {}).get(line.pk, Decimal(0)):
            unmet = {"line": line.number, "quantity": str(decision.unmet), "unit": line.unit}
            steps.append(InquiryEvent(inquiry=inquiry, event=EventKind.UNMET, data=unmet))
    InquiryEvent.objects.bulk_create(steps)


def _outcome(lines: Sequence[InquiryLine], decisions: Sequence[routing.Decision]) -> list[dict[str, object]]:
    return [
        {"line": line.number, "asked": [[a.source.producer.pk, a.quantity] for a in d.asks], "unmet": d.unmet}
        for line, d in zip(lines, decisions, strict=True)
    ]
