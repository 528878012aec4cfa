"""The team, the officer and the evaluator at work in the panel."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from foundation import worker
from foundation.models import User
from inquiries.models import Unmet
from opportunities.enums import CourseStatus, GapStatus, OpportunityStatus
from opportunities.models import Call, Course, Gap, Opportunity, Posting, ResultPayment, Score
from opportunities.services import demand
from tests.builders import a_comuna, a_mandate, a_producer, a_product, a_territory, a_user, an_inquiry
from tests.opportunities.making import (
    a_bid,
    a_course,
    a_gap,
    a_posting,
    a_team,
    a_wanted_cheese,
    an_evaluator,
    an_officer,
    an_open_call,
    an_opportunity,
)

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate


@pytest.fixture
def team(client):
    client.force_login(a_team())
    return client


def did(client, path, **fields):
    answer = client.post(path, fields)
    assert answer.status_code == 302, answer.content.decode()[:2000]


def test_a_proposal_waits_for_its_team_and_opens_by_one_tap(team):
    an_inquiry(a_product(), 100)
    worker.run_until_idle()
    proposal = Opportunity.objects.get()
    assert "de queso de cabra de guarda en Limarí" in team.get("/panel/oportunidades/").content.decode()

    did(team, f"/panel/oportunidades/{proposal.slug}/", do="open")

    proposal.refresh_from_db()
    assert (proposal.status, proposal.live) == (OpportunityStatus.OPEN, True)


def test_a_proposal_of_no_territory_is_taken_up_by_the_one_chosen(team):
    for _ in range(demand.FRUITLESS_ENOUGH):
        demand.count_search("ajo negro")
    proposal = Opportunity.objects.get()

    did(team, f"/panel/oportunidades/{proposal.slug}/", do="open", territory="limari")

    assert Opportunity.objects.get().territory == a_territory()


def test_another_territorys_team_sees_the_published_and_changes_nothing(client):
    client.force_login(a_team(a_territory("Chiloé")))
    opportunity, draft = an_opportunity(), an_opportunity(live=False)

    assert client.get(f"/panel/oportunidades/{opportunity.slug}/").status_code == 200
    assert client.post(f"/panel/oportunidades/{opportunity.slug}/", {"do": "close"}).status_code == 404
    assert client.get(f"/panel/oportunidades/{draft.slug}/").status_code == 404
    assert Opportunity.objects.filter(status=OpportunityStatus.OPEN).count() == 2


def test_a_producer_sees_what_it_lacks_and_decides_nothing(client):
    user, producer = a_user(), a_producer()
    a_mandate(user, producer)
    client.force_login(user)
    opportunity = an_opportunity()

    html = client.get(f"/panel/oportunidades/{opportunity.slug}/").content.decode()
    assert producer.name in html
    assert "Cerrarla" not in html
    assert client.post(f"/panel/oportunidades/{opportunity.slug}/", {"do": "close"}).status_code == 404


def test_an_unknown_or_impossible_step_changes_nothing(team):
    opportunity = an_opportunity(status=OpportunityStatus.PROPOSED)

    assert team.post(f"/panel/oportunidades/{opportunity.slug}/", {"do": "explode"}).status_code == 400
    did(team, f"/panel/oportunidades/{opportunity.slug}/", do="take")
    assert Opportunity.objects.get().status == OpportunityStatus.PROPOSED


def test_evidence_closes_a_gap_and_brings_its_capacity(team):
    cheese, opportunity = a_wanted_cheese(kg=500, makers=[200, 220])
    gap, supply = opportunity.gaps.get(), cheese.supplies.first()

    did(
        team,
        f"/panel/brechas/{gap.pk}/",
        do="close",
        number="RES-9",
        on=str(TODAY()),
        **{f"capacity-{supply.pk}": "80"},
    )

    supply.refresh_from_db()
    assert Gap.objects.get().status == GapStatus.CLOSED
    assert supply.monthly_capacity == [280] * 12
    assert Unmet.objects.get(line__inquiry=an_inquiry(cheese, 500)).quantity == 0


@pytest.mark.parametrize("fields", [{"number": ""}, {"on": ""}, {"on": "2999-01-01"}, {"size": "mucho"}])
def test_evidence_with_an_error_closes_nothing(team, fields):
    gap = a_gap()
    given = {"do": "close", "number": "RES-9", "on": str(TODAY())} | fields

    assert team.post(f"/panel/brechas/{gap.pk}/", given).status_code == 422
    assert Gap.objects.get().status == GapStatus.OPEN


def test_a_course_goes_from_call_to_payment_in_the_panel(team):
    """All of it by the forms, with an evaluator in between."""
    course = a_course((60, 40), supervision_visits=1)
    page = f"/panel/cursos/{course.slug}/"
    did(team, page, **{"do": "call", "closes_on": str(TODAY()), "weight-0": 45, "weight-1": 30, "weight-2": 25})
    call = Call.objects.get()
    proposal = a_bid(call, "Aprende SpA", 800_000)
    with time_machine.travel(call.closes_at + timedelta(minutes=5)):
        team.force_login(User.objects.get(pk=team.session["_auth_user_id"]))
        hold_and_pay(team, course, proposal)

    assert sum(ResultPayment.objects.values_list("amount", flat=True)) == 400_000


def hold_and_pay(team, course, proposal):
    page, call = f"/panel/cursos/{course.slug}/", proposal.call
    did(team, page, do="unseal")
    evaluator = team.__class__()
    evaluator.force_login(an_evaluator())
    points = {f"criterion-{pk}": 90 for pk in call.criteria.values_list("pk", flat=True)}
    did(evaluator, f"/panel/evaluacion/{proposal.receipt}/", **points)
    did(team, page, do="award")
    assert Course.objects.get().status == CourseStatus.AWARDED
    producer = a_producer()
    did(team, page, **{"do": "enrol", "enrol-producer": producer.pk})
    did(team, page, **{"do": "session", "session-on": str(TODAY()), "session-hours": "4", "session-topic": "Higiene"})
    did(team, page, do="start")
    session, enrolment = course.sessions.get(), course.enrolments.get()
    did(team, f"{page}sesiones/{session.pk}/", present=enrolment.pk)
    did(team, page, **{"do": "visit", "visit-on": str(TODAY()), "visit-by": "Servicio", "visit-found": "Bien"})
    did(team, page, do="finish")
    did(team, page, **{"do": "fund", "fund-amount": "1.000.000", "fund-number": "DOC-1"})
    for indicator in course.indicators.all():
        name = f"actual-{indicator.pk}"
        fields = {f"{name}-value": "50", f"{name}-number": "INF-1", f"{name}-on": str(TODAY())}
        did(team, page, do="measure", indicator=indicator.pk, **fields)
        did(team, page, do="pay", indicator=indicator.pk)

    assert "Pagado" in team.get(page).content.decode()


def test_before_the_close_the_team_sees_only_how_many_bid(team):
    call = an_open_call()
    a_bid(call, "Organismo secreto", 765_432)
    page = f"/panel/cursos/{call.course.slug}/"
    html = team.get(page).content.decode()

    assert "Hay 1 propuesta recibida." in html
    assert "Organismo secreto" not in html
    assert "765" not in html
    did(team, page, do="unseal")
    assert Call.objects.get().opened_at is None


def test_an_evaluator_of_another_territory_sees_no_proposal(client):
    call = an_open_call()
    proposal = a_bid(call)
    client.force_login(an_evaluator(a_territory("Chiloé")))

    assert client.get(f"/panel/evaluacion/{proposal.receipt}/").status_code == 404
    assert not Score.objects.exists()


def test_an_officer_posts_for_their_comuna_in_one_form(client):
    client.force_login(an_officer("Ovalle"))
    fields = {
        "posting_kind": "job", "comuna": a_comuna("Ovalle").code, "title_es": "Panadera", "text_es": "De noche.",
        "places": 2, "contact": "Oficina municipal", "expires_on": str(TODAY() + timedelta(days=30)),
    }  # fmt: skip
    did(client, "/panel/empleo/nuevo/", **fields)

    assert "Panadera" in client.get("/empleo/").content.decode()
    posting = Posting.objects.get()
    did(client, f"/panel/empleo/{posting.pk}/", **(fields | {"title_es": "Panadero o panadera"}))
    did(client, f"/panel/empleo/{posting.pk}/", do="take_down")
    assert "Panader" not in client.get("/empleo/").content.decode()


@pytest.mark.parametrize(
    "fields", [{"comuna": "99999"}, {"expires_on": "2001-01-01"}, {"expires_on": "2999-01-01"}, {"title_es": ""}]
)
def test_a_posting_with_an_error_is_not_put_up(client, fields):
    client.force_login(an_officer("Ovalle"))
    given = {
        "posting_kind": "job", "comuna": a_comuna("Ovalle").code, "title_es": "Panadera", "text_es": "De noche.",
        "places": 2, "contact": "Oficina", "expires_on": str(TODAY() + timedelta(days=30)),
    }  # fmt: skip

    assert client.post("/panel/empleo/nuevo/", given | fields).status_code == 422
    assert not Posting.objects.exists()


def test_an_officer_does_not_write_for_another_comuna(client):
    client.force_login(an_officer("Ovalle"))
    foreign = a_posting("Castro")

    assert client.get(f"/panel/empleo/{foreign.pk}/").status_code == 404
    assert client.post(f"/panel/empleo/{foreign.pk}/", {"do": "take_down"}).status_code == 404
    assert Posting.objects.get().withdrawn_at is None
