"""Spreads and jams."""

# Outlines are rows of numbers, kept as such.
# fmt: off

import math

from foundation.posters.drawings.parts import around, cloth_lid, jar_body, leaf, sunflower_mark, twig
from foundation.posters.drawings.sea import seaweed
from foundation.posters.drawings.vegetables import clove, garlic
from foundation.posters.geometry import arc, blob, curve, taper
from foundation.posters.ink import Plates


def jar(g: Plates) -> None:
    jar_body(g)
    sunflower_mark(g, 50, 62, 12.5)


def _cloth_jar(g: Plates) -> Plates:
    """A jar under its cloth at the left, the label free; answers the jar's own square."""
    v = g.inset(38, 52, 92)
    jar_body(v)
    v.shape("0", [(18, 2), (82, 2), (82, 23), (18, 23)])
    cloth_lid(v)
    return v


def garlic_paste(g: Plates) -> None:
    """A jar with a bulb on the label and one beside it."""
    v = _cloth_jar(g)
    garlic(v.inset(50, 62, 28))
    garlic(g.inset(82, 76, 40))


def garlic_mousse(g: Plates) -> None:
    """A whipped swirl in a glass cup, cloves around."""
    cup = [(14, 50), (86, 50), *curve(86, 50, 82, 76, 64, 84), *curve(36, 84, 18, 76, 14, 50)]
    for k, (y, r) in enumerate(((48, 36), (38, 28), (28, 20), (19, 12))):
        g.cut("0", blob(50 - r, y, 50 - r * 0.5, y - 8, 50 + r * 0.5, y - 9, 50 + r, y - 2, 50 + r * 0.6, y + 6,
            50 - r * 0.6, y + 7), 1)
        g.line("1", curve(50 - r, y, 50 - r * 0.4, y + 6, 50 + r * 0.5, y + 5, 50 + r, y - 2), 1.8)
        g.line("1", curve(50 - r, y, 50 - r * 0.9, y - 6, 50 - r * 0.4, y - 8), 1.4)
        g.line("1", curve(50 + r, y - 2, 50 + r * 0.9, y - 8, 50 + r * 0.5, y - 9), 1.4)
        g.hatch("1", blob(50 + r * 0.2, y + 2, 50 + r * 0.8, y - 3, 50 + r * 0.6, y + 4), 1.8, 0.7, 70 + k)
    g.cut("1", taper(curve(50, 12, 54, 6, 50, 1), 7, 1), 1)
    g.cut("1-2", cup)
    g.line("-1", curve(22, 56, 26, 70, 36, 78), 2)
    for k in range(6):
        g.line("-1", curve(40 + k * 7, 56, 40 + k * 6.6, 68, 42 + k * 4, 79), 1)
    g.cut("1-2", [(46, 84), (54, 84), (55, 91), (45, 91)], 1)
    g.cut("1-2", arc(50, 94, 22, 4, 0, 360, 24), 1)
    for x, y, turn in ((12, 90, -30), (90, 88, 24), (84, 30, 10), (24, 94, 60)):
        clove(g, x, y, 20, turn)
    leaf(g, "2-1", 66, 22, 20, -50, 0.24, 2)


def jam_seaweed(g: Plates) -> None:
    seaweed(g, 78, 98, 0.7)
    v = _cloth_jar(g)
    for k in range(3):
        for n in range(4):
            v.line("2", arc(28 + n * 14.6, 55 + k * 8, 7, 5, 10, 170, 8), 1.7)


def jam_cactus(g: Plates) -> None:
    """A jar of copao and the scaly fruit, cut."""
    for turn, ink in ((0, "2-1"),):
        v = g.inset(84, 40, 36, turn)
        v.cut(ink, blob(50, 2, 80, 14, 94, 46, 82, 82, 50, 98, 18, 82, 6, 46, 20, 14), 3)
        for row in range(5):
            for k in range(4):
                x = 20 + k * 19 + (row % 2) * 9
                v.line("-2", [(x - 6, 20 + row * 15), (x, 27 + row * 15), (x + 6, 20 + row * 15)], 3)
    v = g.inset(82, 80, 38)
    v.cut("2-1", arc(50, 50, 48, 46, 0, 360, 40), 3)
    v.oval("0", 50, 50, 38, 36)
    for k in range(34):
        a, r = k * 2.399, 32 * math.sqrt((k + 0.5) / 34)
        v.oval("1", 50 + r * math.cos(a), 50 + r * math.sin(a) * 0.94, 2.6)
    v = _cloth_jar(g)
    v.line("2", [(50, 76), (50, 52)], 7)
    for s in (-1, 1):
        v.line("2", [(50, 68), (50 + s * 12, 66), (50 + s * 12, 56)], 5)
    v.line("2", [(28, 76), (72, 76)], 1.2)


def _berry_jam(g: Plates, long: bool) -> None:
    twig(g, "2", 98, 8, 88, 30, 86, 56, 78, 84, wide=3)
    for x, y, turn in ((96.0, 18.0, 170.0), (90, 26, 10), (87, 46, 190), (86, 58, 0), (82, 72, 20)):
        leaf(g, "2-1", x, y, 16, turn, 0.38, 3)
    for x, y in ((82.0, 26.0), (96, 38), (78, 52), (94, 62), (88, 78), (74, 88), (92, 92)):
        if long:
            g.disc("1-2", x, y, 6, 8, 1.2)
            for k in range(5):
                g.line("1", [(x, y + 7), (x - 4 + k * 2, y + 12)], 1)
            g.line("0", [(x - 2.6, y - 3), (x - 3, y + 2)], 1.2)
        else:
            g.disc("1-2", x, y, 6.4, 6, 1.2)
            g.disc("2", x, y + 4, 2.4, 1.6, 0.6)
            g.line("0", arc(x, y, 4.4, 4.2, 170, 240, 6), 1.2)
    v = _cloth_jar(g)
    if long:
        for x, y in around(50, 62, 8, 5, -90):
            v.oval("2", x, y, 6)
        v.disc("0", 50, 62, 4, 4, 0)
        v.dot("2", around(50, 62, 2.4, 6), 0.8)
    else:
        for x, y in ((42, 60), (54, 57), (60, 66), (48, 69)):
            v.oval("2", x, y, 5)
            v.oval("0", x, y + 3, 1.4)


def jam_rosehip(g: Plates) -> None:
    _berry_jam(g, long=True)


def jam_murta(g: Plates) -> None:
    _berry_jam(g, long=False)
