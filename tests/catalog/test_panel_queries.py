"""What a page of the panel asks the database, however long its list is."""

from typing import Any

import pytest
from django.urls import reverse

from catalog.models import Format, Lot, PriceTier, Product
from producers.models import Producer
from producers.panel import registry
from tests.builders import a_product, a_supply
from tests.catalog.conftest import Person

pytestmark = pytest.mark.django_db


@pytest.fixture
def goods(producer: Producer) -> list[Product]:
    found = []
    for n in range(12):
        product = a_product(f"Queso {n}", producer=producer, territory=producer.territory, comuna=producer.comuna)
        a_supply(product, 100, producer=producer)
        entry = Format.objects.create(product=product, name_es="Rueda", size=1)
        PriceTier.objects.create(format=entry, unit_price=100)
        Lot.objects.create(product=product, producer=producer, made_on="2026-01-01", quantity=1)
        found.append(product)
    return found


@pytest.fixture(autouse=True)
def of_this_room_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """Other rooms' counters stand on every page too, and are counted in their tests."""
    reverse("panel")  # rooms may register when their addresses are first read
    ours = {slug: page for slug, page in registry._pages.items() if slug in ("products", "lots", "imports")}
    monkeypatch.setattr(registry, "_pages", ours)


def test_each_page_costs_the_same_however_many_products(
    maker: Person, goods: list[Product], django_assert_num_queries: Any
) -> None:
    """Session, account, mandates and producer are four of them; the tabs' counters cost a maker none."""
    one = goods[0].pk
    costs = {
        "/panel/productos/": 9,
        f"/panel/productos/{one}/": 12,
        f"/panel/productos/{one}/cuando/": 5,
        f"/panel/productos/{one}/existencias/": 6,
        "/panel/lotes/": 10,
        "/panel/importar/": 7,
        "/panel/productos/exportar.csv": 8,
    }
    for where in costs:
        maker.get(where)
    for where, cost in costs.items():
        with django_assert_num_queries(cost, info=where):
            assert maker.get(where).status_code == 200
