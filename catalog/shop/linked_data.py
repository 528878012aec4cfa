"""A product as a schema.org document."""

from typing import Any

from django.utils.translation import gettext as _

from catalog.models import Product
from foundation import months
from producers.holdings import Holding
from producers.linked_data import maker
from territories.linked_data import Document, absolute, pictured

from .prices import PriceTable


def product_document(product: Product, prices: PriceTable, seals: list[Holding], *, on_sale: bool) -> Document:
    """`on_sale` says whether this month is one of those it is sold in."""
    document: Document = {
        "@context": "https://schema.org",
        "@type": "Product",
        "@id": absolute(product.get_absolute_url()),
        "name": product.title,
        "description": product.summary,
        "url": absolute(product.get_absolute_url()),
        "sku": product.slug,
        "category": product.category.name,
        "image": pictured(product.picture),
        "brand": {"@type": "Brand", "name": product.network.name if product.network else product.producer.name},
        "manufacturer": maker(product.producer),
        "countryOfOrigin": {"@type": "Country", "name": "CL"},
        "additionalProperty": _properties(product),
    }
    if prices.lowest is not None:
        document["offers"] = _offers(product, prices, on_sale)
    if seals:
        document["hasCertification"] = [_certification(seal) for seal in seals]
    return document


def _properties(product: Product) -> list[Document]:
    found = [
        (_("Territorio"), product.territory.name),
        (_("Comuna"), product.comuna.name),
        (_("Meses a la venta"), months.in_words(product.sale_months)),
    ]
    return [{"@type": "PropertyValue", "name": name, "value": value} for name, value in found if value]


def _offers(product: Product, prices: PriceTable, on_sale: bool) -> Document:
    availability = "InStock" if on_sale else "OutOfStock"
    if product.made_to_order:
        availability = "MadeToOrder"
    offers: dict[str, Any] = {
        "@type": "AggregateOffer",
        "priceCurrency": "CLP",
        "lowPrice": prices.lowest,
        "highPrice": prices.highest,
        "offerCount": len(prices.rows),
        "availability": f"https://schema.org/{availability}",
    }
    return offers


def _certification(seal: Holding) -> Document:
    return {
        "@type": "Certification",
        "name": seal.name,
        "certificationIdentification": seal.number,
        "issuedBy": {"@type": "Organization", "name": seal.issuer},
        "validFrom": seal.granted_on.isoformat(),
        "expires": seal.expires_on.isoformat(),
        "url": absolute(seal.href),
    }
