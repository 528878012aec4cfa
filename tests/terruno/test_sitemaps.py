import re

import pytest
from django.test import Client

from terruno.sitemaps import RecordSitemap
from tests.builders import a_circuit, a_network, a_producer, a_product, a_seal

pytestmark = pytest.mark.django_db


def addresses(client: Client, section: str) -> list[str]:
    return re.findall(r"<loc>(.*?)</loc>", client.get(f"/sitemap-{section}.xml").content.decode())


def test_the_index_names_a_map_for_each_kind(client: Client) -> None:
    html = client.get("/sitemap.xml").content.decode()

    for section in ("paginas", "listas", "territorios", "productos", "rutas", "productores", "redes"):
        assert f"/sitemap-{section}.xml" in html


def test_every_published_record_is_named_in_both_languages(client: Client) -> None:
    a_product("Queso", slug="queso")
    a_product("Oculto", slug="oculto", live=False)
    a_circuit(slug="litoral")
    a_producer(slug="quesera")
    a_network(slug="red")
    a_seal("sello")

    here = "http://127.0.0.1:8000"
    assert addresses(client, "productos") == [f"{here}/productos/queso/", f"{here}/en/productos/queso/"]
    assert addresses(client, "rutas") == [f"{here}/rutas/litoral/", f"{here}/en/rutas/litoral/"]
    assert f"{here}/productores/quesera/" in addresses(client, "productores")
    assert f"{here}/redes/red/" in addresses(client, "redes")
    assert f"{here}/territorios/limari/" in addresses(client, "territorios")
    assert f"{here}/sellos/sello/" in addresses(client, "listas")


def test_each_address_names_its_other_language(client: Client) -> None:
    a_product("Queso", slug="queso")

    text = client.get("/sitemap-productos.xml").content.decode()

    assert '<xhtml:link rel="alternate" hreflang="en" href="http://127.0.0.1:8000/en/productos/queso/"/>' in text
    assert 'hreflang="x-default" href="http://127.0.0.1:8000/productos/queso/"' in text


def test_a_large_catalogue_is_told_in_parts(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(RecordSitemap, "limit", 2)
    for number in range(5):
        a_product(slug=f"queso-{number}")

    assert "/sitemap-productos.xml?p=3" in client.get("/sitemap.xml").content.decode()
    assert "queso-4" in client.get("/sitemap-productos.xml?p=3").content.decode()
    assert client.get("/sitemap-productos.xml?p=4").status_code == 404


def test_robots_keep_out_of_what_is_one_persons(client: Client) -> None:
    text = client.get("/robots.txt").content.decode()

    assert "Disallow: /consultas/" in text
    assert "Sitemap: http://127.0.0.1:8000/sitemap.xml" in text
