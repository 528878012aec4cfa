from typing import Any

import pytest
from django.test import Client

from catalog.models import Format, PriceTier
from foundation.months import mask
from tests.builders import a_category, a_grant, a_network, a_product, a_territory

pytestmark = pytest.mark.django_db


def titles(client: Client, query: str) -> list[str]:
    return [row["title"] for row in client.get(f"/api/v1/products?{query}").json()["results"]]


def test_products_may_be_asked_by_territory_category_family_and_month(client: Client) -> None:
    dairy = a_category("lacteos", "Lácteos")
    goat = a_category("quesos-cabra", "Quesos de cabra", parent=dairy)
    a_product("Queso", category=goat, sale_months=mask([9]))
    a_product(
        "Papa", category=a_category("papas", "Papas"), territory=a_territory("Chiloé", slug="chiloe", latitude=-42.5)
    )

    assert titles(client, "territory=chiloe") == ["Papa"]
    assert titles(client, "category=quesos-cabra") == ["Queso"]
    assert titles(client, "category=lacteos") == ["Queso"]
    assert titles(client, "month=10") == ["Papa"]
    assert titles(client, "month=9") == ["Queso", "Papa"]


def test_a_product_comes_with_prices_seals_and_names(client: Client) -> None:
    cheese = a_product(
        "Queso", slug="queso", title_en="Cheese", minimum="20.500", network=a_network(slug="red", name="Red")
    )
    piece = Format.objects.create(product=cheese, name_es="Pieza", size="0.4")
    PriceTier.objects.create(format=piece, min_quantity=1, unit_price=7500)
    a_grant(cheese.producer, cheese, number="L-1")

    found = client.get("/api/v1/products/queso?lang=en").json()

    assert found["title"] == "Cheese"
    assert found["url"] == "/en/productos/queso/"
    assert found["minimum"] == "20.5"
    assert found["formats"] == [{"name": "Pieza", "size": "0.4", "tiers": [{"min_quantity": 1, "unit_price": 7500}]}]
    assert [seal["number"] for seal in found["seals"]] == ["L-1"]
    assert found["network"] == {"slug": "red", "name": "Red"}
    assert found["sale_months"] == list(range(1, 13))
    assert found["image"] is None


def test_what_is_answered_is_what_the_schema_promises(client: Client) -> None:
    from catalog.api import ProductDetail, ProductPage

    a_grant((cheese := a_product("Queso", slug="queso")).producer, cheese)

    ProductDetail.model_validate(client.get("/api/v1/products/queso").json(), strict=True)
    ProductPage.model_validate(client.get("/api/v1/products").json(), strict=True)


def test_drafts_are_absent(client: Client) -> None:
    a_product("Queso", slug="queso", live=False)

    assert titles(client, "") == []
    assert client.get("/api/v1/products/queso").status_code == 404


def test_a_page_costs_two_queries_and_a_product_four(client: Client, django_assert_num_queries: Any) -> None:
    for number in range(10):
        a_product(f"Queso {number}", slug=f"queso-{number}")

    with django_assert_num_queries(2):
        client.get("/api/v1/products?page_size=10")
    with django_assert_num_queries(4):
        client.get("/api/v1/products/queso-3")


@pytest.mark.parametrize("query", ["month=13", "month=0", "month=enero", "page_size=1000", "lang=de"])
def test_a_bad_parameter_is_named(client: Client, query: str) -> None:
    answer = client.get(f"/api/v1/products?{query}")

    assert answer.status_code == 400
    assert [error["field"] for error in answer.json()["errors"]] == [query.split("=")[0]]
