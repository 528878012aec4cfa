"""Leather, thread, wool and fibre."""

# Outlines are rows of numbers, kept as such.
# fmt: off

import math

from foundation.posters.drawings.parts import around, leaf
from foundation.posters.geometry import arc, blob, curve, smooth, taper
from foundation.posters.ink import Plates


def basket(g: Plates) -> None:
    for wide, ink in ((6.5, "2"), (1.4, "0")):
        g.line(ink, [(50 - 33 * math.cos(t / 20 * math.pi), 46 - 40 * math.sin(t / 20 * math.pi)) for t in range(21)],
            wide)
    body = [(10, 46), (90, 46), *curve(90, 46, 85, 76, 78, 95), *curve(22, 95, 15, 76, 10, 46)]
    g.shape("1", body)
    for row in range(7):
        y, inset = 52 + row * 6.6, row * 1.6
        for k in range(9):
            x = 12 + inset + (76 - 2 * inset) * (k + (row % 2) * 0.5) / 9
            g.line("0", curve(x, y + 3, x + 4, y, x + 8, y + 3), 1.4)
    g.shape("2-1", [(7, 42), (93, 42), (92, 50), (8, 50)])
    for k in range(16):
        g.line("-2", [(9 + k * 5.4, 50), (13 + k * 5.4, 42)], 1.2)


def bag(g: Plates) -> None:
    """A saddler's bag of goat leather, stitched."""
    for ink, wide in (("0", 9), ("2", 5)):
        g.line(ink, curve(24, 40, 26, 8, 50, 2, 74, 8, 76, 40), wide)
    g.cut("1-2", smooth([(10, 38), (90, 38), (96, 66), (92, 92), (70, 97), (30, 97), (8, 92), (4, 66)], steps=6))
    flap = smooth([(8, 36), (50, 32), (92, 36), (90, 56), (70, 70), (50, 73), (30, 70), (10, 56)], steps=8)
    g.cut("1-2", flap, 1.4)
    inner = [(50 + (x - 50) * 0.92, 50 + (y - 50) * 0.86) for x, y in flap]
    for a, b in zip(inner[::2], inner[1::2], strict=False):
        g.line("0", [a, b], 1.2)
    g.cut("2-1", [(45, 62), (55, 62), (55, 82), (45, 82)], 1)
    g.ring("0", 50, 78, 6.6, 5, 2.2)
    g.disc("0", 50, 69, 1.4, 1.4, 0)
    for x in (24, 76):
        g.cut("2-1", [(x - 5, 34), (x + 5, 34), (x + 5, 48), (x - 5, 48)], 1)
        g.dot("0", [(x, 38), (x, 44)], 1.2)
    outline = smooth([(14, 62), (12, 88), (32, 93), (68, 93), (88, 88), (86, 62)], closed=False)
    for a, b in zip(outline[::2], outline[1::2], strict=False):
        g.line("-1", [a, b], 1.1)
    for turn in (-150, -90, -30):
        leaf(g, "0", 50, 52, 12, turn, 0.3)
        (tx, ty) = around(50, 52, 12, 1, turn)[0]
        g.line("1", [(50, 52), (50 + (tx - 50) * 0.8, 52 + (ty - 52) * 0.8)], 0.9)


