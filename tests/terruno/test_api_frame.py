import re

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db
PROBLEM = "application/problem+json"


def test_the_docs_load_nothing_from_elsewhere_under_the_policy_of_the_site(client: Client) -> None:
    answer = client.get("/api/docs")
    html = answer.content.decode()

    assert not re.findall(r"(?:src|href)=\"(?:https?:)?//", html)
    assert not [
        tag for tag in re.findall(r"<script[^>]*>", html) if "src=" not in tag and "application/json" not in tag
    ]
    assert "default-src 'self'" in answer["Content-Security-Policy"]


def test_every_list_and_object_is_described(client: Client) -> None:
    paths = client.get("/api/openapi.json").json()["paths"]

    for kind in ("territories", "products", "circuits", "producers", "networks"):
        assert f"/api/v1/{kind}" in paths
        described = paths[f"/api/v1/{kind}/{{slug}}"]["get"]
        assert set(described["responses"]) >= {"200", "404"}
        assert {"slug", "lang"} <= {parameter["name"] for parameter in described["parameters"]}


@pytest.mark.parametrize("path", ["/api/v1/unknown", "/api/v2/products", "/api/v1/products/a/b", "/api/"])
def test_an_unknown_address_is_a_problem_document(client: Client, path: str) -> None:
    answer = client.get(path)

    assert answer.status_code == 404
    assert answer["Content-Type"].startswith(PROBLEM)


def test_a_wrong_method_is_a_problem_document(client: Client) -> None:
    answer = client.delete("/api/v1/products")

    assert answer.status_code == 405
    assert answer["Content-Type"].startswith(PROBLEM)
