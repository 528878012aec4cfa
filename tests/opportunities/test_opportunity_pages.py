"""What the public sees, and what it costs."""

from datetime import timedelta

import pytest
from django.utils import timezone

from foundation.actors import SYSTEM
from opportunities.enums import OpportunityKind, OpportunityStatus, RequirementKind
from opportunities.models import Cohort, Graduates, Posting, Programme, Proposal, Requirement
from opportunities.services import calls, results
from opportunities.services.gaps import Shown, close_gap
from tests.builders import a_comuna, a_network, a_territory
from tests.opportunities.making import (
    a_bid,
    a_course,
    a_finished_course,
    a_gap,
    a_posting,
    a_wanted_cheese,
    an_open_call,
    an_opportunity,
)
from tests.opportunities.test_training import funded, measured

pytestmark = pytest.mark.django_db
LIST, PAGE, COURSES, COURSE, BOARD = 2, 13, 4, 6, 5


def text_of(client, path, status=200):
    answer = client.get(path)
    assert answer.status_code == status
    return answer.content.decode()


def test_what_is_not_published_is_nowhere(client):
    draft = an_opportunity("Borrador secreto", live=False)

    assert "Borrador secreto" not in text_of(client, "/oportunidades/")
    assert client.get(draft.get_absolute_url()).status_code == 404
    assert client.get(f"/api/v1/opportunities/{draft.slug}").status_code == 404
    assert client.get("/api/v1/opportunities").json()["total"] == 0


def test_an_empty_board_offers_to_ask(client):
    assert "Hoy no hay oportunidades publicadas" in text_of(client, "/oportunidades/")
    assert "Hoy no hay avisos en el tablero" in text_of(client, "/empleo/")
    assert "Hoy no hay cursos" in text_of(client, "/capacitacion/")


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("territory=limari", {"Queso"}),
        ("kind=job", {"Guías"}),
        ("status=taken", {"Guías"}),
        ("kind=nada", {"Queso", "Guías"}),
    ],
)
def test_the_list_is_filtered_by_place_kind_and_state(client, query, shown):
    an_opportunity("Queso")
    an_opportunity(
        "Guías", territory=a_territory("Chiloé"), opportunity_kind=OpportunityKind.JOB, status=OpportunityStatus.TAKEN
    )
    html = text_of(client, f"/oportunidades/?{query}")

    assert {title for title in ("Queso", "Guías") if f">{title}</a>" in html} == shown


def test_what_can_be_taken_comes_first(client):
    an_opportunity("Tomada", status=OpportunityStatus.TAKEN)
    an_opportunity("Abierta")
    html = text_of(client, "/oportunidades/")

    assert html.index(">Abierta</a>") < html.index(">Tomada</a>")


def test_pages_of_the_list_follow_one_another(client):
    for n in range(26):
        an_opportunity(f"Aviso {n:02}")
    first, second = text_of(client, "/oportunidades/?status=open"), text_of(client, "/oportunidades/?page=2")

    assert 'href="?status=open&amp;page=2"' in first
    assert second.count("<article") == 2
    assert text_of(client, "/oportunidades/?page=99999999999").count("<article") == 24


def test_an_opportunity_shows_its_gaps_with_their_evidence(client):
    _cheese, opportunity = a_wanted_cheese()
    close_gap(SYSTEM, opportunity.gaps.get(), Shown(on=timezone.localdate(), number="RES-2026-17"))
    html = text_of(client, opportunity.get_absolute_url())

    assert "Escala económica y territorial" in html
    assert "RES-2026-17" in html
    assert "Cerrada" in html


def test_an_opportunity_says_who_can_take_it_and_what_they_lack(client):
    cheese, opportunity = a_wanted_cheese(kg=500, makers=[200, 220, 90])
    Requirement.objects.create(
        opportunity=opportunity, requirement_kind=RequirementKind.CAPACITY, quantity=500, unit="kg"
    )
    network = a_network("Red de prueba", members=[supply.producer for supply in cheese.supplies.all()])
    opportunity.networks.set([network])
    opportunity.save()
    html = text_of(client, opportunity.get_absolute_url())

    assert "Entre 3 socios: Llega: 510 kg." in html
    assert "Tiene 200 kg; le faltan 300 kg." in html


def test_nothing_somebody_typed_runs_as_markup(client):
    opportunity = an_opportunity("<script>alert(1)</script>", description_es="<img src=x onerror=alert(1)>")
    a_gap(opportunity, title_es="<b>negrita</b>")

    for html in (text_of(client, opportunity.get_absolute_url()), text_of(client, "/oportunidades/")):
        assert "<script>alert" not in html
        assert "<img src=x" not in html
        assert "<b>negrita" not in html


def test_an_opportunity_page_costs_so_many_queries(client, django_assert_num_queries):
    _cheese, opportunity = a_wanted_cheese()
    a_course(opportunity=opportunity)
    client.get(opportunity.get_absolute_url())

    with django_assert_num_queries(PAGE):
        client.get(opportunity.get_absolute_url())


def test_the_list_costs_the_same_for_one_and_for_many(client, django_assert_num_queries):
    an_opportunity()
    with django_assert_num_queries(LIST):
        client.get("/oportunidades/")
    for _ in range(10):
        an_opportunity()
    with django_assert_num_queries(LIST):
        client.get("/oportunidades/")


def test_a_draft_course_is_the_teams_alone(client):
    course = a_course()

    assert client.get(course.get_absolute_url()).status_code == 404
    an_open_call(course)
    assert "Se reciben propuestas" in text_of(client, course.get_absolute_url())


