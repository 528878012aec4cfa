"""The official lists: 16 regions and 346 comunas, north to south, as they stood in 2023."""

import json
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path

DATA = Path(__file__).parents[1] / "data"


@dataclass(frozen=True, slots=True)
class Region:
    code: str  # two digits
    numeral: str
    name: str
    short_name: str
    full_name: str  # "Región del Maule"
    order: int  # 1 in the north, 16 in the south


@dataclass(frozen=True, slots=True)
class Comuna:
    """`lat`, `lon` lie well inside; `bbox` is west, south, east, north, None where there is no outline (Antártica)."""

    code: str  # five digits, the CUT
    name: str
    province: str
    region: str  # code
    lat: float
    lon: float
    bbox: tuple[float, float, float, float] | None
    aliases: tuple[str, ...]


@cache
def regions() -> tuple[Region, ...]:
    return tuple(Region(**row) for row in json.loads((DATA / "regions.json").read_text(encoding="utf-8")))


@cache
def comunas() -> tuple[Comuna, ...]:
    rows = json.loads((DATA / "comunas.json").read_text(encoding="utf-8"))
    return tuple(
        Comuna(**{**row, "bbox": tuple(row["bbox"]) if row["bbox"] else None, "aliases": tuple(row["aliases"])})
        for row in rows
    )


@cache
def _by_code() -> dict[str, Comuna]:
    return {c.code: c for c in comunas()}


def region(code: str) -> Region:
    """Raises KeyError for a code that is not a region's."""
    return {r.code: r for r in regions()}[code]


def comuna(code: str) -> Comuna:
    """Raises KeyError for a code that is not a comuna's."""
    return _by_code()[code]


def _plain(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in letters if c.isalnum())


@cache
def _by_name() -> dict[str, Comuna]:
    aliases = {_plain(alias): c for c in comunas() for alias in c.aliases}
    return aliases | {_plain(c.name): c for c in comunas()}


def find_comuna(name: str) -> Comuna | None:
    """The comuna of that name or alias, blind to accents, case, spaces and hyphens. Names of comunas are unique."""
    return _by_name().get(_plain(name))
