import pytest
from django.test import Client

from foundation.months import mask
from tests.builders import a_circuit, a_place, a_producer, a_product

pytestmark = pytest.mark.django_db


def test_circuits_may_be_asked_by_territory_and_month(client: Client) -> None:
    a_circuit("Verano", months=mask([1, 2]))
    a_circuit("Primavera", months=mask([9, 10]))

    found = client.get("/api/v1/circuits?territory=limari&month=2").json()

    assert [row["title"] for row in found["results"]] == ["Verano"]
    assert client.get("/api/v1/circuits?territory=chiloe").json()["total"] == 0


def test_a_circuit_comes_with_stops_hosts_and_products(client: Client) -> None:
    host = {"capacity": 8, "unit_price": 20168, "producer": a_producer("Cocina", slug="cocina")}
    circuit = a_circuit("Litoral", slug="litoral", stops=[a_place("Museo"), a_place("Playa")], operators=[host])
    circuit.products.set([a_product("Cochayuyo", slug="cochayuyo"), a_product("Oculto", live=False)])
    circuit.save()

    found = client.get("/api/v1/circuits/litoral").json()

    assert [(stop["number"], stop["place"]["name"]) for stop in found["stops"]] == [(1, "Museo"), (2, "Playa")]
    assert found["hosts"][0]["unit_price"] == 20168
    assert found["hosts"][0]["unit_price_with_vat"] == 24000
    assert found["hosts"][0]["url"] == "/productores/cocina/"
    assert found["products"] == [{"slug": "cochayuyo", "name": "Cochayuyo"}]


def test_what_is_answered_is_what_the_schema_promises(client: Client) -> None:
    from routes.api import CircuitDetail, CircuitPage

    a_circuit("Litoral", slug="litoral", stops=[a_place(opening_hours={"mon": [["10:00", "18:00"]]})], operators=[5])

    CircuitDetail.model_validate(client.get("/api/v1/circuits/litoral").json(), strict=True)
    CircuitPage.model_validate(client.get("/api/v1/circuits").json(), strict=True)


def test_a_draft_circuit_is_absent(client: Client) -> None:
    a_circuit("Oculta", slug="oculta", live=False)

    assert client.get("/api/v1/circuits/oculta").status_code == 404
    assert client.get("/api/v1/circuits").json()["total"] == 0
