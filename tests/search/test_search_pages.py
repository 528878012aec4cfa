"""The list pages as a browser without JavaScript meets them."""

import json
import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest

from foundation.months import mask
from search.engines import EngineDown
from search.engines.embedded.engine import EmbeddedEngine
from tests.builders import a_category, a_circuit, a_grant, a_place, a_product, a_seal, a_territory

pytestmark = pytest.mark.django_db
PAYLOAD = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"


@pytest.fixture
def page(client, reindex):
    def get(path, status=200, **parameters):
        response = client.get(path, parameters)
        assert response.status_code == status, response.content[:2000]
        return unescape(response.content.decode())

    return get


@pytest.fixture
def shelf(reindex):
    dairy = a_category("lacteos", "Quesos y lácteos")
    goat = a_category("quesos-cabra", "Quesos de cabra", parent=dairy)
    north = a_territory("Limarí", comunas=[])
    south = a_territory("Chiloé", slug="chiloe", latitude=-42.6, longitude=-73.8)
    a_product("Queso fresco", slug="fresco", category=goat, territory=north, sale_months=mask([1]), price_from=3900)
    a_product("Queso de guarda", slug="guarda", category=goat, territory=south, sale_months=mask([2]), price_from=12990)
    a_product("Mantequilla", slug="mantequilla", category=dairy, territory=south, price_from=2500)
    a_circuit("Ruta de los quesos", slug="ruta", territory=north, stops=[a_place()], days=2)
    reindex()


def titles(html):
    return re.findall(r'<h2><a href="[^"]+">(.*?)</a></h2>', html)


def h1(html):
    return re.findall(r"<h1>(.*?)</h1>", html)


def links(html, text):
    """Addresses of the links whose text holds this."""
    found = re.findall(r'<a [^>]*href="([^"]*)"[^>]*>(.*?)</a>', html, re.DOTALL)
    return [href for href, inner in found if text in inner]


def parameters(href):
    return parse_qs(urlsplit(href).query)


def test_each_list_shows_its_own_kind(page, shelf):
    assert set(titles(page("/productos/"))) == {"Queso fresco", "Queso de guarda", "Mantequilla"}
    assert titles(page("/rutas/")) == ["Ruta de los quesos"]
    assert {"Queso fresco", "Ruta de los quesos", "Limarí"} <= set(titles(page("/buscar/")))


def test_the_kind_of_a_list_cannot_be_changed_by_hand(page, shelf):
    assert titles(page("/rutas/", kind="product")) == ["Ruta de los quesos"]


def test_how_often_is_said_in_words(page, shelf):
    assert h1(page("/productos/", q="queso")) == ["Queso, tres veces"]  # the butter stands on the shelf of cheeses
    assert h1(page("/productos/", q="mantequilla")) == ["Mantequilla, una vez"]
    assert "<title>Mantequilla: 1 producto · Terruño</title>" in page("/productos/", q="mantequilla")


def test_a_card_shows_where_who_when_before_the_price(page, shelf):
    html = page("/productos/", q="mantequilla")
    card = re.search(r'<li id="r1">.*?</li>', html, re.DOTALL)[0]

    assert "1 · Chiloé · 42,6° S" in card
    assert card.index("Chiloé") < card.index("Mantequilla") < card.index('class="months"') < card.index("$2.500")


def test_facets_are_checkboxes_of_a_form_that_narrow_the_list(page, shelf):
    html = page("/productos/")
    assert '<input type="checkbox" name="territory" value="chiloe"> Chiloé <data value="2">2</data>' in html

    narrowed = page("/productos/", territory="chiloe")

    assert set(titles(narrowed)) == {"Queso de guarda", "Mantequilla"}
    assert 'value="chiloe" checked' in narrowed
    assert 'value="limari"> Limarí <data value="1">1</data>' in narrowed
    assert h1(narrowed) == ["Productos de Chiloé"]


def test_territories_stand_from_north_to_south(page, shelf):
    html = page("/productos/")

    assert html.index('value="limari"') < html.index('value="chiloe"')


def test_what_stands_on_a_shelf_shows_once_the_shelf_is_chosen(page, shelf):
    assert 'value="quesos-cabra"' not in page("/productos/")
    opened = page("/productos/", category="lacteos")

    assert 'value="quesos-cabra"> – Quesos de cabra <data value="2">2</data>' in opened
    assert len(titles(opened)) == 3


