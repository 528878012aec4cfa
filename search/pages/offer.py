"""When nothing was found: ask for it, and what is near."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone

from search.query import SearchQuery
from search.services import address, find

NEAR = 3


@dataclass(frozen=True, slots=True)
class Link:
    title: str
    href: str


@dataclass(frozen=True, slots=True)
class Offer:
    ask_href: str
    near: tuple[Link, ...]
    without_filters: int
    """How many the words alone find."""


def offer(query: SearchQuery, lang: str) -> Offer:
    """One more search: the words without the filters, or what is in season."""
    narrowed = bool(query.chosen()) or query.price_min is not None or query.price_max is not None
    bare = SearchQuery(q=query.q, kinds=query.kinds, page_size=NEAR)
    found = find(bare, lang) if narrowed else None
    count = found.total if found else 0
    if found is None or not found.hits:
        season = SearchQuery(kinds=query.kinds, month=timezone.localdate().month, page_size=NEAR)
        found = find(season, lang)
    near = tuple(Link(hit.title, address(hit, lang)) for hit in found.hits)
    return Offer(ask_href(query), near, count)


def ask_href(query: SearchQuery) -> str:
    """The form of an inquiry with what was looked for filled in."""
    facts = {"q": query.q, "category": query.categories[:1], "territory": query.territories[:1]}
    given = {name: value for name, value in facts.items() if value}
    return f"{reverse('inquiry-new')}?{urlencode(given, doseq=True)}" if given else reverse("inquiry-new")
