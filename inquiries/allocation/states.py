"""The suppliers whose part is not settled by the bound, and what may keep them from being gone through."""

from dataclasses import dataclass

from .bound import Window


class TooLarge(Exception):
    """More states than memory and time allow; nothing is known about the gap."""


class TooFine(Exception):
    """The gap in the problem's smallest unit fits no machine's whole number, and there are too many ways for others."""


@dataclass(frozen=True)
class Core:
    items: list[Window]
    target: int
    """What the items are to give together."""
    seats: int | None
    """How many of them may be used; None when all of them may."""
    charge: int
    """The excess of each seat left empty."""
    gap: int
