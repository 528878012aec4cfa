"""The buyer follows an inquiry."""

from dataclasses import dataclass
from decimal import Decimal

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from foundation import money
from foundation.drawings import Share, share_key, shares_bar
from inquiries import freight, naming, pooling, quote_sheet, sheet, timeline, wording
from inquiries.enums import FreightStatus, InquiryStatus, QuoteStatus
from inquiries.models import Inquiry
from inquiries.quote_sheet import QuoteShown
from inquiries.sheet import Row, Sheet

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
    context = {
        "quote": quote,
        "older": [one for one in quotes if one is not quote],
        "estimate": estimate(shown) if quote is None else "",
        "inquiry": inquiry,
        "sheet": shown,
        "title": title(shown),
        "standfirst": standfirst(shown, quote),
        "lines": [drawn(row) for row in shown.rows],
        "steps": timeline.steps(shown),
        "until": wording.moment_in_words(inquiry.respond_by),
    }
    return render(request, "inquiries/tracking.html", context)


def title(shown: Sheet) -> str:
    if len(shown.rows) == 1:
        return naming.asked(shown.rows[0].line)
    return _("Consulta por %(count)s cosas") % {"count": len(shown.rows)}


def standfirst(shown: Sheet, quote: QuoteShown | None = None) -> str:
    """Where it stands, in a sentence."""
    inquiry = shown.inquiry
    if quote is not None and quote.quote.status != QuoteStatus.WITHDRAWN:
        return _of_the_quote(quote, leftover(shown))
    waiting = {part.offer.producer_id for row in shown.rows for part in row.parts if part.offer.status == "offered"}
    if inquiry.status == InquiryStatus.ROUTED and waiting:
        text = ngettext(
            "Falta la respuesta de %(count)s productor. Responde a más tardar el %(until)s.",
            "Faltan las respuestas de %(count)s productores. Responden a más tardar el %(until)s.",
            len(waiting),
        )
        return text % {"count": len(waiting), "until": wording.moment_in_words(inquiry.respond_by)}
    if inquiry.status == InquiryStatus.ROUTED:
        return _("Estamos buscando quién tome lo que falta.")
    if inquiry.status == InquiryStatus.ANSWERED:
        return _("Ya respondieron todos. Estamos preparando su cotización.")
    return _("Por ahora nadie puede tomarla tal como está. El equipo del territorio ya lo sabe y busca cómo.")


def _of_the_quote(quote: QuoteShown, leftover: str) -> str:
    match quote.quote.status:
        case QuoteStatus.SENT if quote.is_open:
            return " ".join(
                [_("Su cotización está lista y vale hasta el %(until)s.") % {"until": quote.until}, leftover]
            ).strip()
        case QuoteStatus.ACCEPTED:
            return _("Usted aceptó la cotización: siga el pedido en su página.")
        case QuoteStatus.DECLINED:
            return _("Usted no tomó la cotización. Si cambió de idea, haga otra consulta.")
    return _("La cotización venció. Si todavía lo necesita, haga otra consulta.")


def leftover(shown: Sheet) -> str:
    """What of it found nobody, said for a part and for all of it."""
    if not shown.unmet:
        return ""
    if any(row.allocated for row in shown.rows):
        return _("Una parte quedó sin productor: el equipo del territorio busca cómo.")
    return _("Todo quedó sin productor: el equipo del territorio busca cómo.")


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
