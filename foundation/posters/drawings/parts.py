"""What several drawings share. A drawing fills a square of 100 by 100, y down, standing at about y = 97."""

# Outlines are rows of numbers, kept as such.
# fmt: off

import math

from foundation.posters.geometry import Point, arc, blob, curve, smooth, taper
from foundation.posters.ink import Plates

CLEAR = {"1": "-1", "1-2": "-1", "2": "-2", "2-1": "-2", "12": "0"}


def around(x: float, y: float, radius: float, count: int, start: float = 0) -> list[Point]:
    turns = [math.radians(start + 360 * k / count) for k in range(count)]
    return [(x + radius * math.cos(t), y + radius * math.sin(t)) for t in turns]


def leaf(g: Plates, ink: str, x: float, y: float, length: float, angle: float, plump: float = 0.3,
        veins: int = 0) -> None:
    """A leaf from its foot (x, y), pointing by degrees (0 right, 90 down)."""
    cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))

    def at(along: float, side: float) -> Point:
        return x + (along * cos - side * plump * sin) * length, y + (along * sin + side * plump * cos) * length

    g.cut(ink, smooth([at(0, 0), at(0.3, 0.8), at(0.65, 0.7), at(1, 0), at(0.65, -0.7), at(0.3, -0.8)]), 1)
    g.line("0", [at(0.08, 0), at(0.88, 0)], max(0.7, length * 0.025))
    for k in range(veins):
        t = 0.22 + 0.56 * k / max(1, veins - 1)
        for side in (-0.55, 0.55):
            g.line("0", [at(t, 0), at(t + 0.14, side)], 0.7)


def sunflower_mark(g: Plates, x: float, y: float, r: float) -> None:
    """The rayed mark of a label."""
    g.oval("2", x, y, r)
    for (ax, ay), (bx, by) in zip(around(x, y, r * 0.32, 12), around(x, y, r * 0.8, 12), strict=True):
        g.line("0", [(ax, ay), (bx, by)], 1.2)


def jar_body(g: Plates, ink: str = "1") -> None:
    """A glass jar with a cloth-ruled lid and an empty label from (20, 44) to (80, 80)."""
    glass = smooth([(28, 24), (72, 24), (80, 34), (81, 60), (80, 88), (72, 95), (28, 95), (20, 88), (19, 60),
        (20, 34)], steps=6)
    g.shape(ink, glass)
    g.line("-1", [(26, 36), (26, 84)], 2.6)
    g.shape("2-1", [(24, 8), (76, 8), (78, 22), (22, 22)])
    for k in range(14):
        g.line("-2", [(26 + k * 3.7, 9), (26 + k * 3.7, 21)], 0.8)
    g.shape("0", [(19.6, 44), (80.4, 44), (80.4, 80), (19.6, 80)])
    for y in (46.5, 77.5):
        g.line("2", [(20, y), (80, y)], 1.3)


def cloth_lid(g: Plates, ink: str = "2-1") -> None:
    """A cloth tied over a jar's mouth."""
    cloth = [(16, 26), *curve(16, 26, 24, 12, 30, 6, 50, 4, 70, 6, 76, 12, 84, 26),
        *curve(84, 26, 74, 23, 66, 28, 58, 23, 50, 28, 42, 23, 34, 28, 26, 23, 16, 26)]
    g.cut(ink, cloth, 1.4)
    for x in range(24, 80, 8):
        for y in (10, 17, 23):
            if abs(x - 50) < 26 + (y - 8) * 0.5:
                g.oval("-2" if ink == "2-1" else "-1", x + (y % 3) * 1.6, y, 1.5)
    g.line("0", curve(25, 20.5, 50, 22.5, 75, 20.5), 1.6)
    g.line("1", curve(25, 20.5, 50, 22.5, 75, 20.5), 0.8)


def wine_glass(g: Plates, x: float, low: float, size: float, filled: str = "12") -> None:
    """A stemmed glass whose foot stands at y = `low`; size is its height."""
    s = size / 42
    bowl = blob(x - 8 * s, low - 41 * s, x + 8 * s, low - 41 * s, x + 9.4 * s, low - 31 * s, x, low - 21 * s,
        x - 9.4 * s, low - 31 * s)
    g.line("0", [*bowl, bowl[0]], 3)
    g.shape("0", bowl)
    g.shape(filled, [(x - 9.7 * s, low - 35 * s), (x + 9.7 * s, low - 35 * s),
        *[p for p in bowl if p[1] > low - 35 * s]])
    g.line("2", [*bowl, bowl[0]], 1.2)
    for ink, wide in (("0", 4.4), ("2", 1.8)):
        g.line(ink, [(x, low - 22 * s), (x, low - 2 * s)], wide)
    g.cut("2", blob(x - 8 * s, low - 1, x, low - 4 * s, x + 8 * s, low - 1, x, low + 0.4), 1)