def shoe(g: Plates) -> None:
    """A laced shoe on its last, awl and thread."""
    g.cut("2-1", [(6, 84), (97, 84), (97, 91), (44, 92), (40, 88), (30, 88), (30, 97), (6, 97)])
    upper = [(10, 84), *curve(10, 84, 8, 60, 14, 40, 16, 26), (44, 24), *curve(44, 24, 48, 42, 62, 52, 86, 60, 97, 74),
        (97, 84)]
    g.cut("1-2", upper)
    g.line("0", [(9, 82), (97, 82)], 1.3)
    g.cut("0", arc(30, 25, 14, 4.4, 0, 360, 24), 0.4)
    g.ring("1", 30, 25, 14, 4, 1.6)
    g.line("0", curve(44, 26, 40, 48, 52, 66, 54, 82), 1.4)
    for k in range(5):
        x, y = 45 + k * 3.6, 31 + k * 6 - k * k * 0.25
        g.line("0", [(x - 1, y + 2), (x + 8, y - 1.6 + k * 0.5)], 2)
        g.dot("0", [(x - 3, y + 4)], 1.2)
    toe = curve(74, 57, 70, 68, 74, 82)
    for a, b in zip(toe[::2], toe[1::2], strict=False):
        g.line("0", [a, b], 1.3)
    g.dot("0", [(80, 66), (84, 70), (80, 74), (86, 77), (90, 74), (87, 66)], 1)
    heel = curve(13, 54, 24, 60, 26, 82)
    for a, b in zip(heel[::2], heel[1::2], strict=False):
        g.line("0", [a, b], 1.2)
    g.line("-1", curve(17, 34, 14, 48, 14, 60), 2)
    g.line("2", curve(46, 20, 60, 4, 74, 18, 88, 6), 1.4)
    g.cut("2-1", taper([(86, 44), (96, 16)], 7, 5))
    g.line("1", [(86, 44), (82, 56)], 1.8)


def apron(g: Plates) -> None:
    """A cook's apron on its peg, a folded cloth, a wooden spoon."""
    g.cut("12", [(6, 2), (94, 2), (94, 7), (6, 7)], 1)
    g.line("0", curve(36, 24, 34, 12, 50, 6, 66, 12, 64, 24), 5)
    g.line("2", curve(36, 24, 34, 12, 50, 6, 66, 12, 64, 24), 2.6)
    body = [(36, 22), (64, 22), *curve(64, 22, 66, 38, 80, 46), (84, 96), (16, 96), (20, 46),
        *curve(20, 46, 34, 38, 36, 22)]
    g.cut("1-2", body)
    for k in range(9):
        x = 22 + k * 7
        g.line("-1", [(x, 50), (x - 1.6 + k * 0.4, 95)], 1)
    g.shape("1-2", [(34, 58), (66, 58), (67, 80), (33, 80)])
    for a, b in (((34, 58), (66, 58)), ((66, 58), (67, 80)), ((67, 80), (33, 80)), ((33, 80), (34, 58)),
            ((50, 58), (50, 80))):
        g.line("0", [a, b], 1.5)
    g.line("0", [(37, 26), (63, 26)], 1.3)
    for s in (-1, 1):
        g.cut("2-1", taper(curve(50 + s * 29, 47, 50 + s * 40, 52, 50 + s * 44, 66, 50 + s * 40, 80), 3.4, 2.2), 0.8)
    g.cut("2-1", taper([(58, 66), (66, 42)], 2.6, 2.6), 0.8)
    g.cut("2-1", blob(66, 43, 62, 36, 67, 29, 72, 32, 71, 40), 0.8)
    g.cut("0", [(37, 54), (46, 52), (46, 60), (37, 60)], 0.6)
    g.line("2", [(37, 54), (46, 52), (46, 60), (37, 60), (37, 54)], 1.2)


def embroidery(g: Plates) -> None:
    """A hoop with a boat, a house and a whale in wool; needle and thread."""
    g.disc("2-1", 48, 50, 46, 46)
    g.oval("0", 48, 50, 41, 41)
    g.ring("2", 48, 50, 43.4, 43.4, 0.9)
    g.disc("2-1", 48, 5, 5, 4, 1)
    for row in range(4):
        for k in range(9):
            x, y = 12 + k * 8.4 + (row % 2) * 4, 60 + row * 7.4
            if (x - 48) ** 2 + (y - 50) ** 2 < 37 ** 2 and (x + 8 - 48) ** 2 + (y - 50) ** 2 < 38 ** 2:
                g.line("1", arc(x + 4, y, 4, 3, 0, 180, 6), 1.8)
    g.cut("2", curve(26, 52, 46, 55, 66, 50, 60, 62, 33, 62, 26, 52), 1)
    g.line("1", [(46, 52), (46, 24)], 2)
    g.cut("1", [(48, 25), (64, 46), (48, 48)], 1)
    g.cut("1", [(44, 30), (32, 46), (44, 48)], 1)
    for k in range(3):
        g.line("0", [(50, 34 + k * 5), (54 + k * 3, 34 + k * 5)], 1)
    for x, y in around(72, 28, 4, 8):
        g.line("2", [(72, 28), (72 + (x - 72) * 2, 28 + (y - 28) * 2)], 1.6)
    g.oval("2", 72, 28, 4)
    for x, y in ((20, 34), (28, 26), (24, 44)):
        g.line("2", curve(x - 5, y - 2, x - 2, y - 4, x, y, x + 2, y - 4, x + 5, y - 2), 1.5)
    g.cut("1-2", blob(40, 76, 52, 70, 62, 76, 72, 70, 68, 80, 54, 84), 0.8)
    g.cut("12", taper([(98, 58), (68, 88)], 2.6, 0.8), 1)
    g.line("1", curve(96, 60, 84, 72, 98, 84, 88, 97), 1.6)


