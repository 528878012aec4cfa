"""How a search is spoken of: its title, the words above it, its description."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from foundation.units import grouped
from search.names import Names, label
from search.query import SearchQuery
from search.results import SearchResults

from .facets import in_words
from .listings import Listing


def times(count: int) -> str:
    """How many times something was found, in words up to twelve: «doce veces»."""
    spelled = (
        _("una vez"), _("dos veces"), _("tres veces"), _("cuatro veces"), _("cinco veces"), _("seis veces"),
        _("siete veces"), _("ocho veces"), _("nueve veces"), _("diez veces"), _("once veces"), _("doce veces"),
    )  # fmt: skip
    if 1 <= count <= len(spelled):
        return spelled[count - 1]
    return ngettext("%(n)s vez", "%(n)s veces", count) % {"n": grouped(count)}


def capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


def counted(listing: Listing, count: int) -> str:
    return listing.counted(count) % {"n": grouped(count)}


def subject(listing: Listing, query: SearchQuery, names: Names) -> str:
    """What a search without words is of: a category, a territory, or the whole list."""
    choices = {name: values for name, values in query.chosen().items() if name != "kind"}
    if list(choices) == ["territory"] and len(choices["territory"]) == 1:
        return str(listing.of_place) % {"place": label(names, "territory", choices["territory"][0])}
    if len(choices.get("category", ())) == 1 and not choices.keys() - {"category"}:
        return label(names, "category", choices["category"][0])
    return str(listing.title)


def heading(listing: Listing, query: SearchQuery, results: SearchResults, names: Names) -> str:
    if not results.total:
        return _("Nada con ese nombre") if query.q else _("Nada con esos filtros")
    if query.q:
        return _("%(words)s, %(times)s") % {"words": capitalised(query.q), "times": times(results.total)}
    return subject(listing, query, names)


def overline(listing: Listing, query: SearchQuery, results: SearchResults, names: Names) -> str:
    """The choices made, or how many there are."""
    choices = [
        in_words(names, facet, value)
        for facet, values in query.chosen().items()
        if not (facet == "kind" and listing.kinds)
        for value in values
    ]
    if not query.q and results.total:
        return " · ".join([counted(listing, results.total), *choices])
    return " · ".join(choices) or str(listing.title)


def title(listing: Listing, query: SearchQuery, results: SearchResults, names: Names) -> str:
    found = _("%(words)s: %(count)s") % {"words": capitalised(query.q), "count": counted(listing, results.total)}
    text = found if query.q else subject(listing, query, names)
    return _("%(title)s, página %(page)s") % {"title": text, "page": query.page} if query.page > 1 else text


def description(listing: Listing, query: SearchQuery, results: SearchResults, names: Names) -> str:
    return _("%(subject)s: %(count)s. %(standfirst)s") % {
        "subject": capitalised(query.q) or subject(listing, query, names),
        "count": counted(listing, results.total),
        "standfirst": listing.standfirst,
    }
