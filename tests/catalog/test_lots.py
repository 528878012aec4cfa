"""A lot: made in the panel, told to whoever holds a piece of it."""

import json
import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from catalog.models import Lot, Product
from catalog.services.lots import NotTheirs, make_lot
from foundation.actors import SYSTEM
from producers.models import Producer
from tests.builders import a_comuna, a_grant, a_network, a_producer, a_product, a_seal, a_supply
from tests.catalog.conftest import Person

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate


@pytest.fixture
def cheese(producer: Producer) -> Product:
    return a_product("Queso de guarda", producer=producer, territory=producer.territory, comuna=producer.comuna)


def a_lot(product: Product, days_ago: int = 40, **fields: Any) -> Lot:
    made = TODAY() - timedelta(days=days_ago)
    defaults = {"producer": product.producer, "quantity": "12.5", "best_before": made + timedelta(days=120)}
    return Lot.objects.create(product=product, made_on=made, **(defaults | fields))


def passport(client: Client, lot: Lot, prefix: str = "") -> str:
    answer = client.get(f"{prefix}/lotes/{lot.code}/")
    assert answer.status_code == 200
    return answer.content.decode()


def typed(of: Product, /, **changes: Any) -> dict[str, Any]:
    data = {
        "product": of.pk, "producer": of.producer_id, "made_on": TODAY().isoformat(), "quantity": "12,5",
        "best_before": "", "note": "Leche de la tarde",
    }  # fmt: skip
    return data | changes


def test_a_lot_gets_a_code_and_a_label_with_its_qr(maker: Person, cheese: Product) -> None:
    answer = maker.post("/panel/lotes/", **typed(cheese))
    lot = Lot.objects.get()

    assert answer["Location"] == f"/panel/lotes/{lot.code}/"
    assert re.fullmatch("[2-9A-HJKMNP-Z]{8}", lot.code)
    label = maker.get(answer["Location"]).content.decode()
    assert '<svg xmlns="http://www.w3.org/2000/svg"' in label
    assert lot.code in label


@pytest.mark.parametrize(
    "wrong",
    [
        {"quantity": "0"},
        {"quantity": "mucho"},
        {"made_on": (date.today() + timedelta(days=3)).isoformat()},  # noqa: DTZ011  # any zone's three days hence
        {"made_on": "1999-01-01"},
        {"made_on": ""},
        {"best_before": "2001-01-01"},
        {"product": "999999"},
    ],
)
def test_a_lot_that_cannot_be_asks_again(maker: Person, cheese: Product, wrong: dict[str, Any]) -> None:
    assert maker.post("/panel/lotes/", **typed(cheese, **wrong)).status_code == 422
    assert not Lot.objects.exists()


def test_nobody_makes_a_lot_of_what_they_do_not_make(maker: Person, producer: Producer) -> None:
    foreign = a_product("Ajeno")
    assert maker.post("/panel/lotes/", **typed(foreign, producer=producer.pk)).status_code == 422
    with pytest.raises(NotTheirs):
        make_lot(SYSTEM, foreign, producer, made_on=TODAY(), quantity=1)  # type: ignore[arg-type]


def test_who_delivers_for_a_listing_makes_lots_of_it(producer: Producer) -> None:
    shared = a_product("De la red")
    a_supply(shared, 50, producer=producer)
    assert make_lot(SYSTEM, shared, producer, made_on=TODAY(), quantity=5).producer == producer  # type: ignore[arg-type]


def test_the_passport_says_who_where_when_and_the_way(client: Client, cheese: Product) -> None:
    network = a_network("Red Queseras", members=[cheese.producer])
    page = passport(client, a_lot(cheese, note_es="Tras las primeras lluvias"))

    for said in ("Queso de guarda", "Quesería Majada Alta", "Río Hurtado", "12,5 kg", "Tras las primeras lluvias"):
        assert said in page
    assert page.index("Lo hizo Quesería Majada Alta") < page.index("Lo vende con Red Queseras")
    assert f'href="/redes/{network.slug}/"' in page
    assert page.count("<h1") == 1