def test_a_course_under_call_tells_how_many_bid_and_nothing_of_them(client):
    call = an_open_call()
    proposal = a_bid(call, "Organismo secreto", 654_321, method="Método secreto")
    html = text_of(client, call.course.get_absolute_url())

    assert "Hay 1 propuesta recibida." in html
    for secret in ("Organismo secreto", "654", "Método secreto", proposal.receipt, proposal.digest):
        assert secret not in html


def test_a_course_that_was_paid_shows_results_and_amounts(client):
    course = a_finished_course()
    funded(course)
    measured(course, 100, 50, 0)
    for indicator in course.indicators.all():
        results.release_payment(SYSTEM, indicator)
    html = text_of(client, course.get_absolute_url())

    assert "$575.000" in html
    assert "$425.000 no se lograron y quedan en el fondo" in html
    assert "Aprende SpA" in html


def test_course_pages_cost_so_many_queries(client, django_assert_num_queries):
    course = an_open_call().course
    client.get(course.get_absolute_url())

    with django_assert_num_queries(COURSE):
        client.get(course.get_absolute_url())
    with django_assert_num_queries(COURSES):
        client.get("/capacitacion/")


def bid(client, course, **fields):
    given = {"provider": "Aprende SpA", "email": "otec@ejemplo.cl", "price": "900.000", "method": "Con práctica."}
    return client.post(f"{course.get_absolute_url()}postular/", given | fields)


def test_a_bid_by_the_form_is_sealed_and_gets_its_receipt(client):
    course = an_open_call().course
    answer = bid(client, course)

    proposal = Proposal.objects.get()
    assert answer.status_code == 201
    assert proposal.receipt in answer.content.decode()
    assert proposal.provider == ""


@pytest.mark.parametrize(
    ("fields", "word"),
    [
        ({"price": "mucho"}, "monto"),
        ({"price": "2.000.000"}, "presupuesto"),
        ({"email": "x"}, "correo"),
        ({"method": ""}, "Cómo lo haría"),
    ],
)
def test_a_bid_with_an_error_says_which(client, fields, word):
    answer = bid(client, an_open_call().course, **fields)

    assert answer.status_code == 422
    assert word in answer.content.decode()
    assert not Proposal.objects.exists()


def test_the_bids_form_is_there_only_while_bids_are_taken(client):
    call = an_open_call(closes_in=timedelta(seconds=1))
    calls.declare_void(SYSTEM, call, at=call.closes_at)

    assert client.get(f"{call.course.get_absolute_url()}postular/").status_code == 404
    assert bid(client, call.course).status_code == 404


def test_a_posting_goes_by_itself(client):
    a_posting(title_es="Vigente")
    today = timezone.localdate()
    a_posting(title_es="Vencida", starts_on=today - timedelta(days=9), expires_on=today - timedelta(days=1))
    a_posting(title_es="Futura", starts_on=today + timedelta(days=1))
    a_posting(title_es="Retirada", withdrawn_at=timezone.now())
    html = text_of(client, "/empleo/")

    assert [title for title in ("Vigente", "Vencida", "Futura", "Retirada") if title in html] == ["Vigente"]


def test_the_board_is_filtered_by_comuna_territory_and_kind(client):
    a_territory(comunas=[a_comuna("Ovalle")])
    a_posting("Ovalle", title_es="De Ovalle")
    a_posting("Castro", title_es="De Castro", posting_kind="venture")

    for query in ("territory=limari", "kind=job", f"comuna={a_comuna('Ovalle').code}"):
        html = text_of(client, f"/empleo/?{query}")
        assert ("De Ovalle" in html, "De Castro" in html) == (True, False)


def test_municipalities_are_counted_from_the_rows(client):
    for comuna in ("Ovalle", "Ovalle", "Castro"):
        a_posting(comuna)
    Posting.objects.filter(comuna__name="Castro").update(withdrawn_at=timezone.now())
    html = text_of(client, "/empleo/")

    assert "1 comunas hoy, 2 desde que se empezó a publicar aquí, de 345" in html
    assert "meta de 250" in html


def test_the_board_costs_the_same_for_one_and_for_many(client, django_assert_num_queries):
    a_posting("Ovalle")
    with django_assert_num_queries(BOARD):
        client.get("/empleo/")
    for comuna in ("Castro", "Ovalle", "Ancud"):
        a_posting(comuna)
    with django_assert_num_queries(BOARD):
        client.get("/empleo/")


def test_a_programme_shows_its_cohorts_counted(client):
    programme = Programme.objects.create(slug="diplomado", name_es="Diplomado")
    cohort = Cohort.objects.create(programme=programme, name_es="Primera generación")
    for role, people in (("professional", 4), ("leader", 3)):
        Graduates.objects.create(
            cohort=cohort, territory=a_territory(), role=role, enrolled=people, graduated=people - 1
        )
    html = text_of(client, "/capacitacion/")

    assert "4 profesionales y 3 dirigentes gremiales MYPE." in html
    assert "<dd>7</dd>" in html
    assert "<dd>5</dd>" in html


def test_the_api_tells_gaps_fits_and_figures(client):
    cheese, opportunity = a_wanted_cheese()
    found = client.get(f"/api/v1/opportunities/{opportunity.slug}?lang=en").json()

    assert found["quantity"] == "500"
    assert found["unit"] == "kg"
    assert found["gaps"][0]["kind"] == "scale"
    assert found["products"] == [{"slug": cheese.slug, "name": cheese.title}]
    assert client.get("/api/v1/opportunities?status=nada").status_code == 400


def test_a_territorys_page_and_a_networks_lead_to_their_opportunities(client):
    network = a_network()
    an_opportunity("Queso para hoteles", networks=[network])

    for path in ("/territorios/limari/", network.get_absolute_url()):
        assert "Queso para hoteles" in text_of(client, path)
