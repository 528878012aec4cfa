"""Furniture, timber and what the forest gives."""

import math

from foundation.posters.drawings.pantry import pine_nut
from foundation.posters.drawings.parts import around, bowl, leaf, rope
from foundation.posters.geometry import arc, blob, curve, smooth, taper
from foundation.posters.ink import Plates


def chair(g: Plates) -> None:
    for x0, x1, top in ((26, 30, 3), (70, 74, 3)):
        g.shape("1", [(x0, top), (x1 + 1, top), (x1 + 2, 62), (x0, 62)])
    for y in (9, 22, 35):
        g.shape("1", smooth([(29, y + 1), (50, y - 3), (71, y + 1), (71, y + 8), (50, y + 5), (29, y + 8)], steps=8))
        g.line("-1", curve(34, y + 4, 50, y + 1, 66, y + 4), 0.9)
    g.line("1", [(29, 60), (31, 92)], 4.4)
    g.line("1", [(71, 60), (69, 92)], 4.4)
    seat = [(26, 54), (74, 54), (84, 69), (16, 69)]
    g.shape("0", seat)
    g.shape("2", seat)
    for k in range(1, 9):
        t = k / 9
        g.line("-2", [(26 + 48 * t, 54), (16 + 68 * t, 69)], 0.9)
    for y in (57.6, 61, 65):
        g.line("-2", [(26 - (y - 54) * 0.67, y), (74 + (y - 54) * 0.67, y)], 0.9)
    g.shape("1-2", [(15, 69), (85, 69), (85, 73), (15, 73)])
    g.line("1", [(19, 73), (17, 98)], 5)
    g.line("1", [(81, 73), (83, 98)], 5)
    g.line("1", [(18, 84), (82, 84)], 3)
    g.line("1", [(30, 90), (70, 90)], 2.2)


def grain_lines(g: Plates, ink: str, x0: float, x1: float, y0: float, y1: float, rows: int) -> None:
    """The veins of a board."""
    for k in range(rows):
        y = y0 + (y1 - y0) * (k + 0.5) / rows
        sway = 1.2 if k % 2 else -1.0
        g.line(ink, curve(x0, y, x0 + (x1 - x0) * 0.3, y + sway, x0 + (x1 - x0) * 0.62, y - sway, x1, y + sway * 0.4), 0.9)


def table(g: Plates) -> None:
    """A long table of native wood with a runner, a bowl and two places."""
    for x in (12, 80):
        g.cut("1-2", [(x, 62), (x + 8, 62), (x + 6, 98), (x + 1, 98)])
    for x in (26, 68):
        g.cut("2-1", [(x, 60), (x + 6, 60), (x + 5, 90), (x + 1, 90)], 1)
    g.cut("2-1", [(20, 78), (80, 78), (80, 82), (20, 82)], 1)
    top = [(14, 44), (86, 44), (99, 58), (1, 58)]
    g.cut("1-2", top)
    g.cut("1-2", [(1, 59.5), (99, 59.5), (99, 65), (1, 65)], 0.8)
    for k in range(1, 6):
        y = 44 + k * 2.4
        g.line("-1", curve(14 - k * 2.2, y, 36, y + 0.8, 64, y - 0.8, 86 + k * 2.2, y), 0.9)
    g.cut("0", [(38, 44), (62, 44), (66, 58), (34, 58)], 0.4)
    for k in range(4):
        g.line("2", [(37.6 - k, 46 + k * 3.4), (62.4 + k, 46 + k * 3.4)], 1.4)
    bowl(g, 50, 38, 17, 12, "2-1")
    for x, y in ((43, 34), (50, 31), (57, 34)):
        g.disc("1-2", x, y, 6, 6, 1)
        g.line("0", arc(x, y, 3.8, 3.8, 180, 250, 6), 1)
    for x in (20, 80):
        g.cut("0", arc(x, 51, 8, 2.6, 0, 360, 24), 0.6)
        g.ring("2", x, 51, 7.4, 2.2, 1)
    bowl(g, 50, 38, 17, 12, "2-1")


