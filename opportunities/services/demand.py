"""Unmet lines and fruitless searches become proposed opportunities, and stay true to what is unmet."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Count, F, Sum
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.text import slugify
from django.utils.translation import gettext as _

from foundation import audit, locking, outbox, units
from foundation.actors import SYSTEM
from foundation.translated import in_each
from inquiries import wording
from inquiries.enums import GapKind, Rule
from inquiries.models import Inquiry, Unmet
from opportunities import words
from opportunities.demand import Wanted, wanted
from opportunities.enums import STANDING, OpportunityStatus, Origin, Period, RequirementKind
from opportunities.models import FruitlessSearch, Gap, Opportunity, Requirement, UnmetDemand
from opportunities.titles import titles_of
from territories.models import Territory

FRUITLESS_DAYS = 90
"""A word's searches are counted over so many days."""
FRUITLESS_ENOUGH = 5
"""From so many times in vain on, a word is worth the team's look; search tells of each word once a day and place."""


def count_unmet(inquiry: Inquiry) -> list[Opportunity]:
    """Bring the opportunities that the inquiry's unmet lines add to up to what is unmet now; safe to repeat."""
    touched: dict[int, Opportunity] = {}
    with transaction.atomic():
        rows = Unmet.objects.filter(line__inquiry=inquiry).order_by("line__number")
        for unmet in rows.select_related(
            "line__inquiry", "line__product__category", "line__product__territory", "line__product__network",
            "line__category", "line__territory", "line__circuit__territory",
        ):  # fmt: skip
            for opportunity in _count_line(unmet):
                touched[opportunity.pk] = opportunity
        return [recount(opportunity.pk) for _pk, opportunity in sorted(touched.items())]


def _count_line(unmet: Unmet) -> list[Opportunity]:
    """Where the line added to before, and where it adds now."""
    missing = unmet.quantity
    known = UnmetDemand.objects.filter(line=unmet.line).select_related("opportunity").first()
    if known is None and not missing:
        return []
    found = wanted(unmet.line, missing)
    stands = known is not None and (known.opportunity.status in STANDING or not missing)
    opportunity = known.opportunity if known is not None and stands else proposed_for(found, unmet)
    UnmetDemand.objects.update_or_create(
        line=unmet.line,
        defaults={"opportunity": opportunity, "asked": found.asked, "quantity": min(found.missing, found.asked)},
    )
    keep_gaps(opportunity, unmet, found)
    return [opportunity] if known is None else [opportunity, known.opportunity]


def proposed_for(found: Wanted, unmet: Unmet) -> Opportunity:
    """The standing opportunity of this demand, made when there is none."""
    known = Opportunity.objects.standing().filter(demand_key=found.key).first()
    if known is not None:
        return known
    line = unmet.line
    columns = in_each("title", lambda: line.subject[:140])  # until it is counted
    columns |= in_each("summary", lambda: _("Se pidió y nadie alcanzó a hacerlo todo. El territorio lo está mirando."))
    columns |= in_each("demand_what", lambda: line.subject[:120])
    opportunity, made = _propose(
        origin=Origin.UNMET_DEMAND, demand_key=found.key, territory=found.territory, category=found.category,
        demand_unit=found.unit, demand_period=Period.ONCE, demand_quantity=None,
        channels=[line.inquiry.channel] if line.inquiry.channel else [], name=found.subject, **columns,
    )  # fmt: skip
    if not made:
        return opportunity
    if found.product is not None:
        opportunity.products.set([found.product])
        opportunity.networks.set([found.product.network] if found.product.network else [])
        opportunity.save()
    _ask_for(opportunity)
    return opportunity


