"""A search as it was asked for: every parameter of the public search, read and checked."""

import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Protocol, Self

from django.utils.translation import gettext as _

from .geo import Point
from .kinds import KINDS

SORTS = ("relevance", "price", "-price", "distance", "newest")
PAGE_SIZE, LARGEST_PAGE, DEEPEST = 24, 100, 10_000
"""Results a page, at most, and how far down anyone may page: beyond it narrowing helps more than turning pages."""
LONGEST_QUERY = 300
MOST_VALUES = 50
FARTHEST_KM, ALONG_KM = 5000.0, 25.0
LARGEST_PRICE = 10**12
SLUG = re.compile(r"[-\w]{1,200}")
NUMBER = re.compile(r"-?\d{1,9}(\.\d{1,12})?", re.ASCII)


class Parameters(Protocol):
    """What is needed of a QueryDict."""

    def getlist(self, key: str, /) -> Sequence[Any]: ...


class BadQuery(Exception):
    """Parameters that make no sense; `errors` holds each with its message for people."""

    def __init__(self, errors: Sequence[tuple[str, str]]) -> None:
        super().__init__("; ".join(f"{name}: {message}" for name, message in errors))
        self.errors = tuple(errors)


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchQuery:
    q: str = ""
    kinds: tuple[str, ...] = ()
    territories: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    seals: tuple[str, ...] = ()
    month: int | None = None
    near: Point | None = None
    along: str = ""
    line: tuple[Point, ...] = ()
    """The stops of the circuit named by `along`, in order."""
    within_km: float | None = None
    price_min: int | None = None
    price_max: int | None = None
    sort: str = "relevance"
    page: int = 1
    page_size: int = PAGE_SIZE

    @property
    def offset(self) -> int:
        return (self.page - 1) * self.page_size

    @property
    def measured_from(self) -> tuple[Point, ...]:
        """The point or line distances are measured from; empty when there is none."""
        return self.line or ((self.near,) if self.near else ())

    def chosen(self) -> dict[str, tuple[str, ...]]:
        """What is chosen of each facet that has a choice."""
        month = (str(self.month),) if self.month else ()
        choices = {
            "kind": self.kinds,
            "territory": self.territories,
            "category": self.categories,
            "seal": self.seals,
            "month": month,
        }
        return {name: values for name, values in choices.items() if values}

    def on_page(self, page: int) -> Self:
        return replace(self, page=page)


def parse_query(
    parameters: Parameters,
    *,
    kinds: tuple[str, ...] = (),
    line_of: Callable[[str], Sequence[Point] | None] = lambda slug: None,
) -> SearchQuery:
    """Read a query; raises BadQuery naming every parameter that is wrong. Unknown parameters are ignored.

    `kinds` fixes the kind, as list pages do, whatever the parameters say. `line_of` gives the stops of a circuit, or
    None when there is no such circuit.
    """
    reader = Reader(parameters)
    near = reader.point("near")
    along, line = reader.line("along", line_of)
    within_km = reader.distance("within_km")
    sort = reader.choice("sort", SORTS, "relevance")
    reader.check_place(near, along, within_km, sort)
    price_min, price_max = (reader.integer(name, 0, LARGEST_PRICE) for name in ("price_min", "price_max"))
    if price_min is not None and price_max is not None and price_min > price_max:
        reader.fail("price_max", _("Es menor que price_min."))
    page = reader.integer("page", 1, DEEPEST) or 1
    page_size = reader.integer("page_size", 1, LARGEST_PAGE) or PAGE_SIZE
    if page * page_size > DEEPEST and page > 1 and "page" not in reader.errors:
        reader.fail(
            "page", _("Solo se muestran los primeros %(most)d resultados: acote la búsqueda.") % {"most": DEEPEST}
        )
    query = SearchQuery(
        q=reader.words("q"),
        kinds=kinds or reader.values("kind", KINDS),
        territories=reader.slugs("territory"),
        categories=reader.slugs("category"),
        seals=reader.slugs("seal"),
        month=reader.integer("month", 1, 12),
        near=near,
        along=along,
        line=line,
        within_km=ALONG_KM if along and within_km is None else within_km,
        price_min=price_min,
        price_max=price_max,
        sort=sort,
        page=page,
        page_size=page_size,
    )
    if reader.errors:
        raise BadQuery(tuple(reader.errors.items()))
    return query


