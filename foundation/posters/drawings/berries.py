"""Strawberries and blueberries."""

# Outlines are rows of numbers, kept as such.
# fmt: off

from foundation.posters.drawings.parts import around, leaf, twig
from foundation.posters.geometry import arc, blob, curve
from foundation.posters.ink import Plates


def strawberry(g: Plates, x: float, y: float, size: float, turn: float = 0, ink: str = "1-2") -> None:
    v = g.inset(x, y, size, turn)
    fruit = blob(50, 14, 76, 16, 90, 34, 82, 62, 62, 88, 50, 96, 38, 88, 18, 62, 10, 34, 24, 16)
    v.cut(ink, fruit, 4)
    clear = {"1-2": "-1", "2-1": "-2", "0": "1"}[ink]
    if ink == "0":
        v.line("1", [*fruit, fruit[0]], 4)
    for row in range(6):
        count = (4, 5, 4, 3, 2, 1)[row]
        for k in range(count):
            v.oval(clear, 50 + (k - (count - 1) / 2) * (16 - row * 0.8), 30 + row * 11, 2.4, 3.6)
    for angle in (-170, -200, -130, -50, 20, -10, 150, 30):
        leaf(v, "2-1", 50, 14, 34, angle, 0.2)
    v.line("2", curve(50, 14, 50, 2, 58, -10), 5)


def strawberries(g: Plates) -> None:
    """Three on the stem with flower and leaf."""
    for pts in ((50, 4, 34, 12, 26, 32), (50, 4, 70, 14, 74, 34), (50, 4, 52, 30, 50, 52)):
        g.line("2", curve(*pts), 2)
    strawberry(g, 26, 50, 40, 10)
    strawberry(g, 74, 54, 42, -10)
    strawberry(g, 50, 76, 42, 0)
    blossom(g, 86, 20, 11)
    for turn in (-160, -100, 170):
        leaf(g, "2-1", 30, 16, 26, turn, 0.36, 4)


def blossom(g: Plates, x: float, y: float, r: float) -> None:
    for px, py in around(x, y, r * 0.62, 5, -90):
        g.disc("0", px, py, r * 0.44, r * 0.44, 1)
        g.ring("1", px, py, r * 0.44, r * 0.44, 1.1)
    g.disc("2", x, y, r * 0.34, r * 0.34, 0.6)
    g.dot("0", around(x, y, r * 0.18, 5), 0.6)


def punnet(g: Plates) -> None:
    """A chip basket heaped with strawberries."""
    for x, y, turn in ((50, 28, 0), (32, 36, 24), (68, 36, -22), (18, 50, 40), (82, 50, -36), (42, 48, -10),
            (60, 48, 14)):
        strawberry(g, x, y, 31, turn)
    g.cut("2-1", [(4, 60), (96, 60), (86, 97), (14, 97)])
    for k in range(1, 9):
        x0, x1 = 4 + k * 10.2, 14 + k * 8
        g.line("-2", [(x0, 62), (x1, 96)], 1.6)
    for y in (68, 82):
        edge = 4 + (y - 60) * 0.27
        g.line("0", [(edge, y), (100 - edge, y)], 7)
        g.line("1", [(edge + 0.6, y), (99.4 - edge, y)], 4.4)
    g.cut("1-2", [(2, 57), (98, 57), (97, 63), (3, 63)], 0.8)


def white_strawberries(g: Plates) -> None:
    """The white strawberry of Purén: paper with red seeds, leaves of three."""
    for pts in ((48, 6, 30, 20, 28, 40), (48, 6, 72, 18, 72, 36), (48, 6, 50, 34, 50, 56)):
        g.line("2", curve(*pts), 2)
    for x, y, turn in ((80, 10, -30), (80, 10, 30), (80, 10, 90)):
        leaf(g, "2-1", x, y + 4, 22, turn, 0.44, 4)
    for turn in (150, 210, 270):
        leaf(g, "2-1", 22, 22, 24, turn - 20, 0.44, 4)
    strawberry(g, 29, 58, 42, 8, "0")
    strawberry(g, 72, 54, 40, -8, "0")
    strawberry(g, 50, 78, 42, 0, "0")


def blueberries(g: Plates) -> None:
    """A laden sprig."""
    twig(g, "2", 50, 2, 48, 20, 54, 36, 48, 60, wide=3)
    for x, y, turn in ((50, 22, -24), (49, 24, -158), (52, 34, 6), (51, 32, 176), (50, 18, -70)):
        leaf(g, "2-1", x, y, 30 if y > 20 else 18, turn, 0.3, 4)
    spots = ((32, 46), (50, 42), (68, 47), (24, 62), (42, 60), (60, 62), (77, 63), (34, 77), (52, 78), (69, 78),
        (45, 91), (62, 91))
    for k, (x, y) in enumerate(spots):
        g.disc("12" if k % 3 == 1 else "1-2", x, y, 9.6, 9.2, 1.3)
        crown = [p for pair in zip(around(x, y - 1, 4.6, 5, -90), around(x, y - 1, 2.2, 5, -54), strict=True)
            for p in pair]
        g.shape("0", crown)
        g.oval("1", x, y - 1, 1.5)
        g.line("0", arc(x, y, 7.4, 7, 140, 200, 6), 1.2)
