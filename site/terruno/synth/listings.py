"""Made-up products with their formats, prices and supplies: number n of a seed is always the same one."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from random import Random
from typing import Any

from django.utils.text import slugify

from foundation.months import mask

from .makers import DRAFTS, Line, Maker
from .wares import Ware

VAT = Decimal("1.19")
TIERS = ((1, 100), (6, 93), (24, 86))
"""From how many pieces, and the price in hundredths of the single one."""


@dataclass(frozen=True)
class Listing:
    """Columns of a product and of the rows that hang on it; `supplies` name their producer by number."""

    row: dict[str, Any]
    formats: tuple[tuple[dict[str, Any], tuple[dict[str, Any], ...]], ...]
    supplies: tuple[tuple[int, dict[str, Any]], ...]
    category: str


def listing(seed: int, number: int, makers: Sequence[Maker], neighbours: dict[int, list[Maker]]) -> Listing:
    rng = Random(f"{seed} product {number}")
    main = makers[rng.randrange(len(makers))]
    line = rng.choice(main.lines)
    ware = line.ware
    price = _pretty(rng.randint(*ware.prices))
    others = neighbours[main.ground.pk]
    hands = {main.number: main} | {
        m.number: m for m in rng.sample(others, min(len(others), rng.choice((0, 0, 0, 1, 2))))
    }
    made, sold = _span(ware.season[0], ware.season[1]), _span(ware.season[0], ware.sold)
    formats = tuple(_format(ware, order, price) for order in range(len(ware.formats)))
    supplies = tuple((n, _supply(rng, ware, price, made, sold)) for n in hands)
    row = _words(rng, seed, number, line, main) | _facts(rng, line, main, made, sold) | _price(ware, price)
    return Listing(row, formats, supplies, ware.category)


def _words(rng: Random, seed: int, number: int, line: Line, main: Maker) -> dict[str, Any]:
    ware, place = line.ware, main.comuna[1]
    name_es, name_en = rng.choice(ware.names)
    trait_es, trait_en = rng.choice(ware.traits)
    title = f"{name_es} {trait_es} de {place}"
    return {
        "slug": f"{slugify(title)[:90]}-s{seed}-{number}",
        "title_es": title,
        "title_en": f"{trait_en.capitalize()} {name_en} from {place}",
        "summary_es": f"{name_es} {trait_es}, de {main.name}, en {place}.",
        "summary_en": f"{trait_en.capitalize()} {name_en} by {main.name}, in {place}.",
        "description_es": f"De {main.person}, en {place}, {main.ground.name}. Se entrega así: {ware.formats[0][0]}.",
        "description_en": f"Made by {main.person} in {place}, {main.ground.name}. Delivered as {ware.formats[0][1]}.",
        "keywords_es": f"{name_es.lower()}, {trait_es}",
        "keywords_en": f"{name_en}, {trait_en}",
        "unit_name_es": ware.words[0],
        "unit_name_en": ware.words[1],
    }


def _facts(rng: Random, line: Line, main: Maker, made: list[int], sold: list[int]) -> dict[str, Any]:
    ware = line.ware
    channels = ["direct", *(channel for channel in ("shop", "restaurant", "export") if rng.random() < 0.45)]
    live = main.live and rng.random() >= DRAFTS
    return {
        "category_id": line.category_pk,
        "territory_id": main.ground.pk,
        "comuna_id": main.comuna[0],
        "unit": ware.unit,
        "base_unit": ware.base,
        "unit_size": Decimal(str(ware.size)),
        "months": mask(made),
        "sale_months": mask(sold),
        "lead_time_days": rng.randint(*ware.lead),
        "minimum": Decimal(max(1, ware.capacity[0] // 10)),
        "shelf_life_days": rng.choice((15, 30, 90, 180, 365, 730)),
        "storage": ware.storage,
        "alcohol": ware.alcohol,
        "made_to_order": ware.to_order,
        "channels": channels,
        "live": live,
        "has_unpublished_changes": not live,
        "fictional": True,
    }


def _price(ware: Ware, price: int) -> dict[str, Any]:
    return {"price_from": price, "price_format_es": ware.formats[0][0], "price_format_en": ware.formats[0][1]}


def _format(ware: Ware, order: int, price: int) -> tuple[dict[str, Any], tuple[dict[str, Any], ...]]:
    name_es, name_en, size = ware.formats[order]
    single = price if order == 0 else _pretty(round(price * size / ware.formats[0][2] * 0.9))
    tiers = tuple({"min_quantity": n, "unit_price": _pretty(single * share // 100)} for n, share in TIERS[: 3 - order])
    return {"order": order, "name_es": name_es, "name_en": name_en, "size": Decimal(str(size))}, tiers


def _supply(rng: Random, ware: Ware, price: int, made: list[int], sold: list[int]) -> dict[str, Any]:
    most = rng.randint(*ware.capacity)
    multiple = rng.choice((1, 1, 5, 6, 12)) if most >= 60 else 1
    net = Decimal(price) / VAT * Decimal(str(ware.size / ware.formats[0][2]))
    return {
        "monthly_capacity": [most if m in made else most // 3 if m in sold else 0 for m in range(1, 13)],
        "minimum": max(multiple, most // 20),
        "multiple": multiple,
        "unit_price": max(1, int(net * rng.randint(62, 82) / 100)),
        "lead_time_days": rng.randint(*ware.lead),
        "paused": rng.random() < 0.02,
    }


def _span(first: int, length: int) -> list[int]:
    return sorted({(first - 1 + step) % 12 + 1 for step in range(length)})


def _pretty(pesos: int) -> int:
    """To the hundred, and to the thousand when it is much money."""
    step = 100 if pesos < 100_000 else 1000
    return max(step, round(pesos / step) * step)
