"""A quote on paper."""

from typing import Any

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from foundation import pdf
from inquiries import letters, naming, wording
from inquiries.enums import QuoteStatus
from inquiries.quote_sheet import PartShown, QuoteShown


def render(shown: QuoteShown, lang: str) -> bytes:
    """In "es" or "en"; whole pesos, the same lines and sums as on the page."""
    with translation.override(lang):
        return pdf.render("inquiries/quote", _data(shown), lang=lang)


def _data(shown: QuoteShown) -> dict[str, Any]:
    quote, inquiry = shown.quote, shown.quote.inquiry
    head = [
        (_("Para"), ", ".join(filter(None, [inquiry.name, inquiry.organisation]))),
        (_("Consulta"), inquiry.number),
        (_("A dónde"), naming.destination(inquiry)),
        (_("Para el"), wording.day_in_words(inquiry.needed_by) if inquiry.needed_by else ""),
        (_("Vale hasta"), shown.until),
        (_("Estado"), str(quote.get_status_display()) if quote.status != QuoteStatus.SENT else ""),
    ]
    return {
        "title": _("Cotización"),
        "number": quote.number,
        "subtitle": wording.day_in_words(timezone.localtime(quote.created_at).date()),
        "facts": [[word, said] for word, said in head if said],
        "columns": [_("Detalle"), _("Precio"), _("Neto")],
        "parts": [_part(part) for part in shown.parts],
        "apart": _("aparte"),
        "to_agree": _("por acordar"),
        "sums": [list(row) for row in _sums(shown)],
        "total": [_("Total con IVA, en pesos chilenos"), quote.total],
        "notes": _notes(shown),
        "link": letters.page_url(inquiry.get_absolute_url()),
        "foot": _("Cotización %(number)s") % {"number": quote.number},
    }


def _part(part: PartShown) -> dict[str, Any]:
    lines = [
        [_("%(amount)s de %(title)s") % {"amount": line.amount, "title": line.title}, line.line.unit_price,
         line.line.net]
        for line in part.lines
    ]  # fmt: skip
    proposals = [line.proposal for line in part.lines if line.proposal]
    freight = [part.freight, part.part.freight if part.part.distance_km is not None else None]
    return {"who": part.who, "lines": lines, "freight": freight, "proposals": proposals}


def _sums(shown: QuoteShown) -> list[tuple[str, int | None]]:
    """Without an amount is what is still to be agreed."""
    quote = shown.quote
    rows: list[tuple[str, int | None]] = [(_("Neto"), quote.net)]
    if shown.has_freight:
        rows.append((_("Despacho"), None if shown.freight_to_agree and not quote.freight else quote.freight))
    return [*rows, (_("IVA, %(percent)s %%") % {"percent": quote.vat_percent}, quote.vat)]


def _notes(shown: QuoteShown) -> list[str]:
    notes = []
    if shown.freight_to_agree:
        notes.append(_("El despacho que está por acordar no va en el total: se conviene antes de enviar."))
    if shown.proposals:
        notes.append(_("Al aceptar la cotización acepta también lo que los productores proponen distinto."))
    return notes
