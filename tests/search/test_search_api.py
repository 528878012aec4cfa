"""The search API as other programs meet it: its shapes, its counts, its errors."""

import pytest

from foundation.months import mask
from tests.builders import a_category, a_circuit, a_grant, a_network, a_place, a_product, a_seal, a_territory

pytestmark = pytest.mark.django_db


@pytest.fixture
def ask(client, reindex):
    def get(path="/api/v1/search", **parameters):
        response = client.get(path, parameters)
        assert response.status_code == 200, response.content
        return response.json()

    return get


def slugs(answer):
    return [result["slug"] for result in answer["results"]]


def counts(answer, facet):
    return {value["value"]: value["count"] for value in answer["facets"][facet]}


def test_an_answer_has_every_field_of_the_contract(ask, reindex):
    a_product("Queso de cabra", slug="queso", summary_es="Un queso fresco.", price_from=12990)
    reindex()

    answer = ask(q="queso", kind="product")

    assert answer.pop("took_ms") > 0
    assert answer | {"results": None, "facets": None} == {
        "query": "queso", "total": 1, "page": 1, "page_size": 24, "engine": "embedded", "degraded": False,
        "did_you_mean": None, "results": None, "facets": None,
    }  # fmt: skip
    assert list(answer["facets"]) == ["kind", "territory", "category", "seal", "month"]
    (result,) = answer["results"]
    assert result.pop("id") > 0
    assert result.pop("score") > 0
    assert result == {
        "kind": "product", "slug": "queso", "title": "Queso de cabra", "summary": "Un queso fresco.",
        "url": "/productos/queso/", "image": None, "territory": {"slug": "limari", "name": "Limarí"},
        "price": 12990, "currency": "CLP", "distance_km": None, "highlight": "Un <mark>queso</mark> fresco.",
    }  # fmt: skip


def test_an_image_is_the_address_of_the_picture(ask, reindex):
    files = {"400": "/media/a-400.avif", "800": "/media/a-800.avif", "1200": "/media/a-1200.jpg"}
    a_product(picture={"files": files, "width": 1200, "height": 900})
    reindex()

    assert ask(kind="product")["results"][0]["image"] == "/media/a-800.avif"


def test_a_result_is_every_kind_of_listing_with_the_address_of_its_page(ask, reindex):
    product = a_product(slug="queso")
    a_network(slug="red", members=[product.producer])
    a_circuit(slug="ruta")
    reindex()

    found = {(result["kind"], result["url"]) for result in ask()["results"]}

    assert {("product", "/productos/queso/"), ("network", "/redes/red/"), ("circuit", "/rutas/ruta/")} <= found
    assert ("territory", "/territorios/limari/") in found
    assert ("producer", f"/productores/{product.producer.slug}/") in found


def test_drafts_are_not_found(ask, reindex):
    a_product(slug="borrador", live=False)
    reindex()

    assert ask(kind="product")["total"] == 0


def test_english_texts_labels_and_addresses(ask, reindex):
    dairy = a_category("lacteos", "Lácteos", name_en="Dairy")
    a_product("Queso de cabra", title_en="Goat cheese", slug="queso", category=dairy)
    reindex()

    answer = ask(q="cheese", lang="en", kind="product")

    assert answer["results"][0]["title"] == "Goat cheese"
    assert answer["results"][0]["url"] == "/en/productos/queso/"
    assert [value["label"] for value in answer["facets"]["category"]] == ["Dairy"]


def test_a_text_without_english_is_shown_in_spanish(ask, reindex):
    a_product("Mistela")
    reindex()

    assert ask(q="mistela", lang="en")["results"][0]["title"] == "Mistela"


@pytest.fixture
def market(reindex):
    """Four cheeses and a wine over two territories, two seals, two seasons."""
    shelf = a_category("lacteos", "Lácteos")
    goat = a_category("quesos-cabra", "Quesos de cabra", parent=shelf)
    wine = a_category("vinos", "Vinos")
    limari, maule = a_territory(), a_territory("Maule Sur", slug="maule-sur", latitude=-36.0)
    summer, winter = mask([1, 2]), mask([6, 7])
    for title, category, territory, months, price in (
        ("Queso uno", goat, limari, summer, 1000),
        ("Queso dos", goat, limari, winter, 2000),
        ("Queso tres", goat, maule, summer, 3000),
        ("Queso cuatro", shelf, maule, winter, None),
        ("Vino", wine, maule, winter, 5000),
    ):
        slug, place = title.replace(" ", "-").lower(), {"category": category, "territory": territory}
        a_product(title, slug=slug, sale_months=months, price_from=price, **place)
    reindex()


