"""The olive: fruit, oil, soap."""

# Outlines are rows of numbers, kept as such.
# fmt: off

import math

from foundation.posters.drawings.parts import leaf, twig
from foundation.posters.geometry import arc, blob, curve, mirrored, taper
from foundation.posters.ink import Plates


def olives(g: Plates) -> None:
    g.line("2", curve(6, 22, 34, 26, 62, 20, 94, 8), 2.6)
    for x, y, turn in ((20, 24, -60), (36, 25, -118), (54, 21, -58), (68, 18, -120), (82, 13, -50), (28, 26, 118),
            (88, 10, 30), (74, 17, 50)):
        leaf(g, "2", x, y, 25, turn, 0.2)
    for x, y, rx, ry, ink in ((34, 56, 14, 18, "1-2"), (66, 54, 14, 18, "12"), (50, 76, 14.5, 18.5, "1-2")):
        g.line("2", [(x, y - ry), (x + (50 - x) * 0.1, 25)], 1.6)
        g.disc(ink, x, y, rx, ry)
        g.line("0", [(x - rx * 0.6, y - ry * 0.35), (x - rx * 0.62, y + ry * 0.1)], 2)


def olive_bowl(g: Plates) -> None:
    """Cracked olives heaped in a clay bowl, lemon and oregano."""
    for k, (x, y) in enumerate(((30.0, 48.0), (44, 44), (58, 45), (71, 49), (37, 38), (52, 34), (65, 38), (45, 27),
            (58, 26), (20, 53), (80, 53))):
        g.disc(("1-2", "12", "1-2", "2-1")[k % 4], x, y, 8.4, 7.2, 1.2)
        clear = ("-1", "0", "-1", "-2")[k % 4]
        for dx in (-2.4, 2.4):
            g.line(clear, [(x + dx, y - 4.6), (x + dx * 0.5, y + 4)], 1.1)
    leaf(g, "2-1", 62, 26, 24, -40, 0.2)
    leaf(g, "2-1", 60, 24, 22, -80, 0.2)
    front = [*arc(50, 58, 44, 38, 0, 180), (6, 58)]
    g.cut("2-1", [(30, 90), (70, 90), (73, 98), (27, 98)])
    g.cut("1-2", front)
    for y in (66, 84):
        g.line("-1", arc(50, y - 14, 43 if y < 80 else 33, 16, 20, 160, 18), 1.4)
    for k in range(11):
        x = 16 + k * 6.8
        dip = 16 * math.sin(math.acos(max(-1.0, min(1.0, (x - 50) / 44)))) - 15
        g.line("0", [(x - 3, 77 + dip), (x, 71 + dip), (x + 3, 77 + dip)], 1.4)


def oil_bottle(g: Plates) -> None:
    """A square-shouldered oil bottle with a pourer, a drop, and a branch."""
    half = [(54, 10), (54, 22), *curve(54, 22, 56, 27, 68, 29, 69, 34), (69, 95), (67, 98)]
    glass = mirrored(half)
    v = g.inset(40, 50, 100)
    v.cut("1", glass)
    v.shape("2-1", [(46, 8), (54, 8), (54, 15), (46, 15)])
    for ink, wide in (("0", 5), ("2", 2.6)):
        v.line(ink, curve(50, 8, 51, 4, 60, 1), wide)
    v.line("-1", [(35, 38), (35, 48)], 2)
    v.shape("0", [(30.6, 52), (69.4, 52), (69.4, 88), (30.6, 88)])
    for y in (54, 86):
        v.line("2", [(31, y), (69, y)], 1)
    leaf(v, "2", 50, 84, 24, -70, 0.24)
    leaf(v, "2", 50, 84, 22, -120, 0.24)
    leaf(v, "2", 50, 84, 18, -20, 0.24)
    v.disc("1", 56, 76, 5, 6.4)
    twig(g, "2", 98, 34, 88, 52, 84, 78)
    for x, y, turn in ((96, 38, -140), (92, 46, 20), (88, 54, -160), (86, 64, 30), (85, 74, 150)):
        leaf(g, "2", x, y, 17, turn, 0.22)
    for x, y, ink in ((80, 64, "1-2"), (92, 74, "12"), (78, 88, "1-2")):
        g.disc(ink, x, y, 6, 7.6)
        g.line("0", [(x - 3, y - 3), (x - 3.2, y + 1)], 1.2)