def test_a_network_joined_later_is_not_on_the_lots_way(client: Client, cheese: Product) -> None:
    network = a_network("Red Queseras", members=[cheese.producer])
    network.members.update(joined_on=TODAY() - timedelta(days=5))
    assert "Red Queseras" not in passport(client, a_lot(cheese, 40))


def test_only_seals_valid_on_the_day_it_was_made_are_shown(client: Client, cheese: Product) -> None:
    today = TODAY()
    dates = {"granted_on": today - timedelta(days=400), "expires_on": today - timedelta(days=30)}
    a_grant(cheese.producer, cheese, number="VENCIDO-DESPUES", **dates)
    a_grant(cheese.producer, cheese, number="POSTERIOR", granted_on=today - timedelta(days=10))
    a_grant(cheese.producer, cheese, number="REVOCADO", granted_on=today - timedelta(days=90), revoked_on=today)
    a_grant(a_producer(), cheese, number="DE-OTRO", granted_on=today - timedelta(days=90))
    page = passport(client, a_lot(cheese, 40))

    assert "VENCIDO-DESPUES" in page
    for absent in ("POSTERIOR", "REVOCADO", "DE-OTRO"):
        assert absent not in page
    assert "VENCIDO-DESPUES" not in passport(client, a_lot(cheese, 5))


def test_a_seal_outside_whose_area_the_product_is_made_is_not_on_the_passport(client: Client, cheese: Product) -> None:
    seal = a_seal()
    a_grant(cheese.producer, cheese, seal, number="DE-LEJOS")
    lot = a_lot(cheese, 5)
    assert "DE-LEJOS" in passport(client, lot)
    seal.comunas.add(a_comuna("Coquimbo"))
    assert "DE-LEJOS" not in passport(client, lot)


def test_the_passport_is_a_document_for_machines_too(client: Client, cheese: Product) -> None:
    lot = a_lot(cheese)
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', passport(client, lot))
    document = json.loads(found[0])

    assert document["@type"] == "Product"
    assert (document["productID"], document["productionDate"]) == (lot.code, lot.made_on.isoformat())
    assert document["manufacturer"]["name"] == "Quesería Majada Alta"


def test_a_passport_outlives_the_listing_without_leading_to_it(client: Client, cheese: Product) -> None:
    lot = a_lot(cheese)
    Product.objects.update(live=False)
    page = passport(client, lot)

    assert "Queso de guarda" in page
    assert f'href="/productos/{cheese.slug}/"' not in page


def test_it_says_when_its_day_has_passed(client: Client, cheese: Product) -> None:
    assert "Ya pasó la fecha" in passport(client, a_lot(cheese, 90, best_before=TODAY() - timedelta(days=1)))
    assert "Ya pasó la fecha" not in passport(client, a_lot(cheese, 90, best_before=TODAY()))


def test_small_letters_find_it_and_invented_codes_do_not(client: Client, cheese: Product) -> None:
    lot = a_lot(cheese, code="7KQ4MXAB")
    assert client.get("/lotes/7kq4mxab/").status_code == 200
    assert client.get(f"/lotes/{lot.code[::-1]}X/").status_code == 404


def test_the_listing_shows_its_latest_lots(client: Client, cheese: Product) -> None:
    page = client.get(f"/productos/{cheese.slug}/").content.decode()
    assert 'id="lotes"' not in page
    lots = [a_lot(cheese, days) for days in (5, 10, 15, 20)]
    page = client.get(f"/productos/{cheese.slug}/").content.decode()
    assert [lot.code in page for lot in lots] == [True, True, True, False]


def test_a_foreign_lot_is_not_found_in_the_panel(cheese: Product, person: Callable[..., Person]) -> None:
    lot = a_lot(cheese)
    stranger = person(a_producer())
    assert stranger.get(f"/panel/lotes/{lot.code}/").status_code == 404
    assert lot.code not in stranger.get("/panel/lotes/").content.decode()


def test_a_passport_costs_four_queries(client: Client, cheese: Product, django_assert_num_queries: Any) -> None:
    a_network("Red Queseras", members=[cheese.producer])
    lot = a_lot(cheese)
    passport(client, lot)
    with django_assert_num_queries(4):
        passport(client, lot)
