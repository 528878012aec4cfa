"""The map of a territory's page."""

from collections.abc import Sequence
from functools import lru_cache

from django.utils.safestring import SafeString

from . import marks, pen
from .base import Plate, plate
from .points import MapPoint


def territory_map(
    codes: Sequence[str], *, points: Sequence[MapPoint] = (), label: str, with_names: bool = True
) -> SafeString:
    """The territory's comunas with their neighbours faint, the sea and the cordillera, and the points on it.

    `label` is what a screen reader says in place of the drawing. `with_names` writes the comunas' names where there is
    room. Codes without an outline are left out.
    """
    return _draw(tuple(sorted(set(codes))), tuple(points), label, with_names)


@lru_cache(maxsize=256)
def _draw(codes: tuple[str, ...], points: tuple[MapPoint, ...], label: str, with_names: bool) -> SafeString:
    ground = plate(codes)
    return compose(ground, points, label, with_names)


def compose(ground: Plate, points: tuple[MapPoint, ...], label: str, with_names: bool) -> SafeString:
    sheet = ground.sheet()
    numbered = [p for p in points if p.kind != "place"]
    shown, rest = numbered[: marks.MOST_DISCS], numbered[marks.MOST_DISCS :]
    discs = marks.place_discs(shown, ground, sheet, labelled=len(shown) <= 12)
    places = marks.draw_places([p for p in points if p.kind == "place"], ground, sheet)
    named = marks.draw_names(ground, sheet) if with_names else pen.NOTHING
    body = pen.join(
        [
            ground.body,
            named,
            places,
            marks.draw_dots(rest, ground),
            marks.draw_leaders(discs),
            *(marks.draw_disc(disc) for disc in discs),
        ]
    )
    linked = any(p.href for p in numbered)
    return pen.svg(body, width=ground.frame.width, height=ground.frame.height, label=label, linked=linked)
