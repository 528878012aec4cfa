"""A report is counted from the rows until it is signed, and then never changes."""

import csv
import io
from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.utils import timezone

from foundation import audit, limits
from governance import figures, scopes
from governance.enums import ReportKind, ReportStatus
from governance.models import Frozen, Initiative, Report, digest_of
from governance.periods import Period
from governance.services import AlreadySigned, PeriodRuns, sign_off
from tests.builders import a_mandate, a_producer, a_product, a_region, a_territory, a_user
from tests.governance.builders import a_commitment, a_plan, a_report, an_indicator

pytestmark = pytest.mark.django_db
LAST = Period.quarter_of(timezone.localdate()).before()


@pytest.fixture
def product() -> Any:
    """Published before the last quarter began."""
    made = a_product("Queso de guarda")
    type(made)._base_manager.filter(pk=made.pk).update(created_at=LAST.starts_at() - timedelta(days=9))
    return made


def value(document: dict[str, Any], slug: str) -> int:
    return next(row["value"] for row in document["figures"] if row["slug"] == slug)


def test_signing_keeps_every_figure_as_it_is_counted(product: Any) -> None:
    report = sign_off(a_user(), a_report())
    scope = scopes.read().of(report)
    assert {row["slug"] for row in report.figures["figures"]} == set(figures.slugs())
    for row in report.figures["figures"]:
        figure = figures.get(row["slug"])
        assert row["value"] == figure.compute(scope, LAST)
        assert row["before"] == figure.compute(scope, LAST.before())
    assert value(report.figures, "products") == 1
    assert report.digest == digest_of(report.figures)
    assert report.whole


def test_a_signed_report_does_not_follow_the_data(client: Client, product: Any) -> None:
    report = sign_off(a_user(), a_report())
    before = client.get(report.get_absolute_url()).content

    type(product).objects.all().delete()

    report = Report.objects.get()
    assert value(report.figures, "products") == 1
    assert report.whole
    strip = b'name="csrfmiddlewaretoken"'
    assert client.get(report.get_absolute_url()).content.split(strip)[0] == before.split(strip)[0]


def test_neither_saving_nor_deleting_gets_past_a_signature() -> None:
    report = sign_off(a_user(), a_report())
    report.intro_es = "Otra cosa"
    with pytest.raises(Frozen):
        report.save()
    with pytest.raises(Frozen):
        report.delete()
    with pytest.raises(DatabaseError), transaction.atomic():
        Report.objects.filter(pk=report.pk).update(intro_es="Otra cosa")
    with pytest.raises(DatabaseError), transaction.atomic():
        Report.objects.filter(pk=report.pk).update(status="draft", digest="", signed_at=None, figures=None)
    assert Report.objects.get().intro_es == ""


def test_a_draft_changes_freely() -> None:
    report = a_report()
    Report.objects.filter(pk=report.pk).update(intro_es="Vamos bien")
    report.refresh_from_db()
    report.save()
    report.delete()
    assert not Report.objects.exists()


def test_it_is_signed_once() -> None:
    report = sign_off(a_user(), a_report())
    with pytest.raises(AlreadySigned):
        sign_off(a_user(), report)
    assert audit.entries(report, "report.signed_off").count() == 1
    assert audit.entries(report).get().facts["digest"] == report.digest


def test_a_period_that_runs_cannot_be_signed() -> None:
    report = a_report(Period.quarter_of(timezone.localdate()))
    with pytest.raises(PeriodRuns):
        sign_off(a_user(), report)
    report.refresh_from_db()
    assert report.status == ReportStatus.DRAFT


def test_altered_figures_are_told(client: Client) -> None:
    report = sign_off(a_user(), a_report())
    report.figures["figures"][0]["value"] += 1
    assert not report.whole


def test_a_draft_is_for_its_team_and_evaluators_only(client: Client) -> None:
    from producers.enums import Role
    from producers.models import Mandate

    report, here = a_report(), a_territory()
    team, evaluator, stranger = a_user(), a_user(), a_user()
    a_mandate(team, here)
    Mandate.objects.create(user=evaluator, role=Role.EVALUATOR, territory=here)
    a_mandate(stranger, a_territory("Huasco", slug="huasco"))
    addresses = [report.get_absolute_url(), f"{report.get_absolute_url()}informe.csv"]
    for who, status in ((None, 404), (stranger, 404), (evaluator, 200), (team, 200)):
        client.logout()
        if who:
            client.force_login(who)
        for address in addresses:
            answer = client.get(address)
            assert answer.status_code == status, (who, address)
        assert (report.slug in client.get("/informes/").content.decode()) is (status == 200)
    assert answer["Cache-Control"] == "private, no-store"


