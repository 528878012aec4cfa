"""Clay, metal and stone."""

# Outlines are rows of numbers, kept as such.
# fmt: off

import math

from foundation.posters.drawings.parts import around, steam
from foundation.posters.geometry import arc, blob, curve, mirrored, taper
from foundation.posters.ink import Plates


def pot(g: Plates) -> None:
    """Pañul clay: a tall jug, a cup, burnished."""
    for ink, wide in (("0", 11.0), ("1", 7)):
        g.line(ink, curve(58, 22, 78, 22, 80, 40, 68, 54), wide)
    half = [(60, 6), *curve(60, 6, 58, 16, 60, 28, 74, 48, 76, 70, 66, 92), (64, 97)]
    body = [(x - 8, y) for x, y in mirrored(half)]
    g.cut("1-2", body)
    g.cut("0", arc(42, 6, 18, 4, 0, 360, 28), 0.4)
    g.ring("1", 42, 6, 17, 3.4, 1.8)
    g.line("-1", curve(30, 36, 20, 52, 20, 72), 2.6)
    for y, half_width in ((30, 18), (36, 21), (78, 31)):
        g.line("-1", curve(42 - half_width, y, 42, y + 4, 42 + half_width, y), 1.4)
    for k in range(7):
        x = 18 + k * 8
        g.line("0", [(x, 66), (x + 4, 58), (x + 8, 66)], 1.4)
    g.hatch("-1", blob(56, 46, 66, 60, 66, 74, 58, 90, 60, 70), 2.6, 1, 74)
    cup = [(72, 74), (96, 74), (93, 97), (75, 97)]
    for ink, wide in (("0", 6.0), ("2", 3.4)):
        g.line(ink, curve(94, 78, 101, 80, 100, 88, 93, 91), wide)
    g.cut("2-1", cup)
    g.line("-2", [(74, 82), (94, 82)], 1.3)
    g.cut("0", arc(84, 74, 12, 2.6, 0, 360, 20), 0.3)
    g.ring("2", 84, 74, 11.6, 2.2, 1.3)


def cooking_pot(g: Plates) -> None:
    """A Pilén pot with ears and lid, on its trivet, steaming."""
    steam(g, 50, 22, 20)
    for ear in (6, 94):
        g.ring("0", ear, 54, 8, 8, 8)
        g.ring("1", ear, 54, 8, 8, 5)
    body = blob(8, 46, 50, 44, 92, 46, 94, 64, 80, 86, 50, 92, 20, 86, 6, 64)
    g.cut("1-2", body)
    g.cut("2-1", blob(10, 44, 26, 34, 50, 30, 74, 34, 90, 44, 74, 48, 50, 49, 26, 48))
    g.disc("2-1", 50, 28, 6, 4.6)
    g.line("-2", curve(18, 43, 34, 37, 50, 35.4, 66, 37, 82, 43), 1.3)
    for k in range(9):
        x = 14 + k * 9
        g.line("0", arc(x, 62 + 4 * math.sin(k / 8 * math.pi), 4.4, 5, 180, 360, 8), 1.5)
    g.line("-1", curve(9, 56, 50, 61, 91, 56), 1.4)
    g.hatch("-1", blob(68, 70, 86, 66, 80, 80, 62, 87, 52, 88), 2.8, 1, 24)
    for x in (24, 50, 76):
        g.cut("12", [(x - 4, 89), (x + 4, 89), (x + 2.6, 98), (x - 2.6, 98)], 1)


