"""Rows for tests about money, made in a line each."""

import json
from decimal import Decimal
from itertools import count
from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from catalog.models import Format, PriceTier, Stock
from foundation.actors import SYSTEM
from foundation.models import OutboxMessage
from inquiries.enums import OrderSource
from inquiries.models import Order
from inquiries.services.orders import LineDraft, OrderDraft, PartDraft, place_order
from payments.enums import FeeKind, GatewayName
from payments.fake_stripe import api
from payments.fake_stripe.delivery import signature
from payments.gateways.client import webhook_secret
from payments.models import BankAccount, FeeRule, Payment
from payments.services import open_checkout, start_payment, sync
from payments.services.checkout import Contact, place_basket
from producers.models import Network, Producer
from tests.builders import a_comuna, a_producer, a_product

_n = count(1)


def a_shelf(on_hand: int = 10, tiers: dict[int, int] | None = None, **fields: Any) -> Format:
    """A format with pieces to be sold; `tiers` is price by the number from which it holds."""
    product = fields.pop("product", None) or a_product(**fields)
    made = Format.objects.create(product=product, name_es="Pieza de 400 g", size=Decimal("0.4"), order=next(_n))
    for least, price in (tiers or {1: 5990}).items():
        PriceTier.objects.create(format=made, min_quantity=least, unit_price=price)
    Stock.objects.create(format=made, on_hand=on_hand)
    return made


def a_contact(**fields: Any) -> Contact:
    defaults = {"name": "Berta Soto", "email": "berta@ejemplo.cl", "address": "Los Olivos 12"}
    return Contact(comuna=fields.pop("comuna", None) or a_comuna(), **(defaults | fields))


def a_basket(*wanted: tuple[Format, int]) -> Order:
    """Ordered as the checkout does; without anything, two pieces of one format."""
    pieces = {shelf.pk: pieces for shelf, pieces in wanted or [(a_shelf(), 2)]}
    return place_basket(SYSTEM, pieces, a_contact())


def an_order(*nets: int, network: Network | None = None, producers: list[Producer] | None = None) -> Order:
    """Placed as from a quote: a part of each net amount, with 19 % VAT."""
    makers = producers or [a_producer() for _ in nets]
    parts = [
        PartDraft(
            producer=maker, network=network,
            lines=[LineDraft("Queso", Decimal(1), "kg", net, net, net * 19 // 100)],
        )
        for maker, net in zip(makers, nets, strict=True)
    ]  # fmt: skip
    return place_order(SYSTEM, OrderDraft(OrderSource.QUOTE, "Berta Soto", "berta@ejemplo.cl", parts))


def a_payment(order: Order, gateway: str = GatewayName.STRIPE) -> Payment:
    return open_checkout(start_payment(SYSTEM, order, gateway))


def paid(order: Order) -> Payment:
    """By card, at the test gateway, and heard of."""
    payment = a_payment(order)
    api.pay_session(payment.external_id)
    payment = sync(payment)
    order.refresh_from_db()
    return payment


def a_fee(kind: FeeKind, points: int, **fields: Any) -> FeeRule:
    return FeeRule.objects.create(kind=kind, basis_points=points, **({"starts_on": timezone.localdate()} | fields))


def a_bank_account(owner: Producer | Network, **fields: Any) -> BankAccount:
    defaults = {
        "holder": "Rosa Tapia",
        "rut": "12.345.678-5",
        "bank": "012",
        "account_kind": "sight",
        "number": "12345678",
    }
    target = {"producer": owner} if isinstance(owner, Producer) else {"network": owner}
    return BankAccount.objects.create(**(defaults | target | fields))


def told() -> list[bytes]:
    """Bodies of the events the test gateway has for our webhook, oldest first."""
    messages = OutboxMessage.objects.filter(kind=api.DELIVER).order_by("pk")
    return [message.payload["event"].encode() for message in messages]


def hook(body: bytes, **headers: Any) -> Any:
    """Post an event to our webhook, rightly signed unless told otherwise."""
    signed = headers.pop("signature", None) or signature(body, webhook_secret(), headers.pop("at", None))
    return Client().post(
        reverse("stripe-webhook"), body, content_type="application/json", headers={"Stripe-Signature": signed}
    )


def an_event(**fields: Any) -> bytes:
    event = {
        "id": f"evt_{next(_n)}", "object": "event", "type": "checkout.session.completed", "livemode": False,
        "data": {"object": {"object": "checkout.session", "id": "cs_unknown"}},
    }  # fmt: skip
    return json.dumps(event | fields).encode()
