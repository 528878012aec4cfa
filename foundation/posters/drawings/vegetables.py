"""Garlic, leaves, tomatoes, potatoes, chillies."""

# Outlines are rows of numbers, kept as such.
# fmt: off

import math

from foundation.posters.drawings.parts import around, bowl, leaf
from foundation.posters.geometry import arc, blob, curve, smooth, taper
from foundation.posters.ink import Plates


def garlic(g: Plates) -> None:
    g.shape("2", blob(47, 3, 54, 3, 55, 18, 60, 30, 40, 30, 45, 18))
    g.shape("1-2", blob(50, 22, 62, 31, 82, 44, 91, 65, 80, 85, 50, 91, 20, 85, 9, 65, 18, 44, 38, 31))
    for side in (-1, 1):
        for bow in (11, 25, 36):
            g.line("0", curve(50 + side, 24, 50 + side * bow * 0.7, 44, 50 + side * bow, 66, 50 + side * bow * 0.45,
                88), 1.5)
        for bow in (6, 18, 31):
            g.line("0", curve(50 + side * bow * 0.35, 36, 50 + side * bow * 0.9, 56, 50 + side * bow * 0.92, 70), 0.7)
    for k in range(9):
        x = 40 + k * 2.5
        g.line("2", [(50 + (x - 50) * 0.7, 89), (x, 96 + (k % 2) * 2.4)], 1.1)
    clove(g, 84, 81, 30)


def clove(g: Plates, x: float, y: float, size: float, turn: float = 0) -> None:
    v = g.inset(x, y, size, turn)
    outline = blob(50, 2, 88, 46, 92, 84, 50, 98, 12, 84, 18, 40)
    v.cut("2-1", outline, 4)
    v.line("0", curve(50, 10, 38, 50, 44, 88), 4)
    v.line("0", curve(56, 14, 66, 50, 66, 84), 2)


def garlic_braid(g: Plates) -> None:
    """A plait of bulbs on its nail."""
    g.line("2", curve(50, 2, 42, 8, 50, 14, 58, 8, 50, 2), 2.6)
    for k in range(4):
        g.cut("2-1", blob(44, 12 + k * 6, 50, 10 + k * 6, 57, 16 + k * 6, 50, 20 + k * 6), 0.8)
    for row, (y, xs) in enumerate(((42, (32, 68)), (58, (50,)), (72, (29, 71)), (86, (50,)))):
        for x in xs:
            v = g.inset(x, y, 34 if row % 2 else 32, (x - 50) * -0.9)
            v.cut("1-2", blob(50, 0, 58, 22, 84, 42, 92, 68, 76, 92, 50, 97, 24, 92, 8, 68, 16, 42, 42, 22), 4)
            for bow in (-30, -12, 12, 30):
                v.line("0", curve(50, 14, 50 + bow * 0.8, 50, 50 + bow * 0.6, 90), 2.8)
    for x, y, turn in ((40, 34, 160), (60, 34, 20), (42, 66, 150), (58, 66, 30)):
        g.cut("2-1", taper(curve(50, y - 6, x, y - 4, x + math.cos(math.radians(turn)) * 8, y), 3, 1), 0.6)


def lettuce(g: Plates) -> None:
    """A long-leaved coastal lettuce, open."""
    for x, tall, lean, ink in ((16, 66, -22, "2-1"), (84, 66, 22, "2-1"), (28, 80, -12, "1-2"), (72, 80, 12, "1-2"),
            (40, 88, -5, "2-1"), (60, 88, 5, "2-1"), (50, 92, 0, "1-2")):
        tip, foot = (x + lean * 0.2, 98 - tall), (50 + (x - 50) * 0.24, 96)
        side = []
        for k in range(8):
            t = k / 7
            wide = 3 + 14 * math.sin(t * math.pi * 0.9) + (1.6 if k % 2 else -1.2)
            side.append((foot[0] + (tip[0] - foot[0]) * t + wide, foot[1] + (tip[1] - foot[1]) * t))
        other = [(2 * (foot[0] + (tip[0] - foot[0]) * k / 7) - px, py) for k, (px, py) in enumerate(side)]
        g.cut(ink, smooth([*side, tip, *reversed(other)], steps=6), 1.4)
        g.shape("0", taper([foot, ((foot[0] + tip[0]) / 2, (foot[1] + tip[1]) / 2), tip], 5, 0.6))
        for t in (0.3, 0.46, 0.62, 0.76):
            cx, cy = foot[0] + (tip[0] - foot[0]) * t, foot[1] + (tip[1] - foot[1]) * t
            for s in (-1, 1):
                g.line("0", curve(cx, cy, cx + s * 5, cy - 4, cx + s * 9.4, cy - 9), 1)
    g.cut("0", blob(38, 94, 50, 91, 62, 94, 56, 99, 44, 99), 0.8)
    g.hatch("2", blob(40, 95, 50, 93, 60, 95, 55, 98.4, 45, 98.4), 1.6, 0.7, 90)


