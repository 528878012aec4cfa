"""What a basket holds, with today's prices, stock and freight. Three queries for any number of lines."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from math import ceil

from django.db.models import Prefetch
from django.utils import timezone

from catalog.enums import Storage
from catalog.models import Format, PriceTier
from catalog.shop.retail import sellable
from foundation import units
from foundation.units import Unit
from inquiries import freight, taxes
from inquiries.freight import Freight, Load
from producers.models import Producer
from territories.models import Comuna


@dataclass(frozen=True)
class Line:
    """Prices are of one piece, VAT included. `available` is what may be bought now."""

    format: Format
    pieces: int
    unit_price: int
    available: int
    cheaper_from: int = 0
    """Pieces from which one costs `cheaper_price`; 0 when there is no better price."""
    cheaper_price: int = 0

    @property
    def total(self) -> int:
        return self.unit_price * self.pieces

    @property
    def short(self) -> bool:
        return self.pieces > self.available


@dataclass(frozen=True)
class Parcel:
    """What one producer sends. `freight` is known once it is known where it goes."""

    producer: Producer
    lines: Sequence[Line]
    freight: Freight | None = None

    @property
    def goods(self) -> int:
        return sum(line.total for line in self.lines)

    @property
    def freight_to_agree(self) -> bool:
        return self.freight is not None and not self.freight.known

    @property
    def freight_total(self) -> int:
        """VAT included."""
        return self.freight.pesos + self.freight_vat if self.freight else 0

    @property
    def freight_vat(self) -> int:
        return taxes.vat_of(self.freight.pesos, taxes.percent_on(timezone.localdate())) if self.freight else 0

    @property
    def total(self) -> int:
        return self.goods + self.freight_total


@dataclass(frozen=True)
class Shopping:
    parcels: Sequence[Parcel]

    @property
    def lines(self) -> list[Line]:
        return [line for parcel in self.parcels for line in parcel.lines]

    @property
    def goods(self) -> int:
        return sum(parcel.goods for parcel in self.parcels)

    @property
    def goods_seen(self) -> str:
        """Tells one basket from another that comes to the same total."""
        return " ".join(f"{line.format.pk}x{line.pieces}" for line in self.lines)

    @property
    def freight(self) -> int:
        return sum(parcel.freight_total for parcel in self.parcels)

    @property
    def total(self) -> int:
        return self.goods + self.freight

    @property
    def short(self) -> list[Line]:
        return [line for line in self.lines if line.short]

    @property
    def freight_to_agree(self) -> bool:
        return any(parcel.freight_to_agree for parcel in self.parcels)


def price_of(tiers: Sequence[PriceTier], pieces: int) -> int | None:
    """The price of one piece when so many are bought; None when none may be bought in that number."""
    fitting = [tier for tier in tiers if tier.min_quantity <= pieces]
    return max(fitting, key=lambda tier: tier.min_quantity).unit_price if fitting else None


def read(pieces: Mapping[int, int], *, to: Comuna | None = None) -> Shopping:
    """Formats that are gone, not live or without a price are left out; `to` works out the freight as well."""
    found = {row.pk: row for row in formats(list(pieces))}
    by_producer: dict[int, list[Line]] = {}
    makers: dict[int, Producer] = {}
    for pk, count in pieces.items():
        if pk in found and (line := _line(found[pk], count)):
            maker = found[pk].product.producer
            makers[maker.pk] = maker
            by_producer.setdefault(maker.pk, []).append(line)
    day = timezone.localdate()
    return Shopping([_parcel(makers[pk], lines, to, day) for pk, lines in by_producer.items()])


def formats(pks: Sequence[int]) -> "list[Format]":
    """Those on sale by the piece, with product, maker, stock and tiers."""
    tiers = Prefetch("tiers", PriceTier.objects.order_by("min_quantity"))
    rows = Format.objects.filter(pk__in=sellable(pks))
    related = ("product__producer__comuna", "product__producer__territory", "stock")
    return list(rows.select_related(*related).prefetch_related(tiers).order_by("pk"))


def _line(row: Format, count: int) -> Line | None:
    tiers = list(row.tiers.all())
    price = price_of(tiers, count)
    stock = getattr(row, "stock", None)
    if price is None or stock is None:
        return None
    better = next((tier for tier in tiers if tier.min_quantity > count and tier.unit_price < price), None)
    return Line(
        row, count, price, stock.available, better.min_quantity if better else 0, better.unit_price if better else 0
    )


def _parcel(maker: Producer, lines: list[Line], to: Comuna | None, day: date) -> Parcel:
    if to is None:
        return Parcel(maker, lines)
    start, end = freight.point_of(maker.comuna), freight.point_of(to)
    return Parcel(maker, lines, freight.price(load_of(lines), start, end, day))


def load_of(lines: Sequence[Line]) -> Load:
    """By the contents of the formats; where one of them is counted and not weighed, the weight is not known."""
    total, chilled = Decimal(0), False
    for line in lines:
        weight = kilos_of(line.format, line.pieces)
        if weight is None:
            return Load(None)
        total += weight
        chilled |= line.format.product.storage != Storage.AMBIENT
    return Load(ceil(total), chilled)


def kilos_of(row: Format, pieces: int) -> Decimal | None:
    contents = row.size * pieces
    kilos = units.convert(contents, row.product.base_unit, Unit.KG)
    if kilos is not None:
        return kilos
    litres = units.convert(contents, row.product.base_unit, Unit.L)
    return None if litres is None else litres * freight.KILOS_A_LITRE


def without_vat(gross: int, percent: int) -> tuple[int, int]:
    """Net and VAT of a price that includes it; they add up to it. The net is to the nearest peso."""
    net = (gross * 200 + 100 + percent) // (2 * (100 + percent))
    return net, gross - net