def _propose(*, name: str, demand_key: str, origin: Origin, **columns: Any) -> tuple[Opportunity, bool]:
    """A draft for the team to look at, and whether it is new: when another worker was quicker, it is theirs."""
    slug = f"se-busca-{slugify(name)[:80]}-{get_random_string(5, 'abcdefghijkmnpqrstuvwxyz23456789')}"
    try:
        with transaction.atomic():
            opportunity = Opportunity.objects.create(
                slug=slug, live=False, has_unpublished_changes=True, origin=origin, demand_key=demand_key, **columns
            )
            audit.record(SYSTEM, "opportunity.proposed", opportunity, origin=origin, key=demand_key)
            outbox.publish("opportunity.proposed", opportunity, key=str(opportunity.pk))
    except IntegrityError:
        return Opportunity.objects.standing().get(demand_key=demand_key), False
    return opportunity, True


def _ask_for(opportunity: Opportunity) -> None:
    """What the demand itself asks of whoever takes it up; how much a month comes with `recount`."""
    asked = []
    if opportunity.territory_id:
        asked.append(Requirement(requirement_kind=RequirementKind.TERRITORY, territory=opportunity.territory))
    if opportunity.category_id:
        asked.append(Requirement(requirement_kind=RequirementKind.CATEGORY, category=opportunity.category))
    asked += [Requirement(requirement_kind=RequirementKind.CHANNEL, channel=value) for value in opportunity.channels]
    for order, requirement in enumerate(asked):
        requirement.opportunity, requirement.order = opportunity, order
    Requirement.objects.bulk_create(asked)


def recount(pk: int) -> Opportunity:
    """Add up what is unmet; while a proposal is only that, it asks for as much, and ends when nothing is left."""
    with transaction.atomic():
        opportunity = locking.lock(Opportunity, pk)
        rows = UnmetDemand.objects.filter(opportunity=opportunity, quantity__gt=0)
        sums = rows.aggregate(total=Sum("quantity"), lines=Count("pk"))
        total, lines = sums["total"] or Decimal(0), sums["lines"]
        if (opportunity.demand_total, opportunity.demand_count) == (total, lines):
            return opportunity
        opportunity.demand_total, opportunity.demand_count = total, lines
        if opportunity.origin == Origin.UNMET_DEMAND and opportunity.status == OpportunityStatus.PROPOSED:
            _follow(opportunity, total)
        opportunity.save()
        audit.record(SYSTEM, "opportunity.counted", opportunity, total=total, lines=lines)
    return opportunity


def _follow(opportunity: Opportunity, total: Decimal) -> None:
    if not total:
        opportunity.status = OpportunityStatus.CLOSED
        return
    opportunity.demand_quantity = total
    if opportunity.latest_revision_id is None:  # nobody has edited it
        for column, text in titles_of(opportunity, total).items():
            setattr(opportunity, column, text)
    Requirement.objects.update_or_create(
        opportunity=opportunity,
        requirement_kind=RequirementKind.CAPACITY,
        defaults={"quantity": total, "unit": opportunity.demand_unit, "order": 9},
    )


def keep_gaps(opportunity: Opportunity, unmet: Unmet, found: Wanted) -> None:
    """The gaps that explain the unmet part, one a kind and rule; that of scale says how much was made of how much."""
    for entry in [gap for gap in unmet.gaps if gap["rule"] != Rule.CAPACITY or gap["kind"] != GapKind.SCALE]:
        count = entry["data"].get("producers") or 1
        _keep_gap(
            opportunity, entry["kind"], f"{entry['kind']}:{entry['rule']}", target=Decimal(count),
            title=in_each("title", lambda e=entry: wording.gap(e, unmet.line.subject)),
            unit=in_each("unit", lambda: _("productores que lo resuelven")),
        )  # fmt: skip
    rows = UnmetDemand.objects.filter(opportunity=opportunity, quantity__gt=0)
    sums = rows.aggregate(asked=Sum("asked"), missing=Sum("quantity"))
    if sums["asked"]:
        _keep_gap(
            opportunity, GapKind.SCALE, "scale", now=sums["asked"] - sums["missing"], target=sums["asked"],
            title=in_each("title", lambda: _("Entre todos no alcanzan a hacer lo que se pide")),
            unit=in_each("unit", lambda: _("%(unit)s de lo pedido") % {"unit": units.name(found.unit, 2)}),
        )  # fmt: skip


