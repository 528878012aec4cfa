"""From the sea, the lakes and the salt."""

# Outlines are rows of numbers, kept as such.
# fmt: off

import math

from foundation.posters.drawings.parts import leaf, sunflower_mark
from foundation.posters.geometry import arc, blob, curve, smooth, taper
from foundation.posters.ink import Plates


def cochayuyo(g: Plates) -> None:
    """A tied bundle of the leathery weed, tips curling."""
    for k in range(11):
        x = 22 + k * 5.6
        top = curve(50 + (k - 5) * 2.2, 52, x, 34, x + (k - 5) * 3.4, 14 + (k % 3) * 5, x + (k - 5) * 4.6
            + (5 if k % 2 else -5), 6 + (k % 3) * 4)
        low = curve(50 + (k - 5) * 2.2, 52, x, 72, x + (k - 5) * 2.6, 88, x + (k - 5) * 4 + (-6 if k % 2 else 6),
            97 - (k % 3) * 2)
        for stem in (top, low):
            g.cut("1-2" if k % 2 else "2-1", taper(stem, 5.4, 3.2), 0.9)
            g.line("0", stem[2:-4], 0.8)
    for y in (47, 52, 57):
        g.cut("12", [(34, y - 2), (66, y - 2), (66, y + 2), (34, y + 2)], 0.8)
    g.cut("12", taper(curve(64, 52, 78, 46, 86, 54), 3, 2), 0.8)
    g.cut("12", taper(curve(64, 54, 76, 60, 80, 70), 3, 2), 0.8)


def seaweed(g: Plates, x: float, low: float, size: float) -> None:
    """A frond, to stand beside a jar."""
    for k, lean in enumerate((-26, -9, 8, 25)):
        stem = curve(x, low, x + lean * 0.5 * size, low - 34 * size, x + lean * 1.2 * size, low - 56 * size, x
            + lean * 0.8 * size, low - (80 - abs(lean) * 0.6) * size)
        g.cut("2-1" if k % 2 else "1-2", taper(stem, 7 * size, 3 * size), 1)
        for t in range(6, len(stem) - 4, 5):
            g.oval("0", *stem[t], 0.9 * size)


def squid(g: Plates, x: float = 50, y: float = 50, size: float = 96, turn: float = 0) -> None:
    """A jibia: mantle, fin, eyes, arms."""
    v = g.inset(x, y, size, turn)
    for k in range(8):
        side = (k - 3.5) / 3.5
        arm = curve(50 + side * 10, 60, 50 + side * 20, 76, 50 + side * (30 + (k % 2) * 8), 88, 50 + side * 38
            + (6 if k % 2 else -6), 97)
        v.cut("1-2", taper(arm, 5.4, 1.6), 1)
        v.dot("0", arm[6:-6:4], 0.9)
    v.cut("2-1", smooth([(50, 1), (66, 14), (84, 30), (66, 34), (50, 32), (34, 34), (16, 30), (34, 14)]), 1.2)
    for k in range(1, 5):
        for s in (-1, 1):
            v.line("-2", [(50 + s * (10 + k * 2), 12 + k * 4), (50 + s * (17 + k * 3.4), 18 + k * 3)], 1)
    v.cut("1-2", smooth([(50, 0), (60, 16), (64, 38), (62, 54), (50, 58), (38, 54), (36, 38), (40, 16)]), 1.2)
    v.line("-1", curve(45, 14, 42, 30, 43, 46), 1.8)
    for dx, dy in ((4, 20), (8, 32), (2, 40), (7, 46), (0, 30)):
        v.oval("0", 50 + dx, dy, 1.2)
    for s in (-1, 1):
        v.disc("0", 50 + s * 10, 60, 4.6, 4.6, 1)
        v.oval("12", 50 + s * 10, 60.4, 2.6)


def smoked_squid(g: Plates) -> None:
    """A squid above an oval tin."""
    squid(g, 50, 34, 68, -14)
    tin(g, 50, 82)


