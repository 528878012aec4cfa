"""A trip as every file tells it, whether a circuit anybody may take or somebody's plan."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class TripStop:
    """`number` counts over all days. Times are aware, and None where nobody has fixed them."""

    number: int
    key: str
    name: str
    sort: str
    comuna: str
    lat: float
    lon: float
    minutes: int
    arrive: datetime | None = None
    start: datetime | None = None
    leave: datetime | None = None
    note: str = ""
    hours: str = ""
    url: str = ""
    pause: bool = False
    """A break kept on the way, no place of its own."""
    travel_minutes: int = 0
    travel_km: int = 0


@dataclass(frozen=True, slots=True)
class TripDay:
    number: int
    title: str
    date: date | None
    stops: list[TripStop]
    travel_minutes: int
    travel_km: int

    @property
    def places(self) -> list[TripStop]:
        return [stop for stop in self.stops if not stop.pause]


@dataclass(frozen=True, slots=True)
class Trip:
    """`key` names the file and the events; `url` is absolute; `stamp` is when what it tells was last changed."""

    key: str
    title: str
    summary: str
    url: str
    territory: str
    inks: str
    stamp: datetime
    days: list[TripDay]
    facts: list[tuple[str, str]] = field(default_factory=list)
    left_out: list[tuple[str, str]] = field(default_factory=list)
    """Names with why they are not part of it."""

    def places(self) -> Iterator[tuple[TripDay, TripStop]]:
        for day in self.days:
            for stop in day.places:
                yield day, stop