def horsehair(g: Plates) -> None:
    """Rari: a flower and a butterfly woven of horsehair."""
    for ring, (radius, size, ink) in enumerate(((26, 13, "1-2"), (15, 9.4, "2-1"))):
        for k, (x, y) in enumerate(around(40, 38, radius, 8, ring * 22)):
            turn = 45 * k + ring * 22
            v = g.inset(x, y, size * 2.5, turn)
            petal = smooth([(2, 50), (30, 20), (74, 12), (98, 50), (74, 88), (30, 80)])
            v.cut(ink, petal, 4)
            for step in (0.8, 0.58, 0.34):
                v.line("-1" if ink == "1-2" else "-2", [*((46 + (px - 46) * step, 50 + (py - 50) * step) for px,
                    py in petal)], 4)
    g.disc("12", 40, 38, 7.6, 7.6, 1.4)
    for r in (5.4, 3, 1):
        g.ring("0", 40, 38, r, r, 1)
    g.line("2", curve(42, 70, 44, 84, 40, 98), 2.4)
    leaf(g, "2-1", 43, 86, 26, 160, 0.3, 4)
    wings = ((blob(78, 72, 84, 56, 98, 54, 98, 68, 86, 76), "1-2"), (blob(78, 72, 66, 54, 56, 58, 58, 70, 70, 77),
        "1-2"), (blob(79, 75, 92, 78, 94, 90, 84, 92), "2-1"), (blob(77, 75, 64, 80, 64, 92, 74, 92), "2-1"))
    for wing, ink in wings:
        g.cut(ink, wing, 1.2)
        cx, cy = sum(x for x, _ in wing) / len(wing), sum(y for _, y in wing) / len(wing)
        for step in (0.7, 0.4):
            g.line("-1" if ink == "1-2" else "-2", [(cx + (x - cx) * step, cy + (y - cy) * step) for x, y in wing], 1.1)
    g.cut("12", taper([(78, 64), (78, 94)], 3.4, 2), 0.8)
    g.line("2", curve(78, 64, 74, 56, 70, 54), 1)
    g.line("2", curve(78, 64, 82, 54, 84, 50), 1)


def blanket(g: Plates) -> None:
    """A striped blanket folded over its rail, fringe below."""
    g.cut("12", [(0, 8), (100, 8), (100, 14), (0, 14)], 1)
    g.cut("1-2", [(8, 6), (92, 6), (92, 20), (8, 20)], 1)
    for x0, x1, low in ((8, 60, 84), (44, 92, 72)):
        g.cut("1-2", [(x0, 12), (x1, 12), (x1, low), (x0, low)])
        for y, tall, ink in ((20, 5, "2-1"), (27, 2, "0"), (34, 9, "2-1"), (47, 2, "0"), (52, 4, "12"), (60, 2, "0")):
            if y + tall < low:
                g.shape(ink, [(x0, y), (x1, y), (x1, y + tall), (x0, y + tall)])
        count = int((x1 - x0) / 5)
        for k in range(count):
            x = x0 + (k + 0.5) * (x1 - x0) / count
            g.line("0", [(x - 2.4, 36 + (k % 2) * 5), (x, 38.5), (x + 2.4, 36 + (k % 2) * 5)], 1.1)
            for dx in (-1.2, 0, 1.2):
                g.line("1", [(x, low), (x + dx * 1.4, low + 13)], 1.1)
            g.disc("1", x, low + 3, 1.5, 1.5, 0.3)
    g.hatch("-1", [(9, 64), (59, 64), (59, 83), (9, 83)], 3.4, 0.7, 90)


