"""The frame of /panel/: whom it lets in, whose rows it shows, what it counts, what it costs."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from producers.enums import Role
from producers.models import Mandate
from producers.panel import PanelPage, Task, Workspace, registry
from producers.panel.registry import pages_of, register, register_tasks
from producers.services import end_mandate
from tests.builders import a_comuna, a_mandate, a_network, a_producer, a_territory, a_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def hung(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only what the test hangs into the panel."""
    monkeypatch.setattr(registry, "_pages", {})
    monkeypatch.setattr(registry, "_tasks", {})


def page(slug: str, order: int, **more: Any) -> PanelPage:
    return PanelPage(slug, order, slug.title(), "panel", "home", **more)


def test_a_mandate_revoked_in_a_live_session_lets_in_no_more(client: Client) -> None:
    user = a_user()
    mandate = a_mandate(user, a_producer())
    client.force_login(user)
    assert client.get("/panel/").status_code == 200
    end_mandate(user, mandate)
    answer = client.get("/panel/")
    assert answer.status_code == 403
    assert "no tiene un encargo vigente" in answer.content.decode()


def test_a_mandate_that_begins_tomorrow_does_not_hold_today() -> None:
    user = a_user()
    a_mandate(user, a_producer(), starts_on=timezone.localdate() + timedelta(days=1))
    assert Workspace(user).roles == frozenset()


def test_a_mandate_reaches_its_own_its_networks_and_its_territorys_producers() -> None:
    home = a_territory()
    own, mate, maker = a_producer(territory=a_territory("A")), a_producer(territory=a_territory("B")), a_producer()
    network = a_network(members=[mate])
    stranger = a_producer(territory=a_territory("C"))
    for target, reached in ((own, {own}), (network, {mate}), (home, {maker})):
        user = a_user()
        a_mandate(user, target)
        assert set(Workspace(user).producers) == reached
    assert stranger not in Workspace(user).producers


def test_a_member_that_left_is_out_of_reach() -> None:
    mate = a_producer()
    network = a_network(members=[mate])
    user = a_user()
    a_mandate(user, network)
    network.members.update(left_on=timezone.localdate())
    assert not Workspace(user).producers.exists()


def test_an_officer_writes_for_a_comuna_or_for_all_of_a_territory() -> None:
    ovalle, elsewhere = a_comuna("Ovalle"), a_comuna("Purén")
    home = a_territory(comunas=[ovalle])
    one, all_of_it = a_user(), a_user()
    a_mandate(one, elsewhere)
    a_mandate(all_of_it, home, role=Role.OFFICER)
    assert set(Workspace(one).comunas) == {elsewhere}
    assert set(Workspace(all_of_it).comunas) == {ovalle}
    assert not Workspace(all_of_it).territories.exists()


def test_two_producers_of_one_account_are_chosen_between(client: Client) -> None:
    first, second = a_producer("La Primera"), a_producer("La Segunda")
    user = a_user()
    a_mandate(user, first)
    a_mandate(user, second)
    client.force_login(user)
    assert client.get("/panel/").context["request"].workspace.producer == first
    answer = client.post("/panel/por/", {"producer": second.slug, "next": "/panel/cuenta/"})
    assert answer.headers["Location"] == "/panel/cuenta/"
    workspace = client.get("/panel/").context["request"].workspace
    assert workspace.producer == second
    assert set(workspace.shown) == {second}
    assert set(workspace.producers) == {first, second}


def test_a_producer_of_somebody_else_cannot_be_chosen(client: Client) -> None:
    user = a_user()
    own = a_producer()
    a_mandate(user, own)
    client.force_login(user)
    assert client.post("/panel/por/", {"producer": a_producer().slug}).status_code == 404
    assert client.get("/panel/").context["request"].workspace.producer == own


