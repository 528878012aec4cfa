"""Money in the demo: fees, accounts, orders paid by card and by transfer, one given back in part, one batch paid out.

All of it through the services, as buyers, Stripe and the team would; what happens to it afterwards is left as it is.
"""

from datetime import date
from decimal import Decimal

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from catalog.models import Format, Product
from foundation import locking
from foundation.actors import SYSTEM
from inquiries.enums import OrderSource, PartStatus
from inquiries.handlers import conclude
from inquiries.models import Inquiry, Offer, Order, Quote
from inquiries.services import (
    Buyer,
    LineRequest,
    Request,
    accept_offer,
    accept_quote,
    move_part,
    receive_all,
    submit_inquiry,
)
from payments.enums import Bank, BankAccountKind, FeeKind, GatewayName
from payments.fake_stripe import api
from payments.models import BankAccount, FeeRule, PayoutBatch
from payments.services import confirm_transfer, make_batch, mark_paid, open_checkout, refund, start_payment, sync
from payments.services.checkout import Contact, place_basket
from payments.services.payouts import NothingOwed
from producers.models import Network, Producer
from territories.models import Comuna

from .loader import Loader

BUYER = "pia@terruno.example"
QUOTE_BUYER = "compras@terruno.example"
MESSAGE = "Para las mesas de la vendimia."
NETWORK_POINTS, PLATFORM_POINTS = 300, 450
FEES_SINCE = date(2026, 1, 1)
FIRST = ("queso-cabra-maduro-limari", "vino-limari-syrah")
SECOND = ("vino-limari-syrah",)
NETWORK = "red-queseras-limari"
PROVIDENCIA = "13123"


def load_payments(loader: Loader) -> None:
    with transaction.atomic():
        _fees()
        _accounts()
    if Order.objects.filter(email__in=[BUYER, QUOTE_BUYER]).exists():
        return
    basket = _basket(FIRST, 2, "Los Leones 220, departamento 41")
    smaller = _basket(SECOND, 1, "Los Leones 220, departamento 41")
    quoted = _quoted()
    for order in filter(None, (basket, quoted)):
        _receive(order)
        loader.say(f"paid order: {order.number}")
    if smaller is not None:
        refund(SYSTEM, smaller, amount=smaller.total // 4, reason="Una botella llegó quebrada.")
    _pay_out(loader)


def _fees() -> None:
    for kind, points in ((FeeKind.NETWORK, NETWORK_POINTS), (FeeKind.PLATFORM, PLATFORM_POINTS)):
        if not FeeRule.objects.filter(kind=kind, network=None).exists():
            FeeRule.objects.create(kind=kind, basis_points=points, starts_on=FEES_SINCE)


def _accounts() -> None:
    """Invented accounts, one for each maker of what is sold here and one for the network."""
    makers = Producer.objects.filter(products__slug__in={*FIRST, *SECOND}, fictional=True, bank_account=None)
    for maker in makers.distinct():
        number = f"{10_000_000 + maker.pk * 7919 % 89_999_999}"
        _account(maker.name, number, producer=maker)
    for network in Network.objects.filter(slug=NETWORK, bank_account=None):
        _account(network.name, "000412279013", network=network)


def _account(name: str, number: str, **owner: Producer | Network) -> None:
    BankAccount.objects.create(
        holder=name[:80],
        rut="11.111.111-1",
        bank=Bank.ESTADO,
        account_kind=BankAccountKind.SIGHT,
        number=number,
        **owner,
    )


def _basket(slugs: tuple[str, ...], pieces: int, address: str) -> Order | None:
    """The first format of each with so many left, paid by card where the test gateway is on, else by transfer."""
    shelves = Format.objects.filter(product__slug__in=slugs, product__live=True, stock__on_hand__gte=12)
    wanted = {found.pk: pieces for slug in slugs if (found := shelves.filter(product__slug=slug).first())}
    comuna = Comuna.objects.filter(code=PROVIDENCIA).first()
    if not wanted or comuna is None:
        return None
    order = place_basket(SYSTEM, wanted, Contact("Pía Contreras", BUYER, comuna, address, phone="+56 9 5555 0142"))
    _pay(order)
    return order


def _pay(order: Order) -> None:
    if settings.TERRUNO_TEST_PAYMENTS and order.source == OrderSource.BASKET:
        payment = open_checkout(start_payment(SYSTEM, order, GatewayName.STRIPE))
        api.pay_session(payment.external_id)
        sync(payment)
        return
    payment = start_payment(SYSTEM, order, GatewayName.TRANSFER)
    confirm_transfer(
        SYSTEM, payment, amount=order.total, received_on=timezone.localdate(), bank_reference=f"OP-{payment.reference}"
    )


def _quoted() -> Order | None:
    """An inquiry that everybody takes, its quote accepted, the order paid by transfer."""
    product = Product.objects.filter(slug=SECOND[0], live=True).first()
    if product is None:
        return None
    with transaction.atomic():
        inquiry = submit_inquiry(
            Request(
                name="Tomás Vera", email=QUOTE_BUYER, organisation="Almacén Vera", message=MESSAGE,
                lines=[LineRequest(quantity=Decimal(30), unit=product.unit, product=product)],
                destination_region="Región Metropolitana",
            )
        )  # fmt: skip
        for offer in Offer.objects.open().filter(line__inquiry=inquiry).select_related("line"):
            accept_offer(SYSTEM, offer)
        conclude(locking.lock(Inquiry, inquiry.pk))
        quote = Quote.objects.standing().filter(inquiry=inquiry).first()
        if quote is None:
            return None
        order = accept_quote(
            SYSTEM, quote, Buyer("Almacén Vera Ltda.", tax_id="76.543.210-3", address="Irarrázaval 1500")
        )
    _pay(order)
    return order


def _receive(order: Order) -> None:
    for part in order.parts.all():
        move_part(SYSTEM, part, PartStatus.DISPATCHED)
    order.refresh_from_db()
    receive_all(SYSTEM, order)


def _pay_out(loader: Loader) -> None:
    """One batch; the first transfer came back with the bank's number, the others are still to be sent."""
    if PayoutBatch.objects.exists():
        return
    try:
        batch = make_batch(SYSTEM)
    except NothingOwed:
        return
    for payout in batch.payouts.order_by("pk")[:1]:
        mark_paid(SYSTEM, payout, bank_reference="BE-40021177")
    loader.say(f"payout batch: {batch.number}")