def test_every_kind_tells_its_part(client: Client) -> None:
    region = a_region("04")
    plan = a_plan(agreed_on=LAST.first - timedelta(days=900), first_year=2020, last_year=2040)
    an_indicator(plan, name_es="Sellos al día")
    a_commitment("Abrir la sala", due_in=-400, announced_on=LAST.first - timedelta(days=500))
    told = {}
    for kind in ReportKind:
        place: dict[str, Any] = {"region": region} if kind == ReportKind.REGIONAL_PLAN else {}
        report = sign_off(a_user(), a_report(kind=kind, **place))
        told[kind] = client.get(report.get_absolute_url()).content.decode()
        assert client.get(f"{report.get_absolute_url()}informe.pdf").content.startswith(b"%PDF")
    assert "Sellos al día" in told[ReportKind.EVALUATION]
    assert "Sellos al día" not in told[ReportKind.QUARTERLY]
    assert "Sellos al día" in told[ReportKind.PUBLIC_ACCOUNT]
    assert "Abrir la sala" in told[ReportKind.QUARTERLY]


def test_the_plan_for_the_next_year_names_its_initiatives(client: Client) -> None:
    from tests.builders import a_comuna

    region = a_region("04")
    here = a_territory(comunas=[a_comuna(region=region)])
    plan = a_plan(here, agreed_on=LAST.first, first_year=2020, last_year=2040)
    an_indicator(plan)
    for title, last in (("Cámara de frío", 2040), ("Ya terminada", 2021)):
        Initiative.objects.create(objective=plan.objectives.get(), title_es=title, first_year=2020, last_year=last)
    report = sign_off(a_user(), a_report(kind=ReportKind.REGIONAL_PLAN, region=region))
    html = client.get(report.get_absolute_url()).content.decode()
    assert "Cámara de frío" in html
    assert "Ya terminada" not in html


def rows_of(answer: Any) -> list[list[str]]:
    assert answer.status_code == 200
    assert answer["Content-Type"].startswith("text/csv")
    return list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))


def test_the_file_holds_every_figure(client: Client, product: Any) -> None:
    report = sign_off(a_user(), a_report())
    told = {
        row[2]: row[4] for row in rows_of(client.get(f"{report.get_absolute_url()}informe.csv")) if row[0] == "Cifra"
    }
    assert told == {row["slug"]: str(row["value"]) for row in report.figures["figures"]}


def test_words_that_a_spreadsheet_would_run_stay_words(client: Client) -> None:
    a_commitment('=HYPERLINK("http://malo.cl")', due_in=-400, announced_on=LAST.first - timedelta(days=500))
    report = sign_off(a_user(), a_report())
    cells = [cell for row in rows_of(client.get(f"{report.get_absolute_url()}informe.csv")) for cell in row]
    assert '\'=HYPERLINK("http://malo.cl")' in cells
    assert not any(cell.startswith("=") for cell in cells)


def test_any_period_of_any_place_can_be_asked_for(client: Client, product: Any) -> None:
    a_region("04", short_name="Coquimbo")
    for scope in ("chile", "limari", "region-coquimbo"):
        for period in (LAST.slug, "2025", "2025-s2", "2026-03", "2026-01-05--2026-02-02"):
            assert client.get(f"/informes/periodo/{scope}/{period}/").status_code == 200
    answer = client.get(f"/informes/periodo/?de=limari&periodo={LAST.slug}")
    assert answer["Location"] == f"/informes/periodo/limari/{LAST.slug}/"
    assert rows_of(client.get(f"/informes/periodo/limari/{LAST.slug}/informe.csv"))
    assert client.get(f"/informes/periodo/limari/{LAST.slug}/informe.pdf")["Content-Type"] == "application/pdf"


@pytest.mark.parametrize(
    "path",
    ["atlantida/2026-t1", "limari/nunca", "limari/2099-t1", "limari/1800", "region-atlantida/2026", "chile/2026-t9"],
)
def test_an_unknown_place_or_a_period_to_come_is_absent(client: Client, path: str) -> None:
    a_territory()
    assert client.get(f"/informes/periodo/{path}/").status_code == 404
    assert client.get(f"/informes/periodo/{path}/informe.csv").status_code == 404
    place, period = path.split("/")
    assert client.get("/informes/periodo/", {"de": place, "periodo": period}).status_code == 404


def test_a_file_of_another_kind_is_absent(client: Client) -> None:
    a_territory()
    assert client.get(f"/informes/periodo/limari/{LAST.slug}/informe.xls").status_code == 404


def test_printing_has_a_limit_for_one_address(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "clock", lambda: 2_000_000_000.0)
    a_territory()
    address = f"/informes/periodo/limari/{LAST.slug}/informe.pdf"
    answers = [client.get(address).status_code for _ in range(32)]
    assert answers == [200] * 30 + [429] * 2


def test_a_live_report_counts_what_is_there_now(client: Client) -> None:
    a_producer(people=7)
    now = Period.quarter_of(timezone.localdate())
    html = client.get(f"/en/informes/periodo/limari/{now.slug}/").content.decode()
    assert '<strong class="number">7</strong>' in html


def test_a_report_costs_a_query_a_source(client: Client, django_assert_num_queries: Any) -> None:
    a_territory()
    sources = len({figure.source.name for figure in figures.every()})
    with django_assert_num_queries(sources + 3):  # the territories, their comunas; the commitments
        client.get(f"/informes/periodo/limari/{LAST.slug}/")
    report = sign_off(a_user(), a_report())
    with django_assert_num_queries(1):
        client.get(report.get_absolute_url())
    with django_assert_num_queries(3):
        client.get("/informes/")
