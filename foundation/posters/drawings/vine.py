"""Grapes, wine, pisco and what else comes in bottles."""

import math

from foundation.posters.drawings.parts import around, leaf, small_glass, twig, wine_glass
from foundation.posters.geometry import Point, arc, blob, curve, mirrored, smooth, taper
from foundation.posters.ink import Plates


def bunch(g: Plates, rows: tuple[tuple[float, int], ...], x: float = 46, r: float = 7.7) -> None:
    for i, (y, count) in enumerate(rows):
        for k in range(count):
            cx = x + (k - (count - 1) / 2) * r * 1.87 + (1.5 if i % 2 else -1.5)
            g.oval("0", cx, y, r + 1)
            g.oval("12" if (i + k) % 3 == 0 else "1-2", cx, y, r)
            glint = [(cx - r * 0.57 + r * 0.08 * t, y - r * (0.13 + 0.25 * math.sin(t / 5 * math.pi / 2))) for t in range(6)]
            g.line("0", glint, 1.3)


def vine_leaf(g: Plates, x: float, y: float, size: float, turn: float = 0, ink: str = "2-1") -> None:
    v = g.inset(x, y, size, turn)
    outline = smooth([(50, 98), (40, 82), (16, 92), (20, 70), (2, 58), (18, 44), (12, 18), (36, 26), (50, 2), (64, 26), (88, 18), (82, 44), (98, 58), (80, 70), (84, 92), (60, 82)])
    v.cut(ink, outline, 3)
    for tip in ((50, 14), (22, 30), (78, 30), (18, 60), (82, 60), (28, 82), (72, 82)):
        v.line("0", [(50, 82), tip], 2.2)


def grapes(g: Plates) -> None:
    g.line("2", curve(50, 2, 52, 12, 49, 22), 3.4)
    g.line("2", curve(40, 4, 50, 5, 62, 2), 3.4)
    bunch(g, ((30, 5), (43, 6), (55.5, 5), (67.5, 4), (79, 3), (89, 2)))
    vine_leaf(g, 76, 22, 42, 60)


def grape_crate(g: Plates) -> None:
    """A packing case heaped with bunches."""
    for x, y in ((24, 34), (50, 26), (76, 34)):
        v = g.inset(x, y + 14, 52)
        bunch(v, ((24, 4), (39, 5), (54, 4), (68, 3)), 50, 9.4)
    vine_leaf(g, 38, 22, 24, -20)
    vine_leaf(g, 65, 20, 22, 30)
    g.cut("2-1", [(3, 56), (97, 56), (95, 96), (5, 96)])
    for y in (69.5, 82.5):
        g.line("0", [(4, y), (96, y)], 2)
    for x in (12, 88):
        g.line("0", [(x, 57), (x, 95)], 1.4)
        g.dot("0", [(x - 4, 62), (x - 4, 76), (x - 4, 90), (x + 4, 62), (x + 4, 76), (x + 4, 90)], 0.9)
    for y in (62, 66, 75, 79, 88, 92):
        g.line("-2", curve(18, y, 36, y + 1, 54, y - 0.6, 82, y + 0.6), 0.7)
    g.disc("0", 50, 76, 14, 11, 0)
    g.ring("1", 50, 76, 13, 10, 1.3)
    v = g.inset(50, 76, 17)
    bunch(v, ((14, 4), (36, 3), (58, 2), (80, 1)), 50, 13)


BORDEAUX = [(56, 2), (56, 24), *curve(56, 24, 58, 31, 67, 39, 69, 48), (69, 94), (66, 98)]
BURGUNDY = [(55.5, 2), (55.5, 20), *curve(55.5, 20, 57, 34, 68, 48, 72, 62), (72, 93), (68, 98)]
FLUTE = [(55, 2), (55, 16), *curve(55, 16, 57, 38, 64, 52, 66, 66), (66, 94), (63, 98)]
SQUAT = [(57, 14), (57, 34), *curve(57, 34, 60, 44, 76, 48, 78, 58), (78, 92), (73, 98)]
CLEAR_SPIRIT = [(55, 2), (55, 18), *curve(55, 18, 57, 26, 65, 30, 66, 38), (66, 94), (64, 98)]


