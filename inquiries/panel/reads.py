"""What of this room an account sees in the panel."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal
from typing import Any

from django.db.models import Count, DecimalField, F, Q, QuerySet, Sum
from django.utils import timezone

from catalog.models import Lot, Supply
from inquiries.answers import RELATED
from inquiries.enums import OPEN, STANDING, TAKEN, OfferStatus
from inquiries.models import Inquiry, Offer, OrderPart
from inquiries.sources import RECENT_DAYS
from producers.enums import Role
from producers.models import NetworkMember, Producer
from producers.panel import Workspace
from routes.models import CircuitOperator

WORTH = Sum(F("quantity") * F("unit_price"), output_field=DecimalField(max_digits=30, decimal_places=3))


def offers(workspace: Workspace) -> Any:
    """Offers the account may answer, of the producers it looks at."""
    mine = Offer.objects.for_user(workspace.user).filter(producer__in=workspace.shown)
    return mine.select_related(*RELATED)


def parts(workspace: Workspace) -> Any:
    """Parts of orders the account may prepare, of the producers it looks at."""
    mine = OrderPart.objects.for_user(workspace.user).filter(producer__in=workspace.shown)
    return mine.select_related("order", "producer__territory")


def lots_for(part: OrderPart) -> dict[int, list[Lot]]:
    """By line: the producer's lots of the line's product, newest first."""
    products = {line.product_id for line in part.lines.all() if line.product_id}
    found: dict[int, list[Lot]] = {}
    for lot in Lot.objects.filter(producer=part.producer_id, product__in=products).order_by("-made_on", "-pk")[:50]:
        found.setdefault(lot.product_id, []).append(lot)
    return {line.pk: found.get(line.product_id or 0, []) for line in part.lines.all()}


def seen_offers(workspace: Workspace) -> Any:
    """Offers made through the account's networks, or to producers of its territories."""
    if not workspace.has(Role.COORDINATOR, Role.TEAM):
        return Offer.objects.none()
    return Offer.objects.filter(Q(network__in=workspace.networks) | Q(producer__territory__in=workspace.territories))


def inquiries(workspace: Workspace) -> QuerySet[Inquiry]:
    """Those in which somebody of the account's networks or territories was asked; the newest first."""
    return Inquiry.objects.filter(pk__in=seen_offers(workspace).values("line__inquiry")).order_by("-created_at")


@dataclass
class Load:
    """What one producer was asked for lately, in figures of the last 90 days."""

    producer: Producer
    waiting: int = 0
    taken: int = 0
    refused: int = 0
    worth: int = 0
    share: int = 0
    """Per cent of the worth of what stands with all the members listed."""


def loads(workspace: Workspace) -> list[Load]:
    """Of every member of the account's networks (and every producer of a team's territories), the busiest first."""
    members = NetworkMember.objects.on().filter(network__in=workspace.networks).values("producer")
    rows = Producer.objects.filter(
        Q(pk__in=members) | Q(territory__in=workspace.territories), live=True
    ).select_related("comuna")
    found = {producer.pk: Load(producer) for producer in rows}
    since = timezone.now() - timedelta(days=RECENT_DAYS)
    figures = (
        Offer.objects.filter(producer__in=list(found), created_at__gte=since)
        .order_by()
        .values("producer")
        .annotate(
            waiting=Count("pk", filter=Q(status__in=OPEN)),
            taken=Count("pk", filter=Q(status__in=TAKEN)),
            refused=Count("pk", filter=Q(status__in=[OfferStatus.DECLINED, OfferStatus.EXPIRED])),
        )
    )
    for row in figures:
        load = found[row["producer"]]
        load.waiting, load.taken, load.refused = row["waiting"], row["taken"], row["refused"]
    standing = Offer.objects.standing().filter(producer__in=list(found), created_at__gte=since).order_by()
    for pk, worth in standing.values_list("producer").annotate(worth=WORTH):
        found[pk].worth = round(worth or Decimal(0))
    total = sum(load.worth for load in found.values())
    for load in found.values():
        load.share = round(load.worth * 100 / total) if total else 0
    return sorted(found.values(), key=lambda load: (-load.worth, -load.taken, load.producer.name))


@dataclass
class Asked:
    """An offer of an inquiry with those it could be given to."""

    offer: Offer
    takers: list[Supply | CircuitOperator] = field(default_factory=list)

    @property
    def can_be_passed_on(self) -> bool:
        return self.offer.status in STANDING and bool(self.takers)


def asked_of(inquiry: Inquiry, workspace: Workspace, *, movable: bool) -> list[Asked]:
    """The inquiry's offers the account sees; with `movable`, each with the others who sell the same."""
    rows = seen_offers(workspace).filter(line__inquiry=inquiry).select_related(*RELATED, "network", "producer__comuna")
    found = [Asked(offer) for offer in rows.order_by("line__number", "-asked", "pk").distinct()]
    if movable:
        _add_takers([asked for asked in found if asked.offer.status in STANDING])
    return found


def _add_takers(found: Iterable[Asked]) -> None:
    """Members of the offer's network, else producers of its producer's territory, who do not hold the line already."""
    for asked in found:
        offer = asked.offer
        holding = Offer.objects.standing().filter(line=offer.line_id).values("producer")
        if offer.network_id:
            members: Any = NetworkMember.objects.on().filter(network=offer.network_id).values("producer")
        else:
            members = Producer.objects.filter(territory=offer.producer.territory_id).values("pk")
        if offer.supply:
            supplies = Supply.objects.active().filter(product=offer.supply.product_id, producer__in=members)
            rows: Any = supplies.exclude(producer__in=holding).select_related("producer").order_by("producer__name")
        else:
            operators = CircuitOperator.objects.active().filter(circuit=offer.line.circuit_id, producer__in=members)
            rows = operators.exclude(producer__in=holding).select_related("producer").order_by("producer__name")
        asked.takers = list(rows[:50])
