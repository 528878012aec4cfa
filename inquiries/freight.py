"""What it costs to bring a producer's part to the buyer: a price by weight and distance, the same for everybody.

    freight = base of the distance's band + Σ kilos in each weight's band · its price a kilo, 40 % more when chilled

rounded up to ten pesos, net of VAT. The distance is that of `routes.distances` from the producer's comuna to the point
where it goes. Where the place or the weight is not known well enough, the freight is to be agreed and counts as 0.
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from math import ceil

from catalog.enums import Storage
from catalog.models import Product
from foundation import units
from foundation.units import Unit
from inquiries.models import Inquiry, Offer
from routes.distances import Point, road_km
from territories import ground
from territories.ground import Comuna as Known
from territories.models import Comuna

CHILLED_PERCENT = 140
KILOS_A_LITRE = Decimal("1.4")
"""With its bottle or jar."""
WITHOUT_A_ROAD = frozenset({"05201", "05104", "12202"})
"""Comunas no lorry reaches: Isla de Pascua, Juan Fernández, Antártica."""


@dataclass(frozen=True)
class Band:
    """Up to so many kilometres: a base for the shipment, and a price for each kilo of the bands in `KILOS`."""

    up_to_km: int
    base: int
    per_kilo: tuple[int, int, int]


KILOS = (50, 500, 1_000_000_000)
FAR = 1_000_000
TARIFFS: tuple[tuple[date, tuple[Band, ...]], ...] = (
    (
        date(2026, 1, 1),
        (
            Band(60, 4_000, (90, 60, 40)),
            Band(250, 6_000, (140, 90, 60)),
            Band(600, 8_000, (210, 140, 95)),
            Band(1_200, 10_000, (300, 210, 150)),
            Band(FAR, 14_000, (430, 320, 240)),
        ),
    ),
)
"""The house's reference rates, from that day on; a new table goes below with its day."""


@dataclass(frozen=True)
class Load:
    """What a producer sends: whole kilos, None when it cannot be told; `chilled` when any of it must stay cold."""

    kilos: int | None
    chilled: bool = False


@dataclass(frozen=True)
class Freight:
    """`pesos` net; kilos and kilometres are what it was worked out from, None where it is to be agreed."""

    pesos: int = 0
    kilos: int | None = None
    km: int | None = None

    @property
    def known(self) -> bool:
        return self.km is not None


def price(load: Load, start: Point | None, end: Point | None, day: date) -> Freight:
    """From the producer's point to the buyer's, by the rates of the day."""
    if load.kilos is None or start is None or end is None:
        return Freight()
    km = ceil(road_km(start, end))
    return Freight(rate(load, km, day), load.kilos, km)


def rate(load: Load, km: int, day: date) -> int:
    """What so many kilometres cost by the table of the day; whole pesos, net."""
    bands = next((bands for since, bands in reversed(TARIFFS) if day >= since), TARIFFS[0][1])
    band = next(band for band in bands if km <= band.up_to_km)
    pesos, below = band.base, 0
    for most, a_kilo in zip(KILOS, band.per_kilo, strict=True):
        pesos += max(0, min(load.kilos or 0, most) - below) * a_kilo
        below = most
    hundredths = pesos * (CHILLED_PERCENT if load.chilled else 100)
    return ceil(hundredths / 1000) * 10


def load_of(offers: Iterable[Offer]) -> Load:
    """What these offers of one producer weigh together; a single one of unknown weight makes all of it unknown."""
    total, chilled = Decimal(0), False
    for offer in offers:
        if offer.supply is None:
            continue
        product = offer.supply.product
        weight = kilos_of(product, offer.quantity)
        if weight is None:
            return Load(None)
        total += weight
        chilled |= product.storage != Storage.AMBIENT
    return Load(ceil(total), chilled)


def kilos_of(product: Product, quantity: Decimal) -> Decimal | None:
    """The weight of so many units of sale; None for things that are counted, not weighed or poured."""
    for measured, a_unit in ((product.base_unit, product.unit_size), (product.unit, Decimal(1))):
        kilos = units.convert(quantity * a_unit, measured, Unit.KG)
        if kilos is not None:
            return kilos
        litres = units.convert(quantity * a_unit, measured, Unit.L)
        if litres is not None:
            return litres * KILOS_A_LITRE
    return None


def travels(offers: Iterable[Offer]) -> bool:
    """Whether there is anything to send: visitors come by themselves."""
    return any(offer.supply_id for offer in offers)


def destination_of(inquiry: Inquiry) -> Point | None:
    """Where an inquiry's goods go: the point given, else the comuna named, else the capital of the region named."""
    if inquiry.destination_country != "CL":
        return None
    if inquiry.destination_lat is not None and inquiry.destination_lon is not None:
        return inquiry.destination_lat, inquiry.destination_lon
    return place_named(inquiry.destination_region)


NEAR_KM = 60
"""A freight that was worked out for one point also holds this far around it."""


def reaches(point: Point, comuna: Known) -> bool:
    """Whether a freight to the point also brings it to that comuna: of the same region, or near by."""
    if comuna.code in WITHOUT_A_ROAD:
        return False
    there = ground.comuna_at(*point)
    same = there is not None and ground.comuna(there).region == comuna.region
    return same or road_km(point, (comuna.lat, comuna.lon)) <= NEAR_KM


def place_named(text: str) -> Point | None:
    words = _plain(text)
    if not words:
        return None
    for region in ground.regions():
        names = {_plain(name) for name in (region.name, region.short_name, region.full_name)}
        if words in names or (len(words) > 5 and any(name.startswith(words) for name in names)):
            capital = ground.comuna(f"{region.code}101")
            return capital.lat, capital.lon
    comuna = ground.find_comuna(text)
    return point_of(comuna) if comuna else None


def point_of(comuna: Comuna | Known) -> Point | None:
    return None if comuna.code in WITHOUT_A_ROAD else (comuna.lat, comuna.lon)


def _plain(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.casefold())
    words = "".join(char if char.isalnum() else " " for char in letters if not unicodedata.combining(char)).split()
    return " ".join(word for word in words if word not in {"region", "de", "del", "la", "los", "lo"})
