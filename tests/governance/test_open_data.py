import csv
import io
from typing import Any

import pytest
from django.test import Client

from governance import figures
from governance.open_data import DATASETS, LICENCE
from tests.builders import a_circuit, a_comuna, a_network, a_producer, a_product, a_territory
from tests.governance.builders import a_commitment

pytestmark = pytest.mark.django_db


@pytest.fixture
def rows() -> None:
    here = a_territory(comunas=[a_comuna("Ovalle"), a_comuna("Punitaqui")])
    maker = a_producer(
        "=Quesería", territory=here, email="secreto@ejemplo.cl", phone="+56 9 1111 2222", person="Elba Pastén"
    )
    a_product(producer=maker, territory=here)
    a_network(members=[maker])
    a_circuit(territory=here)
    a_commitment("Reparar el puente", due_in=-1)
    a_commitment("Sin anunciar", announced_on=None)


def read(client: Client, slug: str) -> list[dict[str, str]]:
    answer = client.get(f"/api/v1/open-data/{slug}.csv")
    assert answer.status_code == 200
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))


def test_the_list_gives_each_dataset_a_licence_and_a_date(client: Client, rows: None) -> None:
    listed = client.get("/api/v1/open-data/").json()["datasets"]
    assert {one["slug"] for one in listed} == set(DATASETS)
    for one in listed:
        assert one["licence"]["name"] == LICENCE
        assert len(one["date"]) == 10
        assert client.get(one["csv"].replace("http://127.0.0.1:8000", "")).status_code == 200


@pytest.mark.parametrize("slug", DATASETS)
def test_both_forms_hold_the_same_rows(client: Client, rows: None, slug: str) -> None:
    document = client.get(f"/api/v1/open-data/{slug}.json").json()
    table = read(client, slug)
    assert len(document["rows"]) == len(table) > 0
    assert list(document["rows"][0]) == document["columns"] == list(table[0])
    assert document["licence"]["name"] == LICENCE


@pytest.mark.parametrize("slug", DATASETS)
def test_no_contact_data_leaves(client: Client, rows: None, slug: str) -> None:
    for form in ("csv", "json"):
        body = client.get(f"/api/v1/open-data/{slug}.{form}").content.decode()
        for secret in ("secreto@", "1111 2222", "Elba"):
            assert secret not in body


def test_a_formula_leaves_as_words(client: Client, rows: None) -> None:
    assert read(client, "producers")[0]["name"] == "'=Quesería"


def test_a_territory_comes_with_its_comunas(client: Client, rows: None) -> None:
    (limari,) = read(client, "territories")
    assert limari["comuna_codes"] == "04301 04304"
    assert limari["comunas"] == "Ovalle, Punitaqui"


def test_only_announced_commitments_leave_with_how_they_stand(client: Client, rows: None) -> None:
    (promise,) = read(client, "commitments")
    assert (promise["text_es"], promise["standing"], promise["place"]) == ("Reparar el puente", "late", "limari")


def test_figures_come_by_quarter_and_place(client: Client, rows: None) -> None:
    found = read(client, "figures")
    assert len(found) == 2 * 12 * len(figures.slugs())
    last = [row for row in found if row["place"] == "limari" and row["figure"] == "products"][-1]
    assert last["value"] == "1"


@pytest.mark.parametrize("name", ["nada.csv", "products.xls", "products"])
def test_what_is_not_there_is_a_problem_document(client: Client, name: str) -> None:
    answer = client.get(f"/api/v1/open-data/{name}")
    assert answer.status_code in (400, 404)
    assert answer["Content-Type"] == "application/problem+json"


def test_a_draft_product_does_not_leave(client: Client, rows: None) -> None:
    a_product("Secreto", live=False, slug="secreto-producto")
    assert "secreto-producto" not in [row["slug"] for row in read(client, "products")]


def test_products_cost_one_query_however_many(client: Client, rows: None, django_assert_num_queries: Any) -> None:
    for _ in range(5):
        a_product()
    with django_assert_num_queries(2):  # its rows, its date
        read(client, "products")


def test_a_form_there_is_not_is_called_extension_as_elsewhere(client: Client) -> None:
    answer = client.get("/api/v1/open-data/products.xml")

    assert answer.status_code == 400
    assert answer.json()["errors"] == [{"field": "extension", "message": "Valores posibles: 'csv', 'json'."}]
