"""Pisco, liqueur, beer and what apples give."""

# Outlines are rows of numbers, kept as such.
# fmt: off

from foundation.posters.drawings.parts import leaf, small_glass, wine_glass
from foundation.posters.drawings.wine import bottle_of
from foundation.posters.geometry import arc, blob, curve, mirrored, taper
from foundation.posters.ink import Plates

CLEAR_SPIRIT = [(55, 2), (55, 18), *curve(55, 18, 57, 26, 65, 30, 66, 38), (66, 94), (64, 98)]


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
    jug = [*curve(24, 16, 20, 30, 12, 48, 10, 68, 16, 88, 26, 97), *curve(50, 97, 60, 88, 66, 68, 62, 48, 54, 32, 54,
        16), (60, 8), (50, 12), (24, 12)]
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
    g.cut(ink, blob(x, y - r * 0.7, x + r * 0.6, y - r * 0.95, x + r, y - r * 0.2, x + r * 0.75, y + r * 0.7, x
        + r * 0.2, y + r * 0.92, x - r * 0.2, y + r * 0.92, x - r * 0.75, y + r * 0.7, x - r, y - r * 0.2, x - r * 0.6,
        y - r * 0.95))
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
