"""From what the producers take to one price that adds up to the peso. Nothing is read or written."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from itertools import groupby

from foundation import money
from inquiries import freight, taxes
from inquiries.enums import FreightStatus
from inquiries.freight import Freight
from inquiries.models import Offer
from producers.models import Producer
from routes.distances import Point


@dataclass(frozen=True)
class PooledLine:
    offer: Offer
    net: int
    vat: int


@dataclass(frozen=True)
class PooledPart:
    """What one producer makes of it. `vat` is of its goods and its freight."""

    producer: Producer
    lines: list[PooledLine]
    freight: Freight
    freight_vat: int

    @property
    def net(self) -> int:
        return sum(line.net for line in self.lines)

    @property
    def vat(self) -> int:
        return sum(line.vat for line in self.lines) + self.freight_vat

    @property
    def total(self) -> int:
        return self.net + self.freight.pesos + self.vat

    @property
    def network_id(self) -> int | None:
        return self.lines[0].offer.network_id


@dataclass(frozen=True)
class Pool:
    """The whole; the VAT is worked out once on all of it and then shared, so that no rounding is lost on the way."""

    parts: list[PooledPart]
    vat_percent: int

    @property
    def net(self) -> int:
        return sum(part.net for part in self.parts)

    @property
    def freight(self) -> int:
        return sum(part.freight.pesos for part in self.parts)

    @property
    def vat(self) -> int:
        return sum(part.vat for part in self.parts)

    @property
    def total(self) -> int:
        return self.net + self.freight + self.vat

    @property
    def freight_status(self) -> FreightStatus:
        sent = [part for part in self.parts if freight.travels(line.offer for line in part.lines)]
        if not sent:
            return FreightStatus.NONE
        return FreightStatus.FIXED if all(part.freight.known for part in sent) else FreightStatus.TO_AGREE


def pool(offers: Sequence[Offer], destination: Point | None, day: date) -> Pool:
    """One price for these offers, each with its producer's comuna and its supply's product at hand."""
    by_producer = sorted(offers, key=lambda offer: (offer.producer_id, offer.line_id, offer.pk))
    groups = [list(group) for _pk, group in groupby(by_producer, key=lambda offer: offer.producer_id)]
    freights = [_freight(group, destination, day) for group in groups]
    nets = [[net_of(offer.quantity, offer.unit_price) for offer in group] for group in groups]
    percent = taxes.percent_on(day)
    shares = iter(_shared_vat([net for group in nets for net in group] + [sent.pesos for sent in freights], percent))
    lines = [
        [PooledLine(offer, net, next(shares)) for offer, net in zip(group, amounts, strict=True)]
        for group, amounts in zip(groups, nets, strict=True)
    ]
    parts = [
        PooledPart(group[0].producer, of_it, sent, next(shares))
        for group, of_it, sent in zip(groups, lines, freights, strict=True)
    ]
    return Pool(parts, percent)


def net_of(quantity: Decimal, unit_price: int) -> int:
    """To the nearest peso, half a peso upwards; units of sale are whole, so there is mostly nothing to round."""
    return int((quantity * unit_price).quantize(Decimal(1), rounding=ROUND_HALF_UP))


def _freight(offers: list[Offer], destination: Point | None, day: date) -> Freight:
    if not freight.travels(offers):
        return Freight()
    return freight.price(freight.load_of(offers), freight.point_of(offers[0].producer.comuna), destination, day)


def _shared_vat(amounts: list[int], percent: int) -> list[int]:
    whole = taxes.vat_of(sum(amounts), percent)
    return money.split(whole, amounts) if any(amounts) else [0] * len(amounts)