def tin(g: Plates, x: float, y: float) -> None:
    g.cut("2-1", [(x - 42, y - 4), *arc(x, y + 7, 42, 9, 180, 0, 24), (x + 42, y - 4)])
    g.cut("0", arc(x, y - 4, 42, 9, 0, 360, 44), 1)
    g.ring("2", x, y - 4, 42, 9, 1.6)
    g.ring("2", x, y - 4, 37, 6.8, 0.9)
    for k in range(9):
        g.line("2", curve(x - 28 + k * 6, y - 1, x - 24 + k * 6, y - 6, x - 20 + k * 6.6, y - 7.6), 1.6)
    for k in range(1, 12):
        px = x - 42 + k * 7
        g.line("-2", [(px, y + 1 + 8 * math.sin(k / 12 * math.pi)), (px, y + 6 + 8 * math.sin(k / 12 * math.pi))], 1)


def fish(g: Plates, x: float = 50, y: float = 50, size: float = 96, turn: float = 0, spots: bool = True) -> None:
    v = g.inset(x, y, size, turn)
    v.cut("2-1", smooth([(80, 50), (98, 32), (93, 50), (98, 68)], steps=6), 1.2)
    v.cut("2-1", smooth([(38, 36), (48, 22), (62, 26), (66, 38)], steps=6), 1.2)
    v.cut("2-1", smooth([(44, 64), (50, 76), (60, 70), (60, 62)], steps=6), 1.2)
    body = smooth([(2, 52), (14, 38), (36, 32), (62, 38), (86, 48), (86, 53), (62, 63), (36, 68), (14, 64)])
    v.cut("1-2", body, 1.4)
    v.shape("0", smooth([(12, 62), (36, 60), (62, 58), (80, 53), (62, 63), (36, 68)], steps=6))
    v.line("1", smooth([(12, 64), (36, 68), (62, 63), (84, 53)], closed=False), 1.1)
    v.line("0", curve(24, 36, 29, 50, 23, 65), 1.8)
    v.disc("0", 13, 47, 3.6)
    v.oval("12", 13.4, 47, 2)
    v.line("0", curve(2, 54, 8, 56, 12, 55), 1.2)
    v.cut("2-1", blob(30, 54, 40, 52, 44, 58, 34, 60), 0.8)
    if spots:
        v.dot("0", [(34, 40), (42, 38), (50, 42), (58, 42), (66, 46), (38, 47), (47, 49), (56, 50), (74, 49),
            (64, 52)], 1.5)
    for tip in ((88, 42), (88, 58)):
        v.line("-2", [(82, 50), (tip[0] + 6, tip[1] - (50 - tip[1]) * 0.6)], 1)


def smoked_trout(g: Plates) -> None:
    """Two trout on the hook above the smoke."""
    g.cut("12", [(4, 4), (96, 4), (96, 8), (4, 8)], 1)
    for x, turn, flip in ((32, 90, False), (68, 90, True)):
        g.line("0", curve(x, 8, x + 5, 14, x, 20), 4)
        g.line("2", curve(x, 8, x + 5, 14, x, 20), 1.8)
        v = g.inset(x, 52, 78, turn, flip=False)
        fish(v if not flip else g.inset(x, 52, 78, turn, flip=False))
    for x in (12, 50, 88):
        wave = curve(x, 98, x - 5, 86, x + 5, 72, x - 4, 58, x + 3, 46)
        g.line("0", wave, 5)
        g.line("2", wave, 2)


def mussels(g: Plates) -> None:
    """Smoked mussels, shells open on the plate."""
    for x, y, size, turn, flip in ((28, 62, 56, -30, False), (72, 62, 56, 30, True), (50, 40, 60, 0, False),
            (50, 80, 46, 8, True)):
        v = g.inset(x, y, size, turn, flip)
        v.cut("1-2", smooth([(44, 2), (60, 10), (84, 44), (86, 76), (66, 96), (38, 94), (20, 70), (24, 34)]), 3)
        v.shape("0", smooth([(46, 16), (58, 24), (74, 50), (76, 74), (62, 88), (42, 86), (30, 66), (34, 38)]))
        v.cut("2-1", smooth([(48, 36), (62, 44), (68, 64), (60, 80), (44, 80), (36, 64), (40, 46)]), 2)
        v.line("-2", curve(50, 44, 58, 58, 54, 74), 3)
        v.line("-2", curve(44, 52, 48, 64, 46, 72), 2)
        for k in range(3):
            v.line("-1", curve(74 + k * 4, 40 + k * 4, 82 + k * 1.4, 58, 80, 78), 1.4)
    leaf(g, "2-1", 10, 30, 26, -50, 0.3, 3)
    leaf(g, "2-1", 90, 30, 26, -130, 0.3, 3)


