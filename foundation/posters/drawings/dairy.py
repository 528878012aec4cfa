"""Cheeses and sweets of milk."""

# Outlines are rows of numbers, kept as such.
# fmt: off

import math

from foundation.posters.drawings.parts import CLEAR, cloth_lid, jar_body, leaf
from foundation.posters.geometry import arc, blob, curve, taper
from foundation.posters.ink import Plates


def cheese(g: Plates) -> None:
    """A ripened wheel with a wedge cut out."""
    side = [(6.0, 44.0), (6.0, 74.0), *arc(50, 74, 44, 18, 180, 0, 20), (94.0, 44.0)]
    g.shape("1", side)
    for k in range(22):
        a = math.pi * (k + 0.5) / 22
        x, y = 50 - 44 * math.cos(a), 18 * math.sin(a)
        g.line("-1", [(x, 50 + y), (x, 70 + y)], 0.5 + 0.7 * abs(math.cos(a)))
    g.oval("2-1", 50, 44, 44, 18)
    g.oval("0", 50, 43.2, 41, 16)
    for x, y, r in ((32, 38, 2.6), (64, 36, 2), (44, 47, 1.7), (26, 46, 1.5), (54, 35, 1.3)):
        g.oval("1", x, y, r, r * 0.6)
    _wedge(g)


def _wedge(g: Plates) -> None:
    near, far = ((50 + 44 * math.cos(math.radians(t)), 44 + 18 * math.sin(math.radians(t))) for t in (108, 28))
    rim = arc(50, 74, 44, 18, 28, 108, 10)
    g.shape("0", [(50, 44), far, *rim, near])
    g.shape("1", [(50, 74), *rim])
    g.line("0", [(50, 74), rim[0]], 1.4)
    g.shape("2-1", [(50, 44), far, (far[0], far[1] + 30), (50, 74)])
    g.shape("2-1", [(50, 44), near, (near[0], near[1] + 30), (50, 74)])
    for k in range(1, 10):
        g.line("-2", [(near[0], near[1] + k * 3), (50, 44 + k * 3)], 0.9)
    for x, y, r in ((58, 55, 2), (69, 60, 2.8), (81, 59, 2), (75, 72, 1.7), (60, 68, 1.6), (84, 74, 1.3)):
        g.oval("-2", x, y, r, r * 1.1)
    g.line("0", [(50, 44), (50, 74)], 1.2)


def fresh_cheese(g: Plates) -> None:
    """Small white cheeses that keep the weave of the mould, on a board with a fig leaf."""
    g.cut("2-1", [(2, 86), (98, 86), (95, 96), (5, 96)])
    for k in range(3):
        g.line("-2", curve(8, 88.6 + k * 2.6, 40, 89.4 + k * 2.2, 92, 88.4 + k * 2.6), 0.8)
    for x, angle in ((18, 160), (82, 20)):
        leaf(g, "1-2", x, 84, 22, angle, 0.34, 3)
    for x, low, wide in ((31, 86, 25), (70, 86, 24), (50, 58, 26)):
        _moulded(g, x, low, wide)


def _moulded(g: Plates, x: float, low: float, wide: float) -> None:
    tall = 22
    side = [(x - wide, low - tall), (x - wide * 0.94, low - 3), *arc(x, low - 3, wide * 0.94, 6, 180, 0, 14),
        (x + wide, low - tall)]
    g.cut("0", side, 1.4)
    g.line("1", [*side, side[0]], 1.6)
    for row in range(5):
        y = low - tall + 6 + row * 3.7
        for k in range(-6, 7):
            cx = x + k * wide / 6.6 + (row % 2) * wide / 13
            if abs(cx - x) < wide * 0.9:
                bend = 6 * math.sqrt(max(0.0, 1 - ((cx - x) / wide) ** 2)) - 1
                g.line("1", [(cx - 1.3, y + bend), (cx + 1.3, y + bend)], 1.5)
    g.cut("1-2", [*arc(x, low - tall, wide, 7, 0, 360, 40)], 0.8)
    g.oval("0", x, low - tall, wide - 2.4, 5.2)
    for k in range(-3, 4):
        reach = math.sqrt(max(0.0, 1 - (k / 4) ** 2)) * (wide - 5)
        g.line("2", [(x - reach, low - tall + k * 1.25), (x + reach, low - tall + k * 1.25)], 0.7)


def farm_cheese(g: Plates) -> None:
    """A square farmhouse cheese full of eyes, the knife standing in it."""
    top, front, right = [(8, 46), (40, 32), (88, 42), (58, 60)], [(8, 46), (58, 60), (58, 96), (8, 80)], [(58, 60),
        (88, 42), (88, 76), (58, 96)]
    g.cut("0", top, 2)
    g.cut("1-2", front, 1)
    g.cut("2-1", right, 1)
    g.line("1", [*top, top[0]], 1.5)
    for x, y, r in ((20, 60, 2.6), (34, 72, 3.4), (46, 65, 2), (24, 75, 1.8), (50, 82, 2.4), (15, 70, 1.4),
            (38, 60, 1.5)):
        g.oval("0", x, y, r, r * 1.15)
    for k in range(1, 11):
        g.line("-2", [(58, 60 + k * 3.3), (88, 42 + k * 3.1)], 0.9)
    for x, y in ((36, 40), (52, 44), (66, 42), (44, 50)):
        g.oval("1", x, y, 2.2, 1)
    _knife(g)


