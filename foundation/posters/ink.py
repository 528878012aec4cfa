"""Plates: two ink masks that are drawn on, as in a small print shop."""

import math
from collections.abc import Iterator
from typing import Self

from PIL import Image, ImageDraw, ImageFilter

from foundation.posters.geometry import Point, Points, hatching

SCALE = 2  # masks are this many times the final size, then reduced: smooth edges from flat shapes

# What an ink name does to the plates: '1' prints, '-1' removes, '1-2' prints one and removes the other,
# '0' leaves bare paper, '12' prints both (the darkest tone).
PRINTS = {
    "1": (("1", 255),),
    "2": (("2", 255),),
    "12": (("1", 255), ("2", 255)),
    "1-2": (("1", 255), ("2", 0)),
    "2-1": (("2", 255), ("1", 0)),
    "0": (("1", 0), ("2", 0)),
    "-1": (("1", 0),),
    "-2": (("2", 0),),
}


class Plates:
    """Two ink masks of one size, and a third (`body`) of all that was touched; drawn on in units of one's own.

    `scale` is final pixels per unit. `inset` answers a view on the same masks, moved, turned and sized.
    """

    def __init__(self, width: float, height: float, scale: float = 1.0) -> None:
        self.width, self.height = width, height
        size = (round(width * scale * SCALE), round(height * scale * SCALE))
        self.masks = {key: Image.new("L", size) for key in ("1", "2", "body")}
        self.pens = {key: ImageDraw.Draw(mask) for key, mask in self.masks.items()}
        self.zoom = scale * SCALE
        self.turn = (1.0, 0.0)
        self.origin = (0.0, 0.0)
        self.flip = 1

    def inset(self, x: float, y: float, size: float, turn: float = 0.0, flip: bool = False) -> Self:
        """A square of 100 by 100 units, `size` wide here, its middle at (x, y), turned clockwise by degrees."""
        view = type(self).__new__(type(self))
        view.__dict__.update(self.__dict__)
        view.width = view.height = 100.0
        view.zoom = self.zoom * size / 100
        cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
        view.turn = (self.turn[0] * cos - self.turn[1] * sin, self.turn[1] * cos + self.turn[0] * sin)
        view.flip = -self.flip if flip else self.flip
        ((ox, oy),) = self.at([(x, y)])
        ((dx, dy),) = view._turned([(50.0, 50.0)])
        view.origin = (ox - dx, oy - dy)
        return view

    def _turned(self, points: Points) -> list[Point]:
        (cos, sin), zoom, flip = self.turn, self.zoom, self.flip
        return [((x * flip * cos - y * sin) * zoom, (x * flip * sin + y * cos) * zoom) for x, y in points]

    def at(self, points: Points) -> list[Point]:
        ox, oy = self.origin
        return [(x + ox, y + oy) for x, y in self._turned(points)]

    def each(self, ink: str) -> Iterator[tuple[str, int]]:
        yield from PRINTS[ink]
        yield "body", 255

    def shape(self, ink: str, points: Points) -> None:
        flat = self.at(points)
        for key, value in self.each(ink):
            self.pens[key].polygon(flat, fill=value)

    def line(self, ink: str, points: Points, width: float) -> None:
        flat, wide = self.at(points), max(1, round(width * self.zoom))
        for key, value in self.each(ink):
            self.pens[key].line(flat, fill=value, width=wide, joint="curve" if wide > 3 and len(flat) > 2 else None)

    def stroke(self, ink: str, points: Points, width: float) -> None:
        """A line with round ends."""
        self.line(ink, points, width)
        for x, y in (points[0], points[-1]):
            self.oval(ink, x, y, width / 2)

    def oval(self, ink: str, x: float, y: float, rx: float, ry: float | None = None) -> None:
        ry = rx if ry is None else ry
        if self.turn[1] and rx != ry:
            turns = [k * math.pi / 18 for k in range(36)]
            self.shape(ink, [(x + rx * math.cos(t), y + ry * math.sin(t)) for t in turns])
            return
        ((cx, cy),) = self.at([(x, y)])
        wide, tall = rx * self.zoom, ry * self.zoom
        for key, value in self.each(ink):
            self.pens[key].ellipse([cx - wide, cy - tall, cx + wide, cy + tall], fill=value)

    def ring(self, ink: str, x: float, y: float, rx: float, ry: float, width: float) -> None:
        turns = [k * math.pi / 24 for k in range(50)]
        self.line(ink, [(x + rx * math.cos(t), y + ry * math.sin(t)) for t in turns], width)

    def dot(self, ink: str, points: Points, radius: float) -> None:
        for x, y in points:
            self.oval(ink, x, y, radius)

    def cut(self, ink: str, points: Points, gap: float = 1.5) -> None:
        """A shape that stands clear: bare paper all around it."""
        self.line("0", [*points, points[0], points[1]], gap * 2)
        self.shape("0", points)
        self.shape(ink, points)

    def disc(self, ink: str, x: float, y: float, rx: float, ry: float | None = None, gap: float = 1.5) -> None:
        """An oval that stands clear."""
        ry = rx if ry is None else ry
        self.oval("0", x, y, rx + gap, ry + gap)
        self.oval(ink, x, y, rx, ry)

    def hatch(self, ink: str, points: Points, gap: float = 2.6, width: float = 0.9, angle: float = 0.0) -> None:
        """Engraver's shading inside a closed outline."""
        for pair in hatching(points, gap, angle):
            self.line(ink, pair, width)

    def stamp(self, other: "Plates", x: float, y: float, halo: float = 0) -> None:
        """Print other plates here (pixels of the final size); a halo first clears what lies around their body."""
        where = (round(x * SCALE), round(y * SCALE))
        cut = other.masks["body"]
        if halo:
            room = round(halo * SCALE) * 2
            small = Image.new("L", ((cut.width + 2 * room) // 2, (cut.height + 2 * room) // 2))
            small.paste(cut.reduce(2), (room // 2, room // 2))
            near = small.filter(ImageFilter.GaussianBlur(halo * SCALE * 0.375))
            wide = near.point(lambda v: min(255, max(0, (v - 20) * 14))).resize((small.width * 2, small.height * 2))
            for key in ("1", "2"):
                self.masks[key].paste(0, (where[0] - room, where[1] - room), wide)
        for key in ("1", "2"):
            self.masks[key].paste(255, where, other.masks[key])
