"""An order: placed from a quote or a basket, paid, prepared part by part, received; or called off."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils import timezone

from catalog.models import Format, Lot, Product
from foundation import audit, crash, locking, outbox
from foundation.actors import SYSTEM, Actor
from foundation.models import User
from foundation.numbers import new_number
from inquiries.enums import OrderSource, OrderStatus, PartStatus
from inquiries.models import Inquiry, Offer, Order, OrderLine, OrderPart, Quote
from producers.models import Network, Producer
from routes.models import Circuit
from territories.models import Comuna

from .releasing import release

A_BATCH = 200
UNPAID = "unpaid"
"""The reason of an order that nobody paid in time."""


class OrderClosed(Exception):
    """The order or its part has moved on: what was asked of it is no longer possible."""


@dataclass(frozen=True)
class LineDraft:
    """`net` and `vat` are the line's whole pesos; `unit_price` is as the buyer saw it."""

    title: str
    quantity: Decimal
    unit: str
    unit_price: int
    net: int
    vat: int
    product: Product | None = None
    format: Format | None = None
    circuit: Circuit | None = None
    offer_id: int | None = None


@dataclass(frozen=True)
class PartDraft:
    """`freight` is net of VAT; `freight_vat` is the VAT on it; both are 0 where it is still to be agreed."""

    producer: Producer
    lines: list[LineDraft]
    network: Network | None = None
    freight: int = 0
    freight_vat: int = 0
    freight_to_agree: bool = False

    @property
    def net(self) -> int:
        return sum(line.net for line in self.lines)

    @property
    def vat(self) -> int:
        return sum(line.vat for line in self.lines) + self.freight_vat

    @property
    def total(self) -> int:
        return self.net + self.freight + self.vat


@dataclass(frozen=True)
class OrderDraft:
    source: OrderSource
    name: str
    email: str
    parts: list[PartDraft]
    inquiry: Inquiry | None = None
    quote: Quote | None = None
    phone: str = ""
    organisation: str = ""
    tax_id: str = ""
    address: str = ""
    comuna: Comuna | None = None
    destination: str = ""
    locale: str = "es"
    note: str = ""
    pay_by: datetime | None = None
    facts: dict[str, Any] = field(default_factory=dict)
    """For the audit: ids of what it came from."""


def place_order(actor: Actor | User, draft: OrderDraft) -> Order:
    """Keep the order and its parts; the amounts are the sums of the lines. Publishes `order.placed`.

    Raises IntegrityError where an order of the same quote stands.
    """
    with transaction.atomic():
        order = Order.objects.create(
            number=new_number("TP", Order), source=draft.source, inquiry=draft.inquiry, quote=draft.quote,
            name=draft.name, email=draft.email, phone=draft.phone, organisation=draft.organisation, tax_id=draft.tax_id,
            address=draft.address, comuna=draft.comuna, destination=draft.destination, locale=draft.locale,
            note=draft.note, pay_by=draft.pay_by,
            net=sum(part.net for part in draft.parts), freight=sum(part.freight for part in draft.parts),
            vat=sum(part.vat for part in draft.parts), total=sum(part.total for part in draft.parts),
        )  # fmt: skip
        for part in draft.parts:
            _keep_part(order, part)
        audit.record(actor, "order.placed", order, total=order.total, parts=len(draft.parts), **draft.facts)
        outbox.publish("order.placed", order, key=str(order.pk))
        crash.point("order.before_commit")
    return order


def _keep_part(order: Order, draft: PartDraft) -> None:
    part = OrderPart.objects.create(
        order=order, producer=draft.producer, network=draft.network, net=draft.net, freight=draft.freight,
        freight_to_agree=draft.freight_to_agree, vat=draft.vat, total=draft.total,
    )  # fmt: skip
    OrderLine.objects.bulk_create(
        OrderLine(
            part=part, title=line.title, product=line.product, format=line.format, circuit=line.circuit,
            offer_id=line.offer_id, quantity=line.quantity, unit=line.unit, unit_price=line.unit_price, net=line.net,
            vat=line.vat,
        )
        for line in draft.lines
    )  # fmt: skip


def pay(actor: Actor | User, order: Order) -> Order:
    """The money is there: the producers may begin. Paying a paid order changes nothing; raises OrderClosed else."""
    with transaction.atomic():
        order = locking.lock(Order, order.pk)
        if order.status in {OrderStatus.PAID, OrderStatus.RECEIVED}:
            return order
        order.paid_at = timezone.now()
        _become(actor, order, OrderStatus.PAID)
        for part in locked_parts(order):
            if part.status == PartStatus.WAITING:
                _move(actor, part, PartStatus.TO_PREPARE)
        crash.point("order.paid_before_commit")
    return order


