"""Each seller sees only its own; what is foreign and what is absent are the same 404."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from catalog.models import Product, Supply
from foundation import audit
from producers.models import Mandate, Producer
from tests.builders import a_network, a_producer, a_product, a_supply, a_territory
from tests.catalog.conftest import Person

pytestmark = pytest.mark.django_db
STEPS = ("que", "cuando", "mayor", "precios", "foto", "detalles")


@pytest.fixture
def cheese(producer: Producer) -> Product:
    product = a_product("Queso propio", producer=producer, territory=producer.territory, comuna=producer.comuna)
    a_supply(product, 100, producer=producer)
    return product


def addresses(pk: int) -> list[str]:
    names = ("panel-product", "panel-product-preview", "panel-stock")
    return [reverse(name, args=[pk]) for name in names] + [
        reverse("panel-product-step", args=[pk, slug]) for slug in STEPS
    ]


def test_the_own_pages_open(maker: Person, cheese: Product) -> None:
    for where in addresses(cheese.pk):
        assert maker.get(where).status_code == 200, where


def test_foreign_and_absent_answer_alike(person: Callable[..., Person], cheese: Product) -> None:
    strangers = [
        person(a_producer(territory=cheese.territory)), person(a_network(members=[a_producer()])),
        person(a_territory("Huasco")),
    ]  # fmt: skip
    for stranger in strangers:
        for pk in (cheese.pk, 999_999, 10**25):
            for where in addresses(pk):
                assert stranger.get(where).status_code == 404, where
                assert stranger.post(where).status_code in {404, 405}, where
            review = reverse("panel-product-review", args=[pk])
            assert stranger.post(review, do="submit").status_code == 404
        assert "Queso propio" not in stranger.get("/panel/productos/").content.decode()


def test_coordination_and_team_work_for_their_makers(
    cheese: Product, coordinator: Person, person: Callable[..., Person]
) -> None:
    for who in (coordinator, person(cheese.territory)):
        assert "Queso propio" in who.get("/panel/productos/").content.decode()
        assert who.get(f"/panel/productos/{cheese.pk}/cuando/").status_code == 200


def test_a_member_who_left_is_out_of_the_coordinations_reach(cheese: Product, coordinator: Person) -> None:
    cheese.producer.memberships.update(left_on="2026-01-01")
    assert coordinator.get(f"/panel/productos/{cheese.pk}/").status_code == 404


def test_a_mandate_that_ends_closes_the_session_at_once(maker: Person, cheese: Product) -> None:
    assert maker.get(f"/panel/productos/{cheese.pk}/").status_code == 200
    Mandate.objects.update(ends_on="2026-01-01")
    assert maker.get(f"/panel/productos/{cheese.pk}/").status_code == 403


def test_who_delivers_for_a_listing_sees_it_and_edits_only_their_part(
    person: Callable[..., Person], cheese: Product
) -> None:
    helper = a_producer(territory=cheese.territory)
    theirs, owners = a_supply(cheese, 20, producer=helper), Supply.objects.get(producer=cheese.producer)
    who = person(helper)

    page = who.get(f"/panel/productos/{cheese.pk}/").content.decode()
    assert reverse("panel-supply", args=[theirs.pk]) in page
    assert reverse("panel-supply", args=[owners.pk]) not in page
    assert reverse("panel-product-step", args=[cheese.pk, "que"]) not in page
    for slug in STEPS:
        assert who.get(f"/panel/productos/{cheese.pk}/{slug}/").status_code == 404
    assert who.get(f"/panel/productos/{cheese.pk}/existencias/").status_code == 404
    assert who.get(reverse("panel-supply", args=[owners.pk])).status_code == 404


def test_the_owner_of_a_listing_does_not_edit_the_supplies_of_others(maker: Person, cheese: Product) -> None:
    theirs = a_supply(cheese, 20, producer=a_producer())
    data = {f"month_{n}": "1" for n in range(1, 13)} | {"unit_price": "1", "minimum": "1", "lead_time_days": "1"}

    assert maker.post(reverse("panel-supply", args=[theirs.pk]), **data).status_code == 404
    maker.post(f"/panel/productos/{cheese.pk}/mayor/", **data, unit="kg", supply=theirs.pk, producer=theirs.producer_id)
    theirs.refresh_from_db()
    assert (theirs.monthly_capacity, theirs.unit_price) == ([20] * 12, 9000)


def test_one_cannot_start_a_product_for_somebody_else(maker: Person, producer: Producer, shelf: Any) -> None:
    other = a_producer(territory=producer.territory)
    data = {"title": "Robado", "category": shelf.slug, "comuna": producer.comuna_id, "summary": "x", "once": "a"}
    assert maker.post("/panel/productos/nuevo/", **data, producer=other.slug).status_code == 422
    assert not Product.objects.exists()
    assert not audit.AuditEntry.objects.filter(verb="product.drafted").exists()


def test_strangers_go_to_the_sign_in(cheese: Product) -> None:
    for where in [*addresses(cheese.pk), "/panel/productos/", "/panel/lotes/", "/panel/importar/"]:
        answer = Client().get(where)
        assert answer.status_code == 302
        assert answer["Location"].startswith("/entrar/?next=")


def test_the_pages_are_nobodys_to_keep(maker: Person, cheese: Product) -> None:
    for where in addresses(cheese.pk):
        assert maker.get(where)["Cache-Control"] == "private, no-store"
