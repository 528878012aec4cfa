"""A lot as a schema.org document."""

from django.utils.translation import gettext as _

from catalog.models import Lot
from producers.holdings import Holding
from producers.linked_data import maker
from territories.linked_data import Document, absolute, pictured


def lot_document(lot: Lot, seals: list[Holding]) -> Document:
    document: Document = {
        "@context": "https://schema.org",
        "@type": "Product",
        "@id": absolute(lot.get_absolute_url()),
        "url": absolute(lot.get_absolute_url()),
        "name": lot.product.title,
        "image": pictured(lot.product.picture),
        "productID": lot.code,
        "productionDate": lot.made_on.isoformat(),
        "manufacturer": maker(lot.producer),
        "countryOfOrigin": {"@type": "Country", "name": "CL"},
        "additionalProperty": [{"@type": "PropertyValue", "name": _("Lote"), "value": lot.code}],
    }
    if lot.product.live:
        document["isVariantOf"] = {
            "@type": "ProductGroup", "name": lot.product.title, "url": absolute(lot.product.get_absolute_url()),
        }  # fmt: skip
    if lot.best_before:
        document["additionalProperty"].append(
            {"@type": "PropertyValue", "name": _("Consumir antes del"), "value": lot.best_before.isoformat()}
        )
    if seals:
        document["hasCertification"] = [
            {
                "@type": "Certification", "name": seal.name, "certificationIdentification": seal.number,
                "issuedBy": {"@type": "Organization", "name": seal.issuer}, "url": absolute(seal.href),
            }
            for seal in seals
        ]  # fmt: skip
    return document
