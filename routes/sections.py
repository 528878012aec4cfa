"""The circuits this room hangs into a territory's, a product's and a producer's page."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from catalog.models import Product
from catalog.sections import product_page
from producers.models import Producer
from producers.sections import producer_page
from territories import hub
from territories.models import Territory
from territories.sections import Section

from .cards import circuit_lines
from .models import Circuit, CircuitOperator, Place, Stop

MOST = 6
MOST_BESIDE_A_PRODUCT = 3


def shelf(circuits: "QuerySet[Any]", *, title: str, most: int = MOST) -> dict[str, Any] | None:
    """The circuits as lines of stops; two queries, one when there are none."""
    lines = circuit_lines(circuits[:most])
    return {"anchor": "rutas", "label": _("Rutas"), "title": title, "lines": lines} if lines else None


def of_territory(territory: Territory) -> dict[str, Any] | None:
    found = Circuit.objects.live().filter(territory=territory.pk).order_by("pk")
    shown = shelf(found, title=_("Para recorrerlo"))
    if shown:
        shown |= {"more_href": f"{reverse('circuit-list')}?territory={territory.slug}", "more": _("Ver las rutas")}
    return shown


def of_product(product: Product) -> dict[str, Any] | None:
    """Circuits that name the product."""
    found = Circuit.objects.live().filter(products=product.pk).order_by("pk")
    return shelf(found, title=_("La ruta que pasa por aquí"), most=MOST_BESIDE_A_PRODUCT)


def of_producer(producer: Producer) -> dict[str, Any] | None:
    """Circuits that stop at the producer's place or that it hosts."""
    places = Place.objects.filter(producer=producer.pk).order_by().values("pk")
    stopping = Stop.objects.filter(place__in=places).order_by().values("circuit")
    hosted = CircuitOperator.objects.filter(producer=producer.pk, paused=False).order_by().values("circuit")
    return shelf(
        Circuit.objects.live().filter(pk__in=stopping.union(hosted)).order_by("pk"), title=_("Se llega por aquí")
    )


hub.register(Section("circuits", 20, "routes/_lines.html", of_territory))
product_page.register(Section("circuits", 10, "routes/_lines.html", of_product))
producer_page.register(Section("circuits", 20, "routes/_lines.html", of_producer))
