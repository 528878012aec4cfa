"""Quotes with all that is shown of them, read in few queries: for the tracking page, the JSON, the PDF and the form."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Prefetch
from django.utils import timezone
from django.utils.translation import gettext as _

from foundation import money, units
from inquiries import naming, wording
from inquiries.enums import FreightStatus, OrderStatus, QuoteStatus
from inquiries.models import Inquiry, Order, Quote, QuoteLine, QuotePart


@dataclass(frozen=True)
class LineShown:
    line: QuoteLine

    @property
    def title(self) -> str:
        return self.line.shown_title

    @property
    def amount(self) -> str:
        return naming.counted(self.line.quantity, self.line.unit, self.line.unit_name)

    @property
    def detail(self) -> str:
        """«420 kg de Queso de guarda, a $9.800»."""
        return _("%(amount)s de %(title)s, a %(price)s") % {
            "amount": self.amount,
            "title": self.title,
            "price": money.clp(self.line.unit_price),
        }

    @property
    def proposal(self) -> str:
        """What the producer proposed instead of what was asked; "" where nothing."""
        if not self.line.countered:
            return ""
        offer, said = self.line.offer, []
        if offer.asked_price is not None:
            prices = {"price": money.clp(offer.unit_price), "asked": money.clp(offer.asked_price)}
            said.append(_("Propone %(price)s en vez de %(asked)s.") % prices)
        if offer.ready_on is not None:
            said.append(_("Puede entregar el %(day)s.") % {"day": wording.day_in_words(offer.ready_on)})
        return " ".join(said)


@dataclass(frozen=True)
class PartShown:
    part: QuotePart
    lines: list[LineShown]

    @property
    def who(self) -> str:
        return f"{self.part.producer.name}, {self.part.producer.comuna.name}"

    @property
    def freight(self) -> str:
        """«Despacho desde Monte Patria: 420 kg, 452 km», or that it is to be agreed."""
        place = self.part.producer.comuna.name
        if self.part.distance_km is None:
            return _("Despacho desde %(place)s: por acordar") % {"place": place}
        figures = {"place": place, "kilos": self.part.weight_kg, "km": self.part.distance_km}
        return _("Despacho desde %(place)s: %(kilos)s kg, %(km)s km") % figures


@dataclass(frozen=True)
class QuoteShown:
    quote: Quote
    parts: list[PartShown]
    order: Order | None
    """The one that stands, else the last that did."""

    @property
    def is_open(self) -> bool:
        return self.quote.status == QuoteStatus.SENT and self.quote.valid_until >= timezone.now()

    @property
    def until(self) -> str:
        return wording.moment_in_words(self.quote.valid_until)

    @property
    def time_left(self) -> str:
        return wording.time_left(self.quote.valid_until, timezone.now())

    @property
    def has_freight(self) -> bool:
        return self.quote.freight_status != FreightStatus.NONE

    @property
    def freight_to_agree(self) -> bool:
        return self.quote.freight_status == FreightStatus.TO_AGREE

    @property
    def proposals(self) -> bool:
        return any(line.proposal for part in self.parts for line in part.lines)


def of_inquiry(inquiry: Inquiry) -> list[QuoteShown]:
    """All quotes the buyer may see, oldest first; one query, and four more when there are any."""
    return [_shown(quote) for quote in _read().filter(inquiry=inquiry).order_by("created_at", "pk")]


def of_token(token: str) -> QuoteShown | None:
    quote = _read().select_related("inquiry__territory").filter(token=token).first()
    return _shown(quote) if quote else None


def current(shown: list[QuoteShown]) -> QuoteShown | None:
    """The one to show first: that which stands, else the last."""
    standing = [one for one in shown if one.quote.status in {QuoteStatus.SENT, QuoteStatus.ACCEPTED}]
    return standing[-1] if standing else (shown[-1] if shown else None)


def _read() -> Any:
    parts = QuotePart.objects.select_related("producer__comuna").order_by("pk")
    lines = QuoteLine.objects.select_related("offer", "product", "circuit").order_by("pk")
    return Quote.objects.shown().prefetch_related(
        Prefetch("parts", parts),
        Prefetch("parts__lines", lines),
        Prefetch("orders", Order.objects.order_by("created_at")),
    )


def _shown(quote: Quote) -> QuoteShown:
    parts = [PartShown(part, [LineShown(line) for line in part.lines.all()]) for part in quote.parts.all()]
    orders = list(quote.orders.all())
    standing = [order for order in orders if order.status != OrderStatus.CANCELLED]
    last = standing or orders
    return QuoteShown(quote, parts, last[-1] if last else None)


def document(shown: QuoteShown) -> dict[str, Any]:
    """A quote of the JSON document of its inquiry."""
    quote = shown.quote
    return {
        "number": quote.number,
        "status": quote.status,
        "status_text": quote.get_status_display(),
        "currency": quote.currency,
        "net": quote.net,
        "freight": quote.freight,
        "freight_status": quote.freight_status,
        "vat": quote.vat,
        "vat_percent": quote.vat_percent,
        "total": quote.total,
        "valid_until": moment(quote.valid_until),
        "lines": [_line(part, line) for part in shown.parts for line in part.lines],
        "shares": [_share(part.part) for part in shown.parts],
        "url": quote.page_url(),
        "pdf_url": quote.get_absolute_url(),
        "order": None if shown.order is None else {
            "number": shown.order.number, "status": shown.order.status, "url": shown.order.get_absolute_url(),
        },
    }  # fmt: skip


def _line(part: PartShown, shown: LineShown) -> dict[str, Any]:
    line = shown.line
    return {
        "title": shown.title,
        "producer": part.part.producer.slug,
        "quantity": units.plain(line.quantity),
        "unit": line.unit,
        "unit_price": line.unit_price,
        "net": line.net,
        "vat": line.vat,
        "countered": line.countered,
        "proposal": shown.proposal or None,
    }


def _share(part: QuotePart) -> dict[str, Any]:
    return {
        "producer": part.producer.slug,
        "net": part.net,
        "freight": part.freight,
        "vat": part.vat,
        "total": part.total,
    }


def moment(at: datetime) -> str:
    return timezone.localtime(at).isoformat(timespec="seconds")
