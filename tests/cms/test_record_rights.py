"""Each role meets its own rows and others', at every address the CMS has for a row."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import NoReverseMatch, reverse
from wagtail.models import Revision

from catalog.models import Product
from catalog.policy import user_can_edit_product, user_can_publish_product
from catalog.viewsets import CatalogGroup
from foundation import policies
from foundation.models import User
from producers.models import Mandate, Network, Producer
from producers.viewsets import ProducersGroup
from routes.viewsets import RoutesGroup
from territories.viewsets import TerritoriesGroup
from tests.builders import a_circuit, a_comuna, a_grant, a_network, a_producer, a_product, a_seal, a_territory, a_user
from tests.cms.forms import address, edited

pytestmark = pytest.mark.django_db
GROUPS = (TerritoriesGroup, ProducersGroup, CatalogGroup, RoutesGroup)
ROW_VIEWS = (
    "edit", "delete", "usage", "history", "history_results", "copy", "preview_on_edit", "unpublish", "lock", "unlock",
    "confirm_workflow_cancellation", "workflow_history",
)  # fmt: skip
REVISION_VIEWS = ("revisions_view", "revisions_revert", "revisions_unschedule")


def row_addresses(row: Any) -> list[str]:
    """Every address of the CMS that names this row and needs nothing but the row and one of its revisions."""
    revision: Revision = row.latest_revision or row.save_revision()
    found = []
    for view in ROW_VIEWS:
        try:
            found.append(address(row, view))
        except NoReverseMatch:
            continue
    found += [address(row, view, revision.pk) for view in REVISION_VIEWS]
    found.append(address(row, "revisions_compare", "live", "latest"))
    return found


def test_a_foreign_row_is_not_found_at_any_address(
    holder_of: Callable[..., User], signed_in: Callable[[User], Client]
) -> None:
    elsewhere = a_territory("Huasco")
    stranger = a_producer(territory=elsewhere)
    foreign = [
        a_product(producer=stranger, territory=elsewhere), stranger, a_network(members=[stranger]), elsewhere,
        a_circuit(territory=elsewhere),
    ]  # fmt: skip
    mine = a_producer()
    for user in (holder_of(mine), holder_of(a_network(members=[mine])), holder_of(mine.territory)):
        client = signed_in(user)
        for row in foreign:
            for where in row_addresses(row):
                assert client.get(where).status_code == 404, where
                assert client.post(where).status_code == 404, where


def test_every_row_address_of_every_viewset_is_guarded() -> None:
    for group in GROUPS:
        for viewset in group().registerables:
            for pattern in viewset.get_urlpatterns():
                if "<pk>" in str(pattern.pattern) or ":pk>" in str(pattern.pattern):
                    assert hasattr(pattern.callback, "__wrapped__"), pattern


def test_a_producer_edits_their_own_product_and_only_submits_it(
    holder_of: Callable[..., User], signed_in: Callable[[User], Client]
) -> None:
    product = a_product("Queso fresco", summary_es="Antes")
    user = holder_of(product.producer)
    answer = edited(signed_in(user), product, summary_es="Después", **{"action-publish": "1"})
    product.refresh_from_db()
    assert answer.status_code == 302
    assert product.summary_es == "Antes"
    assert product.has_unpublished_changes
    assert user_can_edit_product(user, product)
    assert not user_can_publish_product(user, product)


@pytest.mark.parametrize("role", ["editor", "team"])
def test_editors_and_the_territorys_team_publish(
    role: str, editor: User, holder_of: Callable[..., User], signed_in: Callable[[User], Client]
) -> None:
    product = a_product(summary_es="Antes")
    user = editor if role == "editor" else holder_of(product.territory)
    edited(signed_in(user), product, summary_es="Después", **{"action-publish": "1"})
    product.refresh_from_db()
    assert (product.summary_es, product.has_unpublished_changes) == ("Después", False)


def test_a_coordinator_works_on_the_members_of_their_network(
    holder_of: Callable[..., User], signed_in: Callable[[User], Client]
) -> None:
    member, other = a_producer(), a_producer()
    network = a_network(members=[member])
    client = signed_in(holder_of(network))
    for row in (network, member, a_product(producer=member)):
        assert client.get(address(row, "edit")).status_code == 200
    assert client.get(address(a_product(producer=other), "edit")).status_code == 404


def test_a_list_shows_only_rows_of_the_user(
    holder_of: Callable[..., User], signed_in: Callable[[User], Client]
) -> None:
    mine, _theirs = a_product("Queso mío"), a_product("Queso ajeno")
    page = signed_in(holder_of(mine.producer)).get(reverse(Product.snippet_viewset.get_url_name("list")))
    assert "Queso mío" in page.content.decode()
    assert "Queso ajeno" not in page.content.decode()


def test_a_mandate_that_ended_opens_nothing(
    holder_of: Callable[..., User], signed_in: Callable[[User], Client]
) -> None:
    product = a_product()
    user = holder_of(product.producer)
    client = signed_in(user)
    assert client.get(address(product, "edit")).status_code == 200
    Mandate.objects.filter(user=user).update(ends_on="2026-01-01")
    assert client.get(address(product, "edit")).status_code == 404


def test_nobody_but_editors_deletes(
    holder_of: Callable[..., User], editor: User, signed_in: Callable[[User], Client]
) -> None:
    product = a_product()
    for user in (holder_of(product.producer), holder_of(product.territory)):
        signed_in(user).post(address(product, "delete"))
        assert Product.objects.filter(pk=product.pk).exists()
    signed_in(editor).post(address(product, "delete"))
    assert not Product.objects.filter(pk=product.pk).exists()


def test_deleting_in_bulk_reaches_only_rows_of_the_user(
    holder_of: Callable[..., User], editor: User, signed_in: Callable[[User], Client]
) -> None:
    mine, theirs = a_product("Queso mío"), a_product("Queso ajeno", live=False)
    where = reverse("wagtail_bulk_action", args=["terruno_catalog", "product", "delete"])
    asked = f"{where}?id={mine.pk}&id={theirs.pk}&next=/admin/"
    refused = signed_in(holder_of(mine.producer)).get(asked)
    assert refused.status_code == 404
    assert b"Queso ajeno" not in refused.content
    signed_in(editor).post(asked)
    assert not Product.objects.filter(pk__in=[mine.pk, theirs.pk]).exists()


def test_a_chooser_offers_no_foreign_draft(holder_of: Callable[..., User], signed_in: Callable[[User], Client]) -> None:
    mine, draft = a_producer("Productora del valle"), a_producer("Productora secreta", live=False)
    client = signed_in(holder_of(mine))
    chooser = Producer.snippet_viewset.chooser_viewset
    listing = client.get(reverse(chooser.get_url_name("choose")))
    assert "Productora secreta" not in listing.content.decode()
    assert client.get(reverse(chooser.get_url_name("chosen"), args=[draft.pk])).status_code == 404
    assert client.get(reverse(chooser.get_url_name("chosen"), args=["x"])).status_code == 404
    several = client.get(reverse(chooser.get_url_name("chosen_multiple")), {"id": [draft.pk, mine.pk]})
    assert "Productora secreta" not in several.content.decode()
    assert "Productora del valle" in several.content.decode()


def test_a_form_cannot_hand_a_product_to_a_foreign_producer(
    holder_of: Callable[..., User], signed_in: Callable[[User], Client]
) -> None:
    product, other = a_product(), a_producer()
    answer = edited(signed_in(holder_of(product.producer)), product, producer=str(other.pk))
    assert answer.status_code == 200
    assert "producer" in answer.context["form"].errors
    assert not product.revisions.exists()


def test_a_product_is_not_put_under_a_seal_of_another_area(editor: User, signed_in: Callable[[User], Client]) -> None:
    seal = a_seal()
    product = a_product()
    a_grant(product.producer, product, seal)
    desk = signed_in(editor)
    assert edited(desk, product).status_code == 302
    seal.comunas.add(a_comuna("Coquimbo"))
    refused = edited(desk, product)
    assert "grant" in refused.context["form"].formsets["product_seals"].errors[0]
    assert edited(desk, product, **{"product_seals-0-DELETE": "on"}).status_code == 302


def test_a_supply_of_another_producer_cannot_be_changed(
    holder_of: Callable[..., User], signed_in: Callable[[User], Client]
) -> None:
    mine = a_producer()
    product = a_product(producer=mine, supplies=[{"producer": mine}, 300])
    client = signed_in(holder_of(mine))
    own = edited(client, product, **{"supplies-0-unit_price": "8000"})
    assert own.status_code == 302
    foreign = edited(client, product, **{"supplies-1-unit_price": "1"})
    assert foreign.status_code == 200
    removed = edited(client, product, **{"supplies-1-DELETE": "on"})
    assert removed.status_code == 200


def test_without_a_group_or_a_rule_nobody_reaches_anything(holder_of: Callable[..., User]) -> None:
    product = a_product()
    stranger = a_user()
    closed = holder_of(product.producer)
    closed.is_active = False
    for user in (stranger, closed):
        assert not policies.rows(Product, user).exists()
        assert not policies.choices(Network, user).exists()
        assert not user_can_edit_product(user, product)


def test_the_admin_is_closed_to_strangers(roles: Any, signed_in: Callable[[User], Client]) -> None:
    product = a_product()
    assert Client().get(address(product, "edit")).status_code == 302
    answer = signed_in(a_user()).get(address(product, "edit"))
    assert answer.status_code in {302, 403}
    assert product.title_es not in answer.content.decode()
