"""Made-up circuits: a territory's places in an order, with hosts."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from django.utils.text import slugify

from foundation.months import mask
from routes.distances import length_km
from terruno.scatter import point_in

from .makers import DRAFTS, Ground, Maker
from .names import PLACE_SORTS, PLACES, ROADS, THEMES

HOURS = {day: [["10:00", "18:00"]] for day in ("tue", "wed", "thu", "fri", "sat", "sun")} | {"mon": []}


@dataclass(frozen=True)
class Tour:
    """Columns of a circuit, its places in order with the day of each, and its hosts by their place among the makers."""

    row: dict[str, Any]
    places: tuple[tuple[int, dict[str, Any]], ...]
    hosts: tuple[tuple[int, dict[str, Any]], ...]
    territory: int


def tour(seed: int, number: int, grounds: Sequence[Ground], neighbours: dict[int, list[Maker]]) -> Tour:
    rng = Random(f"{seed} circuit {number}")
    ground = rng.choice(grounds)
    theme_es, theme_en, themes = rng.choice(THEMES)
    days, first = rng.choice((1, 1, 2, 3)), rng.randint(1, 12)
    title = f"{rng.choice(ROADS)} {theme_es} de {rng.choice(PLACES)}"
    live = rng.random() >= DRAFTS
    row = {
        "slug": f"{slugify(title)[:90]}-s{seed}-{number}",
        "title_es": title,
        "title_en": f"Trail {theme_en} in {ground.name}",
        "summary_es": f"{'Un día' if days == 1 else f'{days} días'} por {ground.name}, con anfitriones del lugar.",
        "summary_en": f"{'A day' if days == 1 else f'{days} days'} in {ground.name} with local hosts.",
        "themes_es": themes,
        "territory_id": ground.pk,
        "days": days,
        "months": mask((first + step - 1) % 12 + 1 for step in range(rng.choice((4, 6, 12)))),
        "live": live,
        "has_unpublished_changes": not live,
    }
    places = tuple((1 + at * days // 8, _place(rng, seed, number, at, ground)) for at in range(8))
    row["kilometres"] = length_km([(place["lat"], place["lon"]) for _day, place in places])
    hosts = neighbours[ground.pk]
    chosen = rng.sample(hosts, min(len(hosts), 2))
    return Tour(row, places, tuple((host.number, _host(rng)) for host in chosen), ground.pk)


def _place(rng: Random, seed: int, number: int, at: int, ground: Ground) -> dict[str, Any]:
    code, comuna = rng.choice(ground.comunas)
    sort_es, sort_en = rng.choice(PLACE_SORTS)
    lat, lon = point_in(code, rng)
    name = rng.choice(PLACES)
    return {
        "slug": f"{slugify(f'{sort_es} {name}')}-s{seed}-{number}-{at + 1}",
        "name_es": f"{sort_es.capitalize()} {name}, {comuna}",
        "name_en": f"{name} {sort_en}, {comuna}",
        "sort_es": sort_es,
        "sort_en": sort_en,
        "comuna_id": code,
        "lat": lat,
        "lon": lon,
        "visit_minutes": rng.choice((30, 45, 60, 90)),
        "opening_hours": HOURS,
    }


def _host(rng: Random) -> dict[str, Any]:
    return {
        "capacity": rng.choice((6, 8, 12, 20)),
        "minimum": rng.choice((1, 2, 4)),
        "unit_price": rng.randrange(9, 60) * 1000,
        "lead_time_days": rng.randint(1, 7),
        "what_es": "Recorrido con almuerzo",
        "what_en": "Visit with lunch",
    }