def oil_cruet(g: Plates) -> None:
    """A cruet that pours a thread of oil over bread."""
    g.cut("2-1", blob(4, 92, 8, 78, 24, 72, 42, 78, 46, 92, 26, 97))
    g.shape("0", blob(9, 90, 13, 81, 24, 77, 37, 81, 41, 90, 26, 93))
    for x, y, r in ((16, 87, 2), (24, 82, 2.6), (33, 87, 2.2), (27, 89, 1.6), (20, 91, 1.2)):
        g.ring("2", x, y, r, r * 0.8, 1)
    v = g.inset(62, 46, 78, -28)
    for ink, wide in (("0", 13), ("2", 7)):
        v.line(ink, curve(64, 22, 92, 26, 96, 54, 80, 70), wide)
    v.cut("1-2", blob(50, 34, 68, 42, 84, 64, 78, 88, 50, 97, 22, 88, 16, 64, 32, 42))
    v.cut("1-2", [(43, 8), (57, 8), (58, 42), (42, 42)])
    v.cut("2-1", [(42, 2), (58, 2), (56, 10), (44, 10)], 1)
    v.cut("1-2", taper(curve(28, 52, 16, 38, 12, 18, 2, 12), 9, 4))
    v.shape("-1", blob(26, 60, 24, 74, 32, 86, 30, 72))
    v.hatch("-1", blob(64, 54, 78, 66, 74, 86, 60, 90, 70, 74), 3, 1.2, 70)
    g.cut("1", taper(curve(27, 36, 24, 48, 25, 62, 24, 84), 2.6, 1.4), 1)


def oil_tin(g: Plates) -> None:
    """A lithographed tin and a small dish of oil."""
    v = g.inset(40, 50, 100)
    v.cut("2-1", [(54, 4), (64, 4), (64, 14), (54, 14)], 1)
    v.cut("2-1", blob(22, 10, 30, 5, 42, 8, 42, 13, 30, 11, 24, 15), 0.6)
    v.cut("1-2", [(14, 22), (24, 13), (76, 13), (86, 22)])
    v.cut("1-2", [(14, 23), (86, 23), (86, 98), (14, 98)])
    for y in (27, 94):
        v.line("0", [(14, y), (86, y)], 1.6)
    v.shape("0", blob(22, 60, 28, 38, 50, 32, 72, 38, 78, 60, 72, 82, 50, 88, 28, 82))
    v.ring("2", 50, 60, 25, 25.4, 1.4)
    trunk = taper(curve(50, 82, 47, 72, 52, 62), 7, 4)
    v.shape("2", trunk)
    for x, y, r in ((40, 56, 8), (52, 48, 9), (62, 57, 8), (50, 59, 8)):
        v.disc("1", x, y, r, r * 0.8, 1)
        v.hatch("-1", arc(x, y, r * 0.7, r * 0.5, 0, 360, 12), 2.6, 0.8, 20)
    v.line("2", [(32, 82), (68, 82)], 1.8)
    g.cut("2-1", arc(86, 88, 13, 9, 0, 360, 30))
    g.oval("0", 86, 87, 10, 6)
    g.oval("1", 86, 87.6, 7.6, 4.2)


def soap(g: Plates) -> None:
    """Bars of olive soap stacked crosswise, one stamped, with lather."""
    for x, y, ink in ((28, 76, "1-2"), (72, 76, "2-1"), (50, 52, "1-2")):
        top = [(x - 24, y - 8), (x - 14, y - 17), (x + 26, y - 17), (x + 18, y - 8)]
        g.cut(ink, [(x - 24, y - 7), (x + 18, y - 7), (x + 18, y + 16), (x - 24, y + 16)])
        g.cut(ink, [(x + 19, y - 7), (x + 26.5, y - 16), (x + 26.5, y + 7), (x + 19, y + 16)], 0.8)
        g.cut("0", top, 0.8)
        g.line(ink[0], [*top, top[0]], 1.3)
        g.line("-1" if ink == "1-2" else "-2", [(x - 20, y + 12), (x + 14, y + 12)], 1)
    leaf(g, "0", 38, 60, 20, -8, 0.24)
    g.line("1", [(40, 60), (56, 57)], 0.9)
    g.oval("0", 38, 51, 3.2, 4)
    for x, y, r in ((14, 40, 5), (24, 30, 7), (84, 44, 6), (90, 32, 4), (16, 24, 3.4), (80, 28, 3)):
        g.disc("0", x, y, r, r, 1.4)
        g.ring("2", x, y, r, r, 1.3)
        g.line("2", arc(x, y, r * 0.62, r * 0.62, 190, 260, 6), 1.1)
    for x, y, turn in ((62, 28, -30), (60, 26, -75), (56, 30, -130)):
        leaf(g, "2-1", x, y, 22, turn, 0.2)
