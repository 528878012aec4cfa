"""Checks a plan against its problem from the first rule to the last, with nothing in common with how it was found."""

from .problem import CLOSED, NO_TIME, TOO_FAR, Day, DayPlan, Plan, Problem


def verify(problem: Problem, plan: Plan) -> list[str]:
    """Every rule that the plan breaks, in words; empty when it is a right answer."""
    if len(plan.days) != len(problem.days):
        return [f"it has {len(plan.days)} days instead of {len(problem.days)}"]
    broken: list[str] = []
    for n, (day, planned) in enumerate(zip(problem.days, plan.days, strict=True)):
        broken += [f"day {n}: {rule}" for rule in _day(problem, day, planned)]
    return broken + _whole(problem, plan)


def _day(problem: Problem, day: Day, planned: DayPlan) -> list[str]:
    broken: list[str] = []
    travel, clock, here = 0, day.start, day.origin
    for stop in planned.stops:
        if not 0 <= stop.place < len(problem.places):
            return [*broken, f"{stop.place} is no place"]
        place = problem.places[stop.place]
        way = problem.travel[here][stop.place]
        if stop.arrive < clock + way:
            broken.append(f"{place.id}: arrives at {stop.arrive}, but {clock} + {way} is later")
        if stop.start < stop.arrive:
            broken.append(f"{place.id}: starts at {stop.start}, before arriving at {stop.arrive}")
        if place.spans is not None and not any(opens <= stop.start <= closes for opens, closes in place.spans):
            broken.append(f"{place.id}: starts at {stop.start}, when it is not open")
        if stop.leave != stop.start + place.visit:
            broken.append(f"{place.id}: leaves at {stop.leave}, not at {stop.start} + {place.visit}")
        travel, clock, here = travel + way, stop.leave, stop.place
    way = problem.travel[here][day.target]
    if planned.stops and clock + way > day.end:
        broken.append(f"ends at {clock + way}, later than {day.end}")
    if planned.travel != travel + way:
        broken.append(f"says {planned.travel} of travel instead of {travel + way}")
    return broken


def _whole(problem: Problem, plan: Plan) -> list[str]:
    broken = []
    visited = [stop.place for day in plan.days for stop in day.stops]
    if len(set(visited)) < len(visited):
        broken.append("a place is visited twice")
    strangers = set(visited) - set(problem.visitable)
    if strangers:
        broken.append(f"{sorted(strangers)} cannot be visited")
    score = sum(problem.places[n].score for n in set(visited) - strangers)
    if plan.score != score:
        broken.append(f"says a score of {plan.score} instead of {score}")
    if list(plan.dropped) != [n for n in problem.visitable if n not in visited]:
        broken.append("the dropped places are not those without a visit")
    if not set(plan.dropped.values()) <= {CLOSED, TOO_FAR, NO_TIME}:
        broken.append("a reason is not one of the three")
    return broken
