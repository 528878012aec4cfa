"""Who does something: an account, the holder of a signed link, or the product itself."""

from dataclasses import dataclass
from typing import Self

from .models import User


@dataclass(frozen=True)
class Actor:
    kind: str
    id: str = ""

    @classmethod
    def of(cls, who: "User | Actor") -> "Actor":
        """The actor behind an account; an Actor is answered as it is. Raises ValueError for an unsaved account."""
        if isinstance(who, Actor):
            return who
        if who.pk is None:
            raise ValueError("An account that was never saved cannot act.")
        return cls("user", str(who.pk))

    @classmethod
    def system(cls) -> Self:
        return cls("system")

    @classmethod
    def link(cls, role: str, id: object) -> Self:
        """Whoever holds a signed link as `role` ("buyer", "producer"); `id` is of the row the link was made for."""
        return cls(f"link:{role}", str(id))

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}" if self.id else self.kind


SYSTEM = Actor.system()
