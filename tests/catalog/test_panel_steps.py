"""A product written step by step on a phone, each step kept as a draft."""

from collections.abc import Callable
from typing import Any

import pytest
from wagtail.models import Revision

from catalog.models import Category, Format, PriceTier, Product, Stock, Supply
from foundation.idempotency import LONGEST
from foundation.months import ALL_YEAR, mask
from producers.models import Producer
from tests.builders import a_comuna, a_network, a_producer, a_product, a_supply, a_territory
from tests.catalog.conftest import Person

pytestmark = pytest.mark.django_db


def started(maker: Person, shelf: Category, **changes: Any) -> Any:
    typed = {
        "producer": Producer.objects.get(mandates__user=maker.user).slug, "title": "Queso fresco",
        "category": shelf.slug, "comuna": a_comuna("Río Hurtado").pk, "summary": "Suave, del día.", "once": "abc",
    }  # fmt: skip
    return maker.post("/panel/productos/nuevo/", **(typed | changes))


def step(product: Product, slug: str) -> str:
    return f"/panel/productos/{product.pk}/{slug}/"


def test_the_first_step_leaves_a_draft_that_nobody_else_sees(maker: Person, shelf: Category, client: Any) -> None:
    answer = started(maker, shelf)

    product = Product.objects.get()
    assert answer["Location"] == step(product, "cuando")
    assert (product.title_es, product.live, product.territory) == ("Queso fresco", False, product.producer.territory)
    assert client.get(f"/productos/{product.slug}/").status_code == 404
    assert "Queso fresco" in maker.get("/panel/productos/").content.decode()


def test_the_same_page_sent_twice_is_one_product_with_the_words_of_the_last(maker: Person, shelf: Category) -> None:
    started(maker, shelf)
    started(maker, shelf, title="Queso fresco de cabra")

    assert Product.objects.get().title_es == "Queso fresco de cabra"


def test_a_missing_name_keeps_what_was_typed(maker: Person, shelf: Category) -> None:
    answer = started(maker, shelf, title="")

    assert answer.status_code == 422
    assert "Suave, del día." in answer.content.decode()
    assert not Product.objects.exists()


def test_a_comuna_of_another_territory_is_refused(maker: Person, shelf: Category) -> None:
    elsewhere = a_comuna("Ancud", region=None)
    assert started(maker, shelf, comuna=elsewhere.pk).status_code == 422


def test_a_key_that_is_too_long_is_refused_in_words(maker: Person, shelf: Category) -> None:
    assert started(maker, shelf, once="x" * (LONGEST + 1)).status_code == 422


@pytest.fixture
def draft(maker: Person, shelf: Category) -> Product:
    started(maker, shelf)
    return Product.objects.get()


def test_months_are_kept_as_they_were_tapped(maker: Person, draft: Product) -> None:
    maker.post(step(draft, "cuando"), sale_months=["9", "10", "3"])

    draft.refresh_from_db()
    assert draft.sale_months == draft.months == mask([3, 9, 10])
    assert 'value="9" checked' in maker.get(step(draft, "cuando")).content.decode()


def test_no_month_at_all_asks_again(maker: Person, draft: Product) -> None:
    assert maker.post(step(draft, "cuando")).status_code == 422


def wholesale(**changes: Any) -> dict[str, Any]:
    typed = {"unit": "kg", "unit_price": "9.800", "minimum": "5", "lead_time_days": "3", "all_months": "120"}
    return typed | {f"month_{month}": "" for month in range(1, 13)} | changes


def test_one_number_fills_the_twelve_months(maker: Person, draft: Product) -> None:
    maker.post(step(draft, "mayor"), **wholesale())

    supply = Supply.objects.get(product=draft)
    assert supply.monthly_capacity == [120] * 12
    assert (supply.unit_price, supply.minimum, supply.lead_time_days) == (9800, 5, 3)


def test_each_month_may_have_its_own_number(maker: Person, draft: Product) -> None:
    maker.post(step(draft, "mayor"), **wholesale(all_months="", month_1="40", month_12="1.200"))

    assert Supply.objects.get(product=draft).monthly_capacity == [40, *[0] * 10, 1200]


def test_a_capacity_that_is_no_number_names_its_month(maker: Person, draft: Product) -> None:
    answer = maker.post(step(draft, "mayor"), **wholesale(all_months="", month_2="muchos"))

    assert answer.status_code == 422
    assert "#id_month_2" in answer.content.decode()
    assert 'value="muchos"' in answer.content.decode()


def prices(*rows: dict[str, str], measure: str = "kg", initial: int = 0) -> dict[str, str]:
    data = {"base_unit": measure, "formats-TOTAL_FORMS": str(len(rows)), "formats-INITIAL_FORMS": str(initial)}
    return data | {f"formats-{n}-{name}": value for n, row in enumerate(rows) for name, value in row.items()}


WHEEL = {"name": "Rueda de 500 g", "size": "0,5", "price": "7.500", "from_2": "6", "price_2": "6.800"}


