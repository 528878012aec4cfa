from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from foundation import outbox, worker
from foundation.actors import SYSTEM
from opportunities import words
from opportunities.enums import OpportunityStatus, Origin
from opportunities.models import FruitlessSearch, Opportunity
from opportunities.services import demand
from opportunities.services.opportunities import NotPossible, close_opportunity, open_opportunity
from tests.builders import a_territory

pytestmark = pytest.mark.django_db


def searched(text, times=demand.FRUITLESS_ENOUGH, **fields):
    return [demand.count_search(text, **fields) for _ in range(times)][-1]


def test_below_the_threshold_only_the_count_is_kept():
    assert searched("ajo negro", demand.FRUITLESS_ENOUGH - 1) is None
    assert FruitlessSearch.objects.get().count == demand.FRUITLESS_ENOUGH - 1
    assert not Opportunity.objects.exists()


def test_enough_searches_are_proposed_as_a_draft():
    opportunity = searched("ajo negro")

    assert (opportunity.origin, opportunity.live) == (Origin.FRUITLESS_SEARCH, False)
    assert opportunity.demand_total == demand.FRUITLESS_ENOUGH
    assert opportunity.title_es == "Se busca y no se encuentra: ajo negro"


@pytest.mark.parametrize("text", ["Ajo Negro", "  ajo   negro ", "ajó negro", "ajo-negro"])
def test_spellings_of_a_word_count_together(text):
    searched("ajo negro", demand.FRUITLESS_ENOUGH - 1)

    assert demand.count_search(text).demand_total == demand.FRUITLESS_ENOUGH


def test_each_territory_counts_apart():
    limari = a_territory()
    searched("ajo negro", demand.FRUITLESS_ENOUGH - 1, territory=limari.slug)

    assert demand.count_search("ajo negro") is None
    assert demand.count_search("ajo negro", territory=limari.slug).territory == limari


def test_searches_of_long_ago_do_not_count():
    old = timezone.localdate() - timedelta(days=demand.FRUITLESS_DAYS)
    searched("ajo negro", demand.FRUITLESS_ENOUGH - 1, day=old)

    assert demand.count_search("ajo negro") is None


def test_what_the_team_refused_does_not_come_back():
    close_opportunity(SYSTEM, searched("ajo negro"))

    assert searched("ajo negro") is None
    assert Opportunity.objects.get().status == OpportunityStatus.CLOSED


def test_one_without_a_territory_is_opened_by_the_team_that_takes_it_up():
    opportunity = searched("ajo negro")

    with pytest.raises(NotPossible):
        open_opportunity(SYSTEM, opportunity)
    assert open_opportunity(SYSTEM, opportunity, territory=a_territory()).live


@pytest.mark.parametrize(
    "text", ["ana@ejemplo.cl", "+56 9 8765 4321", "12.345.678-9", "www://x", "a", "", "x" * 61, "!!!"]
)
def test_what_looks_personal_or_says_nothing_is_not_kept(text):
    assert words.normalised(text) == ""
    assert demand.count_search(text) is None
    assert not FruitlessSearch.objects.exists()


def test_the_letter_enie_stays():
    assert words.normalised("Caña de Ñuble") == "caña de ñuble"


def test_the_event_of_the_search_counts_once():
    with transaction.atomic():
        outbox.publish(
            "search.fruitless", None, key="q1", payload={"q": "ajo negro", "territory": None, "day": "2026-11-22"}
        )
    worker.run_until_idle()
    worker.run_until_idle()

    assert FruitlessSearch.objects.get().count == 1
