"""Whom a figure is about: a territory, a region with its territories, or the country."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from governance.enums import Level
from territories.ground import register
from territories.models import Territory, TerritoryComuna, TerritoryStatus

NATION = "chile"
REGION = "region-"
REGIONS_OF_2005 = ("01", "02", "03", "04", "05", "13", "06", "07", "08", "09", "10", "11", "12")
"""The thirteen regions of the programme's years, north to south; three more were made after 2005."""


@dataclass(frozen=True)
class Spot:
    """A territory as dashboards know it; `region` is where most of its comunas are today."""

    pk: int
    slug: str
    name: str
    inks: str
    latitude: float
    region: str
    comunas: int
    operating: bool


@dataclass(frozen=True)
class Scope:
    """`territories` is None for the whole country, which counts rows of no territory too."""

    level: Level
    slug: str
    territories: tuple[int, ...] | None = None
    region: str = ""
    name: str = ""
    inks: str = ""

    @property
    def label(self) -> str:
        return self.name or _("Chile")

    @property
    def columns(self) -> dict[str, Any]:
        """The columns of `Placed` that say the same."""
        territory = self.territories[0] if self.level == Level.TERRITORIAL and self.territories else None
        return {"level": self.level, "region": self.region or None, "territory": territory}


COUNTRY = Scope(Level.NATIONAL, NATION)


@dataclass(frozen=True)
class Atlas:
    """All live territories north to south, with the regions they are in. Two queries: see `read`."""

    spots: tuple[Spot, ...]

    def scope(self, slug: str) -> Scope | None:
        """`chile`, `region-coquimbo` or a territory's slug; None when there is no such place."""
        if slug == NATION:
            return COUNTRY
        if slug.startswith(REGION):
            code = region_code(slug.removeprefix(REGION))
            return self.of_region(code) if code else None
        spot = next((spot for spot in self.spots if spot.slug == slug), None)
        return self.of_spot(spot) if spot else None

    def of_region(self, code: str) -> Scope:
        inside = tuple(spot.pk for spot in self.spots if spot.region == code)
        name = register.region(code).full_name
        return Scope(Level.REGIONAL, f"{REGION}{region_slug(code)}", inside, code, name)

    def of_spot(self, spot: Spot) -> Scope:
        return Scope(Level.TERRITORIAL, spot.slug, (spot.pk,), "", spot.name, spot.inks)

    def of(self, placed: Any) -> Scope:
        """The scope of a row that is `Placed`."""
        if placed.territory_id is not None:
            spot = next((spot for spot in self.spots if spot.pk == placed.territory_id), None)
            territory = placed.territory
            return (
                self.of_spot(spot)
                if spot
                else Scope(Level.TERRITORIAL, territory.slug, (territory.pk,), "", territory.name, territory.inks)
            )
        return self.of_region(placed.region_id) if placed.region_id else COUNTRY

    def inside(self, scope: Scope) -> list[Spot]:
        """Its territories, north to south."""
        return [spot for spot in self.spots if scope.territories is None or spot.pk in scope.territories]


def read() -> Atlas:
    found: dict[int, Counter[str]] = {}
    memberships = TerritoryComuna.objects.on(timezone.localdate()).values_list("territory", "comuna__region")
    for territory, region in memberships:
        found.setdefault(territory, Counter())[region] += 1
    rows = Territory.objects.live().north_to_south()
    columns = rows.values_list("pk", "slug", "name", "palette", "latitude", "status")
    return Atlas(tuple(_spot(row, found.get(row[0], Counter())) for row in columns))


def _spot(row: tuple[Any, ...], regions: Counter[str]) -> Spot:
    pk, slug, name, palette, latitude, status = row
    region = min(regions, key=lambda code: (-regions[code], code)) if regions else ""
    operating = status == TerritoryStatus.OPERATING
    return Spot(pk, slug, name, palette or slug, latitude, region, sum(regions.values()), operating)


def region_slug(code: str) -> str:
    """«O'Higgins» → ohiggins."""
    return slugify(register.region(code).short_name.replace("'", ""))


def region_code(slug: str) -> str | None:
    return next((region.code for region in register.regions() if region_slug(region.code) == slug), None)
