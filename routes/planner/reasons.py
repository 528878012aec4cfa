"""Why a place is left out of a plan, in the order in which the reasons are asked."""

from .problem import CLOSED, NO_TIME, TOO_FAR, Day, Problem, Reason
from .schedule import NEVER, Hours, fits


def fits_alone(problem: Problem, hours: Hours, place: int) -> bool:
    """Whether some day can hold this place with no other."""
    return any(fits(problem, hours, day, [place]) for day in problem.days)


def reason_for(problem: Problem, hours: Hours, place: int) -> Reason:
    """`closed`: no day meets an open span; `too_far`: no day is long enough to go, visit and get to its end; else
    `no_time`.

    A place that closes before anybody can arrive is closed, unless it would be too far at any hour.
    """
    if not any(_opens_during(hours, day, place) for day in problem.days):
        return CLOSED
    if not any(_in_reach(problem, day, place) for day in problem.days):
        return TOO_FAR
    if not any(_still_open(problem, hours, day, place) for day in problem.days):
        return CLOSED
    return NO_TIME if fits_alone(problem, hours, place) else TOO_FAR


def _opens_during(hours: Hours, day: Day, place: int) -> bool:
    return hours.first_start(place, day.start) <= day.end


def _in_reach(problem: Problem, day: Day, place: int) -> bool:
    there, back = problem.travel[day.origin][place], problem.travel[place][day.target]
    return day.start + there + problem.places[place].visit + back <= day.end


def _still_open(problem: Problem, hours: Hours, day: Day, place: int) -> bool:
    start = hours.first_start(place, day.start + problem.travel[day.origin][place])
    return start < NEVER and start <= day.end
