"""A draft is seen in the CMS by the very template its public page uses, and nowhere else."""

from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from catalog.models import Format, PriceTier
from tests.builders import a_circuit, a_network, a_place, a_producer, a_product, a_supply, a_territory

pytestmark = pytest.mark.django_db


def previewed(record: Any) -> str:
    answer = record.make_preview_request()
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_products_draft_is_previewed_with_the_prices_of_the_draft(client: Client) -> None:
    cheese = a_product("Queso", slug="queso")
    a_supply(cheese)
    cheese.title_es = "Queso con otro nombre"
    cheese.formats = [Format(name_es="Rueda nueva", size=Decimal("0.5"))]
    cheese.formats.all()[0].tiers = [PriceTier(min_quantity=1, unit_price=5900)]
    draft = cheese.save_revision().as_object()

    html = previewed(draft)

    assert "Queso con otro nombre" in html
    assert "Rueda nueva" in html
    assert "$5.900" in html
    assert "Queso con otro nombre" not in client.get("/productos/queso/").content.decode()


@pytest.mark.parametrize("make", [a_territory, a_producer, a_network])
def test_a_renamed_record_is_previewed_by_its_page(make: Any) -> None:
    record = make()
    record.name = "Nombre en borrador"

    assert "<h1>Nombre en borrador</h1>" in previewed(record.save_revision().as_object())


def test_a_circuits_draft_is_previewed_with_its_stops() -> None:
    circuit = a_circuit("Ruta", stops=[a_place("Feria")], operators=[8])
    circuit.title_es = "Ruta en borrador"

    html = previewed(circuit.save_revision().as_object())

    assert "Ruta en borrador" in html
    assert "1. Feria" in html
