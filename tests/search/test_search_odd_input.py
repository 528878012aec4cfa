"""Whatever is typed or sent is answered or refused by name: never an error, and never by leaving the cluster out."""

from urllib.parse import quote

import pytest

from tests._engines import EVERY
from tests.builders import a_circuit, a_place, a_product

pytestmark = pytest.mark.django_db
ENGINES = EVERY
ODD = {
    "lucene": 'title_es:queso AND (kind:product OR *:*) NOT "vino"~2^5 [a TO z} +-&& || ! \\',
    "regexp": "/.*(queso|vi[nñ]o)+?{2,}.*/ ^$",
    "wildcards": "*ques?o* % _ ?",
    "json": '{"query":{"match_all":{}}}',
    "template": "${jndi:ldap://x} {{7*7}} {% load %} <script>alert(1)</script>",
    "sql": "' OR 1=1; DROP TABLE productos --",
    "half a quotation": '"queso',
    "slashes": "../../etc/passwd \\\\ //",
    "emoji": "🧀",
    "emoji of several": "queso 👩‍🌾🏽🇨🇱 vino",
    "right to left": "جبن الماعز \u202equeso",
    "one letter of many": "ﷺ",
    "letters that fold to a space": "ͺ ´ ¨ ゛",
    "letters that fold to more": "½ ㎏ ﬃ İstanbul Straße",
    "lone accents": "\u0301\u0303",
    "parts of one word": "que\u200bso\u00ad\u2060",
    "chinese": "山羊奶酪",
    "numbers": "1e400 -0 ٣٤٥ 0x1F NaN",
    "every sort of space": "\u00a0queso\u2028\u3000\tvino\r\n\u0085",
    "field names": "_source _id kind.keyword doc['lat'].value",
    "words without end": " ".join(f"palabra{n}" for n in range(30)),
    "one long word": "q" * 300,
    "letters of four bytes": "𝔮𝔲𝔢𝔰𝔬 " * 40,
    "misspelt often": "quesso quezo kueso keso quesa quezzo " * 8,
}
REFUSED = {"too long": "queso " * 1667, "too long without a space": "ñ" * 10_000}
RAW = ("%00", "queso%00vino", "%ff%fe", "%ed%a0%80", "%c0%af", "%f8%88%80%80%80")
"""What is no text: a nul byte, and bytes that are no UTF-8."""
EDGES = [
    "page=100&page_size=100",
    "page=416",
    "page_size=100",
    "near=90,180&within_km=5000&sort=distance",
    "near=-90,-180&within_km=0.000000000001",
    "near=-30.6,-71.2&within_km=0.01&sort=distance&page=100&page_size=100",
    "near=0,180&sort=distance&q=queso",
    "near=-0,-0.0",
    "along=costa&within_km=5000&sort=distance&q=queso",
    "along=costa&within_km=0.001",
    "price_min=0&price_max=1000000000000",
    "price_min=999999999999&sort=-price",
    "territory=%C3%B1u%C3%B1oa&category=_&seal=-",
    f"territory={'a' * 200}",
    "kind=product&kind=product&kind=story&month=12&q=queso",
    "&".join(f"category=c{n}" for n in range(50)),
    "q=&kind=&territory=&month=&near=&price_min=&page=&sort=",
    "unknown=1&q[]=queso&q=queso",
]
BEYOND = [
    ("page", "page=101&page_size=100"),
    ("page", "page=417"),
    ("page", "page=99999999999999999999"),
    ("page", "page=1.0"),
    ("page", "page=-1"),
    ("page_size", "page_size=0"),
    ("page_size", "page_size=101"),
    ("month", "month=%EF%BC%91"),
    ("month", "month=1e0"),
    ("near", "near=1,2,3"),
    ("near", "near=-30.6"),
    ("near", "near=1e1,2"),
    ("near", "near=90.0001,0"),
    ("within_km", "near=0,0&within_km=5000.1"),
    ("within_km", "near=0,0&within_km=0"),
    ("price_max", "price_max=1000000000001"),
    ("price_min", "price_min=-1"),
    ("territory", f"territory={'a' * 201}"),
    ("territory", "territory=limari&territory=%2F"),
    ("category", "&".join(f"category=c{n}" for n in range(51))),
    ("seal", "seal=a.b"),
    ("along", "along=costa&near=0,0"),
    ("along", "along=%F0%9F%A7%80"),
    ("sort", "sort=_script"),
    ("kind", "kind=product&kind=queso"),
]


@pytest.fixture
def shelf(reindex):
    a_product("Queso de cabra", slug="queso", price_from=12990)
    a_product("Vino país", slug="vino")
    a_circuit(slug="costa", stops=[a_place(lat=-30.0, lon=-71.0), a_place(lat=-31.0, lon=-71.0)])
    reindex()


@pytest.fixture
def ask(client, shelf, engine_name):
    """`ask(text)`: the answer of this very engine, not of the one that stands in for it."""

    def get(text):
        response = client.get(f"/api/v1/search?{text}")
        assert response.status_code == 200, response.content
        answer = response.json()
        assert (answer["engine"], answer["degraded"]) == (engine_name, False)
        assert len(answer["results"]) <= min(answer["total"], answer["page_size"])
        return answer

    return get


def test_no_words_break_the_search_the_suggestions_or_a_page(client, ask):
    for name, text in ODD.items():
        q = quote(text)
        ask(f"q={q}"), ask(f"q={q}&sort=newest&kind=product&lang=en")
        assert client.get(f"/api/v1/suggest?q={q}").status_code == 200, name
        assert client.get(f"/buscar/?q={q}").status_code == 200, name


def test_words_among_odd_signs_are_still_found(ask):
    for text in ("¡¡queso!!", "queso*", "+queso", "queso~2", "(queso", "QUESO 🧀", "«queso»", "/queso/"):
        assert "queso" in [result["slug"] for result in ask(f"q={quote(text)}")["results"]], text


def test_nothing_at_the_edge_of_what_is_allowed_breaks_the_search(ask):
    for parameters in EDGES:
        ask(parameters)


def test_what_is_beyond_it_is_refused_by_name(client, shelf):
    for name, parameters in [*BEYOND, *(("q", f"q={quote(text)}") for text in REFUSED.values())]:
        response = client.get(f"/api/v1/search?{parameters}")
        assert response.status_code == 400, parameters
        assert name in [error["field"] for error in response.json()["errors"]], parameters
        assert client.get(f"/buscar/?{parameters}").status_code in (200, 400), parameters


def test_what_is_no_text_is_refused(client, shelf):
    for raw in RAW:
        for path in ("/api/v1/search?q=", "/api/v1/suggest?q=", "/api/v1/search?territory=", "/buscar/?q="):
            assert client.get(path + raw).status_code == 400, (path, raw)


def test_a_beginning_that_is_too_long_is_refused_by_name(client, shelf):
    response = client.get("/api/v1/suggest", {"q": "ñ" * 10_000})
    assert response.status_code == 400
    assert [error["field"] for error in response.json()["errors"]] == ["q"]


def test_odd_letters_in_a_listing_do_not_keep_it_out_of_the_index(ask, reindex):
    for number, text in enumerate(ODD.values()):
        a_product(f"Raro {text}"[:140].replace("\x00", ""), slug=f"raro-{number}", summary_es=text[:200])
    reindex()

    assert ask("kind=product&page_size=100&q=raro")["total"] == len(ODD)
