"""What somebody asks of a plan, cleaned; kept as JSON with the plan."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Self

from routes.distances import Point
from routes.enums import Pace
from routes.opening import minutes_of, time_text


@dataclass(frozen=True, slots=True)
class DayWish:
    """`start` and `end` are minutes after midnight; the day is over back at the base."""

    date: date
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Wish:
    """Days by date, slugs of places in `must` and `never`; "" where there is no territory or circuit."""

    days: tuple[DayWish, ...]
    base: Point
    base_name: str = ""
    territory: str = ""
    circuit: str = ""
    interests: tuple[str, ...] = ()
    pace: Pace = Pace.NORMAL
    party: int = 2
    must: tuple[str, ...] = ()
    never: tuple[str, ...] = ()

    def document(self) -> dict[str, Any]:
        """In the shape the API takes, with the name of the base besides."""
        return {
            "days": [
                {"date": day.date.isoformat(), "start": time_text(day.start), "end": time_text(day.end)}
                for day in self.days
            ],
            "base": {"lat": self.base[0], "lon": self.base[1], "name": self.base_name},
            "territory": self.territory or None,
            "circuit": self.circuit or None,
            "interests": list(self.interests),
            "pace": self.pace.value,
            "party": self.party,
            "must": list(self.must),
            "never": list(self.never),
        }

    @classmethod
    def read(cls, kept: dict[str, Any]) -> Self:
        """From a document of `document`."""
        days = (
            DayWish(date.fromisoformat(day["date"]), minutes_of(day["start"]), minutes_of(day["end"]))
            for day in kept["days"]
        )
        return cls(
            days=tuple(days),
            base=(kept["base"]["lat"], kept["base"]["lon"]),
            base_name=kept["base"].get("name", ""),
            territory=kept["territory"] or "",
            circuit=kept["circuit"] or "",
            interests=tuple(kept["interests"]),
            pace=Pace(kept["pace"]),
            party=kept["party"],
            must=tuple(kept["must"]),
            never=tuple(kept["never"]),
        )
