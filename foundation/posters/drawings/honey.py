"""Honey and bees."""

# Outlines are rows of numbers, kept as such.
# fmt: off

import math

from foundation.posters.drawings.parts import around, leaf, twig
from foundation.posters.geometry import blob, curve
from foundation.posters.ink import Plates


def honey_pot(g: Plates) -> None:
    """A pot, its dipper running, a bee on the way."""
    body = blob(20, 40, 38, 34, 62, 34, 78, 40, 86, 62, 78, 88, 60, 96, 38, 96, 20, 88, 12, 62)
    g.cut("1-2", body)
    g.cut("2-1", [(20, 32), (78, 32), (80, 42), (18, 42)])
    g.line("-1", curve(20, 52, 18, 64, 22, 80), 2.4)
    for k in range(7):
        x = 22 + k * 9
        g.shape("0", [(x + 4.4 * math.sin(math.radians(60 * n)), 65 + 4.6 * math.cos(math.radians(60 * n)))
            for n in range(6)])
    for k in range(6):
        g.shape("0", [(26.5 + k * 9 + 4.4 * math.sin(math.radians(60 * n)), 73 + 4.6 * math.cos(math.radians(60 * n)))
            for n in range(6)])
    g.cut("1", blob(44, 30, 50, 34, 54, 44, 53, 54, 49, 56, 46, 46), 0.8)
    dipper = g.inset(60, 20, 40, 28)
    dipper.cut("2-1", [(46, -26), (54, -26), (54, 40), (46, 40)], 2)
    for k in range(5):
        dipper.disc("2-1", 50, 44 + k * 11, 26 - abs(k - 2) * 5, 5, 1.6)
    bee(g, 18, 16, 26, -14)
    bee(g, 92, 24, 18, 20)


def bee(g: Plates, x: float, y: float, size: float, turn: float = 0) -> None:
    v = g.inset(x, y, size, turn)
    for wing in (blob(46, 44, 36, 20, 44, 2, 58, 8, 58, 32), blob(58, 42, 64, 18, 82, 8, 88, 24, 74, 40)):
        v.cut("0", wing, 3)
        v.line("2", [*wing, wing[0]], 4)
    body = blob(8, 58, 22, 44, 50, 40, 78, 46, 94, 60, 78, 74, 50, 78, 22, 72)
    v.cut("12", body, 4)
    for k in range(3):
        v.line("0", curve(36 + k * 17, 42, 41 + k * 17, 58, 36 + k * 17, 77), 6)


def honeycomb(g: Plates) -> None:
    """A frame of comb, lifted; bees and a quillay flower."""
    g.cut("2-1", [(2, 10), (98, 10), (98, 18), (2, 18)])
    for x in (8.0, 86):
        g.cut("2-1", [(x, 18), (x + 6, 18), (x + 6, 90), (x, 90)], 1)
    g.cut("2-1", [(8, 88), (92, 88), (92, 94), (8, 94)], 1)
    g.shape("1-2", [(15, 19), (85, 19), (85, 87), (15, 87)])
    for row in range(9):
        for k in range(8):
            x, y = 20 + k * 8.7 + (row % 2) * 4.3, 24.6 + row * 7.5
            if x < 84:
                cell = [(x + 3.7 * math.sin(math.radians(60 * n)), y + 4 * math.cos(math.radians(60 * n)))
                    for n in range(6)]
                g.shape("0" if (row * 5 + k * 3) % 7 > 1 or row < 2 else "1", cell)
                if (row + k) % 3 == 0:
                    g.shape("2", [(x + (px - x) * 0.66, y + (py - y) * 0.66) for px, py in cell])
    for x, y, size, turn in ((30, 52, 27, 20), (68, 38, 27, -150), (62, 72, 27, 60)):
        g.disc("0", x, y, size * 0.36, size * 0.34, 0)
        bee(g, x, y, size, turn)
    g.shape("1", blob(46, 87, 50, 98, 53, 87))


def hives(g: Plates) -> None:
    """Two box hives under a flowering ulmo branch."""
    for x, low, ink in ((26, 96, "1-2"), (74, 96, "2-1")):
        clear = "-1" if ink == "1-2" else "-2"
        g.cut(ink, [(x - 22, low - 44), (x + 22, low - 44), (x + 22, low - 24), (x - 22, low - 24)])
        g.cut(ink, [(x - 22, low - 23), (x + 22, low - 23), (x + 22, low - 3), (x - 22, low - 3)])
        g.cut("12", [(x - 25, low - 51), (x + 25, low - 51), (x + 25, low - 45), (x - 25, low - 45)], 1)
        g.cut("2-1" if ink == "1-2" else "1-2", [(x - 26, low - 3), (x + 26, low - 3), (x + 26, low + 1),
            (x - 26, low + 1)], 0.8)
        for y in (low - 34, low - 13):
            g.shape("0", blob(x - 7, y, x, y - 2.6, x + 7, y, x, y + 2.6))
        for y in (low - 40, low - 28, low - 19, low - 7):
            g.line(clear, curve(x - 19, y, x, y + 1, x + 19, y - 0.5), 0.8)
    twig(g, "2", 2, 8, 30, 16, 66, 12, 98, 22, wide=3)
    for x, y, turn in ((10, 10, -60), (22, 14, 120), (36, 15, -70), (60, 13, -110), (78, 14, -60), (88, 19, 100)):
        leaf(g, "2-1", x, y, 15, turn, 0.34, 2)
    for x, y in ((28, 22), (50, 16), (70, 22), (92, 30)):
        for px, py in around(x, y, 5.2, 4, 45):
            g.disc("0", px, py, 4.6, 4.6, 0.8)
            g.ring("1", px, py, 4.6, 4.6, 1)
        g.disc("2", x, y, 2.6, 2.6, 0.4)
    bee(g, 50, 34, 20, -10)
    bee(g, 12, 34, 15, 20)
