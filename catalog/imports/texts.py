"""How each kind of cell is read: a text becomes its canonical form, or says what to write instead.

Reading a canonical text again gives the same.
"""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from catalog.enums import Channel, Storage
from catalog.models import Product
from foundation import months, units
from foundation.units import Unit

MONTHS_ES = ("ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic")
MONTHS_EN = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
ALL_YEAR = "todo el año"
MOST_TIERS = 12
_PESOS = re.compile(r"\$? ?([0-9]{1,9}|[0-9]{1,3}(?:\.[0-9]{3}){1,2})", re.ASCII)


class Wrong(Exception):
    """The text is not what the column takes; says what to write."""


@dataclass
class Lookups:
    """What a row may point at, read once a sheet."""

    categories: dict[str, str]
    """By folded slug and name, its slug."""
    comunas: dict[str, str]
    """By folded code and name, its name: those of the maker's territory."""


def folded(text: str) -> str:
    """Without capitals, accents and needless spaces: how titles and names are compared."""
    bare = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(sign for sign in bare if not unicodedata.combining(sign)).replace("_", " ").split())


def tidy(text: str, *, lines: bool = False) -> str:
    """A text as a cell can hold it."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip(" \u00a0\n\t")
    return text if lines else " ".join(text.split("\n"))


def read_text(most: int, text: str, _lookups: Lookups, *, lines: bool = False) -> str:
    text = tidy(text, lines=lines)
    if len(text) > most:
        raise Wrong(_("Tiene más de %(most)s letras: acórtelo.") % {"most": most})
    return text


def read_quantity(text: str, _lookups: Lookups) -> str:
    try:
        quantity = units.parse_typed(text)
    except units.BadQuantity as error:
        raise Wrong(str(error))
    if not 0 < quantity <= 999_999:
        raise Wrong(_("La cantidad va por sobre 0 y hasta %(most)s.") % {"most": "999.999"})
    return plain(quantity)


def read_whole(most: int, text: str, _lookups: Lookups) -> str:
    digits = text.replace(".", "").strip()
    if not digits.isascii() or not digits.isdecimal() or int(digits) > most:
        raise Wrong(_("Escriba un número entero, de 0 a %(most)s.") % {"most": units.grouped(most)})
    return str(int(digits))


def read_pesos(text: str, _lookups: "Lookups | None" = None) -> str:
    found = _PESOS.fullmatch(text.strip())
    if found is None or not int(found[1].replace(".", "")):
        raise Wrong(_("Escriba el precio en pesos, sin decimales: 12.990."))
    return str(int(found[1].replace(".", "")))


def read_flag(text: str, _lookups: Lookups) -> str:
    match folded(text):
        case "si" | "yes" | "x" | "1" | "true" | "verdadero":
            return "sí"
        case "no" | "0" | "false" | "falso":
            return "no"
    raise Wrong(_("Escriba «sí» o «no»."))


def read_months(text: str, _lookups: Lookups) -> str:
    """«sep, oct, nov», «sep a mar», «todo el año», in Spanish or English."""
    if folded(text) in (folded(ALL_YEAR), "all year"):
        return ALL_YEAR
    found: set[int] = set()
    for part in filter(None, (part.strip() for part in re.split(r"[,;/\n]| y | and ", text))):
        first, _to, last = re.sub(r"\s+(?:a|to|-|–)\s+|(?<=\w)[-–](?=\w)", "|", part).partition("|")
        start, end = _month(first), _month(last or first)
        found |= {(start + step - 1) % 12 + 1 for step in range((end - start) % 12 + 1)}
    return months_text(months.mask(found))


def _month(text: str) -> int:
    name = folded(text)[:3]
    for names in (MONTHS_ES, MONTHS_EN):
        if name in names and len(folded(text)) >= 3:
            return names.index(name) + 1
    if text.strip().isdecimal() and 1 <= int(text) <= 12:
        return int(text)
    raise Wrong(_("«%(text)s» no es un mes. Escriba «sep, oct, nov» o «todo el año».") % {"text": text[:30]})


def months_text(mask: int) -> str:
    if mask == months.ALL_YEAR:
        return ALL_YEAR
    return ", ".join(MONTHS_ES[month - 1] for month in months.months(mask))


def write_months(name: str, product: Product, text: str) -> None:
    mask = months.ALL_YEAR if text == ALL_YEAR else months.mask(MONTHS_ES.index(part) + 1 for part in text.split(", "))
    setattr(product, name, mask)


def read_choice(labels: dict[str, str], text: str, _lookups: Lookups) -> str:
    """One of a set of values, by its label in either language or its value; canonical is the Spanish label."""
    by_word = {folded(label): label for label in labels.values()} | {folded(v): label for v, label in labels.items()}
    found = by_word.get(folded(text))
    if found is None:
        raise Wrong(_("Escriba una de estas: %(values)s.") % {"values": ", ".join(labels.values())})
    return found


def read_channels(text: str, lookups: Lookups) -> str:
    parts = [part for part in re.split(r"[,;\n]", text) if part.strip()]
    found = {read_choice(channel_labels(), part, lookups) for part in parts}
    return ", ".join(label for label in channel_labels().values() if label in found)


@cache
def unit_labels() -> dict[str, str]:
    return {unit.value: _spanish(unit.label) for unit in Unit}


@cache
def storage_labels() -> dict[str, str]:
    return {value.value: _spanish(value.label) for value in Storage}


@cache
def channel_labels() -> dict[str, str]:
    return {value.value: _spanish(value.label) for value in Channel}


def _spanish(label: Any) -> str:
    with translation.override("es"):
        return str(label)


def read_category(text: str, lookups: Lookups) -> str:
    found = lookups.categories.get(folded(text))
    if found is None:
        raise Wrong(_("No hay una repisa «%(text)s». Copie una de la lista de categorías.") % {"text": text[:60]})
    return found


def read_comuna(text: str, lookups: Lookups) -> str:
    found = lookups.comunas.get(folded(text))
    if found is None:
        raise Wrong(_("«%(text)s» no es una comuna de su territorio.") % {"text": text[:60]})
    return found


def read_prices(text: str, _lookups: Lookups) -> str:
    """«7500», or with prices by quantity «7500; 6: 6800»."""
    tiers = []
    for part in filter(None, (part.strip() for part in re.split(r"[;\n]", text))):
        fewest, colon, price = part.partition(":")
        tiers.append(
            (int(read_whole(100_000, fewest, _lookups)) if colon else 1, int(read_pesos(price if colon else part)))
        )
    steps = [fewest for fewest, _price in tiers]
    if not tiers or steps != sorted(set(steps)) or steps[0] < 1 or len(tiers) > MOST_TIERS:
        raise Wrong(_("Escriba el precio, y después los tramos en orden: «7500; 6: 6800»."))
    return prices_text(tiers)


def prices_text(tiers: list[tuple[int, int]]) -> str:
    return "; ".join(str(price) if fewest == 1 else f"{fewest}: {price}" for fewest, price in tiers)


def prices_of(text: str) -> list[tuple[int, int]]:
    parts = (part.rpartition(": ") for part in text.split("; "))
    return [(int(fewest or 1), int(price)) for fewest, _colon, price in parts]


def plain(quantity: Decimal) -> str:
    return units.plain(Decimal(quantity)).replace(".", ",")


def number(text: str) -> Decimal:
    return Decimal(text.replace(",", "."))