def desk(g: Plates) -> None:
    """A desk with drawers, lamp, open notebook."""
    for x in (8, 86):
        g.cut("1-2", taper([(x + 3, 56), (x + 3, 98)], 7, 4))
    g.cut("1-2", [(56, 58), (92, 58), (92, 86), (56, 86)])
    for y in (60, 73):
        g.line("0", [(59, y), (89, y), (89, y + 11), (59, y + 11), (59, y)], 1.2)
        g.disc("2", 74, y + 5.5, 2.6, 2.6, 0.8)
        grain_lines(g, "-1", 61, 70, y + 2, y + 9, 3)
    g.cut("1-2", [(2, 50), (98, 50), (98, 58), (2, 58)])
    grain_lines(g, "-1", 4, 96, 51, 57, 3)
    g.cut("2-1", [(14, 44), (38, 44), (42, 49), (10, 49)], 1)
    for lamp in ((taper([(74, 49), (66, 30)], 3, 3)), taper([(66, 30), (80, 14)], 3, 3)):
        g.cut("2-1", lamp, 1)
    g.cut("2-1", [(66, 46), (82, 46), (84, 50), (64, 50)], 1)
    g.cut("2-1", [(72, 8), (84, 12), (84, 24), (62, 24)], 1)
    g.disc("2", 66, 30, 2.6, 2.6, 0.8)
    for k in range(4):
        g.line("2", [(66 + k * 5, 27), (63 + k * 7, 36)], 1.2)
    page = [(16, 46), (28, 40), (42, 46), (42, 48), (28, 43), (16, 48)]
    g.cut("0", page, 0.6)
    g.line("1", page, 1)
    g.cut("1-2", taper([(48, 49), (52, 32)], 8, 10))
    for x in (47, 51, 55):
        g.line("2", [(50, 36), (x + (x - 51) * 0.6, 22)], 1.6)


def shelves(g: Plates) -> None:
    """A modular shelf with jars, books, a plant."""
    g.cut("0", [(8, 2), (92, 2), (92, 97), (8, 97)])
    for x in (9, 36, 62, 89):
        g.cut("1-2", [(x - 2, 2), (x + 2, 2), (x + 2, 98), (x - 2, 98)], 0.4)
    for y in (4, 34, 64, 94):
        g.cut("1-2", [(7, y - 2), (91, y - 2), (91, y + 2), (7, y + 2)], 0.4)
    for k, (x, tall) in enumerate(((13, 20), (17.4, 24), (21.8, 18), (26, 22), (30.4, 25))):
        g.shape("2" if k % 2 else "12", [(x, 32), (x, 32 - tall), (x + 3.6, 32 - tall), (x + 3.6, 32)])
    bowl(g, 49, 22, 9, 9, "2-1")
    for turn in (-160, -120, -90, -60, -20):
        leaf(g, "2-1", 76, 24, 13, turn, 0.26)
    g.cut("1-2", [(70, 23), (82, 23), (80, 32), (72, 32)], 0.8)
    g.shape("2-1", [(38.4, 36.4), (59.6, 36.4), (59.6, 61.6), (38.4, 61.6)])
    g.disc("0", 49, 49, 2, 2, 0)
    grain_lines(g, "-2", 40, 58, 38, 60, 6)
    for x in (16, 27):
        g.cut("1-2", [(x, 46), (x + 8, 46), (x + 8, 62), (x, 62)], 0.8)
        g.cut("2-1", [(x + 0.6, 42), (x + 7.4, 42), (x + 7.4, 46), (x + 0.6, 46)], 0.4)
        g.shape("0", [(x, 51), (x + 8, 51), (x + 8, 57), (x, 57)])
    g.cut("2-1", blob(68, 62, 66, 52, 72, 44, 74, 40, 78, 40, 80, 44, 86, 52, 84, 62), 0.8)
    for y in (50, 55):
        g.line("-2", curve(67, y, 76, y + 1.6, 85, y), 1)
    for k in range(5):
        g.shape("12" if k % 2 else "2", [(66, 90 - k * 4.4), (86 - k, 90 - k * 4.4), (86 - k, 86.6 - k * 4.4), (66, 86.6 - k * 4.4)])
    g.cut("2-1", [(12, 72), (33, 72), (33, 92), (12, 92)], 0.6)
    for row in range(4):
        for k in range(5):
            g.line("-2", curve(13 + k * 4, 77 + row * 4, 15 + k * 4, 75 + row * 4, 17 + k * 4, 77 + row * 4), 1)
    g.disc("1-2", 49, 84, 8, 8, 0.8)
    g.disc("0", 49, 84, 4.6, 4.6, 0)
    g.line("2", [(49, 84), (49, 80)], 1)
    g.line("2", [(49, 84), (51.6, 85)], 1)


