"""Jars, honey, bread and sweets."""

import math

from foundation.posters.drawings.garden import clove, garlic
from foundation.posters.drawings.parts import around, cloth_lid, jar_body, leaf, steam, sunflower_mark, twig
from foundation.posters.drawings.sea import seaweed
from foundation.posters.geometry import arc, blob, curve, smooth, taper
from foundation.posters.ink import Plates


def jar(g: Plates) -> None:
    jar_body(g)
    sunflower_mark(g, 50, 62, 12.5)


def _cloth_jar(g: Plates) -> Plates:
    """A jar under its cloth at the left, the label free; answers the jar's own square."""
    v = g.inset(38, 52, 92)
    jar_body(v)
    v.shape("0", [(18, 2), (82, 2), (82, 23), (18, 23)])
    cloth_lid(v)
    return v


def garlic_paste(g: Plates) -> None:
    """A jar with a bulb on the label and one beside it."""
    v = _cloth_jar(g)
    garlic(v.inset(50, 62, 28))
    garlic(g.inset(82, 76, 40))


def garlic_mousse(g: Plates) -> None:
    """A whipped swirl in a glass cup, cloves around."""
    cup = [(14, 50), (86, 50), *curve(86, 50, 82, 76, 64, 84), *curve(36, 84, 18, 76, 14, 50)]
    for k, (y, r) in enumerate(((48, 36), (38, 28), (28, 20), (19, 12))):
        g.cut("0", blob(50 - r, y, 50 - r * 0.5, y - 8, 50 + r * 0.5, y - 9, 50 + r, y - 2, 50 + r * 0.6, y + 6, 50 - r * 0.6, y + 7), 1)
        g.line("1", curve(50 - r, y, 50 - r * 0.4, y + 6, 50 + r * 0.5, y + 5, 50 + r, y - 2), 1.8)
        g.line("1", curve(50 - r, y, 50 - r * 0.9, y - 6, 50 - r * 0.4, y - 8), 1.4)
        g.line("1", curve(50 + r, y - 2, 50 + r * 0.9, y - 8, 50 + r * 0.5, y - 9), 1.4)
        g.hatch("1", blob(50 + r * 0.2, y + 2, 50 + r * 0.8, y - 3, 50 + r * 0.6, y + 4), 1.8, 0.7, 70 + k)
    g.cut("1", taper(curve(50, 12, 54, 6, 50, 1), 7, 1), 1)
    g.cut("1-2", cup)
    g.line("-1", curve(22, 56, 26, 70, 36, 78), 2)
    for k in range(6):
        g.line("-1", curve(40 + k * 7, 56, 40 + k * 6.6, 68, 42 + k * 4, 79), 1)
    g.cut("1-2", [(46, 84), (54, 84), (55, 91), (45, 91)], 1)
    g.cut("1-2", arc(50, 94, 22, 4, 0, 360, 24), 1)
    for x, y, turn in ((12, 90, -30), (90, 88, 24), (84, 30, 10), (24, 94, 60)):
        clove(g, x, y, 20, turn)
    leaf(g, "2-1", 66, 22, 20, -50, 0.24, 2)


def jam_seaweed(g: Plates) -> None:
    seaweed(g, 80, 98, 1.0)
    v = _cloth_jar(g)
    for k in range(3):
        for n in range(4):
            v.line("2", arc(28 + n * 14.6, 55 + k * 8, 7, 5, 10, 170, 8), 1.7)


def jam_cactus(g: Plates) -> None:
    """A jar of copao and the scaly fruit, cut."""
    for turn, ink in ((0, "2-1"),):
        v = g.inset(84, 40, 36, turn)
        v.cut(ink, blob(50, 2, 80, 14, 94, 46, 82, 82, 50, 98, 18, 82, 6, 46, 20, 14), 3)
        for row in range(5):
            for k in range(4):
                x = 20 + k * 19 + (row % 2) * 9
                v.line("-2", [(x - 6, 20 + row * 15), (x, 27 + row * 15), (x + 6, 20 + row * 15)], 3)
    v = g.inset(82, 80, 38)
    v.cut("2-1", arc(50, 50, 48, 46, 0, 360, 40), 3)
    v.oval("0", 50, 50, 38, 36)
    for k in range(34):
        a, r = k * 2.399, 32 * math.sqrt((k + 0.5) / 34)
        v.oval("1", 50 + r * math.cos(a), 50 + r * math.sin(a) * 0.94, 2.6)
    v = _cloth_jar(g)
    v.line("2", [(50, 76), (50, 52)], 7)
    for s in (-1, 1):
        v.line("2", [(50, 68), (50 + s * 12, 66), (50 + s * 12, 56)], 5)
    v.line("2", [(28, 76), (72, 76)], 1.2)