def oyster(g: Plates) -> None:
    """An open flat oyster and its shell, with lemon."""
    half = blob(8, 66, 14, 46, 34, 34, 58, 36, 76, 50, 82, 70, 70, 88, 46, 96, 22, 90)
    for scale, ink in ((1.0, "1-2"), (0.9, "0"), (0.84, "1-2"), (0.76, "0")):
        shape = [(45 + (x - 45) * scale, 66 + (y - 66) * scale) for x, y in half]
        (g.cut if ink == "1-2" else g.shape)(ink, shape)
    g.cut("2-1", blob(24, 66, 32, 54, 48, 50, 62, 58, 64, 72, 52, 82, 34, 80), 1)
    g.shape("-2", blob(34, 66, 40, 59, 50, 58, 56, 66, 50, 74, 40, 73))
    for k in range(4):
        g.line("2", curve(36 + k * 4, 62 + k * 3, 44 + k * 2, 60 + k * 3, 52, 63 + k * 3), 1)
    g.oval("1", 60, 72, 4, 3)
    shell = blob(50, 28, 54, 12, 70, 2, 88, 6, 97, 22, 92, 38, 78, 46, 62, 42)
    g.cut("2-1", shell)
    for scale in (0.8, 0.6, 0.4):
        ring = [(62 + (x - 62) * scale, 36 + (y - 36) * scale) for x, y in shell]
        g.line("-2", [*ring, ring[0]], 1.4)
    slice_ = arc(84, 78, 14, 14, 150, 330, 20)
    g.cut("2-1", slice_)
    g.shape("0", arc(84, 78, 11.4, 11.4, 150, 330, 20))
    for tip in arc(84, 78, 10.4, 10.4, 168, 312, 5):
        g.cut("1", taper([(84, 78), ((84 + tip[0]) / 2, (78 + tip[1]) / 2), tip], 0.6, 4), 0.6)


def salt_heap(g: Plates) -> None:
    """A hill of salt, the wooden rake standing in it, a full basket."""
    hill = [(2, 96), *curve(2, 96, 14, 82, 32, 56, 46, 36, 54, 34, 66, 52, 84, 80, 98, 96)]
    g.cut("0", hill, 2)
    g.line("1", [*hill, hill[0]], 2.4)
    for k in range(9):
        g.line("1", curve(56 + k * 2.2, 42 + k * 5, 62 + k * 2.6, 58 + k * 4, 66 + k * 3, 74 + k * 2.4), 1.5)
    g.hatch("1", [(58, 46), (70, 62), (92, 94), (62, 94), (66, 70)], 3, 1, 55)
    for x, y in ((22.0, 80.0), (30, 70), (38, 62), (44, 48), (40, 80), (50, 68), (28, 88), (48, 88), (16, 90)):
        g.line("2", [(x - 1.6, y), (x + 1.6, y)], 1.1)
        g.line("2", [(x, y - 1.6), (x, y + 1.6)], 1.1)
    g.cut("2-1", taper(curve(84, 4, 66, 34, 52, 60), 4, 4))
    g.cut("2-1", [(38, 56), (64, 70), (62, 75), (36, 61)])
    basket = [(66, 78), (98, 78), (94, 97), (70, 97)]
    g.cut("0", blob(67, 78, 74, 68, 82, 65, 92, 69, 97, 78), 1)
    g.line("1", curve(67, 78, 74, 68, 82, 65, 92, 69, 97, 78), 1.4)
    g.cut("2-1", basket)
    for row in range(4):
        for k in range(6):
            x = 68 + row * 0.8 + k * 4.8 + (row % 2) * 2
            g.line("-2", curve(x, 83 + row * 4, x + 1.6, 81.4 + row * 4, x + 3.2, 83 + row * 4), 1)


