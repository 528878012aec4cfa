"""A gap shrinks, and closes, by evidence only; the capacity its closing brought is given to who gained it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from catalog.models import Product, Supply
from catalog.models.supplies import check_capacity
from foundation import audit, locking, outbox
from foundation.actors import Actor
from foundation.models import User
from inquiries.enums import GapKind
from opportunities.enums import GapStatus
from opportunities.models import CapacityRaise, Evidence, Gap, Opportunity

from .errors import NotPossible


@dataclass(frozen=True, slots=True)
class Shown:
    """The document that shows how a gap stands: one of number, url and text at least; `size` in the gap's unit."""

    on: date
    number: str = ""
    url: str = ""
    text: str = ""
    size: Decimal | None = None

    @property
    def says_something(self) -> bool:
        return bool(self.number.strip() or self.url.strip() or self.text.strip())


def add_evidence(actor: Actor | User, gap: Gap, shown: Shown) -> Evidence:
    """Note progress on a gap, which from then on is closing. Raises NotPossible."""
    with transaction.atomic():
        gap = locking.lock(Gap, gap.pk)
        if gap.status == GapStatus.CLOSED:
            raise NotPossible(_("Esa brecha ya está cerrada."))
        evidence = _keep(actor, gap, shown, closes=False)
        gap.status = GapStatus.CLOSING
        _save(actor, gap, "gap.closing", evidence)
    return evidence


def close_gap(
    actor: Actor | User, gap: Gap, shown: Shown, *, capacity: Mapping[int, Sequence[int]] | None = None
) -> Evidence:
    """Close a gap with its evidence, once.

    `capacity` is for a gap of scale: by supply key the twelve monthly capacities its maker has from now on, none below
    what it was. They are applied in the same transaction, so the next inquiry is split over them. Raises NotPossible.
    """
    with transaction.atomic():
        gap = locking.lock(Gap, gap.pk)
        if not gap.can_become(GapStatus.CLOSED):
            raise NotPossible(_("Esa brecha ya está cerrada."))
        if capacity and gap.gap_kind != GapKind.SCALE:
            raise NotPossible(_("Solo el cierre de una brecha de escala trae capacidad nueva."))
        evidence = _keep(actor, gap, shown, closes=True)
        if shown.size is None:
            gap.size_now = gap.size_target
        gap.status, gap.closed_on = GapStatus.CLOSED, shown.on
        _save(actor, gap, "gap.closed", evidence)
        if capacity:
            raise_capacity(actor, evidence, capacity)
    return evidence


def reopen_gap(actor: Actor | User, gap: Gap, *, reason: str) -> Gap:
    """Its evidence did not hold: the gap is open again, and what was shown no longer closes it."""
    with transaction.atomic():
        gap = locking.lock(Gap, gap.pk)
        if gap.status != GapStatus.CLOSED:
            raise NotPossible(_("Esa brecha no está cerrada."))
        gap.evidence.filter(closes=True).update(closes=False)
        gap.status, gap.closed_on = GapStatus.OPEN, None
        _save(actor, gap, "gap.reopened", None, reason=reason)
    return gap


def raise_capacity(
    actor: Actor | User, evidence: Evidence, capacity: Mapping[int, Sequence[int]]
) -> list[CapacityRaise]:
    """Give supplies of the opportunity's products their new capacity, each with what it was. Raises NotPossible."""
    products = set(evidence.gap.opportunity.products.values_list("pk", flat=True))
    found = Supply.objects.filter(pk__in=capacity).order_by("pk").select_for_update(no_key=True, of=("self",))
    supplies = {supply.pk: supply for supply in found}
    if set(capacity) != set(supplies) or any(supply.product_id not in products for supply in supplies.values()):
        raise NotPossible(_("La capacidad nueva es de quienes hacen los productos de esta oportunidad."))
    raises = []
    for pk, supply in supplies.items():
        before, after = list(supply.monthly_capacity), list(capacity[pk])
        _check(before, after)
        raises.append(CapacityRaise(evidence=evidence, supply=supply, before=before, after=after))
        supply.monthly_capacity = after
        supply.save(update_fields=["monthly_capacity"])
        audit.record(actor, "supply.capacity_raised", supply, before=before, after=after, gap=evidence.gap_id)
    CapacityRaise.objects.bulk_create(raises)
    for product in Product.objects.filter(pk__in={supply.product_id for supply in supplies.values()}).order_by("pk"):
        product.touch()
    return raises


def _check(before: list[int], after: list[int]) -> None:
    try:
        check_capacity(after)
    except ValidationError as error:
        raise NotPossible(" ".join(error.messages)) from error
    if any(new < old for old, new in zip(before, after, strict=True)) or before == after:
        raise NotPossible(_("Una brecha que se cierra no baja la capacidad de ningún mes, y sube la de alguno."))


def _keep(actor: Actor | User, gap: Gap, shown: Shown, *, closes: bool) -> Evidence:
    if not shown.says_something:
        raise NotPossible(_("Una brecha se cierra con respaldo: número, dirección o qué muestra el documento."))
    if shown.size is not None:
        gap.size_now = shown.size
    return Evidence.objects.create(
        gap=gap, number=shown.number, url=shown.url, text=shown.text, size=shown.size, on=shown.on, closes=closes,
        checked_by=actor if isinstance(actor, User) else None,
    )  # fmt: skip


def _save(actor: Actor | User, gap: Gap, verb: str, evidence: Evidence | None, **facts: object) -> None:
    gap.version += 1
    gap.save()
    audit.record(actor, verb, gap, evidence=evidence.pk if evidence else None, size=gap.size_now, **facts)
    outbox.publish(verb, gap, key=f"{gap.pk}:{gap.version}")
    Opportunity.objects.get(pk=gap.opportunity_id).touch()
