import pytest
from django.test import Client

from tests.builders import a_comuna, a_territory

pytestmark = pytest.mark.django_db


def test_territories_come_paged_from_north_to_south(client: Client) -> None:
    a_territory("Chiloé", latitude=-42.5)
    a_territory("Huasco", latitude=-28.6, comunas=[a_comuna("Vallenar")])
    a_territory("Limarí", latitude=-30.6)

    page = client.get("/api/v1/territories?page_size=2").json()

    assert [page["total"], page["page"], page["page_size"]] == [3, 1, 2]
    assert [row["title"] for row in page["results"]] == ["Huasco", "Limarí"]
    assert page["results"][0]["comunas_count"] == 1
    assert page["results"][0]["url"].startswith("/territorios/territorio-")


def test_beyond_the_last_page_there_are_no_results(client: Client) -> None:
    a_territory("Limarí")

    page = client.get("/api/v1/territories?page=9").json()

    assert page["total"] == 1
    assert page["results"] == []


def test_territories_may_be_asked_by_state(client: Client) -> None:
    a_territory("Limarí")
    a_territory("Arauco", status="associated", latitude=-37.6)

    page = client.get("/api/v1/territories?status=associated").json()

    assert [row["title"] for row in page["results"]] == ["Arauco"]


def test_a_territory_comes_with_its_comunas(client: Client) -> None:
    a_territory("Limarí", comunas=[a_comuna("Monte Patria")], story_es="Dos campos.", story_en="Two countrysides.")

    found = client.get("/api/v1/territories/limari?lang=en").json()

    assert found["kind"] == "territory"
    assert [comuna["name"] for comuna in found["comunas"]] == ["Monte Patria"]
    assert found["story"] == "Two countrysides."
    assert found["url"] == "/en/territorios/limari/"


def test_drafts_are_absent(client: Client) -> None:
    a_territory("Limarí", live=False)

    assert client.get("/api/v1/territories").json()["total"] == 0
    absent = client.get("/api/v1/territories/limari")
    assert absent.status_code == 404
    assert absent["Content-Type"] == "application/problem+json"
    assert absent.json()["status"] == 404


@pytest.mark.parametrize(
    ("query", "field"),
    [("page=0", "page"), ("page=x", "page"), ("page_size=101", "page_size"), ("page_size=0", "page_size"),
     ("lang=fr", "lang"), ("status=closed", "status"), ("page=99999999999999999999", "page")],
)  # fmt: skip
def test_a_bad_parameter_is_named(client: Client, query: str, field: str) -> None:
    answer = client.get(f"/api/v1/territories?{query}")

    assert answer.status_code == 400
    assert answer["Content-Type"] == "application/problem+json"
    assert [error["field"] for error in answer.json()["errors"]] == [field]
