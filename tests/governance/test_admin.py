"""The team in the CMS: its own rows only, and verbs behind buttons."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from governance.enums import Level
from governance.models import Body, Commitment, Report
from governance.services import sign_off
from governance.viewsets import GovernanceGroup
from terruno.pages.roles import setup_roles
from tests.builders import a_mandate, a_territory, a_user
from tests.governance.builders import a_body, a_commitment, a_report

pytestmark = pytest.mark.django_db


def address(model: Any, view: str, *args: Any) -> str:
    return reverse(model.snippet_viewset.get_url_name(view), args=args)


@pytest.fixture
def team(client: Client) -> Client:
    user = a_user("equipo@ejemplo.cl")
    a_mandate(user, a_territory())
    setup_roles()
    client.force_login(user)
    return client


@pytest.fixture
def elsewhere() -> Any:
    return a_territory("Huasco", slug="huasco")


def test_the_team_sees_its_own_rows_and_no_others(team: Client, elsewhere: Any) -> None:
    a_commitment("Nuestro puente")
    a_commitment("El de ellos", territory=elsewhere)
    a_commitment("El del país", level=Level.NATIONAL)
    html = team.get(address(Commitment, "list")).content.decode()
    assert "Nuestro puente" in html
    assert "El de ellos" not in html
    assert "El del país" not in html


def test_every_address_with_a_row_is_guarded() -> None:
    for viewset in GovernanceGroup().registerables:
        for pattern in viewset.get_urlpatterns():
            if "pk>" in str(pattern.pattern):
                assert hasattr(pattern.callback, "__wrapped__"), pattern


def test_every_list_and_form_opens(team: Client) -> None:
    setup_roles()
    user = a_user(is_superuser=True, is_staff=True)
    team.force_login(user)
    for viewset in GovernanceGroup().registerables:
        assert team.get(address(viewset.model, "list")).status_code == 200
        assert team.get(address(viewset.model, "add")).status_code == 200


def test_the_team_keeps_a_commitment_with_evidence(team: Client) -> None:
    promise = a_commitment()
    where = address(Commitment, "answer_for", promise.pk)
    assert team.get(where).status_code == 200
    assert team.post(where, {"verb": "done", "evidence": ""}).status_code == 422
    assert team.post(where, {"verb": "in_progress"}).status_code == 302
    assert team.post(where, {"verb": "done", "evidence": "Acta firmada"}).status_code == 302
    promise.refresh_from_db()
    assert (promise.status, promise.evidence_es) == ("done", "Acta firmada")
    assert team.post(where, {"verb": "tonterías"}).status_code == 302
    promise.refresh_from_db()
    assert promise.status == "done"


def test_the_team_announces(team: Client) -> None:
    promise = a_commitment(announced_on=None)
    team.post(address(Commitment, "answer_for", promise.pk), {"verb": "announce"})
    promise.refresh_from_db()
    assert promise.announced_on is not None


def test_the_team_signs_its_report_from_the_list(team: Client) -> None:
    report = a_report()
    where = address(Report, "sign_off", report.pk)
    assert where in team.get(address(Report, "list")).content.decode()
    assert "Firmar para siempre" in team.get(where).content.decode()
    report.refresh_from_db()
    assert not report.signed_off  # looking at it changes nothing
    assert team.post(where)["Location"] == report.get_absolute_url()
    report.refresh_from_db()
    assert report.signed_off
    assert where not in team.get(address(Report, "list")).content.decode()
    assert team.post(where).status_code in (302, 403)


def test_a_foreign_report_or_commitment_is_not_found(team: Client, elsewhere: Any) -> None:
    report, promise = a_report(territory=elsewhere), a_commitment(territory=elsewhere)
    for where in (address(Report, "sign_off", report.pk), address(Commitment, "answer_for", promise.pk)):
        assert team.get(where).status_code == 404
        assert team.post(where, {"verb": "done", "evidence": "x"}).status_code == 404


def test_what_is_signed_cannot_be_edited_or_deleted_there(team: Client) -> None:
    report = sign_off(a_user(), a_report())
    team.force_login(a_user(is_superuser=True, is_staff=True))
    assert team.post(address(Report, "edit", report.pk), {}).status_code in (302, 403)
    assert team.post(address(Report, "delete", report.pk)).status_code in (302, 403)
    assert Report.objects.filter(pk=report.pk).exists()


def body_form(**fields: Any) -> dict[str, Any]:
    inline = {"seats-TOTAL_FORMS": 0, "seats-INITIAL_FORMS": 0, "seats-MIN_NUM_FORMS": 0, "seats-MAX_NUM_FORMS": 1000}
    return {"slug": "mesa-nueva", "kind": "table", "name_es": "Mesa nueva", "order": 0, **inline, **fields}


def test_the_team_adds_a_body_to_its_territory_only(team: Client, elsewhere: Any) -> None:
    where = address(Body, "add")
    for forged in (
        {"level": "territorial", "territory": elsewhere.pk},
        {"level": "national"},
        {"level": "territorial", "territory": a_territory().pk, "parent": a_body(territory=elsewhere).pk},
    ):
        team.post(where, body_form(**forged))
        assert not Body.objects.filter(slug="mesa-nueva").exists(), forged
    team.post(where, body_form(level="territorial", territory=a_territory().pk))
    assert Body.objects.get(slug="mesa-nueva").territory == a_territory()
