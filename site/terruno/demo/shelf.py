"""What stands on the shelf: pieces of each retail format, lots with their passports, and one draft that waits."""

import hashlib
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from catalog.models import Category, Format, Lot, Product, Stock
from catalog.services.drafts import start_product
from catalog.services.reviewing import submit_product
from catalog.services.supplies import Terms, set_terms
from foundation.models import User
from foundation.months import mask
from foundation.numbers import LEGIBLE
from producers.models import Producer

from .loader import Loader

DRAFT = "Queso fresco de majada"
SEASON = (9, 10, 11, 12, 1, 2, 3)


def load_shelf(loader: Loader) -> None:
    """Stock and lots of the demo's products, and a draft its coordination is asked to look at."""
    load_stock(loader)
    load_lots(loader)
    load_draft(loader)


def load_stock(loader: Loader) -> None:
    """Some dozens of each format; what is made to order has none on a shelf."""
    formats = Format.objects.filter(product__fictional=True, product__made_to_order=False).select_related("product")
    rows = [{"format": entry, "on_hand": 6 + _chance(f"{entry.product.slug} {entry.order}") % 42} for entry in formats]
    loader.join(Stock, rows, "format")


def load_lots(loader: Loader) -> None:
    """Two lots of what each maker answers for, made on days of the last half year."""
    today = timezone.localdate()
    rows = []
    for product in Product.objects.filter(fictional=True, live=True, made_to_order=False).order_by("pk"):
        for n in range(2):
            chance = _chance(f"{product.slug} {n}")
            made = today - timedelta(days=20 + 75 * n + chance % 40)
            days = product.shelf_life_days
            rows.append(
                {
                    "code": "".join(LEGIBLE[chance // 31**place % 31] for place in range(8)),
                    "product": product,
                    "producer_id": product.producer_id,
                    "made_on": made,
                    "best_before": made + timedelta(days=days) if days else None,
                    "quantity": 20 + chance % 160,
                }
            )
    loader.put(Lot, rows, key="code")


def load_draft(loader: Loader) -> None:
    """A product that a maker has handed in."""
    maker = User.objects.filter(mandates__producer__slug="queseria-majada-alta").order_by("pk").first()
    producer = Producer.objects.filter(slug="queseria-majada-alta").select_related("territory", "comuna").first()
    if maker is None or producer is None or Product.objects.filter(title_es=DRAFT, producer=producer).exists():
        return
    with transaction.atomic():
        product = start_product(
            maker, producer, title=DRAFT, category=Category.objects.get(slug="quesos-cabra"), comuna=producer.comuna,
            summary="Blando y blanco, del día, envuelto en hoja de maíz.", change=_season,
        )  # fmt: skip
        set_terms(maker, product, producer, Terms(6800, 5, 2, [40 if m in SEASON else 0 for m in range(1, 13)]))
        submit_product(maker, Product.objects.get(pk=product.pk))
    loader.say("a draft waits for the coordination of the cheesemakers")


def _season(product: Product) -> None:
    product.sale_months = product.months = mask(SEASON)
    product.title_en, product.summary_en = "Fresh farm cheese", "Soft and white, made that day, wrapped in maize leaf."
    product.fictional = True


def _chance(text: str) -> int:
    """The same number for the same text, on any machine."""
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big")
