"""What an engine counted, and facets made of it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from search.results import FACETS, Facet, FacetValue


@dataclass(frozen=True, slots=True)
class Counts:
    total: int
    facets: dict[str, Facet]


def none(chosen: Mapping[str, tuple[str, ...]]) -> Counts:
    """The counts of a search that finds nothing."""
    return Counts(0, {name: facet(name, Counter(), chosen.get(name, ())) for name in FACETS})


def facet(name: str, counter: Counter[str], chosen: tuple[str, ...]) -> Facet:
    values = {*counter, *chosen}
    order = sorted(values, key=int) if name == "month" else sorted(values, key=lambda value: (-counter[value], value))
    return Facet(name, tuple(FacetValue(value, counter[value], value in chosen) for value in order))