@dataclass
class Reader:
    """Reads parameters one by one and remembers what was wrong; an empty one is absent, as forms send it."""

    parameters: Parameters
    errors: dict[str, str] = field(default_factory=dict)

    def fail(self, name: str, message: str) -> None:
        self.errors.setdefault(name, message)

    def check_place(self, near: Point | None, along: str, within_km: float | None, sort: str) -> None:
        """Distances need one place to be measured from."""
        if near and along:
            self.fail("along", _("Elija un punto (near) o una ruta (along), no los dos."))
        if near or along or "near" in self.errors or "along" in self.errors:
            return
        if within_km is not None:
            self.fail("within_km", _("Diga también desde dónde: near o along."))
        if sort == "distance":
            self.fail("sort", _("Para ordenar por distancia diga también desde dónde: near o along."))

    def text(self, name: str) -> str:
        """The last value given, as QueryDict reads a single one."""
        return str(([""] + list(self.parameters.getlist(name)))[-1]).strip()

    def words(self, name: str) -> str:
        text = " ".join("".join(letter if letter.isprintable() else " " for letter in self.text(name)).split())
        if len(text) > LONGEST_QUERY:
            self.fail(name, _("Es demasiado largo: hasta %(most)d letras.") % {"most": LONGEST_QUERY})
        return text[:LONGEST_QUERY]

    def several(self, name: str) -> tuple[str, ...]:
        values = dict.fromkeys(value.strip() for value in self.parameters.getlist(name) if value.strip())
        if len(values) > MOST_VALUES:
            self.fail(name, _("Son demasiados valores: hasta %(most)d.") % {"most": MOST_VALUES})
        return tuple(values)[:MOST_VALUES]

    def values(self, name: str, allowed: Sequence[str]) -> tuple[str, ...]:
        values = self.several(name)
        if any(value not in allowed for value in values):
            self.fail(name, _("Debe ser uno de: %(values)s.") % {"values": ", ".join(allowed)})
        return values

    def choice(self, name: str, allowed: Sequence[str], default: str) -> str:
        value = self.text(name) or default
        if value not in allowed:
            self.fail(name, _("Debe ser uno de: %(values)s.") % {"values": ", ".join(allowed)})
        return value

    def slugs(self, name: str) -> tuple[str, ...]:
        values = self.several(name)
        if not all(SLUG.fullmatch(value) for value in values):
            self.fail(name, _("No es un nombre corto válido: solo letras, números y guiones."))
        return values

    def integer(self, name: str, least: int, most: int) -> int | None:
        text = self.text(name)
        if not text:
            return None
        if re.fullmatch(r"\d{1,15}", text, re.ASCII) and least <= int(text) <= most:
            return int(text)
        self.fail(name, _("Debe ser un número entero de %(least)d a %(most)d.") % {"least": least, "most": most})
        return None

    def distance(self, name: str) -> float | None:
        text = self.text(name)
        if not text:
            return None
        if NUMBER.fullmatch(text) and 0 < float(text) <= FARTHEST_KM:
            return float(text)
        self.fail(
            name, _("Debe ser una distancia en kilómetros, mayor que 0 y hasta %(most)d.") % {"most": FARTHEST_KM}
        )
        return None

    def point(self, name: str) -> Point | None:
        text = self.text(name)
        if not text:
            return None
        parts = [part.strip() for part in text.split(",")]
        if len(parts) == 2 and all(NUMBER.fullmatch(part) for part in parts):
            lat, lon = float(parts[0]), float(parts[1])
            if math.fabs(lat) <= 90 and math.fabs(lon) <= 180:
                return lat, lon
        self.fail(name, _("Debe ser una latitud y una longitud en grados, así: -33.44,-71.68."))
        return None

    def line(self, name: str, line_of: Callable[[str], Sequence[Point] | None]) -> tuple[str, tuple[Point, ...]]:
        slug = self.text(name)
        if not slug:
            return "", ()
        found = line_of(slug) if SLUG.fullmatch(slug) else None
        if not found:
            self.fail(name, _("No hay una ruta con ese nombre."))
        return slug, tuple(found or ())


def as_parameters(query: SearchQuery) -> Mapping[str, list[str]]:
    """The parameters that give the query again, without defaults and without the page: a new choice starts at 1."""
    pairs: dict[str, list[str]] = {
        "q": [query.q],
        **{name: list(values) for name, values in query.chosen().items()},
        "near": [f"{query.near[0]:g},{query.near[1]:g}"] if query.near else [],
        "along": [query.along],
        "within_km": [] if query.within_km is None else [f"{query.within_km:g}"],
        "price_min": [] if query.price_min is None else [str(query.price_min)],
        "price_max": [] if query.price_max is None else [str(query.price_max)],
        "sort": [] if query.sort == "relevance" else [query.sort],
        "page_size": [] if query.page_size == PAGE_SIZE else [str(query.page_size)],
    }
    return {name: values for name, values in pairs.items() if any(values)}
