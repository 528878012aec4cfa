"""The pages where an order is paid."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from foundation import worker
from foundation.actors import SYSTEM
from inquiries.enums import OrderStatus
from inquiries.services.orders import cancel_order
from payments import gateways
from payments.enums import GatewayName, PaymentState
from payments.fake_stripe import api
from payments.gateways.client import client as stripe_client
from payments.models import FakeObject, Payment
from payments.services import open_checkout, start_payment, sync
from tests.payments.rows import a_basket, a_payment, a_shelf, an_order, paid

pytestmark = pytest.mark.django_db


def text(response) -> str:
    return " ".join(response.content.decode().split())


def pay(client, order, gateway="stripe"):
    return client.post(reverse("payment", args=[order.token]), {"gateway": gateway})


def test_by_card_one_is_sent_to_the_gateways_page(client):
    order = an_order(10_000)

    answer = pay(client, order)

    payment = Payment.objects.get()
    assert answer.url == payment.url
    assert payment.external_id.startswith("cs_")
    assert (payment.amount, payment.state) == (11_900, PaymentState.OPEN)


def test_going_twice_is_the_same_checkout(client):
    order = an_order(10_000)

    assert pay(client, order).url == pay(client, order).url
    assert FakeObject.objects.filter(kind="checkout.session").count() == 1


def test_asked_again_after_its_answer_was_lost_the_gateway_opens_one_checkout():
    order = an_order(10_000)
    payment = a_payment(order)
    Payment.objects.update(external_id="", url="", state=PaymentState.STARTED)

    payment.refresh_from_db()
    payment = open_checkout(payment)

    assert FakeObject.objects.filter(kind="checkout.session").count() == 1
    assert payment.external_id == FakeObject.objects.get(kind="checkout.session").pk


def test_by_transfer_one_gets_a_reference_and_the_days_it_takes(client):
    order = a_basket((a_shelf(), 1))
    before = order.pay_by

    answer = pay(client, order, "transfer")
    page = text(client.get(answer.url))

    order.refresh_from_db()
    assert Payment.objects.get().reference in page
    assert order.pay_by > before + timedelta(days=1)


@pytest.mark.parametrize("gateway", ["", "cash", "stripe'--"])
def test_an_unknown_way_is_refused(client, gateway):
    assert pay(client, an_order(10_000), gateway).status_code == 422
    assert not Payment.objects.exists()


def test_a_paid_order_is_not_paid_again(client):
    order = an_order(10_000)
    paid(order)

    assert pay(client, order).status_code == 409
    assert "Ya está pagado" in text(client.get(reverse("payment", args=[order.token])))


def test_when_the_gateway_is_down_nothing_is_charged_and_one_may_try_again(client, monkeypatch):
    def unreachable(*args: object) -> None:
        raise gateways.GatewayError("APIConnectionError")

    order = an_order(10_000)
    monkeypatch.setattr(gateways.StripeCheckout, "create_checkout", unreachable)
    assert pay(client, order).status_code == 503
    monkeypatch.undo()

    assert pay(client, order).status_code == 302
    assert Payment.objects.count() == 1


def test_where_nothing_is_set_up_no_way_is_offered(client, settings):
    settings.TERRUNO_TEST_PAYMENTS = False
    order = an_order(10_000)

    page = text(client.get(reverse("payment", args=[order.token])))

    assert "Todavía no recibimos pagos en línea" in page
    assert pay(client, order).status_code == 422
    with pytest.raises(LookupError):
        stripe_client()


def test_the_test_page_pays_declines_and_turns_back(client):
    order = an_order(10_000)
    payment = a_payment(order)
    page = reverse("test-payment", args=[payment.external_id])

    assert "rechazada" in text(client.post(page, {"do": "decline"}))
    assert client.post(page, {"do": "cancel"}).url.endswith(reverse("payment", args=[order.token]))
    assert sync(payment).state == PaymentState.OPEN
    assert client.post(page, {"do": "pay"}).url.endswith(reverse("payment-return", args=[order.token]))

    sync(payment)
    order.refresh_from_db()
    assert order.status == OrderStatus.PAID
    assert "Recibimos su pago" in text(client.get(reverse("payment-return", args=[order.token])))


@pytest.mark.parametrize("gateway", [GatewayName.STRIPE, GatewayName.TRANSFER])
def test_a_card_that_went_through_is_not_followed_by_another_way_to_pay(client, gateway):
    """The buyer is back before the gateway's word has come."""
    order = an_order(10_000)
    payment = a_payment(order)
    path = reverse("payment", args=[order.token])
    assert "Pagar con tarjeta" in text(client.get(path))
    api.pay_session(payment.external_id)

    page = text(client.get(path))
    refused = pay(client, order, gateway)

    assert "Estamos confirmando su pago" in page
    assert 'name="gateway"' not in page
    assert refused.status_code == 409
    assert 'name="gateway"' not in text(refused)
    assert Payment.objects.get().state == PaymentState.OPEN, "looking writes nothing"

    sync(payment)
    assert "Ya está pagado" in text(client.get(path))


