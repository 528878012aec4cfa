"""The circuit's page as the template needs it."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from catalog.cards import product_cards
from catalog.models import Product
from foundation import months
from territories.cards import Crumb
from territories.linked_data import breadcrumbs
from territories.maps import circuit_map
from territories.pages import codes_of

from . import distances, itinerary
from .cards import lasting
from .exports.links import files
from .linked_data import circuit_document
from .models import Circuit

MOST_PRODUCTS = 9
VAT_PERCENT = 19
"""Chile's IVA."""


@dataclass(frozen=True, slots=True)
class Host:
    """Who receives visitors; prices in whole pesos a person, `price` with VAT, as visitors must be told it."""

    name: str
    href: str
    comuna: str
    what: str
    price: int
    net_price: int
    capacity: int
    minimum: int
    lead_time_days: int
    months: str


def circuit_page(circuit: Circuit) -> dict[str, Any]:
    territory = circuit.territory
    crumbs = [
        Crumb(_("Rutas"), reverse("circuit-list")),
        Crumb(territory.name, reverse("territory", args=[territory.slug])),
    ]
    stops = itinerary.stops_of(circuit)
    kilometres = distances.length_km([(stop.place.lat, stop.place.lon) for stop in stops])
    hosts = hosts_of(circuit)
    return {
        "section": "circuits",
        "record": circuit,
        "circuit": circuit,
        "territory": territory,
        "inks": territory.inks,
        "crumbs": crumbs,
        "length": lasting(circuit.days, kilometres),
        "best_months": months.in_words(circuit.months),
        "map": circuit_map(
            codes_of(circuit.territory_id),
            stops=itinerary.points_of(stops),
            label=_("Mapa de %(circuit)s con sus paradas en orden") % {"circuit": circuit.title},
        ),
        "days": itinerary.days_of(circuit, stops, itinerary.closures_of(stops)),
        "files": files(f"/api/v1/circuits/{circuit.slug}") if stops and circuit.live else [],
        "hosts": hosts,
        "price_from": min((host.price for host in hosts), default=None),
        "products": product_cards(products_of(circuit)[:MOST_PRODUCTS]),
        "documents": [circuit_document(circuit, stops, hosts), breadcrumbs(crumbs, circuit)],
    }


def products_of(circuit: Circuit) -> "QuerySet[Any]":
    """Published products of the circuit, of its draft where it is one."""
    chosen = circuit.products.all()
    if not isinstance(chosen, QuerySet):
        return Product.objects.live().filter(pk__in=[product.pk for product in chosen]).order_by("pk")
    return chosen.filter(live=True).order_by("pk")


def hosts_of(circuit: Circuit) -> list[Host]:
    """Hosts who take bookings, cheapest first."""
    rows = circuit.operators.filter(paused=False, producer__live=True).order_by("unit_price", "pk")
    if isinstance(rows, QuerySet):
        rows = rows.select_related("producer__comuna")
    return [
        Host(
            name=row.producer.name,
            href=reverse("producer", args=[row.producer.slug]),
            comuna=row.producer.comuna.name,
            what=row.what,
            price=with_vat(row.unit_price),
            net_price=row.unit_price,
            capacity=row.capacity,
            minimum=row.minimum,
            lead_time_days=row.lead_time_days,
            months="" if row.months == months.ALL_YEAR else months.in_words(row.months),
        )
        for row in rows
    ]


def with_vat(net: int) -> int:
    """Whole pesos, halves up."""
    return (net * (100 + VAT_PERCENT) + 50) // 100
