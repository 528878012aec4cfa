"""The facets of a list page: what may be chosen, in the order people look for it, and what is chosen."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape

from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from foundation.money import clp
from search.names import Names, label
from search.query import SearchQuery
from search.results import FacetValue, SearchResults

from .addresses import Addresses
from .forms import fill, form
from .listings import Listing

MONTHS_AHEAD = 3
"""Months offered at once, this one first; the others unfold."""
MARKS = ("name", "value", "label", "count")
NOTHING = mark_safe("")


@dataclass(frozen=True, slots=True)
class Group:
    name: str
    legend: str
    choices: SafeString
    later: SafeString = NOTHING
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


def choices(names: Names, facet: str, values: Iterable[FacetValue]) -> SafeString:
    return joined([choice(value, facet, label(names, facet, value.value)) for value in values])


def choice(value: FacetValue, facet: str, text: str, *, inner: bool = False, single: bool = False) -> str:
    """One box to tick; `inner` stands under the one before it, of `single` ones only one can be chosen."""
    parts = form("search/_choice.html", MARKS, chosen=value.chosen, inner=inner, single=single)
    values = {"name": facet, "value": escape(value.value), "label": escape(text[:1].upper() + text[1:])}
    return fill(parts, {**values, "count": str(value.count)})


def kinds(values: tuple[FacetValue, ...], names: Names) -> Group:
    return Group("kind", _("Qué es"), choices(names, "kind", values))


def months(values: tuple[FacetValue, ...], names: Names) -> Group:
    """From this month on round the year."""
    now = timezone.localdate().month
    near: list[str] = []
    later: list[str] = []
    anything = True
    for value in sorted(values, key=lambda value: (int(value.value) - now) % 12):
        ahead = (int(value.value) - now) % 12
        name = label(names, "month", value.value)
        text = name if ahead else _("%(month)s, ahora") % {"month": name}
        html = choice(value, "month", text, single=True)
        (near if value.chosen or ahead < MONTHS_AHEAD else later).append(html)
        anything = anything and not value.chosen
    return Group("month", _("En temporada"), joined(near), joined(later), single=True, anything=anything)


def joined(pieces: list[str]) -> SafeString:
    return mark_safe("".join(pieces))  # noqa: S308  # forms filled with escaped values


def territories(values: tuple[FacetValue, ...], names: Names) -> Group:
    """From north to south; those without a name at the end."""
    order = {slug: place for place, slug in enumerate(names.territories)}
    ordered = sorted(values, key=lambda value: order.get(value.value, len(order)))
    return Group("territory", _("Territorio, de norte a sur"), choices(names, "territory", ordered))


def categories(values: tuple[FacetValue, ...], names: Names) -> Group:
    """The shelves in their order; what stands on a shelf shows when the shelf, or any of it, is chosen."""
    by_slug = {value.value: value for value in values}
    open_shelves = {names.parents.get(value.value) or value.value for value in values if value.chosen}
    shown: list[str] = []
    for slug in names.categories:
        parent = names.parents.get(slug, "")
        if slug in by_slug and (not parent or parent in open_shelves):
            shown.append(choice(by_slug[slug], "category", label(names, "category", slug), inner=bool(parent)))
    unknown = [value for value in values if value.value not in names.categories and value.chosen]
    return Group("category", _("Clase"), joined([*shown, choices(names, "category", unknown)]))


def seals(values: tuple[FacetValue, ...], names: Names) -> Group:
    return Group("seal", _("Sello vigente"), choices(names, "seal", values))


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
