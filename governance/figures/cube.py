"""Many figures of many places and periods at once: one query a source, however many of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from governance.enums import Level
from governance.periods import Period
from governance.scopes import Scope

from .core import Figure, Source, place_is, whole

Key = tuple[str, Period]


@dataclass(frozen=True)
class Cube:
    """Values by figure and period, for each place a row may be of: (territory, region), either None."""

    values: dict[tuple[int | None, str | None], dict[Key, int]]

    def value(self, figure: str, period: Period, scope: Scope) -> int:
        """Rows of no territory count for the country only; places add up, since a row is of one."""
        return sum(
            row.get((figure, period), 0) for (place, region), row in self.values.items() if _in(scope, place, region)
        )


def _in(scope: Scope, place: int | None, region: str | None) -> bool:
    if scope.territories is None:
        return True
    return place in scope.territories or (scope.level == Level.REGIONAL and region == scope.region)


def read(figures: Iterable[Figure], periods: Sequence[Period], scope: Scope) -> Cube:
    """Every figure in every period, for the places inside `scope`."""
    by_source: dict[str, tuple[Source, list[Figure]]] = {}
    for figure in figures:
        by_source.setdefault(figure.source.name, (figure.source, []))[1].append(figure)
    values: dict[tuple[int | None, str | None], dict[Key, int]] = {}
    for source, asked in by_source.values():
        _count(source, asked, periods, scope, values)
    return Cube(values)


def _count(
    source: Source,
    figures: list[Figure],
    periods: Sequence[Period],
    scope: Scope,
    values: dict[tuple[int | None, str | None], dict[Key, int]],
) -> None:
    cells = {f"f{i}_{j}": (f, p) for i, f in enumerate(figures) for j, p in enumerate(periods)}
    only = Q()
    for figure, period in cells.values():
        only |= figure.takes(period)
    measures: dict[str, Any] = {name: figure.measure(figure.takes(period)) for name, (figure, period) in cells.items()}
    places = [source.place, *([source.region] if source.region else [])]
    rows = source.rows().filter(place_is(source, scope)).filter(only).order_by().values_list(*places)
    for found in rows.annotate(**measures):
        place, region = found[0], found[1] if source.region else None
        into = values.setdefault((place, region), {})
        for (figure, period), value in zip(cells.values(), found[len(places) :], strict=True):
            key = (figure.slug, period)
            into[key] = into.get(key, 0) + whole(value)
