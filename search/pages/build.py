"""What a list page shows."""

import re
from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, QueryDict
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from search.names import Names, names_for
from search.query import SORTS, BadQuery, SearchQuery, parse_query
from search.results import SearchResults
from search.services import find
from search.sources.circuits import line_of
from search.standing_in import stand_in_lags

from . import wording
from .addresses import MAP, Addresses, drop
from .cards import cards
from .chart import chart
from .facets import chosen, groups
from .linked_data import item_list
from .listings import Listing
from .offer import offer

Context = dict[str, Any]
PRICES = ("price_min", "price_max")


def list_page(request: HttpRequest, listing: Listing) -> Context:
    """Everything the template needs. Parameters that make no sense are left out and named. Raises SearchDown."""
    parameters = as_typed(request.GET)
    query, errors = read(parameters, listing)
    lang = "en" if (get_language() or "es").startswith("en") else "es"
    addresses = Addresses(request.path, listing, query, request.GET.get("vista") == MAP)
    results = find(query, lang)
    names = names_for({facet: list(values) for facet, values in shown_values(results).items()})
    return {
        "section": listing.section,
        "listing": listing,
        "query": query,
        "results": results,
        "lags": results.degraded and stand_in_lags(),
        "errors": [(name, field_name(name), message) for name, message in errors.items()],
        "wrong": errors,
        "typed": {name: parameters.get(name, "") for name in PRICES},
        "heading": wording.heading(listing, query, results, names),
        "overline": wording.overline(listing, query, results, names),
        "groups": groups(listing, results, names),
        "chosen": chosen(listing, query, addresses, names),
        "hidden": addresses.hidden(),
        "clear_href": addresses.only_words(query.q),
        "sorts": sorts(query),
        **body(query, results, addresses, lang),
        **frame(query, results, addresses, names, lang, usable=not errors),
    }


def as_typed(parameters: QueryDict) -> QueryDict:
    """Prices as people write them: `$12.990` is 12990."""
    typed = parameters.copy()
    for name in PRICES:
        if name in typed:
            typed[name] = re.sub(r"[$.\s]", "", str(typed[name]))
    return typed


def read(parameters: QueryDict, listing: Listing) -> tuple[SearchQuery, dict[str, str]]:
    """The query, without what is wrong in it, and what was wrong, by parameter."""
    try:
        return parse_query(parameters, kinds=listing.kinds, line_of=line_of), {}
    except BadQuery as error:
        errors = dict(error.errors)
    cleaned = parameters.copy()
    while True:
        for name in errors:
            cleaned.pop(name, None)
        try:
            return parse_query(cleaned, kinds=listing.kinds, line_of=line_of), errors
        except BadQuery as error:  # what is left may need what was taken out: a distance, its place
            errors = {**dict(error.errors), **errors}


def field_name(name: str) -> str:
    """What people call a parameter that they can type; others by their own name."""
    names = {
        "price_min": _("Precio, desde"),
        "price_max": _("Precio, hasta"),
        "page": _("Página"),
        "q": _("Qué busca"),
    }
    return names.get(name, name)


def shown_values(results: SearchResults) -> dict[str, list[str]]:
    return {name: [value.value for value in facet.values] for name, facet in results.facets.items()}


def sorts(query: SearchQuery) -> list[tuple[str, str, bool]]:
    labels = {
        "relevance": _("Lo más parecido") if query.q else _("De norte a sur"),
        "price": _("Precio, de menor a mayor"),
        "-price": _("Precio, de mayor a menor"),
        "distance": _("Distancia"),
        "newest": _("Lo más nuevo"),
    }
    offered = [sort for sort in SORTS if sort != "distance" or query.measured_from]
    return [(sort, labels[sort], sort == query.sort) for sort in offered]


def body(query: SearchQuery, results: SearchResults, addresses: Addresses, lang: str) -> Context:
    """The results themselves, or the offer in their place."""
    first, last = query.offset + 1, query.offset + len(results.hits)
    following = min(query.page_size, results.total - last)
    return {
        "cards": cards(results.hits, first, lang, not addresses.listing.kinds),
        "first": first,
        "chart": chart(results.hits, first, query) if addresses.as_map else None,
        "as_map": addresses.as_map,
        "list_href": addresses.seen_as(as_map=False),
        "map_href": addresses.seen_as(as_map=True),
        "previous_href": addresses.on_page(query.page - 1) if query.page > 1 else "",
        "next_href": addresses.on_page(query.page + 1) if results.hits and following > 0 else "",
        "following": following,
        "meant_href": addresses.only_words(results.did_you_mean) if results.did_you_mean else "",
        "offer": None if results.total else offer(query, lang),
    }


def frame(
    query: SearchQuery, results: SearchResults, addresses: Addresses, names: Names, lang: str, *, usable: bool
) -> Context:
    """What browsers and search engines are told of the page."""
    parameters = addresses.parameters()
    own = canonical(drop(parameters, "vista"))
    indexed = usable and own == parameters and query.page == 1 and bool(results.total)
    title = wording.title(addresses.listing, query, results, names)
    place = query.territories[0] if len(query.territories) == 1 else ""
    return {
        "title": title,
        "description": wording.description(addresses.listing, query, results, names),
        "canonical": addresses.with_parameters(own),
        "indexed": indexed,
        "alternates": addresses.alternates(),
        "inks": names.palettes.get(place, ""),
        "documents": [item_list(title, results.hits, query.offset + 1, results.total, lang)] if indexed else [],
    }


def canonical(parameters: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """The parameters worth an address of their own: one territory, or one category."""
    alone = [name for name in ("territory", "category") if len(parameters.get(name, [])) == 1]
    return {alone[0]: parameters[alone[0]]} if len(alone) == 1 and parameters.keys() == set(alone) else {}
