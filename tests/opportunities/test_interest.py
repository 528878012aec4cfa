"""«Me interesa»: said by who answers for a producer or a network, taken back, read by the territory's team alone."""

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from foundation import audit
from foundation.models import User
from opportunities.enums import OpportunityStatus
from opportunities.models import Interest, Opportunity
from opportunities.services import NotPossible
from opportunities.services.interests import say_interest, withdraw_interest
from producers.models import Producer
from tests.builders import a_mandate, a_network, a_producer, a_territory, a_user
from tests.opportunities.making import a_team, an_opportunity

pytestmark = pytest.mark.django_db


@pytest.fixture
def wanted() -> Opportunity:
    return an_opportunity()


@pytest.fixture
def maker(wanted: Opportunity) -> Producer:
    return a_producer("Quesería Majada Alta")


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def holder_of(*targets: object) -> Client:
    user = a_user()
    for target in targets:
        a_mandate(user, target)  # type: ignore[arg-type]
    return signed_in(user)


def address(opportunity: Opportunity) -> str:
    return f"/panel/oportunidades/{opportunity.slug}/"


def read(client: Client, opportunity: Opportunity) -> str:
    answer = client.get(address(opportunity))
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_producer_says_it_and_the_team_reads_it_with_the_note(wanted: Opportunity, maker: Producer) -> None:
    rosa, team = holder_of(maker), signed_in(a_team())
    assert "Me interesa" in read(rosa, wanted)
    said = {"do": "interest", "party": f"producer:{maker.slug}", "note": "Puedo 40 kg al mes"}
    assert rosa.post(address(wanted), said).status_code == 302
    assert "Dijo que le interesa" in read(rosa, wanted)
    page = read(team, wanted)
    assert "Les interesa" in page
    assert "Quesería Majada Alta" in page
    assert "Puedo 40 kg al mes" in page
    assert "1 interesado" in team.get("/panel/oportunidades/").content.decode()
    assert audit.entries(Interest.objects.get(), "interest.said").count() == 1


def test_it_is_taken_back_by_one_button_and_can_be_said_again(wanted: Opportunity, maker: Producer) -> None:
    rosa, team = holder_of(maker), signed_in(a_team())
    party = f"producer:{maker.slug}"
    rosa.post(address(wanted), {"do": "interest", "party": party, "note": "Puedo 40 kg al mes"})
    rosa.post(address(wanted), {"do": "uninterest", "party": party})
    interest = Interest.objects.get()
    assert interest.withdrawn_at is not None
    assert "Puedo 40 kg" not in read(team, wanted)
    assert "interesado" not in team.get("/panel/oportunidades/").content.decode()
    assert "Me interesa" in read(rosa, wanted)
    assert audit.entries(interest, "interest.withdrawn").count() == 1

    rosa.post(address(wanted), {"do": "interest", "party": party, "note": "Ahora sí"})
    interest.refresh_from_db()
    assert (interest.withdrawn_at, interest.note) == (None, "Ahora sí")


def test_a_coordinator_says_it_for_the_network_and_not_for_its_members(wanted: Opportunity, maker: Producer) -> None:
    network = a_network("Red Queseras", members=[maker])
    coordinator = holder_of(network)
    refused = coordinator.post(address(wanted), {"do": "interest", "party": f"producer:{maker.slug}"})
    assert refused.status_code == 422
    coordinator.post(address(wanted), {"do": "interest", "party": f"network:{network.slug}"})
    assert Interest.objects.get().party == network


def test_nobody_says_it_for_another(wanted: Opportunity, maker: Producer) -> None:
    stranger = holder_of(a_producer())
    for verb in ("interest", "uninterest"):
        assert stranger.post(address(wanted), {"do": verb, "party": f"producer:{maker.slug}"}).status_code == 422
    assert signed_in(a_team()).post(address(wanted), {"do": "interest", "party": ""}).status_code == 422
    assert not Interest.objects.exists()


def test_only_the_team_of_the_territory_reads_who_is_interested(wanted: Opportunity, maker: Producer) -> None:
    say_interest(a_user(), wanted, maker, note="Puedo 40 kg al mes")
    away = signed_in(a_team(a_territory("Chiloé")))
    neighbour = holder_of(a_producer("Vecina"))
    public = Client().get(wanted.get_absolute_url()).content.decode()
    for page in (read(away, wanted), read(neighbour, wanted), public):
        assert "Puedo 40 kg" not in page
        assert "Les interesa" not in page


def test_a_note_too_long_is_refused_and_kept_in_the_form(wanted: Opportunity, maker: Producer) -> None:
    note = "Puedo " + "mucho " * 80
    answer = holder_of(maker).post(address(wanted), {"do": "interest", "party": f"producer:{maker.slug}", "note": note})
    assert answer.status_code == 422
    assert "mucho mucho" in answer.content.decode()
    assert not Interest.objects.exists()


@pytest.mark.parametrize("status", [OpportunityStatus.TAKEN, OpportunityStatus.CLOSED, OpportunityStatus.PROPOSED])
def test_nobody_is_sought_unless_it_is_open(wanted: Opportunity, maker: Producer, status: OpportunityStatus) -> None:
    Opportunity.objects.update(status=status)
    assert "Me interesa" not in read(holder_of(maker), wanted)
    with pytest.raises(NotPossible):
        say_interest(a_user(), wanted, maker)


def test_what_was_said_can_be_taken_back_after_it_closed(wanted: Opportunity, maker: Producer) -> None:
    say_interest(a_user(), wanted, maker)
    Opportunity.objects.update(status=OpportunityStatus.TAKEN)
    withdraw_interest(a_user(), wanted, maker)
    assert not Interest.objects.standing().exists()


def test_one_row_a_party_and_saying_the_same_twice_is_saying_it_once(wanted: Opportunity, maker: Producer) -> None:
    first = say_interest(a_user(), wanted, maker, note="x")
    assert say_interest(a_user(), wanted, maker, note="x").pk == first.pk
    assert audit.entries(first, "interest.said").count() == 1
    with pytest.raises(IntegrityError), transaction.atomic():
        Interest.objects.create(opportunity=wanted, producer=maker, said_at=first.said_at)
    with pytest.raises(IntegrityError), transaction.atomic():
        Interest.objects.create(opportunity=wanted, said_at=first.said_at)
