"""What a form answers whose token works no more."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db
PAGE = "/consultas/nueva/"
WRITTEN = {"name": "Marta Rojas", "message": "Para dos tiendas <b>y</b> un café.", "lines-0-quantity": "500"}


@pytest.fixture
def strict() -> Client:
    return Client(enforce_csrf_checks=True)


def test_what_was_written_can_be_sent_again_from_our_own_page(strict: Client) -> None:
    answer = strict.post(PAGE, WRITTEN, headers={"Origin": "http://testserver"})
    html = answer.content.decode()

    assert answer.status_code == 403
    assert '<main id="contenido">' in html
    assert 'name="lines-0-quantity" value="500"' in html
    assert "Para dos tiendas &lt;b&gt;y&lt;/b&gt; un café." in html
    token = strict.cookies["csrftoken"].value
    again = strict.post(PAGE, WRITTEN | {"csrfmiddlewaretoken": token}, headers={"Origin": "http://testserver"})
    assert again.status_code == 422
    assert "Marta Rojas" in again.content.decode()


@pytest.mark.parametrize("origin", ["https://otro.example", "null", ""])
def test_what_another_site_sends_is_not_offered_again(strict: Client, origin: str) -> None:
    answer = strict.post(PAGE, WRITTEN, headers={"Origin": origin} if origin else {})

    assert answer.status_code == 403
    assert "Marta Rojas" not in answer.content.decode()


def test_it_is_said_in_english_too(strict: Client) -> None:
    html = strict.post(f"/en{PAGE}", WRITTEN).content.decode()

    assert '<html lang="en"' in html
    assert "mucho tiempo" not in html


def test_a_password_is_never_written_into_a_page(strict: Client) -> None:
    sent = {"username": "a@ejemplo.cl", "password": "secreta-1234"}
    answer = strict.post("/admin/login/", sent, headers={"Origin": "http://testserver"})

    assert answer.status_code == 403
    assert "secreta-1234" not in answer.content.decode()
