"""The buyer follows an inquiry."""

from dataclasses import dataclass
from decimal import Decimal

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from foundation import money
from foundation.drawings import Share, share_key, shares_bar
from inquiries import freight, naming, pooling, quote_sheet, sheet, timeline, wording
from inquiries.enums import FreightStatus
from inquiries.models import Inquiry
from inquiries.sheet import Row, Sheet
from inquiries.standing import following, sentence, standing_of

from .privacy import private

HUNDRED = Decimal(100)


@dataclass(frozen=True)
class Drawn:
    """A line with its bar; `parts` are rows of the table under it: key, name, note, quantity, percentage."""

    row: Row
    title: str
    bar: SafeString
    parts: list[tuple[SafeString, str, str, Decimal, int]]


@require_safe
@private
def track(request: HttpRequest, token: str) -> HttpResponse:
    inquiry = get_object_or_404(Inquiry.objects.select_related("territory"), token=token)
    shown = sheet.read(inquiry)
    quotes = quote_sheet.of_inquiry(inquiry)
    quote = quote_sheet.current(quotes)
    where = standing_of(shown, quote, timezone.now())
    context = {
        "standing": where,
        "following": following(where, shown),
        "quote": quote,
        "older": [one for one in quotes if one is not quote],
        "estimate": estimate(shown) if quote is None else "",
        "inquiry": inquiry,
        "sheet": shown,
        "title": title(shown),
        "standfirst": sentence(where, shown, quote),
        "lines": [drawn(row) for row in shown.rows],
        "steps": timeline.steps(shown),
        "until": wording.moment_in_words(inquiry.respond_by),
    }
    return render(request, "inquiries/tracking.html", context)


def title(shown: Sheet) -> str:
    if len(shown.rows) == 1:
        return naming.asked(shown.rows[0].line)
    return _("Consulta por %(count)s cosas") % {"count": len(shown.rows)}


def estimate(shown: Sheet) -> str:
    """What bringing it would cost as things stand, in words; "" where nothing travels or nobody was asked."""
    offers = [part.offer for row in shown.rows for part in row.standing]
    if not freight.travels(offers):
        return ""
    pool = pooling.pool(offers, freight.destination_of(shown.inquiry), timezone.localdate())
    if pool.freight_status == FreightStatus.TO_AGREE:
        return _("El despacho se acuerda antes de enviar: falta saber bien a dónde va o cuánto pesa.")
    return _("Despacho estimado: %(pesos)s netos. Queda fijo en la cotización.") % {"pesos": money.clp(pool.freight)}


def drawn(row: Row) -> Drawn:
    """The whole of the bar is what was asked for; a rest too small for any unit of sale stays visible."""
    whole = row.line.quantity
    shares, parts = [], []
    for place, part in enumerate(row.standing):
        producer = part.offer.producer
        percent = part.quantity / whole * HUNDRED
        shares.append(Share(producer.name, percent))
        note = str(part.offer.get_status_display())
        parts.append(
            (share_key(place), f"{producer.name}, {producer.comuna.name}", note, part.quantity, round(percent))
        )
    if row.unmet:
        percent = row.unmet / whole * HUNDRED
        shares.append(Share(_("sin productor"), percent, missing=True))
        parts.append((share_key(0, missing=True), _("Aún sin productor"), "", row.unmet, round(percent)))
    name = naming.asked(row.line)
    return Drawn(row, name, shares_bar(shares, _("Reparto de %(what)s") % {"what": name}), parts)
