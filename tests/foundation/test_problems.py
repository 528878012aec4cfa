import json

import pytest
from django.http import HttpResponse, StreamingHttpResponse
from django.test import Client, RequestFactory

from foundation.middleware import RequestGuard

pytestmark = [pytest.mark.urls("tests.foundation.guarded"), pytest.mark.django_db]

LINES = [{"quantity": 1, "name": "ajo"}]


@pytest.fixture
def client():
    return Client(raise_request_exception=False)


def problem(response, status: int) -> dict:
    assert response.status_code == status
    assert response["Content-Type"] == "application/problem+json"
    document = json.loads(response.content)
    assert document["status"] == status
    assert set(document) == {"type", "title", "status", "detail", "errors"}
    assert document["title"]
    return document


def fields(document: dict) -> list[str]:
    return [error["field"] for error in document["errors"]]


def post(client, body: bytes | str, content_type: str = "application/json"):
    return client.generic("POST", "/api/orders", body, content_type=content_type)


def test_good_requests_pass(client):
    assert client.post("/api/orders", {"lines": LINES}, content_type="application/json").json() == {"lines": 1}
    assert client.get("/api/things?page_size=3").json() == {"page_size": 3}


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ({}, ["lines"]),
        ({"lines": [{"quantity": 0, "name": "ajo"}]}, ["lines[0].quantity"]),
        ({"lines": [*LINES, {"quantity": "x", "name": "demasiado"}]}, ["lines[1].quantity", "lines[1].name"]),
    ],
)
def test_a_wrong_body_names_its_fields(client, body, names):
    document = problem(post(client, json.dumps(body)), 422)

    assert fields(document) == names
    assert all(error["message"] for error in document["errors"])


@pytest.mark.parametrize(
    ("query", "name"), [("page_size=0", "page_size"), ("page_size=x", "page_size"), ("month=enero", "month")]
)
def test_a_wrong_parameter_is_a_400_that_names_it(client, query, name):
    assert fields(problem(client.get(f"/api/things?{query}"), 400)) == [name]


@pytest.mark.parametrize(
    "body",
    [
        b"{",
        b"\xff\xfe",
        b'{"lines": NaN}',
        b"[" * 100_000,
        b'{"lines": [{"quantity": 1, "name": "a\\u0000"}]}',
        b'{"lines": [{"quantity": 1, "name": "\\ud800"}]}',
        b'{"a\\u0000": 1}',
        '{"lines": "á"}'.encode("latin-1"),
    ],
    ids=lambda body: ascii(body[:30]),
)
def test_what_is_not_json_is_a_400(client, body):
    problem(post(client, body), 400)


def test_an_empty_body_lacks_its_fields(client):
    problem(post(client, b""), 422)


def test_an_empty_body_is_not_called_by_a_name_of_ours(client):
    assert fields(problem(post(client, b""), 422)) == ["body"]


def test_possible_values_are_told_without_a_word_of_another_language(client):
    (error,) = problem(client.get("/api/things?pace=x"), 400)["errors"]

    assert error == {"field": "pace", "message": "Valores posibles: 'slow', 'normal', 'fast'."}


@pytest.mark.parametrize("body", [[], None, "x", 5, True])
def test_a_body_that_is_no_object_is_told_so(client, body):
    (error,) = problem(post(client, json.dumps(body)), 422)["errors"]

    assert error == {"field": "body", "message": "Debe ser un objeto."}


@pytest.mark.parametrize("line", [[], None, "x"])
def test_a_part_that_is_no_object_is_told_so(client, line):
    (error,) = problem(post(client, json.dumps({"lines": [line]})), 422)["errors"]

    assert error == {"field": "lines[0]", "message": "Debe ser un objeto."}


def test_a_part_that_is_no_list_is_told_so(client):
    (error,) = problem(post(client, json.dumps({"lines": {}})), 422)["errors"]

    assert error == {"field": "lines", "message": "Debe ser una lista."}


def test_another_content_type_is_a_415(client):
    problem(post(client, "<a/>", "text/xml"), 415)


def test_a_body_above_the_limit_is_a_413(client, settings):
    problem(post(client, b" " * (settings.TERRUNO_BODY_LIMIT + 1)), 413)


def test_a_wrong_method_is_a_405_that_says_which_are_right(client):
    response = client.delete("/api/things")

    problem(response, 405)
    assert response["Allow"] == "GET"


def test_head_answers_as_get_without_a_body(client):
    got, headed = client.get("/api/things"), client.head("/api/things")

    assert (headed.status_code, headed.content) == (200, b"")
    assert headed["Content-Length"] == str(len(got.content))
    assert headed["Content-Type"] == got["Content-Type"]
    assert client.head("/api/none").status_code == 404
    assert client.head("/api/orders").status_code == 405


@pytest.mark.parametrize("answer", [HttpResponse(b"abc"), StreamingHttpResponse([b"abc"])])
def test_the_door_itself_drops_the_body_of_a_head(answer):
    response = RequestGuard(lambda request: answer)(RequestFactory().head("/api/things"))

    assert b"".join(response) == b""


def test_an_unknown_address_is_a_404(client):
    problem(client.get("/api/none"), 404)


def test_a_raised_problem_is_answered_as_it_is(client):
    document = problem(client.get("/api/conflict"), 409)

    assert (document["type"], document["detail"]) == ("/problemas/respondida", "Ya se respondió.")


def test_too_many_requests_say_when_to_come_back(client):
    response = client.get("/api/limited")

    problem(response, 429)
    assert response["Retry-After"] == "30"


def test_a_crash_tells_nothing(client):
    response = client.get("/api/broken")

    problem(response, 500)
    assert b"secret" not in response.content


@pytest.mark.parametrize(
    "path",
    ["/api/things?page_size=%00", "/api/things?q=%ff", "/api/%00", "/api/%ff", "/form/?q=a%00b", "/form/?q=%c3("],
)
def test_nul_and_broken_utf8_in_an_address_are_a_400(client, path):
    response = client.get(path)

    assert response.status_code == 400
    if path.startswith("/api/"):
        problem(response, 400)
    else:
        assert "<h1>Solicitud no válida</h1>" in response.content.decode()


@pytest.mark.parametrize("body", [b"name=a%00b", b"name=a\x00b", b"name=%ff", b"name=\xff", b"%00=a"])
def test_nul_and_broken_utf8_in_a_form_are_a_400(client, body):
    response = client.generic("POST", "/form/", body, content_type="application/x-www-form-urlencoded")

    assert response.status_code == 400


def test_an_address_and_a_form_with_accents_pass(client):
    assert client.get("/ñandú/?q=ñ").content.decode() == "ñ"
    assert client.post("/form/", {"name": "ñandú"}).content.decode() == "ñandú"
    encoded = client.generic("POST", "/form/", "name=%C3%B1+x", content_type="application/x-www-form-urlencoded")
    assert encoded.content.decode() == "ñ x"


def test_a_form_that_is_too_heavy_is_told_so_in_the_readers_language(client, settings):
    settings.TERRUNO_BODY_LIMIT = 10
    heavy = {"name": "x" * 100}

    spanish = client.post("/form/", heavy)
    assert spanish.status_code == 413
    assert "pesa demasiado" in spanish.content.decode()
    assert 'lang="en"' in client.post("/en/form/", heavy).content.decode()


def test_a_photo_may_weigh_more_than_a_form(client, settings):
    settings.TERRUNO_BODY_LIMIT = 10

    assert client.post("/panel/form/", {"name": "x" * 100}).status_code == 200