def bottle_of(g: Plates, half: list[Point], ink: str = "1", label: tuple[float, float] = (56, 88)) -> None:
    """A bottle from its right half, capsule, shine and empty label."""
    glass, wide = mirrored(half), half[-2][0] - 50
    clear = "-1" if ink == "1" else "-2"
    top, neck = half[0][1], half[0][0] - 50
    g.cut(ink, glass, 1.4)
    g.shape("2-1" if ink == "1" else "1-2", [(49 - neck, top), (51 + neck, top), (51 + neck, top + 18), (49 - neck, top + 18)])
    g.line("0", [(49 - neck, top + 18.5), (51 + neck, top + 18.5)], 1)
    g.line("0", [(49 - neck, top + 5), (51 + neck, top + 5)], 0.8)
    g.line(clear, [(50 - wide * 0.76, label[0] - 9), (50 - wide * 0.76, label[0] - 2)], 1.8)
    g.line(clear, [(50 - wide * 0.76, label[1] + 2), (50 - wide * 0.76, 94)], 1.4)
    g.shape("0", [(50 - wide, label[0]), (50 + wide, label[0]), (50 + wide, label[1]), (50 - wide, label[1])])
    for y in (label[0] + 2, label[1] - 2):
        g.line("2", [(50 - wide, y), (50 + wide, y)], 0.9)
    for x in (50 - wide + 0.4, 50 + wide - 0.4):
        g.line(ink[0], [(x, label[0]), (x, label[1])], 0.9)


def label_hill(g: Plates) -> None:
    g.shape("2", blob(33, 82, 40, 74, 46, 78, 54, 70, 67, 80, 67, 84, 33, 84))
    g.oval("1", 58, 66, 4.4)


def bottle(g: Plates) -> None:
    bottle_of(g, BORDEAUX)
    label_hill(g)
    wine_glass(g, 84, 98, 42)


def demijohn(g: Plates) -> None:
    """A wicker demijohn of country wine and a full tumbler."""
    v = g.inset(42, 50, 98)
    v.cut("1", [(44, 2), (56, 2), (56, 10), *curve(57, 14, 58, 24, 76, 36, 88, 58), (12, 58), *curve(12, 58, 24, 36, 42, 24, 43, 14)])
    v.shape("2-1", [(42, 1), (58, 1), (58, 8), (42, 8)])
    v.line("-1", curve(36, 33, 27, 41, 22, 52), 2)
    body = [(8, 54), (92, 54), *curve(92, 54, 95, 70, 88, 86, 76, 98), *curve(24, 98, 12, 86, 5, 70, 8, 54)]
    v.cut("2-1", body)
    for row in range(7):
        y, inset = 60 + row * 6, 1 + max(0, row - 3) * 2.4
        for k in range(11):
            x = 8 + inset + (84 - 2 * inset) * (k + (row % 2) * 0.5) / 11
            if x < 90 - inset:
                v.line("-2", curve(x, y + 2.6, x + 3.4, y - 0.8, x + 6.8, y + 2.6), 1.3)
    v.cut("2-1", [(6, 50), (94, 50), (94, 57), (6, 57)], 1)
    for k in range(20):
        v.line("-2", [(8 + k * 4.4, 57), (11 + k * 4.4, 50)], 1)
    for side in (10, 90):
        v.ring("0", side, 50, 8, 10, 7)
        v.ring("2", side, 50, 8, 10, 4)
    small_glass(g, 88, 98, 25, "12")


def wine_old_vine(g: Plates) -> None:
    """A bottle before a head-trained vine a century old."""
    trunk = taper(curve(22, 98, 18, 82, 27, 70, 22, 56), 17, 10)
    g.cut("2-1", trunk)
    for x in (19, 23, 27):
        g.line("-2", curve(x, 95, x - 2, 82, x + 3, 70, x, 60), 1)
    for tip, wide in (((4, 34), 5), ((18, 22), 5), ((36, 30), 5), ((44, 46), 4)):
        g.cut("2-1", taper(curve(22, 60, (22 + tip[0]) / 2 + 2, 48, *tip), 8, wide - 3), 1)
    for x, y, turn in ((7, 26, -30), (22, 14, 0), (38, 22, 30)):
        vine_leaf(g, x, y, 24, turn)
    v = g.inset(10, 56, 26)
    bunch(v, ((14, 3), (36, 4), (58, 3), (80, 1)), 50, 12)
    v = g.inset(68, 50, 100)
    bottle_of(v, BURGUNDY)
    vine_leaf(v, 50, 72, 22, 180)


