"""Made-up producers: number n of a seed is always the same one."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from random import Random
from typing import Any

from django.utils.text import slugify

from terruno.scatter import point_in

from .names import GIVEN, HOUSES, PLACES, SURNAMES, WOMEN
from .wares import WARES, Ware

DRAFTS = 0.04
"""Share of rows that nobody has published yet."""


@dataclass(frozen=True)
class Ground:
    """A territory as made-up rows need it; `comunas` are codes and names."""

    slug: str
    name: str
    pk: int
    comunas: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Line:
    """A kind of goods and the shelf it stands on."""

    ware: Ware
    family: str
    category_pk: int


@dataclass(frozen=True)
class Maker:
    number: int
    slug: str
    name: str
    person: str
    ground: Ground
    comuna: tuple[str, str]
    lines: tuple[Line, ...]
    live: bool
    seed: int

    @cached_property
    def row(self) -> dict[str, Any]:
        """Its columns."""
        rng = Random(f"{self.seed} maker row {self.number}")
        lat, lon = point_in(self.comuna[0], rng)
        since = rng.randint(1978, 2024)
        ware_es, ware_en = self.lines[0].ware.names[0]
        hat = rng.choice(("chupalla", "gorro", "panuelo", "jockey", "none"))
        return {
            "slug": self.slug,
            "name": self.name,
            "person": self.person,
            "producer_kind": rng.choice(("person", "family", "family", "workshop", "cooperative")),
            "territory_id": self.ground.pk,
            "comuna_id": self.comuna[0],
            "lat": lat,
            "lon": lon,
            "since": since,
            "people": rng.choice((1, 2, 2, 3, 4, 6, 9)),
            "email": f"{self.slug[:50]}@synth.terruno.example",
            "portrait": f"{hat} {'mujer' if self.person.split()[0] in WOMEN else 'hombre'}",
            "summary_es": f"{ware_es} y otros productos de {self.comuna[1]}, desde {since}.",
            "summary_en": f"{ware_en.capitalize()} and other goods from {self.comuna[1]}, since {since}.",
            "story_es": f"{self.person} trabaja en {self.comuna[1]} desde {since} y guarda una parte para pedidos.",
            "story_en": f"{self.person} has worked in {self.comuna[1]} since {since} and keeps a share for orders.",
            "live": self.live,
            "has_unpublished_changes": not self.live,
            "fictional": True,
        }


def maker(seed: int, number: int, grounds: Sequence[Ground], lines: Sequence[Line]) -> Maker:
    rng = Random(f"{seed} maker {number}")
    ground = rng.choice(grounds)
    line = rng.choice(lines)
    also = [other for other in lines if other.family == line.family and other is not line]
    person = f"{rng.choice(GIVEN)} {rng.choice(SURNAMES)}"
    house = rng.choice(HOUSES[line.family])
    name = f"{house} {rng.choice((rng.choice(PLACES), rng.choice(PLACES), f'de {person}', person.split()[1]))}"
    return Maker(
        number=number,
        slug=f"{slugify(name)}-s{seed}-{number}",
        name=name,
        person=person,
        ground=ground,
        comuna=rng.choice(ground.comunas),
        lines=(line, *rng.sample(also, min(1, len(also)))),
        live=rng.random() >= DRAFTS,
        seed=seed,
    )


def shelf_of(slug: str) -> Ware | None:
    return next((ware for ware in WARES if ware.category == slug), None)
