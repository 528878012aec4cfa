"""Draft, review, live: who may decide, who is written to, and what stays as it was."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail as outbox
from django.test import Client
from wagtail.models import WorkflowContentType

from catalog.models import Product
from catalog.services import reviewing
from catalog.services.drafts import BeingReviewed, edit_draft
from foundation import audit
from foundation.models import OutgoingMail
from producers.models import Mandate, Producer
from tests.builders import a_mandate, a_network, a_producer, a_product, a_supply, a_territory
from tests.catalog.conftest import Person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reviewed")]


@pytest.fixture
def draft(producer: Producer) -> Product:
    product = a_product(
        "Queso fresco", producer=producer, territory=producer.territory, comuna=producer.comuna, live=False,
        summary_es="Suave.",
    )  # fmt: skip
    a_supply(product, 100, producer=producer)
    return product


def do(who: Person, product: Product, what: str, **more: Any) -> Any:
    return who.post(f"/panel/productos/{product.pk}/revision/", do=what, **more)


def letters(to: str) -> list[str]:
    return list(OutgoingMail.objects.filter(to=to).order_by("pk").values_list("subject", flat=True))


def test_the_coordination_publishes_what_a_member_hands_in(
    maker: Person, coordinator: Person, draft: Product, client: Client
) -> None:
    do(maker, draft, "submit")
    assert client.get(f"/productos/{draft.slug}/").status_code == 404
    assert "Queso fresco" in coordinator.get("/panel/productos/").content.decode()
    assert "¿Se publica?" in coordinator.get(f"/panel/productos/{draft.pk}/").content.decode()

    do(coordinator, draft, "approve")
    assert client.get(f"/productos/{draft.slug}/").status_code == 200
    assert letters(coordinator.user.email) == ["Por revisar: Queso fresco"]
    assert letters(maker.user.email) == ["Publicado: Queso fresco"]
    assert outbox.outbox == []


def test_without_a_network_the_territorys_team_is_asked_and_no_other(
    maker: Person, draft: Product, person: Callable[..., Person]
) -> None:
    team, elsewhere = person(draft.territory), person(a_territory("Huasco"))
    do(maker, draft, "submit")

    assert letters(team.user.email) == ["Por revisar: Queso fresco"]
    assert letters(elsewhere.user.email) == []
    assert do(elsewhere, draft, "approve").status_code == 404
    do(team, draft, "approve")
    draft.refresh_from_db()
    assert draft.live


def test_a_draft_sent_back_says_why_and_may_be_handed_in_again(
    maker: Person, coordinator: Person, draft: Product
) -> None:
    do(maker, draft, "submit")
    do(coordinator, draft, "return", note="Falta decir de qué leche es.")

    assert "Falta decir de qué leche es." in maker.get(f"/panel/productos/{draft.pk}/").content.decode()
    assert "Falta decir de qué leche es." in OutgoingMail.objects.get(to=maker.user.email).text
    do(maker, draft, "submit")
    do(coordinator, draft, "approve")
    draft.refresh_from_db()
    assert draft.live


def test_sending_back_needs_a_note(maker: Person, coordinator: Person, draft: Product) -> None:
    do(maker, draft, "submit")

    assert do(coordinator, draft, "return", note="").status_code == 422
    assert do(coordinator, draft, "approve").status_code == 302


def test_nobody_decides_about_their_own(maker: Person, coordinator: Person, draft: Product) -> None:
    a_mandate(coordinator.user, draft.producer)
    do(maker, draft, "submit")

    assert do(maker, draft, "approve").status_code == 404
    assert do(coordinator, draft, "approve").status_code == 404
    assert "¿Se publica?" not in coordinator.get(f"/panel/productos/{draft.pk}/").content.decode()
    draft.refresh_from_db()
    assert not draft.live


def test_a_mandate_that_ended_decides_nothing(maker: Person, coordinator: Person, draft: Product) -> None:
    do(maker, draft, "submit")
    Mandate.objects.filter(user=coordinator.user).update(ends_on="2026-01-01")

    assert do(coordinator, draft, "approve").status_code == 403


def test_while_it_is_looked_at_the_draft_stays_as_it_is(maker: Person, draft: Product) -> None:
    do(maker, draft, "submit")

    with pytest.raises(BeingReviewed):
        edit_draft(maker.user, draft, lambda product: setattr(product, "summary_es", "Otra"), step="que")
    answer = maker.post(f"/panel/productos/{draft.pk}/cuando/", sale_months=["1"])
    assert answer["Location"] == f"/panel/productos/{draft.pk}/"


def test_taken_back_it_may_be_changed(maker: Person, coordinator: Person, draft: Product) -> None:
    do(maker, draft, "submit")
    do(maker, draft, "withdraw")

    maker.post(f"/panel/productos/{draft.pk}/cuando/", sale_months=["1"])
    draft.refresh_from_db()
    assert draft.sale_months == 1
    assert do(coordinator, draft, "approve").status_code == 302
    draft.refresh_from_db()
    assert not draft.live


@pytest.mark.parametrize("missing", ["summary_es", "sale_months", "supplies"])
def test_what_a_buyer_needs_must_be_there(maker: Person, draft: Product, missing: str) -> None:
    if missing == "supplies":
        draft.supplies.all().delete()
    else:
        Product.objects.update(**{missing: "" if missing == "summary_es" else 0})
    draft = Product.objects.get()

    with pytest.raises(reviewing.NotReady):
        reviewing.submit_product(maker.user, draft)
    assert "Enviar a revisión" not in maker.get(f"/panel/productos/{draft.pk}/").content.decode()


def test_handing_in_twice_is_one_review(maker: Person, coordinator: Person, draft: Product) -> None:
    do(maker, draft, "submit")
    do(maker, draft, "submit")

    assert draft.workflow_states.count() == 1
    assert len(letters(coordinator.user.email)) == 1
    assert audit.entries(draft, "product.submitted").count() == 1


def test_without_a_review_it_says_who_publishes(maker: Person, draft: Product) -> None:
    WorkflowContentType.objects.all().delete()
    do(maker, draft, "submit")
    assert "Aún no hay quien revise" in maker.get(f"/panel/productos/{draft.pk}/").content.decode()


def test_the_panel_home_says_what_waits(maker: Person, coordinator: Person, draft: Product) -> None:
    do(maker, draft, "submit")
    assert "Revisar: Queso fresco" in coordinator.get("/panel/").content.decode()
    do(coordinator, draft, "return", note="Falta algo")
    assert "Completar la ficha: Queso fresco" in maker.get("/panel/").content.decode()


def test_a_review_decided_in_the_cms_writes_the_same_letters(
    maker: Person, draft: Product, person: Callable[..., Person]
) -> None:
    team = person(draft.territory)
    do(maker, draft, "submit")
    state = draft.current_workflow_task_state
    assert state is not None
    state.approve(user=team.user)

    assert letters(maker.user.email) == ["Publicado: Queso fresco"]
    assert outbox.outbox == []


def test_another_networks_coordination_finds_nothing(
    maker: Person, draft: Product, person: Callable[..., Person]
) -> None:
    other = person(a_network(members=[a_producer()]))
    do(maker, draft, "submit")

    assert other.get(f"/panel/productos/{draft.pk}/").status_code == 404
    assert do(other, draft, "approve").status_code == 404