def test_a_facets_count_is_the_total_when_that_value_is_chosen(ask, market):
    base = {"kind": "product", "territory": "maule-sur", "month": "6"}
    answer = ask(**base)

    assert answer["total"] == 2
    for facet, values in answer["facets"].items():
        for value in values:
            assert ask(**{**base, facet: value["value"]})["total"] == value["count"], (facet, value)


def test_a_facets_counts_ignore_its_own_choice_and_obey_the_others(ask, market):
    answer = ask(kind="product", territory="limari", category="quesos-cabra")

    assert counts(answer, "territory") == {"limari": 2, "maule-sur": 1}
    assert counts(answer, "category") == {"lacteos": 2, "quesos-cabra": 2}


def test_a_shelf_holds_what_stands_on_it(ask, market):
    assert ask(kind="product", category="lacteos")["total"] == 4
    assert ask(kind="product", category="quesos-cabra")["total"] == 3


def test_a_repeated_parameter_widens(ask, market):
    assert ask(kind="product", territory=["limari", "maule-sur"])["total"] == 5


def test_facet_values_carry_their_names(ask, market):
    answer = ask(kind="product", month=6)

    assert {"value": "product", "label": "Productos", "count": 3, "chosen": True} in answer["facets"]["kind"]
    assert {"value": "maule-sur", "label": "Maule Sur", "count": 2, "chosen": False} in answer["facets"]["territory"]
    assert [value["label"] for value in answer["facets"]["month"]] == ["enero", "febrero", "junio", "julio"]


def test_prices_narrow_and_sort(ask, market):
    assert slugs(ask(kind="product", price_min=1500, price_max=3000, sort="price")) == ["queso-dos", "queso-tres"]
    assert slugs(ask(kind="product", price_min=1, sort="-price"))[0] == "vino"


def test_pages_are_disjoint_and_whole(ask, market):
    pages = [slugs(ask(kind="product", page=page, page_size=2, sort="price")) for page in (1, 2, 3)]

    assert [len(page) for page in pages] == [2, 2, 1]
    assert len({slug for page in pages for slug in page}) == 5


def test_near_a_point_nearest_first(ask, reindex):
    for name, lat in (("cerca", -30.0), ("lejos", -30.5)):
        a_circuit(slug=name, stops=[a_place(lat=lat, lon=-71.0)])
    reindex()

    answer = ask(near="-30.0,-71.0", within_km="100", sort="distance", kind="circuit")
    assert slugs(answer) == ["cerca", "lejos"]
    assert answer["results"][1]["distance_km"] == pytest.approx(55.6, abs=0.1)
    assert slugs(ask(near="-30.0,-71.0", within_km="10", kind="circuit")) == ["cerca"]


def test_along_a_circuit(ask, reindex):
    a_circuit(slug="costa", stops=[a_place(lat=-30.0, lon=-71.0), a_place(lat=-31.0, lon=-71.0)])
    a_circuit(slug="a-mitad", stops=[a_place(lat=-30.5, lon=-71.05)])
    a_circuit(slug="otro-valle", stops=[a_place(lat=-30.5, lon=-70.0)])
    reindex()

    assert set(slugs(ask(along="costa", within_km="10", kind="circuit"))) == {"costa", "a-mitad"}


def test_a_seal_is_a_facet_while_it_holds(ask, reindex):
    product = a_product(slug="sellado")
    a_grant(product.producer, product, a_seal("do-limari", "Queso de Limarí"))
    reindex()

    answer = ask(kind="product", seal="do-limari")
    assert slugs(answer) == ["sellado"]
    assert answer["facets"]["seal"] == [{"value": "do-limari", "label": "Queso de Limarí", "count": 1, "chosen": True}]


def test_a_listing_withdrawn_a_moment_ago_is_not_shown(ask, reindex):
    a_product("Queso retirado", slug="retirado")
    kept = a_product("Queso de guarda", slug="queda")
    reindex()
    type(kept)._base_manager.filter(slug="retirado").update(live=False)  # as before the worker heard of it

    answer = ask(q="queso", kind="product")

    assert slugs(answer) == ["queda"]
    assert answer["total"] == 1
    assert [item["text"] for item in ask("/api/v1/suggest", q="queso")["suggestions"]] == ["Queso de guarda"]


