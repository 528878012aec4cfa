"""Compose and print a poster: land under the sky, the thing itself, its name, its place."""

import random
import zlib
from dataclasses import dataclass
from typing import Literal

from PIL import Image, ImageChops, ImageDraw

from foundation.faces import Look
from foundation.posters.drawings import DRAWINGS
from foundation.posters.drawings.people import person
from foundation.posters.ink import SCALE, Plates
from foundation.posters.landscapes import LANDS
from foundation.posters.landscapes.roads import road
from foundation.posters.landscapes.sky import sky
from foundation.posters.lettering import Box, frame, spaced, wood_type, write
from foundation.posters.palettes import Palette, palette_of

SIZES = {"poster": (1200, 900), "card": (1200, 630)}
# Where each of one, two or three drawings stands: its middle across, its height, and the most of the width it takes.
SPOTS = {
    1: ((0.5, 0.86, 0.86),),
    2: ((0.36, 0.84, 0.58), (0.68, 0.6, 0.44)),
    3: ((0.22, 0.62, 0.42), (0.5, 0.84, 0.52), (0.78, 0.62, 0.42)),
}
MAKER = ((0.36, 0.97, 0.66), (0.7, 0.6, 0.46))
Spot = tuple[float, float, float]


@dataclass(frozen=True)
class PosterSpec:
    """What to draw. `subtitle` is the small line (comuna, maker); `drawing` is a name from `subjects`.

    The same slug always gives the same picture. `hat` and `woman` fix a person's look, else the slug does.
    """

    slug: str
    title: str
    subtitle: str
    territory: str
    drawing: str
    size: Literal["poster", "card"] = "poster"
    hat: str = ""
    woman: bool | None = None


def draw(spec: PosterSpec) -> Image.Image:
    """The poster (1200×900) or card (1200×630); KeyError for a drawing that does not exist."""
    rng, place = random.Random(zlib.crc32(spec.slug.encode())), palette_of(spec.territory)
    width, height = SIZES[spec.size]
    plates = Plates(width, height)
    frame(plates, 24, 7)
    frame(plates, 37, 2)
    layout = _card if spec.size == "card" else _poster
    layout(rng, plates, spec, place)
    return pull(rng, plates, place)


def _poster(rng: random.Random, plates: Plates, spec: PosterSpec, place: Palette) -> None:
    width, height = plates.width, plates.height
    picture(rng, plates, (38, 96, width - 38, 640), spec, place)
    write(plates, "2", (62, 76), spaced(place.name), "label", 25)
    write(plates, "2", (width - 62, 76), place.latitude, "label", 25, "rs")
    for y, wide in ((96, 2), (640, 2), (648, 5)):
        plates.line("1", [(37, y), (width - 37, y)], wide)
    wood_type(plates, spec.title, (74, 664, width - 80, height - 92), 2, centre=True)
    write(plates, "2", (width / 2, height - 54), spec.subtitle, "italic", 32, "ms", width - 150)


def _card(rng: random.Random, plates: Plates, spec: PosterSpec, place: Palette) -> None:
    width, height = plates.width, plates.height
    split = round(width * 0.53)
    picture(rng, plates, (38, 38, split, height - 38), spec, place)
    plates.line("1", [(split, 37), (split, height - 37)], 2)
    left, right = split + 40, width - 74
    write(plates, "2", (left, 96), spaced(place.name), "label", 25, width=right - left)
    plates.line("1", [(left, 118), (right, 118)], 4)
    wood_type(plates, spec.title, (left, 136, right, height - 160), 4, centre=False)
    plates.line("1", [(left, height - 146), (right, height - 146)], 2)
    write(plates, "2", (left, height - 104), spec.subtitle, "italic", 30, width=right - left)
    write(plates, "1", (left, height - 64), f"Terruño · {place.latitude}", "label", 22)


def picture(rng: random.Random, plates: Plates, box: Box, spec: PosterSpec, place: Palette) -> None:
    """The land, then each drawing in front of it, bare paper around them."""
    x0, y0, x1, y1 = box
    scene = Plates(x1 - x0, y1 - y0)
    sun = sky(rng, scene)
    LANDS[rng.choice(place.lands)](rng, scene, sun)
    names = [name for name in spec.drawing.split("+") if name]
    if "route" in names:
        names.remove("route")
        road(rng, scene, sun)
        spots: tuple[Spot, ...] = ((0.5 - sun * 0.2, 0.74, 0.6),)
    else:
        spots = MAKER if names[:1] == ["person"] and len(names) == 2 else SPOTS.get(len(names), ())
    for name, spot in sorted(zip(names, spots, strict=False), key=lambda pair: (pair[0] != "person", pair[1][1])):
        _stand(scene, name, spec, spot)
    plates.stamp(scene, x0, y0)


def _stand(scene: Plates, name: str, spec: PosterSpec, spot: Spot) -> None:
    """One drawing on its feet, what lies behind it cut away."""
    across, share, most = spot
    tall = min(scene.height * share, scene.width * most)
    room = tall * 0.08
    mark = Plates(tall + room * 2, tall + room * 2)
    view = mark.inset(tall / 2 + room, tall / 2 + room, tall)
    if name == "person":
        person(view, Look.of(spec.slug, spec.hat, spec.woman))
    else:
        DRAWINGS[name](view)
    foot = -room * 0.2 if name == "person" else 14
    scene.stamp(mark, scene.width * across - tall / 2 - room, scene.height - tall - room - foot, halo=13)


def pull(rng: random.Random, plates: Plates, place: Palette) -> Image.Image:
    """Print both plates on paper, a little out of register."""
    wide, tall = plates.masks["1"].width // SCALE, plates.masks["1"].height // SCALE
    sheet = _paper(rng, place.paper, wide, tall)
    for key, ink in (("1", place.ink1), ("2", place.ink2)):
        mask = plates.masks[key]
        _grain(rng, mask)
        if key == "2":
            mask = ImageChops.offset(mask, rng.choice((-3, 3)), rng.choice((-2, 2)))
        cover = mask.reduce(SCALE)
        layer = Image.composite(Image.new("RGB", sheet.size, ink), Image.new("RGB", sheet.size, "white"), cover)
        sheet = ImageChops.multiply(sheet, layer)
    return sheet


def _paper(rng: random.Random, paper: str, wide: int, tall: int) -> Image.Image:
    sheet = Image.new("RGB", (wide, tall), paper)
    pen, fibre = ImageDraw.Draw(sheet), tuple(round(int(paper[i : i + 2], 16) * 0.95) for i in (1, 3, 5))
    for _ in range(700):
        x, y, dx, dy = rng.random() * wide, rng.random() * tall, rng.uniform(-8, 8), rng.uniform(-8, 8)
        pen.line([x, y, x + dx, y + dy], fill=fibre)
    return sheet


def _grain(rng: random.Random, mask: Image.Image) -> None:
    """Small voids where the ink did not take."""
    pen = ImageDraw.Draw(mask)
    for _ in range(2200):
        x, y, r = rng.random() * mask.width, rng.random() * mask.height, rng.choice((1, 1, 2, 2, 3))
        pen.ellipse([x, y, x + r, y + r * rng.uniform(0.5, 1.4)], fill=rng.choice((0, 0, 110)))
