"""The basket, from the first piece to the order that holds its stock."""

from datetime import timedelta
from importlib import import_module

import pytest
from django.urls import reverse
from django.utils import timezone

from catalog.models import Stock
from foundation import worker
from foundation.actors import SYSTEM
from foundation.models import OutboxMessage
from inquiries.enums import PartStatus
from inquiries.models import Order, OrderPart
from inquiries.services.orders import cancel_order, lapse_orders, move_part
from payments.enums import HoldState
from payments.fake_stripe import api
from payments.models import StockHold
from payments.services.checkout import OutOfStock, TotalMoved, place_basket
from tests.builders import a_comuna, a_producer, a_product, a_territory
from tests.payments.rows import a_basket, a_contact, a_shelf, paid

pytestmark = pytest.mark.django_db


def add(client, shelf, pieces=1):
    return client.post(reverse("basket-add"), {"format": shelf.pk, "pieces": pieces}, follow=True)


def work() -> None:
    OutboxMessage.objects.filter(kind=api.DELIVER).delete()
    worker.run_until_idle()


def text(response) -> str:
    return " ".join(response.content.decode().split())


def form(client, **fields):
    page = client.get(reverse("checkout"))
    once = page.context["form"]["once"].value()
    defaults = {
        "name": "Berta Soto", "email": "berta@ejemplo.cl", "comuna": "Ovalle", "address": "Los Olivos 12", "once": once,
        "do": "quote",
    }  # fmt: skip
    return defaults | fields


@pytest.fixture
def ovalle():
    return a_comuna("Ovalle", code="04301", lat=-30.6, lon=-71.2)


def test_an_empty_basket_says_what_to_do(client):
    page = text(client.get(reverse("basket")))

    assert "Su canasta está vacía" in page
    assert reverse("product-list") in page


def test_pieces_of_several_makers_come_together_in_one_basket(client):
    ana = a_shelf(product=a_product("Queso", producer=a_producer("Ana")))
    luz = a_shelf(product=a_product("Miel", producer=a_producer("Luz")), tiers={1: 3_000})

    add(client, ana, 2)
    page = text(add(client, luz))

    assert "De 2 productores" in page
    assert "$14.980" in page


def test_more_of_the_same_is_added_to_what_is_there(client):
    shelf = a_shelf()
    add(client, shelf, 2)

    page = add(client, shelf, 3)

    assert page.context["bought"].lines[0].pieces == 5


def test_the_price_follows_the_number_of_pieces(client):
    shelf = a_shelf(tiers={1: 5_990, 6: 5_490, 12: 4_990}, on_hand=20)

    add(client, shelf, 5)
    assert "Desde 6, a $5.490 cada uno" in text(client.get(reverse("basket")))
    page = add(client, shelf, 7)

    assert page.context["bought"].total == 12 * 4_990


def test_what_was_taken_out_can_be_put_back(client):
    shelf = a_shelf()
    add(client, shelf, 3)

    page = client.post(reverse("basket-change"), {"format": shelf.pk, "remove": 1}, follow=True)

    assert "Sacamos" in text(page)
    assert not page.context["bought"].lines
    assert add(client, shelf, page.context["removed"]["pieces"]).context["bought"].lines[0].pieces == 3


@pytest.mark.parametrize("pieces", ["", "-1", "1.5", "mucho", "99999999999"])
def test_a_number_that_is_none_changes_nothing(client, pieces):
    shelf = a_shelf()
    add(client, shelf, 3)

    page = client.post(reverse("basket-change"), {"format": shelf.pk, "pieces": pieces}, follow=True)

    assert page.context["bought"].lines[0].pieces == 3


@pytest.mark.parametrize("name", ["basket-add", "basket-change"])
@pytest.mark.parametrize("pieces", ["", "-1", "1.5", "mucho", "1000", "99999999999"])
def test_a_number_that_is_none_is_said_and_the_basket_stays(client, name, pieces):
    shelf = a_shelf()
    add(client, shelf, 3)

    page = client.post(reverse(name), {"format": shelf.pk, "pieces": pieces}, follow=True)

    assert page.status_code == 422
    assert "con un número entero de 1 a 999" in text(page)
    assert client.get(reverse("basket")).context["bought"].lines[0].pieces == 3


def test_no_pieces_cannot_be_added(client):
    page = add(client, a_shelf(), 0)

    assert page.status_code == 422
    assert "con un número entero de 1 a 999" in text(page)
    assert not page.context["bought"].lines


@pytest.mark.parametrize("pk", ["", "999", "queso"])
def test_what_is_not_sold_by_the_piece_is_said(client, pk):
    page = client.post(reverse("basket-add"), {"format": pk, "pieces": 1}, follow=True)

    assert page.status_code == 422
    assert "Eso no se vende por pieza" in text(page)


