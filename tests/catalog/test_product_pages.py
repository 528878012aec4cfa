import json
import re
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from catalog.models import Format, PointOfSale, PriceTier, Product
from foundation.months import mask
from producers.models import Producer
from tests.builders import (
    a_category,
    a_circuit,
    a_comuna,
    a_grant,
    a_network,
    a_place,
    a_producer,
    a_product,
    a_seal,
    a_supply,
    a_territory,
)  # fmt: skip

pytestmark = pytest.mark.django_db
NOVEMBER = datetime(2026, 11, 22, 12, tzinfo=ZoneInfo("America/Santiago"))


@pytest.fixture
def cheese() -> Product:
    dairy = a_category("lacteos", "Quesos y lácteos")
    product = a_product(
        "Queso de cabra",
        slug="queso-de-cabra",
        title_en="Goat cheese",
        summary_es="Firme y salino.",
        description_es="Se cuaja el mismo día.\n\nMadura sesenta días.",
        category=a_category("quesos-cabra", "Quesos de cabra", parent=dairy),
        comuna=a_comuna("Río Hurtado"),
        producer=a_producer("Quesería Majada Alta", comuna=a_comuna("Río Hurtado"), summary_es="Elba y su hijo."),
        minimum=20,
        allergens_es="Leche",
        shelf_life_days=120,
        channels=["direct", "restaurant"],
    )
    piece = Format.objects.create(product=product, name_es="Pieza de 400 g", size="0.4", order=1)
    PriceTier.objects.create(format=piece, min_quantity=1, unit_price=7500)
    PriceTier.objects.create(format=piece, min_quantity=6, unit_price=6800)
    return product


def page(client: Client, prefix: str = "") -> str:
    return client.get(f"{prefix}/productos/queso-de-cabra/").content.decode()


def linked(html: str) -> list[dict[str, Any]]:
    return [json.loads(text) for text in re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)]


def test_origin_stands_above_price(client: Client, cheese: Product) -> None:
    html = page(client)

    assert html.index("Dónde") < html.index("Quién") < html.index("Cuándo") < html.index("$7.500")
    assert "Quesería Majada Alta" in html
    assert "Región de Coquimbo" in html
    assert "Madura sesenta días." in html
    assert html.count("<h1") == 1


def test_prices_fall_with_the_number_taken(client: Client, cheese: Product) -> None:
    html = page(client)

    assert html.index(">1 a 5<") < html.index(">6 o más<") < html.index("$7.500") < html.index("$6.800")
    assert "$18.750 por kg" in " ".join(html.split())


def test_a_product_without_prices_can_still_be_asked_for(client: Client) -> None:
    a_product("Silla de raulí", slug="queso-de-cabra", made_to_order=True)

    html = page(client)

    assert "<table><caption>Precio" not in html
    assert 'href="/consultas/nueva/?product=queso-de-cabra"' in html
    assert "A pedido" in html


def test_wholesale_pools_what_active_makers_can_deliver_this_month(client: Client, cheese: Product) -> None:
    a_supply(cheese, 130, lead_time_days=5)
    a_supply(cheese, 70, lead_time_days=9)
    a_supply(cheese, 999, paused=True)
    a_supply(cheese, 999, producer=a_producer("En borrador", live=False))

    html = page(client)

    assert "200 kg" in html
    assert "entre 2 productores" in html
    assert "desde 5 días" in html
    assert "20 kg" in html
    assert "999" not in html


@time_machine.travel(NOVEMBER)
def test_out_of_season_it_says_when_there_is_capacity_again(client: Client, cheese: Product) -> None:
    a_supply(cheese, [0, 0, 50] + [0] * 9)

    assert "vuelve en marzo" in page(client)


@time_machine.travel(NOVEMBER)
def test_the_season_is_told_from_today(client: Client, cheese: Product) -> None:
    Product.objects.update(sale_months=mask([9, 10, 11, 12, 1, 2, 3]), months=mask([8, 9]))

    html = page(client)

    assert "Ahora, hasta marzo" in html
    assert "A la venta: de septiembre a marzo." in html
    assert "Se cosecha o elabora: agosto y septiembre." in html


def test_a_seal_is_shown_only_while_it_is_valid(client: Client, cheese: Product) -> None:
    today = timezone.localdate()
    grant = a_grant(cheese.producer, cheese, number="L-0147")

    shown = page(client)
    assert "N.º L-0147" in shown
    assert "?numero=L-0147#comprobar" in shown

    grant.expires_on = today - timedelta(days=1)
    grant.granted_on = today - timedelta(days=9)
    grant.save()
    assert "L-0147" not in page(client)


def test_a_seal_is_shown_only_on_a_product_made_within_its_area(client: Client, cheese: Product) -> None:
    seal = a_seal()
    seal.comunas.add(cheese.comuna, a_comuna("Ovalle"))
    a_grant(cheese.producer, cheese, seal, number="L-0148")
    assert [held.number for held in client.get("/productos/queso-de-cabra/").context["seals"]] == ["L-0148"]

    Product.objects.update(comuna=a_comuna("Coquimbo"))
    assert "L-0148" not in page(client)


def test_facts_tell_what_matters_before_buying(client: Client, cheese: Product) -> None:
    Product.objects.update(alcohol=True)

    html = page(client)

    for text in ("Leche", "4 meses", "Venta directa, Restaurantes", "mayores de 18"):
        assert text in html


