"""Who can take an opportunity: each requirement looked at for a producer, or for a network as if it were one.

A network takes part with those members who meet alone all that must be met alone (seal, trade, course …); what is
pooled (capacity, people) is the sum of theirs.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from catalog.models import Product, Supply
from opportunities.enums import POOLED, RequirementKind
from opportunities.models import Opportunity, Requirement
from opportunities.services.attendance import passed_by
from producers.models import Network, NetworkMember, Producer, SealGrant

from . import fit_words


class Verdict(TextChoices):
    MET = "met", _("Cumple")
    NOT_MET = "not_met", _("Le falta")
    UNKNOWN = "unknown", _("No se sabe")


@dataclass(frozen=True, slots=True)
class Made:
    """One product a producer can deliver."""

    product: Product
    categories: frozenset[int]
    capacity: Decimal
    """A month in season, in the product's unit of sale: the mean of the months in which it makes any."""
    lead_time_days: int


@dataclass(slots=True)
class Facts:
    """All that the check looks at of one producer."""

    producer: Producer
    made: list[Made] = field(default_factory=list)
    seals: set[int] = field(default_factory=set)
    courses: dict[int, bool] = field(default_factory=dict)
    """Finished courses they took part in: passed or not."""


@dataclass(frozen=True, slots=True)
class Check:
    """One requirement: how it stands, with the figure it was judged by and the reason in words."""

    requirement: Requirement
    verdict: Verdict
    asked: str
    figure: str
    reason: str


@dataclass(frozen=True, slots=True)
class Fit:
    name: str
    href: str
    checks: list[Check]
    members: int = 0
    """Of a network: how many of its members it would take part with."""

    @property
    def met(self) -> int:
        return sum(check.verdict == Verdict.MET for check in self.checks)

    @property
    def whole(self) -> bool:
        return self.met == len(self.checks)

    @property
    def lacks(self) -> list[Check]:
        return [check for check in self.checks if check.verdict != Verdict.MET]


def of_producers(opportunity: Opportunity, producers: Iterable[Producer]) -> list[Fit]:
    """One fit a producer, in the order given; a fixed number of queries however many."""
    asked = requirements_of(opportunity)
    known = facts_of(list(producers))
    return [
        Fit(facts.producer.name, facts.producer.get_absolute_url(), [check(one, facts) for one in asked])
        for facts in known
    ]


def of_networks(opportunity: Opportunity, networks: Sequence[Network]) -> list[Fit]:
    asked = requirements_of(opportunity)
    joined = NetworkMember.objects.on().filter(network__in=networks, producer__live=True).select_related("producer")
    members: dict[int, list[Producer]] = {}
    for row in joined.order_by("producer__name"):
        members.setdefault(row.network_id, []).append(row.producer)
    everybody = {p.pk: p for of in members.values() for p in of}
    known = {facts.producer.pk: facts for facts in facts_of(list(everybody.values()))}
    return [_pooled(network, asked, [known[p.pk] for p in members.get(network.pk, [])]) for network in networks]


def requirements_of(opportunity: Opportunity) -> list[Requirement]:
    rows = opportunity.requirements.select_related("seal", "category", "territory", "course").order_by("order", "pk")
    asked = list(rows)
    for one in asked:
        one.opportunity = opportunity  # whose products are then read once
    return asked


def facts_of(producers: Sequence[Producer]) -> list[Facts]:
    """What is known of these producers; three queries."""
    known = {producer.pk: Facts(producer) for producer in producers}
    supplies = Supply.objects.filter(producer__in=known, paused=False, product__live=True)
    for supply in supplies.select_related("product__category").order_by("pk"):
        category = supply.product.category
        months = [units for units in supply.monthly_capacity if units]
        known[supply.producer_id].made.append(
            Made(
                product=supply.product,
                categories=frozenset({category.pk, category.parent_id or category.pk}),
                capacity=Decimal(sum(months)) / len(months) if months else Decimal(0),
                lead_time_days=supply.lead_time_days,
            )
        )
    for producer, seal in SealGrant.objects.valid().filter(producer__in=known).values_list("producer", "seal"):
        known[producer].seals.add(seal)
    for (producer, course), passed in passed_by(known).items():
        known[producer].courses[course] = passed
    return list(known.values())