def _keep_gap(
    opportunity: Opportunity,
    kind: str,
    key: str,
    *,
    target: Decimal,
    title: dict[str, str],
    unit: dict[str, str],
    now: Decimal = Decimal(0),
) -> None:
    known = Gap.objects.filter(opportunity=opportunity, key=key)
    if not known.exists():
        gap = Gap.objects.create(
            opportunity=opportunity, key=key, gap_kind=kind, opened_by=Origin.UNMET_DEMAND, size_start=now,
            size_now=now, size_target=target, **{name: text[:200] for name, text in (title | unit).items()},
        )  # fmt: skip
        audit.record(SYSTEM, "gap.opened", gap, kind=kind, by=Origin.UNMET_DEMAND)
    elif key == "scale":
        known.open().update(size_start=now, size_now=now, size_target=target, version=F("version") + 1)


def recount_all() -> int:
    """Look again at every line that adds to something: what a missed event left is mended. Answers how many."""
    stale = UnmetDemand.objects.filter(opportunity__status__in=STANDING).select_related("line")
    inquiries = set(stale.values_list("line__inquiry", flat=True))
    for inquiry in Inquiry.objects.filter(pk__in=inquiries).order_by("pk"):
        count_unmet(inquiry)
    for pk in Opportunity.objects.standing().filter(origin=Origin.UNMET_DEMAND).values_list("pk", flat=True):
        recount(pk)  # lines that were erased add to nothing
    return len(inquiries)


def count_search(text: str, *, territory: str = "", day: date | None = None) -> Opportunity | None:
    """Count one search that found nothing; the opportunity it leads to, once enough people looked for the same.

    Not safe to repeat: the handler's message is what makes it count once.
    """
    word = words.normalised(text)
    if not word:
        return None
    day = day or timezone.localdate()
    place = Territory.objects.filter(slug=territory).first() if territory else None
    with transaction.atomic():
        row, _new = FruitlessSearch.objects.get_or_create(word=word, territory=place, day=day)
        FruitlessSearch.objects.filter(pk=row.pk).update(count=F("count") + 1)
        recent = FruitlessSearch.objects.filter(
            word=word, territory=place, day__gt=day - timedelta(days=FRUITLESS_DAYS)
        )
        sums = recent.aggregate(times=Sum("count"), days=Count("pk"))
        if sums["times"] < FRUITLESS_ENOUGH:
            return None
        return _sought(word, place, sums["times"], sums["days"])


def _sought(word: str, place: Territory | None, times: int, days: int) -> Opportunity | None:
    key = f"search:{place.pk if place else '-'}:{word}"
    refused = Opportunity.objects.filter(demand_key=key, status=OpportunityStatus.CLOSED)
    if refused.exists():
        return None  # the team said no once; the same word does not come back by itself
    known = Opportunity.objects.standing().filter(demand_key=key).first()
    if known is None:
        columns = in_each("title", lambda: _("Se busca y no se encuentra: %(word)s") % {"word": word})
        columns |= in_each("summary", lambda: _("Muchas personas lo buscaron aquí y nadie lo ofrece todavía."))
        known, _made = _propose(
            origin=Origin.FRUITLESS_SEARCH, demand_key=key, territory=place, demand_what_es=word,
            demand_what_en=word, name=word, **columns,
        )  # fmt: skip
        Gap.objects.get_or_create(
            opportunity=known, key="offer",
            defaults={
                "gap_kind": GapKind.COMPETITIVENESS, "opened_by": Origin.FRUITLESS_SEARCH, "size_target": 1,
                **in_each("title", lambda: _("Nadie ofrece «%(word)s»") % {"word": word}),
                **in_each("unit", lambda: _("productores que lo ofrecen")),
            },
        )  # fmt: skip
    known = locking.lock(Opportunity, known.pk)
    known.demand_total, known.demand_count = Decimal(times), days
    known.save()
    return known


__all__ = ["count_search", "count_unmet", "proposed_for", "recount", "recount_all"]
