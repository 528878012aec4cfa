"""The title of a proposed opportunity says how much is missing of what, where and by when, and follows the rows."""

import pytest
import time_machine

from foundation import worker
from opportunities.enums import Origin
from opportunities.models import Opportunity
from opportunities.titles import in_a_sentence
from tests.builders import a_category, a_circuit, a_product, an_inquiry

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("november")]


@pytest.fixture
def november():
    with time_machine.travel("2026-11-20T12:00:00-03:00", tick=False):
        yield


def proposed() -> Opportunity:
    worker.run_until_idle()
    return Opportunity.objects.get(origin=Origin.UNMET_DEMAND)


def test_it_names_amount_product_place_and_month():
    an_inquiry(a_product(title_en="Cured goat cheese", supplies=[200, 220]), 500, needed_in=110)
    opportunity = proposed()
    assert opportunity.title_es == "Faltan 80 kg de queso de cabra de guarda en Limarí para marzo de 2027"
    assert "80 kg" in opportunity.title_en
    assert "cured goat cheese" in opportunity.title_en
    assert opportunity.title_en.endswith("March 2027")


def test_it_follows_what_is_unmet_and_tells_the_first_of_several_months():
    cheese = a_product()
    an_inquiry(cheese, 1000, needed_in=110)
    assert proposed().title_es == "Faltan 1.000 kg de queso de cabra de guarda en Limarí para marzo de 2027"
    an_inquiry(cheese, 500, needed_in=40)
    assert proposed().title_es == "Faltan 1.500 kg de queso de cabra de guarda en Limarí desde diciembre de 2026"


def test_without_a_day_no_month_is_told():
    an_inquiry(a_product(), 1, unit="kg", needed_in=None)
    assert proposed().title_es == "Falta 1 kg de queso de cabra de guarda en Limarí"


def test_a_shelf_and_a_visit_are_told_in_their_own_words():
    an_inquiry(a_category(), 50)
    assert proposed().title_es == "Faltan 50 kg de quesos de cabra para diciembre de 2026"
    Opportunity.objects.all().delete()
    an_inquiry(a_circuit("Ruta de los quesos", operators=[4]), 10)
    assert proposed().title_es == "Falta lugar para 10 personas en Ruta de los quesos para diciembre de 2026"


def test_a_place_that_the_name_says_is_not_said_twice():
    an_inquiry(a_product("Queso maduro del Limarí"), 9, needed_in=None)
    assert proposed().title_es == "Faltan 9 kg de queso maduro del Limarí"


def test_what_the_team_wrote_is_left_alone():
    cheese = a_product()
    an_inquiry(cheese, 100)
    opportunity = proposed()
    opportunity.title_es = "Queso para Santiago"
    opportunity.save()
    opportunity.save_revision()
    an_inquiry(cheese, 100)
    assert proposed().title_es == "Queso para Santiago"
    assert proposed().demand_total == 200


@pytest.mark.parametrize(
    ("name", "said"), [("Queso fresco", "queso fresco"), ("ACEITE de oliva", "ACEITE de oliva"), ("Ají", "ají")]
)
def test_a_name_in_a_sentence_begins_small_unless_it_is_in_capitals(name, said):
    assert in_a_sentence(name) == said
