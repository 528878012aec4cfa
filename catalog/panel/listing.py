"""The products of a workspace as its list shows them; a fixed number of queries a page."""

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Q, QuerySet

from catalog.enums import Availability
from catalog.models import Product, Supply
from producers.enums import Role
from producers.models import NetworkMember, Producer
from producers.panel import Workspace

from .standing import Standing, in_review, standings

A_PAGE = 20
COLUMNS = (
    "title_es", "title_en", "live", "has_unpublished_changes", "first_published_at", "sale_months", "unit",
    "producer__name", "picture",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Button:
    value: str
    label: str
    pressed: bool


@dataclass(frozen=True, slots=True)
class Tapped:
    """One maker's supply with its three buttons; `maker` is "" where the page is one maker's."""

    supply: Supply
    maker: str
    buttons: tuple[Button, ...]


@dataclass(frozen=True, slots=True)
class Row:
    product: Product
    standing: Standing
    own: bool
    """Whether the page is the workspace's to edit; else it only delivers for somebody else's listing."""
    taps: tuple[Tapped, ...]


def products_of(workspace: Workspace) -> "QuerySet[Product]":
    """Listings of the shown producers, and those they deliver for."""
    shown = workspace.shown.values("pk")
    supplied = Supply.objects.filter(producer__in=shown).values("product")
    return Product.objects.filter(Q(producer__in=shown) | Q(pk__in=supplied)).order_by("title_es", "pk")


def page_of(workspace: Workspace, number: Any) -> tuple[Page, list[Row]]:
    found = products_of(workspace).select_related("producer").only(*COLUMNS)
    page = Paginator(found, A_PAGE).get_page(number)
    products: list[Product] = list(page.object_list)
    return page, rows_of(workspace, products)


def rows_of(workspace: Workspace, products: list[Product]) -> list[Row]:
    standing = standings(products)
    makers = set(workspace.shown.values_list("pk", flat=True))
    several = len(makers) > 1
    supplies: dict[int, list[Tapped]] = {}
    for supply in (
        Supply.objects.filter(product__in=products, producer__in=makers).select_related("producer").order_by("pk")
    ):
        supplies.setdefault(supply.product_id, []).append(tapped(supply, several))
    return [
        Row(product, standing[product.pk], product.producer_id in makers, tuple(supplies.get(product.pk, ())))
        for product in products
    ]


def tapped(supply: Supply, several: bool) -> Tapped:
    now = supply.availability
    buttons = tuple(Button(value.value, str(value.label), value == now) for value in Availability)
    return Tapped(supply, supply.producer.name if several else "", buttons)


def to_review(workspace: Workspace) -> "QuerySet[Product]":
    """Drafts this account may decide about: of its networks' members, of its territories; never its own."""
    if not workspace.has(Role.COORDINATOR, Role.TEAM):
        return Product.objects.none()
    coordinated = [m.network_id for m in workspace.mandates if m.role == Role.COORDINATOR]
    territories = [m.territory_id for m in workspace.mandates if m.role == Role.TEAM]
    members = NetworkMember.objects.on().filter(network__in=coordinated).values("producer")
    theirs = Q(producer__in=members) | Q(territory__in=territories) | Q(producer__territory__in=territories)
    own = Producer.objects.filter(pk__in=workspace.own_producers.values("pk")).values("pk")
    found = Product.objects.filter(theirs, pk__in=in_review()).exclude(producer__in=own)
    return found.select_related("producer").only(*COLUMNS).order_by("pk")
