"""Timber and what else the forest gives."""

# Outlines are rows of numbers, kept as such.
# fmt: off

import math

from foundation.posters.drawings.bakery import pine_nut
from foundation.posters.drawings.parts import around, leaf, rope
from foundation.posters.geometry import arc, blob, curve, smooth, taper
from foundation.posters.ink import Plates


def planks(g: Plates) -> None:
    """Sawn pine, stickered to dry, ends showing their rings."""
    for row in range(5):
        y = 80 - row * 15
        shift = (row % 2) * 2
        front = [(6 + shift, y), (58 + shift, y + 10), (58 + shift, y + 17), (6 + shift, y + 7)]
        for k in range(3):
            x0, y0 = 6 + shift + k * 17.6, y + k * 3.4
            end = [(x0, y0), (x0 + 16.4, y0 + 3.2), (x0 + 16.4, y0 + 10.2), (x0, y0 + 7)]
            g.cut("0", end, 1)
            g.line("1", [*end, end[0]], 1.4)
            for r in (2.2, 4.4):
                g.line("1", arc(x0 + 8, y0 + 8.6, r * 1.5, r, 190, 350, 8), 0.9)
        side = [front[1], (96 + shift * 0.5, y - 2), (96 + shift * 0.5, y + 5), front[2]]
        g.cut("1-2" if row % 2 else "2-1", side, 1)
        for k in range(3):
            g.line("-1" if row % 2 else "-2", curve(62 + shift, y + 10.4 + k * 2, 78, y + 5 + k * 2,
                94, y + k * 2), 0.7)
        if row == 4:
            lid = [(6 + shift, y), (58 + shift, y + 9.6), (96 + shift * 0.5, y - 2), (44, y - 11)]
            g.cut("2-1", lid, 1)
            for k in (1, 2):
                g.line("0", [(6 + shift + k * 17.4, y + k * 3.2), (44 + k * 17, y - 11 + k * 3)], 1.4)
        elif row < 4:
            for t in (0.1, 0.55, 0.92):
                x0 = 6 + shift + 52 * t
                g.shape("12", [(x0, y - 4.2 + 10 * t), (x0 + 5, y - 3.2 + 10 * t), (x0 + 5, y + 10 * t + 0.6),
                    (x0, y + 10 * t - 0.4)])


def poles(g: Plates) -> None:
    """A bound stack of round poles seen from their ends."""
    rows = ((88, 5), (71, 4), (54, 3), (37, 2))
    for y, count in rows:
        for k in range(count):
            x = 40 + (k - (count - 1) / 2) * 18.6
            g.cut("2-1", [(x, y - 9), (x + 24, y - 22), (x + 30, y - 10), (x + 6, y + 8)], 1)
    for y, count in rows:
        for k in range(count):
            x = 40 + (k - (count - 1) / 2) * 18.6
            g.disc("1-2", x, y, 9.2, 9.2, 1.2)
            g.oval("0", x, y, 7.4)
            for r in (5.6, 3.6, 1.6):
                g.ring("1", x, y, r, r, 1.1)
            for px, py in around(x, y, 6.6, 3, k * 40 + y):
                g.line("1", [(x + (px - x) * 0.4, y + (py - y) * 0.4), (px, py)], 0.8)
    rope(g, curve(4, 66, 22, 34, 40, 22, 60, 34, 78, 62), 3.4)


def firewood(g: Plates) -> None:
    """Split logs stacked, an axe in the block."""
    for row, (y, count, start) in enumerate(((90, 5, 10), (75, 5, 16), (60, 4, 22), (46, 3, 30))):
        for k in range(count):
            x = start + k * 15.4
            turn = (row * 37 + k * 61) % 120
            v = g.inset(x, y, 17, turn)
            wedge = smooth([(4, 30), (50, 2), (96, 28), (84, 80), (50, 98), (14, 82)], steps=3)
            v.cut("1-2" if (row + k) % 2 else "2-1", wedge, 6)
            v.shape("0", [(50 + (px - 50) * 0.78, 50 + (py - 50) * 0.78) for px, py in wedge])
            for r in (0.62, 0.4, 0.18):
                v.line("1" if (row + k) % 2 else "2", [*((50 + (px - 50) * r, 50 + (py - 50) * r) for px, py in wedge),
                    (50 + (wedge[0][0] - 50) * r, 50 + (wedge[0][1] - 50) * r)], 5)
    g.cut("12", taper(curve(96, 94, 82, 56, 66, 12), 5, 4))
    g.cut("0", [(56, 8), (76, 2), (78, 12), (60, 20), *curve(60, 20, 54, 24, 46, 24), (48, 8)], 1.6)
    g.line("1", [(56, 8), (76, 2), (78, 12), (60, 20), *curve(60, 20, 54, 24, 46, 24), (48, 8), (56, 8)], 1.8)
    g.hatch("1", [(48, 10), (56, 10), (58, 19), (48, 22)], 2, 0.9, 70)


def seedling(g: Plates) -> None:
    """A native seedling in its bag, roots showing."""
    bag = [(28, 58), (72, 58), (68, 96), (32, 96)]
    g.cut("12", bag)
    for x, y in ((38, 70), (50, 74), (62, 70), (42, 84), (56, 86)):
        g.oval("0", x, y, 1.6)
    g.cut("2-1", blob(26, 58, 38, 53, 50, 56, 62, 53, 74, 58, 62, 63, 38, 63), 1)
    stem = curve(50, 58, 48, 42, 52, 26, 50, 10)
    g.cut("1-2", taper(stem, 4, 2))
    for k, (x, y, turn, long) in enumerate(((50, 12, -90, 16), (51, 18, -150, 20), (51, 22, -25, 22),
            (51, 30, -165, 26), (51, 34, -12, 28), (49, 42, -172, 28), (49, 46, -4, 28), (50, 52, 170, 22))):
        leaf(g, "1-2" if k % 2 else "2-1", x, y, long, turn, 0.3, 4)
    for x, low, s in ((12, 97, 0.5), (88, 97, 0.5)):
        g.cut("12", [(x - 9, low - 20), (x + 9, low - 20), (x + 7, low), (x - 7, low)], 1)
        for k, turn in enumerate((-150, -90, -30)):
            leaf(g, "2-1", x, low - 20, 30 * s + (k == 1) * 8, turn, 0.32, 2)


