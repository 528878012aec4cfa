"""What made-up producers sell: `data/wares.json` has each kind of goods, with the ranges a listing is drawn from."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Pair = tuple[str, str]
"""Spanish and English."""


@dataclass(frozen=True)
class Ware:
    """`prices` and `capacity` are ranges: price of the first format in pesos with VAT, units of sale a month.

    `season` is first month and number of months, `sold` the months on sale from that first one.
    """

    category: str
    names: tuple[Pair, ...]
    traits: tuple[Pair, ...]
    formats: tuple[tuple[str, str, float], ...]
    prices: tuple[int, int]
    capacity: tuple[int, int]
    unit: str = "unit"
    base: str = "kg"
    size: float = 1.0
    words: Pair = ("unidad", "piece")
    season: tuple[int, int] = (1, 12)
    sold: int = 12
    storage: str = "ambient"
    lead: tuple[int, int] = (2, 7)
    alcohol: bool = False
    to_order: bool = False


def _pair(text: str) -> Pair:
    """ "pan / bread" as its two sides."""
    spanish, english = text.split(" / ")
    return spanish, english


def _ware(row: dict[str, Any]) -> Ware:
    read = {
        "names": tuple(_pair(text) for text in row["names"]),
        "traits": tuple(_pair(text) for text in row["traits"]),
        "formats": tuple((f["name_es"], f["name_en"], f["size"]) for f in row["formats"]),
    }
    ranges = {key: tuple(row[key]) for key in ("prices", "capacity", "season", "lead") if key in row}
    words = {"words": _pair(row["words"])} if "words" in row else {}
    return Ware(**(row | read | ranges | words))


WARES = tuple(
    _ware(row) for row in json.loads((Path(__file__).parent / "data" / "wares.json").read_text(encoding="utf-8"))
)