def _knife(g: Plates) -> None:
    blade = [(60, 40), (64, 14), *curve(64, 14, 74, 18, 73, 34), (70, 46)]
    g.cut("0", blade, 2)
    g.line("1", [*blade, blade[0]], 1.4)
    g.cut("12", taper(curve(67, 14, 70, 6, 72, 0), 6, 7), 1)
    leaf(g, "2-1", 30, 40, 20, -130, 0.3, 3)
    leaf(g, "2-1", 32, 40, 18, -60, 0.3, 3)


def round_cheese(g: Plates) -> None:
    """A buttery round tied in cloth bands, one slice fallen open."""
    side = [(4, 56), (5, 76), *arc(44, 78, 39, 16, 178, 2, 24), (84, 56)]
    g.cut("2-1", side)
    for k in range(9):
        x = 9 + k * 8.6
        g.line("-2", curve(x, 64 + 8 * math.sin(k / 8 * math.pi), x - 1, 78 + 7 * math.sin(k / 8 * math.pi), x + 1, 82
            + 10 * math.sin(k / 8 * math.pi)), 0.9)
    g.cut("0", arc(44, 56, 40, 17, 0, 360, 48), 1)
    g.ring("1", 44, 56, 39, 16.4, 2)
    for radius in (0.78, 0.56, 0.34):
        g.ring("1", 44, 56, 40 * radius, 17 * radius, 0.8)
    g.shape("1", [(44, 56), *arc(44, 56, 39, 16.4, 12, 62, 10)])
    piece = [(58, 97), (62, 74), *curve(62, 74, 78, 66, 96, 70), (98, 92)]
    g.cut("0", piece, 1.6)
    g.line("1", [*piece, piece[0]], 1.6)
    g.hatch("1", [(59, 96), (63, 76), (70, 72), (68, 95)], 2.2, 0.8, 8)
    for x, y, r in ((78, 78, 1.8), (88, 85, 2.2), (74, 88, 1.5), (90, 76, 1.3)):
        g.oval("1", x, y, r)
    leaf(g, "1-2", 30, 40, 22, -50, 0.3, 3)
    leaf(g, "1-2", 34, 42, 24, -15, 0.28, 3)
    for x, y in ((30, 34), (36, 37), (26, 40)):
        g.disc("12", x, y, 3, 3, 0.8)


def goat(g: Plates, x: float = 50, y: float = 46, size: float = 80) -> None:
    """A goat's head, full face."""
    v = g.inset(x, y, size)
    for flip in (False, True):
        h = v.inset(50, 50, 100, flip=flip)
        h.cut("2-1", taper(curve(58, 30, 66, 10, 84, 2, 98, 8), 11, 2))
        for k in range(5):
            h.line("-2", [(61 + k * 5.4, 24 - k * 5.0), (68 + k * 5.2, 25 - k * 4.4)], 1.2)
        h.cut("1-2", blob(68, 38, 82, 34, 99, 42, 84, 50, 70, 48))
        h.line("-1", curve(72, 42, 82, 41, 92, 43), 1)
    face = blob(50, 24, 64, 28, 71, 42, 64, 66, 60, 82, 50, 86, 40, 82, 36, 66, 29, 42, 36, 28)
    v.cut("1-2", face)
    v.shape("0", blob(50, 30, 55, 42, 56, 62, 50, 72, 44, 62, 45, 42))
    for side in (-1, 1):
        v.oval("0", 50 + side * 13, 44, 4.6, 3.4)
        v.oval("12", 50 + side * 13, 44, 1.7, 2.8)
        v.line("0", curve(50 + side * 3, 78, 50 + side * 6, 75, 50 + side * 5, 72), 1.3)
    v.cut("2-1", [(43, 85), (57, 85), *curve(57, 85, 55, 93, 50, 100, 45, 93, 43, 85)], 0.9)
    for x0 in (47, 50, 53):
        v.line("-2", [(x0, 87), (50 + (x0 - 50) * 0.6, 95)], 0.8)


def milk_caramel(g: Plates) -> None:
    """A jar of manjar under a cloth, a goat on its label, a spoon that drips."""
    v = g.inset(42, 52, 92)
    jar_body(v)
    v.shape("0", [(20, 2), (80, 2), (80, 23), (20, 23)])
    cloth_lid(v)
    v.shape("0", [(19.6, 40), (80.4, 40), (80.4, 86), (19.6, 86)])
    for y in (42, 84):
        v.line("2", [(20, y), (80, y)], 1.3)
    goat(v, 50, 63, 38)
    spoon = taper(curve(97, 18, 90, 44, 86, 66), 3, 4.6)
    g.cut("2-1", spoon)
    g.cut("2-1", blob(86, 64, 92, 72, 91, 86, 83, 91, 77, 84, 79, 72), 1.2)
    g.cut("1", blob(86, 70, 90, 78, 86, 86, 80, 84, 81, 75), 0.8)
    g.shape("1", blob(83, 86, 86, 92, 84, 98, 81, 92))
    g.line(CLEAR["1"], curve(83, 74, 82, 79, 83, 83), 1)
