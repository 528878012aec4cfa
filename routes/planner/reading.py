"""A problem from its JSON; whatever is wrong is named by its field."""

from decimal import Decimal
from fractions import Fraction
from math import lcm
from typing import Any

from foundation.reading import BadProblem, a_list, a_whole, as_object, given, read_object, refuse_twins, within

from .problem import Day, Place, Problem, Travel

MOST_BYTES = 32_000_000
MOST_PLACES = 1_000
MOST_DAYS = 31
MOST_SPANS = 100
LONGEST_ID = 255
LATEST = 10**8
"""Of any time: enough for a day in milliseconds, or a month in seconds."""
LARGEST_SCORE = 10**6
LONGEST_LIMIT_S = 600
USUAL_LIMIT_S = 2


def read(text: str | bytes) -> Problem:
    """The problem of a JSON document. Raises BadProblem naming the field that is wrong."""
    document = read_object(text, most_bytes=MOST_BYTES)
    rows = a_list(document, "places", "", most=MOST_PLACES, least=1)
    scores = [_score(row, f"places[{n}]") for n, row in enumerate(rows)]
    unit = lcm(*(score.denominator for score in scores))
    places = tuple(
        _place(row, int(score * unit), f"places[{n}]") for n, (row, score) in enumerate(zip(rows, scores, strict=True))
    )
    refuse_twins((place.id for place in places), "places")
    days = a_list(document, "days", "", most=MOST_DAYS, least=1)
    return Problem(
        days=tuple(_day(row, len(places), f"days[{n}]") for n, row in enumerate(days)),
        places=places,
        travel=_travel(document, len(places)),
        time_limit_s=_time_limit(document),
        score_unit=unit,
    )


def _place(row: dict[str, Any], score: int, at: str) -> Place:
    name = row.get("id")
    if not isinstance(name, str) or not name or len(name) > LONGEST_ID or not _writable(name):
        raise BadProblem(f"{at}.id", f"must be a text of 1 to {LONGEST_ID} characters")
    return Place(id=name, score=score, visit=_whole(row, "visit", at, default=0), spans=_spans(row, at))


def _writable(name: str) -> bool:
    return not any("\ud800" <= letter <= "\udfff" for letter in name)


def _spans(row: dict[str, Any], at: str) -> tuple[tuple[int, int], ...] | None:
    if row.get("open") is None:
        return None
    spans = []
    for n, span in enumerate(a_list(row, "open", at, most=MOST_SPANS)):
        where = f"{at}.open[{n}]"
        if not isinstance(span, list) or len(span) != 2:
            raise BadProblem(where, "must be [from, to]")
        opens, closes = (_number(end, f"{where}[{side}]") for side, end in enumerate(span))
        if opens > closes:
            raise BadProblem(where, f"ends at {closes}, before it begins at {opens}")
        spans.append((opens, closes))
    return tuple(spans)


def _day(given_row: Any, places: int, at: str) -> Day:
    row = as_object(given_row, at)
    day = Day(
        start=_whole(row, "start", at),
        end=_whole(row, "end", at),
        origin=_whole(row, "from", at),
        target=_whole(row, "to", at),
    )
    if day.start > day.end:
        raise BadProblem(f"{at}.end", f"is {day.end}, before the day begins at {day.start}")
    for name, index in (("from", day.origin), ("to", day.target)):
        if index >= places:
            raise BadProblem(f"{at}.{name}", f"is {index}, but places go from 0 to {places - 1}")
    return day


def _travel(document: dict[str, Any], places: int) -> Travel:
    rows = a_list(document, "travel", "", most=MOST_PLACES)
    if len(rows) != places:
        raise BadProblem("travel", f"must be a square of {places} rows, one for each place, and has {len(rows)}")
    matrix = []
    for i, row in enumerate(rows):
        if not isinstance(row, list) or len(row) != places:
            raise BadProblem(f"travel[{i}]", f"must be a list of {places} numbers, one for each place")
        numbers = [_number(value, f"travel[{i}][{j}]") for j, value in enumerate(row)]
        numbers[i] = 0  # who is there need not travel, whatever the matrix says of it
        matrix.append(tuple(numbers))
    return tuple(matrix)


def _whole(row: dict[str, Any], name: str, at: str, default: int | None = None) -> int:
    return _number(given(row, name, at, default), within(at, name))


def _number(value: Any, where: str) -> int:
    if isinstance(value, Decimal) and 0 <= value <= LATEST and value == int(value):
        value = int(value)  # 12.0, as some programs write 12
    return a_whole(value, where, most=LATEST)


def _score(row: Any, at: str) -> Fraction:
    value = as_object(row, at).get("score", 0)
    if type(value) not in (int, Decimal) or not 0 <= value <= LARGEST_SCORE:
        raise BadProblem(f"{at}.score", f"must be a number from 0 to {LARGEST_SCORE}")
    if value == round(value, 3):
        return Fraction(value)
    raise BadProblem(f"{at}.score", "must not have more than three decimals")


def _time_limit(document: dict[str, Any]) -> float:
    value = document.get("time_limit_s")
    if value is None:
        return float(USUAL_LIMIT_S)
    if type(value) not in (int, Decimal) or not 0 <= value <= LONGEST_LIMIT_S:
        raise BadProblem("time_limit_s", f"must be a number of seconds from 0 to {LONGEST_LIMIT_S}")
    return float(value)