def test_points_of_sale_and_circuits_are_named(client: Client, cheese: Product) -> None:
    point = PointOfSale.objects.create(
        slug="aeropuerto", name_es="Tienda del aeropuerto", point_kind="airport", comuna=a_comuna()
    )
    point.products.add(cheese)
    route = a_circuit("Ruta del queso", stops=[a_place(f"Parada {n}") for n in range(1, 9)])
    route.products.add(cheese)
    route.save()

    html = page(client)

    assert "Tienda del aeropuerto" in html
    assert "Ruta del queso" in html
    assert "Parada 5" in html
    assert "Parada 6" not in html
    assert "y 3 más" in html


def test_what_goes_with_it_is_of_other_kinds_and_places(client: Client, cheese: Product) -> None:
    wines = a_category("vinos", "Vinos", parent=a_category("bebidas", "Bebidas"))
    maule = a_territory("Maule Sur", latitude=-35.9)
    a_product("Vino país", category=wines, territory=maule)
    a_product("Syrah de aquí", category=wines, territory=cheese.territory)
    a_product("Queso de oveja", category=cheese.category, territory=maule)

    html = page(client)

    assert "Vino país" in html
    assert "Syrah de aquí" not in html
    assert "Queso de oveja" not in html


def test_nothing_unpublished_is_linked(client: Client, cheese: Product) -> None:
    Product.objects.update(network=a_network("Red Queseras", slug="red-queseras", live=False))
    Producer.objects.update(live=False)

    html = page(client)

    assert "/redes/" not in html
    assert "/productores/" not in html
    assert "Quesería Majada Alta" in html


def test_a_draft_product_is_absent(client: Client, cheese: Product) -> None:
    Product.objects.update(live=False)

    assert client.get("/productos/queso-de-cabra/").status_code == 404


@pytest.mark.parametrize("path", ["/productos/no-existe/", "/en/productos/no-existe/"])
def test_an_unknown_product_is_absent(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


@time_machine.travel(NOVEMBER)
def test_machines_read_offers_maker_and_certification(client: Client, cheese: Product) -> None:
    a_grant(cheese.producer, cheese, number="L-0147")
    Product.objects.update(
        picture={"files": {"400": "/media/a-400.avif", "800": "/media/a.avif", "1200": "/media/a.jpg"}}
    )

    html = page(client)
    product, trail = linked(html)

    assert product["@type"] == "Product"
    assert product["offers"] == {
        "@type": "AggregateOffer", "priceCurrency": "CLP", "lowPrice": 6800, "highPrice": 7500, "offerCount": 1,
        "availability": "https://schema.org/InStock",
    }  # fmt: skip
    assert product["manufacturer"]["name"] == "Quesería Majada Alta"
    assert product["manufacturer"]["address"]["addressLocality"] == "Río Hurtado"
    assert product["hasCertification"][0]["certificationIdentification"] == "L-0147"
    assert product["image"] == ["http://127.0.0.1:8000/media/a.jpg"]
    assert [step["name"] for step in trail["itemListElement"]] == [
        "Productos",
        "Limarí",
        "Quesos de cabra",
        "Queso de cabra",
    ]
    assert '<meta property="og:image" content="http://127.0.0.1:8000/media/a.jpg">' in html


@time_machine.travel(NOVEMBER)
def test_out_of_season_machines_read_that_it_is_not_to_be_had(client: Client, cheese: Product) -> None:
    Product.objects.update(sale_months=mask([3]))

    assert linked(page(client))[0]["offers"]["availability"] == "https://schema.org/OutOfStock"


def test_in_english_what_is_written_is_english_and_the_rest_spanish(client: Client, cheese: Product) -> None:
    html = page(client, "/en")

    assert "<h1>Goat cheese</h1>" in html
    assert "Firme y salino." in html
    assert 'href="/en/consultas/nueva/?product=queso-de-cabra"' in html


def test_the_page_costs_ten_queries_in_a_small_and_in_a_large_catalogue(
    client: Client, cheese: Product, django_assert_num_queries: Any
) -> None:
    """Names and prices of all that hangs on it come in flat queries, one a part."""
    kinds = ["bebidas", "frutas-hortalizas", "despensa"]
    families = [a_category(f"{slug}-hoja", slug, parent=a_category(slug, slug)) for slug in kinds]
    elsewhere = [a_territory(f"Otro {n}", latitude=-35 - n) for n in range(3)]
    for number in range(24):
        a_product(f"Otro {number}", category=families[number % 3], territory=elsewhere[number % 3])
    point = PointOfSale.objects.create(slug="feria", name_es="Feria", point_kind="fair", comuna=a_comuna())
    point.products.add(cheese)
    for number in range(8):
        a_supply(cheese, 50)
        a_grant(cheese.producer, cheese)
        circuit = a_circuit(f"Ruta {number}", stops=[a_place(), a_place()])
        circuit.products.add(cheese)
        circuit.save()
        more = Format.objects.create(product=cheese, name_es=f"Caja {number}", order=number + 2)
        PriceTier.objects.create(format=more, min_quantity=1, unit_price=1000)

    with django_assert_num_queries(10):
        page(client)


def test_a_page_of_a_bare_product_costs_no_more(client: Client, django_assert_max_num_queries: Any) -> None:
    a_product("Queso", slug="queso-de-cabra")

    with django_assert_max_num_queries(10):
        page(client)
