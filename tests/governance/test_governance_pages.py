"""What visitors see of a territory's government: who decides, the plan, the cycle, the panorama."""

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from governance import figures
from governance.enums import BodyKind, Level, Sector
from governance.models import Body, Milestone, MilestoneReached, ProgrammeCycle, Reading, Seat, Stage
from tests.builders import a_comuna, a_producer, a_product, a_region, a_territory
from tests.governance.builders import a_body, a_commitment, a_plan, a_session, an_indicator

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate


def page(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return answer.content.decode()


# Who decides


def test_bodies_stand_under_those_they_depend_on(client: Client) -> None:
    council = a_body("Consejo grande", seats=2)
    board = a_body("Directorio chico", kind=BodyKind.BOARD, parent=council)
    a_body("Mesa del queso", kind=BodyKind.TABLE, parent=board)
    html = page(client, "/territorios/limari/gobernanza/")
    nested = re.search(
        r"Consejo grande.*<ul>.*Directorio chico.*<ul>.*Mesa del queso", html.split('class="branches"')[1], re.S
    )
    assert nested
    drawing = html.split('<svg class="tree"')[1].split("</svg>")[0]
    assert all(word in drawing for word in ("Consejo", "Directorio", "Mesa del"))
    assert drawing.count("<title") == drawing.count("<desc") == 1


def test_a_mandate_counts_from_its_first_day_until_the_day_it_ends(client: Client) -> None:
    body, today = a_body(), TODAY()
    for role, start, end in (
        ("Vigente", today, today + timedelta(days=1)),
        ("Terminado", None, today),
        ("Futuro", today + timedelta(days=1), None),
        ("Sin fechas", None, None),
    ):
        Seat.objects.create(body=body, role_es=role, sector=Sector.PUBLIC, starts_on=start, ends_on=end)
    html = page(client, "/territorios/limari/gobernanza/")
    assert [role for role in ("Vigente", "Terminado", "Futuro", "Sin fechas") if role in html] == [
        "Vigente",
        "Sin fechas",
    ]


def test_a_body_that_was_dissolved_is_gone(client: Client) -> None:
    a_body("Mesa de antes", ends_on=TODAY())
    assert "Mesa de antes" not in page(client, "/territorios/limari/gobernanza/")


def test_a_mandate_ends_after_it_starts() -> None:
    body = a_body()
    with pytest.raises(IntegrityError), transaction.atomic():
        Seat.objects.create(body=body, role_es="x", sector="public", starts_on=TODAY(), ends_on=TODAY())


def test_a_session_shows_its_agreements_and_what_became_of_them(client: Client) -> None:
    session = a_session(agreements=1, subject_es="El frío")
    agreement = session.agreements.get()
    agreement.commitment = a_commitment(due_in=-3)
    agreement.save()
    html = page(client, "/territorios/limari/gobernanza/")
    assert "El frío" in html
    assert "Acuerdo 1" in html
    assert "Atrasado" in html


def test_without_bodies_the_page_says_so_and_an_unknown_place_is_absent(client: Client) -> None:
    a_territory()
    assert "todavía no ha publicado" in page(client, "/territorios/limari/gobernanza/")
    assert "todavía no tiene un plan" in page(client, "/territorios/limari/plan/")
    for path in ("/territorios/nada/gobernanza/", "/territorios/nada/plan/", "/programa/nada/", "/panorama/nada/"):
        assert client.get(path).status_code == 404


def test_who_decides_costs_the_same_with_many_bodies(client: Client, django_assert_num_queries: Any) -> None:
    top = a_body(seats=3)
    a_session(top, agreements=2)
    with django_assert_num_queries(5):
        page(client, "/territorios/limari/gobernanza/")
    for _ in range(9):
        a_session(a_body(parent=top, seats=4), agreements=1)
    with django_assert_num_queries(5):
        page(client, "/territorios/limari/gobernanza/")


def test_the_nation_shows_its_bodies_and_thirteen_regions(client: Client) -> None:
    a_territory(comunas=[a_comuna(region=a_region("04"))])
    committee = a_body("Comité Interministerial", level=Level.NATIONAL)
    a_body("Directorio Nacional", level=Level.NATIONAL, parent=committee)
    a_body("Coordinación de Coquimbo", region=a_region("04"))
    html = page(client, "/gobernanza/")
    assert html.count("Región de") + html.count("Región del") + html.count("Región Metropolitana") >= 13
    assert "Coordinación de Coquimbo" in html
    assert html.index("Comité Interministerial") < html.index("Directorio Nacional")


# The plan


def test_a_plan_without_agreement_is_a_draft(client: Client) -> None:
    a_plan(agreed_on=None, vision_es="Solo entre nosotros")
    assert "Solo entre nosotros" not in page(client, "/territorios/limari/plan/")


def test_the_plan_in_force_is_the_last_that_has_begun(client: Client) -> None:
    year = TODAY().year
    a_plan(first_year=year - 5, vision_es="La de antes")
    a_plan(first_year=year, vision_es="La de hoy")
    a_plan(first_year=year + 1, vision_es="La que viene")
    html = page(client, "/territorios/limari/plan/")
    assert "La de hoy" in html
    assert "La de antes" not in html
    assert "La que viene" not in html


def test_a_computed_indicator_is_counted_and_says_from_what(client: Client) -> None:
    a_producer()
    a_producer()
    an_indicator(figure="producers", baseline=0, target=4)
    html = page(client, "/territorios/limari/plan/")
    assert '<strong class="number">2</strong>' in html
    assert "Calculado con los datos del sitio" in html
    assert 'value="50"' in html


def test_a_typed_indicator_says_who_noted_it_and_when(client: Client) -> None:
    indicator = an_indicator(figure="", baseline=10, target=20)
    Reading.objects.create(indicator=indicator, value=12, read_on=date(2026, 3, 2), read_by_es="Mesa del Queso")
    Reading.objects.create(indicator=indicator, value=99, read_on=TODAY() + timedelta(days=9), read_by_es="Nadie")
    html = page(client, "/territorios/limari/plan/")
    assert '<strong class="number">12</strong>' in html
    assert "Anotado a mano por Mesa del Queso, el 2 de marzo de 2026" in html
    assert "99" not in html


def test_an_indicator_nobody_measured_says_so(client: Client) -> None:
    an_indicator(figure="")
    html = page(client, "/territorios/limari/plan/")
    assert "Sin medir todavía" in html
    assert "<meter" not in html


def test_an_indicator_is_computed_from_a_known_figure_or_typed() -> None:
    indicator = an_indicator(figure="")
    indicator.figure = "products"
    with pytest.raises(ValidationError):
        indicator.clean()
    indicator.kind, indicator.figure = "computed", "inventada"
    with pytest.raises(ValidationError):
        indicator.clean()
    indicator.figure = figures.slugs()[0]
    indicator.clean()


def test_the_plan_costs_a_query_a_source_of_its_indicators(client: Client, django_assert_num_queries: Any) -> None:
    plan = a_plan()
    for slug in ("products", "producers", "people", "inquiries", ""):
        an_indicator(plan, figure=slug)
    with django_assert_num_queries(9):  # products, producers, inquiries, and six of its own
        page(client, "/territorios/limari/plan/")


# The cycle


def a_cycle(year: int = 2005) -> ProgrammeCycle:
    cycle = ProgrammeCycle.objects.create(slug=f"itinerario-{year}", name_es=f"Itinerario {year}", year=year)
    stage = Stage.objects.create(
        cycle=cycle, number=1, name_es="Acuerdos", starts_on=date(year - 1, 12, 1), ends_on=date(year, 3, 31)
    )
    milestone = Milestone.objects.create(stage=stage, text_es="Territorios definidos", due_on=date(year, 2, 28))
    MilestoneReached.objects.create(
        milestone=milestone, level=Level.REGIONAL, region=a_region("04"), done_on=date(year, 2, 20)
    )
    MilestoneReached.objects.create(milestone=milestone, level=Level.REGIONAL, region=a_region("10", "Los Lagos"))
    return cycle


def test_a_cycle_counts_who_reached_each_milestone(client: Client) -> None:
    a_cycle()
    html = page(client, "/programa/itinerario-2005/")
    assert "1 de 2 regiones" in html
    assert "falta" in html
    assert "1/1" in html
    assert "0/1" in html


def test_the_newest_cycle_comes_first_and_leads_to_the_others(client: Client) -> None:
    a_cycle(2005)
    a_cycle(2026)
    html = page(client, "/programa/")
    assert "<h1>Itinerario 2026</h1>" in html
    assert 'href="/programa/itinerario-2005/"' in html


def test_without_a_cycle_the_page_says_so(client: Client) -> None:
    assert "Todavía no hay un ciclo" in page(client, "/programa/")


def test_a_region_reaches_a_milestone_once() -> None:
    milestone = Milestone.objects.get(stage__cycle=a_cycle())
    with pytest.raises(IntegrityError), transaction.atomic():
        MilestoneReached.objects.create(milestone=milestone, level=Level.REGIONAL, region=a_region("04"))


def test_a_cycle_costs_five_queries(client: Client, django_assert_num_queries: Any) -> None:
    a_cycle()
    with django_assert_num_queries(5):
        page(client, "/programa/itinerario-2005/")


# The panorama and the hub


def test_the_panorama_adds_up(client: Client) -> None:
    north = a_territory(comunas=[a_comuna(region=a_region("04", short_name="Coquimbo"))])
    south = a_territory("Chiloé", slug="chiloe", comunas=[a_comuna("Castro", region=a_region("10", "Los Lagos"))])
    a_product(territory=north)
    a_product(territory=south)
    a_product(territory=south)

    def products(path: str) -> list[str]:
        table = page(client, path).split('class="scroll broad"')[1].split("</section>")[0]
        return [re.findall(r'class="number">([^<]+)', row)[0] for row in table.split("<tr")[2:]]

    assert products("/panorama/") == ["1", "2", "3"]
    assert products("/panorama/coquimbo/") == ["1", "1"]
    assert products("/panorama/los-lagos/") == ["2", "2"]


def test_a_region_without_territories_has_its_page(client: Client) -> None:
    html = page(client, "/panorama/tarapaca/")
    assert "Región de Tarapacá" in html
    assert "En estos dos años no hubo" in html


@pytest.mark.parametrize("period", ["nada", "2099-t1", "2026-t9"])
def test_a_period_that_is_none_is_absent(client: Client, period: str) -> None:
    assert client.get(f"/panorama/?periodo={period}").status_code == 404
    assert client.get(f"/panorama/datos.csv?periodo={period}").status_code == 404


def test_the_download_has_every_place_figure_and_quarter(client: Client) -> None:
    a_territory()
    lines = page(client, "/panorama/datos.csv").strip().splitlines()
    assert len(lines) == 1 + 2 * 8 * len(figures.slugs())


def test_the_panorama_costs_the_same_with_many_territories(client: Client, django_assert_num_queries: Any) -> None:
    a_territory()
    with django_assert_num_queries(13):
        page(client, "/panorama/")
    for at in range(9):
        a_product(territory=a_territory(f"T{at}", slug=f"t{at}"))
    with django_assert_num_queries(13):
        page(client, "/panorama/")


def test_the_hub_shows_plan_commitments_and_results(client: Client) -> None:
    from tests.builders import an_inquiry

    plan = a_plan(vision_es="Un valle con agua")
    an_indicator(plan)
    a_commitment("Reparar el puente", due_in=-2)
    an_inquiry(a_product(supplies=[300]))
    html = page(client, "/territorios/limari/")
    for words in ("Un valle con agua", "Vender con nombre propio", "Reparar el puente", "Lo que va dejando"):
        assert words in html
    assert 'href="/territorios/limari/plan/"' in html
    assert 'href="/compromisos/?territorio=limari"' in html


def test_a_territory_without_any_of_it_shows_none_of_it(client: Client) -> None:
    a_territory()
    html = page(client, "/territorios/limari/")
    for anchor in ('id="plan"', 'id="compromisos"', 'id="resultados"'):
        assert anchor not in html


def test_a_body_of_another_territory_stays_there(client: Client) -> None:
    a_territory()
    a_body("Consejo del Huasco", territory=a_territory("Huasco", slug="huasco"))
    assert "Consejo del Huasco" not in page(client, "/territorios/limari/gobernanza/")
    assert Body.objects.count() == 1