def kitchen(g: Plates) -> None:
    """Fitted cupboards, a pot on the fire, ladles on the rail."""
    g.cut("1-2", [(2, 2), (40, 2), (40, 28), (2, 28)])
    g.line("0", [(21, 3), (21, 27)], 1.4)
    for x in (5, 24):
        g.line("0", [(x, 5), (x + 13, 5), (x + 13, 25), (x, 25), (x, 5)], 1)
    g.disc("0", 17, 16, 1.4, 1.4, 0)
    g.disc("0", 25.6, 16, 1.4, 1.4, 0)
    g.cut("2-1", [(58, 2), (84, 2), (96, 26), (46, 26)])
    g.hatch("-2", [(60, 4), (82, 4), (92, 24), (50, 24)], 3.6, 1, 0)
    g.line("0", [(46, 34), (98, 34)], 3.6)
    g.line("2", [(46, 34), (98, 34)], 1.6)
    for x, r in ((52, 3.4), (84, 4), (93, 3)):
        g.line("2", [(x, 34), (x, 44)], 1.6)
        g.disc("2", x, 46, r, r * 0.8, 0.6)
    g.cut("1-2", [(60, 44), (80, 44), (79, 55), (61, 55)])
    g.cut("12", [(58, 41), (82, 41), (82, 45), (58, 45)], 0.8)
    g.disc("12", 70, 39, 2.4, 2, 0.6)
    g.cut("2-1", [(0, 56), (100, 56), (100, 62), (0, 62)], 1)
    for k in range(4):
        x = 2 + k * 24.4
        g.cut("1-2", [(x, 63.5), (x + 22.6, 63.5), (x + 22.6, 94), (x, 94)], 0.8)
        if k == 2:
            g.shape("0", [(x + 3, 70), (x + 19.6, 70), (x + 19.6, 88), (x + 3, 88)])
            g.hatch("2", [(x + 4, 71), (x + 18.6, 71), (x + 18.6, 87), (x + 4, 87)], 2.4, 0.9, 45)
            continue
        g.line("0", [(x + 3, 67), (x + 19.6, 67), (x + 19.6, 90), (x + 3, 90), (x + 3, 67)], 1)
        g.disc("0", x + 17, 79, 1.4, 1.4, 0)
        grain_lines(g, "-1", x + 5, x + 15, 69, 88, 5)
    g.cut("12", [(3, 94), (97, 94), (97, 98), (3, 98)], 0.6)
    for x, tall in ((12, 12), (20, 16), (28, 10)):
        g.cut("2-1", [(x - 3, 55), (x - 3, 55 - tall), (x + 3, 55 - tall), (x + 3, 55)], 0.8)