def test_a_month_is_chosen_as_one_of_twelve(page, shelf):
    assert set(titles(page("/productos/", month="1"))) == {"Queso fresco", "Mantequilla"}
    assert 'type="radio" name="month" value="1" checked' in page("/productos/", month="1")


def test_prices_may_be_typed_as_they_are_written(page, shelf):
    assert titles(page("/productos/", price_min="$ 3.000", price_max="12.990", sort="price")) == [
        "Queso fresco",
        "Queso de guarda",
    ]


def test_each_choice_can_be_taken_back_alone(page, shelf):
    html = page("/productos/", territory=["limari", "chiloe"], category="lacteos", q="queso")

    (without_limari,) = links(html, "Limarí <span")
    assert parameters(without_limari) == {"q": ["queso"], "territory": ["chiloe"], "category": ["lacteos"]}
    (without_shelf,) = links(html, "Quesos y lácteos <span")
    assert parameters(without_shelf) == {"q": ["queso"], "territory": ["limari", "chiloe"]}
    assert parameters(links(html, "Quitar filtros")[0]) == {"q": ["queso"]}


def test_the_form_carries_the_words_along(page, shelf):
    assert '<input type="hidden" name="q" value="queso">' in page("/productos/", q="queso")


def test_pages_lead_to_each_other_and_keep_the_choices(page, reindex):
    for number in range(30):
        a_product(f"Queso {number:02}")
    reindex()

    first = page("/productos/", q="queso")
    (following,) = links(first, "Ver los 6 siguientes")
    second = page(following)
    assert len(titles(first)) == 24
    assert len(titles(second)) == 6
    assert not set(titles(first)) & set(titles(second))
    assert 'start="25"' in second
    assert parameters(links(second, "Anteriores")[0]) == {"q": ["queso"]}
    assert 'rel="next"' in first
    assert 'rel="prev"' in second
    assert 'rel="next"' not in second


def test_a_map_numbers_the_results_of_the_list_below(page, shelf):
    listed = page("/productos/", territory="chiloe")
    assert "<svg viewBox" not in listed.split("<main")[1].split("</main>")[0]
    (href,) = links(listed, "Ver en el mapa")

    charted = page(href)

    assert 'href="#r1"' in charted
    assert len(titles(charted)) == 2


def test_what_was_meant_is_a_link(page, reindex):
    a_product("Longaniza de jibia")
    reindex()

    (href,) = links(page("/buscar/", q="longanisa"), "longaniza")
    assert parameters(href) == {"q": ["longaniza"]}


def test_nothing_found_is_an_offer(page, shelf):
    html = page("/productos/", q="piñón", territory="chiloe")

    assert h1(html) == ["Nada con ese nombre"]
    (ask,) = links(html.split("<main")[1].split("</main>")[0], "Pedir cotización")
    assert ask.startswith("/consultas/nueva/?")
    assert parameters(ask) == {"q": ["piñón"], "territory": ["chiloe"]}
    assert links(html, "Mantequilla")  # what is in season, in the meantime


def test_filters_that_leave_nothing_can_be_dropped_at_once(page, shelf):
    html = page("/productos/", q="mantequilla", territory="limari")

    assert links(html, "Ver el 1 sin filtros") == ["/productos/?q=mantequilla"]


def test_a_seal_past_its_last_day_is_not_shown_even_before_the_index_hears(page, reindex, time_machine):
    from datetime import timedelta

    from django.utils import timezone

    product = a_product("Queso")
    a_grant(product.producer, product, a_seal(), expires_on=timezone.localdate() + timedelta(days=1))
    reindex()
    assert "Con sello." in page("/productos/")

    time_machine.move_to(timezone.now() + timedelta(days=2))
    assert "Con sello." not in page("/productos/")


def test_a_withdrawn_listing_is_not_shown(page, shelf):
    from catalog.models import Product

    Product.objects.filter(slug="fresco").update(live=False)

    assert "Queso fresco" not in titles(page("/productos/"))