def wine_white(g: Plates) -> None:
    """A pale wine, its bottle outlined on the paper, a star over the label."""
    v = g.inset(38, 50, 100)
    bottle_of(v, BURGUNDY, "2")
    points = [p for pair in zip(around(50, 72, 10, 8, -90), around(50, 72, 4, 8, -67.5), strict=True) for p in pair]
    v.shape("1", points)
    wine_glass(g, 82, 98, 56, "2")
    for x, y in ((80, 56), (84, 62), (79, 65), (86, 52)):
        g.oval("-2", x, y, 1.1)


def wine_two(g: Plates) -> None:
    """Two bottles shoulder to shoulder and a bunch at their feet."""
    v = g.inset(32, 48, 94)
    bottle_of(v, BORDEAUX, "1")
    v.shape("2", [(33, 78), (42, 63), (47, 71), (55, 60), (67, 78)])
    v.line("1", [(34, 82), (66, 82)], 1.4)
    v = g.inset(66, 50, 98)
    bottle_of(v, BORDEAUX, "2")
    v.shape("1", [(34, 78), (43, 64), (49, 72), (57, 61), (66, 78)])
    v.line("2", [(34, 82), (66, 82)], 1.4)
    bunch(g.inset(50, 84, 36), ((14, 5), (32, 6), (50, 5), (68, 3), (84, 2)), 50, 9)


def wine_sea(g: Plates) -> None:
    """A white from the cold coast: waves on the label, a shell beside the glass."""
    v = g.inset(40, 50, 100)
    bottle_of(v, FLUTE, "1", (54, 88))
    for row in range(4):
        y = 66 + row * 5.6
        for k in range(3):
            v.line("2", arc(39.6 + k * 10 + (row % 2) * 2, y, 4.6, 3.4, 0, 180, 8), 1.5)
    v.oval("1", 58, 60, 3)
    wine_glass(g, 80, 98, 50, "1")
    shell = [(14, 97), *arc(14, 92, 14, 20, 190, 350, 14)]
    g.cut("2-1", shell)
    for tip in arc(14, 92, 13, 19, 202, 338, 6):
        g.line("-2", [(14, 96), tip], 1)


def wine_cold(g: Plates) -> None:
    """A southern pinot: an araucaria on the label, snow on the ground."""
    v = g.inset(36, 50, 100)
    bottle_of(v, BURGUNDY)
    v.line("2", [(50, 86), (50, 62)], 2)
    for k in range(5):
        reach, y = 12 - abs(k - 1) * 2.4, 76 - k * 3.2
        v.line("2", curve(50 - reach, y - 3, 50 - reach * 0.5, y + 0.6, 50, y, 50 + reach * 0.5, y + 0.6, 50 + reach, y - 3), 1.7)
    wine_glass(g, 82, 98, 54, "12")


def wine_sun(g: Plates) -> None:
    """A sun-sweetened wine with two hung bunches of raisins."""
    v = g.inset(36, 53, 94)
    bottle_of(v, SQUAT, "1", (60, 88))
    v.oval("2", 50, 74, 6)
    for a, b in zip(around(50, 74, 8, 12), around(50, 74, 12, 12), strict=True):
        v.line("2", [a, b], 1.4)
    twig(g, "2", 60, 8, 78, 10, 98, 4, wide=3)
    for x, y in ((72, 30), (90, 26)):
        g.line("2", [(x, 8), (x, y - 16)], 1.4)
        for k, (dx, dy) in enumerate(((-4, -14), (4, -13), (-7, -7), (1, -7), (8, -6), (-3, 0), (5, 1), (-1, 8), (3, 14))):
            g.disc("12" if k % 3 == 0 else "1-2", x + dx, y + dy, 3.9, 3.3, 0.7)
            g.line("0", [(x + dx - 2, y + dy), (x + dx + 1, y + dy - 1)], 0.7)
    wine_glass(g, 84, 98, 38, "12")


