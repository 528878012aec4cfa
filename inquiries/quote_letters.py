"""Letters about quotes: to the buyer who decides, and to the producers whose part was not taken."""

from collections.abc import Callable, Sequence
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from foundation import money
from inquiries import letters, naming, recipients, wording
from inquiries.enums import FreightStatus
from inquiries.models import Offer, Quote


def to_buyer_sent(quote: Quote) -> None:
    """The price in lines, until when it is valid, and where to accept it or read it on paper."""
    inquiry = quote.inquiry
    with translation.override(inquiry.locale):
        context = _of_quote(quote) | {
            "parts": [
                {"producer": part.producer.name, "lines": [_line(line) for line in part.lines.all()]}
                for part in quote.parts.select_related("producer").prefetch_related("lines__product", "lines__circuit")
            ],
            "net": money.clp(quote.net),
            "freight": money.clp(quote.freight) if quote.freight_status == FreightStatus.FIXED else "",
            "freight_to_agree": quote.freight_status == FreightStatus.TO_AGREE,
            "vat": money.clp(quote.vat),
            "percent": quote.vat_percent,
            "unmet": letters.unmet_of(inquiry),
        }
        subject = _("Su cotización %(number)s está lista: %(total)s") % context
    letters.write(f"quote-{quote.pk}-sent", inquiry.email, subject, "quote_sent", context, inquiry.locale)


def to_buyer_expired(quote: Quote) -> None:
    inquiry = quote.inquiry
    with translation.override(inquiry.locale):
        context = _of_quote(quote)
        subject = _("La cotización %(number)s venció") % context
    letters.write(f"quote-{quote.pk}-expired", inquiry.email, subject, "quote_expired", context, inquiry.locale)


def to_producers_released(offers: Sequence[Offer]) -> None:
    """The buyer did not take it: what each had put aside is free again."""
    _let_go(offers, "released", lambda words: _("Esta vez no tomaron su parte: %(amount)s de %(subject)s") % words)


def to_producer_passed_on(offer: Offer) -> None:
    """Somebody else makes what they had promised."""
    _let_go([offer], "passed_on", lambda words: _("Otra persona hará su parte: %(amount)s de %(subject)s") % words)


def _let_go(offers: Sequence[Offer], what: str, subject: Callable[[dict[str, Any]], str]) -> None:
    related = ("line__inquiry", "line__circuit", "producer", "supply__product", "operator")
    rows = list(Offer.objects.filter(pk__in=[offer.pk for offer in offers]).select_related(*related))
    to = recipients.of_offers(rows)
    with translation.override(letters.SPANISH):
        for offer in rows:
            context = {
                "producer": offer.producer.person or offer.producer.name,
                "amount": naming.amount(offer, offer.quantity),
                "subject": naming.subject(offer),
                "number": offer.line.inquiry.number,
            }
            for address in to[offer.pk]:
                key = f"offer-{offer.pk}-{what}-{address}"[:200]
                letters.write(key, address, subject(context), what, context, letters.SPANISH)


def _of_quote(quote: Quote) -> dict[str, Any]:
    return {
        "name": quote.inquiry.name,
        "number": quote.number,
        "inquiry": quote.inquiry.number,
        "total": money.clp(quote.total),
        "until": wording.moment_in_words(quote.valid_until),
        "link": letters.page_url(quote.inquiry.get_absolute_url()),
        "pdf": letters.page_url(quote.get_absolute_url()),
    }


def _line(line: Any) -> dict[str, Any]:
    return {
        "amount": naming.counted(line.quantity, line.unit, line.unit_name),
        "title": line.shown_title,
        "net": money.clp(line.net),
        "countered": line.countered,
    }
