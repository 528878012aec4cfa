"""One request, one invitation, taken by several at once: one outcome. The control trusts what it read before."""

import uuid
from collections.abc import Callable
from typing import Any

import pytest

from foundation.models import User
from producers.enums import Role
from producers.models import Mandate, SealGrant, SealRequest
from producers.services import ask_for_seal, grant_seal, invite, seals
from producers.services.inviting import accept_invitation, token_of
from tests.builders import a_producer, a_seal, a_user

pytestmark = pytest.mark.django_db(transaction=True)
TIMES = 6


@pytest.fixture
def grant() -> Callable[[], str]:
    """Grants one and the same request each time it is called."""
    team, producer, seal = a_user(), a_producer(), a_seal()
    asked = ask_for_seal(team, producer, seal)

    def run() -> str:
        grant_seal(team, producer, seal, request=asked, number=uuid.uuid4().hex[:12])
        return "granted"

    return run


def test_a_request_granted_by_many_at_once_is_granted_once(race: Any, grant: Callable[[], str]) -> None:
    assert race(grant, TIMES) == {"granted": 1, "SealRefused": TIMES - 1}
    assert SealGrant.objects.count() == 1


def test_control_a_grant_that_trusts_what_it_read_before_is_given_again(
    race: Any, grant: Callable[[], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    read = iter([SealRequest.objects.get() for _ in range(TIMES)])
    monkeypatch.setattr(seals.locking, "lock", lambda model, pk: next(read) if model is SealRequest else None)
    assert race(grant, TIMES)["granted"] > 1


def test_an_invitation_taken_many_times_at_once_gives_one_mandate(race: Any) -> None:
    invitation = invite(a_user(), email="nueva@ejemplo.cl", role=Role.PRODUCER, target=a_producer())
    token = token_of(invitation)

    def take() -> str:
        accept_invitation(token)
        return "taken"

    assert race(take, TIMES) == {"taken": 1, "BadInvitation": TIMES - 1}
    assert Mandate.objects.count() == 1
    assert User.objects.filter(email="nueva@ejemplo.cl").count() == 1