def test_a_products_page_asks_for_one_piece_or_more(client):
    page = text(client.get(a_shelf().product.get_absolute_url()))

    assert 'name="pieces" type="number" min="1"' in page


def test_what_is_not_sold_by_the_piece_is_not_taken(client):
    shelf = a_shelf()
    Stock.objects.all().delete()

    assert not add(client, shelf).context["bought"].lines
    assert not client.post(reverse("basket-add"), {"format": "999"}, follow=True).context["bought"].lines


def test_a_listing_that_was_withdrawn_leaves_the_basket_and_is_said(client):
    shelf = a_shelf()
    add(client, shelf)
    shelf.product.live = False
    shelf.product.save()

    page = client.get(reverse("basket"))

    assert not page.context["bought"].lines
    assert "no la contamos" in text(page)


def test_a_cookie_that_was_altered_is_an_empty_basket(client):
    add(client, a_shelf())
    client.cookies["canasta"] = client.cookies["canasta"].value[:-2] + "xx"

    assert not client.get(reverse("basket")).context["bought"].lines


def test_a_get_never_changes_a_basket(client):
    assert client.get(reverse("basket-add"), {"format": a_shelf().pk}).status_code == 405


def test_more_than_there_is_cannot_be_ordered(client):
    add(client, a_shelf(on_hand=2), 3)

    page = text(client.get(reverse("basket")))

    assert "Quedan 2" in page
    assert reverse("checkout") not in page


def test_the_freight_is_worked_out_before_one_agrees(client, ovalle):
    add(client, a_shelf(), 2)

    page = client.post(reverse("checkout"), form(client))

    assert page.context["bought"].freight > 0
    assert f'name="total" value="{page.context["bought"].total}"' in page.content.decode()
    assert not Order.objects.exists()


def test_an_order_is_placed_at_the_total_that_was_shown_and_holds_its_pieces(client, ovalle):
    shelf = a_shelf(on_hand=5)
    add(client, shelf, 2)
    filled = form(client)
    shown = client.post(reverse("checkout"), filled).context["bought"].total

    answer = client.post(reverse("checkout"), filled | {"do": "order", "total": shown})

    order = Order.objects.get()
    assert answer.url == reverse("payment", args=[order.token])
    assert order.total == shown == sum(part.total for part in order.parts.all())
    assert Stock.objects.get().available == 3
    assert timedelta(minutes=29) < order.pay_by - timezone.now() <= timedelta(minutes=30)
    assert not client.get(reverse("basket")).context["bought"].lines


def test_a_delivery_nobody_can_price_is_agreed_before_it_leaves(client):
    island = a_comuna("Isla de Pascua", code="05201", lat=-27.1, lon=-109.4)
    add(client, a_shelf())
    filled = form(client, comuna=island.name)
    quoted = client.post(reverse("checkout"), filled)
    client.post(reverse("checkout"), filled | {"do": "order", "total": quoted.context["bought"].total})

    part = OrderPart.objects.get()
    assert (part.freight, part.freight_to_agree) == (0, True)
    assert "El despacho que está por acordar" in text(client.get(reverse("payment", args=[part.order.token])))
    page = text(client.get(part.order.get_absolute_url()))
    assert f"El despacho está por acordar: {part.producer.name} le escribe antes de enviarlo." in page
    assert '<th scope="row">Despacho</th><td class="sum">por acordar</td>' in page


def test_another_total_than_the_one_shown_is_asked_again(client, ovalle):
    add(client, a_shelf())

    page = client.post(reverse("checkout"), form(client, do="order", total="1"))

    assert page.status_code == 200
    assert not Order.objects.exists()


def test_the_same_form_sent_twice_is_one_order(client, ovalle):
    add(client, a_shelf(), 2)
    filled = form(client)
    shown = client.post(reverse("checkout"), filled).context["bought"].total
    before = client.cookies["canasta"].value
    first = client.post(reverse("checkout"), filled | {"do": "order", "total": shown})

    without_basket = client.post(reverse("checkout"), filled | {"do": "order", "total": shown})
    client.cookies["canasta"] = before
    with_basket = client.post(reverse("checkout"), filled | {"do": "order", "total": shown})

    assert Order.objects.count() == 1
    assert first.url == without_basket.url == with_basket.url


def test_a_form_with_holes_says_where(client, ovalle):
    add(client, a_shelf())

    page = client.post(reverse("checkout"), form(client, comuna="Macondo", email="no"))

    assert page.status_code == 422
    assert "No conocemos la comuna «Macondo»" in text(page)


