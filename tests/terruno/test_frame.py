import re

import pytest
from django.test import Client

from tests.builders import a_territory

pytestmark = pytest.mark.django_db


def test_a_page_has_landmarks_a_way_past_the_menu_and_one_heading(client: Client) -> None:
    html = client.get("/territorios/").content.decode()

    assert '<a class="skip" href="#contenido">' in html
    assert '<main id="contenido">' in html
    assert 'aria-current="page"' in html
    assert html.count("<h1") == 1


def test_a_page_loads_nothing_from_elsewhere_and_runs_no_script_of_its_own(client: Client) -> None:
    a_territory("Limarí")
    html = client.get("/territorios/limari/").content.decode()

    assert not re.findall(r'(?:src|srcset|href)="https?://(?!127\.0\.0\.1:8000)', html)
    assert "style=" not in html
    assert not re.findall(r"<script(?! type=\"application/ld\+json\")", html)


def test_an_unknown_address_leads_on(client: Client, settings: object) -> None:
    settings.DEBUG = False  # type: ignore[attr-defined]

    answer = client.get("/no-existe/")

    assert answer.status_code == 404
    html = answer.content.decode()
    assert 'action="/buscar/"' in html
    assert 'content="noindex"' in html


def test_an_unknown_address_in_english_is_answered_in_english(client: Client, settings: object) -> None:
    settings.DEBUG = False  # type: ignore[attr-defined]

    answer = client.get("/en/nowhere/")

    assert answer.status_code == 404
    assert '<html lang="en">' in answer.content.decode()


def test_the_other_language_of_a_page_is_one_link_away(client: Client) -> None:
    assert (
        '<a href="/en/territorios/" lang="en" hreflang="en">English</a>' in client.get("/territorios/").content.decode()
    )
    assert (
        '<a href="/territorios/" lang="es" hreflang="es">Español</a>' in client.get("/en/territorios/").content.decode()
    )
