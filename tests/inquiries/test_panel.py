"""The room's pages of the panel: answering, delivering, and sharing out; what is foreign is not there."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from catalog.models import Lot
from foundation import audit, worker
from foundation.actors import SYSTEM
from foundation.models import OutgoingMail
from inquiries.models import Offer, OrderPart
from inquiries.services import cancel_order
from producers.enums import Role
from tests.builders import (
    a_circuit,
    a_mandate,
    a_network,
    a_producer,
    a_product,
    a_quote,
    a_territory,
    a_user,
    an_inquiry,
    an_order,
)  # fmt: skip

pytestmark = pytest.mark.django_db


@pytest.fixture
def rosa():
    return a_producer("Rosa Araya", phone="+56 9 1111 2222")


@pytest.fixture
def ana():
    return a_producer("Ana Tapia")


@pytest.fixture
def cheese(rosa, ana):
    return a_product(supplies=[
        {"capacity": 300, "producer": rosa, "unit_price": 8000}, {"capacity": 300, "producer": ana},
    ])  # fmt: skip


@pytest.fixture
def network(rosa, ana):
    return a_network(members=[rosa, ana])


def signed_in(client, *targets, **fields):
    user = a_user()
    for target in targets:
        a_mandate(user, target, **fields)
    client.force_login(user)
    return user


def text(page, status=200):
    assert page.status_code == status
    return page.content.decode()


def test_open_offers_come_first_with_what_is_asked(client, rosa, cheese):
    an_inquiry(cheese, 180)
    signed_in(client, rosa)

    page = text(client.get("/panel/encargos/"))
    for words in ("1 encargo por responder", "180 kg", "Queso de cabra de guarda", "Restaurante La Caperuza", "$8.000"):
        assert words in page
    for secret in ("Marta Rojas", "marta@"):
        assert secret not in page
    assert "Responder: 180 kg de Queso de cabra de guarda" in text(client.get("/panel/"))


def test_nothing_to_answer_is_said_kindly(client, rosa):
    signed_in(client, rosa)

    assert "Nada por responder" in text(client.get("/panel/encargos/"))
    assert "su parte aparece aquí" in text(client.get("/panel/pedidos/"))


def test_accepting_shows_the_contact_and_is_recorded_for_the_account(client, rosa, cheese):
    an_inquiry(cheese, 180)
    user = signed_in(client, rosa)
    offer = Offer.objects.get()

    page = text(client.post(f"/panel/encargos/{offer.pk}/", {"answer": "accept"}))

    assert "marta@lacaperuza.cl" in page
    assert audit.entries(offer, "offer.accepted").get().actor_id == str(user.pk)
    assert "ya tiene respuesta" in text(client.post(f"/panel/encargos/{offer.pk}/", {"answer": "decline"}), 409)


@pytest.mark.parametrize(
    ("data", "status", "expected"),
    [
        ({"answer": "part", "quantity": "120"}, 200, "accepted"),
        ({"answer": "part", "quantity": "181"}, 422, "offered"),
        ({"answer": "counter", "price": "8.500"}, 200, "countered"),
        ({"answer": "counter", "price": "$ 8.500", "quantity": "100"}, 200, "countered"),
        ({"answer": "counter", "quantity": "100"}, 200, "accepted"),
        ({"answer": "counter", "price": "caro"}, 422, "offered"),
        ({"answer": "counter", "price": "8.500,5"}, 422, "offered"),
        ({"answer": "counter"}, 422, "offered"),
        ({"answer": "counter", "ready_on": "2020-01-01"}, 422, "offered"),
        ({"answer": "counter", "ready_on": "mañana"}, 422, "offered"),
        ({"answer": "decline", "reason": "date"}, 200, "declined"),
        ({"answer": "decline", "reason": "x"}, 422, "offered"),
        ({}, 422, "offered"),
    ],
)
def test_every_answer_works_from_the_phone(client, rosa, cheese, data, status, expected):
    an_inquiry(cheese, 180)
    signed_in(client, rosa)
    offer = Offer.objects.get()

    page = text(client.post(f"/panel/encargos/{offer.pk}/", data), status)

    assert Offer.objects.get().status == expected
    for typed in ("caro", "8.500,5", "181"):
        assert typed not in data.values() or f'value="{typed}"' in page


@pytest.mark.parametrize("data", [{}, {"answer": ""}, {"answer": "maybe"}])
def test_an_answer_we_do_not_know_is_said_so(client, rosa, cheese, data):
    an_inquiry(cheese, 180)
    signed_in(client, rosa)
    path = f"/panel/encargos/{Offer.objects.get().pk}/"

    assert "No entendimos su respuesta" not in text(client.get(path))
    assert "No entendimos su respuesta" in text(client.post(path, data), 422)


def test_a_price_above_the_most_is_told_without_saying_the_most(client, rosa, cheese):
    an_inquiry(cheese, 180, max_unit_price=8100)
    signed_in(client, rosa)

    page = text(client.post(f"/panel/encargos/{Offer.objects.get().pk}/", {"answer": "counter", "price": "8.200"}))

    assert "Su precio queda sobre lo que pagan esta vez" in page
    assert "8.100" not in page


def test_a_host_sees_no_way_to_take_part_of_a_party(client, rosa):
    an_inquiry(a_circuit(operators=[{"capacity": 10, "producer": rosa}]), 8)
    signed_in(client, rosa)

    assert "Puedo con menos" not in text(client.get(f"/panel/encargos/{Offer.objects.get().pk}/"))


@pytest.mark.parametrize("who", ["another producer", "another coordinator", "another team"])
def test_what_is_foreign_is_not_there(client, rosa, cheese, network, who):
    part = an_order(a_quote(cheese, 180), paid=True).parts.get()
    an_inquiry(cheese, 90)
    offer = Offer.objects.open().get()
    other = {"another producer": a_producer(), "another coordinator": a_network(), "another team": a_territory("Otro")}
    signed_in(client, other[who])

    for path in (
        f"/panel/encargos/{offer.pk}/",
        f"/panel/pedidos/{part.pk}/",
        f"/panel/reparto/{offer.line.inquiry.number}/",
    ):
        for answer in (
            client.get(path),
            client.post(path, {"answer": "accept", "do": "dispatched", "offer": offer.pk}),
        ):
            assert answer.status_code == 404
    assert Offer.objects.get(pk=offer.pk).status == "offered"
    assert OrderPart.objects.get(pk=part.pk).status == "to_prepare"


def test_a_stranger_is_sent_to_sign_in(client, cheese):
    an_inquiry(cheese, 90)

    for path in (
        "/panel/encargos/",
        f"/panel/encargos/{Offer.objects.get().pk}/",
        "/panel/pedidos/",
        "/panel/reparto/",
    ):
        assert client.get(path).status_code == 302


def test_a_coordinator_answers_for_a_member(client, cheese, network):
    an_inquiry(cheese, 180)
    signed_in(client, network)
    offer = Offer.objects.get()

    assert "180 kg" in text(client.get("/panel/encargos/"))
    text(client.post(f"/panel/encargos/{offer.pk}/", {"answer": "accept"}))
    assert Offer.objects.get().status == "accepted"


def test_a_part_is_prepared_and_sent_with_its_lot(client, rosa, cheese):
    part = an_order(a_quote(cheese, 180), paid=True, address="Merced 340").parts.get()
    line = part.lines.get()
    lot = Lot.objects.create(product=cheese, producer=rosa, made_on=date(2026, 11, 1), quantity=500)
    signed_in(client, rosa)
    page = text(client.get(f"/panel/pedidos/{part.pk}/"))
    for words in ("180 kg", "Merced 340", "marta@lacaperuza.cl", lot.code, "Ya está preparado", "Ya lo despaché"):
        assert words in page

    assert client.post(f"/panel/pedidos/{part.pk}/", {"do": "prepared", f"lot-{line.pk}": lot.pk}).status_code == 302
    assert client.post(f"/panel/pedidos/{part.pk}/", {"do": "dispatched", "tracking": "Bus 114"}).status_code == 302

    part.refresh_from_db()
    line.refresh_from_db()
    assert (part.status, part.tracking, line.lot) == ("dispatched", "Bus 114", lot)
    assert "Bus 114" in text(client.get(f"/panel/pedidos/{part.pk}/"))


def test_an_unpaid_part_shows_no_contact_and_cannot_be_sent(client, rosa, cheese):
    part = an_order(a_quote(cheese, 180)).parts.get()
    signed_in(client, rosa)

    page = text(client.get(f"/panel/pedidos/{part.pk}/"))
    assert "Todavía no lo pagan" in page
    assert "marta@" not in page
    assert client.post(f"/panel/pedidos/{part.pk}/", {"do": "dispatched"}).status_code == 409


@pytest.mark.parametrize(
    ("data", "status"),
    [
        ({}, 422),
        ({"do": "received"}, 422),
        ({"do": "cancelled"}, 422),
        ({"do": "dispatched", "tracking": "x" * 161}, 422),
        ({"do": "dispatched", "tracking": "a\u2028b"}, 422),
        ({"do": "prepared", "lot-1": "abc"}, 302),
    ],
)
def test_a_producer_marks_only_what_is_theirs_to_mark(client, rosa, cheese, data, status):
    part = an_order(a_quote(cheese, 180), paid=True).parts.get()
    signed_in(client, rosa)

    assert client.post(f"/panel/pedidos/{part.pk}/", data).status_code == status
    assert OrderPart.objects.get().status == ("prepared" if status == 302 else "to_prepare")


def test_a_delivery_still_to_be_agreed_is_told_to_the_producer_until_it_is_sent(client, rosa, cheese):
    part = an_order(a_quote(cheese, 180, destination_region=""), paid=True).parts.get()
    worker.run_until_idle()
    signed_in(client, rosa)

    letter = OutgoingMail.objects.get(subject__startswith="Prepare el pedido")
    assert "antes de enviar, acuérdelo con quien compra" in letter.text
    assert "Antes de enviar, acuérdelo" in text(client.get(f"/panel/pedidos/{part.pk}/"))
    client.post(f"/panel/pedidos/{part.pk}/", {"do": "dispatched"})
    assert "Antes de enviar, acuérdelo" not in text(client.get(f"/panel/pedidos/{part.pk}/"))


def test_what_we_do_not_know_is_said(client, rosa, cheese):
    part = an_order(a_quote(cheese, 180), paid=True).parts.get()
    signed_in(client, rosa)

    assert "No entendimos qué quiere hacer." in text(client.post(f"/panel/pedidos/{part.pk}/", {"do": "x"}), 422)


def test_a_cancelled_order_says_so(client, rosa, cheese):
    order = an_order(a_quote(cheese, 180), paid=True)
    cancel_order(SYSTEM, order)
    signed_in(client, rosa)

    assert "Quedó anulado" in text(client.get(f"/panel/pedidos/{order.parts.get().pk}/"))


def test_the_coordinator_sees_who_was_asked_and_the_load(client, cheese, network):
    inquiry = an_inquiry(cheese, 180)
    signed_in(client, network)

    page = text(client.get("/panel/reparto/"))
    for words in ("180 kg de Queso de cabra de guarda", inquiry.number, "Rosa Araya", "Ana Tapia", "100 %"):
        assert words in page
    page = text(client.get(f"/panel/reparto/{inquiry.number}/"))
    for words in ("Rosa Araya", "+56 9 1111 2222", "Pasar a otra persona", "Ana Tapia"):
        assert words in page
    assert "marta@" not in page


def test_the_coordinator_gives_the_part_to_another(client, ana, cheese, network):
    inquiry = an_inquiry(cheese, 180)
    user = signed_in(client, network)
    offer, path = Offer.objects.get(), f"/panel/reparto/{inquiry.number}/"
    supply = cheese.supplies.get(producer=ana)

    assert client.post(path, {"offer": offer.pk, "to": 999}).status_code == 422
    assert client.post(path, {"offer": offer.pk, "to": supply.pk}).status_code == 302

    assert Offer.objects.open().get().producer == ana
    assert audit.entries(offer, "offer.passed_on").get().actor_id == str(user.pk)


def test_who_cannot_take_it_is_told_by_the_rule(client, ana, cheese, network):
    inquiry = an_inquiry(cheese, 180)
    cheese.supplies.filter(producer=ana).update(monthly_capacity=[10] * 12)
    signed_in(client, network)

    data = {"offer": Offer.objects.get().pk, "to": cheese.supplies.get(producer=ana).pk}
    page = text(client.post(f"/panel/reparto/{inquiry.number}/", data), 422)

    assert "Ana Tapia no puede con esta parte" in page
    assert Offer.objects.get().status == "offered"


def test_a_producer_has_no_page_of_the_split(client, rosa, cheese):
    inquiry = an_inquiry(cheese, 180)
    signed_in(client, rosa)

    assert client.get("/panel/reparto/").status_code == 404
    assert client.get(f"/panel/reparto/{inquiry.number}/").status_code == 404


def test_an_evaluator_has_none_of_these_pages(client, cheese):
    an_inquiry(cheese, 180)
    signed_in(client, a_territory(), role=Role.EVALUATOR)

    for path in ("/panel/encargos/", "/panel/pedidos/", "/panel/reparto/"):
        assert client.get(path).status_code == 404


def queries(client, path):
    with CaptureQueriesContext(connection) as context:
        text(client.get(path))
    return len(context)


@pytest.mark.parametrize("path", ["/panel/encargos/", "/panel/pedidos/"])
def test_the_lists_cost_the_same_for_one_and_for_many(client, rosa, path):
    def another():
        product = a_product(supplies=[{"capacity": 300, "producer": rosa}])
        an_order(a_quote(product, 20), paid=True)
        an_inquiry(product, 10)

    signed_in(client, rosa)
    another()
    few = queries(client, path)
    for _ in range(4):
        another()

    assert queries(client, path) == few


def test_the_split_costs_the_same_for_one_and_for_many(client, cheese, network):
    signed_in(client, network)
    an_inquiry(cheese, 10)
    few = queries(client, "/panel/reparto/")
    for _ in range(4):
        an_inquiry(cheese, 10)

    assert queries(client, "/panel/reparto/") == few
