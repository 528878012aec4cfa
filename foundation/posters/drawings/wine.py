"""Bottles of wine, each with the company it keeps."""

# Outlines are rows of numbers, kept as such.
# fmt: off

from foundation.posters.drawings.grapes import bunch, vine_leaf
from foundation.posters.drawings.parts import around, small_glass, twig, wine_glass
from foundation.posters.geometry import Point, arc, blob, curve, mirrored, taper
from foundation.posters.ink import Plates

BORDEAUX = [(56, 2), (56, 24), *curve(56, 24, 58, 31, 67, 39, 69, 48), (69, 94), (66, 98)]
BURGUNDY = [(55.5, 2), (55.5, 20), *curve(55.5, 20, 57, 34, 68, 48, 72, 62), (72, 93), (68, 98)]
FLUTE = [(55, 2), (55, 16), *curve(55, 16, 57, 38, 64, 52, 66, 66), (66, 94), (63, 98)]
SQUAT = [(57, 14), (57, 34), *curve(57, 34, 60, 44, 76, 48, 78, 58), (78, 92), (73, 98)]


def bottle_of(g: Plates, half: list[Point], ink: str = "1", label: tuple[float, float] = (56, 88)) -> None:
    """A bottle from its right half, capsule, shine and empty label."""
    glass, wide = mirrored(half), half[-2][0] - 50
    clear = "-1" if ink == "1" else "-2"
    top, neck = half[0][1], half[0][0] - 50
    g.cut(ink, glass, 1.4)
    g.shape("2-1" if ink == "1" else "1-2", [(49 - neck, top), (51 + neck, top), (51 + neck, top + 18),
        (49 - neck, top + 18)])
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
    v.cut("1", [(44, 2), (56, 2), (56, 10), *curve(57, 14, 58, 24, 76, 36, 88, 58), (12, 58),
        *curve(12, 58, 24, 36, 42, 24, 43, 14)])
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
        v.line("2", curve(50 - reach, y - 3, 50 - reach * 0.5, y + 0.6, 50, y, 50 + reach * 0.5, y + 0.6, 50 + reach,
            y - 3), 1.7)
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
        for k, (dx, dy) in enumerate(((-4, -14), (4, -13), (-7, -7), (1, -7), (8, -6), (-3, 0), (5, 1), (-1, 8),
                (3, 14))):
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
