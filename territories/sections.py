"""Parts of a page that rooms further right hang into it: a territory's hub does not know what a product is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

Build = Callable[[Any], Mapping[str, Any] | None]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page. `build` gets the page's record and gives the template its data as `it`, or None to stay away.

    `points` in the data (a sequence of `MapPoint`) are drawn on the page's map, where it has one.
    """

    name: str
    order: int
    template: str
    build: Build


@dataclass(frozen=True, slots=True)
class Shown:
    name: str
    template: str
    data: Mapping[str, Any]


class Sections:
    """The sections of one kind of page, registered in `AppConfig.ready` and shown by `order`."""

    def __init__(self) -> None:
        self._known: dict[str, Section] = {}

    def register(self, section: Section) -> None:
        """A second section of the same name takes the place of the first."""
        self._known[section.name] = section

    def forget(self, name: str) -> None:
        self._known.pop(name, None)

    def shown(self, record: Any) -> list[Shown]:
        found = []
        for section in sorted(self._known.values(), key=lambda section: section.order):
            data = section.build(record)
            if data is not None:
                found.append(Shown(section.name, section.template, data))
        return found
