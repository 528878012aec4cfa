"""From a basket to an order: its pieces put aside while it is being paid."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from catalog.models import Stock
from foundation import crash, locking
from foundation.actors import Actor
from foundation.models import User
from foundation.units import Unit
from inquiries import taxes
from inquiries.enums import OrderSource, PartStatus
from inquiries.models import Order, OrderLine
from inquiries.services.orders import LineDraft, OrderDraft, PartDraft, place_order
from payments import shopping
from payments.enums import HoldState
from payments.models import StockHold
from payments.shopping import Line, Parcel, Shopping
from territories.models import Comuna

HELD_FOR = timedelta(minutes=30)


class TotalMoved(Exception):
    """The basket comes to another total by now than the one that was agreed to."""


class OutOfStock(Exception):
    """There are not so many left; `lines` are those, as they stood when it was tried."""

    def __init__(self, lines: list[Line]) -> None:
        super().__init__(", ".join(str(line.format.pk) for line in lines))
        self.lines = lines


@dataclass(frozen=True)
class Contact:
    name: str
    email: str
    comuna: Comuna
    address: str
    phone: str = ""
    tax_id: str = ""
    note: str = ""
    locale: str = "es"


def place_basket(
    actor: Actor | User, pieces: Mapping[int, int], contact: Contact, *, total: int | None = None
) -> Order:
    """An order with today's prices and freight, its pieces put aside for half an hour. `total` was agreed to.

    Raises OutOfStock, TotalMoved, ValueError for an empty basket; then nothing is kept.

    Stock is taken in the order of the formats' keys, so that two baskets never wait for one another in a ring.
    """
    with transaction.atomic():
        bought = shopping.read(pieces, to=contact.comuna)
        if not bought.lines:
            raise ValueError("An empty basket.")
        if total is not None and bought.total != total:
            raise TotalMoved(f"{total} → {bought.total}")
        lines = sorted(bought.lines, key=lambda line: line.format.pk)
        gone = [line for line in lines if not Stock.objects.hold(line.format.pk, line.pieces)]
        if gone:
            raise OutOfStock(gone)
        crash.point("basket.held")
        order = place_order(actor, _draft(bought, contact))
        StockHold.objects.bulk_create(StockHold(order=order, format=line.format, pieces=line.pieces) for line in lines)
    return order


def _draft(bought: Shopping, contact: Contact) -> OrderDraft:
    percent = taxes.percent_on(timezone.localdate())
    return OrderDraft(
        source=OrderSource.BASKET, name=contact.name, email=contact.email, phone=contact.phone, tax_id=contact.tax_id,
        address=contact.address, comuna=contact.comuna, destination=contact.comuna.name, note=contact.note,
        locale=contact.locale, pay_by=timezone.now() + HELD_FOR,
        parts=[_part(parcel, percent) for parcel in bought.parcels],
    )  # fmt: skip


def _part(parcel: Parcel, percent: int) -> PartDraft:
    networks = {line.format.product.network for line in parcel.lines}
    return PartDraft(
        producer=parcel.producer,
        network=networks.pop() if len(networks) == 1 else None,
        lines=[_line(line, percent) for line in parcel.lines],
        freight=parcel.freight.pesos if parcel.freight else 0,
        freight_vat=parcel.freight_vat,
        freight_to_agree=parcel.freight_to_agree,
    )


def _line(line: Line, percent: int) -> LineDraft:
    net, vat = shopping.without_vat(line.total, percent)
    product = line.format.product
    return LineDraft(
        title=f"{product.title}, {line.format.name}"[:240], quantity=Decimal(line.pieces), unit=Unit.UNIT,
        unit_price=line.unit_price, net=net, vat=vat, product=product, format=line.format,
    )  # fmt: skip


def free_stock(order: Order) -> int:
    """What was put aside for parts that were called off is free, what was sold is back on the shelf.

    Answers the pieces.
    """
    called_off = OrderLine.objects.filter(part__order=order, part__status=PartStatus.CANCELLED)
    return _move(order, HoldState.RELEASED, list(called_off.values_list("format", flat=True)))


def take_stock(order: Order) -> int:
    """The order is paid: its pieces leave the shelf. Answers how many."""
    return _move(order, HoldState.TAKEN)


def _move(order: Order, state: HoldState, formats: Collection[int | None] | None = None) -> int:
    """Once for each hold (of these formats), whoever says it how often, in the order of the formats' keys."""
    moved = 0
    with transaction.atomic():
        for hold in _holds_to_move(order, state):
            if formats is not None and hold.format_id not in formats:
                continue
            StockHold.objects.filter(pk=hold.pk).update(state=state)
            if hold.format_id is None:
                continue
            if state == HoldState.TAKEN:
                Stock.objects.take(hold.format_id, hold.pieces)
            elif hold.state == HoldState.HELD:
                Stock.objects.release(hold.format_id, hold.pieces)
            else:
                Stock.objects.put(hold.format_id, hold.pieces)
            moved += hold.pieces
    return moved


def _holds_to_move(order: Order, state: HoldState) -> list[StockHold]:
    """The order is locked: paid and called off at once, the second finds what the first did."""
    locking.lock(Order, order.pk)
    holds = StockHold.objects.filter(order=order).exclude(state__in=[state, HoldState.RELEASED])
    return list(holds.order_by("format_id"))
