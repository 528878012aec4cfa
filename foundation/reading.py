"""Reading a JSON document of numbers and lists that a stranger wrote: whatever is wrong is named by its field."""

import json
from collections.abc import Iterable
from decimal import Decimal
from typing import Any, NoReturn


class BadProblem(ValueError):
    """The document cannot be read; `field` names where, as in "places[3].open[0]"."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(f"{field}: {message}")
        self.field = field
        self.message = message


def read_object(text: str | bytes, *, most_bytes: int | None = None) -> dict[str, Any]:
    """The document's object, numbers with a point as Decimal. Raises BadProblem."""
    if most_bytes is not None and len(text) > most_bytes:
        raise BadProblem("document", f"must not be longer than {most_bytes} bytes")
    try:
        document = json.loads(text, parse_float=Decimal, parse_constant=_refuse)
    except (ValueError, ArithmeticError, RecursionError) as error:
        raise BadProblem("document", f"is not JSON ({error})") from None
    return as_object(document, "document")


def _refuse(text: str) -> NoReturn:
    raise ValueError(f"{text} is no number")


def within(at: str, name: str) -> str:
    """The name of a field of what stands at `at`, "" for the document."""
    return f"{at}.{name}" if at else name


def as_object(value: Any, at: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise BadProblem(at, "must be an object")
    return value


def given(row: dict[str, Any], name: str, at: str, default: Any = None) -> Any:
    """The value of a field, which must be there unless it has a default."""
    value = row.get(name, default)
    if value is None:
        raise BadProblem(within(at, name), "is missing")
    return value


def a_list(row: dict[str, Any], name: str, at: str, *, most: int, least: int = 0) -> list[Any]:
    values = given(row, name, at)
    if not isinstance(values, list) or not least <= len(values) <= most:
        raise BadProblem(within(at, name), f"must be a list of {least} to {most}")
    return values


def a_whole(value: Any, at: str, *, least: int = 0, most: int) -> int:
    if type(value) is not int or not least <= value <= most:
        raise BadProblem(at, f"must be a whole number from {least} to {most}")
    return value


def refuse_twins(names: Iterable[str], at: str) -> None:
    """Every row of the list at `at` has an id of its own."""
    seen: set[str] = set()
    for n, name in enumerate(names):
        if name in seen:
            raise BadProblem(f"{at}[{n}].id", f"{name!r} is there twice")
        seen.add(name)
