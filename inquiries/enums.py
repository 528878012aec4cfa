from django.db import models
from django.utils.translation import gettext_lazy as _


class InquiryKind(models.TextChoices):
    PRODUCT = "product", _("Productos")
    TOURISM = "tourism", _("Visita o circuito")
    OPPORTUNITY = "opportunity", _("Oportunidad")


class InquiryStatus(models.TextChoices):
    ROUTED = "routed", _("En consulta con los productores")
    ANSWERED = "answered", _("Con respuesta")
    UNMATCHED = "unmatched", _("Sin productor por ahora")


class OfferStatus(models.TextChoices):
    OFFERED = "offered", _("Esperando respuesta")
    COUNTERED = "countered", _("Propone un cambio")
    ACCEPTED = "accepted", _("Aceptada")
    DECLINED = "declined", _("Rechazada")
    EXPIRED = "expired", _("Vencida")
    RELEASED = "released", _("Sin efecto")


OPEN = frozenset({OfferStatus.OFFERED})
"""Wait for the producer."""
TAKEN = frozenset({OfferStatus.ACCEPTED, OfferStatus.COUNTERED})
"""The producer will make it: as asked, or if the buyer agrees to another price or day. They enter the quote."""
STANDING = OPEN | TAKEN
"""Offers that hold capacity."""
NEXT = {
    OfferStatus.OFFERED: frozenset(OfferStatus) - {OfferStatus.OFFERED},
    OfferStatus.COUNTERED: frozenset({OfferStatus.ACCEPTED, OfferStatus.RELEASED}),
    OfferStatus.ACCEPTED: frozenset({OfferStatus.RELEASED}),
    OfferStatus.DECLINED: frozenset(),
    OfferStatus.EXPIRED: frozenset(),
    OfferStatus.RELEASED: frozenset(),
}


class Chase(models.TextChoices):
    """Who was last told that an offer waits, before its time runs out; each step happens once, in this order."""

    NOBODY = "", _("Nadie todavía")
    PRODUCER = "producer", _("Se le recordó al productor")
    COORDINATOR = "coordinator", _("Se avisó a la coordinación de la red")
    TEAM = "team", _("Se avisó al equipo del territorio")


class DeclineReason(models.TextChoices):
    NO_STOCK = "no_stock", _("No me alcanza la producción")
    DATE = "date", _("No llego a la fecha")
    PRICE = "price", _("El precio no me sirve")
    FREIGHT = "freight", _("No puedo despachar a ese lugar")
    OTHER = "other", _("Otro motivo")


class GapKind(models.TextChoices):
    """The programme's kinds of gap between an opportunity and those who could take it."""

    COMPETITIVENESS = "competitiveness", _("Competitividad empresarial y laboral")
    SOCIAL = "social", _("Capital social")
    INSTITUTIONAL = "institutional", _("Capital institucional")
    PHYSICAL = "physical", _("Capital físico y de acondicionamiento")
    IDENTITY = "identity", _("Capital cultural e identitario")
    SCALE = "scale", _("Escala económica y territorial")


class Rule(models.TextChoices):
    """The rules of the routing, in the order in which a producer is checked against them."""

    PRODUCT = "product", _("Producto")
    TERRITORY = "territory", _("Territorio")
    SEAL = "seal", _("Sello")
    SEASON = "season", _("Temporada")
    LEAD_TIME = "lead_time", _("Plazo")
    PRICE = "price", _("Precio")
    MINIMUM = "minimum", _("Mínimo")
    CAPACITY = "capacity", _("Capacidad")
    FAIRNESS = "fairness", _("Turno")


