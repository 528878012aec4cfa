"""What an inquiry may say, whichever door it comes through: the form and the API clean by these rules.

Each function answers the clean value or raises BadField, whose message is for people, in the active language.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import TypeVar

from babel import Locale
from django.utils import timezone
from django.utils.translation import gettext as _

from catalog.models import Category, Product
from foundation import units
from foundation.mail import BadAddress, checked_address
from foundation.units import Unit
from inquiries.services import LineRequest
from producers.models import Seal
from routes.models import Circuit
from territories.models import Territory

T = TypeVar("T")
MOST_LINES = 50
MOST_SEALS = 10
LARGEST_QUANTITY = Decimal(10_000_000)
LARGEST_PRICE = 1_000_000_000
LONGEST_AHEAD = timedelta(days=731)
PHONE = re.compile(r"\+?[0-9][0-9 ().\-]{5,28}", re.ASCII)
RUT = re.compile(r"0*([1-9][0-9]{5,8})-?([0-9K])", re.ASCII)
COUNTRIES = {code for code in map(str, Locale("es").territories) if re.fullmatch("[A-Z]{2}", code)} - {"ZZ", "EU", "UN"}
_TURNS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Marks that turn the direction of writing, and so can show a text other than it is."""


class BadField(ValueError):
    """`field` is the path into the request: "lines[0].quantity"."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field
        self.message = message


def line_of_text(value: str, field: str, longest: int, *, required: bool = False) -> str:
    """One line, without control characters, line breaks of any alphabet, or marks that turn the writing."""
    text = value.strip()
    if any(unicodedata.category(char) in {"Cc", "Zl", "Zp", "Cs"} or char in _TURNS for char in text):
        raise BadField(field, _("Tiene caracteres que no se pueden escribir aquí."))
    if len(text) > longest:
        raise BadField(field, _("Admite hasta %(count)s caracteres.") % {"count": longest})
    if required and not text:
        raise BadField(field, _("Falta este dato."))
    return text


def paragraphs(value: str, field: str, longest: int) -> str:
    """A text of several lines; line ends become \\n."""
    text = value.replace("\r\n", "\n").replace("\r", "\n").strip()
    for part in re.split(r"[\n\t]", text):
        line_of_text(part, field, longest)
    if len(text) > longest:
        raise BadField(field, _("Admite hasta %(count)s caracteres.") % {"count": longest})
    return text


def email(value: str, field: str) -> str:
    try:
        return checked_address(line_of_text(value, field, 254, required=True))
    except BadAddress:
        raise BadField(field, _("Escriba un correo válido, por ejemplo nombre@ejemplo.cl.")) from None


def phone(value: str, field: str) -> str:
    text = line_of_text(value, field, 30)
    if text and not PHONE.fullmatch(text):
        raise BadField(field, _("Escriba un teléfono, por ejemplo +56 9 1234 5678."))
    return text


def rut(value: str, field: str, *, required: bool = False) -> str:
    """Chile's tax number with its check digit (modulo 11), however it was typed, as «12.345.678-5»."""
    text = line_of_text(value, field, 20, required=required)
    if not text:
        return ""
    match = RUT.fullmatch(re.sub(r"[.\s]", "", text).upper())
    if match is None or check_digit(int(match[1])) != match[2]:
        raise BadField(field, _("Ese RUT no es válido. Escríbalo así: 12.345.678-5."))
    return f"{int(match[1]):,}".replace(",", ".") + f"-{match[2]}"


def check_digit(number: int) -> str:
    """Each digit from the right times 2, 3 … 7, 2, 3 …; what lacks to a multiple of 11."""
    total = sum(int(digit) * (2 + place % 6) for place, digit in enumerate(reversed(str(number))))
    return "0123456789K0"[11 - total % 11]


def country(value: str, field: str) -> str:
    code = value.strip().upper()
    if code not in COUNTRIES:
        raise BadField(field, _("Escriba el código de un país, por ejemplo CL."))
    return code


def needed_by(day: date | None, field: str) -> date | None:
    today = timezone.localdate()
    if day is not None and day < today:
        raise BadField(field, _("Esa fecha ya pasó."))
    if day is not None and day > today + LONGEST_AHEAD:
        raise BadField(field, _("La fecha puede estar a lo más dos años adelante."))
    return day


def quantity(text: str, unit: str, field: str, *, typed: bool = False) -> Decimal:
    """More than nothing, not absurdly much, and whole where the unit is. `typed`: the point parts thousands."""
    try:
        number = (units.parse_typed if typed else units.parse_quantity)(text)
    except units.BadQuantity as error:
        raise BadField(field, str(error)) from None
    if number <= 0:
        raise BadField(field, _("La cantidad debe ser mayor que cero."))
    if number > LARGEST_QUANTITY:
        raise BadField(
            field, _("Es demasiado: pida hasta %(most)s.") % {"most": f"{LARGEST_QUANTITY:,}".replace(",", ".")}
        )
    if unit in units.WHOLE and number != int(number):
        raise BadField(field, _("Pida un número entero de %(unit)s.") % {"unit": units.name(unit, 2)})
    return number


