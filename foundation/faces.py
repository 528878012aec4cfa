"""How a person is drawn: chosen once from the slug, so poster and portrait agree."""

import random
import zlib
from dataclasses import dataclass
from typing import Self

HATS = ("chupalla", "gorro", "panuelo", "jockey", "boina", "none")
WOMEN_HAIR = ("plaits", "long", "bun", "bob", "wavy")
MEN_HAIR = ("short", "parted", "curls")
DRESS = ("poncho", "apron", "shirt", "shawl", "sweater")

WOMEN = frozenset(
    "Belén Carmen Consuelo Doris Edith Elizabeth Ester Gladys Inés Irene Isabel Judith Luz Margot Marisol Mercedes "
    "Miriam Nancy Nelly Nieves Noemí Pilar Raquel Rosario Ruth Sol Soledad".split()
)
MEN = frozenset(["Bautista", "Borja"])  # given names of men that end in a


def is_woman(name: str) -> bool | None:
    """A guess from a Chilean given name, good enough to draw by; None when there is no name."""
    first = name.split()[0] if name.split() else ""
    if not first:
        return None
    return first in WOMEN or (first.endswith("a") and first not in MEN)


@dataclass(frozen=True)
class Look:
    """`hat` is one of HATS; `beard` is none, moustache or beard; `glasses` and `grey` are drawn or not."""

    hat: str
    hair: str
    dress: str
    beard: str
    glasses: bool
    grey: bool
    woman: bool
    broad: bool

    @classmethod
    def of(cls, slug: str, hat: str = "", woman: bool | None = None) -> Self:
        """The look of this slug; a hat outside HATS, or none given, is chosen too.

        `hat` may say who wears it, as a record's `portrait` does: "gorro mujer", "jockey hombre", "hombre".
        """
        words = hat.split()
        if {"mujer", "hombre"} & set(words):
            woman = "mujer" in words
        rng = random.Random(zlib.crc32(f"face {slug}".encode()))
        she = rng.random() < 0.55 if woman is None else woman
        hats = (
            ("chupalla", "panuelo", "none", "none", "gorro")
            if she
            else ("chupalla", "jockey", "boina", "gorro", "none")
        )
        worn = next((word for word in words if word in HATS), "") or rng.choice(hats)
        styles = [style for style in WOMEN_HAIR if worn == "none" or style != "bun"] if she else MEN_HAIR
        return cls(
            hat=worn,
            hair=rng.choice(styles),
            dress=rng.choice(
                ("shawl", "apron", "sweater", "shirt") if she else ("poncho", "shirt", "sweater", "apron")
            ),
            beard="none" if she else rng.choice(("none", "moustache", "beard", "moustache")),
            glasses=rng.random() < 0.22,
            grey=rng.random() < 0.3,
            woman=she,
            broad=rng.random() < 0.45,
        )