def copper_bowl(g: Plates) -> None:
    """Hammered copper: the dish seen from above, the mallet across."""
    g.cut("1-2", arc(46, 52, 45, 43, 0, 360, 60))
    g.ring("0", 46, 52, 38, 36, 1.8)
    g.oval("0", 46, 52, 30, 28.6)
    g.oval("1", 46, 52, 28, 26.6)
    for ring, (radius, count) in enumerate(((25, 26), (20.6, 21), (16, 16), (11, 11))):
        for x, y in around(46, 52, radius, count, ring * 7):
            g.oval("-1", x, 52 + (y - 52) * 0.95, 1.7, 1.5)
    for x, y in around(46, 52, 4.2, 6):
        g.oval("2", x, y, 3)
        g.ring("0", x, y, 3, 3, 0.7)
    g.disc("0", 46, 52, 2.6, 2.6, 0)
    for k in range(32):
        (ax, ay), (bx, by) = around(46, 52, 39.4, 32)[k], around(46, 52, 43.6, 32, 5)[k]
        g.line("0", [(ax, ay * 0.955 + 2.4), (bx, by * 0.955 + 2.4)], 1.2)
    g.cut("2-1", taper([(98, 98), (70, 48)], 5, 4))
    head = g.inset(66, 40, 34, -30)
    head.cut("2-1", [(10, 30), (90, 30), (90, 66), (10, 66)], 4)
    for x in (22, 78):
        head.line("-2", [(x, 31), (x, 65)], 4)


def jewel(g: Plates) -> None:
    """Silver ear pendants with lapis, on their card."""
    for x in (29, 71):
        g.line("1", arc(x, 12, 6, 8, 150, 400, 20), 1.6)
        g.disc("1-2", x, 24, 4, 4, 1)
        plate = [(x - 5, 30), (x + 5, 30), (x + 17, 58), (x - 17, 58)]
        g.cut("1-2", plate)
        for k in range(4):
            g.line("0", [(x - 5.6 - k * 2.8, 36 + k * 6), (x + 5.6 + k * 2.8, 36 + k * 6)], 1)
        g.disc("2", x, 49, 5.4, 5.4, 1)
        g.line("0", arc(x, 49, 3.6, 3.6, 180, 250, 6), 1)
        for k in range(5):
            px = x - 14 + k * 7
            g.line("1", [(px, 58), (px, 66)], 1.3)
            g.cut("1-2", [(px, 66), (px + 3.2, 76), (px - 3.2, 76)], 0.8)
    stone = [(36, 84), (44, 78), (58, 78), (66, 85), (60, 95), (42, 96)]
    g.cut("2-1", stone)
    for pts in (((44, 78), (48, 87), (36, 84)), ((48, 87), (58, 78)), ((48, 87), (60, 95)), ((48, 87), (42, 96))):
        g.line("-2", list(pts), 0.9)
    g.dot("0", [(53, 84), (56, 90), (44, 91), (62, 86)], 0.9)


def stone_box(g: Plates) -> None:
    """A combarbalita box, banded stone, the lid half off."""
    g.cut("1-2", [(10, 58), (60, 66), (60, 95), (10, 86)])
    g.cut("2-1", [(60, 66), (92, 54), (92, 82), (60, 95)])
    for k in range(4):
        g.line("-1", curve(10, 64 + k * 6, 26, 63 + k * 6.6, 40, 70 + k * 5.4, 60, 70 + k * 6), 1.5 + (k % 2))
        g.line("-2", curve(60, 71 + k * 6, 72, 69 + k * 5.6, 92, 58 + k * 6), 1.5 + (k % 2))
    rim = [(10, 58), (42, 47), (92, 54), (60, 66)]
    g.cut("0", rim, 0.8)
    g.line("1", [*rim, rim[0]], 1.6)
    g.shape("12", [(18, 58), (43, 50), (84, 55), (59, 63)])
    v = g.inset(50, 34, 92, -12)
    top = [(6, 40), (40, 22), (96, 32), (60, 52)]
    v.cut("2-1", [(6, 41), (60, 53), (60, 63), (6, 51)], 1)
    v.cut("1-2", [(60, 53), (96, 33), (96, 43), (60, 63)], 1)
    v.cut("1-2", top, 1)
    for k in range(4):
        v.line("-1", curve(14 + k * 9, 36.6 - k * 4.4, 34 + k * 7, 40 - k * 4, 50 + k * 5, 40 - k * 2.6, 66 + k * 8,
            48 - k * 4.4), 1.4 + (k % 2))
    v.disc("2-1", 50, 34, 6, 4.4, 1.2)
    v.disc("2-1", 50, 29, 4.4, 4, 1)
