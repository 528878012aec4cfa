"""Bread, sweets, flour."""

# Outlines are rows of numbers, kept as such.
# fmt: off

import math

from foundation.posters.drawings.parts import leaf, steam
from foundation.posters.geometry import arc, blob, curve, smooth
from foundation.posters.ink import Plates


def flour_bag(g: Plates) -> None:
    """A tied bag of pine-nut flour, a heap of it and nuts."""
    bag = [*curve(26, 26, 18, 44, 14, 70, 18, 95), *curve(18, 95, 44, 98, 74, 95),
        *curve(74, 95, 78, 70, 74, 44, 66, 26)]
    g.cut("0", bag, 2)
    g.line("1", [*bag, bag[0]], 2.2)
    g.hatch("1", [(62, 34), (70, 46), (75, 70), (73, 92), (62, 93), (66, 66)], 2.4, 0.9, 80)
    g.cut("0", smooth([(24, 6), (34, 2), (46, 5), (58, 2), (68, 6), (62, 24), (46, 26), (30, 24)], steps=6), 1.4)
    g.line("1", [*smooth([(24, 6), (34, 2), (46, 5), (58, 2), (68, 6), (62, 24), (46, 26), (30, 24)], steps=6)], 2)
    for x in (36, 46, 56):
        g.line("1", curve(x, 8, x + (46 - x) * 0.3, 16, x + (46 - x) * 0.4, 24), 1.2)
    g.cut("2-1", blob(27, 24, 46, 28, 65, 24, 65, 29, 46, 33, 27, 29), 0.8)
    for k, turn in enumerate((-28, 0, 28)):
        pine_nut(g, 33 + k * 13, 66 - (k % 2) * 5, 24, turn, "2-1")
    g.line("2", [(26, 84), (66, 84)], 1.4)
    heap = [(60, 97), *curve(60, 97, 70, 90, 82, 80, 92, 90, 99, 97)]
    g.cut("0", heap, 1.4)
    g.line("1", [*heap, heap[0]], 1.6)
    g.dot("1", [(76, 92), (82, 88), (88, 93), (80, 95), (90, 95), (70, 95)], 0.7)
    for x, y, turn in ((88, 72, 60), (82, 62, -20)):
        pine_nut(g, x, y, 22, turn)


def pine_nut(g: Plates, x: float, y: float, size: float, turn: float = 0, ink: str = "1-2") -> None:
    """A piñón of araucaria: long, swollen, brown-tipped."""
    v = g.inset(x, y, size, turn)
    v.cut(ink, blob(50, 0, 60, 18, 68, 50, 66, 80, 50, 96, 34, 80, 32, 50, 40, 18), 4)
    v.shape("0", blob(50, 96, 62, 86, 50, 80, 38, 86))
    v.line("-1" if ink == "1-2" else "-2", curve(44, 20, 40, 50, 42, 76), 4)


def bread(g: Plates) -> None:
    """Kneaded rolls from the clay oven, the oven's mouth behind."""
    dome = [(4, 96), *arc(50, 56, 46, 50, 180, 360, 30), (96, 96)]
    g.cut("2-1", dome)
    for row in range(6):
        for k in range(9):
            a = math.radians(186 + k * 20 + (row % 2) * 10)
            r = 43 - row * 2.4
            if row < 2:
                g.line("-2", [(50 + r * math.cos(a) - 2, 56 + 1.08 * r * math.sin(a)),
                    (50 + r * math.cos(a) + 3, 56 + 1.08 * r * math.sin(a) - 1)], 1.2)
    mouth = [(22, 96), *arc(50, 60, 28, 30, 180, 360, 24), (78, 96)]
    g.cut("12", mouth, 1.6)
    for k in range(6):
        x = 32 + k * 7.4
        flame = blob(x, 62, x + 4, 52 - (k % 2) * 8, x + 6, 62, x + 3, 68)
        g.shape("2-1", flame)
        g.line("0", [*flame, flame[0]], 0.8)
    for x, y in ((28, 88), (52, 90), (76, 88), (40, 74), (64, 74)):
        g.cut("1-2", blob(x - 14, y + 2, x - 9, y - 7, x, y - 9, x + 9, y - 7, x + 14, y + 2, x + 8, y + 8, x - 8, y
            + 8), 1.4)
        g.dot("0", [(x - 4, y - 3), (x + 4, y - 3), (x, y + 1)], 1)
        g.line("-1", curve(x - 11, y + 3, x, y + 6, x + 11, y + 3), 1)


