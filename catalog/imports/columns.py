"""The columns of a sheet of products: their titles in both languages, how a text is read, what a product says there.

What a product says is canonical (`texts`), and it is what the export writes: so a sheet that was exported and not
touched changes nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, partial
from typing import Any

from catalog.models import Format, PriceTier, Product, Supply

from .texts import (
    MONTHS_EN,
    MONTHS_ES,
    Lookups,
    channel_labels,
    folded,
    months_text,
    number,
    plain,
    prices_of,
    prices_text,
    read_category,
    read_channels,
    read_choice,
    read_comuna,
    read_flag,
    read_months,
    read_pesos,
    read_prices,
    read_quantity,
    read_text,
    read_whole,
    storage_labels,
    tidy,
    unit_labels,
    write_months,
)

MOST_FORMATS = 8

Read = Callable[[str, Lookups], str]
Say = Callable[[Product, "Supply | None"], str]
Write = Callable[[Product, str], None]


@dataclass(frozen=True)
class Column:
    """`write` is None for what stands on the maker's supply, or is looked up elsewhere."""

    key: str
    es: str
    en: str
    read: Read
    say: Say
    write: Write | None = None
    also: tuple[str, ...] = field(default=())


def _text(key: str, es: str, en: str, attribute: str, most: int, *, lines: bool = False) -> Column:
    return Column(
        key, es, en, partial(read_text, most, lines=lines),
        lambda product, _supply: tidy(getattr(product, attribute), lines=lines),
        lambda product, text: setattr(product, attribute, text),
    )  # fmt: skip


def _flag(key: str, es: str, en: str, attribute: str) -> Column:
    return Column(
        key, es, en, read_flag, lambda product, _supply: "sí" if getattr(product, attribute) else "no",
        lambda product, text: setattr(product, attribute, text == "sí"),
    )  # fmt: skip


def _whole(key: str, es: str, en: str, attribute: str, most: int) -> Column:
    def say(product: Product, _supply: Supply | None) -> str:
        value = getattr(product, attribute)
        return "" if value is None else str(int(value))

    return Column(
        key, es, en, partial(read_whole, most), say, lambda product, text: setattr(product, attribute, int(text))
    )


def _choice(key: str, es: str, en: str, attribute: str, labels: Callable[[], dict[str, str]]) -> Column:
    def write(product: Product, text: str) -> None:
        setattr(product, attribute, next(value for value, label in labels().items() if label == text))

    return Column(
        key, es, en, lambda text, lookups: read_choice(labels(), text, lookups),
        lambda product, _supply: labels()[getattr(product, attribute)], write,
    )  # fmt: skip


def _of_supply(key: str, es: str, en: str, read: Read, say: Callable[[Supply], Any]) -> Column:
    return Column(key, es, en, read, lambda _product, supply: "" if supply is None else str(say(supply)))


def _capacity(place: int) -> Column:
    return _of_supply(
        f"capacity_{place + 1}", MONTHS_ES[place], MONTHS_EN[place], partial(read_whole, 10**6),
        lambda supply: supply.monthly_capacity[place],
    )  # fmt: skip


def _write_channels(product: Product, text: str) -> None:
    product.channels = [value for value, label in channel_labels().items() if label in text.split(", ")]


def _format_at(product: Product, place: int) -> Format | None:
    entries = sorted(product.formats.all(), key=lambda entry: (entry.order, entry.pk or 0))
    return entries[place] if place < len(entries) else None


def _say_format(place: int, what: Callable[[Format], str], product: Product, _supply: Supply | None) -> str:
    entry = _format_at(product, place)
    return "" if entry is None else what(entry)


def _write_format(place: int, change: Callable[[Format, str], None], product: Product, text: str) -> None:
    entries = sorted(product.formats.all(), key=lambda entry: (entry.order, entry.pk or 0))
    if place >= len(entries):
        entries.append(Format(order=max((entry.order for entry in entries), default=-1) + 1))
    change(entries[place], text)
    product.formats.set(entries)


def _name_format(entry: Format, text: str) -> None:
    entry.name_es = text


def _size_format(entry: Format, text: str) -> None:
    entry.size = number(text)


