"""A gap closes with evidence only; the capacity that came of it serves the next inquiry."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from catalog.models import Supply
from foundation import audit, worker
from foundation.actors import SYSTEM
from inquiries.enums import GapKind
from inquiries.models import Unmet
from opportunities.enums import GapStatus
from opportunities.models import CapacityRaise, Evidence, Gap
from opportunities.services import NotPossible
from opportunities.services.gaps import Shown, add_evidence, close_gap, reopen_gap
from tests.builders import a_product, a_user, an_inquiry
from tests.opportunities.making import a_gap, a_wanted_cheese, an_opportunity

pytestmark = pytest.mark.django_db


def shown(**fields):
    return Shown(on=timezone.localdate(), **({"number": "RES-17"} | fields))


def test_without_evidence_a_gap_does_not_close():
    gap = a_gap()

    for nothing in (Shown(on=timezone.localdate()), Shown(on=timezone.localdate(), number="  ")):
        with pytest.raises(NotPossible):
            close_gap(SYSTEM, gap, nothing)
    assert Gap.objects.get().status == GapStatus.OPEN


@pytest.mark.parametrize(
    "fields", [{"number": "RES-17"}, {"url": "https://ejemplo.cl/x", "number": ""}, {"text": "Foto"}]
)
def test_a_number_an_address_or_a_text_is_evidence(fields):
    user = a_user()
    evidence = close_gap(user, a_gap(), shown(**fields))

    gap = Gap.objects.get()
    assert (gap.status, gap.closed_on, gap.size_now) == (GapStatus.CLOSED, evidence.on, gap.size_target)
    assert (evidence.checked_by, evidence.closes) == (user, True)
    assert audit.entries(gap, "gap.closed").count() == 1


def test_progress_makes_it_closing():
    gap = a_gap(size_now=100, size_start=100)
    add_evidence(SYSTEM, gap, shown(size=300))

    gap.refresh_from_db()
    assert (gap.status, gap.size_now, gap.share) == (GapStatus.CLOSING, 300, 0.5)


def test_a_closed_gap_is_closed_once():
    gap = a_gap()
    close_gap(SYSTEM, gap, shown())

    with pytest.raises(NotPossible):
        close_gap(SYSTEM, gap, shown())
    with pytest.raises(NotPossible):
        add_evidence(SYSTEM, gap, shown())


def test_evidence_that_did_not_hold_opens_it_again():
    gap = a_gap()
    close_gap(SYSTEM, gap, shown())
    reopen_gap(SYSTEM, gap, reason="vencido")

    assert Gap.objects.get().status == GapStatus.OPEN
    assert not Evidence.objects.filter(closes=True).exists()
    close_gap(SYSTEM, gap, shown(number="RES-18"))


def test_the_database_takes_no_evidence_that_says_nothing():
    with pytest.raises(IntegrityError), transaction.atomic():
        Evidence.objects.create(gap=a_gap(), on=timezone.localdate())


def test_new_capacity_serves_the_next_inquiry_whole():
    cheese, opportunity = a_wanted_cheese(kg=500, makers=[200, 220])
    assert Unmet.objects.get(line__inquiry=an_inquiry(cheese, 500)).quantity == 80
    supply = Supply.objects.order_by("pk").first()

    close_gap(SYSTEM, opportunity.gaps.get(), shown(), capacity={supply.pk: [280] * 12})
    worker.run_until_idle()

    another = an_inquiry(cheese, 500, needed_in=65)
    assert Unmet.objects.get(line__inquiry=another).quantity == 0
    raised = CapacityRaise.objects.get()
    assert (raised.before, raised.after) == ([200] * 12, [280] * 12)
    assert audit.entries(supply, "supply.capacity_raised").get().facts["after"] == [280] * 12


def test_raising_capacity_tells_the_index_of_the_product():
    cheese, opportunity = a_wanted_cheese()
    before = cheese.version

    close_gap(SYSTEM, opportunity.gaps.get(), shown(), capacity={Supply.objects.first().pk: [280] * 12})

    cheese.refresh_from_db()
    assert cheese.version > before


@pytest.mark.parametrize("after", [[199] * 12, [200] * 12, [300] * 11, [300.5] * 12, [-1] * 12])
def test_capacity_that_falls_or_is_no_capacity_is_refused_with_the_whole_closing(after):
    _cheese, opportunity = a_wanted_cheese(makers=[200])

    with pytest.raises(NotPossible):
        close_gap(SYSTEM, opportunity.gaps.get(), shown(), capacity={Supply.objects.get().pk: after})
    assert Gap.objects.get().status == GapStatus.OPEN
    assert Supply.objects.get().monthly_capacity == [200] * 12


def test_only_a_gap_of_scale_brings_capacity():
    cheese, opportunity = a_wanted_cheese()
    gap = a_gap(opportunity, GapKind.SOCIAL)

    with pytest.raises(NotPossible):
        close_gap(SYSTEM, gap, shown(), capacity={cheese.supplies.first().pk: [900] * 12})


def test_capacity_of_another_product_is_not_to_be_had():
    _cheese, opportunity = a_wanted_cheese()
    foreign = a_product(supplies=[10]).supplies.get()

    with pytest.raises(NotPossible):
        close_gap(SYSTEM, opportunity.gaps.get(), shown(), capacity={foreign.pk: [900] * 12})


def test_a_gap_that_falls_to_its_target_counts_its_way_too():
    gap = a_gap(an_opportunity(), size_start=18, size_now=11, size_target=4)

    assert gap.share == 0.5
