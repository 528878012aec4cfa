from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from producers.models import NetworkMember, Producer
from tests.builders import (
    a_circuit,
    a_comuna,
    a_grant,
    a_network,
    a_place,
    a_producer,
    a_product,
    a_supply,
    a_territory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def maker() -> Producer:
    return a_producer(
        "Quesería Majada Alta",
        slug="queseria-majada-alta",
        person="Elba Pastén",
        comuna=a_comuna("Río Hurtado"),
        story_es="La cámara es de adobe.",
        quote_es="El queso se hace en un día y se cuida sesenta.",
        since=2003,
        email="elba@ejemplo.cl",
        phone="+56 9 5555 5555",
        summary_es="Queso de guarda.",
        summary_en="Aged cheese.",
    )


def page(client: Client, maker: Producer, prefix: str = "") -> str:
    return client.get(f"{prefix}/productores/{maker.slug}/").content.decode()


def test_a_producer_is_introduced_with_place_face_and_words(client: Client, maker: Producer) -> None:
    html = page(client, maker)

    assert "Elba Pastén" in html
    assert "Río Hurtado" in html
    assert "Región de Coquimbo" in html
    assert "«El queso se hace en un día y se cuida sesenta.»" in html
    assert "La cámara es de adobe." in html
    assert "2003" in html
    assert html.count("<h1") == 1


def test_how_to_reach_a_producer_stays_private(client: Client, maker: Producer) -> None:
    html = page(client, maker)

    assert "elba@ejemplo.cl" not in html
    assert "5555" not in html


def test_what_it_makes_alone_and_with_others_is_shown_once(client: Client, maker: Producer) -> None:
    a_supply(a_product("Queso maduro", producer=maker), producer=maker)
    a_supply(a_product("Manjar de cabra"), producer=maker)
    a_product("Vino ajeno")

    html = page(client, maker)

    assert html.count(">Queso maduro<") == 1
    assert html.count(">Manjar de cabra<") == 1
    assert "Vino ajeno" not in html


def test_what_it_no_longer_supplies_is_not_shown(client: Client, maker: Producer) -> None:
    a_supply(a_product("Manjar de cabra"), producer=maker, paused=True)

    assert "Manjar de cabra" not in page(client, maker)


def test_networks_are_those_it_belongs_to_today(client: Client, maker: Producer) -> None:
    a_network("Red de hoy", members=[maker])
    left = a_network("Red de antes", members=[maker])
    NetworkMember.objects.filter(network=left).update(left_on=timezone.localdate())

    html = page(client, maker)

    assert "Red de hoy" in html
    assert "Red de antes" not in html


def test_only_seals_valid_today_are_shown(client: Client, maker: Producer) -> None:
    today = timezone.localdate()
    a_grant(maker, number="A-1")
    a_grant(maker, number="A-2", granted_on=today - timedelta(days=400), expires_on=today - timedelta(days=1))
    a_grant(maker, number="A-3", revoked_on=today)

    html = page(client, maker)

    assert "N.º A-1" in html
    assert "A-2" not in html
    assert "A-3" not in html


def test_circuits_that_stop_there_or_are_hosted_there_are_shown(client: Client, maker: Producer) -> None:
    a_circuit("Ruta con parada", stops=[a_place("Quesería", producer=maker)])
    a_circuit("Ruta con anfitrión", operators=[{"capacity": 8, "producer": maker}])
    a_circuit("Ruta ajena")

    html = page(client, maker)

    assert "Ruta con parada" in html
    assert "Ruta con anfitrión" in html
    assert "Ruta ajena" not in html


def test_a_draft_producer_is_absent(client: Client, maker: Producer) -> None:
    Producer.objects.update(live=False)

    assert client.get(f"/productores/{maker.slug}/").status_code == 404


def test_in_english_the_summary_is_english(client: Client, maker: Producer) -> None:
    assert "Aged cheese." in page(client, maker, "/en")


def test_a_demonstration_says_that_it_is_one(client: Client, maker: Producer) -> None:
    assert "Ficha de demostración" not in page(client, maker)
    Producer.objects.update(fictional=True)
    assert "Ficha de demostración" in page(client, maker)


def test_the_page_costs_the_same_queries_whatever_it_makes(
    client: Client, maker: Producer, django_assert_num_queries: object
) -> None:
    for number in range(12):
        a_supply(a_product(f"Queso {number}", producer=maker), producer=maker)
        a_network(f"Red {number}", members=[maker])
        a_grant(maker)
    for number in range(3):
        a_circuit(f"Ruta {number}", stops=[a_place(producer=maker), a_place()], territory=a_territory())

    with django_assert_num_queries(8):  # type: ignore[operator]
        page(client, maker)
