from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from catalog.models import Product
from producers.models import Seal
from tests.builders import a_comuna, a_grant, a_producer, a_product, a_seal

pytestmark = pytest.mark.django_db


@pytest.fixture
def seal() -> Seal:
    found = a_seal(
        "sello-limari", "Sello Limarí", issuer_es="Consejo del Limarí", description_es="Leche de cinco comunas."
    )
    found.comunas.add(a_comuna("Monte Patria"))
    return found


def page(client: Client, number: str = "") -> str:
    return client.get("/sellos/sello-limari/", {"numero": number} if number else {}).content.decode()


def test_a_seal_says_what_it_assures_who_gives_it_and_where(client: Client, seal: Seal) -> None:
    html = page(client)

    assert "Leche de cinco comunas." in html
    assert "Consejo del Limarí" in html
    assert "Monte Patria" in html


def test_holders_are_those_of_today(client: Client, seal: Seal) -> None:
    today = timezone.localdate()
    a_grant(a_producer("Vigente"), seal=seal, number="L-1")
    a_grant(
        a_producer("Vencida"), seal=seal, number="L-2", granted_on=today - timedelta(9), expires_on=today - timedelta(1)
    )

    html = page(client)

    assert "L-1" in html
    assert "L-2" not in html


def test_a_seal_expires_by_itself_the_day_after_its_last(client: Client, seal: Seal) -> None:
    today = timezone.localdate()
    a_grant(a_producer(), seal=seal, number="L-1", expires_on=today)

    assert "L-1" in page(client)
    seal.grants.update(expires_on=today - timedelta(days=1))
    assert "L-1" not in page(client)


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({}, "Vigente"),
        ({"expires_on": -1}, "Vencido"),
        ({"revoked_on": 0}, "Revocado"),
        ({"granted_on": 5}, "Todavía no rige"),
    ],
)
def test_a_number_is_checked(client: Client, seal: Seal, change: dict[str, int], word: str) -> None:
    today = timezone.localdate()
    dates = {name: today + timedelta(days=days) for name, days in change.items()}
    a_grant(a_producer("Quesería Alta"), seal=seal, number="L-0147", **dates)

    html = page(client, "l-0147")

    assert f"<strong>{word}</strong>" in html
    assert "Quesería Alta" in html


def test_a_number_nobody_was_given_is_unknown(client: Client, seal: Seal) -> None:
    html = page(client, "<b>X</b>")

    assert "<strong>No existe</strong>" in html
    assert "<b>X</b>" not in html


def test_a_number_of_another_seal_is_unknown_here(client: Client, seal: Seal) -> None:
    a_grant(a_producer(), seal=a_seal("otro", "Otro sello"), number="Z-9")

    assert "<strong>No existe</strong>" in page(client, "Z-9")


def test_products_under_the_seal_are_shown(client: Client, seal: Seal) -> None:
    product = a_product("Queso sellado")
    a_grant(product.producer, product, seal=seal)
    a_product("Queso sin sello")

    html = page(client)

    assert "Queso sellado" in html
    assert "Queso sin sello" not in html


def test_a_product_made_outside_the_area_is_not_shown_under_the_seal(client: Client, seal: Seal) -> None:
    product = a_product("Queso de lejos")
    a_grant(product.producer, product, seal=seal)
    Product.objects.filter(pk=product.pk).update(comuna=a_comuna("Coquimbo"))
    assert "Queso de lejos" not in page(client)


def test_an_unknown_seal_is_absent(client: Client) -> None:
    assert client.get("/sellos/inventado/").status_code == 404
