"""Synthetic rows: whole, plausible, and the same for the same seed."""

from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction

from catalog.models import Format, PriceTier, Product, Supply
from producers.models import Producer
from routes.models import Circuit, Place
from territories.ground import comuna_at
from territories.models import TerritoryComuna

pytestmark = pytest.mark.django_db
COLUMNS = (
    "slug",
    "title_es",
    "title_en",
    "months",
    "sale_months",
    "price_from",
    "comuna",
    "territory__slug",
    "live",
    "channels",
)


def synth(**options: Any) -> None:
    call_command("synth", no_index=True, stdout=StringIO(), **options)


def rows() -> dict[str, list[Any]]:
    """What was written, without keys and times, which no seed decides."""
    return {
        "products": list(Product.objects.order_by("slug").values_list(*COLUMNS, "producer__slug", "category__slug")),
        "producers": list(
            Producer.objects.order_by("slug").values_list("slug", "name", "lat", "lon", "since", "comuna")
        ),
        "formats": list(
            Format.objects.order_by("product__slug", "order").values_list("product__slug", "name_es", "size")
        ),
        "tiers": list(
            PriceTier.objects.order_by("format__product__slug", "format__order", "min_quantity").values_list(
                "format__product__slug", "min_quantity", "unit_price"
            )
        ),
        "supplies": list(
            Supply.objects.order_by("product__slug", "producer__slug").values_list(
                "product__slug", "producer__slug", "monthly_capacity", "minimum", "multiple", "unit_price"
            )
        ),
        "circuits": list(Circuit.objects.order_by("slug").values_list("slug", "title_es", "months", "days")),
        "places": list(Place.objects.order_by("slug").values_list("slug", "lat", "lon", "comuna")),
    }


def undone(**options: Any) -> dict[str, list[Any]]:
    """The rows of a run that is then taken back."""
    with transaction.atomic():
        synth(**options)
        written = rows()
        transaction.set_rollback(True)
    return written


@pytest.fixture
def forty() -> None:
    synth(products=40, producers=8, circuits=3, seed=5)


def test_the_same_seed_gives_the_same_rows() -> None:
    first = undone(products=40, producers=8, circuits=3, seed=5)
    again = undone(products=40, producers=8, circuits=3, seed=5)
    assert first == again
    assert len(first["products"]) == 40
    assert len(first["producers"]) == 8
    assert len(first["circuits"]) == 3


def test_another_seed_gives_others() -> None:
    first, other = undone(products=20, seed=1), undone(products=20, seed=2)
    assert {row[0] for row in first["products"]}.isdisjoint(row[0] for row in other["products"])


@pytest.mark.usefixtures("forty")
def test_a_seed_that_is_there_adds_nothing_and_more_of_it_adds_the_rest() -> None:
    before = rows()
    synth(products=40, producers=8, circuits=3, seed=5)
    assert rows() == before
    synth(products=55, producers=8, circuits=3, seed=5)
    assert Product.objects.count() == 55
    assert {row[0] for row in before["products"]} <= set(Product.objects.values_list("slug", flat=True))


@pytest.mark.usefixtures("forty")
def test_points_are_in_their_comuna_and_comunas_in_their_territory() -> None:
    for producer in Producer.objects.all():
        assert comuna_at(producer.lat, producer.lon) == producer.comuna_id
        assert TerritoryComuna.objects.filter(territory=producer.territory, comuna=producer.comuna_id).exists()


@pytest.mark.usefixtures("forty")
def test_every_product_is_whole() -> None:
    for product in Product.objects.prefetch_related("formats__tiers", "supplies"):
        product.full_clean(exclude=["picture"])
        assert product.formats.all()
        assert all(one.tiers.all() for one in product.formats.all())
        assert product.supplies.all()
        assert product.title_es != product.title_en
        assert product.price_from == product.formats.all()[0].tiers.all()[0].unit_price
        for supply in product.supplies.all():
            supply.full_clean(exclude=["product"])
            sold = {month for month in range(1, 13) if supply.capacity_in(month)}
            assert all(product.sale_months & 1 << month - 1 for month in sold)


def test_there_are_drafts_among_them() -> None:
    synth(products=300, seed=9)
    drafts = Product.objects.filter(live=False).count()
    assert 3 <= drafts <= 60
    assert Product.objects.filter(live=True).count() == 300 - drafts


def test_prices_by_quantity_fall() -> None:
    synth(products=60, seed=4)
    for one in Format.objects.prefetch_related("tiers"):
        prices = [tier.unit_price for tier in one.tiers.all()]
        assert prices == sorted(prices, reverse=True)


@pytest.mark.parametrize("bad", ["-1", "many", "99999999999"])
def test_a_count_that_is_none_is_refused(bad: str) -> None:
    with pytest.raises(CommandError):
        call_command("synth", f"--products={bad}")