def test_what_was_meant_is_offered(ask, reindex):
    a_product("Longaniza de jibia")
    reindex()

    assert ask(q="longanisa")["did_you_mean"] == "longaniza"


BAD = [
    ("kind", {"kind": "queso"}),
    ("territory", {"territory": "../etc"}),
    ("category", {"category": "a b"}),
    ("seal", {"seal": "<x>"}),
    ("month", {"month": "13"}),
    ("month", {"month": "0"}),
    ("month", {"month": "enero"}),
    ("near", {"near": "aquí"}),
    ("near", {"near": "91,0"}),
    ("near", {"near": "nan,nan"}),
    ("within_km", {"within_km": "10"}),
    ("within_km", {"near": "-30,-71", "within_km": "-1"}),
    ("within_km", {"near": "-30,-71", "within_km": "inf"}),
    ("along", {"along": "no-hay"}),
    ("price_min", {"price_min": "1.5"}),
    ("price_max", {"price_min": "9", "price_max": "1"}),
    ("sort", {"sort": "name"}),
    ("sort", {"sort": "distance"}),
    ("page", {"page": "0"}),
    ("page", {"page": "1000000000"}),
    ("page", {"page": "500", "page_size": "100"}),
    ("page_size", {"page_size": "101"}),
    ("page_size", {"page_size": "٣"}),
    ("q", {"q": "a" * 1_000_000}),
    ("lang", {"lang": "fr"}),
]


@pytest.mark.parametrize(("name", "parameters"), BAD)
def test_a_bad_parameter_is_a_400_that_names_it(client, site, name, parameters):
    response = client.get("/api/v1/search", parameters)

    assert response.status_code == 400
    assert response["Content-Type"] == "application/problem+json"
    problem = response.json()
    assert problem["status"] == 400
    assert name in [error["field"] for error in problem["errors"]]
    assert all(error["message"] for error in problem["errors"])


def test_broken_utf8_is_a_400(client, site):
    assert client.get("/api/v1/search?q=%ff%fe").status_code == 400
    assert client.get("/api/v1/suggest?q=%00").status_code == 400


def test_only_reading_is_allowed(client, site):
    assert client.post("/api/v1/search").status_code == 405


def test_an_empty_index_answers_with_nothing(client, site):
    answer = client.get("/api/v1/search", {"q": "queso"}).json()

    assert (answer["total"], answer["results"]) == (0, [])
    assert client.get("/api/v1/suggest", {"q": "q"}).json() == {"suggestions": []}


def test_suggestions_from_the_first_letter_blind_to_case_and_accents(ask, reindex):
    a_product("Ñache de cabra", slug="niache")
    a_product("Queso de cabra", slug="queso")
    reindex()

    assert ask("/api/v1/suggest", q="Ñ")["suggestions"] == [
        {"text": "Ñache de cabra", "kind": "product", "url": "/productos/niache/"}
    ]
    assert [item["text"] for item in ask("/api/v1/suggest", q="QUÉ")["suggestions"]] == ["Queso de cabra"]
    assert ask("/api/v1/suggest", q="")["suggestions"] == []


def test_at_most_eight_suggestions(ask, reindex):
    for number in range(12):
        a_product(f"Queso número {number}")
    reindex()

    assert len(ask("/api/v1/suggest", q="q")["suggestions"]) == 8


def test_a_search_asks_the_database_once_a_kind(client, reindex, django_assert_num_queries):
    for number in range(10):
        a_product(f"Queso {number}")
    reindex()
    client.get("/api/v1/search", {"q": "queso"})

    with django_assert_num_queries(1):
        client.get("/api/v1/search", {"q": "queso", "kind": "product"})
    with django_assert_num_queries(3):  # products, their producers, the territory
        client.get("/api/v1/search", {"page_size": "100"})
    with django_assert_num_queries(1):
        client.get("/api/v1/suggest", {"q": "queso"})


def test_the_documentation_tells_every_parameter_and_field(client, db):
    paths = client.get("/api/openapi.json").json()["paths"]

    told = {parameter["name"] for parameter in paths["/api/v1/search"]["get"]["parameters"]}
    assert told == {
        "q", "kind", "territory", "category", "seal", "month", "near", "along", "within_km", "price_min", "price_max",
        "sort", "page", "page_size", "lang",
    }  # fmt: skip
    assert "200" in {str(code) for code in paths["/api/v1/suggest"]["get"]["responses"]}