def _berry_jam(g: Plates, long: bool) -> None:
    twig(g, "2", 98, 8, 88, 30, 86, 56, 78, 84, wide=3)
    for x, y, turn in ((96, 18, 170), (90, 26, 10), (87, 46, 190), (86, 58, 0), (82, 72, 20)):
        leaf(g, "2-1", x, y, 16, turn, 0.38, 3)
    for x, y in ((82, 26), (96, 38), (78, 52), (94, 62), (88, 78), (74, 88), (92, 92)):
        if long:
            g.disc("1-2", x, y, 6, 8, 1.2)
            for k in range(5):
                g.line("1", [(x, y + 7), (x - 4 + k * 2, y + 12)], 1)
            g.line("0", [(x - 2.6, y - 3), (x - 3, y + 2)], 1.2)
        else:
            g.disc("1-2", x, y, 6.4, 6, 1.2)
            g.disc("2", x, y + 4, 2.4, 1.6, 0.6)
            g.line("0", arc(x, y, 4.4, 4.2, 170, 240, 6), 1.2)
    v = _cloth_jar(g)
    if long:
        for x, y in around(50, 62, 8, 5, -90):
            v.oval("2", x, y, 6)
        v.disc("0", 50, 62, 4, 4, 0)
        v.dot("2", around(50, 62, 2.4, 6), 0.8)
    else:
        for x, y in ((42, 60), (54, 57), (60, 66), (48, 69)):
            v.oval("2", x, y, 5)
            v.oval("0", x, y + 3, 1.4)


def jam_rosehip(g: Plates) -> None:
    _berry_jam(g, long=True)


def jam_murta(g: Plates) -> None:
    _berry_jam(g, long=False)


def honey_pot(g: Plates) -> None:
    """A pot, its dipper running, a bee on the way."""
    body = blob(20, 40, 38, 34, 62, 34, 78, 40, 86, 62, 78, 88, 60, 96, 38, 96, 20, 88, 12, 62)
    g.cut("1-2", body)
    g.cut("2-1", [(20, 32), (78, 32), (80, 42), (18, 42)])
    g.line("-1", curve(20, 52, 18, 64, 22, 80), 2.4)
    for k in range(7):
        x = 22 + k * 9
        g.shape("0", [(x + 4.4 * math.sin(math.radians(60 * n)), 65 + 4.6 * math.cos(math.radians(60 * n))) for n in range(6)])
    for k in range(6):
        g.shape("0", [(26.5 + k * 9 + 4.4 * math.sin(math.radians(60 * n)), 73 + 4.6 * math.cos(math.radians(60 * n))) for n in range(6)])
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
    for x in (8, 86):
        g.cut("2-1", [(x, 18), (x + 6, 18), (x + 6, 90), (x, 90)], 1)
    g.cut("2-1", [(8, 88), (92, 88), (92, 94), (8, 94)], 1)
    g.shape("1-2", [(15, 19), (85, 19), (85, 87), (15, 87)])
    for row in range(9):
        for k in range(8):
            x, y = 20 + k * 8.7 + (row % 2) * 4.3, 24.6 + row * 7.5
            if x < 84:
                cell = [(x + 3.7 * math.sin(math.radians(60 * n)), y + 4 * math.cos(math.radians(60 * n))) for n in range(6)]
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
        g.cut("2-1" if ink == "1-2" else "1-2", [(x - 26, low - 3), (x + 26, low - 3), (x + 26, low + 1), (x - 26, low + 1)], 0.8)
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


