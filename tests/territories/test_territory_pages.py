import json
import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from territories import hub
from territories.models import Territory, TerritoryComuna
from territories.sections import Section
from tests.builders import (
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


@pytest.fixture
def limari() -> Territory:
    return a_territory(
        "Limarí",
        comunas=[a_comuna("Monte Patria"), a_comuna("Río Hurtado")],
        summary_es="Cabras en el cerro.",
        summary_en="Goats on the hills.",
        story_es="En Limarí hay dos campos.",
        known_for_es="queso y uva",
    )


def linked(html: str) -> list[dict[str, object]]:
    return [json.loads(text) for text in re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)]


def test_territories_are_listed_from_north_to_south(client: Client) -> None:
    a_territory("Chiloé", latitude=-42.5, longitude=-73.8)
    a_territory("Huasco", latitude=-28.6, longitude=-70.8)
    a_territory("Maule Sur", latitude=-35.9, longitude=-72.3)

    html = client.get("/territorios/").content.decode()

    assert html.index("Huasco") < html.index("Maule Sur") < html.index("Chiloé")


def test_associated_territories_stand_apart_from_those_in_operation(client: Client) -> None:
    a_territory("Huasco", latitude=-28.6)
    a_territory("Valle del Itata", latitude=-36.5, status="associated")

    html = client.get("/territorios/").content.decode()

    assert html.index("Territorios asociados") < html.index("Valle del Itata")
    assert html.index("Huasco") < html.index("Territorios asociados")


def test_a_country_without_territories_still_has_a_page(client: Client) -> None:
    assert client.get("/territorios/").status_code == 200


def test_a_draft_territory_is_absent_everywhere(client: Client, limari: Territory) -> None:
    Territory.objects.update(live=False)

    assert client.get("/territorios/limari/").status_code == 404
    assert "Limarí" not in client.get("/territorios/").content.decode()


def test_an_unknown_territory_is_absent(client: Client) -> None:
    assert client.get("/territorios/atlantida/").status_code == 404


def test_a_page_is_only_read(client: Client, limari: Territory) -> None:
    assert client.post("/territorios/limari/").status_code == 405


def test_the_hub_tells_the_place_and_its_comunas(client: Client, limari: Territory) -> None:
    html = client.get("/territorios/limari/").content.decode()

    assert "Cabras en el cerro." in html
    assert "En Limarí hay dos campos." in html
    assert "Monte Patria, Río Hurtado" in html
    assert "<svg" in html
    assert 'data-territory="limari"' in html
    assert html.count("<h1") == 1


def test_a_comuna_that_left_is_not_of_the_territory_any_more(client: Client, limari: Territory) -> None:
    yesterday = timezone.localdate() - timedelta(days=1)
    TerritoryComuna.objects.filter(comuna=a_comuna("Río Hurtado")).update(left_on=yesterday)

    html = client.get("/territorios/limari/").content.decode()

    assert "Monte Patria" in html
    assert "Río Hurtado" not in html


def test_every_room_hangs_its_section_into_the_hub(client: Client, limari: Territory) -> None:
    maker = a_producer("Quesería Majada Alta", territory=limari)
    a_product("Queso de guarda", producer=maker, territory=limari)
    a_circuit("Ruta del queso", stops=[a_place("Feria de Ovalle")], territory=limari)
    a_network("Red Queseras", members=[maker], territory=limari)
    a_grant(maker, seal=a_seal("sello-limari", "Sello Limarí", territory=limari))

    html = client.get("/territorios/limari/").content.decode()

    names = ["Queso de guarda", "Ruta del queso", "Red Queseras", "Sello Limarí"]
    places = [html.index(f">{name}<") for name in names]
    assert places == sorted(places)
    assert "1 sello vigente" in html
    assert "Feria de Ovalle" in html
    assert 'href="/productores/' in html


def test_the_hub_shows_nothing_that_is_not_published(client: Client, limari: Territory) -> None:
    a_product("Queso oculto", territory=limari, live=False)
    a_circuit("Ruta oculta", territory=limari, live=False)
    a_network("Red oculta", territory=limari, live=False)
    a_producer("Productora oculta", territory=limari, live=False)

    assert "ocult" not in client.get("/territorios/limari/").content.decode()


def test_the_hub_shows_nothing_of_other_territories(client: Client, limari: Territory) -> None:
    a_product("Papa nativa", territory=a_territory("Chiloé", latitude=-42.5))

    assert "Papa nativa" not in client.get("/territorios/limari/").content.decode()


def test_a_later_room_may_hang_its_own_section(client: Client, limari: Territory) -> None:
    section = Section(
        "test", 99, "territories/_shelf.html", lambda territory: {"title": f"Metas de {territory}", "cards": []}
    )
    hub.register(section)
    try:
        assert "Metas de Limarí" in client.get("/territorios/limari/").content.decode()
    finally:
        hub.sections.forget("test")


def test_the_hub_costs_the_same_queries_in_a_large_catalogue(
    client: Client, limari: Territory, django_assert_num_queries: object
) -> None:
    for number in range(15):
        product = a_product(f"Queso {number}", territory=limari)
        a_supply(product)
        a_circuit(f"Ruta {number}", stops=[a_place()], territory=limari)
        a_network(f"Red {number}", members=[product.producer], territory=limari)
        a_grant(product.producer, seal=a_seal(f"sello-{number}", territory=limari))

    with django_assert_num_queries(14):  # type: ignore[operator]
        client.get("/territorios/limari/")


def test_the_list_costs_one_query(client: Client, django_assert_num_queries: object) -> None:
    for number in range(12):
        a_territory(f"Territorio {number}", latitude=-30 - number)

    with django_assert_num_queries(1):  # type: ignore[operator]
        client.get("/territorios/")


def test_in_english_the_page_speaks_english_and_names_both_addresses(client: Client, limari: Territory) -> None:
    html = client.get("/en/territorios/limari/").content.decode()

    assert '<html lang="en">' in html
    assert "Goats on the hills." in html
    assert 'hreflang="es" href="http://127.0.0.1:8000/territorios/limari/"' in html
    assert 'hreflang="en" href="http://127.0.0.1:8000/en/territorios/limari/"' in html
    assert 'rel="canonical" href="http://127.0.0.1:8000/en/territorios/limari/"' in html


def test_machines_read_the_place_and_the_trail_to_it(client: Client, limari: Territory) -> None:
    place, trail = linked(client.get("/territorios/limari/").content.decode())

    assert place["@type"] == "Place"
    assert place["geo"] == {"@type": "GeoCoordinates", "latitude": -30.6, "longitude": -71.2}
    assert [step["name"] for step in trail["itemListElement"]] == ["Territorios", "Limarí"]


def test_words_of_a_record_cannot_become_markup(client: Client) -> None:
    a_territory("Limarí", summary_es='"><script>alert(1)</script>', story_es="</script><b>negrita</b>")

    html = client.get("/territorios/limari/").content.decode()

    assert "<script>alert" not in html
    assert "<b>negrita</b>" not in html
    assert linked(html)[0]["description"] == '"><script>alert(1)</script>'