def mushrooms(g: Plates) -> None:
    """Pine mushrooms, whole and in dried slices on a thread."""
    for x, y, size in ((34.0, 62.0, 66.0), (76, 74, 46)):
        v = g.inset(x, y, size)
        v.cut("0", smooth([(38, 50), (62, 50), (66, 76), (70, 98), (30, 98), (34, 76)], steps=6), 3)
        v.line("2", [*smooth([(38, 50), (62, 50), (66, 76), (70, 98), (30, 98), (34, 76)], steps=6)], 3)
        v.hatch("2", [(54, 54), (62, 54), (68, 96), (56, 96)], 4, 1.6, 84)
        v.cut("1-2", smooth([(2, 44), (10, 20), (34, 4), (66, 4), (90, 20), (98, 44), (74, 54), (50, 56), (26, 54)]), 3)
        v.shape("0", smooth([(10, 46), (50, 51), (90, 46), (72, 54), (50, 56), (28, 54)], steps=6))
        for k in range(13):
            v.line("1", [(14 + k * 6, 47 + 4 * math.sin(k / 12 * math.pi)),
                (20 + k * 5, 52 + 3 * math.sin(k / 12 * math.pi))], 1.6)
        v.line("-1", curve(16, 34, 26, 18, 44, 11), 4)
        v.dot("0", [(62, 16), (74, 26), (58, 30), (80, 38)], 2.6)
    g.line("2", curve(2, 8, 40, 20, 98, 6), 1.8)
    for k in range(5):
        x, y = 14 + k * 18, 18 - abs(k - 2) * 2.6
        slice_ = smooth([(x - 8, y), (x, y - 7), (x + 8, y), (x + 3, y + 3), (x + 3, y + 12), (x - 3, y + 12),
            (x - 3, y + 3)], steps=5)
        g.cut("0", slice_, 1)
        g.line("1", [*slice_, slice_[0]], 1.8)
        g.line("1", [(x, y - 3), (x, y + 10)], 0.9)
    for x in (6, 54, 94):
        for lean in (-5, 0, 5):
            g.line("2", [(x, 98), (x + lean, 86)], 1.6)


def pine_nuts(g: Plates) -> None:
    """The great cone of the araucaria and its nuts."""
    cone = arc(42, 44, 36, 38, 0, 360, 40)
    g.cut("2-1", cone)
    for row in range(8):
        for k in range(9):
            x, y = 8 + k * 8.6 + (row % 2) * 4.3, 12 + row * 8.8
            if (x - 42) ** 2 / 1150 + (y - 44) ** 2 / 1280 < 1:
                g.line("-2", arc(x, y + 3, 4.3, 5.4, 180, 360, 8), 1.4)
                g.line("-2", [(x, y - 2.4), (x + 1.6, y - 6)], 1.2)
    g.cut("12", [(39, 1), (46, 1), (45, 8), (40, 8)], 0.8)
    for x, y, turn, ink in ((64, 72, 30, "1-2"), (80, 84, 70, "1-2"), (88, 60, -20, "1-2"), (58, 90, 100, "1-2"),
            (36, 91, 80, "1-2"), (76, 64, 10, "1-2"), (92, 92, 130, "1-2"), (18, 92, 105, "1-2")):
        pine_nut(g, x, y, 30, turn, ink)
    for x, y, turn in ((90, 8, 118), (84, 16, 30), (80, 22, 175), (76, 32, 25), (74, 36, 180)):
        leaf(g, "1-2", x, y, 13, turn, 0.2)
    g.line("1", curve(92, 4, 82, 20, 72, 42), 2)


def standing_timber(g: Plates) -> None:
    """A stand of trunks and the cut section that shows their years."""
    for x, wide, ink in ((14, 9, "1-2"), (32, 11, "2-1"), (54, 10, "1-2"), (74, 11, "2-1"), (90, 8, "1-2")):
        trunk = [(x - wide / 2, 97), (x - wide * 0.32, 2), (x + wide * 0.32, 2), (x + wide / 2, 97)]
        g.cut(ink, trunk)
        clear = "-1" if ink == "1-2" else "-2"
        for k in range(9):
            g.line(clear, curve(x - wide * 0.2, 12 + k * 10, x + 1, 16 + k * 10, x + wide * 0.24, 14 + k * 10), 1)
    for x, turn in ((6, -70), (14, -110), (24, -60), (78, -120), (86, -70), (95, -110)):
        leaf(g, "2-1", x, 98, 24, turn, 0.2, 4)
    g.disc("1-2", 50, 70, 27, 27, 3)
    g.oval("0", 50, 70, 23.6)
    for k, r in enumerate((21, 18.4, 15.4, 13, 10, 7.6, 5, 2.4)):
        g.line("1", [(50 + (r + 0.9 * math.sin(t / 4 + k)) * math.cos(t / 8), 70
            + (r + 0.7 * math.cos(t / 5 + k)) * math.sin(t / 8)) for t in range(52)], 1.5)
    g.line("1", [(50, 70), (68, 58)], 1.2)
    g.line("1", [(50, 70), (36, 82)], 1.2)