def _price_format(entry: Format, text: str) -> None:
    known = {tier.min_quantity: tier for tier in entry.tiers.all()}
    tiers = []
    for fewest, price in prices_of(text):
        tier = known.get(fewest) or PriceTier(min_quantity=fewest)
        tier.unit_price = price
        tiers.append(tier)
    entry.tiers.set(tiers)


def _prices_said(entry: Format) -> str:
    return prices_text(
        [(tier.min_quantity, tier.unit_price) for tier in sorted(entry.tiers.all(), key=lambda t: t.min_quantity)]
    )


def _format_columns(place: int) -> list[Column]:
    n = place + 1
    parts: list[tuple[str, str, str, Read, Callable[[Format], str], Callable[[Format, str], None]]] = [
        ("name", "formato", "format", partial(read_text, 80), lambda entry: tidy(entry.name_es), _name_format),
        ("size", "contenido", "size", read_quantity, lambda entry: plain(entry.size), _size_format),
        ("price", "precio", "price", read_prices, _prices_said, _price_format),
    ]
    return [
        Column(
            f"format_{part}_{n}", f"{es} {n}", f"{en} {n}", read, partial(_say_format, place, say),
            partial(_write_format, place, change),
        )
        for part, es, en, read, say, change in parts
    ]  # fmt: skip


def _unit_size(product: Product, text: str) -> None:
    product.unit_size = number(text)


COLUMNS: tuple[Column, ...] = (
    Column("code", "código", "code", partial(read_text, 120), lambda product, _supply: product.slug),
    _text("title", "nombre", "name", "title_es", 140),
    _text("title_en", "nombre (inglés)", "name (English)", "title_en", 140),
    Column("category", "categoría", "category", read_category, lambda product, _s: product.category.slug),
    Column("comuna", "comuna", "comuna", read_comuna, lambda product, _s: product.comuna.name),
    _text("summary", "resumen", "summary", "summary_es", 240),
    _text("summary_en", "resumen (inglés)", "summary (English)", "summary_en", 240),
    _text("description", "descripción", "description", "description_es", 4000, lines=True),
    _text("description_en", "descripción (inglés)", "description (English)", "description_en", 4000, lines=True),
    Column("months", "meses a la venta", "months on sale", read_months, lambda p, _s: months_text(p.sale_months),
           partial(write_months, "sale_months"), ("meses", "months")),
    Column("made", "meses de cosecha", "harvest months", read_months, lambda p, _s: months_text(p.months),
           partial(write_months, "months")),
    _choice("measure", "medida", "measure", "base_unit", unit_labels),
    _choice("unit", "unidad de venta mayor", "wholesale unit", "unit", unit_labels),
    Column("unit_size", "contenido de la unidad", "unit size", read_quantity, lambda p, _s: plain(p.unit_size),
           _unit_size),
    _whole("minimum", "pedido mínimo", "minimum order", "minimum", 10**6),
    _of_supply("net_price", "precio neto por unidad", "net unit price", read_pesos, lambda supply: supply.unit_price),
    _of_supply("lead_time", "días de preparación", "lead time days", partial(read_whole, 730),
               lambda supply: supply.lead_time_days),
    *(_capacity(place) for place in range(12)),
    _choice("storage", "conservación", "storage", "storage", storage_labels),
    _whole("shelf_life", "dura (días)", "shelf life (days)", "shelf_life_days", 36_500),
    _text("allergens", "alérgenos", "allergens", "allergens_es", 160),
    Column("channels", "canales", "channels", read_channels, lambda p, _s: ", ".join(
        label for value, label in channel_labels().items() if value in p.channels), _write_channels),
    _flag("made_to_order", "a pedido", "made to order", "made_to_order"),
    _flag("alcohol", "lleva alcohol", "alcohol", "alcohol"),
    *(column for place in range(MOST_FORMATS) for column in _format_columns(place)),
)  # fmt: skip
BY_KEY = {column.key: column for column in COLUMNS}
SUPPLY_KEYS = frozenset({"net_price", "lead_time", *(f"capacity_{month}" for month in range(1, 13))})


@cache
def _titles() -> dict[str, str]:
    found: dict[str, str] = {}
    for column in COLUMNS:
        for title in (column.es, column.en, *column.also):
            found.setdefault(folded(title), column.key)
    return found


def heading_of(title: str) -> str:
    """The key of the column with this title, in Spanish or English; "" for one we do not know."""
    return _titles().get(folded(title.strip("'*: ")), "")
