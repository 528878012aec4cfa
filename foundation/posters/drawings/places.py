"""What a route passes by, and the signs of places."""

# Outlines are rows of numbers, kept as such.
# fmt: off

import math

from foundation.posters.drawings.parts import around, bowl, leaf, wine_glass
from foundation.posters.drawings.sea import fish
from foundation.posters.geometry import arc, blob, curve, smooth, taper
from foundation.posters.ink import Plates
from foundation.posters.landscapes.south import tree


def boat(g: Plates) -> None:
    """A fishing boat under sail, its name on the bow."""
    g.cut("12", [(46, 2), (50, 2), (50, 70), (46, 70)], 1)
    g.cut("1-2", [(52, 6), *curve(52, 6, 74, 26, 84, 58), (52, 62)])
    g.cut("2-1", [(44, 16), *curve(44, 16, 30, 36, 16, 58), (44, 62)])
    for k in range(4):
        g.line("-1", curve(52, 18 + k * 11, 60 + k * 5, 19 + k * 10.4, 62 + k * 6.6, 20 + k * 11), 1.2)
    hull = [(2, 62), *curve(2, 62, 30, 72, 60, 72, 98, 58), *curve(98, 58, 92, 76, 84, 88), (20, 88),
        *curve(20, 88, 10, 80, 2, 62)]
    g.cut("1-2", hull)
    g.line("0", curve(5, 69, 32, 78, 62, 78, 95, 66), 2.4)
    for k in range(7):
        g.line("-1", [(24 + k * 9, 82), (30 + k * 9, 82)], 1.2)
    for row in range(2):
        for k in range(8):
            g.line("2", arc(6 + k * 12.6 + row * 6, 90 + row * 6, 6, 3.4, 0, 180, 8), 1.8)


def ocean_table(g: Plates) -> None:
    """A table by the sea: a fish on its plate, wine, a lemon, the cloth."""
    g.cut("1-2", arc(46, 74, 44, 15, 0, 360, 50))
    g.oval("0", 46, 73, 38, 11.6)
    g.ring("2", 46, 73, 34, 9.6, 1)
    fish(g, 46, 66, 66, -4)
    wine_glass(g, 86, 82, 46, "1")
    for k in range(5):
        x = 4 + k * 19
        g.cut("2-1", [(x, 90), (x + 16, 90), (x + 12, 99), (x - 4, 99)], 0.6)
    g.cut("2-1", arc(14, 84, 8, 6, 0, 360, 20), 1)
    g.line("-2", arc(14, 84, 5, 4, 180, 260, 8), 1.2)
    for turn in (-70, -110):
        leaf(g, "2-1", 72, 58, 14, turn, 0.3, 2)


def church(g: Plates) -> None:
    """A shingled church of Chiloé: portico of arches, tower in two tiers, cross."""
    g.cut("2-1", [(2, 54), (26, 40), (74, 40), (98, 54), (98, 96), (2, 96)])
    for row in range(6):
        for k in range(16):
            x, y = 4 + k * 6 + (row % 2) * 3, 58 + row * 6.4
            g.line("-2", arc(x, y, 3, 3.2, 0, 180, 6), 1)
    g.cut("12", [(0, 55), (26, 37), (74, 37), (100, 55), (96, 57), (72, 42), (28, 42), (4, 57)], 0.8)
    g.cut("1-2", [(34, 20), (66, 20), (66, 97), (34, 97)])
    g.cut("1-2", [(39, 8), (61, 8), (61, 22), (39, 22)], 1)
    g.cut("2-1", [(50, -12), (62, 10), (38, 10)], 1)
    g.cut("12", [(32, 19), (68, 19), (70, 24), (30, 24)], 0.8)
    g.line("2", [(50, -12), (50, -22)], 1.8)
    g.line("2", [(46, -18), (54, -18)], 1.8)
    for x in (44, 52):
        g.shape("0", [(x, 20), (x, 14), *arc(x + 2, 14, 2, 2, 180, 360, 6), (x + 4, 20)])
    for x, y, wide, tall in ((41, 44, 7, 14), (53, 44, 7, 14), (43, 78, 15, 19)):
        g.shape("0", [(x, y), (x, y - tall * 0.5), *arc(x + wide / 2, y - tall * 0.5, wide / 2, wide / 2, 180, 360,
            10), (x + wide, y)])
    g.shape("0", [(43, 97), (43, 80), *arc(50, 80, 7, 8, 180, 360, 10), (57, 97)])
    g.shape("2", [(44.6, 97), (44.6, 81), *arc(50, 81, 5.4, 6, 180, 360, 10), (55.4, 97)])
    for x in (10, 20, 72, 82):
        g.shape("0", [(x, 96), (x, 82), *arc(x + 4, 82, 4, 5, 180, 360, 10), (x + 8, 96)])