def small_glass(g: Plates, x: float, low: float, size: float, filled: str = "1") -> None:
    """A tumbler for spirits."""
    wide = size * 0.42
    sides = [(x - wide, low - size), (x + wide, low - size), (x + wide * 0.78, low), (x - wide * 0.78, low)]
    g.cut("0", sides, 1.6)
    g.shape(filled, [(x - wide * 0.92, low - size * 0.62), (x + wide * 0.92, low - size * 0.62),
        (x + wide * 0.74, low - size * 0.14), (x - wide * 0.74, low - size * 0.14)])
    g.line("2", [*sides, sides[0]], 1.3)
    g.line("2", [(x - wide * 0.8, low - size * 0.1), (x + wide * 0.8, low - size * 0.1)], 1.2)


def bowl(g: Plates, x: float, rim: float, wide: float, deep: float, ink: str = "1-2") -> None:
    """A clay bowl, its rim an ellipse at y = `rim`, half as wide as `wide` says."""
    side = [*arc(x, rim, wide, deep * 0.98, 0, 180), (x - wide, rim)]
    foot = [(x - wide * 0.42, rim + deep * 0.8), (x + wide * 0.42, rim + deep * 0.8),
        (x + wide * 0.48, rim + deep * 1.06), (x - wide * 0.48, rim + deep * 1.06)]
    g.cut(ink, foot)
    g.cut(ink, side)
    clear = CLEAR[ink]
    for k in range(1, 5):
        t = k / 6
        g.line(clear, arc(x, rim + deep * 0.1 * k, wide * (1 - t * t * 0.35), deep * (0.42 - t * 0.12), 14, 90
            + 40 * t), 0.9)
    g.oval("0", x, rim, wide, wide * 0.17)
    g.ring(ink, x, rim, wide * 0.99, wide * 0.165, 1.4)


def steam(g: Plates, x: float, low: float, size: float) -> None:
    for dx in (-0.35, 0, 0.35):
        wave = curve(x + dx * size, low, x + (dx - 0.1) * size, low - size * 0.3, x + (dx + 0.1) * size,
            low - size * 0.6, x + dx * size, low - size)
        g.line("0", wave, 4.2)
        g.line("2", wave, 1.8)


def sack(g: Plates, ink: str = "1-2", mark: bool = True) -> None:
    """An open sack that fills the lower two thirds."""
    body = [*curve(20, 44, 17, 60, 13, 78, 18, 95), *curve(18, 95, 34, 98, 66, 98, 82, 95),
        *curve(82, 95, 87, 78, 83, 60, 80, 44)]
    g.cut(ink, body)
    clear = CLEAR[ink]
    g.hatch(clear, [(60, 50), (80, 50), (84, 74), (81, 92), (66, 92)], 2.4, 0.7, 90)
    for x0, x1 in ((22, 27), (76, 71)):
        g.line(clear, curve(x0, 54, x1, 66, x0 - 2, 78), 1)
    roll = blob(16, 42, 32, 36, 50, 34.5, 68, 36, 84, 42, 68, 51, 50, 53, 32, 51)
    g.cut("2-1", roll, 1.2)
    g.shape("0", blob(21, 42, 34, 38.5, 50, 37.5, 66, 38.5, 79, 42, 66, 47.5, 50, 49, 34, 47.5))
    if mark:
        sunflower_mark(g, 48, 74, 11)


def rope(g: Plates, points: list[Point], wide: float, ink: str = "2") -> None:
    """A twisted cord along the points."""
    g.line("0", points, wide + 2)
    g.line(ink, points, wide)
    clear = CLEAR[ink]
    for (ax, ay), (bx, by) in zip(points[::2], points[1::2], strict=False):
        n = math.hypot(bx - ax, by - ay) or 1
        ux, uy = (bx - ax) / n, (by - ay) / n
        g.line(clear, [(ax - uy * wide * 0.5 - ux, ay + ux * wide * 0.5 - uy),
            (ax + uy * wide * 0.5 + ux, ay - ux * wide * 0.5 + uy)], 0.7)


def twig(g: Plates, ink: str, *numbers: float, wide: float = 2.4) -> None:
    """A thinning branch through x, y, …"""
    g.shape(ink, taper(curve(*numbers), wide, wide * 0.35))
