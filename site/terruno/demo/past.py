"""Two years of work before today, so that charts and reports of the demo have something to tell.

Listings are dated over that time; inquiries, answers and paid orders of past quarters stand as rows, made up from a
seed. Buyers are invented, their addresses lead nowhere. No letter is sent for any of it.
"""

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from random import Random
from typing import Any
from zlib import crc32

from django.db import models
from django.utils import timezone

from catalog.models import Product, Supply
from governance.periods import Period
from inquiries.enums import InquiryStatus, OfferStatus, OrderSource, OrderStatus, PartStatus
from inquiries.models import Inquiry, InquiryLine, Offer, Order, OrderLine, OrderPart, Unmet
from inquiries.models.inquiries import CONSENT_VERSION
from opportunities.models import Opportunity
from producers.models import Network, NetworkMember, Producer
from routes.models import Circuit
from territories.models import Territory

from .loader import Loader

QUARTERS = 8
VAT = 19
SETTLED = 20
"""Days after which all that follows an inquiry has happened."""
BUYERS = (
    "Almacén La Quebrada",
    "Restaurante Puerto Chico",
    "Tienda Mercado Viejo",
    "Hotel Los Notros",
    "Cocina Abierta",
)


def load_past(loader: Loader, territories: dict[str, Territory]) -> None:
    """Once: an inquiry known by its number is never made again, and dated listings keep their dates."""
    for model in (Producer, Product, Network, Circuit, Opportunity):
        _spread(loader, model)
    _join_later()
    today = timezone.localdate()
    quarters = Period.quarter_of(today).quarters(QUARTERS)
    numbers = set(Inquiry.objects.filter(number__startswith="TR-P").values_list("number", flat=True))
    if numbers:
        return
    for territory in territories.values():
        supplies = list(Supply.objects.filter(product__territory=territory.pk).select_related("product", "producer"))
        for at, quarter in enumerate(quarters if supplies else []):
            if quarter.first + timedelta(days=SETTLED) > today:
                continue
            rng = Random(crc32(f"{territory.slug} {at}".encode()))
            for _ in range(rng.randrange(0, 2) + (at + 1) // 2):
                _inquiry(rng, territory, supplies, quarter)


def _spread(loader: Loader, model: type[models.Model]) -> None:
    """Each new listing is as old as its key says, up to two years and a half."""
    now = timezone.now()
    fresh = [pk for known, pk in loader.fresh if known is model]
    rows: list[Any] = list(model._default_manager.filter(pk__in=fresh))
    for row in rows:
        row.created_at = now - timedelta(days=crc32(row.slug.encode()) % 900 + 1)
    model._default_manager.bulk_update(rows, ["created_at"], batch_size=200)


def _join_later() -> None:
    """Nobody was a member before both the network and the producer were there."""
    rows = list(NetworkMember.objects.filter(joined_on=None).select_related("network", "producer"))
    for row in rows:
        row.joined_on = timezone.localtime(max(row.network.created_at, row.producer.created_at)).date()
    NetworkMember.objects.bulk_update(rows, ["joined_on"])


def _moment(rng: Random, quarter: Period) -> datetime:
    last = min(quarter.last, timezone.localdate()) - timedelta(days=SETTLED)
    day = quarter.first + timedelta(days=rng.randrange(max(1, (last - quarter.first).days)))
    return timezone.make_aware(datetime.combine(day, time(rng.randrange(9, 19), rng.randrange(60))))


def _inquiry(rng: Random, territory: Territory, supplies: list[Supply], quarter: Period) -> None:
    supply, at = rng.choice(supplies), _moment(rng, quarter)
    number = f"TR-P{at:%y%m}-{Inquiry.objects.filter(number__startswith='TR-P').count():04}"
    quantity = max(supply.minimum, supply.multiple * rng.randrange(2, 12))
    buyer = rng.choice(BUYERS)
    served = rng.random() < 0.8
    inquiry = Inquiry.objects.create(
        number=number, name="Compras", email=f"{number.lower()}@compras.terruno.example", organisation=buyer,
        territory=territory, consent_version=CONSENT_VERSION, consent_at=at, respond_by=at + timedelta(days=2),
        status=InquiryStatus.ANSWERED if served else InquiryStatus.UNMATCHED,
    )  # fmt: skip
    Inquiry.objects.filter(pk=inquiry.pk).update(created_at=at)
    line = InquiryLine.objects.create(
        inquiry=inquiry, number=1, product=supply.product, quantity=quantity, unit=supply.product.unit
    )
    if not served or rng.random() < 0.35:
        short = Decimal(quantity if not served else max(1, quantity // 4))
        gaps = [{"kind": "scale", "rule": "capacity", "data": {"quantity": str(short), "unit": line.unit}}]
        Unmet.objects.create(line=line, quantity=short, gaps=gaps)
    if served:
        offer = _offer(supply, line, quantity, at)
        if rng.random() < 0.85:
            _order(inquiry, offer, at, f"PE-P{number[4:]}")


def _offer(supply: Supply, line: InquiryLine, quantity: int, at: datetime) -> Offer:
    offer = Offer.objects.create(
        line=line, producer=supply.producer, supply=supply, asked=quantity, quantity=quantity,
        month=date(at.year, at.month, 1), unit_price=supply.unit_price, status=OfferStatus.ACCEPTED,
        respond_by=at + timedelta(days=2), answered_at=at + timedelta(days=1),
    )  # fmt: skip
    Offer.objects.filter(pk=offer.pk).update(created_at=at)
    return offer


def _order(inquiry: Inquiry, offer: Offer, at: datetime, number: str) -> None:
    """Paid four days after it was asked for, received ten days later."""
    net = int(offer.quantity) * offer.unit_price
    vat = (net * VAT + 50) // 100
    money = {"net": net, "vat": vat, "total": net + vat}
    order = Order.objects.create(
        number=number, source=OrderSource.QUOTE, inquiry=inquiry, status=OrderStatus.RECEIVED, name=inquiry.name,
        email=inquiry.email, organisation=inquiry.organisation, paid_at=at + timedelta(days=4), **money,
    )  # fmt: skip
    Order.objects.filter(pk=order.pk).update(created_at=at + timedelta(days=3))
    part = OrderPart.objects.create(
        order=order, producer=offer.producer, status=PartStatus.RECEIVED, dispatched_at=at + timedelta(days=9),
        received_at=at + timedelta(days=14), **money,
    )  # fmt: skip
    product = offer.line.product
    OrderLine.objects.create(
        part=part, title=product.title_es if product else "", product=product, offer=offer, quantity=offer.quantity,
        unit=offer.unit, unit_price=offer.unit_price, net=net, vat=vat,
    )  # fmt: skip
