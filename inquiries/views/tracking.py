"""The buyer follows an inquiry."""

from dataclasses import dataclass
from decimal import Decimal

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from foundation.drawings import Share, share_key, shares_bar
from inquiries import naming, sheet, timeline, wording
from inquiries.enums import InquiryStatus
from inquiries.models import Inquiry
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
    context = {
        "inquiry": inquiry,
        "sheet": shown,
        "title": title(shown),
        "standfirst": standfirst(shown),
        "lines": [drawn(row) for row in shown.rows],
        "steps": timeline.steps(shown),
        "until": wording.moment_in_words(inquiry.respond_by),
    }
    return render(request, "inquiries/tracking.html", context)


def title(shown: Sheet) -> str:
    if len(shown.rows) == 1:
        return naming.asked(shown.rows[0].line)
    return _("Consulta por %(count)s cosas") % {"count": len(shown.rows)}


def standfirst(shown: Sheet) -> str:
    """Where it stands, in a sentence."""
    inquiry = shown.inquiry
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
    if inquiry.status == InquiryStatus.ANSWERED and shown.unmet:
        return _("Ya respondieron todos. Una parte quedó sin productor: el equipo del territorio busca cómo.")
    if inquiry.status == InquiryStatus.ANSWERED:
        return _("Ya respondieron todos, y está todo tomado.")
    return _("Por ahora nadie puede tomarla tal como está. El equipo del territorio ya lo sabe y busca cómo.")


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