def toys(g: Plates) -> None:
    """A wooden horse on wheels, a spinning top, an emboque."""
    g.cut("2-1", [(8, 80), (74, 80), (74, 86), (8, 86)])
    for x in (18, 64):
        g.disc("1-2", x, 88, 9, 9)
        g.ring("0", x, 88, 5.6, 5.6, 1.2)
        g.disc("0", x, 88, 1.8, 1.8, 0)
    horse = smooth([(16, 80), (18, 58), (14, 46), (24, 42), (44, 44), (50, 32), (50, 16), (58, 10), (64, 18), (76, 30), (73, 37), (64, 34), (62, 46), (64, 80), (56, 80), (52, 62), (34, 62), (26, 64), (26, 80)], steps=6)
    g.cut("1-2", horse)
    for k in range(6):
        g.cut("2-1", blob(46 - k * 0.4, 18 + k * 5, 52, 14 + k * 5, 53, 20 + k * 5, 47, 24 + k * 5), 0.6)
    g.disc("0", 61, 22, 1.6, 1.6, 0)
    g.cut("2-1", taper(curve(16, 46, 6, 54, 8, 70), 5, 1.4), 0.8)
    g.cut("2-1", [(28, 41), (42, 42), (42, 54), (28, 54)], 0.8)
    g.dot("-2", [(32, 46), (38, 46), (35, 51)], 1.1)
    g.line("2", curve(74, 83, 82, 82, 88, 90), 1.4)
    top = g.inset(86, 66, 34, 16)
    top.cut("1-2", smooth([(50, 96), (20, 50), (22, 34), (50, 24), (78, 34), (80, 50)]), 3)
    top.cut("2-1", [(46, 4), (54, 4), (54, 26), (46, 26)], 3)
    for y in (38, 50):
        top.line("0", curve(22, y, 50, y + 8, 78, y), 4)
    bell = g.inset(86, 22, 36)
    bell.cut("2-1", smooth([(28, 60), (30, 26), (50, 6), (70, 26), (72, 60)], steps=6), 3)
    bell.line("2", curve(50, 60, 40, 80, 56, 92, 44, 110), 3)
    bell.cut("1-2", [(39, 104), (49, 104), (49, 134), (39, 134)], 3)


def carved_puma(g: Plates) -> None:
    """A puma carved in wood, the chisel marks left, on its plinth."""
    g.cut("2-1", [(6, 86), (94, 86), (90, 97), (10, 97)])
    grain_lines(g, "-2", 12, 88, 87, 96, 3)
    tail = curve(18, 56, 6, 46, 8, 28, 20, 22)
    g.cut("1-2", taper(tail, 6, 5))
    body = smooth([(14, 86), (14, 66), (18, 54), (36, 48), (56, 50), (64, 44), (64, 30), (70, 24), (73, 17), (78, 23), (85, 23), (90, 18), (92, 26), (96, 36), (92, 46), (86, 50), (82, 62), (80, 86), (71, 86), (69, 68), (58, 66), (40, 68), (32, 72), (26, 86)], steps=6)
    g.cut("1-2", body)
    for x, y, turn in ((24, 62, 60), (32, 58, 20), (42, 56, 0), (52, 58, -10), (60, 56, -40), (68, 50, -70), (74, 58, 80), (22, 74, 80), (30, 66, 30), (46, 62, 0)):
        reach = math.radians(turn)
        for k in (-2, 0.4, 2.8):
            g.line("-1", [(x - 3.4 * math.cos(reach), y + k - 3.4 * math.sin(reach)), (x + 3.4 * math.cos(reach), y + k + 3.4 * math.sin(reach))], 0.9)
    for x in (75, 87):
        g.oval("0", x, 32, 2.6, 1.8)
        g.oval("12", x, 32, 1.2, 1.4)
    g.shape("2", [(78, 38), (85, 38), (81.6, 42)])
    g.line("0", curve(76, 45, 81.6, 43, 87, 45), 1.2)
    for s in (-1, 1):
        for k in range(3):
            g.line("0", [(81.6 + s * 5, 40 + k * 1.6), (81.6 + s * 12, 38 + k * 3)], 0.7)
    chisel = taper([(36, 36), (54, 8)], 4, 6)
    g.cut("2-1", chisel, 1)
    g.line("0", [(40, 28), (45, 31)], 1.4)


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
            g.line("-1" if row % 2 else "-2", curve(62 + shift, y + 11 + k * 2 - 0.6, 78, y + 5 + k * 2, 94, y + k * 2), 0.7)
        if row == 4:
            lid = [(6 + shift, y), (58 + shift, y + 9.6), (96 + shift * 0.5, y - 2), (44, y - 11)]
            g.cut("2-1", lid, 1)
            for k in (1, 2):
                g.line("0", [(6 + shift + k * 17.4, y + k * 3.2), (44 + k * 17, y - 11 + k * 3)], 1.4)
        elif row < 4:
            for k in (0.1, 0.55, 0.92):
                x0 = 6 + shift + 52 * k
                g.shape("12", [(x0, y - 4.2 + 10 * k), (x0 + 5, y - 3.2 + 10 * k), (x0 + 5, y + 10 * k + 0.6), (x0, y + 10 * k - 0.4)])


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
                v.line("1" if (row + k) % 2 else "2", [*((50 + (px - 50) * r, 50 + (py - 50) * r) for px, py in wedge), (50 + (wedge[0][0] - 50) * r, 50 + (wedge[0][1] - 50) * r)], 5)
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
    for k, (x, y, turn, long) in enumerate(((50, 12, -90, 16), (51, 18, -150, 20), (51, 22, -25, 22), (51, 30, -165, 26), (51, 34, -12, 28), (49, 42, -172, 28), (49, 46, -4, 28), (50, 52, 170, 22))):
        leaf(g, "1-2" if k % 2 else "2-1", x, y, long, turn, 0.3, 4)
    for x, low, s in ((12, 97, 0.5), (88, 97, 0.5)):
        g.cut("12", [(x - 9, low - 20), (x + 9, low - 20), (x + 7, low), (x - 7, low)], 1)
        for k, turn in enumerate((-150, -90, -30)):
            leaf(g, "2-1", x, low - 20, 30 * s + (k == 1) * 8, turn, 0.32, 2)


