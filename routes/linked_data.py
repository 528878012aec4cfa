"""A circuit as a schema.org document."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from territories.linked_data import Document, absolute, geo, pictured

from .models import Circuit, Stop

if TYPE_CHECKING:
    from .pages import Host


def circuit_document(circuit: Circuit, stops: Sequence[Stop], hosts: "Sequence[Host]") -> Document:
    document: Document = {
        "@context": "https://schema.org",
        "@type": "TouristTrip",
        "@id": absolute(circuit.get_absolute_url()),
        "name": circuit.title,
        "description": circuit.summary,
        "url": absolute(circuit.get_absolute_url()),
        "image": pictured(circuit.picture),
        "touristType": [theme.strip() for theme in circuit.themes.split(",") if theme.strip()],
        "itinerary": {
            "@type": "ItemList",
            "numberOfItems": len(stops),
            "itemListElement": [_step(number, stop) for number, stop in enumerate(stops, start=1)],
        },
    }
    if hosts:
        document["offers"] = [
            {
                "@type": "Offer",
                "price": host.price,
                "priceCurrency": "CLP",
                "description": host.what,
                "offeredBy": {"@type": "Organization", "name": host.name, "url": absolute(host.href)},
            }
            for host in hosts
        ]
    return document


def _step(number: int, stop: Stop) -> Document:
    place = stop.place
    attraction = {"@type": "TouristAttraction", "name": place.name, "geo": geo(place.lat, place.lon)}
    return {"@type": "ListItem", "position": number, "item": attraction}
