"""Bodies of blocks out of the plain lists of the data. Block ids come from their place, so both languages agree."""

import json
import uuid
from dataclasses import dataclass
from typing import Any, Self

from django.utils.html import escape

from catalog.models import Product
from producers.models import Network, Producer
from routes.models import Circuit
from territories.models import Territory

Row = dict[str, Any]
NAMESPACE = uuid.UUID("4f0c7c52-6f4b-4a2e-9d7e-0d7a5c3f1b10")


@dataclass
class Chosen:
    """Keys of the records that pages name, by slug; each kind is read once."""

    products: dict[str, int]
    producers: dict[str, int]
    networks: dict[str, int]
    circuits: dict[str, int]
    territories: dict[str, Territory]

    @classmethod
    def of_today(cls) -> Self:
        def keys(model: Any) -> dict[str, int]:
            return dict(model.objects.values_list("slug", "pk"))

        return cls(
            products=keys(Product),
            producers=keys(Producer),
            networks=keys(Network),
            circuits=keys(Circuit),
            territories={territory.slug: territory for territory in Territory.objects.all()},
        )


def block(kind: str, value: Any, *place: object) -> Row:
    return {"type": kind, "value": value, "id": str(uuid.uuid5(NAMESPACE, "/".join(map(str, (kind, *place)))))}


def listed(keys: list[int], *place: object) -> list[Row]:
    return [block("item", key, *place, number) for number, key in enumerate(keys)]


def section(row: Row, lang: str, **more: Any) -> Row:
    texts = {name: row.get(f"{name}_{lang}") or "" for name in ("overline", "title", "intro", "link")}
    return texts | more


def body(rows: list[Row], lang: str, chosen: Chosen) -> str:
    """The stream as JSON; what names a record that is not there is left out, in both languages alike."""
    blocks = [_block(row, number, chosen) for number, row in enumerate(rows)]
    return json.dumps([found for found in blocks if found is not None])


def _block(row: Row, number: int, chosen: Chosen) -> Row | None:
    kind, value = row["type"], row["value"]
    match kind:
        case "paragraph":
            return block(kind, f"<p>{escape(value)}</p>", number)
        case "heading":
            return block(kind, value, number)
        case "quote":
            return block(kind, {"text": value["text"], "by": value.get("by", "")}, number)
        case "callout":
            return block(kind, {"title": value["title"], "text": value["text"]}, number)
        case "products":
            return _shelf({}, "es", _pks(chosen.products, value), number)
        case "circuit":
            return _record("circuits", {"circuits": _keys(chosen.circuits, [value], number)}, number)
        case "producer" | "network" | "territory":
            known: dict[str, Any] = getattr(chosen, {"territory": "territories"}.get(kind, f"{kind}s"))
            found = known.get(value)
            return _record(kind, {kind: getattr(found, "pk", found)}, number) if found else None
        case _:
            raise ValueError(f"A page cannot hold a block of type {kind!r}.")


def _keys(known: dict[str, int], slugs: list[str], *place: object) -> list[Row]:
    return listed(_pks(known, slugs), *place)


def _pks(known: dict[str, int], slugs: list[str]) -> list[int]:
    return [known[slug] for slug in slugs if slug in known]


def _record(kind: str, more: Row, number: int) -> Row:
    return block(kind, section({}, "es", **more), number)


def _shelf(row: Row, lang: str, keys: list[int], number: int) -> Row:
    value = section(row, lang, products=listed(keys, number), territory=None, category=None, in_season=False, count=6)
    return block("products", value, number)


def heroes(rows: list[Row], lang: str, chosen: Chosen) -> str:
    found = []
    for number, row in enumerate(rows):
        if row["product"] not in chosen.products:
            continue
        value = {name: row[f"{name}_{lang}"] for name in ("eyebrow", "title", "standfirst", "action")}
        value |= {"months": [str(month) for month in row["months"]], "product": chosen.products[row["product"]]}
        found.append(block("hero", value, number))
    return json.dumps(found)


def home_body(rows: list[Row], lang: str, chosen: Chosen, stories: dict[str, int]) -> str:
    blocks = [_home_block(row, lang, number, chosen, stories) for number, row in enumerate(rows)]
    return json.dumps([found for found in blocks if found is not None])


def _home_block(row: Row, lang: str, number: int, chosen: Chosen, stories: dict[str, int]) -> Row | None:
    match row["key"].split("-")[0]:
        case "almanac":
            return block("almanac", section(row, lang, count=8), number)
        case "territories":
            return block("strip", section(row, lang), number)
        case "shelf":
            return _shelf(row, lang, _pks(chosen.products, row["products"]), number)
        case "circuits":
            keys = _keys(chosen.circuits, row["circuits"], number)
            return block("circuits", section(row, lang, circuits=keys), number)
        case "story":
            story = stories.get(row["story"])
            return block("story", section(row, lang, story=story), number) if story else None
        case "quote":
            return block("call", section(row, lang, page=None, path="/consultas/nueva/"), number)
        case key:
            raise ValueError(f"The home page has no part {key!r}.")