def flour_bag(g: Plates) -> None:
    """A tied bag of pine-nut flour, a heap of it and nuts."""
    bag = [*curve(26, 26, 18, 44, 14, 70, 18, 95), *curve(18, 95, 44, 98, 74, 95), *curve(74, 95, 78, 70, 74, 44, 66, 26)]
    g.cut("0", bag, 2)
    g.line("1", [*bag, bag[0]], 2.2)
    g.hatch("1", [(62, 34), (70, 46), (75, 70), (73, 92), (62, 93), (66, 66)], 2.4, 0.9, 80)
    g.cut("0", smooth([(24, 6), (34, 2), (46, 5), (58, 2), (68, 6), (62, 24), (46, 26), (30, 24)], steps=6), 1.4)
    g.line("1", [*smooth([(24, 6), (34, 2), (46, 5), (58, 2), (68, 6), (62, 24), (46, 26), (30, 24)], steps=6)], 2)
    for x in (36, 46, 56):
        g.line("1", curve(x, 8, x + (46 - x) * 0.3, 16, x + (46 - x) * 0.4, 24), 1.2)
    g.cut("2-1", blob(27, 24, 46, 28, 65, 24, 65, 29, 46, 33, 27, 29), 0.8)
    for k, turn in enumerate((-28, 0, 28)):
        pine_nut(g, 33 + k * 13, 66 - (k % 2) * 5, 24, turn, "2-1")
    g.line("2", [(26, 84), (66, 84)], 1.4)
    heap = [(60, 97), *curve(60, 97, 70, 90, 82, 80, 92, 90, 99, 97)]
    g.cut("0", heap, 1.4)
    g.line("1", [*heap, heap[0]], 1.6)
    g.dot("1", [(76, 92), (82, 88), (88, 93), (80, 95), (90, 95), (70, 95)], 0.7)
    for x, y, turn in ((88, 72, 60), (82, 62, -20)):
        pine_nut(g, x, y, 22, turn)


def pine_nut(g: Plates, x: float, y: float, size: float, turn: float = 0, ink: str = "1-2") -> None:
    """A piñón of araucaria: long, swollen, brown-tipped."""
    v = g.inset(x, y, size, turn)
    v.cut(ink, blob(50, 0, 60, 18, 68, 50, 66, 80, 50, 96, 34, 80, 32, 50, 40, 18), 4)
    v.shape("0", blob(50, 96, 62, 86, 50, 80, 38, 86))
    v.line("-1" if ink == "1-2" else "-2", curve(44, 20, 40, 50, 42, 76), 4)


def bread(g: Plates) -> None:
    """Kneaded rolls from the clay oven, the oven's mouth behind."""
    dome = [(4, 96), *arc(50, 56, 46, 50, 180, 360, 30), (96, 96)]
    g.cut("2-1", dome)
    for row in range(6):
        for k in range(9):
            a = math.radians(186 + k * 20 + (row % 2) * 10)
            r = 43 - row * 2.4
            if row < 2:
                g.line("-2", [(50 + r * math.cos(a) - 2, 56 + 1.08 * r * math.sin(a)), (50 + r * math.cos(a) + 3, 56 + 1.08 * r * math.sin(a) - 1)], 1.2)
    mouth = [(22, 96), *arc(50, 60, 28, 30, 180, 360, 24), (78, 96)]
    g.cut("12", mouth, 1.6)
    for k in range(6):
        x = 32 + k * 7.4
        flame = blob(x, 62, x + 4, 52 - (k % 2) * 8, x + 6, 62, x + 3, 68)
        g.shape("2-1", flame)
        g.line("0", [*flame, flame[0]], 0.8)
    for x, y in ((28, 88), (52, 90), (76, 88), (40, 74), (64, 74)):
        g.cut("1-2", blob(x - 14, y + 2, x - 9, y - 7, x, y - 9, x + 9, y - 7, x + 14, y + 2, x + 8, y + 8, x - 8, y + 8), 1.4)
        g.dot("0", [(x - 4, y - 3), (x + 4, y - 3), (x, y + 1)], 1)
        g.line("-1", curve(x - 11, y + 3, x, y + 6, x + 11, y + 3), 1)