def tall_church(g: Plates) -> None:
    """The church, sized so that its cross stays inside the square."""
    church(g.inset(50, 58, 80))


def volcano_tree(g: Plates) -> None:
    """A great araucaria before the cone."""
    cone = [(2, 92), *curve(2, 92, 26, 60, 42, 28), (54, 28), *curve(54, 28, 70, 60, 98, 92)]
    g.cut("2-1", cone)
    g.shape("0", [(42, 28), (54, 28), (62, 46), (55, 40), (51, 50), (46, 41), (41, 51), (38, 42), (34, 44)])
    g.line("2", [(34, 44), (42, 28), (54, 28), (62, 46)], 1.8)
    for k in range(7):
        g.line("-2", curve(44 + k * 3, 54 + k, 46 + k * 5, 70, 50 + k * 7, 91), 1.2)
    g.cut("0", blob(46, 22, 40, 14, 52, 8, 50, 0, 66, 2, 62, 12, 54, 18, 54, 24), 0.6)
    g.line("2", [*blob(46, 22, 40, 14, 52, 8, 50, 0, 66, 2, 62, 12, 54, 18, 54, 24)], 1.3)
    tree(g, 28, 98, 76)
    tree(g, 82, 98, 50)
    g.cut("1-2", [(0, 92), (100, 92), (100, 98), (0, 98)], 0.8)


def old_olive(g: Plates) -> None:
    """A centenary olive tree, its trunk in two."""
    for x, y, r in ((22.0, 34.0, 20.0), (44, 22, 22), (68, 26, 22), (84, 42, 16), (50, 42, 20), (14, 48, 13)):
        g.disc("1-2", x, y, r, r * 0.82, 1.6)
    for k in range(46):
        a, r = k * 2.399, math.sqrt((k + 0.5) / 46)
        x, y = 50 + 43 * r * math.cos(a), 34 + 27 * r * math.sin(a)
        g.line("-1", curve(x - 3, y + 1, x, y - 1.6, x + 3, y + 1), 1.4)
    trunk = [(22, 97), *curve(22, 97, 36, 84, 38, 70, 30, 54), (38, 50),
        *curve(38, 50, 46, 60, 50, 64, 54, 60, 62, 46), (70, 50), *curve(70, 50, 60, 66, 62, 82, 78, 97)]
    g.cut("2-1", trunk)
    for pts in ((36, 94, 44, 82, 44, 70, 40, 60), (46, 96, 50, 84, 48, 72), (60, 94, 54, 82, 56, 70, 62, 58),
            (68, 96, 60, 86, 58, 74)):
        g.line("-2", curve(*pts), 1.3)
    g.shape("0", blob(48, 78, 53, 74, 54, 84, 50, 90, 47, 86))
    g.dot("2", [(20, 42), (34, 30), (58, 32), (74, 36), (64, 18), (44, 14), (86, 46), (28, 50)], 2)


def rock_star(g: Plates) -> None:
    """Under Limarí's clear sky: a dome of observatory, rock drawings, stars."""
    dome = [(18, 66), *arc(50, 60, 32, 38, 180, 360, 30), (82, 66)]
    g.cut("1-2", dome)
    g.shape("0", [(46, 66), (46, 23), (56, 23), (56, 66)])
    g.cut("2-1", taper([(52, 52), (70, 12)], 9, 11), 1)
    g.line("-2", [(55, 45), (63, 47)], 1.2)
    g.cut("2-1", [(16, 66), (84, 66), (84, 86), (16, 86)])
    for k in range(9):
        g.line("-2", [(22 + k * 7, 67), (22 + k * 7, 85)], 1)
    rock = blob(2, 96, 6, 80, 20, 74, 34, 80, 40, 97)
    g.cut("12", rock)
    g.ring("0", 20, 86, 5, 5, 1.4)
    g.line("0", [(20, 91), (20, 96)], 1.4)
    for x, y in around(20, 86, 7.4, 8):
        g.line("0", [(20 + (x - 20) * 0.84, 86 + (y - 86) * 0.84), (x, y)], 1)
    g.cut("1-2", blob(60, 98, 66, 84, 82, 80, 98, 88, 99, 98))
    for x, y, r in ((10, 18, 7), (30, 8, 4.4), (92, 20, 6), (84, 40, 4), (8, 46, 4)):
        points = [p for pair in zip(around(x, y, r, 4, -90), around(x, y, r * 0.3, 4, -45), strict=True) for p in pair]
        g.cut("1", points, 1)