def salt_flower(g: Plates) -> None:
    """Flakes on a wooden scoop, a corked jar."""
    v = g.inset(34, 52, 92)
    v.cut("2-1", [(34, 6), (66, 6), (63, 22), (37, 22)], 1)
    v.dot("-2", [(42, 11), (50, 15), (58, 10), (55, 18), (45, 18)], 1)
    glass = smooth([(32, 22), (68, 22), (76, 34), (77, 60), (76, 90), (70, 97), (30, 97), (24, 90), (23, 60),
        (24, 34)], steps=6)
    v.cut("0", glass, 1.6)
    for k in range(70):
        a, b = (k * 0.618) % 1, k / 70
        x, y = 29 + a * 42, 46 + b * 46
        v.shape("1", [(x - 2.2, y), (x, y - 2), (x + 2.2, y), (x, y + 2)])
    v.line("1", [*glass, glass[0]], 2.2)
    v.shape("0", [(22, 58), (78, 58), (78, 82), (22, 82)])
    v.line("2", [(23, 60), (77, 60)], 1.3)
    v.line("2", [(23, 80), (77, 80)], 1.3)
    sunflower_mark(v, 50, 70, 8)
    scoop = [*curve(58, 70, 62, 84, 78, 90, 90, 84), (98, 60), (92, 58), (88, 70)]
    g.cut("2-1", taper(curve(86, 80, 92, 56, 98, 30), 5, 6))
    g.cut("2-1", smooth(scoop, steps=4))
    for k in range(26):
        a, b = (k * 0.618) % 1, k / 26
        x, y = 58 + a * 32, 72 - b * 15 * math.sin(a * math.pi)
        g.cut("0", [(x - 2.6, y), (x, y - 2.4), (x + 2.6, y), (x, y + 2.4)], 0.3)
        g.line("1", [(x - 2.6, y), (x, y - 2.4), (x + 2.6, y), (x, y + 2.4), (x - 2.6, y)], 0.9)


def fish_stew(g: Plates) -> None:
    """A steaming clay bowl of caldillo with the conger's tail, coriander, a spoon."""
    for x in (36, 52, 68):
        wave = curve(x, 34, x - 5, 26, x + 5, 16, x, 4)
        g.line("0", wave, 5)
        g.line("2", wave, 2.2)
    g.cut("2-1", smooth([(22, 46), (12, 30), (2, 26), (8, 18), (20, 22), (34, 44)], steps=6))
    g.line("-2", curve(10, 24, 20, 34, 28, 46), 1.3)
    g.cut("1-2", [*arc(50, 54, 46, 40, 0, 180, 30), (4, 54)])
    g.cut("12", [(32, 91), (68, 91), (72, 98), (28, 98)], 1)
    g.oval("0", 50, 54, 46, 12)
    g.ring("1", 50, 54, 45, 11.4, 2.2)
    g.oval("2-1", 50, 55, 40, 8.6)
    for x, y, r in ((34, 53, 5), (58, 56, 6), (72, 53, 4.4), (46, 58, 4)):
        g.disc("0", x, y, r, r * 0.5, 0.8)
        g.ring("1", x, y, r, r * 0.5, 1)
    for x, turn in ((40, -100), (44, -60), (62, -110)):
        leaf(g, "1-2", x, 54, 10, turn, 0.36)
    for y in (70, 78):
        g.line("-1", arc(50, y - 14, 42 if y < 75 else 37, 15, 18, 162, 18), 1.3)
    for ear in (4, 96):
        g.ring("0", ear, 60, 7, 6, 6)
        g.ring("1", ear, 60, 7, 6, 3.6)
    g.cut("2-1", taper(curve(70, 52, 84, 34, 98, 20), 3, 5))
