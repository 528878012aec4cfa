"""En temporada, agotado, en pausa: one tap, at once, and back again."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.test import Client
from wagtail.models import Revision

from catalog.enums import Availability
from catalog.models import Product, Supply
from catalog.services.drafts import edit_draft
from catalog.services.supplies import set_availability
from foundation import audit
from foundation.actors import SYSTEM
from foundation.models import OutboxMessage
from foundation.months import mask
from inquiries.models import Offer
from producers.models import Producer
from tests.builders import a_producer, a_product, a_supply, an_inquiry
from tests.catalog.conftest import Person

pytestmark = pytest.mark.django_db
NOVEMBER = datetime(2026, 11, 22, 12, tzinfo=ZoneInfo("America/Santiago"))
DECEMBER = datetime(2026, 12, 2, 12, tzinfo=ZoneInfo("America/Santiago"))


@pytest.fixture
def cheese(producer: Producer) -> Supply:
    product = a_product("Queso de cabra", producer=producer, territory=producer.territory, comuna=producer.comuna)
    return a_supply(product, 300, producer=producer)


def tap(maker: Person, supply: Supply, to: str, **more: Any) -> Any:
    return maker.post(f"/panel/ofertas/{supply.pk}/estado/", to=to, **more)


def test_in_pause_nobody_is_asked(maker: Person, cheese: Supply) -> None:
    answer = tap(maker, cheese, "paused")

    assert answer.status_code == 302
    an_inquiry(cheese.product, "100")
    assert not Offer.objects.exists()


@time_machine.travel(NOVEMBER)
def test_sold_out_is_of_this_month_only(maker: Person, cheese: Supply) -> None:
    tap(maker, cheese, "sold_out")

    cheese.refresh_from_db()
    assert (cheese.capacity_in(11), cheese.capacity_in(12)) == (0, 300)
    an_inquiry(cheese.product, "100", needed_in=5)
    assert not Offer.objects.exists()
    an_inquiry(cheese.product, "100", needed_in=20)
    assert Offer.objects.get().quantity == 100


def test_sold_out_ends_with_the_month(maker: Person, cheese: Supply) -> None:
    with time_machine.travel(NOVEMBER):
        tap(maker, cheese, "sold_out")
    with time_machine.travel(DECEMBER):
        cheese.refresh_from_db()
        assert cheese.availability == Availability.IN_SEASON
        assert cheese.capacity_in(11) == 300


@time_machine.travel(NOVEMBER)
def test_the_page_shows_no_capacity_when_it_is_sold_out(client: Client, maker: Person, cheese: Supply) -> None:
    tap(maker, cheese, "sold_out")

    assert "vuelve en diciembre" in client.get(f"/productos/{cheese.product.slug}/").content.decode()


def test_the_list_says_which_button_is_pressed_and_offers_to_undo_once(maker: Person, cheese: Supply) -> None:
    tap(maker, cheese, "paused")
    page = maker.get("/panel/productos/").content.decode()

    assert 'value="paused" aria-pressed="true"' in page
    assert page.count('aria-pressed="true"') == 1
    assert "Deshacer" in page
    assert "Deshacer" not in maker.get("/panel/productos/").content.decode()


@time_machine.travel(NOVEMBER)
def test_in_season_brings_this_month_into_the_season_and_undo_takes_it_out(maker: Person, cheese: Supply) -> None:
    Product.objects.update(sale_months=mask([1, 2]))
    tap(maker, cheese, "paused")
    tap(maker, cheese, "in_season")
    assert Product.objects.get().sale_months == mask([1, 2, 11])

    undo = maker.client.session["catalog.undo"]
    tap(maker, cheese, undo["to"], without=undo["without"])
    assert Product.objects.get().sale_months == mask([1, 2])
    assert Supply.objects.get().paused


@time_machine.travel(NOVEMBER)
def test_who_only_delivers_for_a_listing_does_not_change_its_season(person: Any, cheese: Supply) -> None:
    Product.objects.update(sale_months=mask([1]))
    helper = a_producer(territory=cheese.product.territory)
    theirs = a_supply(cheese.product, 50, producer=helper, paused=True)
    tap(person(helper), theirs, "in_season")

    theirs.refresh_from_db()
    assert (theirs.paused, Product.objects.get().sale_months) == (False, mask([1]))


def test_a_tap_is_told_to_the_index_and_written_down_once(cheese: Supply) -> None:
    set_availability(SYSTEM, cheese, Availability.PAUSED)
    told = OutboxMessage.objects.filter(kind="record.changed").count()
    set_availability(SYSTEM, cheese, Availability.PAUSED)

    assert audit.entries(cheese).count() == 1
    assert told > 0
    assert OutboxMessage.objects.filter(kind="record.changed").count() == told


def test_publishing_an_older_draft_does_not_undo_a_tap(maker: Person, cheese: Supply) -> None:
    edit_draft(maker.user, cheese.product, lambda draft: setattr(draft, "summary_es", "Nuevo"), step="que")
    tap(maker, cheese, "paused")
    Revision.objects.for_instance(cheese.product).latest("pk").publish()

    assert Supply.objects.get().paused
    assert Product.objects.get().summary_es == "Nuevo"


def test_a_supply_made_after_a_draft_survives_its_publishing(maker: Person, cheese: Supply) -> None:
    own = a_product("Queso fresco", producer=cheese.producer, territory=cheese.producer.territory)
    edit_draft(maker.user, own, lambda draft: setattr(draft, "summary_es", "Nuevo"), step="que")
    maker.post(
        f"/panel/productos/{own.pk}/mayor/",
        unit="kg",
        unit_price="9000",
        minimum="1",
        lead_time_days="2",
        all_months="10",
        **{f"month_{n}": "" for n in range(1, 13)},
    )
    own.refresh_from_db()
    own.get_latest_revision().publish()

    assert Supply.objects.get(product=own).monthly_capacity == [10] * 12


def test_a_foreign_supply_is_not_found(person: Any, cheese: Supply) -> None:
    stranger = person(a_producer(territory=cheese.product.territory))

    assert tap(stranger, cheese, "paused").status_code == 404
    assert stranger.get(f"/panel/ofertas/{cheese.pk}/").status_code == 404
    cheese.refresh_from_db()
    assert not cheese.paused


def test_an_invented_state_changes_nothing(maker: Person, cheese: Supply) -> None:
    assert tap(maker, cheese, "stolen", without="13").status_code == 302
    cheese.refresh_from_db()
    assert cheese.availability == Availability.IN_SEASON


def test_the_way_back_leads_to_our_own_pages_only(maker: Person, cheese: Supply) -> None:
    assert tap(maker, cheese, "paused", next="https://malo.example/")["Location"] == "/panel/productos/"
    inside = f"/panel/productos/{cheese.product_id}/"
    assert tap(maker, cheese, "in_season", next=inside)["Location"] == inside


def test_own_terms_hold_at_once(maker: Person, cheese: Supply) -> None:
    typed = {"unit_price": "10.500", "minimum": "20", "lead_time_days": "6", "all_months": ""}
    months = {f"month_{n}": "50" for n in range(1, 13)}
    answer = maker.post(f"/panel/ofertas/{cheese.pk}/", **typed, **months)

    cheese.refresh_from_db()
    assert answer.status_code == 302
    assert (cheese.unit_price, cheese.minimum, cheese.monthly_capacity) == (10500, 20, [50] * 12)
