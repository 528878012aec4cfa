"""The facets of a list page: what may be chosen, in the order people look for it, and what is chosen."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from foundation.money import clp
from search.names import Names, label
from search.query import SearchQuery
from search.results import FacetValue, SearchResults

from .addresses import Addresses
from .listings import Listing

MONTHS_AHEAD = 3
"""Months offered at once, this one first; the others unfold."""


@dataclass(frozen=True, slots=True)
class Choice:
    value: str
    label: str
    count: int
    chosen: bool
    inner: bool = False
    """Stands under the one before it."""


@dataclass(frozen=True, slots=True)
class Group:
    name: str
    legend: str
    choices: tuple[Choice, ...]
    later: tuple[Choice, ...] = ()
    """What unfolds below."""
    single: bool = False
    anything: bool = True
    """Of a single choice: whether none is made."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A choice that can be taken back."""

    label: str
    href: str


def groups(listing: Listing, results: SearchResults, names: Names) -> list[Group]:
    makers = {"month": months, "territory": territories, "category": categories, "seal": seals, "kind": kinds}
    made = [makers[name](results.facets[name].values, names) for name in listing.facets if name in results.facets]
    return [group for group in made if group.choices or group.later]


def choice(names: Names, facet: str, value: FacetValue, inner: bool = False) -> Choice:
    text = label(names, facet, value.value)
    return Choice(value.value, text[:1].upper() + text[1:], value.count, value.chosen, inner)


def kinds(values: tuple[FacetValue, ...], names: Names) -> Group:
    return Group("kind", _("Qué es"), tuple(choice(names, "kind", value) for value in values))


def months(values: tuple[FacetValue, ...], names: Names) -> Group:
    """From this month on round the year."""
    now = timezone.localdate().month
    order = sorted(values, key=lambda value: (int(value.value) - now) % 12)
    choices = [choice(names, "month", value) for value in order]
    near = [item for item in choices if item.chosen or (int(item.value) - now) % 12 < MONTHS_AHEAD]
    near = [named_now(item) if int(item.value) == now else item for item in near]
    later = [item for item in choices if not item.chosen and (int(item.value) - now) % 12 >= MONTHS_AHEAD]
    anything = not any(item.chosen for item in choices)
    return Group("month", _("En temporada"), tuple(near), tuple(later), single=True, anything=anything)


def named_now(item: Choice) -> Choice:
    return Choice(item.value, _("%(month)s, ahora") % {"month": item.label}, item.count, item.chosen)


def territories(values: tuple[FacetValue, ...], names: Names) -> Group:
    """From north to south; those without a name at the end."""
    order = {slug: place for place, slug in enumerate(names.territories)}
    ordered = sorted(values, key=lambda value: order.get(value.value, len(order)))
    return Group("territory", _("Territorio, de norte a sur"), tuple(choice(names, "territory", v) for v in ordered))


def categories(values: tuple[FacetValue, ...], names: Names) -> Group:
    """The shelves in their order; what stands on a shelf shows when the shelf, or any of it, is chosen."""
    by_slug = {value.value: value for value in values}
    open_shelves = {names.parents.get(value.value) or value.value for value in values if value.chosen}
    known = [by_slug[slug] for slug in names.categories if slug in by_slug]
    unknown = [value for value in values if value.value not in names.categories and value.chosen]
    shown: list[Choice] = []
    for value in known:
        parent = names.parents.get(value.value, "")
        if not parent:
            shown.append(choice(names, "category", value))
            shown += [
                choice(names, "category", leaf, inner=True)
                for leaf in known
                if value.value in open_shelves and names.parents.get(leaf.value) == value.value
            ]
    return Group("category", _("Clase"), (*shown, *(choice(names, "category", value) for value in unknown)))


def seals(values: tuple[FacetValue, ...], names: Names) -> Group:
    return Group("seal", _("Sello vigente"), tuple(choice(names, "seal", value) for value in values))


def chosen(listing: Listing, query: SearchQuery, addresses: Addresses, names: Names) -> list[Chosen]:
    """Every choice made, each with the search without it."""
    found = [
        Chosen(in_words(names, facet, value), addresses.without(facet, value))
        for facet, values in query.chosen().items()
        if not (facet == "kind" and listing.kinds)
        for value in values
    ]
    return [*found, *other_choices(query, addresses)]


def in_words(names: Names, facet: str, value: str) -> str:
    text = label(names, facet, value)
    return _("En %(month)s") % {"month": text} if facet == "month" else text


def other_choices(query: SearchQuery, addresses: Addresses) -> Iterator[Chosen]:
    if query.price_min is not None:
        text = _("Desde %(price)s") % {"price": clp(query.price_min)}
        yield Chosen(text, addresses.without("price_min", str(query.price_min)))
    if query.price_max is not None:
        text = _("Hasta %(price)s") % {"price": clp(query.price_max)}
        yield Chosen(text, addresses.without("price_max", str(query.price_max)))
