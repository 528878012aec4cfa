"""Addresses of a search: the same with another page, another choice, one choice fewer."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from search.query import SearchQuery, as_parameters

from .listings import Listing

MAP = "mapa"


@dataclass(frozen=True, slots=True)
class Addresses:
    path: str
    listing: Listing
    query: SearchQuery
    as_map: bool

    def parameters(self) -> dict[str, list[str]]:
        """What gives this search again, its page left out."""
        found = dict(as_parameters(self.query))
        if self.listing.kinds:
            found.pop("kind", None)
        if self.as_map:
            found["vista"] = [MAP]
        return found

    def with_parameters(self, parameters: Mapping[str, list[str]]) -> str:
        return f"{self.path}?{urlencode(parameters, doseq=True)}" if parameters else self.path

    def on_page(self, page: int) -> str:
        parameters = self.parameters()
        return self.with_parameters({**parameters, "page": [str(page)]} if page > 1 else parameters)

    def without(self, name: str, value: str) -> str:
        """The same search with one choice fewer."""
        parameters = self.parameters()
        left = [item for item in parameters.get(name, []) if item != value]
        return self.with_parameters({**parameters, name: left} if left else drop(parameters, name))

    def seen_as(self, as_map: bool) -> str:
        parameters = drop(self.parameters(), "vista")
        return self.with_parameters({**parameters, "vista": [MAP]} if as_map else parameters)

    def only_words(self, words: str) -> str:
        return self.with_parameters({"q": [words]} if words else {})

    def alternates(self) -> dict[str, str]:
        """The same search in each language."""
        here = self.on_page(self.query.page)
        bare = here.removeprefix("/en")
        return {"es": bare, "en": f"/en{bare}"}

    def hidden(self) -> list[tuple[str, str]]:
        """What the form of facets has no field for and must carry along."""
        kept = ("q", "near", "along", "within_km", "page_size", "vista")
        parameters = self.parameters()
        return [(name, value) for name in kept for value in parameters.get(name, [])]


def drop(parameters: Mapping[str, list[str]], name: str) -> dict[str, list[str]]:
    return {key: values for key, values in parameters.items() if key != name}
