"""What a line of the form may ask for, found by what people type. Works by slug, which has no accents to get wrong."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Q
from django.utils.text import slugify
from django.utils.translation import gettext as _

from catalog.models import Category, Product
from foundation import units
from foundation.units import Unit
from inquiries.cleaning import units_for
from routes.models import Circuit
from territories.models import Territory

SMALL_WORDS = frozenset(
    {"de", "del", "la", "las", "el", "los", "y", "con", "en", "por", "para", "a", "of", "the", "and"}
)
MOST_WORDS = 6
A_KIND = 6
"""Choices shown of each kind."""
OF_A_CATEGORY = [
    Unit.KG,
    Unit.T,
    Unit.L,
    Unit.UNIT,
    Unit.BOX,
    Unit.BOTTLE,
    Unit.DOZEN,
    Unit.BUNDLE,
    Unit.PAIR,
    Unit.M3,
    Unit.M2,
]


@dataclass(frozen=True)
class Choice:
    item: str
    """"product:slug", "circuit:slug", "category:slug", "territory:slug", or "category:slug@territory"."""
    label: str
    units: list[tuple[str, str]]
    """Value and words; the first is the usual one."""


def find(text: str) -> list[Choice]:
    """Products, circuits and categories whose name holds all the words, in that order; [] when nothing does."""
    words = [word for word in slugify(text).split("-") if word and word not in SMALL_WORDS][:MOST_WORDS]
    if not words:
        return []
    holds = Q()
    for word in words:
        holds &= Q(slug__contains=word.rstrip("s") if len(word) > 3 else word)
    products = Product.objects.filter(holds, live=True).select_related("territory").order_by("slug")[:A_KIND]
    circuits = Circuit.objects.filter(holds, live=True).select_related("territory").order_by("slug")[:A_KIND]
    categories = Category.objects.filter(holds).order_by("order", "slug")[:A_KIND]
    return [*map(of_product, products), *map(of_circuit, circuits), *map(of_category, categories)]


def exact(text: str, choices: Iterable[Choice]) -> Choice | None:
    """The only choice that is called so, whatever its accents."""
    wanted = slugify(text)
    named = [choice for choice in choices if slugify(choice.label) == wanted or slugify(_bare(choice)) == wanted]
    return named[0] if len(named) == 1 else None


def _bare(choice: Choice) -> str:
    return choice.label.rpartition(" · ")[0]


def of_items(items: Iterable[str]) -> dict[str, Choice]:
    """The choices that still exist, by item; a query for each kind named."""
    wanted: dict[str, set[str]] = {"product": set(), "circuit": set(), "category": set(), "territory": set()}
    for item in items:
        kind, slug, territory = parts(item)
        wanted.get(kind, set()).add(slug)
        wanted["territory"].add(territory)
    products = Product.objects.filter(slug__in=wanted["product"] - {""}, live=True).select_related("territory")
    circuits = Circuit.objects.filter(slug__in=wanted["circuit"] - {""}, live=True).select_related("territory")
    territories = {t.slug: t for t in Territory.objects.filter(slug__in=wanted["territory"] - {""}, live=True)}
    categories = {c.slug: c for c in Category.objects.filter(slug__in=wanted["category"] - {""})}
    found = {choice.item: choice for choice in (*map(of_product, products), *map(of_circuit, circuits))}
    for item in items:
        kind, slug, territory = parts(item)
        if kind == "category" and slug in categories and (not territory or territory in territories):
            found[item] = of_category(categories[slug], territories.get(territory))
        elif kind == "territory" and slug in territories:
            found[item] = of_territory(territories[slug])
    return found


def parts(item: str) -> tuple[str, str, str]:
    """Kind, slug and territory of an item; empty texts for what is not there."""
    kind, _colon, rest = item.partition(":")
    slug, _at, territory = rest.partition("@")
    return kind, slug, territory


def of_product(product: Product) -> Choice:
    values = units_for(product)
    values.sort(key=lambda unit: unit != product.unit)
    words = [(unit, _unit_words(product, unit)) for unit in values]
    return Choice(f"product:{product.slug}", f"{product.title} · {product.territory.name}", words)


def _unit_words(product: Product, unit: str) -> str:
    return product.unit_name if unit == product.unit and product.unit_name else units.name(unit, 2)


def of_circuit(circuit: Circuit) -> Choice:
    label = f"{circuit.title} · {circuit.territory.name}"
    return Choice(f"circuit:{circuit.slug}", label, [(Unit.PERSON.value, units.name(Unit.PERSON, 2))])


def of_category(category: Category, territory: Territory | None = None) -> Choice:
    item = f"category:{category.slug}" + (f"@{territory.slug}" if territory else "")
    place = territory.name if territory else _("cualquier territorio")
    return Choice(item, f"{category.name} · {place}", _all_units())


def of_territory(territory: Territory) -> Choice:
    name = _("Cualquier producto de %(territory)s") % {"territory": territory.name}
    return Choice(f"territory:{territory.slug}", name, _all_units())


def _all_units() -> list[tuple[str, str]]:
    return [(unit.value, units.name(unit, Decimal(2))) for unit in OF_A_CATEGORY]


def any_unit() -> list[tuple[str, str]]:
    """For a line that does not know yet what it asks for."""
    return [("", _("la del producto")), *_all_units(), (Unit.PERSON.value, units.name(Unit.PERSON, 2))]
