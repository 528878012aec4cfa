"""schema.org documents of this room's pages."""

from territories.linked_data import Document, absolute, address, geo, pictured

from .enums import ProducerKind
from .models import Network, Producer


def maker(producer: Producer) -> Document:
    """A producer as part of another document: a person, or a small business. Reads its comuna with region."""
    person = producer.producer_kind == ProducerKind.PERSON and producer.person == producer.name
    document: Document = {"@type": "Person" if person else "Organization", "name": producer.name}
    if producer.live:
        document["url"] = absolute(producer.get_absolute_url())
    return document | {"address": address(producer.comuna)}


def producer_document(producer: Producer) -> Document:
    document = {"@context": "https://schema.org", **maker(producer)}
    document |= {"description": producer.summary, "image": pictured(producer.picture)}
    if producer.since and document["@type"] == "Organization":
        document["foundingDate"] = str(producer.since)
    if producer.lat is not None and producer.lon is not None:
        place = {"@type": "Place", "name": producer.comuna.name, "geo": geo(producer.lat, producer.lon)}
        document["location" if document["@type"] == "Organization" else "workLocation"] = place
    return document


def network_document(network: Network) -> Document:
    return {
        "@context": "https://schema.org",
        "@type": "Organization",
        "name": network.name,
        "description": network.summary,
        "url": absolute(network.get_absolute_url()),
        "image": pictured(network.picture),
        "areaServed": {"@type": "Place", "name": network.territory.name},
    }