def pajarete(g: Plates) -> None:
    """A small-shouldered bottle of sweet wine and an engraved dessert glass."""
    v = g.inset(40, 52, 96)
    bottle_of(v, SQUAT, "1", (62, 90))
    bunch(v.inset(50, 77, 22), ((14, 4), (34, 5), (54, 3), (74, 1)), 50, 10)
    v.shape("2-1", [(43, 6), (57, 6), (59, 16), (41, 16)])
    wine_glass(g, 87, 98, 44, "12")


def pisco(g: Plates) -> None:
    """A clear bottle, the level of the spirit showing, and two small cups."""
    v = g.inset(40, 50, 100)
    glass = mirrored(CLEAR_SPIRIT)
    v.cut("0", glass, 2)
    v.shape("1", [(34, 46), (66, 46), (66, 94), (64, 98), (36, 98), (34, 94)])
    v.line("1", [*glass, glass[0]], 1.8)
    v.shape("2-1", [(43, 1), (57, 1), (57, 14), (43, 14)])
    v.line("-1", [(38, 50), (38, 56)], 1.6)
    v.shape("0", [(33, 58), (67, 58), (67, 90), (33, 90)])
    for y in (60, 88):
        v.line("2", [(34, y), (66, y)], 1)
    v.shape("2", [(36, 82), (44, 68), (49, 75), (56, 64), (64, 82)])
    v.line("1", [(40, 85), (60, 85)], 1.2)
    for x, low in ((76, 98), (92, 96)):
        small_glass(g, x, low, 17, "1")


def still(g: Plates) -> None:
    """A copper alembic: pot, swan neck, worm tub."""
    g.cut("2-1", [(4, 84), (52, 84), (54, 97), (2, 97)])
    for row in (88, 93):
        g.line("-2", [(4, row), (52, row)], 1)
    for x in (14, 28, 42):
        g.line("-2", [(x, 84), (x, 88)], 1)
    pot = blob(28, 40, 44, 46, 50, 64, 46, 82, 28, 86, 10, 82, 6, 64, 12, 46)
    neck = taper(curve(28, 40, 28, 18, 40, 6, 60, 14, 74, 40), 14, 5)
    g.cut("1-2", neck)
    g.cut("1-2", pot)
    g.disc("1-2", 28, 36, 13, 9)
    g.line("-1", curve(14, 56, 12, 66, 15, 76), 2)
    g.line("-1", curve(22, 32, 27, 30, 33, 31), 1.4)
    for y in (46, 80):
        g.line("-1", arc(28, y - 4, 17, 5, 20, 160, 14), 1.2)
    g.dot("0", arc(28, 42, 18, 7, 25, 155, 7), 1)
    tub = [(58, 42), (98, 42), (95, 97), (61, 97)]
    g.cut("2-1", tub)
    for k in range(1, 6):
        g.line("-2", [(58 + k * 6.7, 43), (61 + k * 5.7, 96)], 1)
    for y in (52, 86):
        g.cut("1-2", [(58.5, y), (97.5, y), (97, y + 5), (59, y + 5)], 0.6)
    g.cut("0", arc(78, 42, 20, 5, 0, 360, 30), 0.6)
    g.ring("2", 78, 42, 20, 5, 1.3)
    for k in range(3):
        g.ring("1", 78, 42, 13 - k * 4.4, 3.2 - k, 1.3)
    g.cut("1", [(54, 78), (62, 76), (62, 80), (55, 82)], 0.8)
    g.disc("1", 54, 90, 1.8, 3, 1)


def golden_liqueur(g: Plates) -> None:
    """A cut-glass decanter and its stopper, with two thimble glasses."""
    v = g.inset(40, 50, 100)
    v.disc("2-1", 50, 9, 8, 9)
    v.line("-2", [(46, 4), (46, 13)], 1.4)
    v.cut("0", [(44, 17), (56, 17), (55, 36), (45, 36)], 1.4)
    v.line("2", [(44, 17), (56, 17), (55, 36), (45, 36), (44, 17)], 1.4)
    body = blob(50, 32, 62, 38, 76, 56, 78, 78, 68, 96, 50, 98, 32, 96, 22, 78, 24, 56, 38, 38)
    v.cut("1-2", body)
    for k in range(-4, 5):
        for tilt in (-1, 1):
            v.line("-1", [(50 + k * 7, 58), (50 + k * 7 + tilt * 14, 92)], 0.9)
    v.shape("1-2", [(23, 52), (77, 52), (77, 62), (23, 62)])
    v.line("0", [(25, 62), (75, 62)], 1.4)
    v.line("0", [(29, 52), (71, 52)], 1.2)
    for x, low in ((79, 98), (94, 95)):
        wine_glass(g, x, low, 26, "1")