def tomatoes(g: Plates) -> None:
    """A ribbed tomato and a half of one."""
    body = blob(40, 22, 58, 20, 74, 30, 80, 50, 72, 72, 52, 82, 30, 80, 12, 68, 6, 48, 14, 30, 28, 22)
    g.cut("1-2", body)
    for x0, bow in ((16, -20), (30, -8), (46, 3), (60, 14)):
        g.line("-1", curve(42, 26, 42 + (x0 - 38) * 0.9 + bow * 0.2, 48, x0 + 6, 74), 1.3)
    g.shape("-1", blob(14, 44, 18, 34, 24, 30, 20, 42, 18, 54))
    for turn in (-170, -130, -60, -20, 20, 160):
        leaf(g, "2-1", 43, 25, 20, turn, 0.18)
    g.cut("2-1", taper(curve(43, 25, 44, 14, 50, 6), 4, 5), 1)
    g.cut("1-2", blob(70, 58, 86, 62, 97, 76, 90, 93, 70, 97, 50, 92, 45, 77, 54, 62))
    g.shape("0", blob(70, 63, 84, 66, 92, 77, 86, 89, 70, 92, 55, 88, 50, 77, 58, 66))
    for x, y in around(71, 78, 11.5, 5, -90):
        g.oval("1", x, y, 6, 5.4)
        for dx, dy in ((-2, 0), (2, -1), (0, 2.4)):
            g.oval("0", x + dx, y + dy, 1.2, 0.8)
    g.oval("2", 71, 78, 2.4)


def potatoes(g: Plates) -> None:
    """Native potatoes, knobbled and long, one cut to show its rings."""
    tubers = ((24, 68, "1-2", (2, 66, 8, 52, 20, 48, 30, 54, 40, 50, 47, 62, 42, 78, 30, 86, 18, 82, 8, 84)),
              (68, 46, "2-1", (48, 52, 52, 36, 66, 28, 82, 32, 92, 44, 88, 58, 76, 66, 60, 66)),
              (40, 32, "12", (14, 44, 16, 28, 26, 24, 34, 14, 46, 16, 52, 26, 48, 40, 36, 44, 26, 50)))
    for x, y, ink, numbers in tubers:
        g.cut(ink, blob(*numbers))
        clear = {"1-2": "-1", "2-1": "-2", "12": "0"}[ink]
        for dx, dy in ((-9, -4), (4, -8), (9, 5), (-3, 8)):
            g.line(clear, arc(x + dx, y + dy, 3.6, 2, 200, 340, 8), 1.4)
            g.oval(clear, x + dx, y + dy, 0.9)
    g.cut("1-2", arc(66, 82, 26, 15, 0, 360, 44))
    g.oval("0", 66, 82, 22.6, 11.6)
    for radius in (0.82, 0.6, 0.36):
        g.ring("2" if radius != 0.6 else "1", 66, 82, 24 * radius, 12.4 * radius, 2.2)
    g.oval("1", 66, 82, 3.6, 1.8)
    for k in range(12):
        (ax, ay), (bx, by) = around(66, 82, 1, 12)[k], around(66, 82, 1.6, 12)[k]
        g.line("2", [(66 + (ax - 66) * 12, 82 + (ay - 82) * 6), (66 + (bx - 66) * 10, 82 + (by - 82) * 5)], 0.7)
    g.cut("1-2", arc(14, 92, 10, 7, 0, 360, 20))
    g.dot("0", [(10, 90), (16, 94), (18, 89)], 1)


def herb_chillies(g: Plates) -> None:
    """Smoked chillies on a string and a stone mortar of merkén."""
    g.line("2", curve(4, 6, 30, 14, 60, 12, 96, 4), 2)
    for k in range(7):
        x, y = 12 + k * 13, 10 + 3 * math.sin(k / 6 * math.pi)
        pod = taper(curve(x, y + 5, x + 3, y + 16, x - 1, y + 28, x + 4, y + 37), 7, 1)
        g.cut("1-2", pod, 1)
        g.line("-1", curve(x - 1, y + 9, x + 0.6, y + 17, x - 1, y + 24), 0.9)
        g.cut("2-1", [(x - 3, y + 1), (x + 3, y + 1), (x + 3.6, y + 6), (x - 3.6, y + 6)], 0.6)
    pestle = taper(curve(88, 34, 70, 54, 60, 70), 7, 11)
    g.cut("2-1", pestle)
    bowl(g, 46, 68, 36, 26, "1-2")
    g.shape("1", arc(46, 68, 30, 4.6, 0, 360, 30))
    g.cut("2-1", taper(curve(80, 46, 66, 58, 56, 67), 8, 11))
    g.dot("0", [(30, 68), (36, 66.4), (42, 69), (38, 70), (64, 69), (68, 67.6)], 0.8)
    g.dot("2", [(84, 90), (90, 94), (80, 95), (94, 88), (87, 97)], 1.2)
