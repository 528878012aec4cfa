"""The plan of a wish: what is visited and when, what is left out and why. Without a database."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foundation.months import mask
from routes.distances import leg
from routes.enums import Pace
from routes.opening import Shut, minutes_of
from routes.plans.planning import answer
from tests.routes.wishes import BASE, SATURDAY, a_candidate, a_wish


def visited(found: dict[str, Any], day: int = 0) -> list[str]:
    return [visit["place"] for visit in found["days"][day]["visits"] if visit["place"]]


def reasons(found: dict[str, Any]) -> dict[str, str]:
    return {row["place"]: row["reason"] for row in found["dropped"]}


def lunch_of(found: dict[str, Any], day: int = 0) -> dict[str, Any]:
    return next(visit for visit in found["days"][day]["visits"] if visit["lunch"])


@pytest.mark.parametrize(
    ("place", "reason"),
    [
        (a_candidate("a", spans=[]), "closed"),
        (a_candidate("a", closures=[Shut(date(2027, 1, 10), SATURDAY, "obras")]), "closed"),
        (a_candidate("a", spans=[["20:00", "23:00"]]), "closed"),
        (a_candidate("a", months=mask([7, 8])), "season"),
        (a_candidate("a", 200), "too_far"),
        (a_candidate("a", 100, visit_minutes=400), "too_far"),
    ],
)
def test_a_place_that_no_day_can_hold_says_why(place: Any, reason: str) -> None:
    found = answer(a_wish(must=("a",)), [place, a_candidate("b")])

    assert reasons(found) == {"a": reason}
    assert found["dropped"][0]["asked"]
    assert visited(found) == ["b"]


def test_what_does_not_fit_with_the_rest_had_no_time() -> None:
    found = answer(a_wish(("09:00", "10:20")), [a_candidate("a", 1), a_candidate("b", 1)])

    assert list(reasons(found).values()) == ["no_time"]


def test_what_is_asked_for_comes_before_all_the_rest_together() -> None:
    far = a_candidate("far", 60, visit_minutes=180)
    near = [a_candidate(f"near-{n}", 1 + n / 10, visit_minutes=25) for n in range(8)]

    assert "far" not in visited(answer(a_wish(("09:00", "15:30")), [far, *near]))
    assert "far" in visited(answer(a_wish(("09:00", "15:30"), must=("far",)), [far, *near]))


def test_what_is_refused_is_not_visited() -> None:
    found = answer(a_wish(never=("a",)), [a_candidate("a"), a_candidate("b")])

    assert visited(found) == ["b"]
    assert reasons(found) == {"a": "never"}


def test_a_place_closed_on_one_day_is_visited_on_the_other() -> None:
    closed_saturday = a_candidate("a", closures=[Shut(SATURDAY, SATURDAY)])

    found = answer(a_wish(("09:00", "12:00"), ("09:00", "12:00")), [closed_saturday])

    assert (visited(found, 0), visited(found, 1)) == ([], ["a"])


def test_interests_decide_between_two_places() -> None:
    from routes.plans.candidates import Candidate

    cheese = a_candidate("a", 1)
    cheese = Candidate(cheese.pk, cheese.row, texts={"Quesería": 3})
    found = answer(a_wish(("09:00", "10:20"), interests=("queso",)), [a_candidate("b", 1), cheese])

    assert visited(found) == ["a"]
    assert found["places"]["a"]["interests"] == ["queso"]


def test_the_pace_makes_visits_longer_or_shorter() -> None:
    def minutes(pace: Pace) -> int:
        visit = answer(a_wish(("09:00", "12:00"), pace=pace), [a_candidate("a")])["days"][0]["visits"][0]
        return minutes_of(visit["leave"]) - minutes_of(visit["start"])

    assert [minutes(pace) for pace in (Pace.FAST, Pace.NORMAL, Pace.SLOW)] == [45, 60, 80]


def test_a_visit_begins_in_the_second_span_when_the_first_is_over() -> None:
    place = a_candidate("a", 30, spans=[["08:00", "09:30"], ["15:00", "17:00"]])

    assert answer(a_wish(), [place])["days"][0]["visits"][-1]["start"] == "15:00"


def test_one_eats_where_food_is_served_on_the_way() -> None:
    market = a_candidate("market", 6, food=True, visit_minutes=40, spans=[["09:00", "16:00"]])

    found = answer(a_wish(), [a_candidate("a", 3), a_candidate("b", 8), a_candidate("c", 12), market])
    lunch = lunch_of(found)

    assert lunch["place"] == "market"
    assert 13 * 60 <= minutes_of(lunch["start"]) <= 14 * 60 + 30
    assert minutes_of(lunch["leave"]) - minutes_of(lunch["start"]) == 60
    assert sorted(visited(found)) == ["a", "b", "c", "market"]


def test_one_eats_as_soon_as_one_can_and_goes_on_at_once() -> None:
    early = a_candidate("early", 2, spans=[["09:00", "11:00"]])
    night = a_candidate("late", 4, spans=[["15:00", "18:00"]])

    visits = answer(a_wish(), [early, night])["days"][0]["visits"]

    assert [visit["start"] for visit in visits if visit["lunch"]] == ["13:00"]
    assert visits[-1]["start"] == "15:00"


def test_without_a_table_near_by_a_break_is_kept() -> None:
    found = answer(a_wish(), [a_candidate("a", 3), a_candidate("b", 8), a_candidate("far", 90, food=True)])
    lunch = lunch_of(found)

    assert lunch["place"] is None
    assert minutes_of(lunch["leave"]) - minutes_of(lunch["start"]) == 60


def test_a_table_that_is_closed_at_noon_feeds_nobody() -> None:
    market = a_candidate("market", 6, food=True, spans=[["09:00", "12:00"]])

    assert lunch_of(answer(a_wish(), [a_candidate("a"), market]))["place"] is None


@pytest.mark.parametrize("hours", [("09:00", "13:30"), ("13:30", "19:00")])
def test_half_a_day_has_no_lunch(hours: tuple[str, str]) -> None:
    visits = answer(a_wish(hours), [a_candidate("a"), a_candidate("b", food=True)])["days"][0]["visits"]

    assert not any(visit["lunch"] for visit in visits)


def test_a_lunch_costs_nothing_that_was_asked_for() -> None:
    tour = a_candidate("tour", 5, visit_minutes=480)

    found = answer(a_wish(("09:00", "17:40"), must=("tour",)), [tour])

    assert visited(found) == ["tour"]
    assert not any(visit["lunch"] for visit in found["days"][0]["visits"])


def test_a_day_with_nothing_open_is_empty() -> None:
    day = answer(a_wish(), [])["days"][0]

    assert (day["visits"], day["travel_minutes"], day["depart"]) == ([], 0, None)


def clock_of(hour: int) -> str:
    return f"{min(24, hour):02d}:00"


SPANS = st.lists(
    st.tuples(st.integers(0, 20), st.integers(1, 10)).map(lambda s: [clock_of(s[0]), clock_of(s[0] + s[1])]),
    max_size=2,
)
PLACES = st.lists(
    st.fixed_dictionaries({
        "km": st.floats(0, 80), "spans": SPANS, "visit_minutes": st.integers(5, 200), "food": st.booleans(),
        "months": st.sampled_from([4095, 4095, 1, 2]),
    }),
    max_size=7,
)  # fmt: skip
HOURS = st.tuples(st.integers(0, 14), st.integers(1, 12)).map(lambda h: (clock_of(h[0]), clock_of(h[0] + h[1])))


@settings(max_examples=120, deadline=None)
@given(PLACES, st.lists(HOURS, min_size=1, max_size=3), st.sampled_from(list(Pace)), st.data())
def test_a_plan_holds(places: list[dict[str, Any]], hours: list[tuple[str, str]], pace: Pace, data: Any) -> None:
    """Within the day, in order, while open, travel adds up, each place once and told once."""
    known = {f"p{n}": a_candidate(f"p{n}", **place) for n, place in enumerate(places)}
    must = data.draw(st.lists(st.sampled_from(sorted(known)), max_size=2, unique=True)) if known else []
    wish = a_wish(*hours, pace=pace, must=tuple(must))

    found = answer(wish, list(known.values()))

    for asked, day in zip(wish.days, found["days"], strict=True):
        clock, here, minutes, kilometres = asked.start, BASE, 0, 0
        for visit in day["visits"]:
            there = (visit["lat"], visit["lon"])
            way = leg(here, there) if here != there else None
            arrive, start, leave = (minutes_of(visit[name]) for name in ("arrive", "start", "leave"))
            assert arrive >= clock + (way.minutes if way else 0)
            assert arrive <= start <= leave
            if visit["lunch"] and not visit["place"] and here != BASE:
                assert start == max(arrive, 13 * 60)
            if visit["place"]:
                spans = known[visit["place"]].spans(asked)
                assert any(opens <= start and leave <= closes for opens, closes in spans)
            minutes, kilometres = minutes + (way.minutes if way else 0), kilometres + (way.kilometres if way else 0)
            clock, here = leave, there
        if day["visits"]:
            home = leg(here, BASE) if here != BASE else None
            assert clock + (home.minutes if home else 0) <= asked.end
            assert day["travel_minutes"] == minutes + (home.minutes if home else 0)
            assert day["travel_km"] == kilometres + (home.kilometres if home else 0)
            assert minutes_of(day["depart"]) >= asked.start
    stops = [visit["place"] for day in found["days"] for visit in day["visits"] if visit["place"]]
    left = [row["place"] for row in found["dropped"]]
    assert sorted([*stops, *left]) == sorted(known)