def price(value: int | None, field: str) -> int | None:
    if value is not None and not 1 <= value <= LARGEST_PRICE:
        raise BadField(field, _("El precio va de $1 a $%(most)s.") % {"most": f"{LARGEST_PRICE:,}".replace(",", ".")})
    return value


def coordinate(value: float | None, field: str, limit: float) -> float | None:
    if value is not None and not -limit <= value <= limit:
        raise BadField(field, _("Debe estar entre %(least)s y %(most)s.") % {"least": -limit, "most": limit})
    return value


@dataclass(frozen=True)
class RawLine:
    """A line as it came: slugs and texts."""

    quantity: str
    unit: str
    product: str = ""
    category: str = ""
    circuit: str = ""
    territory: str = ""
    seals: Sequence[str] = ()
    max_unit_price: int | None = None


@dataclass
class Shelf:
    """What the lines name, read in one query a kind."""

    products: dict[str, Product] = field(default_factory=dict)
    categories: dict[str, Category] = field(default_factory=dict)
    circuits: dict[str, Circuit] = field(default_factory=dict)
    territories: dict[str, Territory] = field(default_factory=dict)
    seals: set[str] = field(default_factory=set)


def fetch(raw: Iterable[RawLine]) -> Shelf:
    lines = list(raw)
    shelf = Shelf()
    if slugs := {line.product for line in lines if line.product}:
        products = Product.objects.filter(slug__in=slugs, live=True).select_related("territory")
        shelf.products = {row.slug: row for row in products}
    if slugs := {line.category for line in lines if line.category}:
        shelf.categories = {row.slug: row for row in Category.objects.filter(slug__in=slugs)}
    if slugs := {line.circuit for line in lines if line.circuit}:
        circuits = Circuit.objects.filter(slug__in=slugs, live=True).select_related("territory")
        shelf.circuits = {row.slug: row for row in circuits}
    if slugs := {line.territory for line in lines if line.territory}:
        shelf.territories = {row.slug: row for row in Territory.objects.filter(slug__in=slugs, live=True)}
    if slugs := {slug for line in lines for slug in line.seals}:
        shelf.seals = set(Seal.objects.filter(slug__in=slugs).values_list("slug", flat=True))
    return shelf


def line(raw: RawLine, shelf: Shelf, at: str, *, typed: bool = False) -> LineRequest:
    """One line against what is there; `at` is its path, "lines[0]"."""
    named = [name for name in ("product", "circuit", "category") if getattr(raw, name)]
    if len(named) > 1:
        raise BadField(f"{at}.{named[1]}", _("Pida una sola cosa por línea: un producto, un circuito o una categoría."))
    if not named and not raw.territory:
        raise BadField(f"{at}.product", _("Diga qué busca: un producto, un circuito, una categoría o un territorio."))
    wanted = LineRequest(
        quantity=Decimal(0),
        unit=_unit(raw.unit, f"{at}.unit"),
        product=_named(shelf.products, raw.product, f"{at}.product"),
        category=_named(shelf.categories, raw.category, f"{at}.category"),
        circuit=_named(shelf.circuits, raw.circuit, f"{at}.circuit"),
        territory=_named(shelf.territories, raw.territory, f"{at}.territory"),
        seals=_seals(raw.seals, shelf, f"{at}.seals"),
        max_unit_price=price(raw.max_unit_price, f"{at}.max_unit_price"),
    )
    _check_measure(wanted, f"{at}.unit")
    amount = quantity(raw.quantity, wanted.unit, f"{at}.quantity", typed=typed)
    return replace(wanted, quantity=amount)


def _named(rows: dict[str, T], slug: str, field: str) -> T | None:
    if not slug:
        return None
    if slug not in rows:
        raise BadField(field, _("No existe «%(slug)s».") % {"slug": slug[:120]})
    return rows[slug]


def _unit(value: str, field: str) -> str:
    if value not in Unit.values:
        raise BadField(field, _("Unidades posibles: %(values)s.") % {"values": ", ".join(Unit.values)})
    return value


def _seals(slugs: Sequence[str], shelf: Shelf, field: str) -> list[str]:
    wanted = list(dict.fromkeys(slugs))
    if len(wanted) > MOST_SEALS:
        raise BadField(field, _("Admite hasta %(count)s elementos.") % {"count": MOST_SEALS})
    for position, slug in enumerate(wanted):
        if slug not in shelf.seals:
            raise BadField(f"{field}[{position}]", _("No existe «%(slug)s».") % {"slug": slug[:120]})
    return wanted


def units_for(product: Product) -> list[str]:
    """The units a product can be asked for in: its unit of sale, and those of its measure."""
    return [unit for unit in Unit.values if product.in_units(Decimal(1), unit) is not None]


def _check_measure(wanted: LineRequest, field: str) -> None:
    if wanted.circuit and wanted.unit != Unit.PERSON:
        raise BadField(field, _("Un circuito se pide por personas: person."))
    if wanted.product and wanted.product.in_units(Decimal(1), wanted.unit) is None:
        possible = ", ".join(units_for(wanted.product))
        raise BadField(field, _("Este producto se pide en: %(units)s.") % {"units": possible})
