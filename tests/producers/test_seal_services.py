"""A seal's way from asked to granted, and what is refused by the service, by the form and by the database itself."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.utils import timezone

from foundation import audit
from foundation.models import OutgoingMail, User
from foundation.worker import run_until_idle
from producers import guards
from producers.enums import RequestStatus
from producers.models import Producer, Seal, SealGrant, SealRequest
from producers.services import SealRefused, ask_for_seal, decline_seal, grant_seal, revoke_grant
from tests.builders import a_comuna, a_grant, a_mandate, a_network, a_producer, a_seal, a_territory, a_user

pytestmark = pytest.mark.django_db
today = timezone.localdate


@pytest.fixture
def inside() -> Producer:
    return a_producer("Quesería de Monte Patria", territory=a_territory())


@pytest.fixture
def outside() -> Producer:
    return a_producer("Quesería de Purén", territory=a_territory(), comuna=a_comuna("Purén"))


@pytest.fixture
def seal(inside: Producer) -> Seal:
    """Of one comuna, in force from last year for two years."""
    seal = a_seal(
        territory=inside.territory, starts_on=today() - timedelta(days=365), ends_on=today() + timedelta(days=365)
    )
    seal.comunas.add(inside.comuna)
    return seal


@pytest.fixture
def team(inside: Producer) -> User:
    user = a_user("equipo@ejemplo.cl")
    a_mandate(user, inside.territory)
    return user


def test_a_grant_lasts_two_years_or_as_long_as_the_seal(team: User, inside: Producer, seal: Seal) -> None:
    assert grant_seal(team, inside, seal).expires_on == seal.ends_on
    free = a_seal("libre", "Sello libre")
    assert grant_seal(team, inside, free).expires_on == today() + timedelta(days=730)


def test_numbers_run_on(team: User, inside: Producer) -> None:
    seal = a_seal("queso", "Queso Limarí")
    numbers = [grant_seal(team, inside, seal).number for _ in range(3)]
    assert numbers == [f"QL-{today().year}-00{n}" for n in (1, 2, 3)]


def test_outside_its_area_a_seal_is_refused(team: User, outside: Producer, seal: Seal) -> None:
    with pytest.raises(SealRefused) as refused:
        grant_seal(team, outside, seal)
    assert "fuera del área" in refused.value.errors["producer"]
    with pytest.raises(SealRefused):
        ask_for_seal(team, outside, seal)
    assert not SealGrant.objects.exists()
    assert not SealRequest.objects.exists()


@pytest.mark.parametrize(
    ("start", "end", "field"), [(-400, 100, "granted_on"), (0, 400, "expires_on"), (10, 5, "__all__")]
)
def test_outside_its_dates_a_seal_is_refused(
    team: User, inside: Producer, seal: Seal, start: int, end: int, field: str
) -> None:
    first, last = today() + timedelta(days=start), today() + timedelta(days=end)
    with pytest.raises(SealRefused) as refused:
        grant_seal(team, inside, seal, granted_on=first, expires_on=last)
    assert field in refused.value.errors


def test_the_cms_refuses_the_same(inside: Producer, outside: Producer, seal: Seal) -> None:
    last = today() + timedelta(days=9)
    grant = SealGrant(seal=seal, producer=outside, number="1", granted_on=today(), expires_on=last)
    with pytest.raises(ValidationError) as refused:
        grant.full_clean()
    assert "producer" in refused.value.message_dict


def written(seal: Seal, producer: Producer, start: date | None = None, end: date | None = None) -> None:
    start, end = start or today(), end or today() + timedelta(days=9)
    with transaction.atomic():
        SealGrant.objects.bulk_create(
            [SealGrant(seal=seal, producer=producer, number="1", granted_on=start, expires_on=end)]
        )


def test_the_database_refuses_the_same(inside: Producer, outside: Producer, seal: Seal) -> None:
    with pytest.raises(IntegrityError):
        written(seal, outside)
    with pytest.raises(IntegrityError):
        written(seal, inside, end=seal.ends_on + timedelta(days=1))  # type: ignore[operator]  # it has an end
    written(seal, inside)
    with pytest.raises(IntegrityError), transaction.atomic():
        SealGrant.objects.update(producer=outside)


def test_without_its_guard_the_database_takes_anything(outside: Producer, seal: Seal) -> None:
    """The control: it is the trigger that refuses."""
    guards.remove(connection)
    written(seal, outside)
    guards.install(connection)
    assert SealGrant.objects.get().producer == outside


def test_a_grant_of_a_producer_that_moved_away_can_still_be_revoked(team: User, inside: Producer, seal: Seal) -> None:
    grant = grant_seal(team, inside, seal)
    Producer.objects.filter(pk=inside.pk).update(comuna=a_comuna("Purén"))
    assert revoke_grant(team, grant).revoked_on == today()


def test_asking_twice_is_asking_once(team: User, inside: Producer, seal: Seal) -> None:
    assert ask_for_seal(team, inside, seal) == ask_for_seal(team, inside, seal)
    assert audit.entries(SealRequest.objects.get(), "seal.asked").count() == 1


def test_a_request_is_decided_once(team: User, inside: Producer, seal: Seal) -> None:
    asked = ask_for_seal(team, inside, seal)
    grant = grant_seal(team, inside, seal, request=asked)
    asked.refresh_from_db()
    assert (asked.status, asked.grant) == (RequestStatus.GRANTED, grant)
    with pytest.raises(SealRefused):
        decline_seal(team, asked, reason="Tarde")
    with pytest.raises(SealRefused):
        grant_seal(team, inside, seal, request=asked)
    assert SealGrant.objects.count() == 1


def test_a_number_is_of_one_grant(team: User, inside: Producer, seal: Seal) -> None:
    grant_seal(team, inside, seal, number="QL-1")
    with pytest.raises(SealRefused):
        grant_seal(team, a_producer(territory=inside.territory), seal, number="QL-1")


def test_everybody_is_written_to(team: User, inside: Producer, seal: Seal) -> None:
    coordinator, maker = a_user("red@ejemplo.cl"), a_user("maker@ejemplo.cl")
    a_mandate(coordinator, a_network(members=[inside]))
    a_mandate(maker, inside)
    asked = ask_for_seal(coordinator, inside, seal, note="Leche propia")
    run_until_idle()
    assert OutgoingMail.objects.get(to=team.email).subject.startswith("Piden un sello")
    grant_seal(team, inside, seal, request=asked)
    run_until_idle()
    assert {mail.to for mail in OutgoingMail.objects.filter(subject__contains="tiene el sello")} == {
        maker.email,
        coordinator.email,
    }


def test_who_holds_the_producer_does_not_decide_its_seal(client: Client, inside: Producer, seal: Seal) -> None:
    """In the team and a maker at once: somebody else has to say yes."""
    both = a_user()
    a_mandate(both, inside.territory)
    a_mandate(both, inside)
    asked = ask_for_seal(both, inside, seal)
    client.force_login(both)
    assert client.post(f"/panel/sellos/{asked.pk}/decidir/", {"answer": "grant"}).status_code == 404


def test_the_team_grants_on_its_page(client: Client, team: User, inside: Producer, seal: Seal) -> None:
    asked = ask_for_seal(team, inside, seal)
    client.force_login(team)
    form = {
        "answer": "grant",
        f"{asked.pk}-number": "QL-7",
        f"{asked.pk}-granted_on": today().isoformat(),
        f"{asked.pk}-expires_on": (today() + timedelta(days=900)).isoformat(),
    }
    refused = client.post(f"/panel/sellos/{asked.pk}/decidir/", form)
    assert refused.status_code == 422
    assert "rige hasta el" in refused.content.decode()
    form[f"{asked.pk}-expires_on"] = (today() + timedelta(days=300)).isoformat()
    assert client.post(f"/panel/sellos/{asked.pk}/decidir/", form).status_code == 302
    assert SealGrant.objects.get().number == "QL-7"


def test_a_no_needs_its_reason(client: Client, team: User, inside: Producer, seal: Seal) -> None:
    asked = ask_for_seal(team, inside, seal)
    client.force_login(team)
    assert client.post(f"/panel/sellos/{asked.pk}/decidir/", {"answer": "decline"}).status_code == 422
    client.post(f"/panel/sellos/{asked.pk}/decidir/", {"answer": "decline", "reason": "Falta la ficha sanitaria."})
    assert "Falta la ficha sanitaria." in client.get("/panel/sellos/").content.decode()


def test_a_coordinator_asks_for_a_member_only(client: Client, inside: Producer, seal: Seal) -> None:
    user = a_user()
    a_mandate(user, a_network(members=[inside]))
    client.force_login(user)
    stranger = a_producer(territory=inside.territory)
    assert client.post("/panel/sellos/pedir/", {"producer": stranger.pk, "seal": seal.pk}).status_code == 422
    assert client.post("/panel/sellos/pedir/", {"producer": inside.pk, "seal": seal.pk}).status_code == 302


def test_a_seal_about_to_expire_warns_and_an_expired_one_is_gone(client: Client, inside: Producer) -> None:
    user = a_user()
    a_mandate(user, inside)
    client.force_login(user)
    grant = a_grant(inside, number="QL-9", expires_on=today() + timedelta(days=20))
    assert "Quedan 20 días" in client.get("/panel/sellos/").content.decode()
    assert "Renovar el sello" in client.get("/panel/").content.decode()
    SealGrant.objects.filter(pk=grant.pk).update(expires_on=today() - timedelta(days=1))
    for address in ("/panel/sellos/", f"/productores/{inside.slug}/", grant.seal.get_absolute_url()):
        assert "QL-9" not in client.get(address).content.decode(), address


def test_a_revoked_seal_shows_nowhere(client: Client, team: User, inside: Producer, seal: Seal) -> None:
    grant = grant_seal(team, inside, seal, number="QL-9")
    assert "QL-9" in client.get(f"/productores/{inside.slug}/").content.decode()
    client.force_login(team)
    assert client.post(f"/panel/sellos/otorgado/{grant.pk}/revocar/").status_code == 302
    assert "QL-9" not in client.get(f"/productores/{inside.slug}/").content.decode()


def test_the_issuer_is_named_in_the_readers_language(client: Client) -> None:
    seal = a_seal(issuer_es="Consejo del Limarí", issuer_en="Council of Limarí")
    assert "Consejo del Limarí" in client.get(f"/sellos/{seal.slug}/").content.decode()
    assert "Council of Limarí" in client.get(f"/en/sellos/{seal.slug}/").content.decode()
