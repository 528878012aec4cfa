"""Where an inquiry stands at this moment, also between an answer and the worker's next step, and how that is said."""

from datetime import datetime
from enum import StrEnum

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from inquiries import wording
from inquiries.enums import OPEN, InquiryStatus, OrderStatus, QuoteStatus
from inquiries.models import Offer
from inquiries.quote_sheet import QuoteShown
from inquiries.services.routing import remaining
from inquiries.sheet import Sheet


class Standing(StrEnum):
    WAITING = "waiting"
    """Producers have yet to answer, and have time to."""
    OVERDUE = "overdue"
    """The time of those who did not answer is over, and the worker has not yet asked others."""
    SEEKING = "seeking"
    """Everybody answered; what they left open has not yet been asked of others."""
    POOLING = "pooling"
    """Everything there is to answer was answered: the quote is being made."""
    CHANGING = "changing"
    """The same, after a quote that was withdrawn."""
    QUOTED = "quoted"
    TO_PAY = "to_pay"
    ORDERED = "ordered"
    RECEIVED = "received"
    CANCELLED = "cancelled"
    REFUSED = "refused"
    LAPSED = "lapsed"
    UNMATCHED = "unmatched"


OF_AN_ORDER = {
    OrderStatus.PLACED: Standing.TO_PAY,
    OrderStatus.PAID: Standing.ORDERED,
    OrderStatus.RECEIVED: Standing.RECEIVED,
    OrderStatus.CANCELLED: Standing.CANCELLED,
}


def standing_of(shown: Sheet, quote: QuoteShown | None, now: datetime) -> Standing:
    if quote is not None and quote.quote.status != QuoteStatus.WITHDRAWN:
        return _of_the_quote(quote)
    if waiting := _unanswered(shown):
        return Standing.WAITING if any(offer.respond_by > now for offer in waiting) else Standing.OVERDUE
    if shown.inquiry.status == InquiryStatus.UNMATCHED:
        return Standing.UNMATCHED
    if any(remaining(row.line, [part.offer for part in row.parts]) > row.unmet for row in shown.rows):
        return Standing.SEEKING
    if not any(row.allocated for row in shown.rows):
        return Standing.UNMATCHED
    return Standing.POOLING if quote is None else Standing.CHANGING


def _of_the_quote(quote: QuoteShown) -> Standing:
    match quote.quote.status:
        case QuoteStatus.SENT if quote.is_open:
            return Standing.QUOTED
        case QuoteStatus.ACCEPTED:
            return OF_AN_ORDER[OrderStatus(quote.order.status)] if quote.order else Standing.ORDERED
        case QuoteStatus.DECLINED:
            return Standing.REFUSED
    return Standing.LAPSED


def _unanswered(shown: Sheet) -> list[Offer]:
    return [part.offer for row in shown.rows for part in row.parts if part.offer.status in OPEN]


def sentence(standing: Standing, shown: Sheet, quote: QuoteShown | None) -> str:
    """Where it stands, at the head of the page."""
    match standing:
        case Standing.WAITING:
            count = len({offer.producer_id for offer in _unanswered(shown)})
            text = ngettext(
                "Falta la respuesta de %(count)s productor. Responde a más tardar el %(until)s.",
                "Faltan las respuestas de %(count)s productores. Responden a más tardar el %(until)s.",
                count,
            )
            return text % {"count": count, "until": wording.moment_in_words(shown.inquiry.respond_by)}
        case Standing.QUOTED:
            until = quote.until if quote else ""
            said = _("Su cotización está lista y vale hasta el %(until)s.") % {"until": until}
            return " ".join([said, leftover(shown)]).strip()
    return str(SENTENCES[standing]())


SENTENCES = {
    Standing.OVERDUE: lambda: _("Se acabó el plazo para responder. Vemos quién más puede tomar lo que falta."),
    Standing.SEEKING: lambda: _("Estamos buscando quién tome lo que falta."),
    Standing.POOLING: lambda: _("Ya respondieron todos. Estamos preparando su cotización."),
    Standing.CHANGING: lambda: _("La cotización anterior se retiró para cambiarla. Estamos preparando otra."),
    Standing.TO_PAY: lambda: _("Usted aceptó la cotización. El pedido espera su pago."),
    Standing.ORDERED: lambda: _("Usted aceptó la cotización: siga el pedido en su página."),
    Standing.RECEIVED: lambda: _("El pedido llegó completo."),
    Standing.CANCELLED: lambda: _("Usted aceptó la cotización, pero el pedido se anuló."),
    Standing.REFUSED: lambda: _("Usted no tomó la cotización. Si cambió de idea, haga otra consulta."),
    Standing.LAPSED: lambda: _("La cotización venció. Si todavía lo necesita, haga otra consulta."),
    Standing.UNMATCHED: lambda: _(
        "Por ahora nadie puede tomarla tal como está. El equipo del territorio ya lo sabe y busca cómo."
    ),
}


def leftover(shown: Sheet) -> str:
    """What of it found nobody, said for a part and for all of it."""
    if not shown.unmet:
        return ""
    if any(row.allocated for row in shown.rows):
        return _("Una parte quedó sin productor: el equipo del territorio busca cómo.")
    return _("Todo quedó sin productor: el equipo del territorio busca cómo.")


def following(standing: Standing, shown: Sheet) -> str:
    """What comes next, for whoever reads on."""
    match standing:
        case Standing.WAITING:
            return _(
                "Los productores responden a más tardar el %(until)s. Si alguno no puede, se lo preguntamos a otro. "
                "Le escribiremos cuando estén todas las respuestas."
            ) % {"until": wording.moment_in_words(shown.inquiry.respond_by)}
        case Standing.OVERDUE | Standing.SEEKING:
            return _("Si otro productor puede, se lo preguntamos. Le escribiremos cuando estén todas las respuestas.")
        case Standing.POOLING | Standing.CHANGING:
            return _("La cotización llega a su correo en unos minutos.")
        case Standing.QUOTED:
            return _("Usted decide. Si acepta la cotización, paga una sola vez y los productores comienzan.")
        case Standing.TO_PAY:
            return _("Los productores comienzan cuando el pedido está pagado. Se paga en la página del pedido.")
        case Standing.ORDERED:
            return _("Siga en la página del pedido quién prepara y quién despachó cada parte.")
        case Standing.UNMATCHED:
            return _("El equipo del territorio revisa por qué nadie puede y le escribirá si encuentra cómo.")
        case Standing.RECEIVED:
            return _("Puede pedirlo de nuevo cuando quiera.")
    return _("Nada está reservado ahora. Puede pedirlo de nuevo cuando quiera.")
