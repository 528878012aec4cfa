"""What the members of a network can deliver, month by month, and how much of it is promised.

This room knows members; what they make and have promised is known further right, by whoever registers here.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from producers.models import Producer


@dataclass(frozen=True, slots=True)
class Load:
    """Of one thing one producer makes, in one month (its first day); quantities in `unit`.

    `price` (pesos a unit) is the weight that lets kilos and jars be added up.
    """

    producer: int
    what: str
    unit: str
    month: date
    capacity: Decimal
    committed: Decimal
    price: int


@dataclass(frozen=True, slots=True)
class Loads:
    rows: Sequence[Load] = ()
    worth: dict[int, Decimal] = field(default_factory=dict)
    """Pesos of what was promised lately (90 days), by producer: what fairness looks at."""


Build = Callable[[list[int], list[date]], Loads]
_build: list[Build] = []


def register_loads(build: Build) -> None:
    """`build(producers, months)` is called once a page; the last one registered counts."""
    _build[:] = [build]


@dataclass(frozen=True, slots=True)
class Cell:
    """How full a member's month is; `percent` is None where nothing can be made."""

    month: date
    percent: int | None


@dataclass(frozen=True, slots=True)
class MemberLoad:
    producer: Producer
    cells: list[Cell]
    rows: list[Load]
    """Of the first month, thing by thing."""
    share: int
    """Percent of what was promised to all members lately."""


def loads_of(members: Sequence[Producer], months: list[date]) -> list[MemberLoad]:
    """One row a member, in the order given."""
    found = _build[0]([member.pk for member in members], months) if _build else Loads()
    total = sum(found.worth.values(), Decimal(0))
    by_producer: dict[int, list[Load]] = {}
    for row in found.rows:
        by_producer.setdefault(row.producer, []).append(row)
    return [
        MemberLoad(
            producer=member,
            cells=[_cell(by_producer.get(member.pk, []), month) for month in months],
            rows=[row for row in by_producer.get(member.pk, []) if row.month == months[0]],
            share=round(found.worth.get(member.pk, Decimal(0)) * 100 / total) if total else 0,
        )
        for member in members
    ]


def _cell(rows: Sequence[Load], month: date) -> Cell:
    """Promised worth over possible worth: what is dear weighs more than what is cheap."""
    here = [row for row in rows if row.month == month]
    possible = sum((row.capacity * row.price for row in here), Decimal(0))
    promised = sum((row.committed * row.price for row in here), Decimal(0))
    return Cell(month, round(promised * 100 / possible) if possible else None)


def next_months(first: date, count: int) -> list[date]:
    """First days of `count` months from that of `first` on."""
    start = first.year * 12 + first.month - 1
    return [date((start + n) // 12, (start + n) % 12 + 1, 1) for n in range(count)]
