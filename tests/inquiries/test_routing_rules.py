"""Which producers are asked for a line, for how much, and why the others are not."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from foundation.months import mask
from inquiries.enums import GapKind, Rule
from inquiries.models import Offer
from inquiries.services import submit_inquiry
from tests.builders import (
    a_category,
    a_circuit,
    a_comuna,
    a_grant,
    a_line,
    a_network,
    a_producer,
    a_product,
    a_request,
    a_seal,
    a_territory,
    an_inquiry,
)

pytestmark = pytest.mark.django_db


def asked(inquiry):
    """Quantities by producer name, over all lines."""
    offers = Offer.objects.filter(line__inquiry=inquiry)
    return {offer.producer.name: int(offer.quantity) for offer in offers.select_related("producer")}


def the_gap(inquiry):
    unmet = inquiry.lines.get().unmet
    assert len(unmet.gaps) == 1
    return unmet.gaps[0]["rule"], unmet.gaps[0]["kind"]


def test_a_demand_one_producer_can_serve_goes_to_the_cheapest():
    dear, cheap = a_producer("Cara"), a_producer("Barata")
    cheese = a_product(supplies=[
        {"capacity": 300, "producer": dear, "unit_price": 9000},
        {"capacity": 300, "producer": cheap, "unit_price": 8000},
    ])  # fmt: skip

    assert asked(an_inquiry(cheese, 100)) == {"Barata": 100}


def test_a_large_demand_is_split_and_the_parts_and_the_rest_add_up():
    cheese = a_product(supplies=[180, 140, 100])

    inquiry = an_inquiry(cheese, 500)

    line = inquiry.lines.get()
    assert sorted(asked(inquiry).values()) == [100, 140, 180]
    assert line.unmet.quantity == 80
    assert inquiry.status == "routed"


def test_never_more_than_what_was_asked_when_steps_do_not_fit():
    grapes = a_product(
        "Uva de mesa", unit="box", unit_size=Decimal("8.2"), unit_name_es="caja de 8,2 kg", supplies=[500]
    )

    inquiry = an_inquiry(grapes, 100, unit="kg")

    assert list(asked(inquiry).values()) == [12]
    unmet = inquiry.lines.get().unmet
    assert unmet.quantity == Decimal("1.6")
    assert unmet.gaps[0]["rule"] == Rule.MINIMUM


def test_a_dozen_is_twelve_however_many_are_asked():
    eggs = a_product("Huevos azules", unit="unit", base_unit="unit", supplies=[2_000_000])

    inquiry = an_inquiry(eggs, 100_000, unit="dozen")

    assert list(asked(inquiry).values()) == [1_200_000]
    assert inquiry.lines.get().unmet.quantity == 0


def test_a_category_line_mixes_packings_to_serve_the_most():
    jars, loose = a_producer("Frascos"), a_producer("A granel")
    category = a_category("pastas-de-ajo", "Pastas de ajo")
    a_product("Pasta en frasco", category=category, unit="unit", unit_size=Decimal("0.212"), supplies=[
        {"capacity": 1000, "producer": jars, "unit_price": 1000},
    ])  # fmt: skip
    a_product("Pasta a granel", category=category, supplies=[{"capacity": 5, "producer": loose, "unit_price": 4000}])

    inquiry = an_inquiry(category, "10")

    assert asked(inquiry) == {"A granel": 3, "Frascos": 33}
    assert inquiry.lines.get().unmet.quantity == Decimal("0.004")


def test_the_price_compared_is_that_of_the_lines_unit_not_of_the_packing():
    boxes, kilos = a_producer("Cajas"), a_producer("Kilos")
    category = a_category("uvas", "Uvas")
    a_product("Uva en caja", category=category, unit="box", unit_size=10, supplies=[
        {"capacity": 100, "producer": boxes, "unit_price": 9000},
    ])  # fmt: skip
    a_product("Uva por kilo", category=category, supplies=[{"capacity": 900, "producer": kilos, "unit_price": 1000}])

    assert asked(an_inquiry(category, 50)) == {"Cajas": 5}


@pytest.mark.parametrize(
    ("supply", "product", "line", "rule", "kind"),
    [
        ({"capacity": 300}, {"sale_months": 0}, {}, Rule.SEASON, GapKind.PHYSICAL),
        ({"capacity": 0}, {}, {}, Rule.SEASON, GapKind.PHYSICAL),
        ({"capacity": 300, "lead_time_days": 90}, {}, {}, Rule.LEAD_TIME, GapKind.COMPETITIVENESS),
        ({"capacity": 300}, {"lead_time_days": 90}, {}, Rule.LEAD_TIME, GapKind.COMPETITIVENESS),
        ({"capacity": 300, "unit_price": 9001}, {}, {"max_unit_price": 9000}, Rule.PRICE, GapKind.COMPETITIVENESS),
        ({"capacity": 300, "minimum": 101}, {}, {}, Rule.MINIMUM, GapKind.SCALE),
        ({"capacity": 300}, {"minimum": 101}, {}, Rule.MINIMUM, GapKind.SCALE),
        ({"capacity": 40, "minimum": 50}, {}, {}, Rule.CAPACITY, GapKind.SCALE),
        ({"capacity": 300}, {}, {"seals": ["do-limari"]}, Rule.SEAL, GapKind.IDENTITY),
    ],
    ids=["no month", "nothing that month", "supply is slow", "product is slow", "dear", "maker's minimum",
         "product's minimum", "full", "no seal"],
)  # fmt: skip
def test_each_rule_keeps_a_producer_out_and_is_the_gap(supply, product, line, rule, kind):
    a_seal()
    inquiry = an_inquiry(a_product(supplies=[supply], **product), 100, **line)

    assert inquiry.status == "unmatched"
    assert the_gap(inquiry) == (rule, kind)
    assert inquiry.lines.get().unmet.quantity == 100


def test_a_producer_just_within_each_rule_is_asked():
    maker = a_producer()
    day = timezone.localdate() + timedelta(days=30)
    cheese = a_product(
        sale_months=mask([day.month]), minimum=100, lead_time_days=30,
        supplies=[{"capacity": 100, "minimum": 100, "multiple": 50, "lead_time_days": 30, "producer": maker}],
    )  # fmt: skip
    a_grant(maker, cheese, a_seal())

    inquiry = an_inquiry(cheese, 100, seals=["do-limari"], max_unit_price=9000)

    assert list(asked(inquiry).values()) == [100]


def test_a_product_made_outside_the_seals_area_does_not_answer_for_the_seal():
    seal, maker = a_seal(), a_producer("Adentro")
    seal.comunas.add(maker.comuna)
    cheese = a_product(producer=maker, supplies=[{"capacity": 100, "producer": maker}])
    a_grant(maker, cheese, seal)
    assert asked(an_inquiry(cheese, 50, seals=[seal.slug])) == {"Adentro": 50}

    elsewhere = a_product(producer=maker, comuna=a_comuna("Coquimbo"), supplies=[{"capacity": 99, "producer": maker}])
    a_grant(maker, elsewhere, seal)
    assert asked(an_inquiry(elsewhere, 50, seals=[seal.slug])) == {}


def test_a_seal_must_be_of_the_product_held_by_its_maker_and_valid_on_the_day():
    day = timezone.localdate()
    held, expired, other_product = a_producer("Vigente"), a_producer("Vencido"), a_producer("De otro")
    seal = a_seal()
    cheese = a_product(supplies=[{"capacity": 100, "producer": who} for who in (held, expired, other_product)])
    a_grant(held, cheese, seal)
    a_grant(expired, cheese, seal, expires_on=day + timedelta(days=10))
    a_grant(other_product, a_product("Otro queso"), seal)

    assert asked(an_inquiry(cheese, 300, seals=[seal.slug], needed_in=30)) == {"Vigente": 100}


def test_paused_and_unpublished_are_not_asked():
    hidden = a_producer(live=False)
    cheese = a_product(supplies=[{"capacity": 300, "paused": True}, {"capacity": 300, "producer": hidden}])

    inquiry = an_inquiry(cheese)

    assert asked(inquiry) == {}
    assert inquiry.lines.get().unmet.gaps[0]["data"] == {"makers": 0}


def test_capacity_already_promised_for_the_month_is_gone_and_next_month_it_is_back():
    cheese = a_product(supplies=[300])
    first = an_inquiry(cheese, 200, needed_in=30)

    same_month = submit_inquiry(a_request(a_line(cheese, 200), needed_by=first.needed_by))
    later = an_inquiry(cheese, 200, needed_in=75)

    assert (list(asked(same_month).values()), same_month.lines.get().unmet.quantity) == ([100], 100)
    assert list(asked(later).values()) == [200]


def test_two_lines_of_one_inquiry_share_the_capacity():
    cheese = a_product(supplies=[300])

    inquiry = submit_inquiry(a_request(a_line(cheese, 200), a_line(cheese, 200)))

    lines = list(inquiry.lines.order_by("number"))
    assert [int(line.offers.get().quantity) for line in lines] == [200, 100]
    assert [line.unmet.quantity for line in lines] == [0, 100]


def test_who_had_the_recent_orders_gives_way_at_the_same_price():
    first, second = a_producer("Una"), a_producer("Otra")
    cheese = a_product(supplies=[{"capacity": 500, "producer": first}, {"capacity": 500, "producer": second}])
    turns = [next(iter(asked(an_inquiry(cheese, 50)))) for _ in range(4)]

    assert sorted(turns[:2]) == ["Otra", "Una"]
    assert sorted(turns[2:]) == ["Otra", "Una"]


def test_fairness_never_outweighs_more_than_five_per_cent_of_price():
    cheap, dear = a_producer("Barata"), a_producer("Cara")
    cheese = a_product(supplies=[
        {"capacity": 500, "producer": cheap, "unit_price": 9000},
        {"capacity": 500, "producer": dear, "unit_price": 9500},
    ])  # fmt: skip

    assert [list(asked(an_inquiry(cheese, 50))) for _ in range(3)] == [["Barata"]] * 3


def test_a_category_line_finds_all_its_shelf_and_a_territory_narrows_it():
    dairy = a_category("lacteos", "Lácteos")
    goat = a_category("de-cabra", "De cabra", parent=dairy)
    here, there = a_territory(), a_territory("Huasco", slug="huasco")
    a_product(category=goat, territory=here, supplies=[{"capacity": 10, "producer": a_producer("De aquí")}])
    a_product(
        category=dairy, territory=there, supplies=[{"capacity": 10, "producer": a_producer("De allá", territory=there)}]
    )

    everywhere = submit_inquiry(a_request(a_line(dairy, 20)))
    only_here = submit_inquiry(a_request(a_line(dairy, 20, territory=here), needed_in=75))

    assert asked(everywhere) == {"De aquí": 10, "De allá": 10}
    assert asked(only_here) == {"De aquí": 10}
    assert only_here.territory == here


def test_a_territory_line_asks_its_producers_for_what_is_measured_so():
    here = a_territory()
    a_product("Aceite", unit="l", base_unit="l", supplies=[{"capacity": 10, "producer": a_producer("Aceitero")}])
    a_product("Queso", supplies=[{"capacity": 10, "producer": a_producer("Quesera")}])

    assert asked(an_inquiry(here, 5, unit="l")) == {"Aceitero": 5}


def test_a_product_of_one_territory_only_from_its_producers():
    there = a_territory("Huasco", slug="huasco")
    cheese = a_product(supplies=[{"capacity": 100, "producer": a_producer("De allá", territory=there)}, 50])

    inquiry = submit_inquiry(a_request(a_line(cheese, 100, territory=a_territory())))

    assert list(asked(inquiry).values()) == [50]
    assert [gap["rule"] for gap in inquiry.lines.get().unmet.gaps] == [Rule.CAPACITY, Rule.TERRITORY]


def test_a_party_goes_to_one_host_who_can_take_all_of_it():
    small, large = a_producer("Chico"), a_producer("Grande")
    circuit = a_circuit(operators=[
        {"capacity": 6, "producer": small, "unit_price": 20000},
        {"capacity": 12, "producer": large, "unit_price": 30000},
    ])  # fmt: skip

    assert asked(an_inquiry(circuit, 10)) == {"Grande": 10}


def test_a_party_no_host_can_take_whole_is_not_divided():
    inquiry = an_inquiry(a_circuit(operators=[6, 6]), 10)

    assert (asked(inquiry), inquiry.status) == ({}, "unmatched")
    assert inquiry.lines.get().unmet.gaps[0]["data"] == {"party": 10}


def test_a_host_is_full_by_the_day_not_by_the_month():
    circuit = a_circuit(operators=[10])
    an_inquiry(circuit, 8, needed_in=30)

    assert asked(an_inquiry(circuit, 8, needed_in=30)) == {}
    assert list(asked(an_inquiry(circuit, 8, needed_in=31)).values()) == [8]


def test_the_offer_names_the_network_the_product_is_sold_by():
    maker = a_producer()
    a_network("Otra red", members=[maker])
    network = a_network("La del producto", members=[maker])

    inquiry = an_inquiry(a_product(network=network, supplies=[{"capacity": 100, "producer": maker}]))

    assert Offer.objects.get(line__inquiry=inquiry).network == network


def test_what_is_in_season_is_considered_before_what_is_only_cheaper(monkeypatch):
    monkeypatch.setattr("inquiries.sources.MOST", 3)
    category = a_category()
    for _ in range(3):
        a_product(
            "Barato fuera de temporada", category=category, sale_months=0, supplies=[{"capacity": 9, "unit_price": 1}]
        )
    a_product("Caro y en temporada", category=category, supplies=[{"capacity": 9, "producer": a_producer("Lista")}])

    assert asked(an_inquiry(category, 9)) == {"Lista": 9}


def test_every_reason_is_kept_as_a_rule_with_its_figures():
    inquiry = an_inquiry(a_product(supplies=[{"capacity": 300, "minimum": 20}]), 100, max_unit_price=9500)

    reasons = {entry["rule"]: entry["data"] for entry in Offer.objects.get(line__inquiry=inquiry).reasons}
    assert reasons[Rule.CAPACITY]["free"] == 300
    assert reasons[Rule.MINIMUM] == {"minimum": 20, "unit": "kg"}
    assert reasons[Rule.PRICE] == {"price": 9000, "unit": "kg"}
    assert reasons[Rule.FAIRNESS] == {"share": 0.0}