def beer(g: Plates) -> None:
    """A mug with its head and a short brown bottle with a pine nut on the label."""
    v = g.inset(24, 52, 96)
    bottle_of(v, [(55, 6), (55, 26), *curve(55, 26, 57, 38, 67, 44, 68, 54), (68, 94), (65, 98)], "1", (58, 88))
    v.shape("2", blob(50, 63, 55, 70, 55, 79, 50, 83, 45, 79, 45, 70))
    mug = [(46, 40), (84, 40), (82, 97), (48, 97)]
    for ink, wide in (("0", 11), ("2", 7)):
        g.line(ink, curve(82, 52, 96, 53, 98, 66, 94, 80, 82, 82), wide)
    g.cut("1-2", mug)
    for k in range(1, 5):
        g.line("-1", [(46 + k * 7.6, 46), (48 + k * 6.8, 94)], 2)
    for x, y, r in ((50, 38, 8), (60, 33, 9), (71, 33, 9), (80, 38, 8), (66, 41, 10), (55, 42, 8), (77, 43, 7)):
        g.oval("0", x, y, r + 1.2)
    for x, y, r in ((50, 38, 8), (60, 33, 9), (71, 33, 9), (80, 38, 8)):
        g.line("2", arc(x, y, r - 0.8, r - 0.8, 190, 350, 12), 1.4)
    g.shape("0", blob(48, 48, 50, 58, 53, 50))
    for x, y in ((55, 40), (64, 38), (73, 40), (60, 44), (69, 45)):
        g.ring("2", x, y, 1.8, 1.8, 0.9)
    leaf(g, "2-1", 47, 97, 16, -150, 0.3)


def cider_jug(g: Plates) -> None:
    """A jug of chicha and two apples."""
    for ink, wide in (("0", 12), ("1", 7)):
        g.line(ink, curve(58, 34, 74, 34, 76, 52, 70, 68, 58, 74), wide)
    jug = [*curve(24, 16, 20, 30, 12, 48, 10, 68, 16, 88, 26, 97), *curve(50, 97, 60, 88, 66, 68, 62, 48, 54, 32, 54, 16), (60, 8), (50, 12), (24, 12)]
    g.cut("1-2", jug)
    g.line("-1", curve(20, 44, 15, 60, 19, 80), 2)
    for y in (30, 34):
        g.line("-1", curve(21, y, 38, y + 3, 55, y), 1.2)
    for k in range(8):
        g.line("-1", curve(17 + k * 6, 60, 20 + k * 6, 54, 23 + k * 6, 60), 1.2)
    g.cut("0", blob(24, 13, 38, 9, 54, 11, 40, 17), 0.4)
    g.ring("2", 39, 13, 14, 2.6, 1)
    for x, y, r, ink in ((82, 84, 14, "2-1"), (62, 88, 11, "2-1")):
        apple(g, x, y, r, ink)


def apple(g: Plates, x: float, y: float, r: float, ink: str = "1-2") -> None:
    g.cut(ink, blob(x, y - r * 0.7, x + r * 0.6, y - r * 0.95, x + r, y - r * 0.2, x + r * 0.75, y + r * 0.7, x + r * 0.2, y + r * 0.92, x - r * 0.2, y + r * 0.92, x - r * 0.75, y + r * 0.7, x - r, y - r * 0.2, x - r * 0.6, y - r * 0.95))
    clear = "-1" if ink == "1-2" else "-2"
    g.line(clear, curve(x - r * 0.7, y - r * 0.3, x - r * 0.75, y, x - r * 0.6, y + r * 0.4), 1.5)
    g.line("2" if ink == "1-2" else "1", curve(x, y - r * 0.62, x + r * 0.04, y - r, x + r * 0.2, y - r * 1.3), 1.6)
    leaf(g, "1-2" if ink == "2-1" else "2-1", x + r * 0.15, y - r * 1.1, r * 0.9, -20, 0.3)


