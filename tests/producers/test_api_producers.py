import pytest
from django.test import Client

from producers.models import NetworkCapacity
from tests.builders import a_grant, a_network, a_producer, a_territory

pytestmark = pytest.mark.django_db


def test_producers_may_be_asked_by_territory(client: Client) -> None:
    a_producer("Quesera")
    a_producer("Papera", territory=a_territory("Chiloé", slug="chiloe", latitude=-42.5))

    page = client.get("/api/v1/producers?territory=chiloe").json()

    assert page["total"] == 1
    assert page["results"][0]["title"] == "Papera"
    assert page["results"][0]["territory"] == {"slug": "chiloe", "name": "Chiloé"}


def test_a_producer_comes_with_networks_and_valid_seals_but_no_address(client: Client) -> None:
    maker = a_producer("Quesera", slug="quesera", email="elba@ejemplo.cl", phone="5555", story_es="Adobe.")
    a_network("Red Queseras", members=[maker], slug="red-queseras")
    a_grant(maker, number="L-1")
    a_grant(maker, number="L-2", revoked_on="2026-01-01")

    answer = client.get("/api/v1/producers/quesera")

    assert answer.json()["networks"] == [{"slug": "red-queseras", "name": "Red Queseras"}]
    assert [seal["number"] for seal in answer.json()["seals"]] == ["L-1"]
    assert "elba@ejemplo.cl" not in answer.content.decode()
    assert "5555" not in answer.content.decode()


def test_a_network_comes_with_capacities_and_members(client: Client) -> None:
    network = a_network("Cluster", members=[a_producer("Bosque", slug="bosque")], slug="cluster", members_declared=180)
    NetworkCapacity.objects.create(network=network, quantity=3000, unit_es="ha", what_es="hectáreas")

    found = client.get("/api/v1/networks/cluster").json()

    assert found["members"] == [{"slug": "bosque", "name": "Bosque"}]
    assert found["capacities"] == [{"quantity": "3000", "unit": "ha", "what": "hectáreas"}]
    assert found["members_declared"] == 180


def test_a_page_of_producers_costs_two_queries(client: Client, django_assert_num_queries: object) -> None:
    for _number in range(10):
        a_producer()

    with django_assert_num_queries(2):  # type: ignore[operator]
        client.get("/api/v1/producers")
    with django_assert_num_queries(2):  # type: ignore[operator]
        client.get("/api/v1/networks")


def test_drafts_are_absent(client: Client) -> None:
    a_producer(slug="oculta", live=False)
    a_network(slug="red-oculta", live=False)

    assert client.get("/api/v1/producers/oculta").status_code == 404
    assert client.get("/api/v1/networks/red-oculta").status_code == 404
    assert client.get("/api/v1/networks").json()["total"] == 0
