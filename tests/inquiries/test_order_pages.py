"""The buyer's order page: what to pay, who makes which part, what has arrived, and calling it off."""

import pytest
from django.test import Client

from catalog.models import Product
from foundation.actors import SYSTEM
from inquiries import sections
from inquiries.models import Order, OrderPart
from inquiries.sections import Section
from inquiries.services import move_part
from tests.builders import a_quote, an_order

pytestmark = pytest.mark.django_db


def shown(client, order):
    page = client.get(order.get_absolute_url())
    assert page.status_code == 200
    return page.content.decode()


def do(client, order, **data):
    return client.post(order.get_absolute_url(), data).status_code


def test_an_unpaid_order_says_what_to_pay_and_until_when(client):
    order = an_order(tax_id="76.543.210-3", address="Merced 340")
    page = shown(client, order)

    for words in ("Falta el pago. Guardamos todo para usted hasta el", order.number, "Merced 340", "Espera el pago",
                  "300 kg, Queso de cabra de guarda", "Anular el pedido"):  # fmt: skip
        assert words in page
    assert "Recibí" not in page


def test_a_delivery_that_is_still_to_be_agreed_is_said(client):
    to_agree = shown(client, an_order(a_quote(destination_region="")))
    included = shown(client, an_order())

    assert '<th scope="row">Despacho</th><td class="sum">por acordar</td>' in to_agree
    assert "El despacho que está por acordar no va en el total" in to_agree
    assert "le escribe antes de enviarlo" in to_agree
    assert "por acordar" not in included


def test_what_was_to_be_agreed_is_not_any_more_once_it_has_left(client):
    order = an_order(a_quote(destination_region=""), paid=True)
    for part in order.parts.all():
        move_part(SYSTEM, part, "dispatched")
    page = shown(client, order)

    assert '<th scope="row">Despacho</th><td class="sum">aparte</td>' in page
    assert "por acordar" not in page


def test_other_rooms_hang_their_parts_here(client):
    order = an_order()
    sections.order_page.register(
        Section("test", 1, "inquiries/field.html", lambda o: {"field": None} if o.pk == order.pk else None)
    )
    try:
        assert '<div class="field">' in shown(client, order)
    finally:
        sections.order_page.forget("test")


def test_a_part_on_its_way_is_received_with_one_press(client):
    order = an_order(paid=True)
    part = order.parts.first()
    move_part(SYSTEM, part, "dispatched", tracking="Bus 114")
    page = shown(client, order)
    assert "Bus 114" in page
    assert page.count("Recibí esta parte") == 1

    assert do(client, order, do="receive-part", part=part.pk) == 302

    assert OrderPart.objects.get(pk=part.pk).status == "received"
    assert Order.objects.get().status == "paid"


def test_all_is_received_with_one_press(client):
    order = an_order(paid=True)
    for part in order.parts.all():
        move_part(SYSTEM, part, "dispatched")

    assert "Recibí todo" in shown(client, order)
    assert do(client, order, do="receive") == 302
    assert Order.objects.get().status == "received"
    assert "Usted recibió todo" in shown(client, order)


def test_it_can_be_called_off_while_nothing_has_left(client):
    order = an_order(paid=True)

    assert do(client, order, do="cancel", reason="Cambió la fecha") == 302

    assert Order.objects.get().status == "cancelled"
    assert "quedó anulado" in shown(client, order)
    assert "Anular el pedido" not in shown(client, order)


def test_what_has_left_is_not_called_off(client):
    order = an_order(paid=True)
    move_part(SYSTEM, order.parts.first(), "dispatched")

    assert "Anular el pedido" not in shown(client, order)
    assert do(client, order, do="cancel") == 409
    assert Order.objects.get().status == "paid"


@pytest.mark.parametrize("data", [{}, {"do": "x"}, {"do": "pay"}])
def test_what_we_do_not_know_changes_nothing(client, data):
    order = an_order()

    answer = client.post(order.get_absolute_url(), data)

    assert answer.status_code == 422
    assert "No entendimos qué quiere hacer" in answer.content.decode()
    assert Order.objects.get().version == order.version


def test_a_part_of_another_order_is_not_there(client):
    mine, foreign = an_order(paid=True), an_order(a_quote(), paid=True)
    part = foreign.parts.first()
    move_part(SYSTEM, part, "dispatched")

    for wrong in (part.pk, "x", "", 9**30):
        assert do(client, mine, do="receive-part", part=wrong) == 404
    assert OrderPart.objects.get(pk=part.pk).status == "dispatched"


def test_receiving_what_nobody_sent_is_refused(client):
    order = an_order(paid=True)

    assert do(client, order, do="receive") == 409
    assert do(client, order, do="receive-part", part=order.parts.first().pk) == 409


def test_the_address_is_a_secret_kept(client):
    order = an_order()
    page = client.get(order.get_absolute_url())

    assert page.headers["Cache-Control"] == "private, no-store"
    for guess in (order.number, str(order.pk), order.token[:-1], order.quote.token):
        assert client.get(f"/pedidos/{guess}/").status_code == 404


def test_a_post_from_another_site_is_refused():
    order = an_order()

    assert Client(enforce_csrf_checks=True).post(order.get_absolute_url(), {"do": "cancel"}).status_code == 403


def test_names_are_shown_not_run(client):
    evil = "<script>alert(1)</script>"
    order = an_order(a_quote(organisation=evil), name=evil, address=evil, note=evil)

    assert evil not in shown(client, order)


def test_what_was_bought_is_named_in_the_readers_language(client):
    in_english = f"/en{an_order().get_absolute_url()}"
    Product.objects.update(title_en="Aged goat cheese")

    assert "300 kg, Aged goat cheese" in client.get(in_english).content.decode()
    Product.objects.update(title_es="Otro queso")
    assert "300 kg, Queso de cabra de guarda" in client.get(in_english).content.decode()


def test_it_is_written_in_the_language_of_the_address(client):
    assert '<html lang="en">' in client.get(f"/en{an_order().get_absolute_url()}").content.decode()
