"""Units a territory sells in, and quantities with at most three decimals."""

import re
from decimal import Decimal

from django.db import models
from django.utils.translation import get_language, gettext, ngettext
from django.utils.translation import gettext_lazy as _

LARGEST = Decimal("999999999.999")
"""The most a quantity column holds: max_digits=12, decimal_places=3."""
_MACHINE = re.compile(r"[0-9]{1,9}(\.[0-9]{1,9})?", re.ASCII)
_THOUSANDS = re.compile(r"[0-9]{1,3}(\.[0-9]{3})+(,[0-9]{1,9})?", re.ASCII)
_SWAPPED = str.maketrans(",.", ".,")
_COMMA = re.compile(r"[0-9]{1,9},[0-9]{1,9}", re.ASCII)


class Unit(models.TextChoices):
    KG = "kg", _("kilo")
    G = "g", _("gramo")
    T = "t", _("tonelada")
    L = "l", _("litro")
    ML = "ml", _("mililitro")
    UNIT = "unit", _("unidad")
    BOX = "box", _("caja")
    BOTTLE = "bottle", _("botella")
    DOZEN = "dozen", _("docena")
    BUNDLE = "bundle", _("atado")
    PAIR = "pair", _("par")
    PERSON = "person", _("persona")
    DAY = "day", _("día")
    HOUR = "hour", _("hora")
    M = "m", _("metro")
    M2 = "m2", _("metro cuadrado")
    M3 = "m3", _("metro cúbico")
    HA = "ha", _("hectárea")


SYMBOLS = frozenset({Unit.KG, Unit.G, Unit.T, Unit.L, Unit.ML, Unit.M, Unit.HA})
WHOLE = frozenset({Unit.UNIT, Unit.BOX, Unit.BOTTLE, Unit.DOZEN, Unit.BUNDLE, Unit.PAIR, Unit.PERSON})
"""Things that cannot be asked for in parts."""
_BASE = {
    Unit.KG: ("g", Decimal(1000)),
    Unit.G: ("g", Decimal(1)),
    Unit.T: ("g", Decimal(1_000_000)),
    Unit.L: ("ml", Decimal(1000)),
    Unit.ML: ("ml", Decimal(1)),
    Unit.UNIT: ("unit", Decimal(1)),
    Unit.DOZEN: ("unit", Decimal(12)),
}


class BadQuantity(ValueError):
    """The text is not a quantity: not a number, negative, too large, or finer than a thousandth."""


def parse_quantity(text: str) -> Decimal:
    """A decimal string of the API: "500", "1.5"; a decimal comma is understood. Zero is a quantity."""
    text = text.strip()
    if _COMMA.fullmatch(text):
        text = text.replace(",", ".")
    if not _MACHINE.fullmatch(text):
        raise BadQuantity(gettext("Escriba una cantidad, por ejemplo 500 o 1,5."))
    quantity = Decimal(text)
    if quantity != quantity.quantize(Decimal("0.001")):
        raise BadQuantity(gettext("Una cantidad lleva a lo más tres decimales."))
    return quantity.normalize() + 0 if quantity else Decimal(0)


def parse_typed(text: str) -> Decimal:
    """A quantity as people type it in Chile, where the point parts thousands: "1.500" is fifteen hundred."""
    text = text.strip()
    if _THOUSANDS.fullmatch(text):
        text = text.replace(".", "")
    return parse_quantity(text)


def plain(quantity: Decimal) -> str:
    """The API's form: no exponent, no needless zeros: Decimal("1.500") → "1.5"."""
    text = f"{quantity:f}"
    return (text.rstrip("0").rstrip(".") or "0") if "." in text else text


def convert(quantity: Decimal, unit: str, to: str) -> Decimal | None:
    """The quantity in another unit of the same measure; None when the units measure different things."""
    if unit == to:
        return quantity
    base, factor = _BASE.get(Unit(unit), ("", Decimal(0)))
    other, divisor = _BASE.get(Unit(to), (None, Decimal(1)))
    return quantity * factor / divisor if base == other else None


def name(unit: str, count: Decimal | int) -> str:
    """The unit's word after a number, in the active language: "kg", "1 unidad", "3 personas"."""
    n = 1 if count == 1 else 2
    match Unit(unit):
        case Unit.UNIT:
            return ngettext("unidad", "unidades", n)
        case Unit.BOX:
            return ngettext("caja", "cajas", n)
        case Unit.BOTTLE:
            return ngettext("botella", "botellas", n)
        case Unit.DOZEN:
            return ngettext("docena", "docenas", n)
        case Unit.BUNDLE:
            return ngettext("atado", "atados", n)
        case Unit.PAIR:
            return ngettext("par", "pares", n)
        case Unit.PERSON:
            return ngettext("persona", "personas", n)
        case Unit.DAY:
            return ngettext("día", "días", n)
        case Unit.HOUR:
            return ngettext("hora", "horas", n)
        case Unit.M2:
            return "m²"
        case Unit.M3:
            return "m³"
        case symbol:
            return str(symbol.value)


def show(quantity: Decimal | int, unit: str) -> str:
    """For people, in the active language: "500 kg", "1.500,5 kg", "3 personas"."""
    return f"{grouped(quantity)} {name(unit, quantity)}"


def grouped(quantity: Decimal | int) -> str:
    """The number as Chile writes it, 1.500,5, or 1,500.5 for readers of English."""
    text = plain(Decimal(quantity))
    whole, _point, decimals = text.partition(".")
    english = f"{int(whole):,}{'.' if decimals else ''}{decimals}"
    if (get_language() or "es").startswith("en"):
        return english
    return english.translate(_SWAPPED)