def christmas_cake(g: Plates) -> None:
    """A domed fruit cake, a slice drawn out, walnut and candied peel."""
    body = [(8, 90), (6, 62), *curve(6, 62, 14, 44, 40, 34, 70, 40, 84, 60), (82, 90), *curve(82, 90, 46, 97, 8, 90)]
    g.cut("1-2", body)
    g.line("0", curve(6, 62, 30, 56, 60, 57, 84, 60), 1.8)
    for k in range(13):
        x = 9 + k * 6
        g.line("-1", [(x, 64), (x + 0.6, 90 + 3 * math.sin(k / 12 * math.pi))], 1.1)
    for x, y, ink in ((24, 50, "2-1"), (36, 44, "0"), (48, 50, "2-1"), (58, 42, "0"), (68, 52, "2-1"), (40, 54, "0"), (30, 42, "0"), (16, 57, "0")):
        g.disc(ink, x, y, 3.4, 2.6, 0.8)
    wedge = [(52, 97), (58, 66), *curve(58, 66, 70, 54, 86, 56, 96, 66), (99, 94)]
    g.cut("0", wedge, 2)
    g.line("1", [*wedge, wedge[0]], 1.8)
    g.shape("1", [(58, 66), *curve(58, 66, 70, 54, 86, 56, 96, 66), (95.6, 70), *curve(95, 70, 85, 61, 71, 59, 59, 70)])
    for x, y, ink in ((66, 74, "2"), (78, 70, "1"), (88, 76, "2"), (72, 84, "1"), (84, 86, "2"), (62, 88, "2"), (92, 88, "1"), (78, 92, "2"), (68, 92, "1")):
        g.oval(ink, x, y, 2.9, 2.3)
    leaf(g, "2-1", 52, 30, 24, -30, 0.36, 3)
    leaf(g, "2-1", 46, 30, 24, -150, 0.36, 3)
    for x, y in ((46, 28), (52, 26), (50, 32)):
        g.disc("12", x, y, 3.6, 3.6, 0.8)


def alfajores(g: Plates) -> None:
    """A tower of alfajores, one bitten, the caramel showing."""
    for x, y, wide in ((34, 86, 30), (34, 62, 28), (36, 38, 27)):
        _alfajor(g, x, y, wide)
    v = g.inset(78, 78, 44, 14)
    _alfajor(v, 50, 60, 46)
    v.oval("0", 100, 40, 20)
    v.oval("0", 96, 62, 14)
    g.dot("2", [(8, 97), (66, 97), (90, 98), (74, 95)], 1)


def _alfajor(g: Plates, x: float, y: float, wide: float) -> None:
    for low, ink in ((y + 6, "0"), (y - 4, "1-2"), (y - 13, "0")):
        tall = 8
        band = [(x - wide, low - tall), (x - wide, low), *arc(x, low, wide, wide * 0.17, 180, 0, 20), (x + wide, low - tall)]
        g.cut(ink, band, 1)
        if ink == "0":
            g.line("1", [*band, band[0]], 1.6)
            for k in range(9):
                px = x - wide * 0.86 + k * wide * 0.215
                g.line("1", [(px, low - tall * 0.4 + wide * 0.12), (px, low - 1 + wide * 0.1)], 0.9)
    for k in range(4):
        px = x - wide * 0.7 + k * wide * 0.46
        g.shape("1", blob(px, y - 2, px + 3.4, y + 8, px + 7, y - 2))
    g.cut("0", arc(x, y - 21, wide, wide * 0.2, 0, 360, 36), 0.8)
    g.ring("1", x, y - 21, wide, wide * 0.2, 1.8)
    g.dot("2", [(x + wide * 0.7 * math.cos(k * 2.4) * ((k % 5) / 5 + 0.2), y - 21 + wide * 0.13 * math.sin(k * 2.4)) for k in range(16)], 0.9)


def empanada(g: Plates) -> None:
    """Two baked empanadas with their braided edge, just out."""
    steam(g, 72, 26, 22)
    _half_moon(g.inset(40, 40, 70, -16))
    _half_moon(g.inset(55, 73, 88, 4))


def _half_moon(g: Plates) -> None:
    for k in range(13):
        t = 186 + k * 14
        (x, y) = arc(50, 76, 47, 60, t, t, 1)[0]
        g.disc("1-2", x, y, 6.6, 6.6, 1.6)
    g.cut("1-2", [(2, 76), *arc(50, 76, 47, 59, 180, 360, 30), (98, 76), *curve(98, 76, 80, 86, 50, 89, 20, 86, 2, 76)], 0.4)
    for k in range(13):
        t = 186 + k * 14
        (x, y) = arc(50, 76, 47, 59, t, t, 1)[0]
        g.line("-1", curve(50 + (x - 50) * 0.86, 76 + (y - 76) * 0.86, 50 + (x - 50) * 0.96 + 3, 76 + (y - 76) * 0.98, 50 + (x - 50) * 1.1, 76 + (y - 76) * 1.08), 1.8)
    g.line("-1", arc(50, 78, 38, 46, 196, 344, 24), 1.4)
    g.hatch("-1", blob(62, 70, 82, 62, 90, 76, 74, 83, 58, 84), 3, 1.1, 160)
    for x, y in ((34, 52), (50, 44), (64, 54), (44, 64), (26, 66)):
        g.oval("-1", x, y, 2.4, 1.7)
