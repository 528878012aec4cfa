"""Quinoa, rice, beans."""

# Outlines are rows of numbers, kept as such.
# fmt: off

import math

from foundation.posters.drawings.parts import bowl, leaf, sack, twig
from foundation.posters.geometry import arc, blob, curve, taper
from foundation.posters.ink import Plates


def quinoa(g: Plates) -> None:
    """Three ripe panicles and a bowl of grain."""
    for x, lean, ink in ((22, -8, "2-1"), (50, 0, "1-2"), (78, 8, "2-1")):
        g.cut(ink, taper(curve(50 + (x - 50) * 0.6, 92, x - lean * 0.4, 66, x, 40), 3, 2), 1)
        for row in range(13):
            y, wide = 8 + row * 3.6, 4 + 9 * math.sin(row / 12 * math.pi * 0.8)
            cx = x + lean * (0.6 - row / 22)
            for k in range(-2, 3):
                g.disc(ink, cx + k * wide / 2.2 + (row % 2) * 1.6, y + abs(k) * 1.6, 2.9, 2.7, 0.6)
        for y, turn in ((66, -40), (72, -140), (80, -30)):
            leaf(g, ink, 50 + (x - 50) * 0.74, y, 17, turn, 0.3, 2)
    bowl(g, 50, 82, 30, 15, "1-2")
    for k in range(26):
        a = k * 2.399
        r = 0.92 * math.sqrt((k + 0.5) / 26)
        g.oval("2", 50 + 27 * r * math.cos(a), 81.6 + 3.8 * r * math.sin(a), 1.1, 0.9)


def rice(g: Plates) -> None:
    """A sack of rice under bowed ears."""
    v = g.inset(46, 58, 82)
    sack(v, "1-2", mark=False)
    for k in range(30):
        a, r = k * 2.399, math.sqrt((k + 0.5) / 30)
        x, y = 50 + 27 * r * math.cos(a), 42 + 4 * r * math.sin(a)
        v.line("2", [(x - 1, y), (x + 1, y - 0.5)], 1.2)
    v.shape("0", blob(30, 72, 50, 60, 70, 72, 50, 86))
    v.line("2", [*blob(33, 72, 50, 63, 67, 72, 50, 83), (33, 72)], 1)
    for dx in (-6, 0, 6):
        v.line("1", curve(50 + dx, 80, 50 + dx * 0.6, 72, 50 + dx * 1.3, 67), 1.4)
    for x0, x1, tip, ink in ((72, 80, 98, "2-1"), (66, 70, 84, "2-1"), (24, 14, 2, "2-1")):
        stalk = curve(x0, 92, x1, 40, x1 + (tip - x1) * 0.4, 10, tip, 22, tip, 36)
        g.line("0", stalk, 4)
        g.line("2", stalk, 1.6)
        for k in range(18, len(stalk), 2):
            x, y = stalk[k]
            for s in (-1, 1):
                g.disc(ink, x + s * 2.6, y + 2.2, 1.8, 3.2, 0.6)
    leaf(g, "2-1", 76, 70, 40, -62, 0.08)
    leaf(g, "2-1", 20, 74, 36, -118, 0.08)


def beans(g: Plates) -> None:
    """Dry pods, one open, and speckled beans."""
    twig(g, "2", 60, 2, 50, 10, 46, 26, wide=3)
    leaf(g, "2-1", 54, 8, 34, 20, 0.44, 4)
    leaf(g, "2-1", 52, 8, 34, 160, 0.44, 4)
    closed = taper(curve(48, 24, 30, 36, 18, 58, 12, 88), 15, 4)
    g.cut("1-2", closed)
    for x, y in ((40, 32), (31, 43), (24, 55), (19, 68)):
        g.line("-1", arc(x, y, 5, 4.6, 200, 20, 10), 1.4)
    shell = blob(52, 22, 66, 30, 78, 48, 86, 74, 84, 90, 74, 76, 60, 56, 50, 36)
    g.cut("1-2", shell)
    g.shape("0", blob(54, 27, 65, 34, 75, 50, 82, 74, 81, 84, 72, 72, 60, 53, 53, 37))
    for x, y in ((58, 37), (64, 46), (70, 56), (75, 67)):
        g.disc("2-1", x, y, 4.6, 4, 0.6)
        g.dot("-2", [(x - 1.6, y - 1), (x + 1.4, y + 0.6), (x + 0.4, y - 2)], 0.6)
    for x, y, turn in ((34, 84, 10), (48, 90, -20), (60, 86, 24), (42, 76, -8), (54, 76, 40), (70, 93, 0),
            (26, 94, -10)):
        v = g.inset(x, y, 15, turn)
        v.cut("2-1", blob(4, 46, 20, 22, 50, 16, 80, 22, 96, 46, 84, 74, 62, 78, 50, 66, 38, 78, 14, 72), 8)
        v.dot("-2", [(26, 40), (40, 28), (58, 36), (74, 44), (48, 50), (20, 56), (80, 60)], 3.4)
