"""A producer's change waits for somebody who answers for it, and then is live."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Revision, TaskState

from catalog.models import Format, PriceTier, Product
from foundation.models import OutboxMessage, User
from tests.builders import a_producer, a_product, a_territory
from tests.cms.forms import address, edited

pytestmark = pytest.mark.django_db


@pytest.fixture
def submitted(holder_of: Callable[..., User], signed_in: Callable[[User], Client]) -> tuple[Product, TaskState]:
    product = a_product("Queso fresco", summary_es="Antes")
    edited(signed_in(holder_of(product.producer)), product, summary_es="Después", **{"action-submit": "1"})
    product.refresh_from_db()
    assert product.current_workflow_task_state is not None
    return product, product.current_workflow_task_state


def decide(client: Client, product: Product, state: TaskState, action: str = "approve") -> Any:
    return client.post(address(product, "workflow_action", action, state.pk), {"comment": "Visto"})


def test_the_territorys_team_approves_and_the_change_is_live(
    submitted: tuple[Product, TaskState], holder_of: Callable[..., User], signed_in: Callable[[User], Client]
) -> None:
    product, state = submitted
    client = signed_in(holder_of(product.territory))
    assert product.title_es in client.get(reverse("wagtailadmin_home")).content.decode()
    decide(client, product, state)
    product.refresh_from_db()
    assert product.summary_es == "Después"


def test_another_territorys_team_neither_sees_nor_decides(
    submitted: tuple[Product, TaskState], holder_of: Callable[..., User], signed_in: Callable[[User], Client]
) -> None:
    product, state = submitted
    client = signed_in(holder_of(a_territory("Huasco")))
    assert product.title_es not in client.get(reverse("wagtailadmin_home")).content.decode()
    assert decide(client, product, state).status_code == 404
    product.refresh_from_db()
    assert product.summary_es == "Antes"


def test_a_producer_cannot_approve_their_own_change(
    submitted: tuple[Product, TaskState], signed_in: Callable[[User], Client]
) -> None:
    product, state = submitted
    mandate = product.producer.mandates.get()
    assert decide(signed_in(mandate.user), product, state).status_code in {302, 403}
    product.refresh_from_db()
    assert product.summary_es == "Antes"


def test_a_change_sent_back_stays_a_draft(
    submitted: tuple[Product, TaskState], editor: User, signed_in: Callable[[User], Client]
) -> None:
    product, state = submitted
    decide(signed_in(editor), product, state, "reject")
    product.refresh_from_db()
    assert (product.summary_es, product.has_unpublished_changes) == ("Antes", True)


def test_publishing_new_prices_shows_them_in_lists_and_tells_the_index(
    editor: User, signed_in: Callable[[User], Client]
) -> None:
    product = a_product()
    wheel = Format.objects.create(product=product, name_es="Rueda de 500 g", size="0.5")
    PriceTier.objects.create(format=wheel, min_quantity=1, unit_price=5900)
    answer = edited(signed_in(editor), product, **{"formats-0-tiers-0-unit_price": "6500", "action-publish": "1"})
    assert answer.status_code == 302, answer.context["form"].errors
    product.refresh_from_db()
    assert (product.price_from, product.price_format_es) == (6500, "Rueda de 500 g")
    told = OutboxMessage.objects.filter(kind="record.changed", payload__kind="product").order_by("-pk").first()
    assert told is not None
    assert told.payload["version"] == product.version


def test_an_old_draft_does_not_bring_back_an_old_picture(editor: User) -> None:
    product = a_product()
    wheel = Format.objects.create(product=product, name_es="Rueda")
    PriceTier.objects.create(format=wheel, unit_price=100)
    revision = product.save_revision()
    Product.objects.filter(pk=product.pk).update(picture={"files": {"400": "/media/nuevo.avif"}}, price_from=100)
    Revision.objects.get(pk=revision.pk).publish(user=editor)
    product.refresh_from_db()
    assert product.price_from == 100
    assert product.picture["files"]["400"] == "/media/nuevo.avif"


def test_capacity_channels_and_months_are_filled_in_without_json(
    editor: User, signed_in: Callable[[User], Client]
) -> None:
    maker = a_producer()
    product = a_product(producer=maker, supplies=[{"producer": maker}], channels=["shop"])
    changes = {
        "supplies-0-monthly_capacity_0": "40", "supplies-0-monthly_capacity_11": "7",
        "channels": ["export", "invented"], "sale_months": ["1", "12"], "action-publish": "1",
    }  # fmt: skip
    edited(signed_in(editor), product, **changes)
    product.refresh_from_db()
    capacity = product.supplies.get().monthly_capacity
    assert (capacity[0], capacity[5], capacity[11]) == (40, 300, 7)
    assert product.channels == ["export"]
    assert product.sale_months == 0b1000_0000_0001


def test_a_draft_product_is_not_public_until_it_is_published(editor: User, client: Client) -> None:
    product = a_product(live=False)
    where = product.get_absolute_url()
    assert client.get(where).status_code == 404
    product.save_revision().publish(user=editor)
    assert client.get(where).status_code == 200
