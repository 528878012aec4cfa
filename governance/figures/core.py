"""What can be counted. A figure names the rows it is counted from, so that anyone can count them again."""

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django.db.models import Aggregate, Count, Q, QuerySet, Sum
from django.utils.translation import gettext_lazy as _

from foundation import money, units
from governance.periods import Period
from governance.scopes import Scope

When = Callable[[Period], Q]
Measure = Callable[[Q], Aggregate]


@dataclass(frozen=True)
class Source:
    """Rows that figures are counted from, each of one territory at most.

    `place` and `region` are paths to a row's territory and, for what may belong to a region itself, its region.
    """

    name: str
    rows: Callable[[], "QuerySet[Any]"]
    place: str = "territory"
    region: str = ""


@dataclass(frozen=True)
class Figure:
    """A number that is computed, never typed in. `when` says which rows a period takes."""

    slug: str
    group: str
    label: Any
    counts: Any
    """What exactly is counted, in a sentence."""
    source: Source = field(repr=False)
    when: When = field(repr=False)
    where: Q = field(default_factory=Q, repr=False)
    measure: Measure = field(default=lambda only: Count("pk", filter=only), repr=False)
    unit: str = ""
    """`clp` for whole pesos, else a count."""
    standing: bool = False
    """Whether it is what stands at the period's end, not what happened in it."""

    def takes(self, period: Period) -> Q:
        return self.when(period) & self.where

    def rows(self, scope: Scope, period: Period) -> "QuerySet[Any]":
        """The very rows it is counted from."""
        return self.source.rows().filter(self.takes(period) & place_is(self.source, scope))

    def compute(self, scope: Scope, period: Period) -> int:
        """One figure of one place and period, by one query. For many at once, see `cube.read`."""
        total = self.source.rows().filter(place_is(self.source, scope))
        return whole(total.aggregate(value=self.measure(self.takes(period)))["value"])

    def show(self, value: int) -> str:
        """For people, in the active language."""
        return money.clp(value) if self.unit == "clp" else units.grouped(value)


def whole(value: Any) -> int:
    """What a database sums up, as a whole number: nothing is 0, half a peso is rounded up."""
    return int(Decimal(str(value or 0)).quantize(Decimal(1), ROUND_HALF_UP))


def place_is(source: Source, scope: Scope) -> Q:
    if scope.territories is None:
        return Q()
    found = Q(**{f"{source.place}__in": scope.territories})
    return found | Q(**{source.region: scope.region}) if source.region and scope.region else found


def total(expression: Any) -> Measure:
    """The sum of a column or expression over the rows."""
    return lambda only: Sum(expression, filter=only)


def different(path: str) -> Measure:
    """How many different ones the rows name: of what has one territory only, else places would not add up."""
    return lambda only: Count(path, filter=only, distinct=True)


def happened_on(column: str) -> When:
    """Rows whose date lies in the period."""
    return lambda period: Q(**{f"{column}__gte": period.first, f"{column}__lte": period.last})


def happened_at(column: str) -> When:
    """Rows whose moment lies in the period, by the clock of Chile."""
    return lambda period: Q(**{f"{column}__gte": period.starts_at(), f"{column}__lt": period.ends_at()})


def made_by(column: str = "created_at") -> When:
    """Rows there were at the end of the period."""
    return lambda period: Q(**{f"{column}__lt": period.ends_at()})


def in_force(start: str, *ends: str) -> When:
    """Rows whose dates cover the period's last day: begun by then (or ever), and not over on it."""

    def covers(period: Period) -> Q:
        day = period.day
        found = Q(**{f"{start}__isnull": True}) | Q(**{f"{start}__lte": day})
        for end in ends:
            found &= Q(**{f"{end}__isnull": True}) | Q(**{f"{end}__gt": day})
        return found

    return covers


GROUPS: dict[str, Any] = {
    "offer": _("Lo que hay"),
    "demand": _("Lo que se pidió"),
    "work": _("Lo que se trabajó"),
    "concert": _("Lo que se acordó"),
}
"""Groups of figures in the order of a report."""
_known: dict[str, Figure] = {}


def register(figure: Figure) -> Figure:
    """A second figure of the same slug takes the place of the first."""
    _known[figure.slug] = figure
    return figure


def get(slug: str) -> Figure:
    """Raises KeyError for a figure nobody registered."""
    return _known[slug]


def slugs() -> list[str]:
    return [figure.slug for figure in every()]


def every() -> list[Figure]:
    """By group, each group's in the order in which they were registered."""
    order = list(GROUPS)
    return sorted(_known.values(), key=lambda figure: order.index(figure.group))