def christmas_cake(g: Plates) -> None:
    """A domed fruit cake, a slice drawn out, walnut and candied peel."""
    body = [(8, 90), (6, 62), *curve(6, 62, 14, 44, 40, 34, 70, 40, 84, 60), (82, 90), *curve(82, 90, 46, 97, 8, 90)]
    g.cut("1-2", body)
    g.line("0", curve(6, 62, 30, 56, 60, 57, 84, 60), 1.8)
    for k in range(13):
        x = 9 + k * 6
        g.line("-1", [(x, 64), (x + 0.6, 90 + 3 * math.sin(k / 12 * math.pi))], 1.1)
    for x, y, ink in ((24, 50, "2-1"), (36, 44, "0"), (48, 50, "2-1"), (58, 42, "0"), (68, 52, "2-1"), (40, 54, "0"),
            (30, 42, "0"), (16, 57, "0")):
        g.disc(ink, x, y, 3.4, 2.6, 0.8)
    wedge = [(52, 97), (58, 66), *curve(58, 66, 70, 54, 86, 56, 96, 66), (99, 94)]
    g.cut("0", wedge, 2)
    g.line("1", [*wedge, wedge[0]], 1.8)
    g.shape("1", [(58, 66), *curve(58, 66, 70, 54, 86, 56, 96, 66), (95.6, 70), *curve(95, 70, 85, 61, 71, 59, 59, 70)])
    for x, y, ink in ((66, 74, "2"), (78, 70, "1"), (88, 76, "2"), (72, 84, "1"), (84, 86, "2"), (62, 88, "2"),
            (92, 88, "1"), (78, 92, "2"), (68, 92, "1")):
        g.oval(ink, x, y, 2.9, 2.3)
    leaf(g, "2-1", 52, 30, 24, -30, 0.36, 3)
    leaf(g, "2-1", 46, 30, 24, -150, 0.36, 3)
    for x, y in ((46, 28), (52, 26), (50, 32)):
        g.disc("12", x, y, 3.6, 3.6, 0.8)


def alfajores(g: Plates) -> None:
    """A tower of alfajores, one bitten, the caramel showing."""
    for x, y, wide in ((34, 86, 30), (34, 62, 28), (36, 38, 27)):
        _alfajor(g, x, y, wide)
    v = g.inset(78, 78, 44, 14)
    _alfajor(v, 50, 60, 46)
    v.oval("0", 100, 40, 20)
    v.oval("0", 96, 62, 14)
    g.dot("2", [(8, 97), (66, 97), (90, 98), (74, 95)], 1)


def _alfajor(g: Plates, x: float, y: float, wide: float) -> None:
    for low, ink in ((y + 6, "0"), (y - 4, "1-2"), (y - 13, "0")):
        tall = 8
        band = [(x - wide, low - tall), (x - wide, low), *arc(x, low, wide, wide * 0.17, 180, 0, 20),
            (x + wide, low - tall)]
        g.cut(ink, band, 1)
        if ink == "0":
            g.line("1", [*band, band[0]], 1.6)
            for k in range(9):
                px = x - wide * 0.86 + k * wide * 0.215
                g.line("1", [(px, low - tall * 0.4 + wide * 0.12), (px, low - 1 + wide * 0.1)], 0.9)
    for k in range(4):
        px = x - wide * 0.7 + k * wide * 0.46
        g.shape("1", blob(px, y - 2, px + 3.4, y + 8, px + 7, y - 2))
    g.cut("0", arc(x, y - 21, wide, wide * 0.2, 0, 360, 36), 0.8)
    g.ring("1", x, y - 21, wide, wide * 0.2, 1.8)
    g.dot("2", [(x + wide * 0.7 * math.cos(k * 2.4) * ((k % 5) / 5 + 0.2), y - 21 + wide * 0.13 * math.sin(k * 2.4))
        for k in range(16)], 0.9)


def empanada(g: Plates) -> None:
    """Two baked empanadas with their braided edge, just out."""
    steam(g, 72, 26, 22)
    _half_moon(g.inset(40, 40, 70, -16))
    _half_moon(g.inset(55, 73, 88, 4))


def _half_moon(g: Plates) -> None:
    for k in range(13):
        t = 186 + k * 14
        (x, y) = arc(50, 76, 47, 60, t, t, 1)[0]
        g.disc("1-2", x, y, 6.6, 6.6, 1.6)
    g.cut("1-2", [(2, 76), *arc(50, 76, 47, 59, 180, 360, 30), (98, 76),
        *curve(98, 76, 80, 86, 50, 89, 20, 86, 2, 76)], 0.4)
    for k in range(13):
        t = 186 + k * 14
        (x, y) = arc(50, 76, 47, 59, t, t, 1)[0]
        g.line("-1", curve(50 + (x - 50) * 0.86, 76 + (y - 76) * 0.86, 50 + (x - 50) * 0.96 + 3, 76 + (y - 76) * 0.98,
            50 + (x - 50) * 1.1, 76 + (y - 76) * 1.08), 1.8)
    g.line("-1", arc(50, 78, 38, 46, 196, 344, 24), 1.4)
    g.hatch("-1", blob(62, 70, 82, 62, 90, 76, 74, 83, 58, 84), 3, 1.1, 160)
    for x, y in ((34, 52), (50, 44), (64, 54), (44, 64), (26, 66)):
        g.oval("-1", x, y, 2.4, 1.7)