class EventKind(models.TextChoices):
    RECEIVED = "received", _("Recibimos su consulta")
    ROUTED = "routed", _("Llegó a los productores")
    UNMET = "unmet", _("Una parte quedó sin productor")
    ACCEPTED = "accepted", _("Aceptaron una parte")
    DECLINED = "declined", _("No pueden con una parte")
    EXPIRED = "expired", _("No respondieron a tiempo")
    COUNTERED = "countered", _("Proponen otra cosa")
    PASSED_ON = "passed_on", _("Una parte pasó a otro productor")
    ANSWERED = "answered", _("Todas las respuestas están")
    QUOTED = "quoted", _("Cotización lista")
    WITHDRAWN = "withdrawn", _("La cotización se retiró para cambiarla")
    REFUSED = "refused", _("Usted no tomó la cotización")
    LAPSED = "lapsed", _("La cotización venció")
    ORDERED = "ordered", _("Usted aceptó la cotización")


class QuoteStatus(models.TextChoices):
    DRAFT = "draft", _("En preparación")
    SENT = "sent", _("Enviada")
    ACCEPTED = "accepted", _("Aceptada")
    DECLINED = "declined", _("No tomada")
    EXPIRED = "expired", _("Vencida")
    WITHDRAWN = "withdrawn", _("Retirada")


QUOTE_NEXT = {
    QuoteStatus.DRAFT: frozenset({QuoteStatus.SENT, QuoteStatus.WITHDRAWN}),
    QuoteStatus.SENT: frozenset(
        {QuoteStatus.ACCEPTED, QuoteStatus.DECLINED, QuoteStatus.EXPIRED, QuoteStatus.WITHDRAWN}
    ),
    QuoteStatus.ACCEPTED: frozenset(),
    QuoteStatus.DECLINED: frozenset(),
    QuoteStatus.EXPIRED: frozenset(),
    QuoteStatus.WITHDRAWN: frozenset(),
}
QUOTE_STANDING = frozenset({QuoteStatus.SENT, QuoteStatus.ACCEPTED})
"""Of these an inquiry has one at most."""


class FreightStatus(models.TextChoices):
    NONE = "none", _("Sin despacho")
    FIXED = "fixed", _("Incluido")
    TO_AGREE = "to_agree", _("Por acordar")


class OrderSource(models.TextChoices):
    QUOTE = "quote", _("Cotización")
    BASKET = "basket", _("Canasta")


class OrderStatus(models.TextChoices):
    PLACED = "placed", _("Por pagar")
    PAID = "paid", _("Pagado")
    RECEIVED = "received", _("Recibido")
    CANCELLED = "cancelled", _("Anulado")


ORDER_NEXT = {
    OrderStatus.PLACED: frozenset({OrderStatus.PAID, OrderStatus.CANCELLED}),
    OrderStatus.PAID: frozenset({OrderStatus.RECEIVED, OrderStatus.CANCELLED}),
    OrderStatus.RECEIVED: frozenset(),
    OrderStatus.CANCELLED: frozenset(),
}


class PartStatus(models.TextChoices):
    WAITING = "waiting", _("Espera el pago")
    TO_PREPARE = "to_prepare", _("Por preparar")
    PREPARED = "prepared", _("Preparado")
    DISPATCHED = "dispatched", _("Despachado")
    RECEIVED = "received", _("Recibido")
    CANCELLED = "cancelled", _("Anulado")


TO_DELIVER = frozenset({PartStatus.TO_PREPARE, PartStatus.PREPARED})
"""Parts that wait for their producer."""
PART_NEXT = {
    PartStatus.WAITING: frozenset({PartStatus.TO_PREPARE, PartStatus.CANCELLED}),
    PartStatus.TO_PREPARE: frozenset({PartStatus.PREPARED, PartStatus.DISPATCHED, PartStatus.CANCELLED}),
    PartStatus.PREPARED: frozenset({PartStatus.DISPATCHED, PartStatus.RECEIVED, PartStatus.CANCELLED}),
    PartStatus.DISPATCHED: frozenset({PartStatus.RECEIVED}),
    PartStatus.RECEIVED: frozenset(),
    PartStatus.CANCELLED: frozenset(),
}
