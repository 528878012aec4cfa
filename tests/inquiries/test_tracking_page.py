"""The buyer's page: who makes which part, what is left and why, what has happened."""

from decimal import Decimal

import pytest

from foundation import worker
from foundation.actors import SYSTEM
from inquiries.models import Offer
from inquiries.services import accept_offer, decline_offer, submit_inquiry
from tests.builders import a_circuit, a_line, a_producer, a_product, a_request, an_inquiry

pytestmark = pytest.mark.django_db


def shown(client, inquiry, language=""):
    page = client.get(f"{language}/consultas/{inquiry.token}/")
    assert page.status_code == 200
    return page.content.decode()


@pytest.fixture
def inquiry():
    makers = [a_producer(name) for name in ("Rosa Araya", "Quesería El Palqui")]
    cheese = a_product(supplies=[{"capacity": 210, "producer": maker} for maker in makers])
    return an_inquiry(cheese, 500)


def test_it_says_who_makes_which_part_and_what_is_left_and_why(client, inquiry):
    page = shown(client, inquiry)

    assert "<h1>500 kg de Queso de cabra de guarda</h1>" in page
    assert inquiry.number in page
    for words in ("Rosa Araya, Monte Patria", "210 kg", "42 %", "Aún sin productor", "80 kg", "16 %", "Falta escala"):
        assert words in page
    assert 'role="img" aria-label="Reparto de 500 kg de Queso de cabra de guarda: ' in page
    assert "Faltan las respuestas de 2 productores" in page


def test_the_reasons_are_unfolded_not_in_the_way(client, inquiry):
    page = shown(client, inquiry)

    assert "<details><summary>Por qué ellos</summary>" in page
    assert "está en temporada" in page
    assert "No ha recibido encargos últimamente: le toca." in page


def test_it_follows_the_answers(client, inquiry):
    rosa, palqui = (Offer.objects.get(producer__name=name) for name in ("Rosa Araya", "Quesería El Palqui"))
    accept_offer(SYSTEM, rosa, quantity=Decimal(150))
    decline_offer(SYSTEM, palqui, reason="freight", note="Un secreto entre nosotros")
    worker.run_until_idle()

    page = shown(client, inquiry)

    assert "Rosa Araya: 150 kg" in page
    assert "Quesería El Palqui: No puedo despachar a ese lugar" in page
    assert "350 kg" in page
    assert "Una parte quedó sin productor" in page
    assert "Un secreto" not in page


def test_an_inquiry_nobody_can_serve_says_so_kindly(client):
    page = shown(client, an_inquiry(a_product(), 10))

    assert "Por ahora nadie ofrece Queso de cabra de guarda en Terruño." in page
    assert "El equipo del territorio" in page


def test_a_circuit_is_shown_in_people(client):
    page = shown(client, an_inquiry(a_circuit("Ruta de los quesos", operators=[10]), 6))

    assert "<h1>6 personas de Ruta de los quesos</h1>" in page


def test_several_lines_have_a_part_each(client):
    page = shown(
        client,
        submit_inquiry(
            a_request(a_line(a_product("Miel", supplies=[9]), 9), a_line(a_product("Ajo", supplies=[9]), 9))
        ),
    )

    assert "Consulta por 2 cosas" in page
    assert page.count('class="shares"') == 2


def test_it_is_written_in_the_language_of_the_address(client, inquiry):
    assert '<html lang="en">' in shown(client, inquiry, "/en")


def test_the_address_is_a_secret_kept(client, inquiry):
    page = client.get(inquiry.get_absolute_url())

    assert page.headers["Cache-Control"] == "private, no-store"
    assert page.headers["Referrer-Policy"] == "same-origin"
    assert "noindex" in page.headers["X-Robots-Tag"]
    assert '<meta name="robots" content="noindex, nofollow">' in page.content.decode()
    assert len(inquiry.token) == 22


def test_neither_the_number_nor_the_id_opens_it(client, inquiry):
    for guess in (inquiry.number, str(inquiry.pk), inquiry.token[:-1], inquiry.token.lower() + "x"):
        assert client.get(f"/consultas/{guess}/").status_code == 404


def test_looking_is_all_one_can_do(client, inquiry):
    assert client.post(inquiry.get_absolute_url()).status_code == 405


def test_names_are_shown_not_run(client):
    evil = "<script>alert(1)</script>"
    maker = a_producer(evil)
    inquiry = an_inquiry(a_product(evil, supplies=[{"capacity": 9, "producer": maker}]), 10, organisation=evil)

    assert evil not in shown(client, inquiry)
