"""An order with all that is shown of it, for the buyer's page and the panel."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from inquiries import order_letters, sections, wording
from inquiries.enums import TO_DELIVER, OrderStatus, PartStatus
from inquiries.models import Order, OrderLine, OrderPart
from territories.sections import Shown as Section


@dataclass(frozen=True)
class PartShown:
    part: OrderPart
    lines: list[OrderLine]

    @property
    def who(self) -> str:
        return f"{self.part.producer.name}, {self.part.producer.comuna.name}"

    @property
    def named(self) -> list[tuple[str, OrderLine]]:
        """Amount and line."""
        return [(order_letters.amount_of(line), line) for line in self.lines]

    @property
    def can_be_received(self) -> bool:
        return self.part.can_become(PartStatus.RECEIVED)

    @property
    def freight_to_agree(self) -> bool:
        """Still: it has not left."""
        return self.part.freight_to_agree and self.part.status in {PartStatus.WAITING, *TO_DELIVER}

    @property
    def when(self) -> str:
        """The last that happened to it, with its moment."""
        if self.part.received_at:
            return wording.moment_in_words(self.part.received_at)
        return wording.moment_in_words(self.part.dispatched_at) if self.part.dispatched_at else ""


@dataclass(frozen=True)
class OrderShown:
    order: Order
    parts: list[PartShown]
    sections: list[Section]

    @property
    def standing(self) -> list[PartShown]:
        return [one for one in self.parts if one.part.status != PartStatus.CANCELLED]

    @property
    def title(self) -> str:
        """«Su pedido a Rosa Araya», or to how many."""
        makers = [one.part.producer.name for one in self.standing or self.parts]
        if len(makers) == 1:
            return _("Su pedido a %(producer)s") % {"producer": makers[0]}
        return _("Su pedido a %(count)s productores") % {"count": len(makers)}

    @property
    def some_can_be_received(self) -> bool:
        return any(one.can_be_received for one in self.parts)

    @property
    def can_be_cancelled(self) -> bool:
        return self.order.can_become(OrderStatus.CANCELLED) and all(
            one.part.can_become(PartStatus.CANCELLED) for one in self.standing
        )

    @property
    def is_to_pay(self) -> bool:
        return self.order.status == OrderStatus.PLACED

    @property
    def freight_to_agree(self) -> bool:
        return any(one.freight_to_agree for one in self.standing)

    @property
    def freight_apart(self) -> bool:
        """What was left to be agreed is not in the total."""
        return any(one.part.freight_to_agree for one in self.standing)

    @property
    def pay_until(self) -> str:
        return wording.moment_in_words(self.order.pay_by) if self.order.pay_by else ""

    @property
    def standfirst(self) -> str:
        """Where it stands, in a sentence."""
        match self.order.status:
            case OrderStatus.PLACED if self.order.pay_by:
                until = {"until": self.pay_until}
                return _("Falta el pago. Guardamos todo para usted hasta el %(until)s.") % until
            case OrderStatus.PLACED:
                return _("Falta el pago. Los productores comienzan cuando llega.")
            case OrderStatus.RECEIVED:
                return _("Usted recibió todo. Gracias por comprar a quienes lo hacen.")
            case OrderStatus.CANCELLED:
                return _("Este pedido quedó anulado, y lo que los productores guardaban está libre.")
        if any(one.part.status == PartStatus.DISPATCHED for one in self.parts):
            return _("Está pagado y en camino. Cuando llegue, díganoslo aquí.")
        return _("Está pagado. Los productores lo están preparando.")


def read(order: Order) -> OrderShown:
    """Two queries, and those of the sections that other rooms hang here."""
    parts = order.parts.select_related("producer__comuna").prefetch_related(
        "lines__product", "lines__circuit", "lines__lot"
    )
    shown = [PartShown(part, list(part.lines.all())) for part in parts.order_by("pk")]
    return OrderShown(order, shown, sections.order_page.shown(order))
