"""Products for other programs."""

from typing import Any

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from ninja import Query, Router, Schema
from pydantic import Field

from foundation import months, units
from producers.api import SealOut, seal_row
from territories import listing
from territories.listing import ABSENT, REFUSED, Language, Listed, Named, Page, Paging

from .models import Product
from .shop.page import points_of_sale, seals_of
from .shop.prices import FormatTiers, formats_of

router = Router(tags=["products"])


class ProductFilters(Paging):
    territory: str | None = Field(None, max_length=120, description="Slug of a territory")
    category: str | None = Field(None, max_length=80, description="Slug of a category or of a family of them")
    month: int | None = Field(None, ge=1, le=12, description="On sale in this month")


class ProductOut(Listed):
    territory: Named
    comuna: str = Field(examples=["Río Hurtado"])
    category: Named
    producer: Named
    network: Named | None
    sale_months: list[int] = Field(examples=[[9, 10, 11]])
    price: int | None = Field(description="Of the first format, whole pesos, VAT included", examples=[12990])
    price_format: str = Field(examples=["Pieza de 400 g"])
    currency: str = "CLP"
    fictional: bool = Field(description="Names and figures made up for the demonstration")


class ProductPage(Page):
    results: list[ProductOut]


class TierOut(Schema):
    min_quantity: int = Field(examples=[6])
    unit_price: int = Field(description="Whole pesos a piece, VAT included", examples=[11900])


class FormatOut(Schema):
    name: str
    size: str = Field(description="Decimal text, in `base_unit`", examples=["0.4"])
    tiers: list[TierOut]


class ProductDetail(ProductOut):
    description: str
    harvest_months: list[int]
    unit: str = Field(description="Unit of wholesale orders", examples=["kg"])
    base_unit: str = Field(examples=["kg"])
    unit_size: str = Field(description="How many `base_unit` one `unit` holds", examples=["1"])
    minimum: str = Field(description="Smallest wholesale order, decimal text in `unit`", examples=["20"])
    lead_time_days: int
    shelf_life_days: int | None
    storage: str = Field(examples=["chilled"])
    storage_note: str
    allergens: str
    alcohol: bool
    made_to_order: bool
    channels: list[str] = Field(examples=[["direct", "shop"]])
    formats: list[FormatOut]
    seals: list[SealOut] = Field(description="Valid today")
    points_of_sale: list[Named]


@router.get("/products", response={200: ProductPage, **REFUSED}, summary="Products")
def products(request: HttpRequest, filters: Query[ProductFilters]) -> HttpResponse:
    found = (
        Product.objects.live().order_by("pk").select_related("territory", "comuna", "category", "producer", "network")
    )
    if filters.territory:
        found = found.filter(territory__slug=filters.territory)
    if filters.category:
        found = found.filter(Q(category__slug=filters.category) | Q(category__parent__slug=filters.category))
    if filters.month:
        found = found.in_season(filters.month)
    return listing.page_of(found, filters, row)


@router.get("/products/{slug}", response={200: ProductDetail, **ABSENT}, summary="A product with its prices and seals")
def product(request: HttpRequest, slug: str, lang: Language = "es") -> HttpResponse:
    return listing.one_of(Product.objects.live().for_page(), slug, lang, detail)


def row(product: Product) -> dict[str, Any]:
    network = product.network if product.network and product.network.live else None
    return listing.listed(product) | {
        "territory": listing.named(product.territory),
        "comuna": product.comuna.name,
        "category": {"slug": product.category.slug, "name": product.category.name},
        "producer": {"slug": product.producer.slug, "name": product.producer.name},
        "network": {"slug": network.slug, "name": network.name} if network else None,
        "sale_months": months.months(product.sale_months),
        "price": product.price_from,
        "price_format": product.price_format,
        "currency": "CLP",
        "fictional": product.fictional,
    }


def detail(product: Product) -> dict[str, Any]:
    return row(product) | {
        "description": product.description,
        "harvest_months": months.months(product.months),
        "unit": product.unit,
        "base_unit": product.base_unit,
        "unit_size": units.plain(product.unit_size),
        "minimum": units.plain(product.minimum),
        "lead_time_days": product.lead_time_days,
        "shelf_life_days": product.shelf_life_days,
        "storage": product.storage,
        "storage_note": product.storage_note,
        "allergens": product.allergens,
        "alcohol": product.alcohol,
        "made_to_order": product.made_to_order,
        "channels": product.channels,
        "formats": [format_row(entry) for entry in formats_of(product)],
        "seals": [seal_row(held) for held in seals_of(product)],
        "points_of_sale": [{"slug": point.slug, "name": point.name} for point in points_of_sale(product)],
    }


def format_row(entry: FormatTiers) -> dict[str, Any]:
    return {
        "name": entry.name,
        "size": units.plain(entry.size),
        "tiers": [{"min_quantity": fewest, "unit_price": price} for fewest, price in entry.tiers],
    }
