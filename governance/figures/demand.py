"""What was asked, answered, left unmet and sold in a period."""

from django.db.models import DecimalField, ExpressionWrapper, F, Q
from django.utils.translation import gettext_lazy as _

from inquiries.enums import InquiryStatus, OfferStatus, OrderStatus, PartStatus
from inquiries.models import Inquiry, Offer, OrderPart, Unmet

from .core import Figure, Source, different, happened_at, register, total

GROUP = "demand"
INQUIRIES = Source("inquiries", lambda: Inquiry.objects.all())
OFFERS = Source("offers", lambda: Offer.objects.all(), "producer__territory")
SALES = Source("sales", lambda: OrderPart.objects.all(), "producer__territory")
ACCEPTED = Q(status=OfferStatus.ACCEPTED)
SOLD = Q(order__status__in=[OrderStatus.PAID, OrderStatus.RECEIVED]) & ~Q(status=PartStatus.CANCELLED)
WORTH = ExpressionWrapper(F("quantity") * F("unit_price"), DecimalField(max_digits=22, decimal_places=3))

register(
    Figure(
        "inquiries", GROUP, _("Consultas"), _("Consultas de compradores recibidas."), INQUIRIES,
        happened_at("created_at"),
    )
)  # fmt: skip
register(
    Figure(
        "unmatched", GROUP, _("Consultas sin productor"), _("De esas consultas, las que hoy nadie puede atender."),
        INQUIRIES, happened_at("created_at"), Q(status=InquiryStatus.UNMATCHED),
    )
)  # fmt: skip
register(
    Figure(
        "unmet", GROUP, _("Líneas con una parte sin atender"),
        _("Líneas de las consultas recibidas de las que una parte quedó sin productor."),
        Source("unmet", lambda: Unmet.objects.all(), "line__inquiry__territory"),
        happened_at("line__inquiry__created_at"), Q(quantity__gt=0),
    )
)  # fmt: skip
register(
    Figure(
        "offers", GROUP, _("Encargos pedidos"), _("Encargos pedidos a productores."), OFFERS,
        happened_at("created_at"),
    )
)  # fmt: skip
register(
    Figure(
        "accepted", GROUP, _("Encargos aceptados"), _("Encargos que los productores aceptaron, por la fecha."),
        OFFERS, happened_at("answered_at"), ACCEPTED,
    )
)  # fmt: skip
register(
    Figure(
        "accepted_makers", GROUP, _("Productores que aceptaron"), _("Productores distintos que aceptaron un encargo."),
        OFFERS, happened_at("answered_at"), ACCEPTED, different("producer"),
    )
)  # fmt: skip
register(
    Figure(
        "accepted_value", GROUP, _("Valor de lo aceptado"), _("Cantidad por precio neto de los encargos aceptados."),
        OFFERS, happened_at("answered_at"), ACCEPTED,
        total(WORTH), unit="clp",
    )
)  # fmt: skip
register(
    Figure(
        "sales", GROUP, _("Ventas netas"), _("Neto de las partes de pedidos pagados en el período, sin las anuladas."),
        SALES, happened_at("order__paid_at"), SOLD, total("net"), unit="clp",
    )
)  # fmt: skip
register(
    Figure(
        "sellers", GROUP, _("Productores que vendieron"), _("Productores distintos con una parte de esos pedidos."),
        SALES, happened_at("order__paid_at"), SOLD, different("producer"),
    )
)  # fmt: skip
register(
    Figure(
        "received", GROUP, _("Entregas recibidas"), _("Partes de pedidos que el comprador recibió."), SALES,
        happened_at("received_at"), Q(status=PartStatus.RECEIVED),
    )
)  # fmt: skip