def vine_house(g: Plates) -> None:
    """A corridor house of Maule with its vine and a demijohn."""
    g.cut("0", [(6, 52), (94, 52), (94, 94), (6, 94)])
    g.line("1", [(6, 52), (94, 52), (94, 94), (6, 94), (6, 52)], 2)
    g.cut("1-2", [(-2, 54), (18, 26), (82, 26), (102, 54)])
    for k in range(15):
        t = k / 14
        g.line("-1", [(18 + 64 * t, 27), (-1 + 102 * t, 53)], 1.3)
    for row in (35, 44):
        g.line("-1", [(10, row), (90, row)], 1)
    for x in (8, 35, 62, 89):
        g.cut("2-1", [(x, 55), (x + 4, 55), (x + 4, 94), (x, 94)], 0.8)
    for x in (18, 72):
        g.shape("2", [(x, 64), (x + 11, 64), (x + 11, 80), (x, 80)])
        for dx in (3.6, 7.2):
            g.line("-2", [(x + dx, 64), (x + dx, 80)], 1)
    g.shape("12", [(44, 64), (56, 64), (56, 94), (44, 94)])
    g.cut("2-1", [(-2, 94), (102, 94), (102, 98), (-2, 98)], 0.6)
    g.line("2", curve(12, 93, 8, 76, 14, 62, 30, 57, 60, 58, 90, 57), 2)
    for x, y, turn in ((12, 66, -40), (24, 59, 30), (40, 58, 80), (54, 59, 60), (68, 58, 100), (82, 58, 70)):
        leaf(g, "1-2", x, y, 9, turn, 0.5)
    g.cut("1-2", [(66, 3), (76, 3), (76, 27), (66, 27)], 1)


def forest_road(g: Plates) -> None:
    """Trunks, a signboard and a boundary stone on a forest track."""
    for x, s in ((24, 84), (76, 72), (42, 56)):
        tree(g, x, 96, s)
    g.cut("2-1", [(58, 46), (63, 46), (63, 97), (58, 97)])
    for y, s in ((40, 1), (56, -1)):
        board = [(60 - s * 18, y), (60 + s * 16, y), (60 + s * 24, y + 5.5), (60 + s * 16, y + 11),
            (60 - s * 18, y + 11)]
        g.cut("0", board, 1.2)
        g.line("2", [*board, board[0]], 1.6)
        g.line("1", [(60 - 12, y + 5.5), (60 + 12, y + 5.5)], 1.8)
    g.cut("12", blob(70, 97, 73, 86, 82, 84, 90, 90, 92, 97))
    g.cut("1-2", [(0, 95), (100, 95), (100, 99), (0, 99)], 0.6)


def salt_wheel(g: Plates) -> None:
    """A salt worker's barrow, full, and the rake."""
    g.cut("2-1", taper(curve(92, 4, 74, 40, 60, 74), 4, 4))
    g.cut("2-1", [(82, 2), (99, 8), (97, 13), (80, 7)], 1)
    heap = [(12, 54), *curve(12, 54, 30, 30, 46, 22, 62, 34, 80, 54)]
    g.cut("0", heap, 1.6)
    g.line("1", [*heap, heap[0]], 2.2)
    g.hatch("1", [(50, 28), (64, 38), (78, 53), (56, 53)], 3, 1, 50)
    g.cut("1-2", [(8, 54), (84, 54), (70, 82), (24, 82)])
    for y in (63.0, 72):
        g.line("-1", [(14, y), (78, y)], 1.3)
    g.cut("2-1", taper([(80, 60), (104, 52)], 4, 4))
    g.cut("2-1", taper([(66, 80), (74, 97)], 4, 4), 1)
    g.disc("2-1", 22, 86, 12, 12)
    g.disc("0", 22, 86, 7.4, 7.4, 0)
    for x, y in around(22, 86, 8, 6):
        g.line("2", [(22, 86), (x, y)], 1.8)


