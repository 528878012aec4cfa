"""Buyers of the demo: an inquiry that waits for answers, one whose quote waits, and an order to be paid."""

from datetime import date, timedelta
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from catalog.models import Product
from foundation import locking, months
from foundation.actors import SYSTEM
from inquiries.handlers import conclude
from inquiries.models import Inquiry, Offer, Quote
from inquiries.services import (
    Buyer,
    LineRequest,
    Request,
    accept_offer,
    accept_quote,
    counter_offer,
    submit_inquiry,
)

from .loader import Loader

WAITING = "Para la carta de verano; lo recibimos de lunes a viernes en la mañana."
QUOTED = "Para la tabla de quesos de los jueves."
ORDERED = "Para las canastas de fin de año."
"""What each says: by it the demo knows its own when it is loaded again."""
BUYER = "marta@terruno.example"
CHEESE, WINE = "queso-cabra-maduro-limari", "vino-limari-syrah"


def load_asking(loader: Loader) -> None:
    """Made once; what happens to them afterwards is left as it is."""
    products = {product.slug: product for product in Product.objects.filter(slug__in=[CHEESE, WINE], live=True)}
    cheese, wine = products.get(CHEESE), products.get(WINE)
    for message, product, quantity in ((WAITING, cheese, 120), (QUOTED, cheese, 60), (ORDERED, wine, 40)):
        if product is None or Inquiry.objects.filter(email=BUYER, message=message).exists():
            continue
        with transaction.atomic():
            inquiry = _ask(message, product, quantity)
            if message != WAITING:
                _answer(inquiry, counter=message == QUOTED)
            if message == ORDERED:
                _order(inquiry)
        loader.say(f"inquiry: {inquiry.number} of {inquiry.organisation}")


def _ask(message: str, product: Product, quantity: int) -> Inquiry:
    return submit_inquiry(
        Request(
            name="Marta Rojas", email=BUYER, organisation="Restaurante La Caperuza", message=message,
            lines=[LineRequest(quantity=Decimal(quantity), unit=product.unit, product=product)],
            needed_by=_day_on_sale(product), destination_region="Región Metropolitana",
        )
    )  # fmt: skip


def _day_on_sale(product: Product) -> date:
    """The first day after a month from now in which it is sold."""
    day = timezone.localdate() + timedelta(days=30)
    while product.sale_months and not months.has(product.sale_months, day.month):
        day += timedelta(days=1)
    return day


def _answer(inquiry: Inquiry, *, counter: bool) -> None:
    """Everybody who was asked takes it, the first at a price of their own when `counter`."""
    for place, offer in enumerate(Offer.objects.open().filter(line__inquiry=inquiry).select_related("line")):
        if counter and place == 0:
            counter_offer(SYSTEM, offer, price=offer.unit_price + 300, note="La leche está más cara este mes.")
        else:
            accept_offer(SYSTEM, offer)
    conclude(locking.lock(Inquiry, inquiry.pk))


def _order(inquiry: Inquiry) -> None:
    quote = Quote.objects.standing().filter(inquiry=inquiry).first()
    if quote is not None:
        accept_quote(SYSTEM, quote, Buyer("La Caperuza SpA", tax_id="76.543.210-3", address="Merced 340"))