def test_formats_and_prices_by_quantity_are_kept(maker: Person, draft: Product) -> None:
    answer = maker.post(step(draft, "precios"), **prices(WHEEL))

    assert answer.status_code == 302
    wheel = Format.objects.get(product=draft)
    assert (wheel.name_es, str(wheel.size)) == ("Rueda de 500 g", "0.500")
    assert list(wheel.tiers.values_list("min_quantity", "unit_price")) == [(1, 7500), (6, 6800)]


@pytest.mark.parametrize(
    "wrong", [{"price": ""}, {"price": "caro"}, {"size": "-1"}, {"from_2": "1"}, {"price_2": ""}, {"price": "0"}]
)
def test_a_format_half_filled_in_keeps_nothing_and_says_where(
    maker: Person, draft: Product, wrong: dict[str, str]
) -> None:
    answer = maker.post(step(draft, "precios"), **prices(WHEEL | wrong))

    assert answer.status_code == 422
    assert "Rueda de 500 g" in answer.content.decode()
    assert not Format.objects.exists()


def test_a_format_without_name_and_price_goes(maker: Person, draft: Product) -> None:
    maker.post(step(draft, "precios"), **prices(WHEEL))
    maker.post(step(draft, "precios"), **prices({"key": "0", "name": "", "size": "", "price": ""}, initial=1))

    assert not Format.objects.exists()


def test_details_are_kept(maker: Person, draft: Product) -> None:
    maker.post(
        step(draft, "detalles"), description="Se cuaja.\r\n\r\nMadura.", storage="chilled", shelf_life_days="20",
        allergens="Leche", channels=["direct", "shop"], alcohol="",
    )  # fmt: skip

    draft.refresh_from_db()
    assert draft.description_es == "Se cuaja.\n\nMadura."
    assert (draft.storage, draft.shelf_life_days, draft.channels) == ("chilled", 20, ["direct", "shop"])


def test_a_step_of_a_live_product_changes_its_draft_only(maker: Person, producer: Producer, shelf: Category) -> None:
    live = a_product("Queso de guarda", producer=producer, territory=producer.territory, comuna=producer.comuna,
                     category=shelf, summary_es="Antes")  # fmt: skip
    maker.post(
        step(live, "que"), title="Queso de guarda", category=shelf.slug, comuna=producer.comuna_id, summary="Después"
    )

    live.refresh_from_db()
    assert (live.summary_es, live.has_unpublished_changes) == ("Antes", True)
    assert "Después" in maker.get(f"/panel/productos/{live.pk}/").content.decode()
    assert "Después" in maker.get(f"/panel/productos/{live.pk}/vista/").content.decode()


@pytest.fixture
def live(producer: Producer, shelf: Category) -> Product:
    product = a_product("Queso de guarda", producer=producer, territory=producer.territory, comuna=producer.comuna,
                        category=shelf, summary_es="Antes")  # fmt: skip
    a_supply(product, 100, producer=producer)
    wheel = Format.objects.create(product=product, name_es="Rueda", size="0.5")
    PriceTier.objects.create(format=wheel, unit_price=5000)
    Stock.objects.create(format=wheel, on_hand=7)
    return product


def test_publishing_new_prices_keeps_the_stock_of_the_format(maker: Person, live: Product) -> None:
    maker.post(
        step(live, "precios"), **prices({"key": "0", "name": "Rueda", "size": "0,5", "price": "6.000"}, initial=1)
    )
    Revision.objects.for_instance(live).latest("pk").publish()

    assert PriceTier.objects.get(format__product=live).unit_price == 6000
    assert Stock.objects.get(format__product=live).on_hand == 7


def test_a_forged_format_key_changes_nothing(maker: Person, live: Product) -> None:
    other = Format.objects.create(product=a_product(), name_es="Ajeno", size=1)
    row = {"key": str(other.pk + 5), "name": "Mío", "size": "1", "price": "1.000"}
    answer = maker.post(step(live, "precios"), **prices(row))

    assert answer.status_code == 422
    other.refresh_from_db()
    live.refresh_from_db()
    assert (other.name_es, live.has_unpublished_changes) == ("Ajeno", False)


def test_fields_the_form_does_not_have_change_nothing(maker: Person, live: Product) -> None:
    stranger = a_producer(territory=a_territory("Huasco"))
    maker.post(
        step(live, "cuando"), sale_months=["1"], live="", producer=stranger.pk, producer_id=stranger.pk, slug="robado",
        fictional="on", price_from="1", version="99",
    )  # fmt: skip
    draft = Product.objects.get(pk=live.pk).get_latest_revision_as_object()

    assert (draft.producer_id, draft.slug, draft.fictional) == (live.producer_id, live.slug, False)
    assert draft.sale_months == 1
    assert live.sale_months == ALL_YEAR


def test_an_unknown_step_is_not_found(maker: Person, live: Product) -> None:
    assert maker.get(step(live, "cualquiera")).status_code == 404


def test_somebody_with_several_producers_says_whose_it_is(person: Callable[..., Person], shelf: Category) -> None:
    one, other = a_producer(), a_producer()
    coordinator = person(a_network(members=[one, other]))

    page = coordinator.get("/panel/productos/nuevo/").content.decode()
    assert one.name in page
    assert other.name in page
