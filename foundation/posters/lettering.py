"""Wood type: the title in two inks, the small lines, the frame."""

import re
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

from foundation.posters.geometry import Point
from foundation.posters.ink import PRINTS, SCALE, Plates

FACES = {
    "title": ("font_source_serif_pro", "SourceSerifPro-Black.ttf"),
    "italic": ("font_source_serif_pro", "SourceSerifPro-It.ttf"),
    "label": ("font_manrope", "Manrope-Bold.ttf"),
}
GLUE = re.compile(r"\b(de|del|la|las|los|el|y|e|con|en|al|a|of|the|in|and) ", re.IGNORECASE)
Box = tuple[float, float, float, float]


@lru_cache(maxsize=128)
def font(role: str, size: int) -> ImageFont.FreeTypeFont:
    """The face of a role, from the font packages; raises LookupError when they are not installed."""
    package, name = FACES[role]
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise LookupError(f"the package {package} is needed to letter posters")
    return ImageFont.truetype(str(Path(spec.submodule_search_locations[0]) / "files" / name), size)


def spaced(text: str) -> str:
    return "\u2009\u2009".join(text.upper())


def write(
    plates: Plates, ink: str, at: Point, text: str, role: str, size: float, anchor: str = "ls", width: float = 0
) -> None:
    """A line of small type; when `width` is given it is set smaller until it fits."""
    face = font(role, round(size * SCALE))
    if width and face.getlength(text) > width * SCALE:
        face = font(role, int(size * SCALE * width * SCALE / face.getlength(text)))
    for key, value in PRINTS[ink]:
        plates.pens[key].text((at[0] * SCALE, at[1] * SCALE), text, fill=value, font=face, anchor=anchor)


def fit(lines: list[str], width: float, tallest: float) -> float:
    widest = max(font("title", 200).getlength(line) for line in lines) / 200
    return min(tallest, width / widest)


def break_title(title: str, most: int) -> list[list[str]]:
    """Every way to set the title in at most so many lines; a small word stays with the one it leads to."""
    words, ways = GLUE.sub("\\1\u00a0", title).split(" "), []
    for count in range(1, min(most, len(words)) + 1):
        lines: list[str] = []
        target, line = len(title) / count, ""
        for word in words:
            if line and len(lines) < count - 1 and len(f"{line} {word}") > target * 1.12:
                lines.append(line)
                line = word
            else:
                line = f"{line} {word}".strip()
        ways.append([*lines, line])
    return ways


def wood_type(plates: Plates, title: str, box: Box, most: int, centre: bool) -> None:
    """The title as two-colour wood type: ink 1, with a hatched shade of ink 2 set off from it."""
    x0, y0, x1, y1 = box
    lines = max(break_title(title, most), key=lambda way: fit(way, x1 - x0, (y1 - y0) / len(way)))
    size = fit(lines, x1 - x0, (y1 - y0) / len(lines) * (0.88 if len(lines) == 1 else 0.98))
    wide, tall = round((x1 - x0) * SCALE) + 24, round((y1 - y0) * SCALE) + 48
    mask = Image.new("L", (wide, tall))
    pen, top = ImageDraw.Draw(mask), ((y1 - y0) - size * 0.96 * len(lines)) / 2
    for i, line in enumerate(lines):
        at = ((x1 - x0) / 2 if centre else 0, top + size * (0.79 + i * 0.96))
        pen.text(
            (at[0] * SCALE + 4, at[1] * SCALE + 4),
            line,
            fill=255,
            font=font("title", round(size * SCALE)),
            anchor="ms" if centre else "ls",
        )
    away = max(3, round(size * 0.045)) * SCALE
    shade = ImageChops.subtract(ImageChops.offset(mask, away, away), mask.filter(ImageFilter.MaxFilter(7)))
    rules = Image.new("L", mask.size)
    lines_pen = ImageDraw.Draw(rules)
    for y in range(0, tall, 3 * SCALE):
        lines_pen.rectangle([0, y, wide, y + 1.5 * SCALE], fill=255)
    where = (round(x0 * SCALE) - 4, round(y0 * SCALE) - 4)
    plates.masks["2"].paste(255, where, ImageChops.multiply(shade, rules))
    plates.masks["1"].paste(255, where, mask)


def frame(plates: Plates, inset: float, width: float) -> None:
    x0, y0, x1, y1 = inset, inset, plates.width - inset, plates.height - inset
    for a, b in (((x0, y0), (x1, y0)), ((x1, y0), (x1, y1)), ((x1, y1), (x0, y1)), ((x0, y1), (x0, y0))):
        plates.line("1", [a, b], width)
    for x, y in ((x0, y0), (x1, y0), (x1, y1), (x0, y1)):
        h = width / 2
        plates.shape("1", [(x - h, y - h), (x + h, y - h), (x + h, y + h), (x - h, y + h)])