def apple_press(g: Plates) -> None:
    """A basket press with its screw, apples at its foot, juice running."""
    g.cut("2-1", [(46, 4), (54, 4), (54, 44), (46, 44)])
    for k in range(8):
        g.line("-2", [(46, 10 + k * 4.2), (54, 7 + k * 4.2)], 1.2)
    g.cut("2-1", taper(curve(8, 6, 50, 9, 92, 6), 5, 5))
    g.disc("2-1", 8, 6, 3.6)
    g.disc("2-1", 92, 6, 3.6)
    g.cut("1-2", [(24, 40), (76, 40), (76, 47), (24, 47)])
    for k in range(9):
        x = 20 + k * 6.8
        g.cut("1-2", [(x, 48), (x + 5.4, 48), (x + 5.4, 84), (x, 84)], 0.8)
    for y in (54, 76):
        g.cut("2-1", [(18, y), (82, y), (82, y + 4.4), (18, y + 4.4)], 0.8)
    g.cut("2-1", [(8, 84), (92, 84), (96, 90), (4, 90)])
    for x in (14, 82):
        g.cut("2-1", [(x, 90), (x + 6, 90), (x + 6, 98), (x, 98)], 0.8)
    g.shape("1", [(46, 90), (53, 90), (52, 98), (47, 98)])
    for x, y, r in ((30, 90, 8), (70, 90, 8), (98, 93, 6), (4, 93, 6)):
        apple(g, x, y, r, "1-2")


def raisins(g: Plates) -> None:
    """Bunches drying on a reed tray in the sun."""
    g.cut("2-1", [(2, 66), (98, 66), (90, 96), (10, 96)])
    for k in range(1, 14):
        g.line("-2", [(2 + k * 6.9, 67), (10 + k * 5.7, 95)], 0.9)
    for y in (74, 86):
        g.line("0", [(4, y), (96, y)], 2.2)
        g.line("1", [(4, y), (96, y)], 1)
    for cx, cy, turn in ((28, 46, -16), (70, 46, 14), (50, 60, 4)):
        v = g.inset(cx, cy, 58, turn)
        v.line("0", curve(50, 4, 51, 40, 48, 80), 5)
        v.line("2", curve(50, 4, 51, 40, 48, 80), 2.6)
        for row in range(6):
            count = (3, 4, 5, 4, 3, 1)[row]
            for k in range(count):
                x = 50 + (k - (count - 1) / 2) * 13 + (row % 2) * 2
                y = 20 + row * 12
                v.disc("12" if (row + k) % 3 == 0 else "1-2", x, y, 6.6, 5.4, 1)
                v.line("0", curve(x - 4, y, x - 1, y - 2, x + 2, y + 1), 1)
                v.line("0", curve(x - 1, y + 3, x + 2, y + 2, x + 4, y), 0.8)


def syrup(g: Plates) -> None:
    """A clay jug pouring arrope on a plate."""
    g.cut("2-1", arc(30, 90, 30, 8, 0, 360, 40))
    g.oval("0", 30, 89, 24, 5)
    g.oval("1", 30, 89.4, 17, 3.4)
    v = g.inset(62, 42, 76, -32)
    for ink, wide in (("0", 14), ("2", 8)):
        v.line(ink, curve(74, 24, 98, 28, 98, 58, 78, 68), wide)
    v.cut("1-2", [*curve(30, 8, 34, 22, 20, 40, 16, 62, 26, 88, 34, 96), *curve(68, 96, 78, 88, 86, 62, 78, 40, 70, 22, 72, 8)])
    v.line("-1", curve(28, 46, 24, 62, 30, 82), 2.6)
    for y in (26, 32):
        v.line("-1", curve(32, y, 50, y + 4, 70, y), 1.6)
    v.dot("0", [(36 + k * 8, 56 + (k % 2) * 6) for k in range(5)], 2)
    v.cut("0", blob(30, 8, 50, 3, 72, 8, 50, 13), 0.6)
    v.ring("2", 51, 8, 20, 4, 1.4)
    ribbon = curve(36, 25, 29, 42, 31, 62, 30, 88)
    g.cut("1", taper(ribbon, 5, 2.4))
