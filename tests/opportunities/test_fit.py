"""Requirement by requirement: met, not met or unknown, for a producer and for a network."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone, translation

from opportunities import fit
from opportunities.enums import RequirementKind as Kind
from opportunities.models import Requirement
from tests.builders import (
    a_category,
    a_grant,
    a_network,
    a_producer,
    a_product,
    a_seal,
    a_supply,
    a_territory,
)
from tests.opportunities.making import a_finished_course, a_running_course, an_opportunity

pytestmark = pytest.mark.django_db


def asking(kind, products=(), **fields):
    opportunity = an_opportunity(products=list(products))
    Requirement.objects.create(opportunity=opportunity, requirement_kind=kind, **fields)
    return opportunity


def verdict(opportunity, producer):
    return fit.of_producers(opportunity, [producer])[0].checks[0].verdict


def makers(*capacities, **fields):
    cheese = a_product(channels=["shop"])
    return cheese, [a_supply(cheese, capacity, **fields).producer for capacity in capacities]


def test_a_valid_seal_is_met_and_an_expired_one_is_not():
    holder, late, seal = a_producer(), a_producer(), a_seal()
    today = timezone.localdate()
    a_grant(holder, seal=seal)
    a_grant(late, seal=seal, granted_on=today - timedelta(days=9), expires_on=today - timedelta(days=1))
    opportunity = asking(Kind.SEAL, seal=seal)

    assert verdict(opportunity, holder) == "met"
    assert verdict(opportunity, late) == "not_met"


def test_the_territory_is_the_makers():
    opportunity = asking(Kind.TERRITORY, territory=a_territory())

    assert verdict(opportunity, a_producer()) == "met"
    assert verdict(opportunity, a_producer(territory=a_territory("Chiloé"))) == "not_met"


def test_a_family_of_categories_takes_in_what_stands_on_it():
    dairy = a_category("lacteos", "Lácteos")
    cheese = a_product(category=a_category("quesos", "Quesos", parent=dairy))
    maker = a_supply(cheese).producer

    assert verdict(asking(Kind.CATEGORY, category=dairy), maker) == "met"
    assert verdict(asking(Kind.CATEGORY, category=a_category("vinos", "Vinos")), maker) == "not_met"


def test_a_channel_is_met_by_one_product_sold_so():
    _cheese, (maker,) = makers(10)

    assert verdict(asking(Kind.CHANNEL, channel="shop"), maker) == "met"
    assert verdict(asking(Kind.CHANNEL, channel="export"), maker) == "not_met"


def test_whoever_published_nothing_is_unknown_not_unfit():
    for kind, fields in (
        (Kind.CHANNEL, {"channel": "shop"}),
        (Kind.CAPACITY, {"quantity": 5, "unit": "kg"}),
        (Kind.LEAD_TIME, {"quantity": 5}),
        (Kind.CATEGORY, {"category": a_category()}),
    ):
        assert verdict(asking(kind, **fields), a_producer()) == "unknown"


@pytest.mark.parametrize(("days", "expected"), [(5, "met"), (4, "not_met")])
def test_the_lead_time_is_the_shortest_of_the_products_asked_for(days, expected):
    cheese, (maker,) = makers(10, lead_time_days=5)
    a_supply(a_product(), producer=maker, lead_time_days=1)

    assert verdict(asking(Kind.LEAD_TIME, [cheese], quantity=days), maker) == expected


def test_capacity_is_the_mean_of_the_months_it_is_made_in():
    seasonal = [0] * 6 + [100] * 3 + [200] * 3
    cheese, (maker,) = makers(seasonal)
    opportunity = asking(Kind.CAPACITY, [cheese], quantity=151, unit="kg")

    check = fit.of_producers(opportunity, [maker])[0].checks[0]

    assert (check.verdict, check.figure) == ("not_met", "150 kg")
    assert check.reason == "Tiene 150 kg; le faltan 1 kg."


def test_capacity_is_weighed_in_the_unit_asked_for():
    oil = a_product(unit="bottle", base_unit="l", unit_size=Decimal("0.5"))
    maker = a_supply(oil, 400).producer

    assert verdict(asking(Kind.CAPACITY, [oil], quantity=200, unit="l"), maker) == "met"
    assert verdict(asking(Kind.CAPACITY, [oil], quantity=1, unit="kg"), maker) == "unknown"


def test_a_paused_supply_makes_nothing():
    _cheese, (maker,) = makers(100, paused=True)

    assert verdict(asking(Kind.CAPACITY, quantity=1, unit="kg"), maker) == "unknown"


def test_a_course_counts_once_it_ended_and_only_for_who_attended():
    course = a_finished_course(people=2, present=1)
    there, away = (one.producer for one in course.enrolments.order_by("pk"))
    opportunity = asking(Kind.TRAINING, course=course)

    assert verdict(opportunity, there) == "met"
    assert verdict(opportunity, away) == "not_met"
    assert verdict(opportunity, a_producer()) == "unknown"
    running = a_running_course()
    assert verdict(asking(Kind.TRAINING, course=running), running.enrolments.first().producer) == "unknown"


def test_a_network_pools_what_its_members_make():
    cheese, members = makers(200, 220, 80)
    opportunity = asking(Kind.CAPACITY, [cheese], quantity=500, unit="kg")

    pooled = fit.of_networks(opportunity, [a_network(members=members)])[0]

    assert all(verdict(opportunity, member) == "not_met" for member in members)
    assert (pooled.checks[0].verdict, pooled.checks[0].figure) == ("met", "500 kg")
    assert pooled.checks[0].reason == "Entre 3 socios: Llega: 500 kg."


def test_members_without_the_seal_add_nothing_to_the_pool():
    cheese, members = makers(200, 220)
    seal = a_seal()
    a_grant(members[0], seal=seal)
    opportunity = asking(Kind.SEAL, [cheese], seal=seal)
    Requirement.objects.create(
        opportunity=opportunity, requirement_kind=Kind.CAPACITY, quantity=300, unit="kg", order=1
    )

    pooled = fit.of_networks(opportunity, [a_network(members=members)])[0]

    assert pooled.members == 1
    assert [check.verdict for check in pooled.checks] == ["met", "not_met"]
    assert [check.figure for check in pooled.checks] == ["1 de 2 socios", "200 kg"]


def test_a_network_without_members_lacks_everything_that_is_counted():
    opportunity = asking(Kind.PEOPLE, quantity=3)

    assert fit.of_networks(opportunity, [a_network()])[0].checks[0].verdict == "not_met"


def test_the_reason_speaks_the_readers_language():
    opportunity, producer = asking(Kind.PEOPLE, quantity=3), a_producer(people=1)

    with translation.override("es"):
        check = fit.of_producers(opportunity, [producer])[0].checks[0]

    assert (check.asked, check.reason) == ("Ser 3 personas trabajando", "Tiene 1 persona; le faltan 2 personas.")


def test_many_producers_cost_no_more_queries_than_one(django_assert_num_queries):
    cheese, members = makers(*[10] * 12)
    opportunity = asking(Kind.CAPACITY, [cheese], quantity=100, unit="kg")

    for few in (members[:1], members):
        opportunity.know_products([cheese.pk])
        with django_assert_num_queries(4):
            fit.of_producers(opportunity, few)