def test_pieces_of_an_order_that_lapsed_are_free_again():
    shelf = a_shelf(on_hand=3)
    a_basket((shelf, 3))
    Order.objects.update(pay_by=timezone.now() - timedelta(minutes=1))

    lapse_orders(timezone.now())
    work()

    stock = Stock.objects.get()
    assert (stock.on_hand, stock.held) == (3, 0)


def test_paid_pieces_leave_the_shelf_and_come_back_when_it_is_called_off():
    shelf = a_shelf(on_hand=3)
    order = a_basket((shelf, 2))
    paid(order)
    work()
    stock = Stock.objects.get()
    assert (stock.on_hand, stock.held) == (1, 0)

    cancel_order(SYSTEM, order)
    work()

    stock.refresh_from_db()
    assert (stock.on_hand, stock.held) == (3, 0)
    assert StockHold.objects.get().state == HoldState.RELEASED


def test_when_one_of_two_is_gone_nothing_is_held():
    here, gone = a_shelf(on_hand=5), a_shelf(on_hand=0)

    with pytest.raises(OutOfStock) as refused:
        a_basket((here, 2), (gone, 1))

    assert [line.format for line in refused.value.lines] == [gone]
    assert Stock.objects.get(format=here).held == 0
    assert not Order.objects.exists()


def test_the_price_of_a_basket_includes_its_vat():
    order = a_basket((a_shelf(tiers={1: 5_990}), 2))
    line = order.parts.get().lines.get()

    assert (line.net + line.vat, line.unit_price) == (11_980, 5_990)
    assert line.net == 10_067


def test_reading_a_basket_costs_the_same_for_one_line_or_ten(client, django_assert_num_queries):
    territory = a_territory()
    for _ in range(10):
        add(client, a_shelf(producer=a_producer(territory=territory)))

    with django_assert_num_queries(3):
        client.get(reverse("basket"))


def test_other_goods_at_the_same_total_are_asked_again(client, ovalle):
    """The basket was changed in another tab while this one showed the honey."""
    maker = a_producer()
    honey, jam = (a_shelf(product=a_product(title, producer=maker)) for title in ("Miel", "Mermelada"))
    add(client, honey)
    filled = form(client)
    shown = client.post(reverse("checkout"), filled)
    seen = {"total": shown.context["bought"].total, "goods": shown.context["bought"].goods_seen}
    assert f'name="goods" value="{seen["goods"]}"' in shown.content.decode()
    client.post(reverse("basket-change"), {"format": honey.pk, "remove": 1})
    add(client, jam)

    page = client.post(reverse("checkout"), filled | {"do": "order"} | seen)

    assert page.context["bought"].total == seen["total"]
    assert not Order.objects.exists()


def test_a_price_that_moves_while_one_confirms_places_nothing():
    shelf = a_shelf()

    with pytest.raises(TotalMoved):
        place_basket(SYSTEM, {shelf.pk: 2}, a_contact(), total=1)

    assert Stock.objects.get().held == 0
    assert not Order.objects.exists()


def test_a_price_that_moves_while_one_confirms_is_said_with_what_was_typed(client, ovalle, monkeypatch):
    shelf = a_shelf()
    add(client, shelf)
    filled = form(client)
    shown = client.post(reverse("checkout"), filled).context["bought"].total

    view = import_module("payments.views.checkout")
    place_once = view._place_once

    def dearer_by_then(*args):
        shelf.tiers.update(unit_price=6_990)
        return place_once(*args)

    monkeypatch.setattr(view, "_place_once", dearer_by_then)
    page = client.post(reverse("checkout"), filled | {"do": "order", "total": shown})

    assert page.status_code == 409
    assert "cambió un precio" in text(page)
    assert "Los Olivos 12" in text(page)
    assert page.context["bought"].total == shown + 1_000


def test_pieces_of_a_part_that_is_called_off_are_free_and_the_others_are_sold():
    here, there = a_shelf(on_hand=5), a_shelf(on_hand=5)
    order = a_basket((here, 2), (there, 1))
    paid(order)
    work()

    move_part(SYSTEM, order.parts.get(producer=here.product.producer), PartStatus.CANCELLED)
    work()

    assert Stock.objects.get(format=here).available == 5
    assert Stock.objects.get(format=there).available == 4


def test_what_is_wrong_in_the_form_leaves_what_was_typed(client, ovalle):
    add(client, a_shelf())

    page = text(
        client.post(reverse("checkout"), form(client, email="no", note="Portón verde", phone="+56 9 5555 0142"))
    )

    for typed in ("Portón verde", "+56 9 5555 0142", "Los Olivos 12", "Ovalle", "Berta Soto"):
        assert typed in page