def test_while_the_gateway_does_not_answer_one_may_pay_in_another_way(client, monkeypatch):
    def unreachable(*args: object) -> None:
        raise gateways.GatewayError("APIConnectionError")

    order = an_order(10_000)
    a_payment(order)
    monkeypatch.setattr(gateways.StripeCheckout, "fetch", unreachable)

    assert "Pagar por transferencia" in text(client.get(reverse("payment", args=[order.token])))
    assert pay(client, order, GatewayName.TRANSFER).status_code == 302


def test_looking_at_the_test_page_pays_nothing(client):
    payment = a_payment(an_order(10_000))

    client.get(reverse("test-payment", args=[payment.external_id]), {"do": "pay"})

    assert sync(payment).state == PaymentState.OPEN


def test_the_test_page_is_not_there_where_money_is_real(client, settings):
    payment = a_payment(an_order(10_000))
    settings.TERRUNO_TEST_PAYMENTS = False

    assert client.get(reverse("test-payment", args=[payment.external_id])).status_code == 404


@pytest.mark.parametrize("name", ["payment", "payment-return", "test-payment"])
def test_nobody_elses_address_is_there(client, name):
    assert client.get(reverse(name, args=["nada"])).status_code == 404


def test_forms_of_another_site_are_refused():
    strict = Client(enforce_csrf_checks=True)
    shelf = a_shelf()

    assert strict.post(reverse("basket-add"), {"format": shelf.pk}).status_code == 403


def test_the_payment_page_costs_the_same_whatever_is_bought(client, django_assert_num_queries):
    order = an_order(10_000, 5_000, 3_000)

    with django_assert_num_queries(4):
        client.get(reverse("payment", args=[order.token]))


def test_the_orders_page_leads_to_the_payment_and_says_what_came_in(client):
    order = an_order(10_000)
    assert reverse("payment", args=[order.token]) in text(client.get(order.get_absolute_url()))
    paid(order)

    assert "Lo que pagó" in text(client.get(order.get_absolute_url()))


def test_a_products_page_puts_pieces_in_the_basket(client):
    shelf = a_shelf()

    page = text(client.get(shelf.product.get_absolute_url()))

    assert reverse("basket-add") in page
    assert f'value="{shelf.pk}"' in page


def test_a_transfer_is_no_card(client):
    order = an_order(10_000)
    pay(client, order, "transfer")

    assert Payment.objects.get().gateway == GatewayName.TRANSFER


def test_after_the_gateway_was_down_for_minutes_a_new_checkout_is_opened(client):
    """Stripe takes none that ends in less than half an hour: the first, never opened, is given up."""
    order = a_basket((a_shelf(), 1))
    start_payment(SYSTEM, order, GatewayName.STRIPE)
    Payment.objects.update(expires_at=timezone.now() + timedelta(minutes=25))

    answer = pay(client, order)

    opened = Payment.objects.exclude(external_id="").get()
    order.refresh_from_db()
    assert answer.url == opened.url
    assert order.pay_by > opened.expires_at, "it does not lapse while it is being paid"
    assert Payment.objects.get(external_id="").state == PaymentState.CLOSED


def test_called_off_while_its_page_was_being_opened_it_cannot_be_paid(client, monkeypatch):
    order = an_order(10_000)
    opened = gateways.StripeCheckout.create_checkout

    def meanwhile(self, payment):
        cancel_order(SYSTEM, order)
        worker.run_until_idle()
        return opened(self, payment)

    monkeypatch.setattr(gateways.StripeCheckout, "create_checkout", meanwhile)

    assert pay(client, order).status_code == 409
    assert api.pay_session(Payment.objects.get().external_id).body["payment_status"] == "unpaid"
