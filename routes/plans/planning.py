"""From a wish to the answer that is kept: two searches, one to see where one would be at noon and one around lunch."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from foundation import months
from routes import planner
from routes.distances import Point
from routes.enums import Reason
from routes.opening import time_text
from routes.plans.candidates import Candidate
from routes.plans.cleaning import town_at
from routes.plans.lunch import EARLIEST, Lunch, find, with_lunches
from routes.plans.problem import Setting, axis, between, wants_lunch
from routes.plans.wish import Wish

FIRST_SECONDS, SECOND_SECONDS = 0.4, 1.1
"""Time limits of the two searches; together less than two seconds whatever is asked."""


@dataclass(frozen=True, slots=True)
class Visit:
    """A stop (`node` of the setting), or a break kept at `point` (node 0). Minutes on the axis of all days."""

    node: int
    point: Point
    arrive: int
    start: int
    leave: int
    lunch: bool = False


def answer(wish: Wish, candidates: list[Candidate]) -> dict[str, Any]:
    """The plan as it is kept: days, what was dropped and why, and of each place named what pages show of it."""
    setting = Setting(wish, tuple(candidates))
    days, dropped = plan_days(setting)
    named = [*(visit.node for day in days for visit in day if visit.node), *dropped]
    return {
        "days": [_day(setting, number, visits) for number, visits in enumerate(days)],
        "dropped": [
            {"place": setting.candidates[node - 1].slug, "reason": reason.value, **why(setting, node, reason)}
            for node, reason in dropped.items()
        ],
        "places": {setting.candidates[node - 1].slug: _told(setting, node) for node in named},
        "circuits": circuits_of([setting.candidates[visit.node - 1] for day in days for visit in day if visit.node]),
    }


def plan_days(setting: Setting) -> tuple[list[list[Visit]], dict[int, Reason]]:
    """The visits of each day with its lunch, and the nodes left out with the reason, those asked for first."""
    out = dict(left_out(setting))
    open_ones = Setting(setting.wish, tuple(c for n, c in enumerate(setting.candidates, start=1) if n not in out))
    nodes = [0, *(n for n in range(1, len(setting.candidates) + 1) if n not in out)]
    lunching = any(wants_lunch(day) for day in setting.wish.days)
    whole = planner.plan(open_ones.whole_days(FIRST_SECONDS if lunching else FIRST_SECONDS + SECOND_SECONDS))
    lunches = find(open_ones, whole) if lunching else []
    days = list(_without_lunch(open_ones, whole))
    if lunches:
        halves = planner.plan(with_lunches(open_ones, lunches, SECOND_SECONDS))
        around = list(_around_lunch(open_ones, halves, lunches))
        if _asked_for(open_ones, around) >= _asked_for(open_ones, days):
            days = around  # else a lunch would cost a place that was asked for: hunger is the lesser evil
    visited = {visit.node for day in days for visit in day}
    for node in range(1, len(open_ones.points)):
        if node not in visited:
            out[nodes[node]] = Reason(whole.dropped.get(node, planner.NO_TIME))
    kept = [[_renumbered(visit, nodes) for visit in day] for day in days]
    asked, score = setting.musts, setting.scores
    return kept, {node: out[node] for node in sorted(out, key=lambda n: (n not in asked, -score[n - 1], n))}


def left_out(setting: Setting) -> Iterator[tuple[int, Reason]]:
    """What no plan of these days can hold: unwanted, out of season, closed on each of them."""
    for node, candidate in enumerate(setting.candidates, start=1):
        if candidate.slug in setting.wish.never:
            yield node, Reason.NEVER
        elif not any(months.has(candidate.months, day.date.month) for day in setting.wish.days):
            yield node, Reason.SEASON
        elif not setting.spans[node - 1]:
            yield node, Reason.CLOSED


def _renumbered(visit: Visit, nodes: list[int]) -> Visit:
    return Visit(nodes[visit.node], visit.point, visit.arrive, visit.start, visit.leave, visit.lunch)


def _asked_for(setting: Setting, days: list[list[Visit]]) -> int:
    return len(setting.musts & {visit.node for day in days for visit in day})


def _visits(setting: Setting, planned: planner.DayPlan) -> list[Visit]:
    return [Visit(s.place, setting.points[s.place], s.arrive, s.start, s.leave) for s in planned.stops]


def _without_lunch(setting: Setting, plan: planner.Plan) -> Iterator[list[Visit]]:
    for planned in plan.days:
        yield _visits(setting, planned)


def _around_lunch(setting: Setting, plan: planner.Plan, lunches: list[Lunch]) -> Iterator[list[Visit]]:
    """Each day put together again from its halves; a day with nothing to visit has no lunch on the road either."""
    table = {lunch.day: lunch for lunch in lunches}
    halves = iter(plan.days)
    for number in range(len(setting.wish.days)):
        visits = _visits(setting, next(halves))
        lunch = table.get(number)
        if lunch:
            afternoon = _visits(setting, next(halves))
            if lunch.node or visits or afternoon:
                meal = _meal(setting, visits, lunch)
                visits = [*visits, meal, *_after(setting, meal, afternoon)]
        yield visits


def _meal(setting: Setting, morning: list[Visit], lunch: Lunch) -> Visit:
    """The lunch, sooner than it was held for where one is there before; from the base one sets out in time for it."""
    if not morning:
        return Visit(lunch.node, lunch.point, lunch.start, lunch.start, lunch.end, lunch=True)
    arrive = morning[-1].leave + between(morning[-1].point, lunch.point).minutes
    start = max(arrive, axis(lunch.day, EARLIEST))
    if lunch.node:
        start = min(lunch.start, first_start(setting, lunch.node, start))
    return Visit(lunch.node, lunch.point, arrive, start, start + lunch.minutes, lunch=True)


def _after(setting: Setting, meal: Visit, afternoon: list[Visit]) -> Iterator[Visit]:
    """The same stops in the same order, each as early as it can be after the meal."""
    here, clock = meal.point, meal.leave
    for visit in afternoon:
        arrive = clock + between(here, visit.point).minutes
        start = first_start(setting, visit.node, arrive)
        here, clock = visit.point, start + visit.leave - visit.start
        yield Visit(visit.node, visit.point, arrive, start, clock)


def first_start(setting: Setting, node: int, arrive: int) -> int:
    """When a visit may start for who arrives then; only asked where there is such a time."""
    return min(max(arrive, opens) for opens, closes in setting.spans[node - 1] if arrive <= closes)


def _day(setting: Setting, number: int, visits: list[Visit]) -> dict[str, Any]:
    wish = setting.wish.days[number]
    points = [setting.wish.base, *(visit.point for visit in visits), setting.wish.base]
    legs = [between(a, b) for a, b in zip(points[:-1], points[1:], strict=True)] if visits else []
    midnight = axis(number, 0)
    return {
        "date": wish.date.isoformat(),
        "depart": time_text(visits[0].arrive - legs[0].minutes - midnight) if visits else None,
        "back": time_text(visits[-1].leave + legs[-1].minutes - midnight) if visits else None,
        "visits": [
            {
                "place": setting.candidates[visit.node - 1].slug if visit.node else None,
                "arrive": time_text(visit.arrive - midnight),
                "start": time_text(visit.start - midnight),
                "leave": time_text(visit.leave - midnight),
                "lunch": visit.lunch,
                "comuna": town_at(visit.point) if not visit.node else None,
                "lat": visit.point[0],
                "lon": visit.point[1],
                "travel_minutes": way.minutes,
                "travel_km": way.kilometres,
            }
            for visit, way in zip(visits, legs, strict=False)
        ],
        "home_minutes": legs[-1].minutes if legs else 0,
        "home_km": legs[-1].kilometres if legs else 0,
        "travel_minutes": sum(way.minutes for way in legs),
        "travel_km": sum(way.kilometres for way in legs),
    }


def why(setting: Setting, node: int, reason: Reason) -> dict[str, Any]:
    """What the sentence about a dropped place needs, and whether it had been asked for."""
    candidate = setting.candidates[node - 1]
    facts: dict[str, Any] = {"asked": candidate.slug in setting.wish.must}
    match reason:
        case Reason.CLOSED:
            facts["hours"] = sorted({span for day in setting.wish.days for span in candidate.spans(day)})
            facts["closures"] = [[shut.reason_es, shut.reason_en] for shut in candidate.closures if shut.reason_es]
        case Reason.SEASON:
            facts["months"] = candidate.months
        case Reason.TOO_FAR:
            facts["minutes"] = setting.legs[0][node].minutes
    return facts


def _told(setting: Setting, node: int) -> dict[str, Any]:
    """What pages and downloads show of a place, in both languages."""
    candidate = setting.candidates[node - 1]
    row = candidate.row
    return {
        "name_es": row["name_es"],
        "name_en": row["name_en"],
        "sort_es": row["sort_es"],
        "sort_en": row["sort_en"],
        "comuna": row["comuna__name"],
        "lat": row["lat"],
        "lon": row["lon"],
        "hours_confirmed": row["hours_confirmed"],
        "food": candidate.food,
        "link": list(candidate.link()),
        "interests": candidate.liked(setting.wish),
    }


def circuits_of(visited: list[Candidate]) -> list[dict[str, str]]:
    """The circuits one travels on, the most visited first: their hosts can be asked."""
    count: dict[str, int] = {}
    named: dict[str, dict[str, str]] = {}
    for step in (step for candidate in visited for step in candidate.steps):
        count[step.circuit] = count.get(step.circuit, 0) + 1
        named[step.circuit] = {"slug": step.circuit, "title_es": step.title_es, "title_en": step.title_en}
    return [named[slug] for slug in sorted(count, key=lambda slug: (-count[slug], slug))]
