from typing import Any

from catalog.models import Category, Format, PointOfSale, PriceTier, Product, ProductSeal, Supply
from foundation.months import mask
from producers.models import Network, Producer, SealGrant
from territories.models import Territory

from .files import Row, both, read, rows
from .loader import Loader


def load_categories(loader: Loader) -> dict[str, Category]:
    data = read("categories")["categories"]
    families = [row for row in data if not row.get("parent")]
    shelves = loader.put(
        Category, [{"slug": r["slug"], "order": r["order"], **both(r, "name", "description")} for r in families]
    )
    leaves = [
        {"slug": r["slug"], "order": r["order"], "parent": shelves[r["parent"]], **both(r, "name", "description")}
        for r in data
        if r.get("parent")
    ]
    return loader.put(Category, leaves)


def load_products(
    loader: Loader, territories: dict[str, Territory], producers: dict[str, Producer], networks: dict[str, Network]
) -> dict[str, Product]:
    categories = load_categories(loader)
    data = [row for row in rows("products", "products") if row["territory"] in territories]
    network_of = {p["slug"]: p.get("network_slug") for p in rows("producers", "producers")}
    values = []
    for row in data:
        maker = producers[row["producers"][0]]
        network = networks.get(network_of.get(maker.slug) or "")
        values.append(_product(row, categories, territories, maker, network))
    products = loader.put(Product, values)
    _load_formats(loader, data, products)
    _load_supplies(loader, products, producers)
    _load_seals(loader, products)
    return products


def _product(
    row: Row,
    categories: dict[str, Category],
    territories: dict[str, Territory],
    maker: Producer,
    network: Network | None,
) -> dict[str, Any]:
    first = row["formats"][0]
    return {
        "slug": row["slug"],
        "category": categories[row["category"]],
        "territory": territories[row["territory"]],
        "comuna_id": row["comuna_code"],
        "producer": maker,
        "network": network,
        "unit": row["wholesale_unit"],
        "base_unit": row["unit"],
        "unit_size": row["wholesale_size"],
        "unit_name_es": row["wholesale_unit_es"],
        "unit_name_en": row["wholesale_unit_en"],
        "months": mask(row["months"]),
        "sale_months": mask(row["sale_months"]),
        "lead_time_days": row["lead_time_days"],
        "minimum": row["moq"],
        "shelf_life_days": row.get("shelf_life_days"),
        "storage": row.get("storage") or "ambient",
        "alcohol": row["alcohol"],
        "made_to_order": row["made_to_order"],
        "channels": row["channels"],
        "price_from": first["tiers"][0]["unit_price"],
        "price_format_es": first["name_es"],
        "price_format_en": first["name_en"],
        "fictional": True,
        "storage_note_es": row["storage_es"],
        "storage_note_en": row["storage_en"],
        **both(row, "title", "summary", "description", "keywords", "allergens"),
    }


def _load_formats(loader: Loader, data: list[Row], products: dict[str, Product]) -> None:
    formats = [
        {"product": products[row["slug"]], "order": f["order"], "size": f["size"], **both(f, "name")}
        for row in data
        for f in row["formats"]
    ]
    loader.join(Format, formats, "product", "order")
    stored = {(f.product_id, f.order): f for f in Format.objects.filter(product__in=products.values())}
    tiers = [
        {"format": stored[products[row["slug"]].pk, f["order"]], **tier}
        for row in data
        for f in row["formats"]
        for tier in f["tiers"]
        if (products[row["slug"]].pk, f["order"]) in stored
    ]
    loader.join(PriceTier, tiers, "format", "min_quantity")


def _load_supplies(loader: Loader, products: dict[str, Product], producers: dict[str, Producer]) -> None:
    supplies = [
        {
            "product": products[row["product"]],
            "producer": producers[row["producer"]],
            "monthly_capacity": row["monthly_capacity"],
            "minimum": row["minimum"],
            "multiple": row["multiple"],
            "unit_price": row["unit_price_net"],
            "lead_time_days": row["lead_time_days"],
        }
        for row in rows("producers", "supplies")
    ]
    loader.join(Supply, supplies, "product", "producer")


def _load_seals(loader: Loader, products: dict[str, Product]) -> None:
    data = read("seals")["grants"]
    held = SealGrant.objects.filter(number__in=[row["number"] for row in data]).select_related("seal")
    grants = {(grant.seal.slug, grant.number): grant for grant in held}
    sealed = [
        {"product": products[slug], "grant": grants[row["seal"], row["number"]]}
        for row in data
        if (row["seal"], row["number"]) in grants
        for slug in row["products"]
    ]
    loader.join(ProductSeal, sealed, "product", "grant")


def load_points_of_sale(loader: Loader, products: dict[str, Product]) -> None:
    data = read("points_of_sale")["points_of_sale"]
    points = loader.put(
        PointOfSale,
        [
            {
                "slug": r["slug"],
                "point_kind": r["kind"],
                "comuna_id": r["comuna_code"],
                **both(r, "name", "description"),
            }
            for r in data
        ],
    )
    shown = [
        {"pointofsale": points[row["slug"]], "product": products[slug]}
        for row in data
        for slug in row.get("products", [])
    ]
    loader.join(PointOfSale.products.through, shown, "pointofsale", "product")