def test_a_choice_that_is_out_of_reach_by_now_counts_no_more() -> None:
    user, gone = a_user(), a_producer()
    a_mandate(user, a_territory())
    mandate = Mandate.objects.get(user=user)
    assert Workspace(user, gone.pk).producer == gone
    mandate.ends_on = timezone.localdate()
    mandate.save()
    assert Workspace(user, gone.pk).producer is None


def test_after_choosing_one_is_not_led_off_the_site(client: Client) -> None:
    user = a_user()
    own = a_producer()
    a_mandate(user, own)
    client.force_login(user)
    answer = client.post("/panel/por/", {"producer": own.slug, "next": "//otro.example/"})
    assert answer.headers["Location"] == "/panel/"


def test_pages_hang_by_order_for_their_roles(hung: None) -> None:
    register(page("second", 20, roles=(Role.PRODUCER,)))
    register(page("first", 10, roles=(Role.PRODUCER, Role.TEAM)))
    register(page("teams", 5, roles=(Role.TEAM,)))
    assert [one.slug for one in pages_of({Role.PRODUCER})] == ["first", "second"]


def test_the_fifth_page_stands_under_more_with_what_waits_on_it(hung: None) -> None:
    for n in range(6):
        register(page(f"p{n}", n, counter=lambda workspace, n=n: n))
    user = a_user()
    a_mandate(user, a_producer())
    workspace = Workspace(user)
    assert [shown.page.slug for shown in workspace.tabs] == ["p0", "p1", "p2", "p3"]
    assert workspace.more_waiting == 4 + 5


def test_what_is_due_first_stands_first(hung: None) -> None:
    now = timezone.now()
    register_tasks(
        "later", 1, lambda workspace: [Task("sin hora", "/"), Task("pasado mañana", "/", due=now + timedelta(days=2))]
    )
    register_tasks("sooner", 2, lambda workspace: [Task("hoy", "/", due=now)])
    user = a_user()
    a_mandate(user, a_producer())
    assert [task.title for task in Workspace(user).tasks] == ["hoy", "pasado mañana", "sin hora"]


def test_the_panel_is_kept_by_nobody_on_the_way(client: Client) -> None:
    user = a_user()
    a_mandate(user, a_producer())
    client.force_login(user)
    answer = client.get("/panel/")
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert answer.headers["X-Robots-Tag"] == "noindex, nofollow"


def test_the_frame_itself_costs_four_queries(client: Client, hung: None, django_assert_num_queries: Any) -> None:
    """Session, account, mandates, the producer with its place; the rest is the pages' own."""
    register(page("home", 0))
    user = a_user()
    a_mandate(user, a_producer())
    client.force_login(user)
    client.get("/panel/mas/")
    with django_assert_num_queries(4):
        client.get("/panel/mas/")


@pytest.mark.parametrize("of", ["producer", "coordinator", "team"])
def test_home_costs_the_same_whatever_there_is(client: Client, of: str, django_assert_num_queries: Any) -> None:
    members = [a_producer() for _ in range(6)]
    network = a_network(members=members)
    user = a_user()
    a_mandate(user, {"producer": members[0], "coordinator": network, "team": a_territory()}[of])
    client.force_login(user)
    client.get("/panel/")
    with django_assert_num_queries(QUERIES[of]):
        client.get("/panel/")


QUERIES = {"producer": 11, "coordinator": 11, "team": 15}
"""Of the home page with every room's pages, counters and tasks."""


def test_who_works_for_a_member_is_told_so_and_can_leave_it(client: Client) -> None:
    mate, user = a_producer("Cabras de la Punilla"), a_user(first_name="Coordinación")
    a_mandate(user, a_network(members=[mate]))
    client.force_login(user)
    assert "Trabaja por" not in client.get("/panel/").content.decode()
    client.post("/panel/por/", {"producer": mate.slug})
    assert f"Trabaja por {mate}" in client.get("/panel/").content.decode()
    client.post("/panel/por/", {"producer": ""})
    assert "Trabaja por" not in client.get("/panel/").content.decode()
