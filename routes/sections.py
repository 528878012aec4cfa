"""The circuits this room hangs into a territory's, a product's and a producer's page."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from catalog.models import Product
from catalog.sections import product_page
from foundation.prepared import Prepared, Slot
from producers.models import Producer
from producers.sections import producer_page
from territories import hub
from territories.models import Territory
from territories.sections import Section

from .cards import FIELDS, MOST_LINES, circuit_lines
from .models import Circuit, CircuitOperator, Place, Stop

MOST_BESIDE_A_PRODUCT = 3


NAMING = Prepared(
    lambda: (
        Circuit.objects.live()
        .filter(products=Slot("product"))
        .order_by("pk")
        .values("pk", *FIELDS)[:MOST_BESIDE_A_PRODUCT]
    )
)


def shelf(rows: list[dict[str, Any]], *, title: str) -> dict[str, Any] | None:
    """The circuits as lines of stops; rows are of `cards.FIELDS` and the key. One query for all their stops."""
    lines = circuit_lines(rows)
    return {"anchor": "rutas", "label": _("Rutas"), "title": title, "lines": lines} if lines else None


def of_territory(territory: Territory) -> dict[str, Any] | None:
    found = Circuit.objects.live().filter(territory=territory.pk).order_by("pk")
    shown = shelf(rows_of(found), title=_("Para recorrerlo"))
    if shown:
        shown |= {
            "more_href": f"{reverse('circuit-list')}?territory={territory.slug}",
            "more": _("Ver las rutas"),
            "plan_href": f"{reverse('plan-new')}?territory={territory.slug}",
        }
    return shown


def of_product(product: Product) -> dict[str, Any] | None:
    """Circuits that name the product."""
    return shelf(NAMING.rows(product=product.pk), title=_("La ruta que pasa por aquí"))


def of_producer(producer: Producer) -> dict[str, Any] | None:
    """Circuits that stop at the producer's place or that it hosts."""
    places = Place.objects.filter(producer=producer.pk).order_by().values("pk")
    stopping = Stop.objects.filter(place__in=places).order_by().values("circuit")
    hosted = CircuitOperator.objects.filter(producer=producer.pk, paused=False).order_by().values("circuit")
    found = Circuit.objects.live().filter(pk__in=stopping.union(hosted)).order_by("pk")
    return shelf(rows_of(found), title=_("Se llega por aquí"))


def rows_of(circuits: "QuerySet[Any]") -> list[dict[str, Any]]:
    return list(circuits.values("pk", *FIELDS)[:MOST_LINES])


hub.register(Section("circuits", 20, "routes/_lines.html", of_territory))
product_page.register(Section("circuits", 10, "routes/_lines.html", of_product))
producer_page.register(Section("circuits", 20, "routes/_lines.html", of_producer))