def mushrooms(g: Plates) -> None:
    """Pine mushrooms, whole and in dried slices on a thread."""
    for x, y, size in ((34, 62, 66), (76, 74, 46)):
        v = g.inset(x, y, size)
        v.cut("0", smooth([(38, 50), (62, 50), (66, 76), (70, 98), (30, 98), (34, 76)], steps=6), 3)
        v.line("2", [*smooth([(38, 50), (62, 50), (66, 76), (70, 98), (30, 98), (34, 76)], steps=6)], 3)
        v.hatch("2", [(54, 54), (62, 54), (68, 96), (56, 96)], 4, 1.6, 84)
        v.cut("1-2", smooth([(2, 44), (10, 20), (34, 4), (66, 4), (90, 20), (98, 44), (74, 54), (50, 56), (26, 54)]), 3)
        v.shape("0", smooth([(10, 46), (50, 51), (90, 46), (72, 54), (50, 56), (28, 54)], steps=6))
        for k in range(13):
            v.line("1", [(14 + k * 6, 47 + 4 * math.sin(k / 12 * math.pi)), (20 + k * 5, 52 + 3 * math.sin(k / 12 * math.pi))], 1.6)
        v.line("-1", curve(16, 34, 26, 18, 44, 11), 4)
        v.dot("0", [(62, 16), (74, 26), (58, 30), (80, 38)], 2.6)
    g.line("2", curve(2, 8, 40, 20, 98, 6), 1.8)
    for k in range(5):
        x, y = 14 + k * 18, 18 - abs(k - 2) * 2.6
        slice_ = smooth([(x - 8, y), (x, y - 7), (x + 8, y), (x + 3, y + 3), (x + 3, y + 12), (x - 3, y + 12), (x - 3, y + 3)], steps=5)
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
    for x, y, turn, ink in ((64, 72, 30, "1-2"), (80, 84, 70, "1-2"), (88, 60, -20, "1-2"), (58, 90, 100, "1-2"), (36, 91, 80, "1-2"), (76, 64, 10, "1-2"), (92, 92, 130, "1-2"), (18, 92, 105, "1-2")):
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
        g.line("1", [(50 + (r + 0.9 * math.sin(t / 4 + k)) * math.cos(t / 8), 70 + (r + 0.7 * math.cos(t / 5 + k)) * math.sin(t / 8)) for t in range(52)], 1.5)
    g.line("1", [(50, 70), (68, 58)], 1.2)
    g.line("1", [(50, 70), (36, 82)], 1.2)


