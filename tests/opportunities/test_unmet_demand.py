"""What an inquiry could not get becomes a proposed opportunity, and stays true to it."""

from decimal import Decimal

import pytest
from django.db import transaction

from foundation import audit, outbox, worker
from foundation.actors import SYSTEM
from inquiries.enums import GapKind
from inquiries.models import Offer, Unmet
from inquiries.services import decline_offer
from opportunities.enums import OpportunityStatus, Origin, RequirementKind
from opportunities.models import Gap, Opportunity, UnmetDemand
from opportunities.services import demand
from opportunities.services.opportunities import close_opportunity, open_opportunity
from tests.builders import a_category, a_product, a_territory, an_inquiry

pytestmark = pytest.mark.django_db


def proposed():
    return Opportunity.objects.get(origin=Origin.UNMET_DEMAND)


def test_an_unmet_part_is_proposed_to_the_team_as_a_draft():
    cheese = a_product(supplies=[200, 220])
    an_inquiry(cheese, 500)
    worker.run_until_idle()

    opportunity = proposed()
    assert (opportunity.status, opportunity.live) == (OpportunityStatus.PROPOSED, False)
    assert (opportunity.demand_total, opportunity.demand_unit) == (Decimal(80), "kg")
    assert opportunity.territory == cheese.territory
    assert list(opportunity.products.all()) == [cheese]
    assert opportunity.title_es.startswith("Faltan 80 kg de queso de cabra de guarda en Limarí para ")


def test_it_opens_a_gap_of_scale_with_how_much_is_made_of_how_much():
    an_inquiry(a_product(supplies=[200, 220]), 500)
    worker.run_until_idle()

    gap = Gap.objects.get(opportunity=proposed(), gap_kind=GapKind.SCALE)
    assert (gap.size_now, gap.size_target, gap.opened_by) == (420, 500, Origin.UNMET_DEMAND)
    assert audit.entries(gap, "gap.opened").count() == 1


def test_the_same_product_adds_up_in_one_opportunity():
    cheese = a_product(supplies=[100])
    for kilos in (150, 170):
        an_inquiry(cheese, kilos)
    worker.run_until_idle()

    opportunity = proposed()
    assert opportunity.demand_count == 2
    assert opportunity.demand_total == sum(Unmet.objects.values_list("quantity", flat=True))
    assert opportunity.demand_quantity == opportunity.demand_total


def test_tonnes_and_kilos_of_a_product_add_up_in_its_unit():
    cheese = a_product()
    an_inquiry(cheese, 100, unit="kg")
    an_inquiry(cheese, "0.5", unit="t")
    worker.run_until_idle()

    assert proposed().demand_total == 600


def test_lines_of_the_same_category_and_territory_join():
    category, limari = a_category(), a_territory()
    for _ in range(2):
        an_inquiry(category, 50)
    worker.run_until_idle()

    assert Opportunity.objects.count() == 1
    assert proposed().demand_total == 100
    assert proposed().territory is None, "nobody named one: any team may take it up"
    an_inquiry(limari, 50)
    worker.run_until_idle()
    assert Opportunity.objects.count() == 2


def test_hearing_of_it_again_changes_nothing():
    inquiry = an_inquiry(a_product(), 100)
    worker.run_until_idle()
    before = Opportunity.objects.values().get()

    demand.count_unmet(inquiry)
    demand.recount_all()

    assert Opportunity.objects.values().get() == before


def test_what_is_served_after_all_goes_down():
    cheese = a_product(supplies=[100])
    first, second = an_inquiry(cheese, 100), an_inquiry(cheese, 100)
    worker.run_until_idle()
    assert proposed().demand_total == 100

    decline_offer(SYSTEM, Offer.objects.get(line__inquiry=first), reason="no_stock")
    worker.run_until_idle()
    assert proposed().demand_total == 200

    Unmet.objects.filter(line__inquiry=second).update(quantity=0)
    demand.recount_all()
    assert proposed().demand_total == 100


def test_a_proposal_of_which_nothing_is_left_ends_by_itself():
    an_inquiry(a_product(), 100)
    worker.run_until_idle()

    Unmet.objects.update(quantity=0)
    demand.recount_all()

    assert (proposed().status, proposed().demand_total) == (OpportunityStatus.CLOSED, 0)


def test_one_the_team_opened_stays_open_when_its_demand_is_served():
    an_inquiry(a_product(), 100)
    worker.run_until_idle()
    open_opportunity(SYSTEM, proposed())

    Unmet.objects.update(quantity=0)
    demand.recount_all()

    assert (proposed().status, proposed().demand_total) == (OpportunityStatus.OPEN, 0)


def test_new_demand_after_the_close_is_proposed_anew():
    cheese = a_product()
    an_inquiry(cheese, 100)
    worker.run_until_idle()
    close_opportunity(SYSTEM, proposed())

    an_inquiry(cheese, 40)
    worker.run_until_idle()

    assert Opportunity.objects.get(status=OpportunityStatus.PROPOSED).demand_total == 40


def test_an_inquiry_that_is_erased_no_longer_counts():
    cheese = a_product()
    kept, erased = an_inquiry(cheese, 100), an_inquiry(cheese, 40)
    worker.run_until_idle()

    erased.delete()
    demand.recount_all()

    assert proposed().demand_total == 100
    assert UnmetDemand.objects.get().line.inquiry == kept


def test_the_demand_is_asked_of_whoever_takes_it():
    an_inquiry(a_product(supplies=[200]), 500)
    worker.run_until_idle()

    asked = {row.requirement_kind: row for row in proposed().requirements.all()}
    assert asked[RequirementKind.CAPACITY].quantity == 300
    assert asked[RequirementKind.CATEGORY].category == a_category()
    assert asked[RequirementKind.TERRITORY].territory == a_territory()


def test_an_event_of_an_inquiry_that_is_gone_is_no_error():
    inquiry = an_inquiry(a_product(), 10)
    worker.run_until_idle()
    with transaction.atomic():
        outbox.publish("inquiry.unmet", inquiry, key="late")
    inquiry.delete()

    assert worker.run_until_idle() > 0
    assert not UnmetDemand.objects.exists()
