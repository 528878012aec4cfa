"""The vine and its fruit, fresh, dried and boiled down."""

# Outlines are rows of numbers, kept as such.
# fmt: off

import math

from foundation.posters.geometry import arc, blob, curve, smooth, taper
from foundation.posters.ink import Plates


def bunch(g: Plates, rows: tuple[tuple[float, int], ...], x: float = 46, r: float = 7.7) -> None:
    for i, (y, count) in enumerate(rows):
        for k in range(count):
            cx = x + (k - (count - 1) / 2) * r * 1.87 + (1.5 if i % 2 else -1.5)
            g.oval("0", cx, y, r + 1)
            g.oval("12" if (i + k) % 3 == 0 else "1-2", cx, y, r)
            glint = [(cx - r * 0.57 + r * 0.08 * t, y - r * (0.13 + 0.25 * math.sin(t / 5 * math.pi / 2)))
                for t in range(6)]
            g.line("0", glint, 1.3)


def vine_leaf(g: Plates, x: float, y: float, size: float, turn: float = 0, ink: str = "2-1") -> None:
    v = g.inset(x, y, size, turn)
    outline = smooth([(50, 98), (40, 82), (16, 92), (20, 70), (2, 58), (18, 44), (12, 18), (36, 26), (50, 2), (64, 26),
        (88, 18), (82, 44), (98, 58), (80, 70), (84, 92), (60, 82)])
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
    for x, y in ((24.0, 34.0), (50, 26), (76, 34)):
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
    v.cut("1-2", [*curve(30, 8, 34, 22, 20, 40, 16, 62, 26, 88, 34, 96),
        *curve(68, 96, 78, 88, 86, 62, 78, 40, 70, 22, 72, 8)])
    v.line("-1", curve(28, 46, 24, 62, 30, 82), 2.6)
    for y in (26, 32):
        v.line("-1", curve(32, y, 50, y + 4, 70, y), 1.6)
    v.dot("0", [(36 + k * 8, 56 + (k % 2) * 6) for k in range(5)], 2)
    v.cut("0", blob(30, 8, 50, 3, 72, 8, 50, 13), 0.6)
    v.ring("2", 51, 8, 20, 4, 1.4)
    ribbon = curve(36, 25, 29, 42, 31, 62, 30, 88)
    g.cut("1", taper(ribbon, 5, 2.4))