def cancel_order(actor: Actor | User, order: Order, *, reason: str = "") -> Order:
    """Call off an order of which nothing has left yet; what was paid is payments' to give back."""
    with transaction.atomic():
        order = locking.lock(Order, order.pk)
        if order.status != OrderStatus.CANCELLED:
            _cancel(actor, order, reason)
    return order


def lapse_orders(at: datetime) -> int:
    """Call off every order whose time to pay has passed; answers how many. Each in its own transaction."""
    lapsed = 0
    for found in Order.objects.lapsed(at).order_by("pay_by", "pk")[:A_BATCH]:
        with transaction.atomic():
            order = locking.lock(Order, found.pk)
            if order.status == OrderStatus.PLACED and order.pay_by and order.pay_by < at:
                _cancel(SYSTEM, order, UNPAID)
                lapsed += 1
    return lapsed


def _cancel(actor: Actor | User, order: Order, reason: str) -> None:
    """The order must be locked. What its producers held is free again."""
    parts = [part for part in locked_parts(order) if part.status != PartStatus.CANCELLED]
    if not all(part.can_become(PartStatus.CANCELLED) for part in parts):
        raise OrderClosed(order.get_status_display())
    _become(actor, order, OrderStatus.CANCELLED, reason=reason)
    for part in parts:
        _move(actor, part, PartStatus.CANCELLED)
    release(actor, Offer.objects.filter(order_line__part__order=order))


def move_part(
    actor: Actor | User, part: OrderPart, status: str, *, tracking: str = "", lots: Mapping[int, Lot] | None = None
) -> OrderPart:
    """Prepared, dispatched, received or cancelled; the order is received once every part that stands is.

    `lots` say from which lot a line is taken, by the line's id: only lots of the part's own producer and the line's
    product are kept. An order of which every part is cancelled is cancelled. Raises OrderClosed.
    """
    with transaction.atomic():
        order = locking.lock(Order, part.order_id)
        part = locking.lock(OrderPart, part.pk)
        if part.status == status:
            return part
        if tracking:
            part.tracking = tracking
        _take_from_lots(part, lots or {})
        _move(actor, part, PartStatus(status))
        if status == PartStatus.CANCELLED:
            release(actor, Offer.objects.filter(order_line__part=part))
        _close_with_its_parts(actor, order)
    return part


def receive_all(actor: Actor | User, order: Order) -> int:
    """The buyer has all that was on its way or ready; answers how many parts that were. Raises OrderClosed for none."""
    with transaction.atomic():
        order = locking.lock(Order, order.pk)
        arrived = [part for part in locked_parts(order) if part.can_become(PartStatus.RECEIVED)]
        if not arrived:
            raise OrderClosed(order.get_status_display())
        for part in arrived:
            _move(actor, part, PartStatus.RECEIVED)
        _close_with_its_parts(actor, order)
    return len(arrived)


def _close_with_its_parts(actor: Actor | User, order: Order) -> None:
    left = {row.status for row in order.parts.all()} - {PartStatus.CANCELLED}
    if left == {PartStatus.RECEIVED} and order.status == OrderStatus.PAID:
        _become(actor, order, OrderStatus.RECEIVED)
    elif not left and order.can_become(OrderStatus.CANCELLED):
        _become(actor, order, OrderStatus.CANCELLED, reason="parts")


def _take_from_lots(part: OrderPart, lots: Mapping[int, Lot]) -> None:
    for line in part.lines.filter(pk__in=list(lots)):
        lot = lots[line.pk]
        if lot.producer_id == part.producer_id and lot.product_id == line.product_id:
            line.lot = lot
            line.save(update_fields=["lot"])


def locked_parts(order: Order) -> list[OrderPart]:
    """The order must be locked."""
    return list(order.parts.order_by("pk").select_for_update(no_key=True))


def _become(actor: Actor | User, order: Order, status: OrderStatus, **facts: Any) -> None:
    if not order.can_become(status):
        raise OrderClosed(order.get_status_display())
    order.status = status
    order.version += 1
    order.save()
    audit.record(actor, f"order.{status.value}", order, **facts)
    outbox.publish(f"order.{status.value}", order, key=f"{order.pk}:{order.version}")


def _move(actor: Actor | User, part: OrderPart, status: PartStatus) -> None:
    if not part.can_become(status):
        raise OrderClosed(part.get_status_display())
    part.status = status
    if status == PartStatus.DISPATCHED:
        part.dispatched_at = timezone.now()
    elif status == PartStatus.RECEIVED:
        part.received_at = timezone.now()
    part.version += 1
    part.save()
    audit.record(actor, f"order_part.{status.value}", part)
    outbox.publish(f"order_part.{status.value}", part, key=f"{part.pk}:{part.version}")