def workshop(g: Plates) -> None:
    """A carpenter's bench: plane, shavings, mallet, saw on the wall."""
    saw = [(8, 20), (70, 8), (72, 22), (12, 28)]
    g.cut("0", saw, 1.2)
    g.line("1", [*saw, saw[0]], 1.8)
    for k in range(14):
        x = 12 + k * 4.4
        g.line("1", [(x, 28 - k * 0.45), (x + 2, 31 - k * 0.45), (x + 4, 27.6 - k * 0.45)], 1.2)
    g.cut("2-1", blob(70, 6, 84, 4, 94, 14, 90, 26, 76, 24), 1.4)
    g.disc("0", 82, 15, 5, 5, 0)
    g.cut("1-2", [(14, 52), (62, 52), (62, 66), (14, 66)])
    g.cut("1-2", blob(46, 52, 48, 42, 56, 38, 62, 42, 60, 52), 1)
    g.disc("1-2", 24, 46, 6, 6)
    g.cut("12", [(34, 44), (39, 42), (44, 54), (38, 56)], 0.8)
    for k in range(3):
        g.line("2", arc(70 + k * 8, 58 - k * 3, 6, 6, 60, 400, 20), 2.2)
    g.cut("2-1", [(0, 67), (100, 67), (100, 76), (0, 76)])
    for y in (70, 73):
        g.line("-2", curve(2, y, 30, y + 1, 66, y - 0.6, 98, y + 0.4), 0.9)
    for x in (8, 82):
        g.cut("2-1", [(x, 76), (x + 9, 76), (x + 9, 98), (x, 98)], 1)
    g.cut("2-1", [(17, 86), (82, 86), (82, 91), (17, 91)], 1)
    g.cut("1-2", [(30, 77), (40, 77), (40, 85), (30, 85)], 1)
    g.cut("1-2", [(50, 77), (58, 77), (58, 85), (50, 85)], 1)


def hands(g: Plates) -> None:
    """Two hands that hold a sprig: a network's sign."""
    for flip in (False, True):
        v = g.inset(50, 50, 100, 0, flip)
        v.cut("2-1", [(2, 98), (8, 72), (30, 76), (28, 98)], 1)
        v.cut("1-2", smooth([(8, 76), (16, 58), (30, 50), (46, 50), (50, 55), (44, 60), (32, 62), (40, 66), (49, 70),
            (46, 76), (30, 84), (18, 84)], steps=6))
        for k in range(3):
            v.line("-1", curve(30 - k * 2, 62 + k * 4, 38, 62 + k * 4, 47 - k * 1.4, 58 + k * 5), 1.2)
        v.line("-1", curve(14, 72, 18, 64, 28, 57), 1.3)
    g.cut("2-1", taper(curve(50, 62, 49, 40, 51, 10), 4, 2), 1)
    for k in range(4):
        leaf(g, "1-2" if k % 2 else "2-1", 50, 52 - k * 11, 27 - k * 3, -25, 0.3, 4)
        leaf(g, "2-1" if k % 2 else "1-2", 50, 52 - k * 11, 27 - k * 3, -155, 0.3, 4)
    leaf(g, "1-2", 51, 14, 18, -90, 0.3, 3)


def shared_table(g: Plates) -> None:
    """A laid table seen from its end: bread, jug, bowls for many."""
    g.cut("1-2", [(24, 40), (76, 40), (99, 92), (1, 92)])
    for k in range(1, 6):
        t = k / 6
        g.line("-1", [(24 + 52 * t, 41), (1 + 98 * t, 91)], 0.9)
    g.cut("2-1", [(1, 92), (99, 92), (99, 98), (1, 98)], 0.8)
    for x, y, s in ((30, 50, 0.7), (70, 50, 0.7), (22, 64, 0.9), (78, 64, 0.9), (14, 80, 1.1), (86, 80, 1.1)):
        g.disc("0", x, y, 8 * s, 4 * s, 1)
        g.ring("2", x, y, 6.4 * s, 3 * s, 1.2)
    bowl(g, 50, 66, 17, 13, "2-1")
    for x, y in ((43, 62), (50, 59), (57, 62)):
        g.disc("1-2", x, y, 6, 6, 1)
    bowl(g, 50, 66, 17, 13, "2-1")
    g.cut("2-1", [*curve(44, 50, 40, 40, 44, 30, 44, 22), (56, 22), *curve(56, 22, 56, 30, 60, 40, 56, 50)])
    g.line("0", curve(57, 28, 66, 30, 64, 42, 58, 44), 5)
    g.line("2", curve(57, 28, 66, 30, 64, 42, 58, 44), 2.6)
    g.cut("1-2", blob(40, 86, 50, 80, 60, 86, 54, 91, 46, 91), 1)
    for dx in (-4, 0, 4):
        g.line("-1", [(50 + dx - 1, 83), (50 + dx + 1, 88)], 1.2)