def check(asked: Requirement, facts: Facts) -> Check:
    """One requirement for one producer."""
    verdict, figure, reason = fit_words.explain(asked, *judge(asked, facts))
    return Check(asked, Verdict(verdict), fit_words.asked(asked), figure, reason)


def judge(asked: Requirement, facts: Facts) -> tuple[Verdict, Decimal | None]:
    """How it stands, with the number it was judged by (None where there is nothing to count)."""
    kind = RequirementKind(asked.requirement_kind)
    match kind:
        case RequirementKind.TERRITORY:
            return _if(facts.producer.territory_id == asked.territory_id), None
        case RequirementKind.SEAL:
            return _if(asked.seal_id in facts.seals), None
        case RequirementKind.PEOPLE:
            people = Decimal(facts.producer.people)
            return _if(people >= needed(asked)), people
        case RequirementKind.TRAINING:
            passed = facts.courses.get(asked.course_id or 0)
            return (Verdict.UNKNOWN if passed is None else _if(passed)), None
    if not facts.made:
        return Verdict.UNKNOWN, None  # nothing published: it says nothing of what they can do
    match kind:
        case RequirementKind.CATEGORY:
            return _if(any(asked.category_id in made.categories for made in facts.made)), None
        case RequirementKind.CHANNEL:
            return _if(any(asked.channel in made.product.channels for made in facts.made)), None
        case RequirementKind.LEAD_TIME:
            days = min(made.lead_time_days for made in _relevant(asked, facts))
            return _if(days <= needed(asked)), Decimal(days)
    capacity = capacity_of(asked, facts)
    return (Verdict.UNKNOWN, None) if capacity is None else (_if(capacity >= needed(asked)), capacity)


def needed(asked: Requirement) -> Decimal:
    return asked.quantity or Decimal(0)


def capacity_of(asked: Requirement, facts: Facts) -> Decimal | None:
    """What they make a month in season, in the requirement's unit; None when nothing of theirs is measured so."""
    sizes = []
    for made in _relevant(asked, facts):
        try:
            sizes.append(made.product.out_of_units(made.capacity, asked.unit))
        except ValueError:
            continue
    return sum(sizes, Decimal(0)).quantize(Decimal(1)) if sizes else None


def _relevant(asked: Requirement, facts: Facts) -> list[Made]:
    """The products it is about: those of the requirement's category, else of the opportunity, else all."""
    if asked.category_id:
        return [made for made in facts.made if asked.category_id in made.categories]
    named = asked.opportunity.product_ids()
    return [made for made in facts.made if made.product.pk in named] or facts.made


def _if(true: bool) -> Verdict:
    return Verdict.MET if true else Verdict.NOT_MET


def _pooled(network: Network, asked: Sequence[Requirement], members: Sequence[Facts]) -> Fit:
    alone = [one for one in asked if one.requirement_kind not in POOLED]
    able = [facts for facts in members if all(judge(one, facts)[0] == Verdict.MET for one in alone)]
    checks = [
        _check_pool(one, able) if one.requirement_kind in POOLED else _check_members(one, members) for one in asked
    ]
    return Fit(network.name, network.get_absolute_url(), checks, len(able))


def _check_members(asked: Requirement, members: Sequence[Facts]) -> Check:
    """What each must meet alone: met when at least one of them does."""
    verdicts = [judge(asked, facts)[0] for facts in members]
    count = verdicts.count(Verdict.MET)
    verdict = (
        Verdict.MET if count else Verdict.UNKNOWN if Verdict.UNKNOWN in verdicts or not members else Verdict.NOT_MET
    )
    figure, reason = fit_words.of_members(count, len(members))
    return Check(asked, verdict, fit_words.asked(asked), figure, reason)


def _check_pool(asked: Requirement, able: Sequence[Facts]) -> Check:
    amounts = [judge(asked, facts)[1] for facts in able]
    known = [amount for amount in amounts if amount is not None]
    total = sum(known, Decimal(0))
    verdict = _if(total >= needed(asked)) if known else Verdict.UNKNOWN if able else Verdict.NOT_MET
    figure, reason = fit_words.of_pool(asked, verdict, total if known else None, len(able))
    return Check(asked, verdict, fit_words.asked(asked), figure, reason)
