"""An opportunity: what is asked, by whom, what stands in the way, who can take it, and what is being learnt for it."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from catalog.models import Product
from opportunities import cards, fit, sections
from opportunities.enums import CourseStatus, OpportunityStatus
from opportunities.models import Course, Evidence, Gap, Opportunity, UnmetDemand
from producers.models import Network, Producer
from territories.cards import Crumb
from territories.linked_data import breadcrumbs

MOST_PRODUCERS = 8
MOST_NETWORKS = 4


@dataclass(frozen=True, slots=True)
class ShownGap:
    gap: Gap
    evidence: list[Evidence]
    percent: int


def opportunity_page(opportunity: Opportunity) -> dict[str, Any]:
    territory = opportunity.territory
    crumbs = [Crumb(_("Oportunidades"), reverse("opportunity-list"))]
    if territory is not None:
        crumbs.insert(0, Crumb(territory.name, reverse("territory", args=[territory.slug])))
    products = products_of(opportunity)
    gaps = gaps_of(opportunity)
    return {
        "section": "opportunities",
        "record": opportunity,
        "opportunity": opportunity,
        "territory": territory,
        "inks": territory.inks if territory else "",
        "crumbs": crumbs,
        "demand": demand_of(opportunity),
        "promise": cards.promise(opportunity.expected_jobs, opportunity.expected_sales),
        "unmet": unmet_of(opportunity),
        "products": products,
        "gaps": gaps,
        "gaps_closed": sum(shown.gap.status == "closed" for shown in gaps),
        "fits": fits_of(opportunity),
        "courses": Course.objects.shown().filter(opportunity=opportunity.pk).order_by("-pk"),
        "takes": opportunity.status == OpportunityStatus.OPEN,
        "running": CourseStatus.RUNNING,
        "sections": sections.opportunity_page.shown(opportunity),
        "documents": [breadcrumbs(crumbs, opportunity)],
    }


def demand_of(opportunity: Opportunity) -> str:
    return cards.demand(
        opportunity.demand_quantity, opportunity.demand_unit, opportunity.demand_period, opportunity.demand_what,
        opportunity.origin, opportunity.demand_total, opportunity.demand_count,
    )  # fmt: skip


def products_of(opportunity: Opportunity) -> list[Product]:
    """The published products it is about, whose keys the fit check reads again."""
    found = list(opportunity.products.select_related("territory", "producer"))
    opportunity.know_products(product.pk for product in found)
    return [product for product in found if product.live]


def unmet_of(opportunity: Opportunity) -> int:
    """In how many lines of inquiries it was asked for and found nobody."""
    return UnmetDemand.objects.filter(opportunity=opportunity.pk, quantity__gt=0).count() if opportunity.pk else 0


def gaps_of(opportunity: Opportunity) -> list[ShownGap]:
    found = Gap.objects.filter(opportunity=opportunity.pk).order_by("pk")
    return [
        ShownGap(gap, list(gap.evidence.all()), round(gap.share * 100))
        for gap in found.prefetch_related(Prefetch("evidence", Evidence.objects.order_by("on", "pk")))
    ]


def fits_of(opportunity: Opportunity) -> list[fit.Fit]:
    """Its networks, then the makers of its products; those who lack least first."""
    networks = list(opportunity.networks.filter(live=True).order_by("name")[:MOST_NETWORKS])
    makers = Producer.objects.live().filter(
        Q(supplies__product__in=opportunity.product_ids(), supplies__paused=False)
        | Q(products__in=opportunity.product_ids())
    )
    producers = list(makers.distinct().order_by("name")[:MOST_PRODUCERS])
    return [
        *sorted(fit.of_networks(opportunity, networks), key=lambda one: -one.met),
        *sorted(fit.of_producers(opportunity, producers), key=lambda one: -one.met),
    ]


def network_fits(opportunity: Opportunity, network: Network) -> fit.Fit:
    return fit.of_networks(opportunity, [network])[0]
