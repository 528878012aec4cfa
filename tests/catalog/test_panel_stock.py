"""Pieces on the shelf: counted by their maker, never written over a sale."""

from typing import Any

import pytest

from catalog.models import Format, PriceTier, Product, Stock
from catalog.services.stock import StockMoved, set_stock
from catalog.shop.prices import price_table
from catalog.shop.retail import sellable, shelf_of
from foundation.actors import SYSTEM
from producers.models import Producer
from tests.builders import a_producer, a_product, a_supply
from tests.catalog.conftest import Person

pytestmark = pytest.mark.django_db


@pytest.fixture
def wheel(producer: Producer) -> Format:
    product = a_product("Queso", producer=producer, territory=producer.territory, comuna=producer.comuna)
    made = Format.objects.create(product=product, name_es="Rueda de 500 g", size="0.5")
    PriceTier.objects.create(format=made, unit_price=5900)
    return made


def count(maker: Person, wheel: Format, pieces: str, seen: str) -> Any:
    data = {f"pieces_{wheel.pk}": pieces, f"seen_{wheel.pk}": seen}
    return maker.post(f"/panel/productos/{wheel.product_id}/existencias/", **data)


def test_a_first_count_puts_the_format_on_sale_by_the_piece(maker: Person, wheel: Format) -> None:
    assert sellable([wheel.pk]) == set()
    count(maker, wheel, "12", "")

    assert Stock.objects.get().available == 12
    assert sellable([wheel.pk]) == {wheel.pk}


def test_a_sale_while_counting_is_not_written_over(maker: Person, wheel: Format) -> None:
    Stock.objects.create(format=wheel, on_hand=10)
    Stock.objects.hold(wheel.pk, 2)
    Stock.objects.take(wheel.pk, 2)
    answer = count(maker, wheel, "15", "10")

    assert answer.status_code == 422
    assert "ahora hay 8" in answer.content.decode()
    assert 'value="15"' in answer.content.decode()
    assert Stock.objects.get().on_hand == 8
    count(maker, wheel, "15", "8")
    assert Stock.objects.get().on_hand == 15


def test_fewer_than_are_put_aside_is_refused(wheel: Format) -> None:
    Stock.objects.create(format=wheel, on_hand=10, held=4)

    with pytest.raises(StockMoved) as moved:
        set_stock(SYSTEM, wheel, pieces=3, seen=10)
    assert moved.value.held == 4
    with pytest.raises(StockMoved):
        set_stock(SYSTEM, wheel, pieces=None, seen=10)


def test_an_empty_box_takes_the_format_off_the_shelf(maker: Person, wheel: Format) -> None:
    Stock.objects.create(format=wheel, on_hand=10)
    count(maker, wheel, "", "10")
    assert not Stock.objects.exists()


def test_another_products_format_is_not_counted_here(maker: Person, wheel: Format) -> None:
    foreign = Format.objects.create(product=a_product(), name_es="Ajeno", size=1)
    Stock.objects.create(format=foreign, on_hand=5)
    data = {f"pieces_{wheel.pk}": "1", f"seen_{wheel.pk}": "", f"pieces_{foreign.pk}": "0", f"seen_{foreign.pk}": "5"}
    maker.post(f"/panel/productos/{wheel.product_id}/existencias/", **data)

    assert Stock.objects.get(format=foreign).on_hand == 5


def test_while_its_maker_rests_nothing_is_sold_by_the_piece(producer: Producer, wheel: Format) -> None:
    Stock.objects.create(format=wheel, on_hand=5)
    product = Product.objects.get()
    shelf = shelf_of(product, price_table(product).formats)
    assert [(entry.pk, entry.available) for entry in shelf.formats] == [(wheel.pk, 5)]

    a_supply(product, 10, producer=producer, paused=True)
    assert shelf_of(product, price_table(product).formats).formats == ()
    assert sellable([wheel.pk]) == set()


def test_a_helper_in_pause_does_not_close_the_shelf(wheel: Format) -> None:
    Stock.objects.create(format=wheel, on_hand=5)
    a_supply(wheel.product, 10, producer=a_producer(), paused=True)
    assert sellable([wheel.pk]) == {wheel.pk}


def test_a_foreign_shelf_is_not_found(person: Any, wheel: Format) -> None:
    stranger = person(a_producer())
    assert count(stranger, wheel, "5", "").status_code == 404
