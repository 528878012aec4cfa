"""The check of a plan finds each rule that is broken."""

from dataclasses import replace

import pytest

from routes.planner import Day, DayPlan, Place, Plan, Problem, Stop, verify

TRIP = Problem(
    days=(Day(0, 200, 0, 0),),
    places=(Place("base"), Place("a", 5, 30, ((20, 60),)), Place("b", 3, 30), Place("c", 2, 10)),
    travel=((0, 10, 20, 30), (10, 0, 15, 30), (20, 15, 0, 30), (30, 30, 30, 0)),
)
A, B = Stop(1, 20, 20, 50), Stop(2, 65, 65, 95)
RIGHT = Plan(score=8, days=(DayPlan((A, B), 45),), dropped={3: "no_time"})


def with_stops(*stops: Stop, travel: int = 45) -> Plan:
    return replace(RIGHT, days=(DayPlan(stops, travel),))


def test_a_right_plan_breaks_nothing():
    assert verify(TRIP, RIGHT) == []


def test_setting_out_later_than_the_day_begins_is_allowed():
    assert verify(TRIP, with_stops(replace(A, arrive=15), B)) == []


@pytest.mark.parametrize(
    ("wrong", "word"),
    [
        (replace(RIGHT, days=()), "days"),
        (with_stops(replace(A, arrive=9), B), "arrives"),
        (with_stops(A, replace(B, arrive=64)), "arrives"),
        (with_stops(A, Stop(2, 65, 64, 94)), "before arriving"),
        (with_stops(Stop(1, 10, 10, 40), B), "not open"),
        (with_stops(Stop(1, 61, 61, 91), Stop(2, 106, 106, 136)), "not open"),
        (with_stops(A, replace(B, leave=94)), "leaves"),
        (with_stops(A, Stop(2, 151, 151, 181)), "ends at 201"),
        (with_stops(A, B, travel=44), "travel"),
        (with_stops(A, replace(B, place=9)), "no place"),
        (with_stops(A, Stop(1, 50, 50, 80), travel=20), "twice"),
        (with_stops(Stop(0, 0, 0, 0), A, B), "cannot be visited"),
        (replace(RIGHT, score=9), "score"),
        (replace(RIGHT, dropped={}), "dropped"),
        (replace(RIGHT, dropped={2: "closed", 3: "closed"}), "dropped"),
        (replace(RIGHT, dropped={3: "tired"}), "reason"),
    ],
)
def test_a_broken_rule_is_named(wrong, word):
    assert any(word in rule for rule in verify(TRIP, wrong))