@pytest.mark.parametrize(
    ("parameters", "said"),
    [
        ({"price_min": "barato"}, "Precio, desde: Debe ser un número entero"),
        ({"price_min": "9", "price_max": "1"}, "Precio, hasta: Es menor"),
        ({"page": "1000000000"}, "Página: Debe ser"),
        ({"sort": "distance", "within_km": "5"}, "within_km: Diga también desde dónde"),
        ({"near": "x", "sort": "distance"}, "near: Debe ser una latitud"),
        ({"q": "a" * 1_000_000}, "Qué busca: Es demasiado largo"),
    ],
)
def test_what_makes_no_sense_is_named_and_the_rest_is_shown(page, shelf, parameters, said):
    html = page("/productos/", status=400, **parameters)

    assert said in html
    assert len(titles(html)) == 3
    assert 'content="noindex' in html


def test_broken_utf8_is_refused(client, site):
    assert client.get("/buscar/?q=%ff").status_code == 400


def test_words_typed_and_words_stored_are_inert(client, reindex):
    a_product(
        f"Queso {PAYLOAD}", summary_es=PAYLOAD, price_format_es=PAYLOAD, territory=a_territory(f"Valle {PAYLOAD}")
    )
    reindex()

    for html in (
        client.get("/buscar/", {"q": f"queso {PAYLOAD}", "territory": "x", "vista": "mapa"}).content.decode(),
        client.get("/productos/", {"q": "queso", "vista": "mapa"}).content.decode(),
        client.get("/productos/").content.decode(),
    ):
        assert "<script>alert" not in html
        assert "<img src=x" not in html


def test_no_inline_style_or_script_or_handler(client, shelf):
    html = client.get("/productos/", {"vista": "mapa"}).content.decode()

    assert " style=" not in html
    assert not re.search(r"\son\w+=", html)
    assert all("application/ld+json" in tag for tag in re.findall(r"<script[^>]*>", html))


def test_english_has_its_own_addresses_and_the_switch_keeps_the_search(page, shelf):
    html = page("/en/productos/", territory="chiloe")

    assert '<html lang="en">' in html
    assert links(html, "Mantequilla") == ["/en/productos/mantequilla/"]
    assert links(html, "Español") == ["/productos/?territory=chiloe"]
    assert 'hreflang="es" href="http' in html


def canonical(html):
    return urlsplit(re.search(r'<link rel="canonical" href="([^"]*)"', html)[1])


def test_a_list_and_one_facet_are_for_search_engines_and_combinations_are_not(page, shelf):
    for parameters_, query in (({}, ""), ({"territory": "chiloe"}, "territory=chiloe")):
        html = page("/productos/", **parameters_)
        assert "noindex" not in html
        assert (canonical(html).path, canonical(html).query) == ("/productos/", query)
    for parameters_ in ({"q": "queso"}, {"territory": "chiloe", "month": "2"}, {"vista": "mapa"}, {"sort": "price"}):
        html = page("/productos/", **parameters_)
        assert 'content="noindex, follow"' in html
        assert canonical(html).path == "/productos/"
        assert canonical(html).query == ""


def test_the_list_is_told_as_linked_data(client, shelf):
    html = client.get("/rutas/").content.decode()
    document = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', html)[1])

    assert document["@type"] == "ItemList"
    (item,) = document["itemListElement"]
    assert (item["position"], item["name"]) == (1, "Ruta de los quesos")
    assert item["url"].endswith("/rutas/ruta/")


def test_a_page_asks_the_database_once_a_kind_however_long_it_is(client, reindex, django_assert_num_queries):
    for number in range(3):
        a_product(f"Queso {number}")
    reindex()
    client.get("/productos/")
    with django_assert_num_queries(1):
        client.get("/productos/")
    with django_assert_num_queries(3):  # products, producers, the territory
        client.get("/buscar/")

    for number in range(30):
        a_product(f"Otro queso {number}")
    reindex()
    with django_assert_num_queries(1):
        client.get("/productos/")
    with django_assert_num_queries(3):
        client.get("/buscar/?page_size=100")


def test_the_first_page_after_a_start_asks_names_and_synonyms_too(client, shelf, django_assert_num_queries):
    with django_assert_num_queries(5):
        client.get("/productos/")


def test_a_search_that_cannot_be_answered_says_so(client, site, monkeypatch):
    def down(*args):
        raise EngineDown("no disk")

    monkeypatch.setattr(EmbeddedEngine, "search", down)

    response = client.get("/buscar/")
    assert response.status_code == 503
    assert response["Retry-After"]
    assert client.get("/api/v1/search").status_code == 503
    assert client.get("/api/v1/search").json()["status"] == 503
