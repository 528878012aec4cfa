"""What a maker says of what they can deliver; it holds at once, on the page and in the routing of inquiries."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from catalog.enums import Availability
from catalog.models import Product, Supply
from foundation import audit, locking, months
from foundation.actors import Actor
from foundation.models import User
from producers.models import Producer

from .drafts import carry_into_drafts


@dataclass(frozen=True, slots=True)
class Terms:
    """A maker's wholesale terms in the product's unit of sale; `unit_price` in whole pesos, net of VAT."""

    unit_price: int
    minimum: int
    lead_time_days: int
    capacity: Sequence[int]
    """Twelve numbers, January first."""
    multiple: int = 1


@dataclass(frozen=True, slots=True)
class Tap:
    """What one tap changed, enough to take it back."""

    supply: Supply
    before: Availability
    after: Availability
    added_month: int | None
    """The month that came into the product's season with it."""


def set_availability(actor: Actor | User, supply: Supply, to: Availability, *, without_month: int | None = None) -> Tap:
    """Say «en temporada», «agotado» or «en pausa» of one maker's supply. The same tap twice changes nothing.

    «En temporada» said by who answers for the listing brings this month into its season. `without_month` takes a month
    out again, for the tap that undoes one.
    """
    with transaction.atomic():
        product, supply = _locked(supply)
        before = supply.availability
        months_before = product.sale_months
        season = _season_after(product, supply, to, without_month)
        if to == before and season == months_before:
            return Tap(supply, before, to, None)
        supply.paused = to == Availability.PAUSED
        supply.sold_out_in = timezone.localdate().replace(day=1) if to == Availability.SOLD_OUT else None
        supply.save(update_fields=["paused", "sold_out_in"])
        product.sale_months = season
        product.save(update_fields=["sale_months"])
        carry_into_drafts(product, supply, sale_months=season)
        audit.record(actor, f"supply.{to.value}", supply, product=product.pk, before=before)
        added = timezone.localdate().month if season & ~months_before else None
    return Tap(supply, before, to, added)


def _season_after(product: Product, supply: Supply, to: Availability, without_month: int | None) -> int:
    if supply.producer_id != product.producer_id:
        return product.sale_months
    season = product.sale_months
    if without_month is not None:
        season &= ~months.mask([without_month])
    elif to == Availability.IN_SEASON:
        season |= months.mask([timezone.localdate().month])
    return season


def set_terms(actor: Actor | User, product: Product, producer: Producer, terms: Terms) -> Supply:
    """Keep what the producer can deliver of the product; their first terms make the supply."""
    with transaction.atomic():
        product = locking.lock(Product, product.pk)
        supply = product.supplies.filter(producer=producer).first() or Supply(product=product, producer=producer)
        supply.unit_price = terms.unit_price
        supply.minimum = terms.minimum
        supply.multiple = terms.multiple
        supply.lead_time_days = terms.lead_time_days
        supply.monthly_capacity = [int(quantity) for quantity in terms.capacity]
        supply.full_clean()
        supply.save()
        product.touch()
        carry_into_drafts(product, supply)
        audit.record(actor, "supply.terms", supply, product=product.pk, capacity=supply.monthly_capacity)
    return supply


def _locked(supply: Supply) -> tuple[Product, Supply]:
    """The product first, always: whoever publishes it holds it too."""
    product = locking.lock(Product, supply.product_id)
    return product, locking.lock(Supply, supply.pk)
