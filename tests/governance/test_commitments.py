"""A promise is announced, begun, kept with evidence or late; the board shows what was said in public."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from foundation import audit
from governance.enums import NEXT, CommitmentStatus, Level, Standing
from governance.models import Commitment
from governance.services import (
    CannotMove,
    NoEvidence,
    announce_commitment,
    fulfil_commitment,
    move_commitment,
)  # fmt: skip
from tests.builders import a_region, a_territory, a_user
from tests.governance.builders import a_commitment

pytestmark = pytest.mark.django_db


def test_it_is_late_the_day_after_its_date_and_not_before() -> None:
    promise = a_commitment(due_in=0)
    assert promise.standing == Standing.PENDING
    with time_machine.travel(timezone.now() + timedelta(days=1)):
        assert promise.standing == Standing.LATE


def test_what_was_done_in_time_is_never_late() -> None:
    promise = fulfil_commitment(a_user(), a_commitment(due_in=-10), evidence="Acta firmada")
    assert promise.standing == Standing.DONE
    assert promise.done_on == timezone.localdate()
    assert promise.standing_on(timezone.localdate() - timedelta(days=1)) == Standing.LATE


@pytest.mark.parametrize("evidence", ["", "   "])
def test_it_is_not_done_without_evidence(evidence: str) -> None:
    promise = a_commitment()
    with pytest.raises(NoEvidence):
        fulfil_commitment(a_user(), promise, evidence=evidence)
    with pytest.raises(NoEvidence):
        move_commitment(a_user(), promise, to=CommitmentStatus.DONE)
    promise.refresh_from_db()
    assert promise.status == CommitmentStatus.PENDING


def test_the_database_too_refuses_done_without_evidence() -> None:
    promise = a_commitment()
    with pytest.raises(IntegrityError), transaction.atomic():
        Commitment.objects.filter(pk=promise.pk).update(status="done", done_on=timezone.localdate())
    with pytest.raises(IntegrityError), transaction.atomic():
        Commitment.objects.filter(pk=promise.pk).update(done_on=timezone.localdate())


@pytest.mark.parametrize("start", CommitmentStatus)
@pytest.mark.parametrize("to", CommitmentStatus)
def test_it_moves_only_as_the_table_says(start: CommitmentStatus, to: CommitmentStatus) -> None:
    done = {"done_on": timezone.localdate(), "evidence_es": "acta"} if start == CommitmentStatus.DONE else {}
    promise, user = a_commitment(status=start, **done), a_user()

    def move() -> Commitment:
        if to == CommitmentStatus.DONE:
            return fulfil_commitment(user, promise, evidence="Acta")
        return move_commitment(user, promise, to=to)

    if to in NEXT[start]:
        assert move().status == to
    else:
        with pytest.raises(CannotMove):
            move()


def test_opened_again_it_has_no_evidence_any_more() -> None:
    user = a_user()
    promise = fulfil_commitment(user, a_commitment(), evidence="Acta", url="https://ejemplo.cl/acta.pdf")
    promise = move_commitment(user, promise, to=CommitmentStatus.IN_PROGRESS)
    assert (promise.done_on, promise.evidence_es, promise.evidence_url) == (None, "", "")
    assert [entry.verb for entry in audit.entries(promise)] == ["commitment.done", "commitment.in_progress"]


def test_announced_twice_it_keeps_its_first_day() -> None:
    promise = a_commitment(announced_on=None)
    first = announce_commitment(a_user(), promise, on=timezone.localdate() - timedelta(days=3))
    again = announce_commitment(a_user(), promise)
    assert again.announced_on == first.announced_on
    assert audit.entries(promise, "commitment.announced").count() == 1


@pytest.mark.parametrize(
    "place", [{"level": "regional"}, {"level": "national", "region_id": "04"}, {"level": "territorial"}]
)
def test_it_belongs_to_what_its_level_says(place: dict[str, Any]) -> None:
    a_region("04")
    with pytest.raises(IntegrityError), transaction.atomic():
        Commitment.objects.create(
            slug="x", text_es="x", owner_role_es="x", proof_es="x", due_on=timezone.localdate(), **place
        )


def board(client: Client, query: str = "") -> str:
    answer = client.get(f"/compromisos/{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_board_shows_what_was_announced_the_late_ones_first(client: Client) -> None:
    a_commitment("Abrir la feria", due_in=20)
    a_commitment("Reparar el puente", due_in=-5)
    a_commitment("Papel interno", announced_on=None)
    a_commitment("Anuncio de mañana", announced_on=timezone.localdate() + timedelta(days=1))

    html = board(client)

    assert html.index("Reparar el puente") < html.index("Abrir la feria")
    assert 'class="promise late"' in html
    assert html.count('class="promise ') == 2
    assert "2 compromisos" in html


def test_the_board_is_filtered_by_place_state_and_owner(client: Client) -> None:
    a_commitment("Lo de Limarí", due_in=-1, owner_role_es="Municipios")
    huasco = a_territory("Huasco", slug="huasco")
    a_commitment("Lo de Huasco", due_in=9, territory=huasco, owner_role_es="SENCE")
    a_commitment("Lo del país", level=Level.NATIONAL, owner_role_es="SENCE")

    def found(query: str) -> list[str]:
        html = board(client, query)
        return [name for name in ("Lo de Limarí", "Lo de Huasco", "Lo del país") if name in html]

    assert found("?territorio=huasco") == ["Lo de Huasco"]
    assert found("?estado=late") == ["Lo de Limarí"]
    assert found("?estado=pending") == ["Lo de Huasco", "Lo del país"]
    assert found("?responsable=SENCE") == ["Lo de Huasco", "Lo del país"]
    assert found("?responsable=SENCE&territorio=huasco&estado=done") == []
    assert found("?estado=inventado") == []
    assert found("?territorio=atlantida") == []


def test_the_filter_of_owners_is_read_in_english_and_asks_for_the_same(client: Client) -> None:
    a_commitment("Lo de Limarí", owner_role_es="Municipios", owner_role_en="Municipalities")
    a_commitment("Lo de Huasco", owner_role_es="SENCE")

    html = client.get("/en/compromisos/?responsable=Municipios").content.decode()

    assert '<option value="Municipios" selected>Municipalities</option>' in html
    assert '<option value="SENCE">SENCE</option>' in html
    assert "Lo de Limarí" in html
    assert "Lo de Huasco" not in html


def test_an_empty_board_says_so(client: Client) -> None:
    assert "Todavía no se ha anunciado ningún compromiso" in board(client)


def test_a_long_board_has_pages_and_a_wrong_page_is_the_last(client: Client) -> None:
    for _ in range(31):
        a_commitment()
    assert board(client).count('class="promise ') == 30
    assert board(client, "?pagina=2").count('class="promise ') == 1
    assert board(client, "?pagina=999").count('class="promise ') == 1


def test_the_board_costs_the_same_however_long(client: Client, django_assert_num_queries: Any) -> None:
    for at in range(3):
        a_commitment(territory=a_territory(f"T{at}", slug=f"t{at}"))
    with django_assert_num_queries(5):
        board(client)
    for at in range(12):
        a_commitment(territory=a_territory(f"U{at}", slug=f"u{at}"))
    with django_assert_num_queries(5):
        board(client)
