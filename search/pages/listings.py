"""What tells one list page from another."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext


def things(count: int) -> str:
    return ngettext("%(n)s resultado", "%(n)s resultados", count)


def products(count: int) -> str:
    return ngettext("%(n)s producto", "%(n)s productos", count)


def circuits(count: int) -> str:
    return ngettext("%(n)s ruta", "%(n)s rutas", count)


@dataclass(frozen=True, slots=True)
class Listing:
    url_name: str
    section: str
    """What the masthead marks as the present page."""
    kinds: tuple[str, ...]
    """Fixed kinds; none lets the visitor choose."""
    facets: tuple[str, ...]
    priced: bool
    title: Promise | str
    standfirst: Promise | str
    counted: Callable[[int], str]
    of_place: Promise | str
    """The title when one territory is chosen and nothing else."""


EVERYTHING = Listing(
    url_name="search",
    section="search",
    kinds=(),
    facets=("kind", "month", "territory", "category", "seal"),
    priced=True,
    title=_("Buscar"),
    standfirst=_("Productos, rutas, personas y territorios: lo que se hace, quién lo hace y por dónde se llega."),
    counted=things,
    of_place=_("Todo en %(place)s"),
)
PRODUCTS = Listing(
    url_name="product-list",
    section="products",
    kinds=("product",),
    facets=("month", "territory", "category", "seal"),
    priced=True,
    title=_("Productos"),
    standfirst=_("Cada uno con su lugar, con quien lo hace y con sus meses."),
    counted=products,
    of_place=_("Productos de %(place)s"),
)
CIRCUITS = Listing(
    url_name="circuit-list",
    section="circuits",
    kinds=("circuit",),
    facets=("month", "territory", "category"),
    priced=False,
    title=_("Rutas"),
    standfirst=_("Lugares de verdad, en orden, con sus días y sus mejores meses."),
    counted=circuits,
    of_place=_("Rutas de %(place)s"),
)
