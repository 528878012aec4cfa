"""What facets' values are called. A few small tables, kept for half a minute: a name may lag that long behind."""

import time
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from django.utils.dates import MONTHS
from django.utils.translation import get_language

from catalog.models import Category
from producers.models import Seal
from territories.models import Territory

from .kinds import Kind

FRESH_SECONDS, AGAIN_SECONDS = 30.0, 1.0
Texts = tuple[str, str]
"""Spanish, English."""


@dataclass(frozen=True, slots=True)
class Names:
    territories: dict[str, str] = field(default_factory=dict)
    """From north to south."""
    palettes: dict[str, str] = field(default_factory=dict)
    """The inks of each territory."""
    categories: dict[str, Texts] = field(default_factory=dict)
    """In the order of the shelves, each before what stands on it."""
    parents: dict[str, str] = field(default_factory=dict)
    """The shelf a category stands on; "" for a shelf."""
    seals: dict[str, Texts] = field(default_factory=dict)

    def knows(self, facet: str, value: str) -> bool:
        match facet:
            case "territory":
                return value in self.territories
            case "category":
                return value in self.categories
            case "seal":
                return value in self.seals
            case _:
                return True


class Memory:
    def __init__(self) -> None:
        self.names, self.read_at = Names(), float("-inf")

    def forget(self, **_signal: Any) -> None:
        self.read_at = float("-inf")

    def get(self, max_age: float = FRESH_SECONDS) -> Names:
        if time.monotonic() - self.read_at > max_age:
            self.names, self.read_at = read(), time.monotonic()
        return self.names


memory = Memory()


def read() -> Names:
    """Three queries."""
    territories = list(Territory.objects.north_to_south().values_list("slug", "name", "palette"))
    categories = Category.objects.order_by("order", "name_es").values_list("slug", "name_es", "name_en", "parent__slug")
    shelves = {slug: (es, en or es, parent or "") for slug, es, en, parent in categories}
    return Names(
        territories={slug: name for slug, name, _ in territories},
        palettes={slug: palette or slug for slug, _, palette in territories},
        categories={slug: (es, en) for slug, (es, en, _) in shelves.items()},
        parents={slug: parent for slug, (_, _, parent) in shelves.items()},
        seals={slug: (es, en or es) for slug, es, en in Seal.objects.values_list("slug", "name_es", "name_en")},
    )


def names_for(facets: dict[str, list[str]]) -> Names:
    """The names known now, read again when one of these values (by facet) is new."""
    names = memory.get()
    if all(names.knows(facet, value) for facet, values in facets.items() for value in values):
        return names
    return memory.get(AGAIN_SECONDS)


def label(names: Names, facet: str, value: str) -> str:
    """What people call a facet's value in the active language; a value nobody knows is shown as it is."""
    language = get_language() or "es"
    place = 1 if language.startswith("en") else 0
    match facet:
        case "territory":
            return names.territories.get(value, value)
        case "category":
            return names.categories.get(value, (value, value))[place]
        case "seal":
            return names.seals.get(value, (value, value))[place]
        case _:
            return fixed_label(facet, value, language)


@lru_cache(maxsize=256)
def fixed_label(facet: str, value: str, language: str) -> str:
    """The name of a month or a kind; `language` is the active one. Raises ValueError for what is neither."""
    if facet == "month":
        name = str(MONTHS[int(value)])
        return name if language.startswith("en") else name.lower()
    return str(Kind(value).label)
