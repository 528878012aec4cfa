"""Pages of a list that is filtered by the address."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet

PER_PAGE = 24
LAST_PAGE = 10_000


@dataclass(frozen=True, slots=True)
class Slice:
    rows: list[Any]
    total: int
    page: int
    previous_href: str
    next_href: str


def page_number(asked: Mapping[str, str]) -> int:
    """From 1; what is no number, or beyond reason, is the first."""
    text = asked.get("page", "")
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 1
    return number if 1 <= number <= LAST_PAGE else 1


def cut(found: "QuerySet[Any]", asked: Mapping[str, str], chosen: Mapping[str, str]) -> Slice:
    """The page of `found` that the address asks for; `chosen` are the filters that go on with it. Two queries."""
    page = page_number(asked)
    start = (page - 1) * PER_PAGE
    rows = list(found[start : start + PER_PAGE + 1])
    total = found.count() if page > 1 or len(rows) > PER_PAGE else len(rows)
    previous = _href(chosen, page - 1) if page > 1 else ""
    return Slice(rows[:PER_PAGE], total, page, previous, _href(chosen, page + 1) if len(rows) > PER_PAGE else "")


def _href(chosen: Mapping[str, str], page: int) -> str:
    asked = {name: value for name, value in chosen.items() if value}
    if page > 1:
        asked["page"] = str(page)
    return f"?{urlencode(asked)}"


def one_of(asked: Mapping[str, str], name: str, values: Any) -> str:
    """The filter's value when it is one of `values`, else none."""
    value = asked.get(name, "")
    return value if value in values else ""
