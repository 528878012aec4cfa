"""schema.org documents, as dictionaries; the template prints them with `{% linked_data %}`. Addresses are absolute."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.conf import settings
from django.urls import reverse

from foundation.records import Record

from .cards import Crumb
from .models import Comuna, Territory

Document = dict[str, Any]


def absolute(path: str) -> str:
    """A path of this site, or an address that already is one, as an address."""
    return path if path.startswith(("http://", "https://")) else f"{settings.TERRUNO_BASE_URL}{path}"


def pictured(picture: Mapping[str, Any]) -> list[str]:
    """The addresses of a record's largest picture; none when it is not drawn yet."""
    files = picture.get("files") or {}
    largest = files.get("1200") or files.get("800")
    return [absolute(largest)] if largest else []


def breadcrumbs(crumbs: Sequence[Crumb], record: Record | None = None) -> Document:
    """The trail to a page; the page itself comes last when its record is given."""
    steps = [(crumb.label, crumb.href) for crumb in crumbs]
    if record is not None:
        steps.append((str(record), record.get_absolute_url()))
    return {
        "@context": "https://schema.org",
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": name, "item": absolute(href)}
            for place, (name, href) in enumerate(steps, start=1)
        ],
    }


def address(comuna: Comuna) -> Document:
    """`comuna.region` is read: select it."""
    return {
        "@type": "PostalAddress",
        "addressLocality": comuna.name,
        "addressRegion": comuna.region.name,
        "addressCountry": "CL",
    }


def geo(lat: float, lon: float) -> Document:
    return {"@type": "GeoCoordinates", "latitude": lat, "longitude": lon}


def territory_document(territory: Territory, comunas: Sequence[Comuna]) -> Document:
    return {
        "@context": "https://schema.org",
        "@type": "Place",
        "@id": absolute(reverse("territory", args=[territory.slug])),
        "name": territory.name,
        "description": territory.summary,
        "url": absolute(territory.get_absolute_url()),
        "image": pictured(territory.picture),
        "geo": geo(territory.latitude, territory.longitude),
        "containedInPlace": {"@type": "Country", "name": "Chile"},
        "containsPlace": [{"@type": "AdministrativeArea", "name": comuna.name} for comuna in comunas],
    }
