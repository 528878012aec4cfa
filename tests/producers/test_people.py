"""Who gets a mandate, by which letter, and who joins which network."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from foundation.models import OutgoingMail, User
from foundation.worker import run_until_idle
from producers.enums import RequestStatus, Role
from producers.handlers import forget_invitations
from producers.models import Invitation, JoinRequest, Mandate, Network, NetworkMember, Producer
from producers.panel import Workspace
from producers.services import NotAMember, add_member, ask_to_join, end_membership, invite
from producers.services.inviting import token_of
from tests.builders import a_comuna, a_mandate, a_network, a_producer, a_territory, a_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def maker() -> Producer:
    return a_producer("Quesería Majada Alta", territory=a_territory(comunas=[a_comuna("Ovalle")]))


@pytest.fixture
def team(maker: Producer) -> User:
    user = a_user("equipo@ejemplo.cl")
    a_mandate(user, maker.territory)
    return user


def link_in(letter: OutgoingMail) -> str:
    return re.findall(r"http://[^/]+(/invitacion/\S+)", letter.text)[0]


def test_the_letter_makes_account_and_mandate_and_lets_one_in(client: Client, team: User, maker: Producer) -> None:
    client.force_login(team)
    form = {"email": "Elba@Ejemplo.cl", "name": "Elba Pastén", "target": f"producer:{maker.slug}"}
    assert client.post("/panel/personas/invitar/", form).status_code == 302
    run_until_idle()
    link = link_in(OutgoingMail.objects.get(to="elba@ejemplo.cl"))
    elba = Client()
    assert maker.name in elba.get(link).content.decode()
    assert not User.objects.filter(email="elba@ejemplo.cl").exists()
    assert elba.post(link).headers["Location"] == "/panel/"
    assert maker.name in elba.get("/panel/").content.decode()
    user = User.objects.get(email="elba@ejemplo.cl")
    assert (user.first_name, user.has_usable_password()) == ("Elba Pastén", False)
    assert (Mandate.objects.get(user=user).producer, Mandate.objects.get(user=user).role) == (maker, "producer")


def test_a_letter_works_once(team: User, maker: Producer) -> None:
    link = f"/invitacion/{token_of(invite(team, email='a@ejemplo.cl', role=Role.PRODUCER, target=maker))}/"
    Client().post(link)
    assert Client().get(link).status_code == 404
    assert Client().post(link).status_code == 404
    assert Mandate.objects.filter(role=Role.PRODUCER).count() == 1


def test_a_letter_opens_no_account_that_is_there_already(team: User, maker: Producer) -> None:
    """A mandate more, but one comes in by one's own door: the letter may be old, the account somebody's of weight."""
    boss = a_user("jefa@ejemplo.cl", is_superuser=True, is_staff=True)
    link = f"/invitacion/{token_of(invite(team, email=boss.email, role=Role.PRODUCER, target=maker))}/"
    client = Client()
    assert client.post(link).headers["Location"] == "/entrar/?next=%2Fpanel%2F"
    assert client.get("/admin/").status_code == 302
    assert Mandate.objects.filter(user=boss).count() == 1


def test_a_letter_lapses_after_fourteen_days(team: User, maker: Producer) -> None:
    invitation = invite(team, email="a@ejemplo.cl", role=Role.PRODUCER, target=maker)
    link = f"/invitacion/{token_of(invitation)}/"
    with time_machine.travel(timezone.now() + timedelta(days=15)):
        assert Client().get(link).status_code == 404


def test_an_invitation_is_forgotten_ninety_days_after_it_lapsed(team: User, maker: Producer) -> None:
    invitation = invite(team, email="a@ejemplo.cl", role=Role.PRODUCER, target=maker)
    with time_machine.travel(invitation.expires_at + timedelta(days=89)):
        assert forget_invitations() == 0
    with time_machine.travel(invitation.expires_at + timedelta(days=91)):
        assert forget_invitations() == 1


def test_a_withdrawn_letter_and_one_that_was_sent_again_do_not_work(
    client: Client, team: User, maker: Producer
) -> None:
    first = invite(team, email="a@ejemplo.cl", role=Role.PRODUCER, target=maker)
    second = invite(team, email="a@ejemplo.cl", role=Role.PRODUCER, target=maker)
    assert client.get(f"/invitacion/{token_of(first)}/").status_code == 404
    assert client.get(f"/invitacion/{token_of(second)}/").status_code == 200
    client.force_login(team)
    client.post(f"/panel/personas/cartas/{second.pk}/retirar/")
    assert client.get(f"/invitacion/{token_of(second)}/").status_code == 404


def test_a_closed_account_takes_no_mandate(team: User, maker: Producer) -> None:
    a_user("cerrada@ejemplo.cl", is_active=False)
    invitation = invite(team, email="cerrada@ejemplo.cl", role=Role.PRODUCER, target=maker)
    assert Client().post(f"/invitacion/{token_of(invitation)}/").status_code == 404
    assert not Mandate.objects.filter(role=Role.PRODUCER).exists()


@pytest.mark.parametrize(
    "target",
    ["producer:{other}", "network:{network}", "territory:limari", "evaluation:{territory}", "comuna:99999", "x"],
)
def test_a_team_gives_nothing_outside_its_territory(client: Client, team: User, maker: Producer, target: str) -> None:
    away = a_producer(territory=a_territory("Nahuelbuta"))
    network = a_network(members=[away])
    client.force_login(team)
    named = target.format(other=away.slug, network=network.slug, territory=away.territory.slug)
    assert client.post("/panel/personas/invitar/", {"email": "a@ejemplo.cl", "target": named}).status_code == 422
    assert not Invitation.objects.exists()


def test_an_officer_is_named_for_a_comuna_of_the_territory(client: Client, team: User, maker: Producer) -> None:
    client.force_login(team)
    ovalle = a_comuna("Ovalle")
    client.post("/panel/personas/invitar/", {"email": "muni@ejemplo.cl", "target": f"comuna:{ovalle.pk}"})
    invitation = Invitation.objects.get()
    assert (invitation.role, invitation.comuna) == (Role.OFFICER, ovalle)


def test_an_evaluator_is_named_by_letter_and_ended_by_a_button(client: Client, team: User, maker: Producer) -> None:
    client.force_login(team)
    client.post(
        "/panel/personas/invitar/",
        {"email": "juicio@ejemplo.cl", "target": f"evaluation:{maker.territory.slug}", "ends_on": "2999-12-31"},
    )
    assert "juicio@ejemplo.cl" in client.get("/panel/personas/").content.decode()
    run_until_idle()
    evaluator = Client()
    evaluator.post(link_in(OutgoingMail.objects.get(to="juicio@ejemplo.cl")))
    assert evaluator.get("/panel/evaluacion/").status_code == 200
    mandate = Mandate.objects.get(role=Role.EVALUATOR)
    assert mandate.territory == maker.territory
    people = client.get("/panel/personas/").content.decode()
    assert f"{Role.EVALUATOR.label}: {maker.territory}" in people
    client.post(f"/panel/personas/{mandate.pk}/terminar/")
    assert evaluator.get("/panel/evaluacion/").status_code == 403


def test_an_evaluator_of_another_territory_is_neither_seen_nor_ended(client: Client, team: User) -> None:
    away = a_mandate(a_user("lejos@ejemplo.cl"), a_territory("Nahuelbuta"), role=Role.EVALUATOR)
    client.force_login(team)
    assert "lejos@ejemplo.cl" not in client.get("/panel/personas/").content.decode()
    assert client.post(f"/panel/personas/{away.pk}/terminar/").status_code == 404


def test_an_ended_mandate_is_felt_at_the_next_request(client: Client, team: User, maker: Producer) -> None:
    elba = Client()
    user = a_user()
    mandate = a_mandate(user, maker)
    elba.force_login(user)
    assert elba.get("/panel/perfil/").status_code == 200
    client.force_login(team)
    assert client.post(f"/panel/personas/{mandate.pk}/terminar/").status_code == 302
    assert elba.get("/panel/perfil/").status_code == 403


def test_a_team_ends_no_mandate_of_its_own_kind(client: Client, team: User, maker: Producer) -> None:
    mate = a_mandate(a_user(), maker.territory)
    client.force_login(team)
    assert client.post(f"/panel/personas/{mate.pk}/terminar/").status_code == 404


def network_of(maker: Producer) -> tuple[Network, User]:
    network, coordinator = a_network(members=[maker]), a_user("red@ejemplo.cl")
    a_mandate(coordinator, network)
    return network, coordinator


def test_a_coordinator_proposes_and_the_producer_decides(client: Client, maker: Producer) -> None:
    """A coordinator acts for members: whoever is one has said so."""
    network, coordinator = network_of(maker)
    neighbour, user = a_producer("Copao y Cordillera", territory=maker.territory), a_user()
    a_mandate(user, neighbour)
    client.force_login(coordinator)
    client.post(f"/panel/red/{network.slug}/socios/", {"action": "add", "producer": neighbour.slug})
    assert not network.members.filter(producer=neighbour).exists()
    asked = JoinRequest.objects.get()
    maker_client = Client()
    maker_client.force_login(user)
    assert f"Decidir si se suma a {network}" in maker_client.get("/panel/").content.decode()
    assert maker_client.post(f"/panel/sumarse/{asked.pk}/", {"answer": "yes"}).status_code == 302
    assert NetworkMember.objects.on().filter(network=network, producer=neighbour).exists()
    asked.refresh_from_db()
    assert asked.status == RequestStatus.GRANTED


def test_a_no_stays_a_no(client: Client, maker: Producer) -> None:
    network, coordinator = network_of(maker)
    neighbour, user = a_producer(territory=maker.territory), a_user()
    a_mandate(user, neighbour)
    asked = ask_to_join(coordinator, network, neighbour)
    client.force_login(user)
    client.post(f"/panel/sumarse/{asked.pk}/", {"answer": "no"})
    assert not network.members.filter(producer=neighbour).exists()
    assert client.post(f"/panel/sumarse/{asked.pk}/", {"answer": "yes"}).status_code == 404


def test_the_team_writes_a_member_down(client: Client, team: User, maker: Producer) -> None:
    network = a_network(members=[maker])
    neighbour = a_producer(territory=maker.territory)
    client.force_login(team)
    client.post(f"/panel/red/{network.slug}/socios/", {"action": "add", "producer": neighbour.slug})
    assert NetworkMember.objects.on().filter(network=network, producer=neighbour).exists()


def test_nobody_is_proposed_from_another_territory(client: Client, maker: Producer) -> None:
    network, coordinator = network_of(maker)
    away = a_producer(territory=a_territory("Nahuelbuta"))
    client.force_login(coordinator)
    answer = client.post(f"/panel/red/{network.slug}/socios/", {"action": "add", "producer": away.slug})
    assert answer.status_code == 404


def test_who_leaves_today_is_out_of_the_coordinators_reach_today(client: Client, maker: Producer) -> None:
    network, coordinator = network_of(maker)
    client.force_login(coordinator)
    assert f'Trabajar por<span class="unseen"> {maker.name}' in client.get("/panel/perfil/").content.decode()
    client.post(f"/panel/red/{network.slug}/socios/", {"action": "end", "producer": maker.slug})
    assert f'Trabajar por<span class="unseen"> {maker.name}' not in client.get("/panel/perfil/").content.decode()
    assert not Workspace(coordinator).producers.exists()
    with pytest.raises(NotAMember):
        end_membership(coordinator, network, maker)


def test_a_draft_of_the_network_brings_no_old_members_back(team: User, maker: Producer) -> None:
    network = a_network(members=[maker])
    network.save_revision()
    neighbour = a_producer(territory=maker.territory)
    add_member(team, network, neighbour)
    end_membership(team, network, maker)
    network.refresh_from_db()
    network.latest_revision.publish()
    assert set(NetworkMember.objects.on().filter(network=network).values_list("producer", flat=True)) == {neighbour.pk}
