"""What the members of a network can deliver and have promised: the figures of the coordinator's page."""

from datetime import date, timedelta
from decimal import Decimal

from django.db.models import DecimalField, F, Sum
from django.utils import timezone

from catalog.models import Supply
from inquiries.models import Offer
from inquiries.sources import RECENT_DAYS
from producers.panel.loads import Load, Loads, register_loads


def loads(producers: list[int], months: list[date]) -> Loads:
    """Three queries, however many members there are."""
    supplies = list(
        Supply.objects.filter(producer__in=producers, paused=False, product__live=True)
        .select_related("product")
        .order_by("product__title_es", "pk")
    )
    promised = _promised([supply.pk for supply in supplies], months)
    rows = [
        Load(
            producer=supply.producer_id,
            what=supply.product.title,
            unit=supply.product.unit,
            month=month,
            capacity=Decimal(_capacity(supply, month)),
            committed=promised.get((supply.pk, month), Decimal(0)),
            price=supply.unit_price,
        )
        for supply in supplies
        for month in months
    ]
    return Loads(rows, _worth(producers))


def _capacity(supply: Supply, month: date) -> int:
    return supply.capacity_in(month.month) if supply.product.sale_months >> (month.month - 1) & 1 else 0


def _promised(supplies: list[int], months: list[date]) -> dict[tuple[int, date], Decimal]:
    standing = Offer.objects.standing().filter(supply__in=supplies, month__in=months).order_by()
    found = standing.values_list("supply", "month").annotate(Sum("quantity"))
    return {(supply, month): quantity for supply, month, quantity in found}


def _worth(producers: list[int]) -> dict[int, Decimal]:
    """The measure of the split's fairness rule: pesos of standing offers of the last days."""
    since = timezone.now() - timedelta(days=RECENT_DAYS)
    recent = Offer.objects.standing().filter(producer__in=producers, created_at__gte=since).order_by()
    worth = Sum(F("quantity") * F("unit_price"), output_field=DecimalField(max_digits=30, decimal_places=3))
    return {pk: Decimal(value) for pk, value in recent.values_list("producer").annotate(worth=worth)}


register_loads(loads)