def loom(g: Plates) -> None:
    """An upright loom, the cloth half woven in stepped crosses."""
    for x in (6.0, 88):
        g.cut("2-1", [(x, 0), (x + 6, 0), (x + 6, 98), (x, 98)])
    for y in (6, 88):
        g.cut("2-1", [(0, y), (100, y), (100, y + 6), (0, y + 6)])
    g.shape("0", [(18, 12), (82, 12), (82, 88), (18, 88)])
    for k in range(22):
        g.line("1", [(19 + k * 3, 12), (19 + k * 3, 52)], 0.9)
    g.shape("1-2", [(18, 48), (82, 48), (82, 87), (18, 87)])
    for y in (52, 82):
        g.line("0", [(18, y), (82, y)], 1.6)
    for k in range(3):
        x = 28.6 + k * 21.4
        stepped = [(0, -13), (4, -13), (4, -9), (8, -9), (8, -4.4), (12, -4.4), (12, 0)]
        half = [*stepped, *((a, -b) for a, b in reversed(stepped))]
        cross = [*((x + a * 0.82, 67 + b) for a, b in half), *((x - a * 0.82, 67 + b) for a, b in reversed(half))]
        g.shape("0", cross)
        g.shape("2" if k % 2 else "1", [(x + (px - x) * 0.66, 67 + (py - 67) * 0.66) for px, py in cross])
        g.shape("0", [(x - 2.4, 64.6), (x + 2.4, 64.6), (x + 2.4, 69.4), (x - 2.4, 69.4)])
    for y in (28, 40):
        g.cut("2-1", [(12, y), (88, y), (88, y + 3), (12, y + 3)], 1)
    shuttle = blob(54, 47, 66, 43, 82, 45, 92, 47, 82, 50, 66, 50)
    g.cut("12", shuttle, 1)
    g.line("2", curve(54, 47, 40, 46, 18, 48), 1.4)


def knitwear(g: Plates) -> None:
    """A cabled woollen waistcoat, a ball of yarn and its needles."""
    body = [(24, 10), (36, 6), *curve(36, 6, 42, 16, 46, 20, 50, 16, 56, 6), (68, 10),
        *curve(68, 10, 66, 26, 68, 36, 78, 40), (78, 86), (14, 86), (14, 40), *curve(14, 40, 24, 36, 26, 26, 24, 10)]
    g.cut("1-2", body)
    for k, x in enumerate((22, 34, 58, 70)):
        top = 44 if x in (22, 70) else 18
        for row in range(int((80 - top) / 6)):
            y = top + row * 6
            g.line("-1", curve(x - 3, y, x + (2 if (row + k) % 2 else -2) * 0.6, y + 3, x + 3, y + 6), 1.5)
            g.line("-1", curve(x + 3, y, x, y + 2.6), 1.5)
    g.line("0", [(46, 22), (46, 86)], 2)
    for y in (34, 48, 62, 76):
        g.disc("2", 46, y, 2.6, 2.6, 0.8)
    g.cut("2-1", [(13, 86), (79, 86), (78, 95), (14, 95)], 1)
    for k in range(16):
        g.line("-2", [(17 + k * 4, 87), (17 + k * 4, 94)], 1)
    g.line("0", curve(36, 6, 42, 16, 46, 20, 50, 16, 56, 6), 2)
    for a, b in (((64, 58), (98, 92)), ((98, 56), (70, 94))):
        g.cut("12", taper([a, b], 2.6, 1.6), 1)
        g.disc("12", *a, 2.8, 2.8, 0.8)
    g.disc("2-1", 84, 80, 15, 15)
    for k in range(5):
        g.line("-2", arc(84, 80, 14 - k * 0.6, 3 + k * 2.6, 200, 350, 14), 1.1)
        g.line("-2", arc(84, 80, 2 + k * 2.8, 13, 110, 260, 14), 0.9)
    g.line("2", curve(70, 86, 58, 97, 40, 98), 1.6)
