"""A problem from its JSON; whatever is wrong is named by its field."""

import json
from decimal import Decimal
from fractions import Fraction
from math import lcm
from typing import Any, NoReturn

from .problem import BadProblem, Day, Place, Problem, Travel

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
    if len(text) > MOST_BYTES:
        raise BadProblem("document", f"must not be longer than {MOST_BYTES} bytes")
    try:
        document = json.loads(text, parse_float=Decimal, parse_constant=_refuse)
    except (ValueError, ArithmeticError, RecursionError) as error:
        raise BadProblem("document", f"is not JSON ({error})") from None
    if not isinstance(document, dict):
        raise BadProblem("document", "must be an object")
    rows = _list(document, "places", "", MOST_PLACES, least=1)
    scores = [_score(row, f"places[{n}]") for n, row in enumerate(rows)]
    unit = lcm(*(score.denominator for score in scores))
    places = tuple(
        _place(row, int(score * unit), f"places[{n}]") for n, (row, score) in enumerate(zip(rows, scores, strict=True))
    )
    _refuse_twins(places)
    days = _list(document, "days", "", MOST_DAYS, least=1)
    return Problem(
        days=tuple(_day(row, len(places), f"days[{n}]") for n, row in enumerate(days)),
        places=places,
        travel=_travel(document, len(places)),
        time_limit_s=_time_limit(document),
        score_unit=unit,
    )


def _refuse(text: str) -> NoReturn:
    raise ValueError(f"{text} is no number")


def _refuse_twins(places: tuple[Place, ...]) -> None:
    seen: set[str] = set()
    for n, place in enumerate(places):
        if place.id in seen:
            raise BadProblem(f"places[{n}].id", f"{place.id!r} is there twice")
        seen.add(place.id)


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
    for n, span in enumerate(_list(row, "open", at, MOST_SPANS)):
        where = f"{at}.open[{n}]"
        if not isinstance(span, list) or len(span) != 2:
            raise BadProblem(where, "must be [from, to]")
        opens, closes = (_number(end, f"{where}[{side}]") for side, end in enumerate(span))
        if opens > closes:
            raise BadProblem(where, f"ends at {closes}, before it begins at {opens}")
        spans.append((opens, closes))
    return tuple(spans)


def _day(row: Any, places: int, at: str) -> Day:
    if not isinstance(row, dict):
        raise BadProblem(at, "must be an object")
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
    rows = _list(document, "travel", "", MOST_PLACES)
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


def _list(row: dict[str, Any], name: str, at: str, most: int, least: int = 0) -> list[Any]:
    where = f"{at}.{name}" if at else name
    values = row.get(name)
    if values is None:
        raise BadProblem(where, "is missing")
    if not isinstance(values, list) or not least <= len(values) <= most:
        raise BadProblem(where, f"must be a list of {least} to {most}")
    return values


def _whole(row: dict[str, Any], name: str, at: str, default: int | None = None) -> int:
    value = row.get(name, default)
    if value is None:
        raise BadProblem(f"{at}.{name}", "is missing")
    return _number(value, f"{at}.{name}")


def _number(value: Any, where: str) -> int:
    if type(value) is int and 0 <= value <= LATEST:
        return value
    if isinstance(value, Decimal) and 0 <= value <= LATEST and value == int(value):
        return int(value)  # 12.0, as some programs write 12
    raise BadProblem(where, f"must be a whole number from 0 to {LATEST}")


def _score(row: Any, at: str) -> Fraction:
    if not isinstance(row, dict):
        raise BadProblem(at, "must be an object")
    value = row.get("score", 0)
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
