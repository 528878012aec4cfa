from typing import Any

import pytest
import time_machine
from django.test import Client

from catalog.models import Product
from foundation.models import OutboxMessage
from producers.models import Producer
from routes.models import Circuit
from terruno.pages.models import HomePage, StoryPage
from tests.builders import a_circuit, a_network, a_producer, a_product, a_territory
from tests.cms.pages import a_site, a_story, row

pytestmark = pytest.mark.django_db
SECTION = {
    f"{name}_{lang}": f"{name} {lang}" for name in ("overline", "title", "intro", "link") for lang in ("es", "en")
}


def body_of(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_story_stands_in_both_languages_and_each_names_the_other(client: Client) -> None:
    a_story()
    spanish, english = body_of(client, "/historias/el-ajo/"), body_of(client, "/en/stories/el-ajo-en/")
    assert "Había una vez un ajo." in spanish
    assert "Había una vez un ajo. (in English)" in english
    for page in (spanish, english):
        assert 'hreflang="es" href="http://127.0.0.1:8000/historias/el-ajo/"' in page
        assert 'hreflang="en" href="http://127.0.0.1:8000/en/stories/el-ajo-en/"' in page
    assert '<html lang="es">' in spanish
    assert '<html lang="en">' in english


def test_a_page_without_its_english_names_no_other_language_and_leads_to_the_english_home(client: Client) -> None:
    a_story()
    StoryPage.objects.get(locale__language_code="en").unpublish()
    page = body_of(client, "/historias/el-ajo/")
    assert 'hreflang="en" href="http' not in page
    assert 'href="/en/"' in page


def test_loading_again_adds_nothing_and_keeps_an_editors_words(client: Client) -> None:
    story = a_story()
    story.title = "El ajo, corregido"
    story.save_revision().publish()
    a_site(row())
    assert StoryPage.objects.count() == 2
    assert "El ajo, corregido" in body_of(client, "/historias/el-ajo/")


def test_a_shelf_shows_chosen_products_as_they_stand_and_drops_what_is_withdrawn(client: Client) -> None:
    cheese, grapes = a_product("Queso de cabra", slug="queso"), a_product("Uva de mesa", slug="uva")
    a_story(body=[{"type": "products", "value": ["queso", "uva", "no-existe"]}])
    assert "Queso de cabra" in body_of(client, "/historias/el-ajo/")
    Product.objects.filter(pk=cheese.pk).update(live=False)
    Product.objects.filter(pk=grapes.pk).update(title_es="Uva pastilla")
    page = body_of(client, "/historias/el-ajo/")
    assert "Queso de cabra" not in page
    assert "Uva pastilla" in page


def test_a_withdrawn_maker_or_circuit_leaves_no_empty_frame(client: Client) -> None:
    a_producer("Ana Olivares", slug="ana")
    a_circuit("Ruta del queso", slug="ruta")
    a_story(body=[{"type": "producer", "value": "ana"}, {"type": "circuit", "value": "ruta"}])
    shown = body_of(client, "/historias/el-ajo/")
    assert "Ana Olivares" in shown
    assert "Ruta del queso" in shown
    Producer.objects.update(live=False)
    Circuit.objects.update(live=False)
    gone = body_of(client, "/historias/el-ajo/")
    assert "Ana Olivares" not in gone
    assert "<section" not in gone


def test_the_home_page_opens_with_the_hero_of_the_month(client: Client) -> None:
    a_product("Queso", slug="queso")
    a_product("Uva", slug="uva")
    hero = {f"{name}_{lang}": f"{name} {lang}" for name in ("eyebrow", "standfirst", "action") for lang in ("es", "en")}
    spring = hero | {"months": [9, 10, 11], "product": "queso", "title_es": "Llovió en junio", "title_en": "It rained"}
    summer = hero | {"months": [12, 1, 2], "product": "uva", "title_es": "Ya está en caja", "title_en": "In its boxes"}
    a_site(heroes=[spring, summer])
    with time_machine.travel("2026-11-22 12:00-03:00"):
        assert "Llovió en junio" in body_of(client, "/")
        assert "It rained" in body_of(client, "/en/")
    with time_machine.travel("2027-01-10 12:00-03:00"):
        assert "Ya está en caja" in body_of(client, "/")


def test_the_almanac_names_what_is_picked_this_month_from_north_to_south(client: Client) -> None:
    north, south = a_territory("Huasco", latitude=-28.6), a_territory("Chiloé", latitude=-42.6)
    november = 0b0100_0000_0000
    a_product("Ajo del sur", territory=south, months=november)
    a_product("Damascos del norte", territory=north, months=november)
    a_product("Uva de verano", territory=north, months=0b11)
    a_product("Sal de todo el año", territory=a_territory("Secano", latitude=-34.2))
    a_site(sections=[{"key": "almanac", **SECTION, "title_es": "También en {month}"}])
    with time_machine.travel("2026-11-22 12:00-03:00"):
        page = body_of(client, "/")
    assert "También en noviembre" in page
    assert page.index("Damascos del norte") < page.index("Ajo del sur")
    assert "Uva de verano" not in page
    assert "Sal de todo el año" not in page


def test_a_rule_fills_a_shelf_with_published_products_of_a_territory(client: Client) -> None:
    huasco = a_territory("Huasco")
    a_product("Pajarete", territory=huasco)
    a_product("Borrador", territory=huasco, live=False)
    a_product("Queso de otra parte")
    home = a_site()
    value = {
        "overline": "", "title": "Del Huasco", "intro": "", "link": "Ver", "products": [], "territory": huasco.pk,
        "category": None, "in_season": False, "count": 6,
    }  # fmt: skip
    set_body(home, [{"type": "products", "value": value}])
    page = body_of(client, "/")
    assert "Pajarete" in page
    assert "Borrador" not in page
    assert "Queso de otra parte" not in page
    assert f"territory={huasco.slug}" in page


def set_body(page: HomePage, blocks: list[dict[str, Any]]) -> None:
    page.body = page._meta.get_field("body").to_python(blocks)
    page.save_revision().publish()


def test_a_network_and_a_territory_can_be_shown(client: Client) -> None:
    network, place = a_network("Red Queseras"), a_territory("Huasco")
    texts = {"overline": "", "title": "", "intro": "", "link": ""}
    home = a_site()
    blocks = [{"type": "network", "value": texts | {"network": network.pk}}, {"type": "search", "value": texts}]
    set_body(home, [*blocks, {"type": "territory", "value": texts | {"territory": place.pk}}])
    page = body_of(client, "/")
    assert "Red Queseras" in page
    assert "Huasco" in page
    assert 'role="search"' in page


def test_what_an_editor_writes_is_shown_as_text(client: Client) -> None:
    attack = "<script>alert(1)</script><img src=x onerror=alert(2)>"
    blocks = [
        {"type": "paragraph", "value": attack}, {"type": "heading", "value": attack},
        {"type": "quote", "value": {"text": attack, "by": attack}},
        {"type": "callout", "value": {"title": attack, "text": attack}},
    ]  # fmt: skip
    a_story(body=blocks, title_es=f"</script>{attack}", standfirst_es=attack)
    for where in ("/historias/el-ajo/", "/en/stories/el-ajo-en/", "/historias/"):
        page = body_of(client, where)
        assert "<script>alert" not in page
        assert "<img src=x" not in page


def test_a_page_costs_the_same_queries_however_many_listings_it_shows(
    client: Client, django_assert_num_queries: Any
) -> None:
    for number in range(12):
        a_product(f"Queso {number}", slug=f"queso-{number}")
    few, many = (["queso-0"], [f"queso-{n}" for n in range(12)])
    a_site(
        row("uno", [{"type": "products", "value": few}]),
        row("doce", [{"type": "products", "value": many}, {"type": "products", "value": few}]),
    )
    client.get("/historias/uno/")
    with django_assert_num_queries(12):
        client.get("/historias/uno/")
    with django_assert_num_queries(12):
        client.get("/historias/doce/")


def test_the_story_index_lists_the_newest_first(client: Client) -> None:
    a_site(row("viejo", title_es="Vieja", date="2026-01-01"), row("nuevo", title_es="Nueva", date="2026-11-01"))
    page = body_of(client, "/historias/")
    assert page.index("Nueva") < page.index("Vieja")


def test_a_story_tells_search_when_it_is_published_and_when_it_is_withdrawn() -> None:
    story = a_story()
    told = set(OutboxMessage.objects.filter(payload__kind="story").values_list("kind", "payload__id"))
    assert told == {("record.changed", story.pk)}
    before = StoryPage.objects.get(pk=story.pk).version
    story.unpublish()
    gone = OutboxMessage.objects.filter(kind="record.deleted", payload__kind="story").first()
    assert gone is not None
    assert gone.payload["id"] == story.pk
    assert gone.payload["version"] > before


def test_a_story_is_a_search_document_in_both_languages() -> None:
    from search.sources import source_of

    story = a_story()
    source = source_of("story")
    assert source is not None
    (found,) = source.documents([story.pk])
    assert (found.url, found.card["url_en"]) == ("/historias/el-ajo/", "/en/stories/el-ajo-en/")
    assert found.title == {"es": "El ajo", "en": "The garlic"}
    assert "Había una vez un ajo." in found.body["es"]


def test_sello_records_and_the_page_about_seals_stand_side_by_side(client: Client) -> None:
    from tests.builders import a_seal

    a_seal()
    a_site(row("sellos", type="guide", slug_en="seals"))
    assert client.get("/sellos/").status_code == 200
    assert client.get("/sellos/do-limari/").status_code == 200
