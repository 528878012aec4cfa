import pytest
from django.test import Client
from django.utils import timezone

from producers.models import Network, NetworkCapacity, NetworkMember, NetworkResult
from tests.builders import a_network, a_producer, a_product

pytestmark = pytest.mark.django_db


@pytest.fixture
def forest() -> Network:
    members = [a_producer("Bosques del Pewén"), a_producer("Vivero Agua")]
    network = a_network("Cluster Forestal", members=members, slug="cluster-forestal", members_declared=180)
    NetworkCapacity.objects.create(network=network, quantity=3000, unit_es="ha", what_es="hectáreas en la red")
    NetworkResult.objects.create(
        network=network, quantity=500, what_es="empleos permanentes", source_es="Láminas del programa", at_least=True
    )
    return network


def page(client: Client) -> str:
    return client.get("/redes/cluster-forestal/").content.decode()


def test_a_network_tells_what_it_can_do_together_and_what_was_counted(client: Client, forest: Network) -> None:
    html = page(client)

    assert "3.000</span> ha" in html
    assert "hectáreas en la red" in html
    assert "al menos" in html
    assert "Láminas del programa" in html
    assert "180" in html


def test_members_of_today_stand_on_the_map_and_in_the_list(client: Client, forest: Network) -> None:
    NetworkMember.objects.filter(producer__name="Vivero Agua").update(left_on=timezone.localdate())

    html = page(client)

    assert html.count("Bosques del Pewén") >= 2
    assert "Vivero Agua" not in html


def test_a_member_without_a_page_is_not_named(client: Client, forest: Network) -> None:
    hidden = a_producer("Predio en borrador", live=False)
    NetworkMember.objects.create(network=forest, producer=hidden)

    assert "Predio en borrador" not in page(client)


def test_the_list_says_of_how_many_it_is(client: Client, forest: Network) -> None:
    assert "La red dice tener 180 socios; 2 tienen página en Terruño." in page(client)

    Network.objects.update(members_declared=2)
    assert "La red dice tener" not in page(client)


def test_a_list_too_long_for_the_page_says_so(client: Client, forest: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("producers.pages.network.MOST_MEMBERS", 1)
    Network.objects.update(members_declared=None)

    html = page(client)

    assert "Aquí están los primeros 1, por nombre." in html
    assert "Vivero Agua" not in html


def test_its_products_are_shown_and_the_network_may_be_asked(client: Client, forest: Network) -> None:
    a_product("Pino aserrado", network=forest)

    html = page(client)

    assert "Pino aserrado" in html
    assert 'href="/consultas/nueva/?network=cluster-forestal"' in html


def test_a_network_without_members_still_has_a_page(client: Client) -> None:
    a_network("Red nueva", slug="red-nueva")

    assert client.get("/redes/red-nueva/").status_code == 200


def test_a_draft_network_is_absent(client: Client, forest: Network) -> None:
    Network.objects.update(live=False)

    assert client.get("/redes/cluster-forestal/").status_code == 404


def test_the_page_costs_the_same_queries_whatever_its_size(
    client: Client, forest: Network, django_assert_num_queries: object
) -> None:
    for number in range(12):
        member = a_producer(f"Socia {number}")
        NetworkMember.objects.create(network=forest, producer=member)
        a_product(f"Madera {number}", network=forest, producer=member)

    with django_assert_num_queries(7):  # type: ignore[operator]
        page(client)
