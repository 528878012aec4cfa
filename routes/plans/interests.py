"""What people like to see on the way: a chip of the form, and the beginnings of words by which places are known."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

WORD = re.compile(r"[a-z0-9]{3,}")
LEAST_STEM = 3


@dataclass(frozen=True, slots=True)
class Interest:
    slug: str
    label: Promise
    stems: tuple[str, ...]


INTERESTS = (
    Interest("queso", _("Quesos"), ("ques", "cabra", "cabrit", "leche")),
    Interest("vino", _("Vinos y pisco"), ("vino", "vina", "vinas", "vendimi", "parron", "bodeg", "pisc")),
    Interest("mar", _("Mar y caletas"), ("mar", "playa", "calet", "coster", "costa", "bote", "puert", "faro", "isla")),
    Interest("comida", _("Comer bien"), ("cocin", "mercad", "feri", "almuerz", "marisc", "empanad", "pescad")),
    Interest("campo", _("Huertas y olivos"), ("oliv", "huert", "cultiv", "miel", "ajo", "salin", "sal", "corder")),
    Interest("oficios", _("Oficios y artesanía"), ("artesan", "taller", "telar", "crin", "gred", "lana", "tejid")),
    Interest("historia", _("Historia y museos"), ("museo", "monument", "histor", "arqueolog", "fuert", "estacion")),
    Interest("iglesias", _("Iglesias"), ("iglesi", "santuari", "capill", "templ")),
    Interest("naturaleza", _("Bosques y parques"), ("parqu", "reserv", "bosqu", "araucari", "lagun", "lago", "salto")),
    Interest("termas", _("Termas"), ("terma", "poza")),
    Interest("poesia", _("Poesía"), ("poet", "poesi", "nerud", "huidobr", "mistral")),
    Interest("cielo", _("Cielos y estrellas"), ("ciel", "observatori", "estrell", "telescopi")),
)  # fmt: skip
KNOWN = {interest.slug: interest for interest in INTERESTS}


def plain(text: str) -> str:
    """Without accents and case."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


@lru_cache(maxsize=4096)
def words(text: str) -> frozenset[str]:
    return frozenset(WORD.findall(plain(text)))


def stems_of(interest: str) -> tuple[str, ...]:
    """Those of a known interest, or of a word as it was typed, short of its plural."""
    known = KNOWN.get(plain(interest))
    if known:
        return known.stems
    return tuple(_singular(word) for word in WORD.findall(plain(interest)))


def _singular(word: str) -> str:
    for ending in ("es", "s"):
        if word.endswith(ending) and len(word) - len(ending) > LEAST_STEM:
            return word.removesuffix(ending)
    return word


def strength(interest: str, texts: Mapping[str, int]) -> int:
    """How much texts, each with its weight, speak of the interest: the greatest weight of one that does."""
    stems = stems_of(interest)
    return max((weight for text, weight in texts.items() if speaks_of(text, stems)), default=0)


def speaks_of(text: str, stems: Iterable[str]) -> bool:
    found = words(text)
    return any(_begins(word, stem) for stem in stems for word in found)


def _begins(word: str, stem: str) -> bool:
    """Whole words only for the short ones: «mar» is not in «marzo», «sal» not in «salón»."""
    return word.startswith(stem) if len(stem) > LEAST_STEM else word in (stem, f"{stem}s")
