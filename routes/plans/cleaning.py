"""What was asked, made sure of: by the API and by the form alike. Each thing wrong is named by its field."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from foundation.problems import FieldError
from routes.distances import Point
from routes.enums import Pace
from routes.models import Circuit, Place
from routes.models.plans import MOST_PEOPLE
from routes.opening import minutes_of
from routes.plans.wish import DayWish, Wish
from territories.ground import comuna, comuna_at
from territories.models import Territory

MOST_DAYS = 5
SHORTEST_DAY = 60
FARTHEST = timedelta(days=730)
SOUTH, NORTH, WEST, EAST = -60.0, -15.0, -110.0, -60.0
"""The bounds of Chile's land, as places have them."""


@dataclass(frozen=True, slots=True)
class RawDay:
    date: date
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class Raw:
    """As it came, of the right types and lengths; "" and None for what was not said."""

    days: Sequence[RawDay]
    base: Point | None = None
    base_name: str = ""
    territory: str = ""
    circuit: str = ""
    interests: Sequence[str] = ()
    pace: str = Pace.NORMAL.value
    party: int = 2
    must: Sequence[str] = ()
    never: Sequence[str] = ()


class BadWish(ValueError):
    def __init__(self, errors: Sequence[FieldError]) -> None:
        super().__init__(", ".join(error.field for error in errors))
        self.errors = list(errors)


@dataclass(slots=True)
class Cleaned:
    """A wish with the rows it names, so that nobody reads them twice."""

    wish: Wish
    territory_id: int | None
    circuit_id: int | None
    inks: str = ""
    """The palette of the ground travelled; "" is the house's."""


@dataclass
class _Checks:
    errors: list[FieldError] = field(default_factory=list)

    def refuse(self, name: str, message: str) -> None:
        self.errors.append(FieldError(name, message))


def clean(raw: Raw) -> Cleaned:
    """Raises BadWish with every field that is wrong. At most four queries."""
    checks = _Checks()
    days = _days(raw, checks)
    territory = _named(Territory, raw.territory, "territory", checks)
    circuit = _circuit(raw.circuit, checks)
    base, base_name = _base(raw, territory, circuit, checks)
    if not 1 <= raw.party <= MOST_PEOPLE:
        checks.refuse("party", _("Debe ser de 1 a %(most)s personas.") % {"most": MOST_PEOPLE})
    must, never = _places(raw, checks)
    if checks.errors or base is None:
        raise BadWish(checks.errors)
    wish = Wish(
        days=days, base=base, base_name=base_name, territory=raw.territory, circuit=raw.circuit,
        interests=tuple(dict.fromkeys(word.strip() for word in raw.interests if word.strip())), pace=Pace(raw.pace),
        party=raw.party, must=must, never=never,
    )  # fmt: skip
    ground = territory or (circuit.territory if circuit else None)
    return Cleaned(wish, ground.pk if ground else None, circuit.pk if circuit else None, ground.inks if ground else "")


def _days(raw: Raw, checks: _Checks) -> tuple[DayWish, ...]:
    if not 1 <= len(raw.days) <= MOST_DAYS:
        checks.refuse("days", _("Se planifican de 1 a %(most)s días.") % {"most": MOST_DAYS})
        return ()
    today = timezone.localdate()
    found: dict[date, DayWish] = {}
    for n, day in enumerate(raw.days):
        at = f"days[{n}]"
        start, end = _minutes(day.start, f"{at}.start", checks), _minutes(day.end, f"{at}.end", checks)
        if not today <= day.date <= today + FARTHEST:
            checks.refuse(f"{at}.date", _("Elija un día desde hoy y antes de dos años."))
        elif day.date in found:
            checks.refuse(f"{at}.date", _("Ese día ya está."))
        if start is not None and end is not None:
            if end - start < SHORTEST_DAY:
                checks.refuse(f"{at}.end", _("El día debe durar al menos una hora."))
            found.setdefault(day.date, DayWish(day.date, start, end))
    return tuple(found[day] for day in sorted(found))


def _minutes(text: str, at: str, checks: _Checks) -> int | None:
    try:
        return minutes_of(text)
    except ValueError:
        checks.refuse(at, _("Escriba la hora así: 09:30."))
        return None


def _named(model: type[Territory], slug: str, at: str, checks: _Checks) -> Territory | None:
    if not slug:
        return None
    found = model.objects.live().filter(slug=slug).first()
    if found is None:
        checks.refuse(at, _("No lo conocemos."))
    return found


def _circuit(slug: str, checks: _Checks) -> Circuit | None:
    if not slug:
        return None
    found: Circuit | None = Circuit.objects.live().select_related("territory").filter(slug=slug).first()
    if found is None:
        checks.refuse("circuit", _("No lo conocemos."))
    return found


def _base(raw: Raw, territory: Territory | None, circuit: Circuit | None, checks: _Checks) -> tuple[Point | None, str]:
    """Where days begin and end: as said, else the first stop of the circuit, else the middle of the territory."""
    if raw.base is not None:
        lat, lon = raw.base
        if not SOUTH <= lat <= NORTH:
            checks.refuse("base.lat", _("Debe estar en Chile: de %(low)s a %(high)s.") % {"low": SOUTH, "high": NORTH})
        if not WEST <= lon <= EAST:
            checks.refuse("base.lon", _("Debe estar en Chile: de %(low)s a %(high)s.") % {"low": WEST, "high": EAST})
        return raw.base, raw.base_name or town_at(raw.base)
    if circuit:
        first = circuit.stops.order_by("day", "order", "pk").values_list("place__lat", "place__lon", "place__name_es")
        for lat, lon, name in first[:1]:
            return (lat, lon), name
    ground = territory or (circuit.territory if circuit else None)
    if ground:
        return (ground.latitude, ground.longitude), ground.name
    if not raw.territory and not raw.circuit:
        checks.refuse("base", _("Diga desde dónde parte."))
    return None, ""


def town_at(point: Point) -> str:
    """The comuna a point lies in, by name; its coordinates where there is none."""
    code = comuna_at(*point)
    return comuna(code).name if code else f"{point[0]:.3f}, {point[1]:.3f}"


def _places(raw: Raw, checks: _Checks) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Slugs that are places'. What is asked for and refused at once is refused."""
    wanted = {*raw.must, *raw.never}
    known = set(Place.objects.filter(slug__in=wanted).values_list("slug", flat=True)) if wanted else set()
    for name, slugs in (("must", raw.must), ("never", raw.never)):
        for n, slug in enumerate(slugs):
            if slug not in known:
                checks.refuse(f"{name}[{n}]", _("No conocemos este lugar."))
            elif name == "must" and slug in raw.never:
                checks.refuse(f"must[{n}]", _("También está entre los que no quiere."))
    return tuple(dict.fromkeys(raw.must)), tuple(dict.fromkeys(raw.never))
